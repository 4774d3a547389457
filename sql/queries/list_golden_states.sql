-- The golden table itself, in pages by id.
SELECT golden_id, version, status, merged_into, attributes
FROM mdm.golden_record
WHERE golden_id > $1::uuid
ORDER BY golden_id
LIMIT $2::integer
