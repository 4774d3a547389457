-- The version that the hub knew at a moment.
SELECT v.golden_id, v.entity, mdm.business_number(g.entity, g.number) AS number, v.version, v.status, v.merged_into, v.policy_version, v.recorded_at, v.attributes
FROM mdm.golden_version v JOIN mdm.golden_record g USING (golden_id)
WHERE v.golden_id = $1::uuid AND v.recorded_at <= $2::timestamptz
ORDER BY v.version DESC
LIMIT 1
