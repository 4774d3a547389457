-- Whether there are committed events that no tick holds yet.
WITH last AS MATERIALIZED (
    SELECT pg_snapshot_xmax(snapshot) AS xmax, ARRAY(SELECT pg_snapshot_xip(snapshot)) AS open
    FROM mdm.tick ORDER BY tick DESC LIMIT 1
)
SELECT EXISTS (SELECT FROM mdm.outbox WHERE xid >= (SELECT xmax FROM last))
    OR EXISTS (SELECT FROM mdm.outbox WHERE xid = ANY ((SELECT open FROM last)::xid8[])) AS unticked
