-- Events behind (tick $1, seq $2), at most $3. Tick n holds what its snapshot sees and that of tick n-1 does not, as PgQ asks it.
-- The probes of history stand behind OFFSET 0, so that they stay probes. No tick is empty, so $3 + 1 ticks always hold enough.
SELECT e.epoch, e.tick, e.seq, e.event_id, e.entity, e.golden_id, e.golden_version, e.kind, e.origin, e.correlation_id, e.causation_id,
       e.traceparent, e.recorded_at, v.status, v.changed, b.attributes AS before, v.attributes AS after, v.linked, v.unlinked, v.merged_into
FROM (
    SELECT t.epoch, t.tick, o.*
    FROM (
        SELECT tick, epoch, snapshot, lag(snapshot) OVER (ORDER BY tick) AS previous
        FROM (SELECT tick, epoch, snapshot FROM mdm.tick WHERE tick >= $1::bigint - 1 ORDER BY tick LIMIT $3::integer + 3) near
    ) t
    CROSS JOIN LATERAL (
        SELECT * FROM mdm.outbox
        WHERE xid >= pg_snapshot_xmax(t.previous) AND xid < pg_snapshot_xmax(t.snapshot) AND pg_visible_in_snapshot(xid, t.snapshot)
        UNION ALL
        SELECT * FROM mdm.outbox
        WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(t.previous))) AND pg_visible_in_snapshot(xid, t.snapshot)
    ) o
    WHERE t.tick > $1::bigint OR o.seq > $2::bigint
    ORDER BY t.tick, o.seq
    LIMIT $3::integer
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
ORDER BY e.tick, e.seq
