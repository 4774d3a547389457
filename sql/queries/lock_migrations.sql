-- One migration at a time in a database, however many processes start at once; a long one is not cut short.
SELECT set_config('statement_timeout', '0', true), pg_advisory_xact_lock(7233802)
