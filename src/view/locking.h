/* locking: who sits at the screens, where that must be proved (TRUST.md 5): coming in on an account
 * that several share, the lock of a desk that was left alone, and passwords asked on the way.
 *
 * Holds: while it is locked nothing of the book is shown, and what was typed is kept as drafts. On
 * a shared account another user may come in at the lock; the drafts stay whose they are. Without a
 * password nothing ever locks. */
#ifndef VIEW_LOCKING_H
#define VIEW_LOCKING_H

#include "view/desk.h"

/* For session->secret. */
enum err locking_ask(void *self, enum secret_kind kind, const char *prompt, struct secret *out);
/* At the start: who it is; what the last time was is said. desk->leave when nobody came in. */
enum err locking_enter(struct desk *desk);
/* How long a key may be waited for at a time, of wait_ms (-1 = for ever): then the desk may be to
 * lock, or was asked to leave. */
int locking_wait(struct desk *desk, int wait_ms);
/* So long no key came. True: it was locked, and the picture is to be drawn anew. */
bool locking_idle(struct desk *desk, int64_t idle_us);
void locking_lock(struct desk *desk); /* now, by hand */
/* desk->comes came in at the lock: the desk is theirs from here on. */
enum err locking_take(struct desk *desk);

#endif
