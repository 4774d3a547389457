-- One page in the order of age. $3: a status, or null for all.
SELECT golden_id, entity, mdm.business_number(entity, number) AS number, version, status, merged_into, policy_version, recorded_at, attributes
FROM mdm.golden_record
WHERE entity = $1::text AND golden_id > $2::uuid AND ($3::text IS NULL OR status = $3::text)
ORDER BY golden_id
LIMIT $4::integer
