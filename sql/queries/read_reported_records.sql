-- The stored state of the records that a batch reports: $1 entities, $2 platforms, $3 native ids.
SELECT q.place, s.record_id, s.golden_id, s.status, s.method, s.linked_at, s.updated_at, s.version, s.raw_id, s.attributes, s.match_keys
FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS q (entity, platform, native_id, place)
JOIN mdm.source_record s ON s.native_id = q.native_id AND s.platform = q.platform AND s.entity = q.entity
