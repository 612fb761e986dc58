/* baddebt: debts that nobody will pay, written off, recovered, and the tax on them (RULES.md R0).
 *
 * A bad debt is a write-off document that says so in a row of its own. By the book's setting
 * baddebt.method it goes against the allowance or straight to expense. What is recovered makes the
 * debt owed again first, by a document with the due day of the old item, which the money then pays;
 * its other side is the allowance, or bad debts recovered. Tax relief takes the tax in what was
 * written off from output tax; what of it is recovered gives its part of the relief back.
 * Tax that waited for the money (ledger/deferredtax.h) was never owed to the office: it goes off
 * with the debt, so there is no relief, and what is recovered of it waits for the money again.
 * Each of these documents has its reversal, newest first.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (more than is open or was written off,
 * taken back already, something stands on it), INPUT (days, reasons). */
#ifndef LEDGER_BADDEBT_H
#define LEDGER_BADDEBT_H

#include "base/arena.h"
#include "ledger/item.h"

enum baddebt_method { BADDEBT_ALLOWANCE, BADDEBT_DIRECT };
const char *baddebt_method_word(enum baddebt_method method); /* "allowance", "direct" */

struct baddebt {
    int64_t id, document_id, item_id, customer_id;
    enum baddebt_method method;
    const char *reason;
    /* read only: */
    const char *number, *invoice, *customer, *name, *actor;
    struct date day, posted;
    struct currency currency;
    int64_t amount;    /* written off */
    int64_t recovered; /* of it, what stands */
    int64_t relief;    /* tax taken back from the office, less what was given back */
    bool reversed;
};
/* Writes off a part of a debit, or all that is open. A case on what is closed ends with it. */
enum err baddebt_write_off(struct tx *tx, int64_t debit_id, int64_t amount, struct date date,
                           const char *reason, struct document_made *out);
/* What is recovered is owed again: out->first_item is the debit that the money pays. Relief is
 * given back with it. payment_id: what will pay it; the caller applies it. */
enum err baddebt_recover(struct tx *tx, int64_t baddebt_id, int64_t amount, int64_t payment_id,
                         struct date date, struct document_made *out);
enum err baddebt_relieve(struct tx *tx, int64_t baddebt_id, struct date date,
                         struct document_made *out);
/* A write-off, recovery or relief is taken back. */
enum err baddebt_reverse(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                         struct document_made *out);

struct baddebt_query {
    int64_t id, document_id, customer_id, item_id; /* 0 = all */
    struct date from, to; /* of the write-off, by posted day; NONE = open end */
    bool standing;        /* only those not taken back */
};
/* By posted day, id. */
enum err baddebt_list(struct book *book, const struct baddebt_query *query, struct arena *arena,
                      struct baddebt **out, int *count);
/* By the number of its write-off. */
enum err baddebt_find(struct book *book, const char *number, struct arena *arena,
                      struct baddebt *out);

/* Any write-off: a bad debt, a small one, a difference of a receipt, a dormant credit; and the
 * reversal of one, on its own day, with the amount the other way. */
struct writeoff_row {
    int64_t document_id;
    const char *number, *customer, *name, *document, *kind, *reason, *actor;
    struct date posted;
    struct currency currency;
    int64_t amount, recovered; /* amount < 0: to our good; recovered: by the last day asked for */
    const char *takes_back;    /* number of the write-off that this reverses; "" = it is one */
};
/* By posted day, id; text lives until the next. Nothing later than `to` counts. */
enum err writeoffs_each(struct book *book, struct date from, struct date to, int64_t customer_id,
                        enum err (*each)(void *self, const struct writeoff_row *row), void *self);

#endif
