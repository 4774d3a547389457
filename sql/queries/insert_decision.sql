INSERT INTO mdm.decision (decision_id, entity, kind, operation, reason, actor, made_at, correlation_id, golden_ids)
VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::timestamptz, $8::text, $9::uuid[])
