// libpq, PostgreSQL's own C client, as a Swift module (Debian: libpq-dev; the folder comes from pkg-config).
//
// Only libpq-fe.h is public. It brings what PostgresClient uses: connecting with libpq's own connection strings
// (TLS modes, several hosts, target_session_attrs), asynchronous commands, pipeline mode (libpq 14 and newer), COPY,
// notifications and cancel requests. PGconn and PGresult are opaque there, so Swift sees them as OpaquePointer.
#ifndef MDM_CLIBPQ_SHIM_H
#define MDM_CLIBPQ_SHIM_H

#include <libpq-fe.h>

// Waiting for sockets on Linux; Swift's Glibc module leaves epoll out.
#include <sys/epoll.h>

#endif
