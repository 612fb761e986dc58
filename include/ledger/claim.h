/* claim: the open items of a day customer after customer, each with its debits in the order in
 * which they are due, behind them its credits: what works from the oldest on stands on this.
 *
 * Memory: 56 bytes an item while it runs. Fails with: what the store says, and what `each`
 * returns. */
#ifndef LEDGER_CLAIM_H
#define LEDGER_CLAIM_H

#include "ledger/agingscan.h"

struct claim {
    int64_t id, customer_id;
    int64_t open, base; /* credits negative */
    char currency[4];
    struct date due, effective;
};
/* Calls `each` with the claims of one customer and currency, by customer id and currency; it may
 * change them. */
enum err claims_each(struct book *book, const struct aging_query *query,
                     enum err (*each)(void *self, struct claim *claims, size_t count), void *self);

#endif
