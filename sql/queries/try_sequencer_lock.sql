-- Whether this session may sequence, and how far the ledger has come. The lock ends with the session.
SELECT pg_try_advisory_lock(7233803) AS locked, (SELECT max(tick) FROM mdm.tick) AS tick
