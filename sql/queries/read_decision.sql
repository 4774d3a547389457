SELECT decision_id, entity, kind, operation, reason, actor, made_at, golden_ids, revoked_at, revoked_by, revoked_because
FROM mdm.decision
WHERE decision_id = $1::uuid
