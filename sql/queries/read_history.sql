-- Newest first, from before a version.
SELECT version, recorded_at, status, merged_into, policy_version, changed, attributes, linked, unlinked
FROM mdm.golden_version
WHERE golden_id = $1::uuid AND version < $2::bigint
ORDER BY version DESC
LIMIT $3::integer
