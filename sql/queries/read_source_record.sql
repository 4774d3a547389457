SELECT record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, updated_at, version, attributes
FROM mdm.source_record
WHERE native_id = $1::text AND platform = $2::text AND entity = $3::text
