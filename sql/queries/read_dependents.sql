-- Records that refer to any of the records (entity $1, platforms $2, native ids $3). The probe stands behind OFFSET 0: with few
-- references the planner would rather go through all of them for each record, and a prepared statement keeps such a plan.
SELECT q.place, r.record_id, s.entity
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS q (platform, native_id, place)
CROSS JOIN LATERAL (
    SELECT record_id FROM mdm.source_reference t
    WHERE t.target_native_id = q.native_id AND t.target_platform = q.platform AND t.target_entity = $1::text
    OFFSET 0
) r
JOIN mdm.source_record s ON s.record_id = r.record_id
