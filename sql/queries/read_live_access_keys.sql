SELECT key_id, role, platform, label, created_at, revoked_at, hash
FROM mdm.access_key
WHERE revoked_at IS NULL
