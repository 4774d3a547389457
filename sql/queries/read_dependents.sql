-- Records that refer to any of the records (entity $1, platforms $2, native ids $3).
SELECT q.place, r.record_id, s.entity
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS q (platform, native_id, place)
JOIN mdm.source_reference r
    ON r.target_native_id = q.native_id AND r.target_platform = q.platform AND r.target_entity = $1::text
JOIN mdm.source_record s ON s.record_id = r.record_id
