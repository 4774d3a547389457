SELECT key FROM mdm.generic_key WHERE key = ANY ($1::bigint[])
