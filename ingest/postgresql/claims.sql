-- What `kith export --format sql` has brought into PostgreSQL, as kith's own lines (ingest/own_lines): entities, then
-- document by document its claims. $WHERE is a condition on the columns of the view claim_text; where there is none,
-- $WHOLE is true, and what was said before people judged comes with what they judged, instead of what stands.
WITH chosen AS MATERIALIZED (
    SELECT * FROM claim WHERE id IN (SELECT claim FROM claim_text WHERE ($WHERE))
), evidenced AS MATERIALIZED (
    SELECT e.*, c.alternative_of FROM evidence e JOIN chosen c ON c.id = e.claim
), excluding AS (
    SELECT document, alternative_of, row_number() OVER (PARTITION BY document ORDER BY alternative_of) AS number
    FROM evidenced WHERE alternative_of IS NOT NULL GROUP BY document, alternative_of HAVING count(DISTINCT claim) > 1
), named AS (
    SELECT subject AS id FROM chosen UNION SELECT object FROM chosen
    UNION SELECT speaker FROM chosen WHERE speaker IS NOT NULL UNION SELECT place FROM chosen WHERE place IS NOT NULL
    UNION SELECT id FROM entity WHERE $WHOLE
), reference AS MATERIALIZED (
    SELECT e.id, e.name, e.kind, told.identifiers, CASE WHEN $WHOLE THEN e.told END AS told
    FROM named JOIN entity e USING (id) LEFT JOIN (
        SELECT entity, jsonb_agg(scheme || ':' || value ORDER BY scheme, value) AS identifiers
        FROM identifier WHERE origin = 'record' GROUP BY entity
    ) AS told ON told.entity = e.id
), lines AS (
    SELECT 0 AS part, r.id AS number, 0 AS rank, 0::bigint AS begin, 0::bigint AS claim, m.name COLLATE "C" AS further,
           jsonb_build_object('entity', jsonb_build_object(
               'name', r.name, 'kind', r.kind, 'mention', coalesce(m.name, r.name), 'identifiers', r.identifiers,
               'known_identifiers', (SELECT jsonb_agg(scheme || ':' || value ORDER BY scheme, value) FROM identifier i
                                     WHERE i.entity = r.id AND i.origin <> 'record'),
               'aliases', (SELECT jsonb_agg(a.name ORDER BY a.name COLLATE "C") FROM alias a
                           WHERE a.entity = r.id AND a.origin <> 'mention' AND a.name <> r.name))) AS line
    FROM reference r LEFT JOIN alias m ON m.entity = r.id AND m.origin = 'mention'
    WHERE r.told IS NULL
    UNION ALL
    SELECT 0, r.id, 0, t.place, 0, '', t.line
    FROM reference r CROSS JOIN LATERAL jsonb_array_elements(r.told) WITH ORDINALITY AS t(line, place)
    UNION ALL
    SELECT 1, s.document, 1, s.begin, 0, '', s.line FROM said s WHERE $WHOLE
    UNION ALL
    SELECT 2, j.id, 0, 0, 0, '', j.line FROM judgement j WHERE $WHOLE
    UNION ALL
    SELECT 1, d.id, 0, 0, 0, '', jsonb_build_object('document', jsonb_build_object(
               'location', d.location, 'title', d.title, 'byline', d.byline, 'publisher', d.publisher,
               'published', d.published, 'list', d.list, 'edition', d.edition, 'text', d.text, 'sentences', d.sentences,
               'snapshot', CASE WHEN d.is_snapshot THEN true END))
    FROM document d WHERE $WHOLE OR d.id IN (SELECT document FROM evidenced)
    UNION ALL
    SELECT 1, d.id, 1, e.begin, c.id, e.extractor COLLATE "C", jsonb_build_object(
               'document', d.location, 'relation', c.relation, 'status', c.status, 'item', c.item, 'role', c.role,
               'time', c."time", 'unnamed_speaker', c.unnamed_speaker, 'confidence', e.confidence,
               'alternative', x.number,
               'subject', jsonb_build_object('name', s.name, 'kind', c.subject_kind, 'identifiers', s.identifiers),
               'object', jsonb_build_object('name', o.name, 'kind', c.object_kind, 'identifiers', o.identifiers),
               'speaker', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object(
                   'name', p.name, 'kind', p.kind, 'identifiers', p.identifiers) END,
               'place', CASE WHEN l.id IS NOT NULL THEN jsonb_build_object(
                   'name', l.name, 'kind', l.kind, 'identifiers', l.identifiers) END,
               'evidence', jsonb_build_object(
                   'begin', e.begin, 'end', e."end", 'line', e.line, 'record', e.record, 'url', e.url,
                   'cue', CASE WHEN e.cue_end IS NOT NULL THEN jsonb_build_array(e.cue_begin, e.cue_end) END,
                   'text', CASE WHEN d.text IS NULL THEN e.quote END,
                   'quote', CASE WHEN d.text IS NOT NULL THEN e.quote END, 'extractor', nullif(e.extractor, '')))
           || CASE WHEN $WHOLE THEN coalesce(e.said, '{}') ELSE '{}' END
    FROM evidenced e
    JOIN chosen c ON c.id = e.claim
    JOIN document d ON d.id = e.document
    JOIN reference s ON s.id = c.subject
    JOIN reference o ON o.id = c.object
    LEFT JOIN reference p ON p.id = c.speaker
    LEFT JOIN reference l ON l.id = c.place
    LEFT JOIN excluding x ON x.document = e.document AND x.alternative_of = e.alternative_of
)
SELECT jsonb_strip_nulls(line)::text FROM lines ORDER BY part, number, rank, begin, claim, further
