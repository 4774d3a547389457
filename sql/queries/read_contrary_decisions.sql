-- Decisions in force on the pairs $1, $2 that say something else than $3.
SELECT DISTINCT d.decision_id
FROM unnest($1::bigint[], $2::bigint[]) AS r (record_a, record_b)
JOIN mdm.decision_pair p ON p.record_a = r.record_a AND p.record_b = r.record_b
JOIN mdm.decision d ON d.decision_id = p.decision_id AND d.revoked_at IS NULL AND d.kind <> $3::text
ORDER BY d.decision_id
LIMIT 10
