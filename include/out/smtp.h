/* smtp: a message handed to a mail server, over an encrypted line.
 *
 * A login is sent over an encrypted line only, or on this machine itself. Nothing is retried here.
 * Fails with: UNAVAILABLE (not now: no server, no line, a refusal for the moment), DENIED (the
 * login, or a line that nobody may trust), INPUT (refused for good: no such mailbox); *unknown: the
 * whole message had gone when the line broke, so that it may have arrived. */
#ifndef OUT_SMTP_H
#define OUT_SMTP_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum smtp_line { SMTP_STARTTLS, SMTP_TLS, SMTP_BARE };

struct smtp_server {
    const char *host;            /* "smtp.example.com" or with ":587" */
    enum smtp_line line;
    const char *user, *password; /* NULL = no login */
    const char *certificates;    /* a file of those that prove the server; NULL = the system's */
    long timeout_seconds;        /* 0 = 60 */
    bool (*stop)(void *self);    /* true = break off; may be NULL */
    void *self;
};
/* `to` has addresses parted by commas. */
enum err smtp_send(const struct smtp_server *server, const char *from, const char *to,
                   const void *message, size_t len, bool *unknown, struct note *note);

#endif
