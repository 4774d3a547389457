-- Golden ids of the records that references point at: $1 entities, $2 platforms, $3 native ids.
SELECT q.place, s.golden_id
FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS q (entity, platform, native_id, place)
JOIN mdm.source_record s ON s.native_id = q.native_id AND s.platform = q.platform AND s.entity = q.entity
