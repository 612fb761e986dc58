/* hold: that orders of a customer stop, by hand or because an invoice broke a rule; its release;
 * and overrides, by which somebody lets broken rules pass (RULES.md R8).
 *
 * Facts: set, released and overridden by rows of their own. A hold by hand stands until it is
 * released or its last day is over. One that an invoice set by itself tells when and why the rules
 * were broken; it counts while they are (ledger/creditbook.h). Both, and the release, leave a note
 * in the customer's history (ledger/contact.h).
 * Memory: the arena given. Fails with: MISSING, CONFLICT (on hold already, nothing to release),
 * INPUT (days, no reason). */
#ifndef LEDGER_HOLD_H
#define LEDGER_HOLD_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/credit.h"

struct hold {
    int64_t id, customer_id;
    int64_t document_id;    /* the invoice that set it by itself; 0 = somebody did */
    struct date day, until; /* last day; NONE = until it is released */
    const char *reason;
    /* read only: */
    int64_t entry_id;
    const char *customer, *name, *number, *actor; /* number of the invoice, "" = none */
    struct date ended;                            /* released; NONE = not */
    const char *end_reason;
};
enum err hold_set(struct tx *tx, const struct hold *hold, int64_t *id);
/* All that stand at a customer; *count of them, by hand or not. */
enum err hold_release(struct tx *tx, int64_t customer_id, struct date day, const char *reason,
                      int *count);
/* By customer id, then id. customer_id 0 = of all; those that stand on a day, NONE = all ever. */
enum err hold_list(struct book *book, int64_t customer_id, struct date standing,
                   struct arena *arena, struct hold **out, int *count);

/* ---- overrides ---- */

struct override {
    int64_t id, customer_id;
    struct date day, until; /* last day */
    int64_t amount;         /* of what was asked for */
    struct currency currency;
    int64_t exposure, limit, insured; /* then; limit CREDIT_UNLIMITED = none */
    const char *role, *reason;
    /* the rules that are let pass, with their figures then */
    const struct credit_breach *rules;
    int rule_count;
    /* read only: */
    int64_t entry_id;
    const char *customer, *name, *actor;
};
enum err override_give(struct tx *tx, const struct override *override, int64_t *id);
/* By customer id, then id; in force on a day, NONE = all ever. Without their rules. */
enum err override_list(struct book *book, int64_t customer_id, struct date day, struct arena *arena,
                       struct override **out, int *count);
/* What passes on a day, by customer id. customer_id 0 = of all. */
struct override_pass {
    int64_t customer_id;
    struct credit_pass pass;
};
enum err override_passes(struct book *book, int64_t customer_id, struct date day,
                         struct arena *arena, struct override_pass **out, int *count);

#endif
