-- The first answer stays; one that has expired gives way. Returns no row where another answer is already kept.
INSERT INTO mdm.idempotent_request AS kept (key_id, idempotency_key, request_hash, status, headers, body)
VALUES ($1::text, $2::text, $3::bytea, $4::integer, $5::json, $6::bytea)
ON CONFLICT (key_id, idempotency_key) DO UPDATE
SET request_hash = excluded.request_hash, status = excluded.status, headers = excluded.headers, body = excluded.body, recorded_at = excluded.recorded_at
WHERE kept.recorded_at <= now() - interval '48 hours'
RETURNING key_id
