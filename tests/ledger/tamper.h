/* tamper: changes past the program, as whoever has the store's own tools makes them, and what the
 * journal's proof says of them. The book is not proved again at the end of the test. */
#ifndef LEDGER_TAMPER_H
#define LEDGER_TAMPER_H

#include "base/hash.h"

void tamper_sql(const char *sql);
/* Every trigger that keeps facts as they are, as such a person would begin. */
void tamper_triggers_drop(void);
/* How many troubles the journal shows; *words: the first of them, NULL = none. anchor may be
 * NULL. */
int tamper_found(const struct hash *anchor, const char **words);

#endif
