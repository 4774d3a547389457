-- How the crosswalk of golden records came about, up to a moment.
SELECT golden_id, linked, unlinked
FROM mdm.golden_version
WHERE golden_id = ANY ($1::uuid[]) AND recorded_at <= $2::timestamptz
ORDER BY golden_id, version
