-- One page of what the hub knew at a moment, without the merged.
SELECT g.golden_id, g.entity, mdm.business_number(g.entity, g.number) AS number, v.version, v.status, v.merged_into, v.policy_version, v.recorded_at, v.attributes
FROM mdm.golden_record g
CROSS JOIN LATERAL (
    SELECT * FROM mdm.golden_version w
    WHERE w.golden_id = g.golden_id AND w.recorded_at <= $3::timestamptz
    ORDER BY w.version DESC
    LIMIT 1
) v
WHERE g.entity = $1::text AND g.golden_id > $2::uuid AND v.status <> 'merged'
ORDER BY g.golden_id
LIMIT $4::integer
