INSERT INTO mdm_migration.applied (number, name, checksum) VALUES ($1::integer, $2::text, $3::bytea)
