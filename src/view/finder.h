/* finder: customers by a part of code or name, in memory and folded.
 *
 * Loads at the first search, and again when the book has changed since. Ranks as the chooser does:
 * exact, beginning, beginning of a word, somewhere; code before name.
 * Knows: ledger. Memory: embedded; what is found is borrowed until the next search. Fails with:
 * what the book says. */
#ifndef VIEW_FINDER_H
#define VIEW_FINDER_H

#include "base/arena.h"
#include "ledger/book.h"

struct finder_row {
    int64_t id;
    const char *code, *name, *town;
    const char *code_folded, *name_folded;
    int rank;
};

struct finder {
    struct arena arena;
    struct finder_row *rows;
    size_t count, room;
    const struct finder_row **found; /* best first */
    int64_t revision;
    bool loaded;
};

void finder_done(struct finder *finder); /* zero-initialised is empty */
/* Customers that match, best first, in finder->found. `*exact` = how many are it, word for word. A
 * blank text finds all. */
enum err finder_search(struct finder *finder, struct book *book, const char *text, size_t *count,
                       size_t *exact);
/* The town in an address: what stands behind its last comma. */
const char *address_town(const char *address, struct arena *arena);

#endif
