/* passwordrule: what a password must be, how long wrong ones lock, and when a desk is idle
 * (TRUST.md 5).
 *
 * Length is all that is asked of a password: what must be mixed is only written down. Five wrong
 * ones in a row lock for a minute; then five more may be tried. */
#ifndef RULES_PASSWORDRULE_H
#define RULES_PASSWORDRULE_H

#include <stdint.h>

#define PASSWORD_LEAST 10 /* characters */
#define PASSWORD_TRIES 5
#define PASSWORD_LOCK_SECONDS 60

/* Why this is no password for the user of this name and full name; NULL = it is one. */
const char *password_weak(const char *password, const char *name, const char *full_name);
/* Seconds for which none is tried: after so many wrong ones in a row, the last at a moment
 * (microseconds); 0 = one may be. A clock that was set back locks nobody longer. */
int password_wait(int64_t failures, int64_t last, int64_t now);
/* Milliseconds until an idle desk locks, which has been idle so long; -1 = never, 0 = now. */
int64_t idle_left(int64_t minutes, int64_t idle_us);

#endif
