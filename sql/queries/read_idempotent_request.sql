SELECT request_hash, status, headers, body
FROM mdm.idempotent_request
WHERE key_id = $1::text AND idempotency_key = $2::text AND recorded_at > now() - interval '48 hours'
