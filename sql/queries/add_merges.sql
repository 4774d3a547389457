WITH old AS (DELETE FROM mdm.merge_count WHERE minute < $1::timestamptz - interval '2 hours')
INSERT INTO mdm.merge_count AS m (minute, merges) VALUES (date_trunc('minute', $1::timestamptz), $2::integer)
ON CONFLICT (minute) DO UPDATE SET merges = m.merges + excluded.merges
