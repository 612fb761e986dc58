/* accrual: what late payment of each item costs up to a day, and what of it was charged (R7).
 *
 * proposed = accrued - charged, net of what was reversed; below 0 it is a credit. Money counts from
 * the day it came, not from the day it was applied; a discount or a small write-off from the day of
 * the money of its act; what was taken back as if it had never been there, so a returned cheque
 * charges the gap. The part that a deduction took over is its own item from the same due day.
 * Money that is paid against nothing lowers what is open, the oldest due first; what is disputed
 * bears nothing while its case is open, and later all of it when the case was refused. An extension
 * moves the due day. Nothing is charged while a customer is insolvent or an item is placed. What
 * else holds for a customer is said by the settings charge.*.
 * Reads the debits that are overdue, that were settled late within charge.back days, or that were
 * charged; nothing else.
 * Memory: of a row, until the next customer's rows; of lists, the arena given. */
#ifndef LEDGER_ACCRUAL_H
#define LEDGER_ACCRUAL_H

#include "base/arena.h"
#include "ledger/document.h"
#include "rules/interest.h"

enum accrual_kind {
    ACCRUAL_INTEREST,
    ACCRUAL_LUMP /* the lump sum of the law, once an invoice */
};
const char *accrual_kind_word(enum accrual_kind kind); /* "interest", "compensation" */

/* Why nothing is proposed. */
#define ACCRUAL_REASONS(X)                                                                         \
    X(NONE, "")                                                                                    \
    X(CHARGED, "charged already")                                                                  \
    X(LATER, "charged to a later day already")                                                     \
    X(SCHEME, "the customer pays no interest (charge.scheme)")                                     \
    X(EXEMPT, "the customer is exempt")                                                            \
    X(CONSUMER, "interest of the law is for business customers")                                   \
    X(INSOLVENT, "the customer is insolvent")                                                      \
    X(PLACED, "with an agency or lawyers")                                                         \
    X(RATE, "no rate was entered for these days")                                                  \
    X(GRACE, "within the days of grace")                                                           \
    X(DISPUTED, "disputed")                                                                        \
    X(COVERED, "covered by unapplied money")                                                       \
    X(MINIMUM, "below the minimum")                                                                \
    X(NOTHING, "comes to nothing")                                                                 \
    X(EXCHANGE, "no exchange rate was entered for it")
enum accrual_reason {
#define X(name, words) ACCRUAL_##name,
    ACCRUAL_REASONS(X)
#undef X
};
const char *accrual_reason_words(enum accrual_reason reason);

struct accrual {
    int64_t item_id, document_id, customer_id;
    int instalment;
    const char *customer, *name, *collector, *number; /* customer: its code */
    enum document_kind document_kind;
    enum accrual_kind kind;
    struct currency currency;
    struct date due;      /* extended when it was */
    struct date upto;     /* counted to: that day included */
    int64_t amount, open; /* open: what bears interest on the last day */
    int days;             /* that bear interest */
    int64_t ppm;          /* of the last of them */
    int64_t accrued, charged, proposed;
    int64_t proposed_base; /* at the item's own rate */
    struct date charged_to; /* NONE = never */
    enum accrual_reason reason;
    const struct interest_piece *pieces;
    int piece_count;
};
struct accrual_query {
    struct date upto;      /* that day included */
    struct date as_of;     /* only what is dated by this day; NONE or zero = all that is there */
    bool effective;        /* dated by the true day, not by the posted one */
    int64_t customer_id;   /* 0 = all */
    const char *collector; /* NULL = all */
};
/* By customer's code, currency, due day, item; interest before the lump sum. What was paid in time
 * and never charged is no row. */
enum err accrual_each(struct book *book, const struct accrual_query *query,
                      enum err (*each)(void *self, const struct accrual *accrual), void *self);

/* What one customer's items accrued up to a day and nobody charged yet, a row a currency; of a day
 * that is over, by what is dated until then. */
struct charge_accrued {
    struct currency currency;
    int64_t amount, base;
};
enum err charge_accrued(struct book *book, int64_t customer_id, struct date day,
                        struct arena *arena, struct charge_accrued **out, int *count);

#endif
