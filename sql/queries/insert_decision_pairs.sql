INSERT INTO mdm.decision_pair (record_a, record_b, decision_id)
SELECT record_a, record_b, $3::uuid FROM unnest($1::bigint[], $2::bigint[]) AS r (record_a, record_b)
