INSERT INTO benchmark_insert (native_id, attributes) VALUES ('B' || random()::text, '{"name": "Somebody Energy Supplies GmbH", "email": "info@somebody.example"}');
