DELETE FROM mdm.source_reference WHERE record_id = ANY ($1::bigint[])
