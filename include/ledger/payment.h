/* payment: money in: receive, apply with discount and small write-off, unapply, reverse, identify.
 *
 * Fails with: INPUT, MISSING, CONFLICT (what the books forbid, with the figures), DENIED (above the
 * small write-off limit). */
#ifndef LEDGER_PAYMENT_H
#define LEDGER_PAYMENT_H

#include "ledger/application.h"
#include "ledger/writeoff.h"

struct payment {
    const char *number;         /* NULL: own series */
    int64_t customer_id;        /* 0: unidentified */
    struct money amount;        /* > 0 */
    struct date date;           /* effective */
    struct date posted, value;  /* NONE: date */
    enum payment_method method;
    enum payment_keep keep;
    const char *reference, *payer, *text;
    const char *payer_account;  /* where it came from; NULL or "" = not known */
    struct ratio rate;          /* num 0: rate table */
    struct money settles;       /* what it settles in another currency; code "" = same currency */
    /* kept back by bank or card: Dr bank charges; the customer is credited whole */
    int64_t fee;
    bool fee_is_commission; /* a collector kept it: Dr collection costs instead */
    bool lockbox; /* the bank took it out of the box itself: its money waits on bank clearing */
};
/* `item` is the credit to apply from: the payment's own, or the transfer's when it settles another
 * currency. */
enum err payment_receive(struct tx *tx, const struct payment *payment, struct document_made *out,
                         int64_t *item);

/* One target of an application. */
struct settle {
    int64_t debit_id;
    int64_t amount;       /* of the credit; 0 and `all`: as much as is open and there */
    bool all;
    int64_t discount;     /* given; DISCOUNT_AUTO: what R4 allows; DISCOUNT_NONE */
    int64_t writeoff;     /* small; closes the instalment */
    struct date date;     /* NONE: R1's default */
};
#define TAX_PARTS_MAX 16 /* tax codes of one document: TAX_GROUPS of rules/totals.h */
#define DISCOUNT_NONE 0
#define DISCOUNT_AUTO (-1)

struct settled {
    int64_t amount, discount, writeoff, fx;
    struct date date;
    bool moved;
    int64_t act_id;
};
/* Applies from a credit item to a debit item in one act. Crosses customers (a parent's payment,
 * R15) and prepayments by a transfer document of the same transaction. */
enum err payment_apply(struct tx *tx, int64_t credit_id, const struct settle *settle,
                       struct settled *out);
/* A discount that was taken after its day, allowed by itself: as unearned, up to what the terms
 * offered in all (R4). CONFLICT above that or what is open. */
enum err discount_allow(struct tx *tx, int64_t debit_id, int64_t amount, struct date date,
                        const char *reason, struct document_made *out);
/* Takes acts of a credit document back: all, or only those on one debit document; a part of it is
 * taken back by unapplying and re-applying the rest at the old date. `amount` 0 = whole. */
enum err payment_unapply(struct tx *tx, int64_t credit_document, int64_t debit_document,
                         int64_t amount,
                         struct date date, const char *reason, int *acts);
/* One act that payment_unapply takes back. */
struct unapplied {
    int64_t act_id, debit_id, credit_id;
    int64_t amount;              /* that it applied */
    int64_t taken;               /* of it; the rest is applied again */
    struct date effective, day;  /* of the act; on which it is taken back */
};
/* What payment_unapply would take back with these, newest first; fails as it does. */
enum err payment_unapply_look(struct book *book, int64_t credit_document, int64_t debit_document,
                              int64_t amount, struct date date, const char *reason,
                              struct arena *arena, struct unapplied **out, int *count);
enum err payment_reverse(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                         int64_t fee, struct document_made *out);
enum err payment_identify(struct tx *tx, int64_t document_id, int64_t customer_id, struct date date,
                          struct document_made *transfer);
/* Moves an amount of an open credit to another customer or control account (R0, R15): posts the
 * transfer, applies its debit side, and gives the new credit item. */
enum err transfer_post(struct tx *tx, int64_t credit_id, int64_t amount, int64_t customer_id,
                       int64_t account_id, struct date date, const char *reason,
                       struct document_made *out, int64_t *item);

/* The reversing verb of a transfer: what it paid where it went is unapplied first. */
enum err transfer_undo(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                       struct document_made *out);

enum err refund_pay(struct tx *tx, int64_t credit_id, int64_t amount, struct date date,
                    const char *reason, struct document_made *out);
/* The reversing verb of a write-off or refund: unapplies, then the contra document. */
enum err settlement_reverse(struct tx *tx, int64_t document_id, struct date date,
                            const char *reason,
                            struct document_made *out);
/* What R4 offers on a debit item for money that came on `value`. */
enum err discount_on(struct book *book, int64_t debit_id, struct date value, int64_t paid,
                     int64_t *discount,
                     bool *earned);

extern const char *const payment_methods[]; /* their words, in the order of the enum; NULL ends */
const char *payment_method_word(enum payment_method method);
/* Why that can hardly be the day on which money came so: "more than a year back"; NULL = it can. A
 * cheque may be of a day to come, and a day not far ahead is seen where it is said. */
const char *payment_day_doubt(enum payment_method method, struct date date, struct date today);
/* An earlier receipt that looks the same (R14), or a cheque of the same number and payer over
 * another amount: the id, 0 = none; *stop: same cheque, payer and amount. */
enum err payment_twin(struct book *book, const struct payment *payment, int64_t *id, bool *stop);

#endif
