-- Golden records that ended in one of $1, and the records each had when it ended: the ids that may come back when those come apart.
-- At most $2 rows.
WITH RECURSIVE ended (survivor, golden_id, version, recorded_at, merged_into) AS (
    SELECT into_id, g.golden_id, g.version, g.recorded_at, g.merged_into
    FROM unnest($1::uuid[]) AS s (into_id)
    JOIN mdm.golden_record g ON g.merged_into = s.into_id
    UNION ALL
    SELECT e.survivor, g.golden_id, g.version, g.recorded_at, g.merged_into
    FROM ended e
    JOIN mdm.golden_record g ON g.merged_into = e.golden_id
)
SELECT e.survivor, e.golden_id, e.version, e.merged_into, s.record_id
FROM ended e
JOIN LATERAL (
    -- the version with which it ended; later ones may only have changed where its redirect leads
    SELECT v.unlinked, v.entity FROM mdm.golden_version v
    WHERE v.golden_id = e.golden_id AND v.status = 'merged' AND v.unlinked IS NOT NULL
    ORDER BY v.version DESC
    LIMIT 1
) v ON true
CROSS JOIN LATERAL json_array_elements(v.unlinked) AS l (key)
JOIN mdm.source_record s ON s.native_id = l.key ->> 1 AND s.platform = l.key ->> 0 AND s.entity = v.entity
LIMIT $2::integer
