/* finder: customers by a part of code or name, for fields that want one.
 *
 * Over the names in memory (ledger/names.h), which are read at the first search and again when a
 * customer was changed since. Ranks by base/rank.h without slips: what a field takes for a customer
 * is never guessed; code before name.
 * Knows: ledger. Memory: embedded; what is found is borrowed until the next search of anybody.
 * Fails with: what the book says. */
#ifndef VIEW_FINDER_H
#define VIEW_FINDER_H

#include "ledger/names.h"

struct finder {
    const struct name **found; /* best first */
    size_t room;
};

void finder_done(struct finder *finder); /* zero-initialised is empty */
/* Customers that match, best first, in finder->found. `*exact` = how many are it, word for word. A
 * blank text finds all. */
enum err finder_search(struct finder *finder, struct book *book, const char *text, size_t *count,
                       size_t *exact);

#endif
