INSERT INTO mdm.match_edge (record_a, record_b, entity, kind, weight)
SELECT record_a, record_b, $5::text, kind, weight
FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::integer[]) AS r (record_a, record_b, kind, weight)
ON CONFLICT (record_a, record_b) DO UPDATE SET kind = excluded.kind, weight = excluded.weight
