/* charge: late charges in runs: worked out as a draft, looked at, posted, taken back (R7).
 *
 * A run's draft is rows beside the books: no balance knows them. Posting works everything out anew
 * and posts only what the draft still says; so nothing is charged that nobody saw. One charge a
 * customer and currency, its lines by source item; where too much was charged before, a credit memo
 * that is set off against the charge it corrects. Each line keeps its whole arithmetic as facts.
 * Holds: amount = accrued - charged before, net of what was reversed; so a second run charges
 * nothing twice. At most one draft waits for any customer.
 * Memory: the arena given. Fails with: MISSING, CONFLICT, INPUT, CLOSED. */
#ifndef LEDGER_CHARGE_H
#define LEDGER_CHARGE_H

#include "ledger/accrual.h"
#include "ledger/tx.h"

enum charge_state { CHARGE_DRAFT, CHARGE_DROPPED, CHARGE_POSTED };
const char *charge_state_word(enum charge_state state);

struct charge_run {
    int64_t id, customer_id; /* 0 = all */
    struct date upto;
    const char *customer, *collector; /* "" = all */
    enum charge_state state;
    struct date ended; /* NONE = waits */
    const char *actor;
    int lines, left_out; /* of a draft what waits, of a posted one what was charged */
};
/* Only upto, customer_id and collector of the query count. CONFLICT when a draft waits for any of
 * these customers, or nothing is to be charged. */
enum err charge_run_make(struct tx *tx, const struct accrual_query *query, int64_t *id);
/* Works a draft out anew; what was left out stays so. */
enum err charge_run_again(struct tx *tx, int64_t id);
/* A line of a draft is left out, or comes back in. */
enum err charge_leave_out(struct tx *tx, int64_t run_id, int64_t item_id, bool out, int *lines);
enum err charge_run_drop(struct tx *tx, int64_t id);

struct charge_posted {
    int charges, credits, lines; /* documents, and lines of both */
    char first[64];              /* number of the first document */
};
enum err charge_run_post(struct tx *tx, int64_t id, struct date date, struct charge_posted *out);
/* Every charge and credit of a posted run that stands yet. */
enum err charge_run_undo(struct tx *tx, int64_t id, struct date date, const char *reason,
                         int *documents);

enum err charge_run_get(struct book *book, int64_t id, struct arena *arena, struct charge_run *out);
/* The newest first. */
enum err charge_run_list(struct book *book, struct arena *arena, struct charge_run **out,
                         int *count);
/* The draft that waits longest; 0 = none. */
enum err charge_run_waiting(struct book *book, int64_t *id);

/* A draft's lines as they are worked out now. */
struct charge_draft {
    const struct accrual *now; /* proposed: what it is now; 0: nothing any more */
    int64_t drafted;
    bool left_out;
};
enum err charge_draft_each(struct book *book, int64_t run_id,
                           enum err (*each)(void *self, const struct charge_draft *draft),
                           void *self);

struct charge_line {
    int64_t id, run_id, document_id, item_id;
    const char *customer, *charge, *number; /* of the charge and of its source */
    int instalment;
    enum accrual_kind kind;
    struct date date, due, upto;
    int days;
    struct currency currency;
    int64_t accrued, before, amount;
    const char *undone; /* number of the reversal, "" = stands */
    struct date undone_on;
    struct interest_piece *pieces;
    int piece_count;
};
/* document_id, run_id, customer_id: 0 = of all; in order of id; texts live until the next. */
enum err charge_lines(struct book *book, int64_t document_id, int64_t run_id, int64_t customer_id,
                      enum err (*each)(void *self, const struct charge_line *line), void *self);

#endif
