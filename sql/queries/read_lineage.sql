-- $2: a version, or null for the newest.
SELECT version, lineage
FROM mdm.golden_version
WHERE golden_id = $1::uuid AND ($2::bigint IS NULL OR version = $2::bigint)
ORDER BY version DESC
LIMIT 1
