CREATE SCHEMA mdm;

CREATE FUNCTION mdm.business_number(entity text, number bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE entity WHEN 'customer' THEN 'C' WHEN 'product' THEN 'P' ELSE 'K' END || lpad(number::text, 10, '0')
$$;

CREATE FUNCTION mdm.expire_outbox(before timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'mdm', 'pg_temp'
    AS $$
DECLARE
    dropped integer := 0;
    part record;
    last_xid xid8;
    first_tick bigint;
BEGIN
    FOR part IN
        SELECT c.oid, c.relname, substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''([^'']+)''\)')::timestamptz AS ends
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'mdm.outbox'::regclass AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
        ORDER BY 3
    LOOP
        EXIT WHEN part.ends > before;
        EXECUTE format('SELECT xid FROM mdm.%I ORDER BY xid DESC LIMIT 1', part.relname) INTO last_xid;
        IF last_xid IS NOT NULL THEN
            SELECT min(tick) INTO first_tick FROM mdm.tick WHERE pg_snapshot_xmin(snapshot) > last_xid;
            EXIT WHEN first_tick IS NULL;
            DELETE FROM mdm.tick WHERE tick < first_tick;
        END IF;
        EXECUTE format('DROP TABLE mdm.%I', part.relname);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;

CREATE FUNCTION mdm.make_partitions(at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'mdm', 'pg_temp'
    AS $$
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

CREATE TABLE mdm.access_key (
    key_id text NOT NULL,
    role text NOT NULL,
    platform text,
    hash bytea NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT access_key_platform CHECK (((role = 'platform'::text) = (platform IS NOT NULL))),
    CONSTRAINT access_key_role CHECK ((role = ANY (ARRAY['admin'::text, 'steward'::text, 'reader'::text, 'platform'::text, 'subscriber'::text])))
);

CREATE TABLE mdm.audit_entry (
    seq bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    entity text,
    platform text,
    record_id bigint,
    golden_id uuid,
    golden_version bigint,
    outcome text NOT NULL,
    verdicts text NOT NULL,
    policy_version text NOT NULL,
    correlation_id text NOT NULL,
    hash bytea NOT NULL
)
PARTITION BY RANGE (recorded_at);

CREATE TABLE mdm.audit_entry_default (
    seq bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    entity text,
    platform text,
    record_id bigint,
    golden_id uuid,
    golden_version bigint,
    outcome text NOT NULL,
    verdicts text NOT NULL,
    policy_version text NOT NULL,
    correlation_id text NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE mdm.golden_version (
    golden_id uuid NOT NULL,
    version bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    entity text NOT NULL,
    status text NOT NULL,
    merged_into uuid,
    policy_version text NOT NULL,
    attributes json NOT NULL,
    changed text[] NOT NULL,
    lineage json NOT NULL,
    linked json,
    unlinked json
)
PARTITION BY RANGE (recorded_at);

CREATE SEQUENCE mdm.outbox_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE mdm.outbox (
    seq bigint DEFAULT nextval('mdm.outbox_seq'::regclass) NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    event_id uuid NOT NULL,
    entity text NOT NULL,
    golden_id uuid NOT NULL,
    golden_version bigint NOT NULL,
    kind text NOT NULL,
    origin text,
    correlation_id text NOT NULL,
    causation_id text,
    traceparent text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT outbox_kind CHECK ((kind = ANY (ARRAY['created'::text, 'changed'::text, 'merged'::text, 'split'::text, 'retired'::text, 'restored'::text, 'erased'::text, 'crosswalk.linked'::text, 'crosswalk.unlinked'::text])))
)
PARTITION BY RANGE (recorded_at);

CREATE VIEW mdm.changes AS
 SELECT o.seq,
    o.event_id,
    o.entity,
    o.golden_id,
    o.golden_version,
    o.kind,
    o.origin,
    o.correlation_id,
    o.recorded_at,
    v.changed
   FROM (mdm.outbox o
     JOIN mdm.golden_version v ON (((v.golden_id = o.golden_id) AND (v.version = o.golden_version) AND (v.recorded_at = o.recorded_at))));

CREATE SEQUENCE mdm.golden_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE mdm.golden_record (
    golden_id uuid NOT NULL,
    entity text NOT NULL,
    number bigint DEFAULT nextval('mdm.golden_number'::regclass) NOT NULL,
    version bigint NOT NULL,
    status text NOT NULL,
    merged_into uuid,
    policy_version text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    attributes json NOT NULL,
    CONSTRAINT golden_record_entity CHECK ((entity = ANY (ARRAY['customer'::text, 'product'::text, 'contract'::text]))),
    CONSTRAINT golden_record_redirect CHECK ((((status = 'merged'::text) = (merged_into IS NOT NULL)) AND (merged_into <> golden_id))),
    CONSTRAINT golden_record_status CHECK ((status = ANY (ARRAY['active'::text, 'merged'::text, 'retired'::text]))),
    CONSTRAINT golden_record_version CHECK ((version > 0))
)
WITH (fillfactor='90');

CREATE VIEW mdm.contracts AS
 SELECT golden_record.golden_id,
    mdm.business_number(golden_record.entity, golden_record.number) AS number,
    golden_record.version,
    golden_record.status,
    golden_record.merged_into,
    golden_record.recorded_at,
    golden_record.policy_version,
    golden_record.attributes
   FROM mdm.golden_record
  WHERE (golden_record.entity = 'contract'::text);

CREATE TABLE mdm.source_record (
    record_id bigint NOT NULL,
    entity text NOT NULL COLLATE pg_catalog."C",
    platform text NOT NULL COLLATE pg_catalog."C",
    native_id text NOT NULL COLLATE pg_catalog."C",
    raw_id text NOT NULL,
    golden_id uuid NOT NULL,
    status text NOT NULL,
    method text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    version text,
    attributes json NOT NULL,
    match_keys bytea NOT NULL,
    CONSTRAINT source_record_entity CHECK ((entity = ANY (ARRAY['customer'::text, 'product'::text, 'contract'::text]))),
    CONSTRAINT source_record_method CHECK ((method = ANY (ARRAY['created'::text, 'identifier'::text, 'score'::text, 'steward'::text, 'split'::text]))),
    CONSTRAINT source_record_native_id CHECK (((native_id <> ''::text) AND (octet_length(native_id) <= 255))),
    CONSTRAINT source_record_status CHECK ((status = ANY (ARRAY['active'::text, 'retired'::text])))
)
WITH (fillfactor='90');

CREATE VIEW mdm.crosswalk AS
 SELECT source_record.entity,
    source_record.platform,
    source_record.native_id,
    source_record.raw_id,
    source_record.golden_id,
    source_record.status,
    source_record.method,
    source_record.linked_at
   FROM mdm.source_record;

CREATE VIEW mdm.customers AS
 SELECT golden_record.golden_id,
    mdm.business_number(golden_record.entity, golden_record.number) AS number,
    golden_record.version,
    golden_record.status,
    golden_record.merged_into,
    golden_record.recorded_at,
    golden_record.policy_version,
    golden_record.attributes
   FROM mdm.golden_record
  WHERE (golden_record.entity = 'customer'::text);

CREATE TABLE mdm.decision (
    decision_id uuid NOT NULL,
    entity text NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    actor text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone,
    operation text DEFAULT 'decision'::text NOT NULL,
    correlation_id text DEFAULT ''::text NOT NULL,
    golden_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    revoked_by text,
    revoked_because text,
    CONSTRAINT decision_entity CHECK ((entity = ANY (ARRAY['customer'::text, 'product'::text, 'contract'::text]))),
    CONSTRAINT decision_kind CHECK ((kind = ANY (ARRAY['same'::text, 'different'::text]))),
    CONSTRAINT decision_operation CHECK ((operation = ANY (ARRAY['decision'::text, 'merge'::text, 'split'::text]))),
    CONSTRAINT decision_revocation CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)))
);

CREATE TABLE mdm.decision_pair (
    record_a bigint NOT NULL,
    record_b bigint NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT decision_pair_order CHECK ((record_a < record_b))
);

CREATE TABLE mdm.generic_key (
    key bigint NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    number bigint NOT NULL
);

ALTER TABLE mdm.generic_key ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mdm.generic_key_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mdm.golden_version_default (
    golden_id uuid NOT NULL,
    version bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    entity text NOT NULL,
    status text NOT NULL,
    merged_into uuid,
    policy_version text NOT NULL,
    attributes json NOT NULL,
    changed text[] NOT NULL,
    lineage json NOT NULL,
    linked json,
    unlinked json
);

CREATE TABLE mdm.idempotent_request (
    key_id text NOT NULL,
    idempotency_key text NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    headers json NOT NULL,
    body bytea NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE mdm.load_progress (
    fingerprint text NOT NULL,
    "position" bigint NOT NULL,
    line bigint NOT NULL,
    counts json NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE mdm.match_edge (
    record_a bigint NOT NULL,
    record_b bigint NOT NULL,
    entity text NOT NULL,
    kind text NOT NULL,
    weight integer NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT match_edge_entity CHECK ((entity = ANY (ARRAY['customer'::text, 'product'::text, 'contract'::text]))),
    CONSTRAINT match_edge_kind CHECK ((kind = ANY (ARRAY['possibleMatch'::text, 'cut'::text, 'oversized'::text, 'held'::text]))),
    CONSTRAINT match_edge_order CHECK ((record_a < record_b))
);

CREATE TABLE mdm.match_key (
    key bigint NOT NULL,
    record_id bigint NOT NULL
);

CREATE TABLE mdm.merge_count (
    minute timestamp with time zone NOT NULL,
    merges integer NOT NULL
);

CREATE TABLE mdm.outbox_default (
    seq bigint DEFAULT nextval('mdm.outbox_seq'::regclass) NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    event_id uuid NOT NULL,
    entity text NOT NULL,
    golden_id uuid NOT NULL,
    golden_version bigint NOT NULL,
    kind text NOT NULL,
    origin text,
    correlation_id text NOT NULL,
    causation_id text,
    traceparent text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT outbox_kind CHECK ((kind = ANY (ARRAY['created'::text, 'changed'::text, 'merged'::text, 'split'::text, 'retired'::text, 'restored'::text, 'erased'::text, 'crosswalk.linked'::text, 'crosswalk.unlinked'::text])))
);

CREATE VIEW mdm.products AS
 SELECT golden_record.golden_id,
    mdm.business_number(golden_record.entity, golden_record.number) AS number,
    golden_record.version,
    golden_record.status,
    golden_record.merged_into,
    golden_record.recorded_at,
    golden_record.policy_version,
    golden_record.attributes
   FROM mdm.golden_record
  WHERE (golden_record.entity = 'product'::text);

CREATE SEQUENCE mdm.record_block
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE mdm.source_reference (
    record_id bigint NOT NULL,
    attribute text NOT NULL COLLATE pg_catalog."C",
    target_entity text NOT NULL COLLATE pg_catalog."C",
    target_platform text NOT NULL COLLATE pg_catalog."C",
    target_native_id text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE mdm.tick (
    tick bigint NOT NULL,
    epoch integer NOT NULL,
    snapshot pg_snapshot NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE mdm.tick_epoch (
    singleton boolean DEFAULT true NOT NULL,
    epoch integer NOT NULL,
    CONSTRAINT tick_epoch_singleton CHECK (singleton)
);

ALTER TABLE ONLY mdm.audit_entry ATTACH PARTITION mdm.audit_entry_default DEFAULT;

ALTER TABLE ONLY mdm.golden_version ATTACH PARTITION mdm.golden_version_default DEFAULT;

ALTER TABLE ONLY mdm.outbox ATTACH PARTITION mdm.outbox_default DEFAULT;

ALTER TABLE ONLY mdm.access_key
    ADD CONSTRAINT access_key_pkey PRIMARY KEY (key_id);

ALTER TABLE ONLY mdm.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (seq, recorded_at);

ALTER TABLE ONLY mdm.audit_entry_default
    ADD CONSTRAINT audit_entry_default_pkey PRIMARY KEY (seq, recorded_at);

ALTER TABLE ONLY mdm.decision_pair
    ADD CONSTRAINT decision_pair_pkey PRIMARY KEY (record_a, record_b, decision_id);

ALTER TABLE ONLY mdm.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (decision_id);

ALTER TABLE ONLY mdm.generic_key
    ADD CONSTRAINT generic_key_pkey PRIMARY KEY (key);

ALTER TABLE ONLY mdm.golden_record
    ADD CONSTRAINT golden_record_pkey PRIMARY KEY (golden_id);

ALTER TABLE ONLY mdm.golden_version
    ADD CONSTRAINT golden_version_pkey PRIMARY KEY (golden_id, version, recorded_at);

ALTER TABLE ONLY mdm.golden_version_default
    ADD CONSTRAINT golden_version_default_pkey PRIMARY KEY (golden_id, version, recorded_at);

ALTER TABLE ONLY mdm.idempotent_request
    ADD CONSTRAINT idempotent_request_pkey PRIMARY KEY (key_id, idempotency_key);

ALTER TABLE ONLY mdm.load_progress
    ADD CONSTRAINT load_progress_pkey PRIMARY KEY (fingerprint);

ALTER TABLE ONLY mdm.match_edge
    ADD CONSTRAINT match_edge_pkey PRIMARY KEY (record_a, record_b);

ALTER TABLE ONLY mdm.match_key
    ADD CONSTRAINT match_key_pkey PRIMARY KEY (key, record_id);

ALTER TABLE ONLY mdm.merge_count
    ADD CONSTRAINT merge_count_pkey PRIMARY KEY (minute);

ALTER TABLE ONLY mdm.source_record
    ADD CONSTRAINT source_record_pkey PRIMARY KEY (record_id);

ALTER TABLE ONLY mdm.source_reference
    ADD CONSTRAINT source_reference_pkey PRIMARY KEY (record_id, attribute, target_entity, target_platform, target_native_id);

ALTER TABLE ONLY mdm.tick_epoch
    ADD CONSTRAINT tick_epoch_pkey PRIMARY KEY (singleton);

ALTER TABLE ONLY mdm.tick
    ADD CONSTRAINT tick_pkey PRIMARY KEY (tick);

CREATE INDEX decision_golden ON mdm.decision USING gin (golden_ids) WHERE (kind = 'same'::text);

CREATE INDEX decision_made ON mdm.decision USING btree (made_at, decision_id);

CREATE INDEX decision_pair_b ON mdm.decision_pair USING btree (record_b);

CREATE INDEX decision_pair_decision_id ON mdm.decision_pair USING btree (decision_id);

CREATE UNIQUE INDEX generic_key_number ON mdm.generic_key USING btree (number) INCLUDE (key);

CREATE INDEX golden_record_merged_into ON mdm.golden_record USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX idempotent_request_age ON mdm.idempotent_request USING btree (recorded_at);

CREATE INDEX match_edge_b ON mdm.match_edge USING btree (record_b);

CREATE INDEX match_edge_review ON mdm.match_edge USING btree (weight DESC, record_a, record_b) WHERE (kind <> 'cut'::text);

CREATE INDEX outbox_xid ON ONLY mdm.outbox USING btree (xid);

CREATE INDEX outbox_default_xid_idx ON mdm.outbox_default USING btree (xid);

CREATE UNIQUE INDEX source_record_crosswalk ON mdm.source_record USING btree (native_id, platform, entity) INCLUDE (golden_id);

CREATE INDEX source_record_golden ON mdm.source_record USING btree (golden_id) INCLUDE (record_id, platform, raw_id, status, method, linked_at);

CREATE INDEX source_reference_target ON mdm.source_reference USING btree (target_native_id, target_platform, target_entity) INCLUDE (record_id);

ALTER INDEX mdm.audit_entry_pkey ATTACH PARTITION mdm.audit_entry_default_pkey;

ALTER INDEX mdm.golden_version_pkey ATTACH PARTITION mdm.golden_version_default_pkey;

ALTER INDEX mdm.outbox_xid ATTACH PARTITION mdm.outbox_default_xid_idx;

ALTER TABLE ONLY mdm.decision_pair
    ADD CONSTRAINT decision_pair_decision FOREIGN KEY (decision_id) REFERENCES mdm.decision(decision_id);

GRANT USAGE ON SCHEMA mdm TO mdm_service;

REVOKE ALL ON FUNCTION mdm.expire_outbox(before timestamp with time zone) FROM PUBLIC;

GRANT SELECT,INSERT,UPDATE ON TABLE mdm.access_key TO mdm_service;

GRANT SELECT,INSERT ON TABLE mdm.audit_entry TO mdm_service;

GRANT SELECT ON TABLE mdm.audit_entry_default TO mdm_service;

GRANT SELECT,INSERT ON TABLE mdm.golden_version TO mdm_service;

GRANT USAGE ON SEQUENCE mdm.outbox_seq TO mdm_service;

GRANT SELECT,INSERT ON TABLE mdm.outbox TO mdm_service;

GRANT SELECT ON TABLE mdm.changes TO mdm_service;

GRANT USAGE ON SEQUENCE mdm.golden_number TO mdm_service;

GRANT SELECT,INSERT,UPDATE ON TABLE mdm.golden_record TO mdm_service;

GRANT SELECT ON TABLE mdm.contracts TO mdm_service;

GRANT SELECT,INSERT,UPDATE ON TABLE mdm.source_record TO mdm_service;

GRANT SELECT ON TABLE mdm.crosswalk TO mdm_service;

GRANT SELECT ON TABLE mdm.customers TO mdm_service;

GRANT SELECT,INSERT,UPDATE ON TABLE mdm.decision TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.decision_pair TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.generic_key TO mdm_service;

GRANT SELECT ON TABLE mdm.golden_version_default TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.idempotent_request TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.load_progress TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.match_edge TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.match_key TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.merge_count TO mdm_service;

GRANT SELECT ON TABLE mdm.outbox_default TO mdm_service;

GRANT SELECT ON TABLE mdm.products TO mdm_service;

GRANT USAGE ON SEQUENCE mdm.record_block TO mdm_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mdm.source_reference TO mdm_service;

GRANT SELECT,INSERT ON TABLE mdm.tick TO mdm_service;

GRANT SELECT,UPDATE ON TABLE mdm.tick_epoch TO mdm_service;

