INSERT INTO mdm.generic_key (key) SELECT unnest($1::bigint[]) ON CONFLICT DO NOTHING
