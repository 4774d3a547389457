-- How much there is to verify.
SELECT (SELECT count(*) FROM mdm.golden_record) AS golden_records,
       (SELECT count(*) FROM mdm.source_record) AS source_records,
       (SELECT count(*) FROM mdm.match_key) AS match_keys,
       (SELECT count(*) FROM mdm.audit_entry) AS audit_entries
