SELECT fingerprint, position, line, counts FROM mdm.load_progress WHERE fingerprint = $1::text
