SELECT pg_advisory_unlock(7233803)
