/* monthend: the questions of a month's end: what moved the receivables and why, what stands between
 * two periods, what came after the day, what tax was charged (RULES.md Part A and R21).
 *
 * Base currency, by posted day, unless said. Rows are handed out one by one; texts live until the
 * next. Fails with: what the store says. */
#ifndef LEDGER_MONTHEND_H
#define LEDGER_MONTHEND_H

#include "ledger/document.h"
#include "ledger/item.h"

/* What moves the balance of a customer, in the order of the formula. A reversal counts against what
 * it reverses, but for a receipt's, which is a line of its own. */
#define MOVE_LIST(X)                                                                               \
    X(INVOICES, "invoices", "Invoices")                                                            \
    X(DEBITS, "debit_memos", "Debits")                                                             \
    X(CHARGES, "charges", "Charges")                                                               \
    X(REVERSED, "reversed_receipts", "Reversed")                                                   \
    X(REFUNDS, "refunds", "Refunds")                                                               \
    X(RECOVERIES, "recoveries", "Recovered")                                                       \
    X(RECEIPTS, "receipts", "Receipts")                                                            \
    X(DISCOUNTS, "discounts", "Discounts")                                                         \
    X(CREDITS, "credit_memos", "Credits")                                                          \
    X(WRITEOFFS, "writeoffs", "Write-offs")                                                        \
    X(TOLERANCE, "tolerance", "Tolerance")                                                         \
    X(TRANSFERS, "transfers", "Transfers")                                                         \
    X(FX, "fx", "Exchange")                                                                        \
    X(OTHER, "other", "Other")
enum move {
#define X(name, word, title) MOVE_##name,
    MOVE_LIST(X)
#undef X
    MOVES
};

struct move_row {
    int64_t document_id, customer_id, base;
    char currency[4];
    enum move move;
    enum document_kind kind;
    const char *number, *customer;
    struct date posted, effective;
    bool opening; /* it came with an opening balance, or takes back what did */
};
/* The items of the receivable account that were posted from..to, by posted day. */
enum err moves_each(struct book *book, struct date from, struct date to, int64_t customer_id,
                    enum err (*each)(void *self, const struct move_row *row), void *self);
/* Documents whose true day and posted day lie on two sides of from or of to (R21). */
enum err cutoff_each(struct book *book, struct date from, struct date to,
                     enum err (*each)(void *self, const struct move_row *row), void *self);

/* What payments brought to a debit item after a day, up to another, in its currency. */
enum err paid_between(struct book *book, int64_t item_id, struct date after, struct date to,
                      int64_t *amount, struct date *last);

/* Tax of one document by code: as charged is positive. id 0: no code is known, as of a discount on
 * a paper without tax lines. */
struct tax_row {
    int64_t tax_id, account_id, net, tax;
    enum document_kind kind;
    bool beside; /* of a document that another row counts */
};
/* Where the tax waits for the money, net and tax are of the days on which it came. */
enum err taxes_each(struct book *book, struct date from, struct date to,
                    enum err (*each)(void *self, const struct tax_row *row), void *self);

/* Of papers whose tax waits for the money: what the documents of the days moved on the tax accounts
 * when it fell due or waited again, by code and by what settled it. */
enum err duetaxes_each(struct book *book, struct date from, struct date to,
                       enum err (*each)(void *self, const struct tax_row *row), void *self);
/* The same; and of papers on the other basis the tax part of each application, as it would be:
 * applied x tax / gross; the application that closes the item takes the remainder, and one that is
 * taken back its very part, below zero. What a credit memo settles is of the codes of the memo. */
enum err cashtax_each(struct book *book, struct date from, struct date to,
                      enum err (*each)(void *self, const struct tax_row *row), void *self);

#endif
