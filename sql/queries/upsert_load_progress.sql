INSERT INTO mdm.load_progress (fingerprint, position, line, counts)
VALUES ($1::text, $2::bigint, $3::bigint, $4::json)
ON CONFLICT (fingerprint) DO UPDATE
SET position = excluded.position, line = excluded.line, counts = excluded.counts, updated_at = now()
