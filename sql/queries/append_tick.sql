-- Appends the tick behind $2, unless a sequencer of a later epoch has taken over: then it returns no row.
WITH fence AS MATERIALIZED (
    SELECT epoch FROM mdm.tick_epoch WHERE epoch = $1::integer FOR SHARE
)
INSERT INTO mdm.tick (tick, epoch, snapshot)
SELECT $2::bigint + 1, fence.epoch, $3::text::pg_snapshot FROM fence
RETURNING tick
