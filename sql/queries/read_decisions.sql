-- Steward decisions in force among the records $1.
SELECT p.record_a, p.record_b, d.kind
FROM mdm.decision_pair p
JOIN mdm.decision d ON d.decision_id = p.decision_id AND d.revoked_at IS NULL
WHERE p.record_a = ANY ($1::bigint[]) OR p.record_b = ANY ($1::bigint[])
