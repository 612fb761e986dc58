/* lateness: what of a customer's past and limit decides how urgent a call is.
 *
 * One question over all customers each, so that a hundred thousand of them pass quickly.
 * Fails with: what the store says. */
#ifndef LEDGER_LATENESS_H
#define LEDGER_LATENESS_H

#include "ledger/book.h"

/* Customers with a debit that was settled after its due day, in order of id. */
enum err late_before_each(struct book *book, enum err (*each)(void *self, int64_t customer_id),
                          void *self);
/* Customers with a credit limit, in order of id. */
struct limited {
    int64_t customer_id, limit;
    char currency[4];
};
enum err limited_each(struct book *book,
                      enum err (*each)(void *self, const struct limited *limited), void *self);

#endif
