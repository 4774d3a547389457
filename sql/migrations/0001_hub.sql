-- The hub's storage. Owned by the role that migrates; the service works as mdm_service, which owns nothing.
-- Foreign keys are absent from the tables that every record of a load passes through (docs/decisions/0004-storage.md):
-- one transaction under the mastering lock writes them all, and `mdm verify` checks what a foreign key would.

CREATE SCHEMA mdm;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mdm_service') THEN
        CREATE ROLE mdm_service NOLOGIN;
    END IF;
    -- The migrating role steps down to the service's role; a superuser needs no grant, an owner does.
    IF NOT pg_has_role(current_user, 'mdm_service', 'MEMBER') THEN
        EXECUTE format('GRANT mdm_service TO %I', current_user);
    END IF;
END
$$;

-- ---------------------------------------------------------------- source records, and with them the crosswalk

-- Hands out blocks of 1,000 record ids, so that a batch knows its ids before it is written.
CREATE SEQUENCE mdm.record_block;

CREATE TABLE mdm.source_record (
    record_id   bigint      NOT NULL,
    entity      text        NOT NULL,
    platform    text        NOT NULL,
    native_id   text        NOT NULL,               -- normalised: what the crosswalk looks up
    raw_id      text        NOT NULL,               -- as the platform wrote it: what a write-back uses
    golden_id   uuid        NOT NULL,
    status      text        NOT NULL,
    method      text        NOT NULL,               -- how it came to its golden record
    linked_at   timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    updated_at  timestamptz,                        -- the platform's own time of change
    version     text,                               -- the platform's own version token
    attributes  json        NOT NULL,               -- as received
    match_keys  bytea       NOT NULL,               -- its rows in match_key, 8 bytes each: what to delete when the record changes
    CONSTRAINT source_record_pkey PRIMARY KEY (record_id),
    CONSTRAINT source_record_entity CHECK (entity IN ('customer', 'product', 'contract')),
    CONSTRAINT source_record_status CHECK (status IN ('active', 'retired')),
    CONSTRAINT source_record_method CHECK (method IN ('created', 'identifier', 'score', 'steward', 'split')),
    CONSTRAINT source_record_native_id CHECK (native_id <> '' AND octet_length(native_id) <= 255)
) WITH (fillfactor = 90);

-- The crosswalk: one index-only probe answers (platform, entity, native id) -> golden id ...
CREATE UNIQUE INDEX source_record_crosswalk ON mdm.source_record (native_id, platform, entity) INCLUDE (golden_id);
-- ... and one more answers all ids of a golden record.
CREATE INDEX source_record_golden ON mdm.source_record (golden_id) INCLUDE (record_id, platform, raw_id, status, method, linked_at);

-- References from one record to another by native id (a contract's customer, a customer's parent), resolved through the crosswalk.
CREATE TABLE mdm.source_reference (
    record_id        bigint NOT NULL,
    attribute        text   NOT NULL,
    target_entity    text   NOT NULL,
    target_platform  text   NOT NULL,
    target_native_id text   NOT NULL,
    CONSTRAINT source_reference_pkey PRIMARY KEY (record_id, attribute, target_entity, target_platform, target_native_id)
);
CREATE INDEX source_reference_target ON mdm.source_reference (target_native_id, target_platform, target_entity) INCLUDE (record_id);

-- ---------------------------------------------------------------- matching

CREATE TABLE mdm.match_key (
    key       bigint NOT NULL,
    record_id bigint NOT NULL,
    CONSTRAINT match_key_pkey PRIMARY KEY (key, record_id)
);

-- Keys that too many records share (info@..., a business park): they find no candidates any more.
CREATE TABLE mdm.generic_key (
    key   bigint      NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT generic_key_pkey PRIMARY KEY (key)
);

-- Pairs of records that are compared as related but live in different golden records.
CREATE TABLE mdm.match_edge (
    record_a  bigint      NOT NULL,
    record_b  bigint      NOT NULL,
    entity    text        NOT NULL,
    kind      text        NOT NULL,
    weight    integer     NOT NULL,                 -- thousandths of a bit
    opened_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT match_edge_pkey PRIMARY KEY (record_a, record_b),
    CONSTRAINT match_edge_order CHECK (record_a < record_b),
    CONSTRAINT match_edge_entity CHECK (entity IN ('customer', 'product', 'contract')),
    -- possibleMatch: in the review band. cut: a match by weight that a veto, a cap or the cluster's other members kept apart.
    CONSTRAINT match_edge_kind CHECK (kind IN ('possibleMatch', 'cut'))
);
CREATE INDEX match_edge_b ON mdm.match_edge (record_b);

-- What stewards said: two records are the same, or are different, until taken back.
CREATE TABLE mdm.decision (
    decision_id uuid        NOT NULL,
    entity      text        NOT NULL,
    kind        text        NOT NULL,
    reason      text        NOT NULL,
    actor       text        NOT NULL,
    made_at     timestamptz NOT NULL DEFAULT now(),
    revoked_at  timestamptz,
    CONSTRAINT decision_pkey PRIMARY KEY (decision_id),
    CONSTRAINT decision_kind CHECK (kind IN ('same', 'different')),
    CONSTRAINT decision_entity CHECK (entity IN ('customer', 'product', 'contract'))
);
CREATE TABLE mdm.decision_pair (
    record_a    bigint NOT NULL,
    record_b    bigint NOT NULL,
    decision_id uuid   NOT NULL,
    CONSTRAINT decision_pair_pkey PRIMARY KEY (record_a, record_b, decision_id),
    CONSTRAINT decision_pair_decision FOREIGN KEY (decision_id) REFERENCES mdm.decision,
    CONSTRAINT decision_pair_order CHECK (record_a < record_b)
);
CREATE INDEX decision_pair_b ON mdm.decision_pair (record_b);

-- ---------------------------------------------------------------- golden records and their history

CREATE SEQUENCE mdm.golden_number;

CREATE TABLE mdm.golden_record (
    golden_id      uuid        NOT NULL,
    entity         text        NOT NULL,
    number         bigint      NOT NULL DEFAULT nextval('mdm.golden_number'),
    version        bigint      NOT NULL,
    status         text        NOT NULL,
    merged_into    uuid,
    policy_version text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    attributes     json        NOT NULL,
    CONSTRAINT golden_record_pkey PRIMARY KEY (golden_id),
    CONSTRAINT golden_record_entity CHECK (entity IN ('customer', 'product', 'contract')),
    CONSTRAINT golden_record_status CHECK (status IN ('active', 'merged', 'retired')),
    CONSTRAINT golden_record_version CHECK (version > 0),
    CONSTRAINT golden_record_redirect CHECK ((status = 'merged') = (merged_into IS NOT NULL) AND merged_into <> golden_id)
) WITH (fillfactor = 90);
CREATE INDEX golden_record_merged_into ON mdm.golden_record (merged_into) WHERE merged_into IS NOT NULL;

-- Every version that ever was, with the time the hub knew it. Append-only; partitioned by month.
CREATE TABLE mdm.golden_version (
    golden_id      uuid        NOT NULL,
    version        bigint      NOT NULL,
    recorded_at    timestamptz NOT NULL,
    entity         text        NOT NULL,
    status         text        NOT NULL,
    merged_into    uuid,
    policy_version text        NOT NULL,
    attributes     json        NOT NULL,
    changed        text[]      NOT NULL,            -- names of the attributes that differ from the version before
    lineage        json        NOT NULL,            -- attribute -> [rule, record id ...]
    linked         json,                            -- [[platform, native id] ...] that joined with this version
    unlinked       json,                            -- and that left
    CONSTRAINT golden_version_pkey PRIMARY KEY (golden_id, version, recorded_at)
) PARTITION BY RANGE (recorded_at);

-- ---------------------------------------------------------------- outbox and tick ledger

CREATE SEQUENCE mdm.outbox_seq CACHE 1;

-- One row per change of a golden record. Before and after are golden versions; they are not copied here
-- (docs/decisions/0005-outbox-points-at-history.md). Insert-only; partitioned by day.
CREATE TABLE mdm.outbox (
    seq            bigint      NOT NULL DEFAULT nextval('mdm.outbox_seq'),
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    event_id       uuid        NOT NULL,
    entity         text        NOT NULL,
    golden_id      uuid        NOT NULL,
    golden_version bigint      NOT NULL,
    kind           text        NOT NULL,
    origin         text,                            -- the platform whose report caused it; null: the hub itself
    correlation_id text        NOT NULL,
    causation_id   text,
    traceparent    text,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT outbox_kind CHECK (kind IN ('created', 'changed', 'merged', 'split', 'retired', 'restored', 'erased', 'crosswalk.linked', 'crosswalk.unlinked'))
) PARTITION BY RANGE (recorded_at);
CREATE INDEX outbox_xid ON mdm.outbox (xid);

-- The fencing epoch: whoever sequences raises it first; a sequencer of an older epoch can no longer append.
CREATE TABLE mdm.tick_epoch (
    singleton boolean NOT NULL DEFAULT true,
    epoch     integer NOT NULL,
    CONSTRAINT tick_epoch_pkey PRIMARY KEY (singleton),
    CONSTRAINT tick_epoch_singleton CHECK (singleton)
);
INSERT INTO mdm.tick_epoch (epoch) VALUES (0);

-- Tick n holds the outbox rows visible in its snapshot and not in that of tick n-1.
CREATE TABLE mdm.tick (
    tick        bigint      NOT NULL,
    epoch       integer     NOT NULL,
    snapshot    pg_snapshot NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT tick_pkey PRIMARY KEY (tick)
);
INSERT INTO mdm.tick (tick, epoch, snapshot) VALUES (0, 0, pg_current_snapshot());

-- ---------------------------------------------------------------- audit

-- Who did what, why, and what came of it. Append-only; each row's hash covers the row and the hash before it.
CREATE TABLE mdm.audit_entry (
    seq            bigint      NOT NULL,
    recorded_at    timestamptz NOT NULL,
    actor          text        NOT NULL,
    action         text        NOT NULL,
    entity         text,
    platform       text,
    record_id      bigint,
    golden_id      uuid,
    golden_version bigint,
    outcome        text        NOT NULL,
    verdicts       text        NOT NULL,            -- verdict -> attribute names; never a value
    policy_version text        NOT NULL,
    correlation_id text        NOT NULL,
    hash           bytea       NOT NULL,
    CONSTRAINT audit_entry_pkey PRIMARY KEY (seq, recorded_at)
) PARTITION BY RANGE (recorded_at);

-- ---------------------------------------------------------------- requests, keys, loads

CREATE TABLE mdm.access_key (
    key_id     text        NOT NULL,
    role       text        NOT NULL,
    platform   text,
    hash       bytea       NOT NULL,                -- SHA-256 of a key of 256 random bits
    label      text        NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    CONSTRAINT access_key_pkey PRIMARY KEY (key_id),
    CONSTRAINT access_key_role CHECK (role IN ('admin', 'steward', 'reader', 'platform', 'subscriber')),
    CONSTRAINT access_key_platform CHECK ((role = 'platform') = (platform IS NOT NULL))
);

CREATE TABLE mdm.idempotent_request (
    key_id          text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_hash    bytea       NOT NULL,           -- of method, path and body
    status          integer     NOT NULL,
    headers         json        NOT NULL,
    body            bytea       NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotent_request_pkey PRIMARY KEY (key_id, idempotency_key)
);
CREATE INDEX idempotent_request_age ON mdm.idempotent_request (recorded_at);

-- How far a file load has come: written in the transaction of each batch, so that it resumes exactly there.
CREATE TABLE mdm.load_progress (
    fingerprint text        NOT NULL,
    position    bigint      NOT NULL,               -- bytes taken
    line        bigint      NOT NULL,
    counts      json        NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT load_progress_pkey PRIMARY KEY (fingerprint)
);

-- ---------------------------------------------------------------- partitions

-- Makes the partitions that the coming weeks need; called by `mdm migrate` and daily by the hub. Idempotent.
-- The default partitions only catch what should never come: `mdm doctor` reports rows in them.
CREATE FUNCTION mdm.make_partitions(at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = mdm, pg_temp AS $$
DECLARE
    made integer := 0;
    parent text;
    unit text;
    ahead integer;
    first timestamptz;
    lower_bound timestamptz;
    upper_bound timestamptz;
    part text;
BEGIN
    FOR parent, unit, ahead IN VALUES ('golden_version', 'month', 3), ('audit_entry', 'month', 3), ('outbox', 'day', 14) LOOP
        first := date_trunc(unit, at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
        FOR step IN 0 .. ahead LOOP
            lower_bound := ((first AT TIME ZONE 'UTC') + step * ('1 ' || unit)::interval) AT TIME ZONE 'UTC';
            upper_bound := ((first AT TIME ZONE 'UTC') + (step + 1) * ('1 ' || unit)::interval) AT TIME ZONE 'UTC';
            part := parent || '_' || to_char(lower_bound AT TIME ZONE 'UTC', CASE unit WHEN 'day' THEN 'YYYYMMDD' ELSE 'YYYYMM' END);
            IF to_regclass('mdm.' || part) IS NULL THEN
                EXECUTE format('CREATE TABLE mdm.%I PARTITION OF mdm.%I FOR VALUES FROM (%L) TO (%L)', part, parent, lower_bound, upper_bound);
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END
$$;
CREATE TABLE mdm.golden_version_default PARTITION OF mdm.golden_version DEFAULT;
CREATE TABLE mdm.audit_entry_default PARTITION OF mdm.audit_entry DEFAULT;
CREATE TABLE mdm.outbox_default PARTITION OF mdm.outbox DEFAULT;

-- ---------------------------------------------------------------- stable views for SQL and BI users

-- The number people say on the phone: at most 20 characters, so that it fits SAP's external-id field.
CREATE FUNCTION mdm.business_number(entity text, number bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE entity WHEN 'customer' THEN 'C' WHEN 'product' THEN 'P' ELSE 'K' END || lpad(number::text, 10, '0')
$$;

CREATE VIEW mdm.customers AS
    SELECT golden_id, mdm.business_number(entity, number) AS number, version, status, merged_into, recorded_at, policy_version, attributes
    FROM mdm.golden_record WHERE entity = 'customer';
CREATE VIEW mdm.products AS
    SELECT golden_id, mdm.business_number(entity, number) AS number, version, status, merged_into, recorded_at, policy_version, attributes
    FROM mdm.golden_record WHERE entity = 'product';
CREATE VIEW mdm.contracts AS
    SELECT golden_id, mdm.business_number(entity, number) AS number, version, status, merged_into, recorded_at, policy_version, attributes
    FROM mdm.golden_record WHERE entity = 'contract';
CREATE VIEW mdm.crosswalk AS
    SELECT entity, platform, native_id, raw_id, golden_id, status, method, linked_at FROM mdm.source_record;
CREATE VIEW mdm.changes AS
    SELECT o.seq, o.event_id, o.entity, o.golden_id, o.golden_version, o.kind, o.origin, o.correlation_id, o.recorded_at, v.changed
    FROM mdm.outbox o
    JOIN mdm.golden_version v ON v.golden_id = o.golden_id AND v.version = o.golden_version AND v.recorded_at = o.recorded_at;

-- ---------------------------------------------------------------- what the service may do

GRANT USAGE ON SCHEMA mdm TO mdm_service;
GRANT SELECT ON ALL TABLES IN SCHEMA mdm TO mdm_service;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA mdm TO mdm_service;
GRANT INSERT, UPDATE ON mdm.source_record, mdm.golden_record, mdm.decision, mdm.access_key TO mdm_service;
GRANT INSERT, UPDATE, DELETE ON mdm.source_reference, mdm.match_key, mdm.generic_key, mdm.match_edge,
    mdm.decision_pair, mdm.idempotent_request, mdm.load_progress TO mdm_service;
-- History, feed and audit are append-only for the service.
GRANT INSERT ON mdm.golden_version, mdm.outbox, mdm.audit_entry, mdm.tick TO mdm_service;
GRANT UPDATE ON mdm.tick_epoch TO mdm_service;
