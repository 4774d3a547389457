INSERT INTO mdm.audit_entry
    (seq, recorded_at, actor, action, entity, platform, record_id, golden_id, golden_version, outcome, verdicts, policy_version, correlation_id, hash)
SELECT seq, $13::timestamptz, actor, action, entity, platform, record_id, golden_id, golden_version, outcome, verdicts, $14::text, correlation_id, hash
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::uuid[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::bytea[])
    AS r (seq, actor, action, entity, platform, record_id, golden_id, golden_version, outcome, verdicts, correlation_id, hash)
