DELETE FROM mdm.match_edge e
USING unnest($1::bigint[], $2::bigint[]) AS r (record_a, record_b)
WHERE e.record_a = r.record_a AND e.record_b = r.record_b
