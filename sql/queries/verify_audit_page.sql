-- The next $2 audit entries after $1.
SELECT seq, recorded_at, actor, action, entity, platform, record_id, golden_id, golden_version, outcome, verdicts, policy_version, correlation_id, hash
FROM mdm.audit_entry
WHERE seq > $1::bigint
ORDER BY seq
LIMIT $2::integer
