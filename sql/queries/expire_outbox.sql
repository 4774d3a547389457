-- Returns how many days were dropped; only for the role that owns the schema.
SELECT mdm.expire_outbox($1::timestamptz) AS dropped
