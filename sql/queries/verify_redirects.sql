-- Merged golden records whose redirects do not end, within 64 steps, in one that is not merged.
WITH RECURSIVE step (start, at, hops) AS (
    SELECT golden_id, merged_into, 1 FROM mdm.golden_record WHERE merged_into IS NOT NULL
    UNION ALL
    SELECT step.start, g.merged_into, step.hops + 1
    FROM step
    JOIN mdm.golden_record g ON g.golden_id = step.at
    WHERE g.merged_into IS NOT NULL AND step.hops < 64
)
SELECT (SELECT count(*) FROM mdm.golden_record WHERE merged_into IS NOT NULL)
     - (SELECT count(DISTINCT step.start) FROM step JOIN mdm.golden_record g ON g.golden_id = step.at WHERE g.status <> 'merged') AS endless
