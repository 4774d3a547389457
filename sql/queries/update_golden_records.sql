UPDATE mdm.golden_record g
SET version = r.version, status = r.status, merged_into = r.merged_into, policy_version = $6::text, recorded_at = $7::timestamptz, attributes = r.attributes
FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::json[]) AS r (golden_id, version, status, merged_into, attributes)
WHERE g.golden_id = r.golden_id
