/* specialterms: what one customer may pay on and take off in a season or a contract: other terms,
 * another early-payment discount, from a day to a day.
 *
 * Facts: the newest row whose days cover a paper's date holds for the paper; a row without terms
 * and discount says that from then on all is as usual. What a paper says itself goes before it, and
 * posted papers keep what they were posted with.
 * Memory: the arena given, or until the next row. Fails with: INPUT (days, discount). */
#ifndef LEDGER_SPECIALTERMS_H
#define LEDGER_SPECIALTERMS_H

#include "base/arena.h"
#include "ledger/tx.h"

struct special_terms {
    int64_t id, entry_id, customer_id;
    struct date from, to; /* to NEVER = until another word */
    int64_t terms_id;     /* 0 = the usual ones */
    const char *discount; /* "3% 10", "" = of the terms */
    const char *text;     /* why: the contract, the season */
};
enum err special_terms_add(struct tx *tx, const struct special_terms *special, int64_t *id);
/* *is: one holds on that day, and says something. */
enum err special_terms_on(struct book *book, int64_t customer_id, struct date day,
                          struct arena *arena, bool *is, struct special_terms *out);
/* customer_id 0 = all; by customer, then in the order in which they were written. */
enum err special_terms_each(struct book *book, int64_t customer_id,
                            enum err (*each)(void *self, const struct special_terms *special),
                            void *self);

#endif
