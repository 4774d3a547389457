-- Committed events that no tick holds yet, behind seq $1, at most $2.
WITH last AS MATERIALIZED (
    SELECT tick, epoch, pg_snapshot_xmax(snapshot) AS xmax, ARRAY(SELECT pg_snapshot_xip(snapshot)) AS open
    FROM mdm.tick ORDER BY tick DESC LIMIT 1
)
SELECT last.epoch, last.tick + 1 AS tick, e.seq, e.event_id, e.entity, e.golden_id, e.golden_version, e.kind, e.origin, e.correlation_id, e.causation_id,
       e.traceparent, e.recorded_at, v.status, v.changed, b.attributes AS before, v.attributes AS after, v.linked, v.unlinked, v.merged_into
FROM last
CROSS JOIN LATERAL (
    SELECT o.* FROM (
        SELECT * FROM mdm.outbox WHERE xid >= last.xmax
        UNION ALL
        SELECT * FROM mdm.outbox WHERE xid = ANY (last.open)
    ) o
    WHERE o.seq > $1::bigint
    ORDER BY o.seq
    LIMIT $2::integer
) e
LEFT JOIN LATERAL (
    SELECT * FROM mdm.golden_version g
    WHERE g.golden_id = e.golden_id AND g.version = e.golden_version AND g.recorded_at = e.recorded_at
    OFFSET 0
) v ON true
LEFT JOIN LATERAL (
    SELECT * FROM mdm.golden_version g
    WHERE g.golden_id = e.golden_id AND g.version = e.golden_version - 1 AND g.recorded_at <= e.recorded_at
    OFFSET 0
) b ON true
ORDER BY e.seq
