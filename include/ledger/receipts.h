/* receipts: the money that came, and what of it went back, by posted day.
 *
 * Texts live until the next row. Fails with: what the store and `each` say. */
#ifndef LEDGER_RECEIPTS_H
#define LEDGER_RECEIPTS_H

#include "ledger/payment.h"

struct receipt_line {
    int64_t document_id;
    enum document_kind kind; /* PAYMENT, or REVERSAL with a negative amount */
    const char *number, *customer, *name, *payer, *reference;
    const char *other; /* the reversal of a payment, the payment of a reversal; "" = none */
    struct date posted;
    enum payment_method method;
    struct money amount;
    int64_t unapplied; /* of a payment: not applied by the last day asked for */
};
/* Payments posted from..to and reversals of payments posted then, by day, then id; customer_id 0 =
 * all, currency NULL = all. */
enum err receipts_each(struct book *book, struct date from, struct date to, int64_t customer_id,
                       const char *currency,
                       enum err (*each)(void *self, const struct receipt_line *line), void *self);
/* The last payment of a customer posted by a day that was not reversed by then. */
enum err receipt_last(struct book *book, int64_t customer_id, struct date as_of, bool *is,
                      struct date *posted, struct money *amount);
/* Only its day, from one index, for lists of many customers; NONE = there is none. */
enum err receipt_last_day(struct book *book, int64_t customer_id, struct date as_of,
                          struct date *out);

#endif
