-- One mastering transaction at a time: docs/decisions/0003-one-mastering-lock.md.
SELECT pg_advisory_xact_lock(7233801)
