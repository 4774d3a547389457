-- What may have been meant by an id that the hub does not know: the same id elsewhere, and its neighbours in the crosswalk's index.
-- Each branch reads a bounded stretch of one index. $1 native id, $2 platform, $3 entity.
(SELECT 0 AS distance, entity, platform, native_id
 FROM mdm.source_record WHERE native_id = $1::text
 ORDER BY native_id, platform, entity LIMIT 20)
UNION ALL
(SELECT 1, entity, platform, native_id
 FROM (SELECT entity, platform, native_id FROM mdm.source_record WHERE native_id > $1::text ORDER BY native_id LIMIT 100) above
 WHERE platform = $2::text AND entity = $3::text LIMIT 20)
UNION ALL
(SELECT 1, entity, platform, native_id
 FROM (SELECT entity, platform, native_id FROM mdm.source_record WHERE native_id < $1::text ORDER BY native_id DESC LIMIT 100) below
 WHERE platform = $2::text AND entity = $3::text LIMIT 20)
