-- A new sequencer fences the one before. is_behind: the ledger has seen transactions that this server has not reached,
-- so the database came from a dump, and new events would look like old ones.
UPDATE mdm.tick_epoch SET epoch = epoch + 1
RETURNING epoch,
    pg_current_snapshot() AS snapshot,
    (SELECT pg_snapshot_xmax(snapshot) FROM mdm.tick ORDER BY tick DESC LIMIT 1) > pg_snapshot_xmax(pg_current_snapshot()) AS is_behind
