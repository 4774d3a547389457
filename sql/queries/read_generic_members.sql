-- Records under the keys $1, which have just become generic: what they held together must be decided anew.
SELECT key, record_id FROM mdm.match_key WHERE key = ANY ($1::bigint[])
