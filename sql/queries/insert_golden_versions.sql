INSERT INTO mdm.golden_version
    (golden_id, version, recorded_at, entity, status, merged_into, policy_version, attributes, changed, lineage, linked, unlinked)
SELECT golden_id, version, $10::timestamptz, $11::text, status, merged_into, $12::text, attributes,
       string_to_array(changed, ','), lineage, linked, unlinked
FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::json[], $6::text[], $7::json[], $8::json[], $9::json[])
    AS r (golden_id, version, status, merged_into, attributes, changed, lineage, linked, unlinked)
