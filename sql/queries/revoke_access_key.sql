UPDATE mdm.access_key SET revoked_at = now() WHERE key_id = $1::text AND revoked_at IS NULL
RETURNING key_id
