-- Rows that no dated partition took, and the days for which the feed's partitions are made.
SELECT (SELECT count(*) FROM mdm.golden_version_default) + (SELECT count(*) FROM mdm.audit_entry_default)
     + (SELECT count(*) FROM mdm.outbox_default) AS stray_rows,
       (SELECT count(*) FROM generate_series(now(), now() + interval '7 days', interval '1 day') AS day
        WHERE to_regclass('mdm.outbox_' || to_char(day AT TIME ZONE 'UTC', 'YYYYMMDD')) IS NULL) AS missing_days
