-- Keys compare as bytes, not by the rules of a language: an index probe costs a memcmp instead of a strcoll.

DROP VIEW mdm.crosswalk;
ALTER TABLE mdm.source_record
    ALTER COLUMN entity TYPE text COLLATE "C",
    ALTER COLUMN platform TYPE text COLLATE "C",
    ALTER COLUMN native_id TYPE text COLLATE "C";
ALTER TABLE mdm.source_reference
    ALTER COLUMN attribute TYPE text COLLATE "C",
    ALTER COLUMN target_entity TYPE text COLLATE "C",
    ALTER COLUMN target_platform TYPE text COLLATE "C",
    ALTER COLUMN target_native_id TYPE text COLLATE "C";
CREATE VIEW mdm.crosswalk AS
    SELECT entity, platform, native_id, raw_id, golden_id, status, method, linked_at FROM mdm.source_record;
GRANT SELECT ON mdm.crosswalk TO mdm_service;

-- Keys only ever become generic, and under the mastering lock: numbered, a hub that knows all up to one number asks for the rest.
ALTER TABLE mdm.generic_key ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX generic_key_number ON mdm.generic_key (number) INCLUDE (key);
