-- What `mdm doctor` asks of the server, whether the schema is there or not.
SELECT current_setting('server_version') AS version,
       current_setting('server_version_num')::integer AS version_number,
       clock_timestamp() AS now,
       current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on' AS is_durable,
       current_setting('synchronous_commit') AS synchronous_commit,
       current_setting('server_encoding') AS encoding,
       pg_database_size(current_database()) AS database_bytes,
       (SELECT count(*) FROM pg_roles WHERE rolname = 'mdm_service' AND NOT rolsuper) = 1
           AND pg_has_role(current_user, 'mdm_service', 'MEMBER') AS has_service_role
