-- Records under each of the keys $1, at most $2 a key: one more than the bound shows that the key is generic.
SELECT k.key, m.record_id
FROM unnest($1::bigint[]) AS k (key)
CROSS JOIN LATERAL (SELECT record_id FROM mdm.match_key WHERE match_key.key = k.key LIMIT $2::integer) AS m
