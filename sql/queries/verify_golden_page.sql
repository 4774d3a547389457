-- The next $2 golden records after $1, in the order of their ids, and whether the history ends in the same state.
SELECT g.golden_id, g.entity, g.version, g.status, g.merged_into, g.policy_version, g.recorded_at, g.attributes,
       EXISTS (
           SELECT FROM mdm.golden_version v
           WHERE v.golden_id = g.golden_id AND v.version = g.version AND v.recorded_at = g.recorded_at
             AND v.status = g.status AND v.merged_into IS NOT DISTINCT FROM g.merged_into
             AND v.attributes::text = g.attributes::text
       ) AS is_in_history
FROM mdm.golden_record g
WHERE g.golden_id > $1::uuid
ORDER BY g.golden_id
LIMIT $2::integer
