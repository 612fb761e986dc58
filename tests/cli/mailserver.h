/* mailserver: a mail server on the loopback for the tests, plain or encrypted; what it got lies in
 * the file `received`. */
#ifndef CLI_MAILSERVER_H
#define CLI_MAILSERVER_H

#include <sys/types.h>

struct server {
    int port;
    pid_t children[3]; /* 0 = none */
};

/* What it does with the n-th connection: o takes it, 4 and 5 refuse the mailbox for now and for
 * good, c breaks the line when it has the whole message, h before it has any of it. */
struct server server_start(const char *script);
/* One connection, encrypted from its first byte, or from STARTTLS on; proved by cert.pem, key.pem.
 * What it heard before the line was encrypted lies in the file `open`. */
struct server server_start_tls(const char *script);
struct server server_start_starttls(const char *script);
void server_stop(struct server *server);

#endif
