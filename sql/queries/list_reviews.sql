-- Pairs in different golden records that wait for a steward, the likeliest first; from behind (weight, record_a, record_b).
SELECT e.record_a, e.record_b, e.entity, e.weight, e.opened_at,
       a.golden_id AS golden_a, a.platform AS platform_a, a.raw_id AS raw_id_a,
       b.golden_id AS golden_b, b.platform AS platform_b, b.raw_id AS raw_id_b, e.kind
FROM mdm.match_edge e
JOIN mdm.source_record a ON a.record_id = e.record_a
JOIN mdm.source_record b ON b.record_id = e.record_b
WHERE e.kind <> 'cut' AND ($1::text IS NULL OR e.entity = $1::text) AND a.golden_id <> b.golden_id
  AND ($2::integer IS NULL OR e.weight < $2::integer OR (e.weight = $2::integer AND (e.record_a, e.record_b) > ($3::bigint, $4::bigint)))
ORDER BY e.weight DESC, e.record_a, e.record_b
LIMIT $5::integer
