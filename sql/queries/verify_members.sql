-- The source records behind the golden records $1.
SELECT record_id, golden_id, status, method, linked_at, updated_at, version, raw_id, attributes, match_keys, platform, native_id, entity
FROM mdm.source_record
WHERE golden_id = ANY ($1::uuid[])
