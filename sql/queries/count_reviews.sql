SELECT e.entity, count(*) AS waiting, min(e.opened_at) AS oldest
FROM mdm.match_edge e
JOIN mdm.source_record a ON a.record_id = e.record_a
JOIN mdm.source_record b ON b.record_id = e.record_b
WHERE e.kind <> 'cut' AND a.golden_id <> b.golden_id
GROUP BY e.entity
ORDER BY e.entity
