-- Whether anything was ever applied here.
SELECT to_regclass('mdm_migration.applied') IS NOT NULL AS exists
