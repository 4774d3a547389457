-- seq is drawn here, under the mastering lock and in the order given.
INSERT INTO mdm.outbox (event_id, entity, golden_id, golden_version, kind, origin, correlation_id, causation_id, traceparent, recorded_at)
SELECT event_id, $8::text, golden_id, golden_version, kind, origin, correlation_id, causation_id, traceparent, $9::timestamptz
FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $10::text[])
    AS r (event_id, golden_id, golden_version, kind, origin, correlation_id, causation_id, traceparent)
