/* signing: whoever sits there proves with a password who it is (TRUST.md 5.2): to come in, to
 * unlock, to sign what a command does.
 *
 * Wrong ones are entries of the journal, and five in a row lock for a minute: judged while the
 * write lane is held, and while it cannot be had nobody learns whether one was right. The right
 * one is an entry when somebody comes in, and when wrong ones came before; a signature is a fact of
 * the command's own entry.
 * Memory: passwords are overwritten before it returns. Fails with: DENIED (wrong, locked, none),
 * USAGE (nobody can be asked), CANCELLED, and what writing the journal fails with. */
#ifndef APP_SIGNING_H
#define APP_SIGNING_H

#include "app/command.h"
#include "ledger/password.h"

/* Is this the user's? */
enum err signing_check(struct session *session, const char *name, const struct secret *secret,
                       enum sign_kind kind);
/* Asks for it, and checks. */
enum err signing_prove(struct session *session, const char *name, enum sign_kind kind,
                       const char *prompt);
/* Somebody comes in whom the operating system vouches for: noted, where there is a password. */
enum err signing_came(struct session *session);
/* Where the command is one that the book has signed: asks and checks; act->proved, then. */
enum err signing_act(struct act *act);
/* A command of the program itself: who tried, who came in. */
bool signing_is_own(const char *command);

#endif
