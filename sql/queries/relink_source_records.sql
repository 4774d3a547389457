-- Records that move to another golden record without a report of their own.
UPDATE mdm.source_record s
SET golden_id = r.golden_id, method = r.method, linked_at = $4::timestamptz
FROM unnest($1::bigint[], $2::uuid[], $3::text[]) AS r (record_id, golden_id, method)
WHERE s.record_id = r.record_id
