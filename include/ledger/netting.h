/* netting: what a customer owes us, set off against what we owe the customer (RULES.md R13).
 *
 * Only where it was agreed in writing. What we owe is brought in from outside, one row a bill. One
 * document credits the receivables and debits accounts payable with the smaller of both sums; it
 * pays the oldest due first on either side, and is undone whole.
 * Holds: no payable is set off beyond its amount; the lines of a netting come to its total.
 * Memory: texts in the arena of the call. Fails with: CONFLICT, INPUT, MISSING. */
#ifndef LEDGER_NETTING_H
#define LEDGER_NETTING_H

#include "ledger/document.h"

/* `reference` names the written agreement; "" ends it. */
enum err netting_agree(struct tx *tx, int64_t customer_id, const char *reference);

struct payable {
    int64_t id, customer_id, amount, open; /* open: not set off */
    const char *number, *customer;
    struct currency currency;
    struct date due;
};
/* *added is false when this very bill is there already; CONFLICT when it is, with other figures. */
enum err payable_add(struct tx *tx, const struct payable *payable, bool *added);
/* By customer, due date; customer_id 0 = of all. */
enum err payable_list(struct book *book, int64_t customer_id, bool only_open, struct arena *arena,
                      struct payable **out, int *count);

/* What could be set off with one customer in one currency: what was due or is by the day. */
struct netting_proposal {
    int64_t customer_id, owed, owing, amount; /* by the customer, to the customer, the smaller */
    const char *customer, *reference;
    struct currency currency;
};
/* customer_id 0 = all who agreed. */
enum err netting_propose(struct book *book, int64_t customer_id, struct date day,
                         struct arena *arena, struct netting_proposal **out, int *count);
/* amount 0 = all that is possible. */
enum err netting_post(struct tx *tx, int64_t customer_id, struct currency currency, int64_t amount,
                      struct date day, struct document_made *out);
enum err netting_undo(struct tx *tx, int64_t document_id, struct date day, const char *reason,
                      struct document_made *out);

/* What was set off, a payable a row: what goes back to whoever keeps the payables. */
struct netting_line {
    const char *document, *customer, *payable, *undone; /* undone: by which document, "" = stands */
    struct date date;
    struct currency currency;
    int64_t document_id, amount;
};
enum err netting_lines(struct book *book, int64_t customer_id, struct arena *arena,
                       struct netting_line **out, int *count);

#endif
