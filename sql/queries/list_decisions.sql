-- What stewards decided, newest first, from behind ($3, $4): of one entity or all, of one operation or all; taken back ones too where $5 says so.
SELECT decision_id, entity, kind, operation, reason, actor, made_at, golden_ids, revoked_at, revoked_by, revoked_because
FROM mdm.decision
WHERE ($1::text IS NULL OR entity = $1::text) AND ($2::text IS NULL OR operation = $2::text)
  AND ($3::timestamptz IS NULL OR (made_at, decision_id) < ($3::timestamptz, $4::uuid))
  AND ($5::boolean OR revoked_at IS NULL)
ORDER BY made_at DESC, decision_id DESC
LIMIT $6::integer
