UPDATE mdm.decision SET revoked_at = $2::timestamptz, revoked_by = $3::text, revoked_because = $4::text
WHERE decision_id = $1::uuid AND revoked_at IS NULL
