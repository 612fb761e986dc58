/* session: how the program was called, from the environment on, and its book.
 *
 * Holds: after session_init every default of the conventions is there: actor, today, place of
 * the book; after session_locale how figures and dates are written.
 * Knows: ledger. Memory: texts lie in the arena given, which outlives the session.
 * Fails with: what book_open says; MISSING without a book; CONFIG for a locale that is not
 * there. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/command.h"

void session_init(struct session *session, struct note *note, struct arena *arena);
/* Notation and order of dates of session->locale, or of the environment's. */
enum err session_locale(struct session *session);
/* Opens the book at book_path. The note given to session_init carries its words. */
enum err session_open(struct session *session);
bool session_sandbox(const struct session *session); /* is the open book a sandbox? */
void session_close(struct session *session);

#endif
