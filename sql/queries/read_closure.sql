-- Every record of every golden record that the records $1 reach: their own, and those beyond, through edges that are matches by weight
-- and through what stewards decided to be the same. At most $2 rows.
-- Each probe stands behind OFFSET 0, so that it stays an index probe whatever the planner believes: prepared on an empty database, it
-- would join by scanning the whole table, and keep that plan through a first load.
WITH RECURSIVE reached (golden_id) AS (
    SELECT golden_id FROM mdm.source_record WHERE record_id = ANY ($1::bigint[])
    UNION
    SELECT step.golden_id
    FROM reached
    CROSS JOIN LATERAL (
        SELECT far.golden_id
        FROM mdm.source_record near
        JOIN LATERAL (
            SELECT record_b AS record_id FROM mdm.match_edge WHERE record_a = near.record_id AND kind <> 'possibleMatch'
            UNION ALL
            SELECT record_a FROM mdm.match_edge WHERE record_b = near.record_id AND kind <> 'possibleMatch'
            UNION ALL
            SELECT p.record_b FROM mdm.decision_pair p
            JOIN mdm.decision d ON d.decision_id = p.decision_id AND d.kind = 'same' AND d.revoked_at IS NULL
            WHERE p.record_a = near.record_id
            UNION ALL
            SELECT p.record_a FROM mdm.decision_pair p
            JOIN mdm.decision d ON d.decision_id = p.decision_id AND d.kind = 'same' AND d.revoked_at IS NULL
            WHERE p.record_b = near.record_id
        ) edge ON true
        JOIN mdm.source_record far ON far.record_id = edge.record_id
        WHERE near.golden_id = reached.golden_id
        OFFSET 0
    ) step
)
SELECT s.record_id, s.golden_id, s.status, s.method, s.linked_at, s.updated_at, s.version, s.raw_id, s.attributes, s.match_keys,
       s.platform, s.native_id, s.received_at
FROM reached
CROSS JOIN LATERAL (SELECT * FROM mdm.source_record r WHERE r.golden_id = reached.golden_id OFFSET 0) s
LIMIT $2::integer
