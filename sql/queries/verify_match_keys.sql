-- Pairs of key $1 and record $2 that the key table lacks.
SELECT count(*) AS missing
FROM unnest($1::bigint[], $2::bigint[]) AS r (key, record_id)
WHERE NOT EXISTS (SELECT FROM mdm.match_key m WHERE m.key = r.key AND m.record_id = r.record_id)
