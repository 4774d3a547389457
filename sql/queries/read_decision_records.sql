-- The records that the decisions $1 are about, where the hub still has them.
SELECT DISTINCT p.decision_id, s.record_id, s.platform, s.native_id, s.raw_id, s.golden_id
FROM unnest($1::uuid[]) AS d (decision_id)
JOIN mdm.decision_pair p ON p.decision_id = d.decision_id
JOIN mdm.source_record s ON s.record_id IN (p.record_a, p.record_b)
ORDER BY p.decision_id, s.platform, s.native_id
