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
PRAGMA user_version = 7;

-- Single values of the whole database. 'generation' grows by one with each writing transaction; caches compare it.
-- 'alternatives' is the last number given to claims that exclude one another; none is given twice.
CREATE TABLE property (
    name  TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;
INSERT INTO property VALUES ('generation', 0), ('alternatives', 0);

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
INSERT INTO status VALUES (0, 'actual'), (1, 'planned'), (2, 'possible'), (3, 'demanded'), (4, 'denied'), (5, 'former'),
    (6, 'rejected');  -- by people: no source says so (claim_judgement)

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
    text      TEXT,
    list      TEXT,                                              -- of records that come again: the list it is an edition of
    edition   TEXT,                                              -- ... and which; documents read from one file share it
    is_snapshot INTEGER NOT NULL DEFAULT 0 CHECK (is_snapshot IN (0, 1))  -- ... and whether it is the whole list
) STRICT;
CREATE INDEX document_lineage ON document (lineage);
CREATE INDEX document_list ON document (list) WHERE list IS NOT NULL;

-- Which records stand in an edition of a list, by their numbers.
CREATE TABLE record (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    id       TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;

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

-- Sentences with their words, and the index to search them by: SELECT rowid FROM sentence_search WHERE sentence_search
-- MATCH 'drones NEAR caspian'; rowid >> 20 is the document, rowid & 1048575 the number. A sentence of a higher number
-- than that is not indexed.
CREATE VIEW sentence_text AS
SELECT s.document << 20 | s.number AS id, s.document, s.number, substr(d.text, s.begin + 1, s."end" - s.begin) AS text
FROM sentence s JOIN document d ON d.id = s.document WHERE s.number < 1048576;
CREATE VIRTUAL TABLE sentence_search USING fts5(text, content='sentence_text', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2');

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
-- By the last word of a name of several, since persons go by it.
CREATE INDEX alias_last_word ON alias (replace(key, rtrim(key, replace(key, ' ', '')), ''))
WHERE origin = 'name' AND instr(key, ' ') > 0;

-- Numbers by which registers and lists tell an entity (graph/identifier_schemes.tsv). origin: whether a record says so,
-- which tells its entity from others of one name, or the gazetteer knows it of the name.
CREATE TABLE identifier (
    scheme TEXT NOT NULL,
    value  TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    origin TEXT NOT NULL CHECK (origin IN ('record', 'gazetteer')),
    PRIMARY KEY (scheme, value, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_entity ON identifier (entity);

-- Where a text names an entity, or a record tells of it (begin and end are bytes of the record then). A mention keeps
-- the entity it was born with; merges are judgements (below).
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
    confidence     INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),  -- thousandths: of its surest evidence
    day            INTEGER,   -- days since 1970-01-01 of time's start, else of the first publication: to filter and sort
    speaker        INTEGER REFERENCES entity,
    item           TEXT,      -- the goods, weapon or money
    role           TEXT,      -- the post or kinship
    place          INTEGER REFERENCES entity,
    time           TEXT,      -- when it holds: 2023, 2023-06, 2015..2018; never the publication date
    alternative_of INTEGER,   -- claims with the same number exclude one another ("Hezbollah or Iran")
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
-- source: who stands behind it, so that one voice counts once. Equal numbers are one source of the tie: the lineage of
-- the document; and of what a named speaker says, the first lineage that reports him on that occasion
-- (graph/store/evidence_sources).
-- record, url, quote: what a record gives of itself: its number in the source, where it can be read, the words that say so.
-- extractor: the program that found the claim, with its version; '': kith, or the record says so itself. What two of them
-- find in one sentence is evidence of each.
CREATE TABLE evidence (
    claim      INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    begin      INTEGER NOT NULL,
    extractor  TEXT NOT NULL DEFAULT '',
    "end"      INTEGER NOT NULL,
    cue_begin  INTEGER,
    cue_end    INTEGER,
    line       INTEGER,
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),  -- thousandths: that this sentence says so
    source     INTEGER NOT NULL,
    record     TEXT,
    url        TEXT,
    quote      TEXT,
    PRIMARY KEY (claim, document, begin, extractor)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document);

-- What editions of lists said of records of which a later edition speaks: evidence that counts no longer, with what its
-- claim told (graph/store/list_editions). until: the edition since which it is past. is_dropped: its record stands on the
-- list no more, and what was actual is a claim of status former. claim: the number that the claim had.
CREATE TABLE past_claim (
    id         INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    record     TEXT NOT NULL,
    until      INTEGER REFERENCES document ON DELETE SET NULL,
    is_dropped INTEGER NOT NULL CHECK (is_dropped IN (0, 1)),
    claim      INTEGER NOT NULL,
    subject    INTEGER NOT NULL REFERENCES entity,
    relation   INTEGER NOT NULL REFERENCES relation,
    object     INTEGER NOT NULL REFERENCES entity,
    status     INTEGER NOT NULL REFERENCES status,
    speaker    INTEGER REFERENCES entity,
    item       TEXT,
    role       TEXT,
    place      INTEGER REFERENCES entity,
    time       TEXT,
    unnamed_speaker TEXT NOT NULL DEFAULT '',
    begin      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    cue_begin  INTEGER,
    cue_end    INTEGER,
    line       INTEGER,
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
    url        TEXT,
    quote      TEXT,
    extractor  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX past_claim_document ON past_claim (document);
CREATE INDEX past_claim_until ON past_claim (until);
CREATE INDEX past_claim_subject ON past_claim (subject);
CREATE INDEX past_claim_object ON past_claim (object);
CREATE INDEX past_claim_speaker ON past_claim (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX past_claim_place ON past_claim (place) WHERE place IS NOT NULL;

-- What people judged of claims. A judgement is of the claim as it was said, which is kept here, so that it outlives the
-- row: read again, the claim stands as judged. While it is there (claim), the latest judgement decides how it stands in the
-- table claim: as said where it is confirmed, as status 'rejected', or as corrected. Kept by graph/store/claim_judgements.
CREATE TABLE claim_judgement (
    id              INTEGER PRIMARY KEY,
    verdict         TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'corrected')),
    judge           TEXT NOT NULL,
    decided         TEXT,     -- date, where the judge gives one
    claim           INTEGER REFERENCES claim ON DELETE SET NULL,  -- NULL while no document says it
    subject         INTEGER NOT NULL REFERENCES entity,           -- as said, up to unnamed_speaker
    relation        INTEGER NOT NULL REFERENCES relation,
    object          INTEGER NOT NULL REFERENCES entity,
    status          INTEGER NOT NULL REFERENCES status,
    speaker         INTEGER REFERENCES entity,
    item            TEXT,
    role            TEXT,
    place           INTEGER REFERENCES entity,
    time            TEXT,
    unnamed_speaker TEXT NOT NULL DEFAULT '',
    right_subject   INTEGER NOT NULL REFERENCES entity,           -- as judged
    right_relation  INTEGER NOT NULL REFERENCES relation,
    right_object    INTEGER NOT NULL REFERENCES entity,
    right_status    INTEGER NOT NULL REFERENCES status
) STRICT;
CREATE INDEX claim_judgement_claim ON claim_judgement (claim);

-- Evidence that people vouch for, the surest of a claim that they confirmed or corrected, with the confidence that it had.
CREATE TABLE vouched_evidence (
    claim      INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
    document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    begin      INTEGER NOT NULL,
    extractor  TEXT NOT NULL,
    confidence INTEGER NOT NULL
) STRICT;

-- Whether two entities are one. `kith unmerge` undoes a row: claims and mentions keep the entity they were born with.
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

-- Two of one name, told apart by documents: the judgement's other is whoever was named as its entity in these documents.
-- Claims and mentions of theirs stand under the other while the judgement stands (graph/store/parting).
CREATE TABLE parting (
    judgement INTEGER NOT NULL REFERENCES judgement ON DELETE CASCADE,
    document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    PRIMARY KEY (judgement, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX parting_document ON parting (document);

-- Entities that stand under another, by the judgements that stand; all others stand for themselves. Kept by whoever
-- writes judgements (graph/store/merged_entities says how the canonical one is chosen).
CREATE TABLE merged_entity (
    entity    INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE,
    canonical INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    CHECK (entity <> canonical)
) STRICT;
CREATE INDEX merged_entity_canonical ON merged_entity (canonical);

-- Claims in words, one row a piece of evidence, with its quote.
CREATE VIEW claim_text AS
SELECT c.id AS claim, s.name AS subject, r.name AS relation, o.name AS object, t.name AS status, p.name AS speaker,
       c.unnamed_speaker, c.item, c.role, l.name AS place, c.time, coalesce(e.confidence, c.confidence) / 1000.0 AS confidence,
       coalesce(e.quote, substr(d.text, e.begin + 1, e."end" - e.begin)) AS quote, d.publisher, d.published, d.location,
       e.line, e.record, e.url, nullif(e.extractor, '') AS extractor
FROM claim c
JOIN entity s ON s.id = c.subject
JOIN relation r ON r.id = c.relation
JOIN entity o ON o.id = c.object
JOIN status t ON t.id = c.status
LEFT JOIN entity p ON p.id = c.speaker
LEFT JOIN entity l ON l.id = c.place
LEFT JOIN evidence e ON e.claim = c.id
LEFT JOIN document d ON d.id = e.document;

-- A tie: all claims of one subject, relation, object and status. sources: independent ones, so that copies count once.
-- A symmetric tie stands once, under the end with the smaller number, however its claims were told before a merge.
CREATE VIEW edge AS
WITH c AS (
    SELECT claim.id, claim.relation, claim.status, claim.confidence, claim.day, r.symmetric,
           coalesce(s.canonical, claim.subject) AS subject, coalesce(o.canonical, claim.object) AS object
    FROM claim
    LEFT JOIN relation r ON r.id = claim.relation
    LEFT JOIN merged_entity s ON s.entity = claim.subject
    LEFT JOIN merged_entity o ON o.entity = claim.object
    WHERE claim.status <> 6  -- rejected
)
SELECT iif(c.symmetric, min(c.subject, c.object), c.subject) AS subject, c.relation,
       iif(c.symmetric, max(c.subject, c.object), c.object) AS object, c.status,
       count(DISTINCT c.id) AS claims, count(DISTINCT e.source) AS sources, max(c.confidence) AS confidence,
       min(c.day) AS first_day, max(c.day) AS last_day
FROM c LEFT JOIN evidence e ON e.claim = c.id
GROUP BY 1, 2, 3, 4;

-- Each entity with the names it goes by. canonical: the entity it stands under.
CREATE VIEW entity_name AS
SELECT a.entity, a.name, e.kind, a.origin, a.key, coalesce(m.canonical, e.id) AS canonical
FROM alias a JOIN entity e ON e.id = a.entity LEFT JOIN merged_entity m ON m.entity = a.entity;
