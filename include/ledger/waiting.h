/* waiting: money of payments that is not applied, with all that tells whose it is and what for.
 *
 * Money that was moved on (identified, to another customer) stands under its payment, with the
 * customer that it went to. Prepayments wait for what is not billed yet and are not here.
 * Text lives until the next row. */
#ifndef LEDGER_WAITING_H
#define LEDGER_WAITING_H

#include "ledger/document.h"

struct waiting {
    int64_t item_id, payment_id;
    int64_t customer_id;  /* 0 = unidentified */
    const char *number, *customer; /* of the payment; the customer's code, "" = unidentified */
    struct money open;    /* > 0 */
    struct date came, value;
    const char *reference; /* as amended */
    const char *payer, *account; /* "" = not known */
    enum payment_keep keep;
};
struct waiting_query {
    int64_t customer_id;  /* 0 = all */
    int64_t payment_id;   /* 0 = all */
    struct date from, to; /* of the payment's paper; NONE = open end */
};
/* In no order that matters. */
enum err waiting_each(struct book *book, const struct waiting_query *query,
                      enum err (*each)(void *self, const struct waiting *waiting), void *self);

#endif
