-- kith's store: who is tied to whom, who says so, and in which sentence.
--
-- This file is the one definition of a kith database and is public: read a database with any SQLite client. Write only
-- through graph/claim_sink, which keeps the rules that SQL cannot say (name keys, lineage, the generation).
--
-- Reading order: document (what was read) -> evidence (where it says so) -> claim (what it says) -> entity (of whom).
-- A claim is never a fact: it has a status (planned, denied, ...) and a speaker. Edges are a view over claims.
-- Positions in a text count Unicode code points from 0, end exclusive: substr(text, begin + 1, "end" - begin).
-- No table holds the time of the clock: the same input gives the same file.

PRAGMA application_id = 1802073192;  -- "kith" in ASCII
PRAGMA user_version = 3;

-- Single values of the whole database. 'generation' grows by one with each writing transaction; caches compare it.
CREATE TABLE property (
    name  TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;
INSERT INTO property VALUES ('generation', 0);

-- The ontology (graph/relations.tsv, and relations that users add).
CREATE TABLE relation (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL UNIQUE,
    relation_group TEXT NOT NULL,
    inverse        TEXT NOT NULL,
    symmetric      INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
    plover         TEXT,
    cameo          TEXT,
    follow_the_money TEXT,
    wikidata       TEXT,
    stix           TEXT,
    gloss          TEXT NOT NULL
) STRICT;

-- Which kinds of entity may stand on which side of a relation (its domain and range).
CREATE TABLE relation_kind (
    relation INTEGER NOT NULL REFERENCES relation,
    side     TEXT NOT NULL CHECK (side IN ('subject', 'object')),
    kind     TEXT NOT NULL,
    PRIMARY KEY (relation, side, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE status (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO status VALUES (0, 'actual'), (1, 'planned'), (2, 'possible'), (3, 'demanded'), (4, 'denied'), (5, 'former');

-- A text or a file of records. `text` is the cleaned article; it is NULL for a source that only records name.
CREATE TABLE document (
    id        INTEGER PRIMARY KEY,
    sha256    BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),  -- of the cleaned text
    location  TEXT NOT NULL,                                     -- path or identifier it was read from
    title     TEXT,
    byline    TEXT,
    publisher TEXT,
    published TEXT,                                              -- partial date: 2023, 2023-11, 2023-11-21
    lineage   INTEGER NOT NULL,                                  -- documents that copy one another share one
    text      TEXT
) STRICT;
CREATE INDEX document_lineage ON document (lineage);

-- fingerprint: hash of the sentence's words, NULL for a short one; documents that share many are near-duplicates.
CREATE TABLE sentence (
    document    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    begin       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL CHECK ("end" > begin),
    fingerprint INTEGER,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX sentence_fingerprint ON sentence (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE TABLE entity (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'state', 'place', 'government_body', 'military_unit', 'armed_group',
        'party', 'international_body', 'company', 'ngo', 'media', 'population_group', 'weapon', 'vehicle', 'event',
        'agreement', 'product', 'organisation'))
) STRICT;

-- Every name an entity goes by. key: graph/name_key of the name. origin says where the name comes from.
CREATE TABLE alias (
    key    TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    name   TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('name', 'gazetteer', 'mention', 'user')),
    PRIMARY KEY (key, entity, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity);

-- Where a text names an entity. A mention keeps the entity it was born with; merges are judgements (below).
CREATE TABLE mention (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL CHECK ("end" > begin),
    entity   INTEGER NOT NULL REFERENCES entity,
    PRIMARY KEY (document, begin, "end", entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity);

-- What is said: subject -relation-> object, how surely, by whom (speaker NULL and unnamed_speaker '': the documents' own
-- voice).
CREATE TABLE claim (
    id             INTEGER PRIMARY KEY,
    subject        INTEGER NOT NULL REFERENCES entity,
    relation       INTEGER NOT NULL REFERENCES relation,
    object         INTEGER NOT NULL REFERENCES entity,
    status         INTEGER NOT NULL REFERENCES status,
    confidence     INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),  -- thousandths
    day            INTEGER,   -- days since 1970-01-01 of time's start, else of the first publication: to filter and sort
    speaker        INTEGER REFERENCES entity,
    item           TEXT,      -- the goods, weapon or money
    role           TEXT,      -- the post or kinship
    place          INTEGER REFERENCES entity,
    time           TEXT,      -- when it holds: 2023, 2023-06, 2015..2018; never the publication date
    alternative_of INTEGER,   -- claims with the same number exclude one another ("Hezbollah or Iran"): the first one's id
    unnamed_speaker TEXT NOT NULL DEFAULT ''  -- the text's words for a speaker it does not name: "a senior official"
) STRICT;
-- One covering index a side, so that a search walks the edges without touching the table.
CREATE INDEX claim_out ON claim (subject, relation, object, status, confidence, day);
CREATE INDEX claim_in ON claim (object, relation, subject, status, confidence, day);
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX claim_place ON claim (place) WHERE place IS NOT NULL;
CREATE INDEX claim_alternative ON claim (alternative_of) WHERE alternative_of IS NOT NULL;

-- Where a claim is said: the sentence and the words that express it. For a document without text, begin and end are
-- byte offsets of the record in the file at document.location, and line is its first line.
CREATE TABLE evidence (
    claim     INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    begin     INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    cue_begin INTEGER,
    cue_end   INTEGER,
    line      INTEGER,
    PRIMARY KEY (claim, document, begin)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document);

-- Whether two entities are one. Deleting a row undoes it: claims and mentions keep the entity they were born with.
CREATE TABLE judgement (
    id      INTEGER PRIMARY KEY,
    entity  INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    other   INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    judge   TEXT NOT NULL,
    decided TEXT,             -- date, where the judge gives one
    score   REAL,
    UNIQUE (entity, other, judge),
    CHECK (entity <> other)
) STRICT;
CREATE INDEX judgement_other ON judgement (other, entity);

-- Domain and range, for writers other than kith (kith's own sink checks before it writes).
CREATE TRIGGER claim_kinds BEFORE INSERT ON claim
WHEN NOT EXISTS (SELECT 1 FROM relation_kind k JOIN entity e ON e.kind = k.kind
                 WHERE k.relation = NEW.relation AND k.side = 'subject' AND e.id = NEW.subject)
  OR NOT EXISTS (SELECT 1 FROM relation_kind k JOIN entity e ON e.kind = k.kind
                 WHERE k.relation = NEW.relation AND k.side = 'object' AND e.id = NEW.object)
BEGIN
    SELECT RAISE(ABORT, 'the relation does not allow an entity of this kind here');
END;

-- Claims in words, one row a piece of evidence, with its quote.
CREATE VIEW claim_text AS
SELECT c.id AS claim, s.name AS subject, r.name AS relation, o.name AS object, t.name AS status, p.name AS speaker,
       c.unnamed_speaker, c.item, c.role, l.name AS place, c.time, c.confidence / 1000.0 AS confidence,
       substr(d.text, e.begin + 1, e."end" - e.begin) AS quote, d.publisher, d.published, d.location, e.line
FROM claim c
JOIN entity s ON s.id = c.subject
JOIN relation r ON r.id = c.relation
JOIN entity o ON o.id = c.object
JOIN status t ON t.id = c.status
LEFT JOIN entity p ON p.id = c.speaker
LEFT JOIN entity l ON l.id = c.place
LEFT JOIN evidence e ON e.claim = c.id
LEFT JOIN document d ON d.id = e.document;

-- A tie: all claims of one subject, relation, object and status. sources: lineages, so that copies count once.
CREATE VIEW edge AS
SELECT c.subject, c.relation, c.object, c.status, count(DISTINCT c.id) AS claims, count(DISTINCT d.lineage) AS sources,
       max(c.confidence) AS confidence, min(c.day) AS first_day, max(c.day) AS last_day
FROM claim c
LEFT JOIN evidence e ON e.claim = c.id
LEFT JOIN document d ON d.id = e.document
GROUP BY c.subject, c.relation, c.object, c.status;

-- Each entity with the names it goes by. canonical: the entity it stands under, by the judgements that stand; itself,
-- where there are none. Of several judgements on a pair the last counts, and merging gives the name of the entity that
-- the judgement names first. So the canonical entity of a merged one is found by going back in time: the last judgement
-- that ties anybody it is merged with leads to its first-named entity, as that stood before this judgement.
CREATE VIEW entity_name AS
SELECT a.entity, a.name, e.kind, a.origin, a.key,
       CASE WHEN EXISTS (SELECT 1 FROM judgement WHERE entity = e.id OR other = e.id) THEN (
           WITH RECURSIVE
           standing AS NOT MATERIALIZED (
               SELECT j.id, j.entity, j.other FROM judgement j
               WHERE j.verdict = 'same'
                 AND NOT EXISTS (SELECT 1 FROM judgement l WHERE l.entity = j.entity AND l.other = j.other AND l.id > j.id)
                 AND NOT EXISTS (SELECT 1 FROM judgement l WHERE l.entity = j.other AND l.other = j.entity AND l.id > j.id)
           ),
           leading(entity, judgement) AS (
               SELECT e.id, 9223372036854775807
               UNION ALL
               SELECT s.entity, s.id FROM leading l JOIN judgement s ON s.id = (
                   WITH RECURSIVE member(entity) AS (
                       SELECT l.entity
                       UNION
                       SELECT o.other FROM member m JOIN standing o ON o.entity = m.entity AND o.id < l.judgement
                       UNION
                       SELECT o.entity FROM member m JOIN standing o ON o.other = m.entity AND o.id < l.judgement
                   )
                   SELECT max(o.id) FROM member m JOIN standing o ON o.entity = m.entity AND o.id < l.judgement
               )
           )
           SELECT entity FROM leading ORDER BY judgement LIMIT 1
       ) ELSE e.id END AS canonical
FROM alias a JOIN entity e ON e.id = a.entity;
