/* disputestep: what happens to a case while it is open: who has it, how far it is, by when it is to
 * be decided, that it went higher, notes.
 *
 * A step is a fact with its moment and author; each holds how the case stands after it.
 * Fails with: MISSING, CONFLICT (closed), INPUT (before it was opened, a note without words).
 * Memory: the arena given. */
#ifndef LEDGER_DISPUTESTEP_H
#define LEDGER_DISPUTESTEP_H

#include "ledger/dispute.h"

enum dispute_step_kind { /* as stored */
                         DISPUTE_STEP_OPENED,
                         DISPUTE_STEP_STATUS,
                         DISPUTE_STEP_ASSIGNED,
                         DISPUTE_STEP_DUE,
                         DISPUTE_STEP_ESCALATED,
                         DISPUTE_STEP_NOTE,
                         DISPUTE_STEP_CLOSED /* read only: the closing, with its resolution */
};

struct dispute_step {
    enum dispute_step_kind kind;
    struct date day;
    enum dispute_status status; /* STATUS: the new one */
    struct date due, escalate;  /* DUE, ESCALATED: the new ones; zero = by the rule */
    const char *owner;          /* ASSIGNED, ESCALATED: the new one; NULL = as before */
    const char *text;
    /* read only: */
    int64_t id, entry_id, moment;
    int level;
    const char *actor;
};
enum err dispute_step_take(struct tx *tx, int64_t dispute_id, const struct dispute_step *step);
/* In the order in which they happened; of a case that is closed the closing is the last. */
enum err dispute_steps(struct book *book, int64_t dispute_id, struct arena *arena,
                       struct dispute_step **out, int *count);

#endif
