-- :rows crosswalk rows of three platforms, three to a golden record, as a load would have left them.
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
INSERT INTO mdm.source_record
    (record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, attributes, match_keys)
SELECT -n, 'customer', (ARRAY['sap', 'zuora', 'netsuite'])[1 + n % 3], 'B' || n, 'B' || n,
       ('01900000-0000-7000-8000-' || lpad(to_hex(n / 3), 12, '0'))::uuid, 'active', 'created', now(), now(), '{}', ''
FROM generate_series(1, :rows) AS n;
INSERT INTO mdm.golden_record (golden_id, entity, version, status, policy_version, recorded_at, attributes)
SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, 'customer', 1, 'active', 'benchmark', now(), '{}'
FROM generate_series(0, :rows / 3) AS g;
-- Eleven match keys to a golden record, as loads leave them, and its first version.
INSERT INTO mdm.match_key (key, record_id)
SELECT hashint8extended(g * 11 + k, 42), -greatest(g * 3, 1) FROM generate_series(0, :rows / 3) AS g, generate_series(0, 10) AS k ORDER BY 1;
INSERT INTO mdm.golden_version (golden_id, version, recorded_at, entity, status, policy_version, attributes, changed, lineage)
SELECT golden_id, version, recorded_at, entity, status, policy_version, attributes, '{}', '{}' FROM mdm.golden_record;
VACUUM (ANALYZE) mdm.match_key;
VACUUM (ANALYZE) mdm.golden_version;
VACUUM (ANALYZE) mdm.source_record;
VACUUM (ANALYZE) mdm.golden_record;
CREATE TABLE IF NOT EXISTS benchmark_insert (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, native_id text NOT NULL, attributes text NOT NULL
);
CREATE TABLE IF NOT EXISTS benchmark_copy (
    record_id bigint PRIMARY KEY, entity text NOT NULL, platform text NOT NULL, native_id text NOT NULL, golden_id uuid NOT NULL, attributes text NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS benchmark_copy_crosswalk ON benchmark_copy (native_id, platform, entity);
CREATE INDEX IF NOT EXISTS benchmark_copy_golden ON benchmark_copy (golden_id);
