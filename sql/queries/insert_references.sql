INSERT INTO mdm.source_reference (record_id, attribute, target_entity, target_platform, target_native_id)
SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
ON CONFLICT DO NOTHING
