-- Returns how many partitions it made. Under the migrations' lock: two processes would make the same ones.
SELECT pg_advisory_xact_lock(7233802), mdm.make_partitions(now()) AS made
