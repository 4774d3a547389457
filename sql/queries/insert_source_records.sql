INSERT INTO mdm.source_record
    (record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, updated_at, version, attributes, match_keys)
SELECT record_id, $12::text, platform, native_id, raw_id, golden_id, status, method, $6::timestamptz, $6::timestamptz, updated_at, version, attributes, match_keys
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::uuid[], $7::text[], $8::timestamptz[], $9::text[], $10::json[], $11::bytea[], $13::text[])
    AS r (record_id, platform, native_id, raw_id, golden_id, method, updated_at, version, attributes, match_keys, status)
