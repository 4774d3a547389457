INSERT INTO mdm.access_key (key_id, role, platform, hash, label)
VALUES ($1::text, $2::text, $3::text, $4::bytea, $5::text)
RETURNING created_at
