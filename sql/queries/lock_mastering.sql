-- One mastering transaction at a time: docs/decisions/0003-one-mastering-lock.md.
-- Every statement of such a transaction probes by key. A plan made while tables are new and not analysed would scan them, and a
-- prepared statement keeps it while they grow; so scans, the joins that need them, and compiling are off for the transaction.
SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
       set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true), pg_advisory_xact_lock(7233801)
