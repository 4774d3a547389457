-- Which of the golden records $1 a steward had put together with others and taken apart again.
SELECT DISTINCT g.golden_id
FROM mdm.decision d
CROSS JOIN LATERAL unnest(d.golden_ids) AS g (golden_id)
WHERE d.kind = 'same' AND d.revoked_at IS NOT NULL AND d.golden_ids && $1::uuid[] AND g.golden_id = ANY ($1::uuid[])
