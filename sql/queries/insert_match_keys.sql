INSERT INTO mdm.match_key (key, record_id)
SELECT key, record_id FROM unnest($1::bigint[], $2::bigint[]) AS r (key, record_id)
