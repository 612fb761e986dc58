/* owing: what one customer owes and what we owe it, with all that autocash asks of an item, in one
 * pass: its paper's numbers and terms, what of it is disputed, until when it offers a discount.
 *
 * Only accounts receivable: prepayments and money whose owner nobody knows pay nothing by
 * themselves. Text lives until the next row. */
#ifndef LEDGER_OWING_H
#define LEDGER_OWING_H

#include "ledger/item.h"

struct owing {
    int64_t id, document_id;
    enum document_kind kind;
    int64_t open; /* < 0: a credit */
    struct date due, issued;
    const char *number, *terms, *reason;
    const char *po;     /* as amended */
    int64_t disputed;   /* so much of it, on the book's day */
    bool let_go;        /* a small difference of it was let go before */
    struct date offers; /* the last day of its last discount, without grace; NONE = offers none */
};
/* By due date, then id. */
enum err owing_each(struct book *book, int64_t customer_id, struct currency currency,
                    enum err (*each)(void *self, const struct owing *owing), void *self);
/* Who owes papers of this order number of his own; `customers` tells when it is more than one. */
enum err owing_by_po(struct book *book, const char *po, int64_t *customer_id, int *customers);

#endif
