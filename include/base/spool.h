/* spool: an unlinked file for bytes that must wait: gone with the process, whatever happens.
 *
 * It lies in /var/tmp, else /tmp; TMPDIR is not asked (TRUST.md F41).
 * Fails with: FULL, IO. */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H

#include "base/err.h"

#include <stdint.h>

enum err spool_open(struct note *note, int *fd); /* close() gives it back */
/* All of the bytes, whatever write() makes of them; `what` names the place in the message. */
enum err spool_write(int fd, const void *bytes, size_t len, const char *what, struct note *note);
/* Exactly len bytes from a place. */
enum err spool_read(int fd, int64_t place, void *bytes, size_t len, struct note *note);

#endif
