-- The end of a chain of redirects: at most 64 steps, which also ends a cycle.
WITH RECURSIVE chain (golden_id, merged_into, depth) AS (
    SELECT golden_id, merged_into, 0 FROM mdm.golden_record WHERE golden_id = $1::uuid
    UNION ALL
    SELECT g.golden_id, g.merged_into, c.depth + 1
    FROM chain c JOIN mdm.golden_record g ON g.golden_id = c.merged_into
    WHERE c.depth < 64
)
SELECT g.golden_id, g.entity, mdm.business_number(g.entity, g.number) AS number, g.version, g.status, g.merged_into, g.policy_version, g.recorded_at, g.attributes
FROM chain c JOIN mdm.golden_record g USING (golden_id)
ORDER BY c.depth DESC
LIMIT 1
