-- Edges that touch the records $1.
SELECT record_a, record_b, kind, weight FROM mdm.match_edge WHERE record_a = ANY ($1::bigint[])
UNION
SELECT record_a, record_b, kind, weight FROM mdm.match_edge WHERE record_b = ANY ($1::bigint[])
