/* anchor: the head of the journal where whoever could change the book cannot reach: in the system's
 * own log (LOG_AUTHPRIV), so that a book that was rewritten whole can be told from the true one
 * (TRUST.md 5.5).
 *
 * Fails with: what the store says; whether the log took it is not told by the system. */
#ifndef APP_ANCHOR_H
#define APP_ANCHOR_H

#include "app/command.h"

/* Says what it wrote. */
enum err anchor_log(struct act *act);

#endif
