/* returned: a payment does not count from a day on: the bank sent it back, or it was keyed wrongly.
 *
 * Its applications are taken back on that day, discounts and small write-offs with them; the
 * deposit is not edited: the bank has a line of its own. A card chargeback opens a dispute on what
 * is open again. Where the applications must stand (what was paid is with an agency, or was closed
 * otherwise), the payment is reversed by debit memos: one a debit that was paid, with its due and
 * document date and its dispute.
 * How often money came back for lack of funds is counted from the facts, never stored.
 * Fails with: CONFLICT, INPUT (a fee of nobody). */
#ifndef LEDGER_RETURNED_H
#define LEDGER_RETURNED_H

#include "ledger/payment.h"

/* Like payment_reverse, but the applications stand and the debits are made anew (RULES.md R2). */
enum err payment_reverse_by_debits(struct tx *tx, int64_t document_id, struct date date,
                                   const char *reason, int64_t fee, struct document_made *out);

/* Why the applications of a payment that the bank sent back on that day (nsf, dd-return,
 * card-chargeback) cannot be undone, so that it is reversed by debit memos: "INV-1 is with the
 * agency Collect since 2026-03-01"; a claim that was split off what it paid and is decided.
 * NULL: its applications come back. */
enum err returned_stands_why(struct book *book, const struct document *payment, struct date date,
                             const char *reason, struct arena *arena, const char **why);

/* Every return for lack of funds up to a day: nsf, and direct debits whose code is one of the
 * setting return.funds; by customer, then in order. customer_id 0 = all. */
enum err returned_each(struct book *book, int64_t customer_id, struct date as_of,
                       enum err (*each)(void *self, int64_t customer_id, struct date date),
                       void *self);

#endif
