SELECT golden_id, entity, version, status, merged_into, policy_version, attributes
FROM mdm.golden_record
WHERE golden_id = ANY ($1::uuid[])
