-- The last link of the audit chain; called under the mastering lock, so it cannot move.
SELECT seq, hash, clock_timestamp() AS now FROM (
    SELECT seq, hash FROM mdm.audit_entry ORDER BY seq DESC LIMIT 1
) head
UNION ALL
SELECT 0, '\x'::bytea, clock_timestamp()
ORDER BY seq DESC
LIMIT 1
