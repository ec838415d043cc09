-- One writer after another from here on: the copying above went side by side.
SELECT pg_advisory_xact_lock(1802073192) \g /dev/null

INSERT INTO relation SELECT * FROM staged_relation ON CONFLICT DO NOTHING;
INSERT INTO document (key, location, title, byline, publisher, published, list, edition, text, sentences)
SELECT key, location, title, byline, publisher, published, list, edition, text, sentences FROM staged_document
ORDER BY number ON CONFLICT DO NOTHING;
INSERT INTO entity (key, name, kind) SELECT key, name, kind FROM staged_entity ORDER BY number
ON CONFLICT DO NOTHING;
ANALYZE entity, document;
INSERT INTO alias SELECT e.id, a.name, a.origin FROM staged_alias a JOIN entity e USING (key) ON CONFLICT DO NOTHING;
INSERT INTO identifier SELECT e.id, i.scheme, i.value, i.origin FROM staged_identifier i JOIN entity e USING (key)
ON CONFLICT DO NOTHING;

INSERT INTO claim (key, subject, subject_kind, relation, object, object_kind, status, speaker, unnamed_speaker, item,
                   role, place, "time", day)
SELECT c.key, CASE WHEN turned THEN o.id ELSE s.id END, CASE WHEN turned THEN c.object_kind ELSE c.subject_kind END,
       c.relation, CASE WHEN turned THEN s.id ELSE o.id END,
       CASE WHEN turned THEN c.subject_kind ELSE c.object_kind END, c.status, p.id, c.unnamed_speaker, c.item, c.role,
       l.id, c."time", date '1970-01-01' + c.day
FROM staged_claim c
JOIN relation r ON r.name = c.relation
JOIN entity s ON s.key = c.subject
JOIN entity o ON o.key = c.object
LEFT JOIN entity p ON p.key = c.speaker
LEFT JOIN entity l ON l.key = c.place
CROSS JOIN LATERAL (SELECT r.is_symmetric AND s.id > o.id AS turned) AS ends
ORDER BY c.number ON CONFLICT DO NOTHING;
ANALYZE claim;

INSERT INTO evidence
SELECT c.id, d.id, e.begin, e."end", e.cue_begin, e.cue_end, e.line, e.extractor, e.confidence, e.source, e.record,
       e.url, e.quote
FROM staged_evidence e JOIN claim c ON c.key = e.claim JOIN document d ON d.key = e.document
ON CONFLICT DO NOTHING;

-- The group of claims that exclude one another goes by the first of them.
UPDATE claim SET alternative_of = grouped.first FROM (
    SELECT c.id, min(c.id) OVER (PARTITION BY s.alternative_of) AS first
    FROM staged_claim s JOIN claim c USING (key) WHERE s.alternative_of IS NOT NULL
) AS grouped
WHERE claim.id = grouped.id AND claim.alternative_of IS NULL;
COMMIT;
ANALYZE evidence;
