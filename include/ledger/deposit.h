/* deposit: receipts whose money goes to the bank in one sum, and which of them still wait.
 *
 * Cash and cheques lie on undeposited funds, cards on card clearing, transfers on bank clearing
 * (RULES.md R0). A deposit is a document without items: Dr the bank with what arrives, Dr bank
 * charges and payment differences, Cr the receipts' account with all of it; its first posting is
 * the bank's. Beside it stands one row a receipt, a fact that the chain covers.
 * Holds: a receipt is in at most one standing deposit, and a deposit takes over exactly what its
 * receipts brought, in both currencies (R9 6). A receipt that was deposited is locked: its reversal
 * posts against the bank, and the deposit stays as it is; a deposit is reversed only whole.
 * Fails with: CONFLICT (what the books forbid, with the receipt named), INPUT, MISSING. */
#ifndef LEDGER_DEPOSIT_H
#define LEDGER_DEPOSIT_H

#include "ledger/payment.h"

/* Notes or coins of one kind, as they were counted. */
struct deposit_cash {
    int64_t value, count; /* of one, in minor units; both > 0 */
};
struct deposit_new {
    int64_t bank_id;         /* 0: the account that plays the bank */
    struct date date;
    const int64_t *receipts; /* ids of payments, of one currency and one account */
    int count;
    int64_t fee;             /* kept back by bank or card company; not below zero */
    int64_t missing;         /* cash short; below zero: cash over */
    /* the cash by denomination, kept as the deposit's lines: it comes to the cash receipts less
     * what is missing; none: it is counted on the slip by hand */
    const struct deposit_cash *cash;
    int cash_count;
    const char *reference, *text;
};
enum err deposit_make(struct tx *tx, const struct deposit_new *deposit, struct document_made *out);
/* Reverses the deposit whole and frees its receipts; not once one of them came back from the bank.
 */
enum err deposit_void(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                      struct document_made *out);

/* A receipt as a deposit sees it. Texts: of deposit_receipts in the arena, else until the next. */
struct deposit_receipt {
    int64_t document_id, account_id; /* the account that its money lay on */
    const char *number, *customer, *name, *payer, *reference;
    const char *reversal;            /* the number of its reversal, "" = none */
    enum payment_method method;
    struct date effective, posted;
    struct money amount;
    int64_t base;
};
enum err deposit_receipts(struct book *book, int64_t document_id, struct arena *arena,
                          struct deposit_receipt **out, int *count);
/* Receipts whose money waits at the end of a day, by account, currency, day and id. `methods` is a
 * mask of 1u << method, 0 = all; currency NULL = all. Cheques out of a lockbox, which the bank has
 * already, are only among all. */
#define METHOD_MASK(method) (1u << (method))
#define METHODS_UNDEPOSITED (METHOD_MASK(METHOD_CASH) | METHOD_MASK(METHOD_CHEQUE))
enum err deposit_pending(struct book *book, struct date as_of, unsigned methods,
                         const char *currency,
                         enum err (*each)(void *self, const struct deposit_receipt *receipt),
                         void *self);

/* A deposit as lists and its slip show it. Texts: of deposit_get in the arena, else until the next.
 */
struct deposit {
    int64_t document_id, bank_id;
    const char *number, *bank, *bank_name, *reference, *text;
    const char *voided; /* the number of its reversal, "" = it stands */
    struct date date, posted;
    struct date arrived; /* the day of the bank's line that it is matched with; NONE = on its way */
    int64_t count;
    struct money gross, total; /* what its receipts brought; what the bank gets */
};
enum err deposit_get(struct book *book, int64_t document_id, struct arena *arena,
                     struct deposit *out);
/* Deposits posted from..to, as they stood on the last day, by day, then id; currency NULL = all. */
enum err deposits_each(struct book *book, struct date from, struct date to, const char *currency,
                       enum err (*each)(void *self, const struct deposit *deposit), void *self);
/* The standing deposit that a receipt is in; 0 = none. */
enum err deposit_of(struct book *book, int64_t receipt_id, int64_t *deposit_id);

#endif
