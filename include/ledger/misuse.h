/* misuse: the acts that may be signs of money that was taken (RULES.md R17 a to i), with who did
 * them and the documents, of the days from `from` to `to`.
 *
 * Facts and the journal tell them; nothing is kept. Whose money a receipt is, is told by the
 * account, the number and the name of its payer: by confirmed aliases, else by the very name of one
 * customer; customers of one family pay for each other. Read in passes over the receipts of the
 * days, with one look into an index each.
 * Texts live until the next. Fails with: what the store says. */
#ifndef LEDGER_MISUSE_H
#define LEDGER_MISUSE_H

#include "base/arena.h"
#include "ledger/book.h"
#include "rules/signs.h"

#define MISUSE_DAYS 90
#define MISUSE_NEAR 10 /* days between two acts that belong together */
#define MISUSE_LATE 5  /* days beyond the median that are late */

struct misuse {
    enum sign sign;
    const char *actor, *document; /* number of the paper that it is seen at, "" = none */
    const char *customer, *other; /* codes; whose it is, and who else has to do with it */
    struct date day;
    int64_t days, base; /* days late, or between; amount in the book's currency */
    int64_t document_id;
};
/* Receipts that somebody posted in those days. */
struct misuse_poster {
    const char *actor;
    int64_t receipts, base;
};
struct misuse_medians {
    int64_t posted, banked; /* days from the money's day */
};
/* Posters by name; acts in no order. */
enum err misuse_read(struct book *book, struct date from, struct date to, struct arena *arena,
                     struct misuse_poster **posters, int *count, struct misuse_medians *medians,
                     enum err (*each)(void *self, const struct misuse *one), void *self);

#endif
