-- Golden records that ended in another one without a steward in the hour before $1.
SELECT coalesce(sum(merges), 0)::bigint AS merges FROM mdm.merge_count WHERE minute > $1::timestamptz - interval '1 hour'
