-- For each asked key all ids of its golden record: two index-only probes a key. $1 native ids, $2 platforms, $3 entities.
-- Plain rows, not aggregates: measured on 3 million rows, json_agg took 1.5 times the server's time (docs/decisions/0009-crosswalk-reads.md).
SELECT q.place, s.golden_id, m.platform, m.raw_id, m.status, m.method, m.linked_at
FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS q (native_id, platform, entity, place)
JOIN mdm.source_record s ON s.native_id = q.native_id AND s.platform = q.platform AND s.entity = q.entity
JOIN mdm.source_record m ON m.golden_id = s.golden_id
