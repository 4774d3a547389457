SELECT record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, updated_at, version, attributes
FROM mdm.source_record
WHERE golden_id = $1::uuid
ORDER BY platform, native_id
LIMIT $2::integer
