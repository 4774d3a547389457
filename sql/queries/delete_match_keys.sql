DELETE FROM mdm.match_key m
USING unnest($1::bigint[], $2::bigint[]) AS r (key, record_id)
WHERE m.key = r.key AND m.record_id = r.record_id
