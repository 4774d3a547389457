-- The active records of one platform behind a golden record.
SELECT record_id, golden_id, status, method, linked_at, updated_at, version, raw_id, attributes, match_keys, platform, native_id
FROM mdm.source_record
WHERE golden_id = $1 AND platform = $2 AND status = 'active'
ORDER BY record_id
LIMIT 1000
