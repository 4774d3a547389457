-- The records $1, and those of $2 that have at most $3 match keys.
SELECT record_id, golden_id, status, method, linked_at, updated_at, version, raw_id, attributes, match_keys, platform, native_id
FROM mdm.source_record
WHERE record_id = ANY ($1::bigint[])
UNION ALL
SELECT record_id, golden_id, status, method, linked_at, updated_at, version, raw_id, attributes, match_keys, platform, native_id
FROM mdm.source_record
WHERE record_id = ANY ($2::bigint[]) AND octet_length(match_keys) <= 8 * $3::integer
