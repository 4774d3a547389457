INSERT INTO mdm.golden_record (golden_id, entity, version, status, policy_version, recorded_at, attributes)
SELECT golden_id, $2::text, 1, status, $3::text, $4::timestamptz, attributes
FROM unnest($1::uuid[], $5::text[], $6::json[]) AS r (golden_id, status, attributes)
