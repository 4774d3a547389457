SELECT golden_id, platform, raw_id
FROM mdm.source_record
WHERE golden_id = ANY ($1::uuid[])
