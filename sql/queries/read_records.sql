SELECT s.record_id, s.golden_id, s.status, s.method, s.linked_at, s.updated_at, s.version, s.raw_id, s.attributes, s.match_keys,
       s.platform, s.native_id, s.received_at, s.entity
FROM mdm.source_record s
WHERE s.record_id = ANY ($1::bigint[])
