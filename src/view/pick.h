/* pick: the lists that F4 offers for the codes of the book, and what a code stands for.
 *
 * Knows: ledger queries. Memory: what is chosen lies in the desk's arena. */
#ifndef VIEW_PICK_H
#define VIEW_PICK_H

#include "view/desk.h"
#include "view/finder.h"

/* Is there a list for this kind? */
bool pick_has(enum arg_kind kind);
/* Lets the user choose; `typed` narrows customers, `customer` (its code, NULL = not known yet)
 * documents, `owed` those that can be paid. NULL = left, or nothing to choose from, which is said.
 */
const char *pick_code(struct desk *desk, struct finder *finder, enum arg_kind kind,
                      const char *typed, const char *customer, bool owed);
/* The same with words that a field takes, as they stand. */
const char *pick_word(struct desk *desk, const char *title, const char *const *words);
/* What the code stands for: a name, a percentage. ERR_OK with NULL for kinds that say nothing;
 * ERR_MISSING with words that name the list. */
enum err code_words(struct desk *desk, enum arg_kind kind, const char *code, const char **words,
                    struct note *note);

#endif
