-- Claims of kith for PostgreSQL 15 and later. Read it with psql, once or again, and from as many writers as there are:
--
--     createdb --encoding UTF8 press && psql --quiet --dbname press --file kith.sql
--
-- What stands there already stays: claims, entities and documents are told by what they say (the columns `key`), so
-- what comes twice changes nothing. As in kith's own database, a claim is never a fact: it has a status and a speaker.
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET client_min_messages = warning;

BEGIN;
SELECT pg_advisory_xact_lock(1802073192) \g /dev/null

CREATE TABLE IF NOT EXISTS relation (
    name           text PRIMARY KEY,
    relation_group text NOT NULL,
    inverse        text NOT NULL,
    is_symmetric   boolean NOT NULL
);

-- key: hash of the text, or of the name of a source of records. sentences: pairs of code points.
CREATE TABLE IF NOT EXISTS document (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key       text NOT NULL UNIQUE,
    location  text NOT NULL,
    title     text,
    byline    text,
    publisher text,
    published text,
    list      text,
    edition   text,
    text      text,
    sentences jsonb,
    is_snapshot boolean NOT NULL DEFAULT false
);

-- key: hash of name, class of kinds, and the identifiers that records tell. told: of one whom people judged to be one with another,
-- what was known of him before, as kith's own lines.
CREATE TABLE IF NOT EXISTS entity (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key  text NOT NULL UNIQUE,
    name text NOT NULL,
    kind text NOT NULL,
    told jsonb
);

CREATE TABLE IF NOT EXISTS alias (
    entity bigint NOT NULL REFERENCES entity ON DELETE CASCADE,
    name   text NOT NULL,
    origin text NOT NULL, -- name, gazetteer, mention
    PRIMARY KEY (entity, name)
);
CREATE INDEX IF NOT EXISTS alias_name ON alias (lower(name));

CREATE TABLE IF NOT EXISTS identifier (
    entity bigint NOT NULL REFERENCES entity ON DELETE CASCADE,
    scheme text NOT NULL,
    value  text NOT NULL,
    origin text NOT NULL, -- record, gazetteer
    PRIMARY KEY (entity, scheme, value)
);
CREATE INDEX IF NOT EXISTS identifier_value ON identifier (scheme, value);

-- key: hash of all that tells a claim from others. Of a symmetric relation the subject has the smaller number.
CREATE TABLE IF NOT EXISTS claim (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key             text NOT NULL UNIQUE,
    subject         bigint NOT NULL REFERENCES entity,
    subject_kind    text NOT NULL,
    relation        text NOT NULL REFERENCES relation,
    object          bigint NOT NULL REFERENCES entity,
    object_kind     text NOT NULL,
    status          text NOT NULL,
    speaker         bigint REFERENCES entity,
    unnamed_speaker text,
    item            text,
    role            text,
    place           bigint REFERENCES entity,
    "time"          text,
    day             date,  -- start of time, else the first publication: to filter and sort
    alternative_of  bigint -- claims with the same number exclude one another
);
CREATE INDEX IF NOT EXISTS claim_subject ON claim (subject, object);
CREATE INDEX IF NOT EXISTS claim_object ON claim (object, subject);
CREATE INDEX IF NOT EXISTS claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_place ON claim (place) WHERE place IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_day ON claim (day);

-- source: equal texts are one voice, so that copies count once (the key of the first document that has it).
CREATE TABLE IF NOT EXISTS evidence (
    claim      bigint NOT NULL REFERENCES claim ON DELETE CASCADE,
    document   bigint NOT NULL REFERENCES document ON DELETE CASCADE,
    begin      bigint NOT NULL,
    "end"      bigint NOT NULL,
    cue_begin  bigint,
    cue_end    bigint,
    line       bigint,
    extractor  text NOT NULL, -- '': kith
    confidence numeric(4, 3) NOT NULL,
    source     text NOT NULL,
    record     text,
    url        text,
    quote      text,
    said       jsonb,         -- what of the claim was said otherwise, before people judged
    PRIMARY KEY (claim, document, begin, extractor)
);
CREATE INDEX IF NOT EXISTS evidence_document ON evidence (document);

-- What a document says and does not stand: judged wrong, past, or of two who are one; and records that say nothing. As
-- kith's own lines, of which `kith ingest postgresql://` makes again what it was.
CREATE TABLE IF NOT EXISTS said (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document bigint NOT NULL REFERENCES document ON DELETE CASCADE,
    begin    bigint NOT NULL,
    line     jsonb NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS said_once ON said (document, md5(line::text));

-- What people judged, as kith's own lines: line->'judgement'->>'judge', 'verdict', ...
CREATE TABLE IF NOT EXISTS judgement (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line jsonb NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS judgement_once ON judgement (md5(line::text));

CREATE OR REPLACE VIEW claim_text AS
SELECT c.id AS claim, s.name AS subject, c.relation, o.name AS object, c.status, p.name AS speaker, c.unnamed_speaker,
       c.item, c.role, l.name AS place, c."time", e.confidence,
       coalesce(e.quote, substr(d.text, e.begin::integer + 1, (e."end" - e.begin)::integer)) AS quote,
       d.publisher, d.published, d.location, e.line, e.record, e.url, nullif(e.extractor, '') AS extractor, c.day
FROM claim c
JOIN entity s ON s.id = c.subject
JOIN entity o ON o.id = c.object
LEFT JOIN entity p ON p.id = c.speaker
LEFT JOIN entity l ON l.id = c.place
LEFT JOIN evidence e ON e.claim = c.id
LEFT JOIN document d ON d.id = e.document;

-- sources: independent ones.
CREATE OR REPLACE VIEW edge AS
SELECT c.subject, c.relation, c.object, c.status, count(DISTINCT c.id) AS claims, count(DISTINCT e.source) AS sources,
       max(e.confidence) AS confidence, min(c.day) AS first_day, max(c.day) AS last_day
FROM claim c LEFT JOIN evidence e ON e.claim = c.id
GROUP BY 1, 2, 3, 4;

CREATE OR REPLACE VIEW entity_name AS
SELECT a.entity, a.name, e.kind, a.origin FROM alias a JOIN entity e ON e.id = a.entity;

-- Each claim from both its ends. A denied claim ties nobody.
CREATE OR REPLACE VIEW tie AS
SELECT subject AS entity, object AS other, id AS claim FROM claim WHERE status <> 'denied'
UNION ALL
SELECT object, subject, id FROM claim WHERE status <> 'denied';

-- A shortest path, hop by hop: SELECT * FROM shortest_path(17, 4). No row: there is none of so many hops. Level by
-- level outwards, then back from the end by claims of the smallest numbers.
CREATE OR REPLACE FUNCTION shortest_path(start bigint, finish bigint, max_hops integer DEFAULT 6)
RETURNS TABLE (hop integer, entity bigint, claim bigint, other bigint) LANGUAGE sql STABLE AS $$
WITH RECURSIVE level (hop, entities, seen) AS (
    SELECT 0, ARRAY[start], ARRAY[start]
    UNION ALL
    SELECT level.hop + 1, next.entities, level.seen || next.entities
    FROM level CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT tie.other) AS entities FROM tie
        WHERE tie.entity = ANY (level.entities) AND tie.other NOT IN (SELECT unnest(level.seen))
    ) AS next
    WHERE level.hop < max_hops AND NOT finish = ANY (level.entities) AND next.entities IS NOT NULL
), back (hop, entity, claim, other) AS (
    SELECT level.hop, finish, NULL::bigint, NULL::bigint FROM level WHERE finish = ANY (level.entities)
    UNION ALL
    SELECT back.hop - 1, step.other, step.claim, back.entity
    FROM back JOIN level ON level.hop = back.hop - 1 CROSS JOIN LATERAL (
        SELECT tie.other, tie.claim FROM tie
        WHERE tie.entity = back.entity AND tie.other = ANY (level.entities) ORDER BY tie.claim LIMIT 1
    ) AS step
)
SELECT back.hop + 1, back.entity, back.claim, back.other FROM back WHERE back.claim IS NOT NULL ORDER BY 1
$$;
COMMIT;

-- Rows as the writer numbers them.
BEGIN;
CREATE TEMPORARY TABLE staged_relation (LIKE relation) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_entity (number bigint, key text, name text, kind text) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_alias (entity bigint, name text, origin text) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_identifier (entity bigint, scheme text, value text, origin text) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_claim (
    number bigint, key text, subject bigint, subject_kind text, relation text, object bigint, object_kind text,
    status text, speaker bigint, unnamed_speaker text, item text, role text, place bigint, "time" text, day integer,
    alternative_of bigint
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_evidence (
    claim bigint, document bigint, begin bigint, "end" bigint, cue_begin bigint, cue_end bigint, line bigint, extractor text,
    confidence numeric, source text, record text, url text, quote text
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_document (
    number bigint, key text, location text, title text, byline text, publisher text, published text, list text,
    edition text, text text, sentences jsonb, is_snapshot boolean
) ON COMMIT DROP;
-- kind: entity, claim, said, records, judgement; number: of the entity or claim.
CREATE TEMPORARY TABLE staged_line (
    place bigint GENERATED ALWAYS AS IDENTITY, kind text, number bigint, document bigint, begin bigint, extractor text, line jsonb
) ON COMMIT DROP;
