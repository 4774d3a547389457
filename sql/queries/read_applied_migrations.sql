SELECT number, name, checksum FROM mdm_migration.applied ORDER BY number
