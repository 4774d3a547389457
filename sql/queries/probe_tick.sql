-- What the next tick would be: no snapshot where nothing is new. $1: how many events a tick should hold at most.
-- A backlog is cut into several ticks: the present snapshot, lowered to end right behind a transaction, is a snapshot too
-- (docs/decisions/0008-tick-ledger.md). is_behind: the ledger has seen transactions that this server has not reached, so the database
-- came from a dump, and new events would look like old ones.
WITH last AS MATERIALIZED (
    SELECT tick, pg_snapshot_xmax(snapshot) AS xmax, ARRAY(SELECT pg_snapshot_xip(snapshot)) AS open
    FROM mdm.tick ORDER BY tick DESC LIMIT 1
), present AS MATERIALIZED (
    SELECT pg_current_snapshot() AS snapshot
), boundary AS MATERIALIZED (
    SELECT ((SELECT o.xid FROM mdm.outbox o WHERE o.xid >= (SELECT xmax FROM last) ORDER BY o.xid OFFSET $1::bigint LIMIT 1)::text::bigint + 1)::text::xid8 AS xmax
)
SELECT last.tick,
    CASE
    WHEN boundary.xmax IS NOT NULL THEN
        least(pg_snapshot_xmin(present.snapshot), boundary.xmax)::text || ':' || boundary.xmax::text || ':' || coalesce((
            SELECT string_agg(x::text, ',' ORDER BY x) FROM pg_snapshot_xip(present.snapshot) AS x WHERE x < boundary.xmax
        ), '')
    WHEN EXISTS (SELECT FROM mdm.outbox o WHERE o.xid >= (SELECT xmax FROM last))
        OR EXISTS (SELECT FROM mdm.outbox o WHERE o.xid = ANY ((SELECT open FROM last)::xid8[])) THEN
        present.snapshot::text
    END AS snapshot,
    last.xmax > pg_snapshot_xmax(present.snapshot) AS is_behind
FROM last, present, boundary
