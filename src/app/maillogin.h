/* maillogin: user and password of the mail server, and by what it is proved, from a file that only
 * its owner can read.
 *
 *     user = billing@example.com
 *     password = ...
 *     certificates = /etc/ssl/ours.pem    what the server is proved by instead of the system's own
 *
 * Holds: a file that others can read, that is a link, or that belongs to somebody else is refused.
 * Memory: the arena given. Fails with: DENIED (who can read it), MISSING, INPUT (its lines), IO. */
#ifndef APP_MAILLOGIN_H
#define APP_MAILLOGIN_H

#include "base/arena.h"
#include "base/err.h"

struct maillogin {
    const char *user, *password; /* NULL = without a login */
    const char *certificates;    /* a file of them; NULL = the system's */
};
/* `path` NULL: $XDG_CONFIG_HOME/arledger/mail, which need not be there. */
enum err maillogin_read(const char *path, struct arena *arena, struct maillogin *out,
                        struct note *note);

#endif
