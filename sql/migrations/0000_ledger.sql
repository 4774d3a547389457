-- What has been applied to this database, and exactly which text it was. Runs before every look at it, so it is idempotent.
-- It lives outside schema mdm, so that a dump of that schema is the hub's own storage and nothing else.
CREATE SCHEMA IF NOT EXISTS mdm_migration;

CREATE TABLE IF NOT EXISTS mdm_migration.applied (
    number     integer     NOT NULL,
    name       text        NOT NULL,
    checksum   bytea       NOT NULL,                -- SHA-256 of the script
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT applied_pkey PRIMARY KEY (number)
);

GRANT USAGE ON SCHEMA mdm_migration TO PUBLIC;
GRANT SELECT ON mdm_migration.applied TO PUBLIC;

-- Roles belong to the whole server: two databases that are migrated at once would both make this one, and the second would fail on it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mdm_service') THEN
        CREATE ROLE mdm_service NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
