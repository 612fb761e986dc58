/* pending: what the lines of open batches would pay, and what waits for an approval: shown at items
 * and customers and counted nowhere (RULES.md R14).
 *
 * Memory: the arena given. Fails with: what the store says. */
#ifndef LEDGER_PENDING_H
#define LEDGER_PENDING_H

#include "base/arena.h"
#include "ledger/book.h"

struct pending {
    const char *batch; /* its number; of an approval: "A-12" */
    bool approval;     /* no line of a batch: it waits for an approval */
    int64_t seq;       /* the line in it */
    const char *actor; /* who entered it */
    int64_t amount;    /* of the item: with discount and write-off */
    struct currency currency;
};
enum err pending_of_item(struct book *book, int64_t item_id, struct arena *arena,
                         struct pending **out, int *count);
/* The payments themselves. */
enum err pending_of_customer(struct book *book, int64_t customer_id, struct arena *arena,
                             struct pending **out, int *count);
/* Is there any line at all? Most of the time there is not, and nobody need ask item by item. */
enum err pending_is_any(struct book *book, bool *any);
/* "2026-11-22/A, anna; 2026-11-22/B, ben", and what they come to in the currency of the first. A
 * batch of `today` is named by its letters alone (NONE: none is). */
const char *pending_words(const struct pending *list, int count, struct date today,
                          struct arena *arena);
/* The same behind "batch", unless an approval is all that there is: as a sentence goes on. */
const char *pending_clause(const struct pending *list, int count, struct date today,
                           struct arena *arena);
int64_t pending_sum(const struct pending *list, int count);

#endif
