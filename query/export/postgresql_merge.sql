-- One writer after another from here on: the copying above went side by side.
SELECT pg_advisory_xact_lock(1802073192) \g /dev/null

INSERT INTO relation SELECT * FROM staged_relation ON CONFLICT DO NOTHING;
INSERT INTO document (key, location, title, byline, publisher, published, list, edition, text, sentences, is_snapshot)
SELECT key, location, title, byline, publisher, published, list, edition, text, sentences, is_snapshot
FROM staged_document
ORDER BY number ON CONFLICT DO NOTHING;
INSERT INTO entity (key, name, kind) SELECT key, name, kind FROM staged_entity ORDER BY number
ON CONFLICT DO NOTHING;
CREATE TEMPORARY TABLE found_entity ON COMMIT DROP AS
SELECT s.number, e.id FROM staged_entity s JOIN entity e USING (key);
CREATE TEMPORARY TABLE found_document ON COMMIT DROP AS
SELECT s.number, d.id, d.key FROM staged_document s JOIN document d USING (key);
ANALYZE found_entity, found_document, staged_claim, staged_evidence;
INSERT INTO alias SELECT e.id, a.name, a.origin FROM staged_alias a JOIN found_entity e ON e.number = a.entity
ON CONFLICT DO NOTHING;
INSERT INTO identifier SELECT e.id, i.scheme, i.value, i.origin
FROM staged_identifier i JOIN found_entity e ON e.number = i.entity ON CONFLICT DO NOTHING;

INSERT INTO claim (key, subject, subject_kind, relation, object, object_kind, status, speaker, unnamed_speaker, item,
                   role, place, "time", day)
SELECT c.key, CASE WHEN turned THEN o.id ELSE s.id END, CASE WHEN turned THEN c.object_kind ELSE c.subject_kind END,
       c.relation, CASE WHEN turned THEN s.id ELSE o.id END,
       CASE WHEN turned THEN c.subject_kind ELSE c.object_kind END, c.status, p.id, c.unnamed_speaker, c.item, c.role,
       l.id, c."time", date '1970-01-01' + c.day
FROM staged_claim c
JOIN relation r ON r.name = c.relation
JOIN found_entity s ON s.number = c.subject
JOIN found_entity o ON o.number = c.object
LEFT JOIN found_entity p ON p.number = c.speaker
LEFT JOIN found_entity l ON l.number = c.place
CROSS JOIN LATERAL (SELECT r.is_symmetric AND s.id > o.id AS turned) AS ends
ORDER BY c.number ON CONFLICT DO NOTHING;
CREATE TEMPORARY TABLE found_claim ON COMMIT DROP AS
SELECT s.number, c.id, s.alternative_of FROM staged_claim s JOIN claim c USING (key);
ANALYZE claim, found_claim;

INSERT INTO evidence (claim, document, begin, "end", cue_begin, cue_end, line, extractor, confidence, source, record,
                      url, quote)
SELECT c.id, d.id, e.begin, e."end", e.cue_begin, e.cue_end, e.line, e.extractor, e.confidence,
       coalesce(e.source, d.key), e.record, e.url, e.quote
FROM staged_evidence e JOIN found_claim c ON c.number = e.claim JOIN found_document d ON d.number = e.document
ON CONFLICT DO NOTHING;

-- The group of claims that exclude one another goes by the first of them.
UPDATE claim SET alternative_of = grouped.first FROM (
    SELECT id, min(id) OVER (PARTITION BY alternative_of) AS first
    FROM found_claim WHERE alternative_of IS NOT NULL
) AS grouped
WHERE claim.id = grouped.id AND claim.alternative_of IS NULL;

UPDATE entity SET told = lines.line FROM staged_line lines JOIN found_entity e ON e.number = lines.number
WHERE lines.kind = 'entity' AND entity.id = e.id AND entity.told IS NULL;
UPDATE evidence SET said = lines.line
FROM staged_line lines JOIN found_claim c ON c.number = lines.number JOIN found_document d ON d.number = lines.document
WHERE lines.kind = 'claim' AND evidence.claim = c.id AND evidence.document = d.id AND evidence.begin = lines.begin
  AND evidence.extractor = lines.extractor AND evidence.said IS NULL;
INSERT INTO said (document, begin, line)
SELECT d.id, lines.begin, lines.line FROM staged_line lines JOIN found_document d ON d.number = lines.document
WHERE lines.kind = 'said' ORDER BY lines.place ON CONFLICT DO NOTHING;
INSERT INTO said (document, begin, line)
SELECT d.id, -1, each.line
FROM staged_line lines JOIN found_document d ON d.number = lines.document
CROSS JOIN LATERAL jsonb_array_elements(lines.line) AS each(line)
WHERE lines.kind = 'records' ORDER BY lines.place ON CONFLICT DO NOTHING;
-- Of one judge's judgements on one pair, whichever side stands first, or on one claim, what comes now is what holds.
CREATE OR REPLACE FUNCTION pg_temp.judged(line jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_array(
        judged->'judge', least(ends.entity, ends.other), greatest(ends.entity, ends.other),
        (judged->'claim') - '{subject,object,speaker,place}'::text[], ends.subject, ends.object, ends.speaker, ends.place)
    FROM (SELECT line->'judgement' AS judged) AS told CROSS JOIN LATERAL (
        SELECT jsonb_build_array(judged #> '{entity,name}', judged #> '{entity,kind}') AS entity,
               jsonb_build_array(judged #> '{other,name}', judged #> '{other,kind}') AS other,
               jsonb_build_array(judged #> '{claim,subject,name}', judged #> '{claim,subject,kind}') AS subject,
               jsonb_build_array(judged #> '{claim,object,name}', judged #> '{claim,object,kind}') AS object,
               jsonb_build_array(judged #> '{claim,speaker,name}', judged #> '{claim,speaker,kind}') AS speaker,
               jsonb_build_array(judged #> '{claim,place,name}', judged #> '{claim,place,kind}') AS place) AS ends
$$;
DELETE FROM judgement WHERE pg_temp.judged(line) IN (SELECT pg_temp.judged(line) FROM staged_line WHERE kind = 'judgement')
AND line NOT IN (SELECT line FROM staged_line WHERE kind = 'judgement');
INSERT INTO judgement (line) SELECT line FROM staged_line WHERE kind = 'judgement' ORDER BY place ON CONFLICT DO NOTHING;
COMMIT;
ANALYZE evidence;
