SELECT golden_id, entity, mdm.business_number(entity, number) AS number, version, status, merged_into, policy_version, recorded_at, attributes
FROM mdm.golden_record
WHERE golden_id = $1::uuid
