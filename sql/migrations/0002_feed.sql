-- Expiry of the outbox: whole days and the ticks that reach into them.

-- Drops the outbox's partitions that end at or before a moment, and the ticks that need them. Returns how many partitions it dropped.
-- A consumer that stands at an expired tick is told so by a gap event, so the oldest tick that stays must see every row that goes:
-- a partition whose rows no tick covers yet stays.
CREATE FUNCTION mdm.expire_outbox(before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = mdm, pg_temp AS $$
DECLARE
    dropped integer := 0;
    part record;
    last_xid xid8;
    first_tick bigint;
BEGIN
    FOR part IN
        SELECT c.oid, c.relname, substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''([^'']+)''\)')::timestamptz AS ends
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'mdm.outbox'::regclass AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
        ORDER BY 3
    LOOP
        EXIT WHEN part.ends > before;
        EXECUTE format('SELECT xid FROM mdm.%I ORDER BY xid DESC LIMIT 1', part.relname) INTO last_xid;
        IF last_xid IS NOT NULL THEN
            SELECT min(tick) INTO first_tick FROM mdm.tick WHERE pg_snapshot_xmin(snapshot) > last_xid;
            EXIT WHEN first_tick IS NULL;
            DELETE FROM mdm.tick WHERE tick < first_tick;
        END IF;
        EXECUTE format('DROP TABLE mdm.%I', part.relname);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;
-- Whoever owns the schema decides when history goes, never the service.
REVOKE EXECUTE ON FUNCTION mdm.expire_outbox(timestamptz) FROM PUBLIC;
