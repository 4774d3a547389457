UPDATE mdm.source_record s
SET raw_id = r.raw_id, golden_id = r.golden_id, status = r.status, method = r.method,
    linked_at = CASE WHEN s.golden_id = r.golden_id THEN s.linked_at ELSE $7::timestamptz END,
    received_at = $7::timestamptz, updated_at = r.updated_at, version = r.version, attributes = r.attributes, match_keys = r.match_keys
FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $8::text[], $9::json[], $10::bytea[])
    AS r (record_id, raw_id, golden_id, status, method, updated_at, version, attributes, match_keys)
WHERE s.record_id = r.record_id
