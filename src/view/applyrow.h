/* applyrow: one row of --apply as text, with every amount in it.
 *
 * Memory: the arena given. */
#ifndef VIEW_APPLYROW_H
#define VIEW_APPLYROW_H

#include "ledger/item.h"

struct applyrow {
    const char *number;
    int64_t amount;             /* minor units */
    int64_t discount, writeoff; /* 0 = none */
    struct currency currency;
    int instalment;   /* 0 = the only one */
    const char *from; /* the credit that is used, NULL = the money itself */
};

/* "INV-1=98.00 discount 2.00 instalment 2 from CM-31" */
const char *applyrow_text(const struct applyrow *row, struct arena *arena);
/* As what a row names an open credit: money that was identified or moved is named by the payment
 * that brought it. */
enum err applyrow_source(struct book *book, const struct item *credit, struct arena *arena,
                         const char **number);

#endif
