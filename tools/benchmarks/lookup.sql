\set n random(1, :rows)
SELECT golden_id FROM mdm.source_record
WHERE native_id = 'B' || :n AND platform = (ARRAY['sap', 'zuora', 'netsuite'])[1 + :n % 3] AND entity = 'customer';
