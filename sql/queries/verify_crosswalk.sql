-- Source records whose golden record is missing, merged away, or of another entity.
SELECT count(*) AS dangling
FROM mdm.source_record s
LEFT JOIN mdm.golden_record g ON g.golden_id = s.golden_id
WHERE g.golden_id IS NULL OR g.status = 'merged' OR g.entity <> s.entity
