-- Where the ledger begins and ends, and the epoch of one tick in it.
SELECT (SELECT min(tick) FROM mdm.tick) AS first, l.tick AS last, l.epoch AS last_epoch,
       (SELECT epoch FROM mdm.tick WHERE tick = $1::bigint) AS epoch
FROM (SELECT tick, epoch FROM mdm.tick ORDER BY tick DESC LIMIT 1) l
