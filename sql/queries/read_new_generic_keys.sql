-- What became generic since the key with the number $1.
SELECT number, key FROM mdm.generic_key WHERE number > $1::bigint ORDER BY number
