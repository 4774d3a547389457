SELECT key_id, role, platform, label, created_at, revoked_at, hash
FROM mdm.access_key
ORDER BY created_at, key_id
