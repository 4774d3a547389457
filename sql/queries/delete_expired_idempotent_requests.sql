-- A bounded number at a time, the oldest first.
WITH expired AS (
    SELECT key_id, idempotency_key FROM mdm.idempotent_request
    WHERE recorded_at <= now() - interval '48 hours'
    ORDER BY recorded_at LIMIT $1::integer FOR UPDATE SKIP LOCKED
)
DELETE FROM mdm.idempotent_request r USING expired e
WHERE r.key_id = e.key_id AND r.idempotency_key = e.idempotency_key
RETURNING r.key_id
