SELECT record_id, platform, raw_id
FROM mdm.source_record
WHERE record_id = ANY ($1::bigint[])
