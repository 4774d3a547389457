INSERT INTO mdm.source_record
    (record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, updated_at, version, attributes)
SELECT record_id, entity, platform, native_id, raw_id, golden_id, 'active', method, $7::timestamptz, $7::timestamptz, updated_at, version, attributes
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $8::text[], $9::timestamptz[], $10::text[], $11::json[])
    AS r (record_id, entity, platform, native_id, raw_id, golden_id, method, updated_at, version, attributes)
