/* disputereason: why something is questioned, and what was at the root of it: two lists of codes.
 *
 * A reason is known when a case is opened; its flags say what the disputed part is left out of
 * (R10). A root cause is known when it is closed. Master data: a code that is not wanted any more
 * is put out of use, never deleted.
 * Fails with: INPUT (no such code; the ones in use are named). Memory: the arena given. */
#ifndef LEDGER_DISPUTEREASON_H
#define LEDGER_DISPUTEREASON_H

#include "base/arena.h"
#include "ledger/tx.h"

struct dispute_reason {
    int64_t id;
    const char *code, *name;
    const char *owner;   /* who looks into it when nobody is named; "" = whoever opens it */
    const char *cause;   /* the root cause when nobody says otherwise; "" = UNKNOWN */
    int due_days;        /* to be decided so many days after it was opened */
    bool stops_dunning;  /* the disputed part is not dunned, */
    bool stops_interest; /* bears no interest, */
    bool spares_credit;  /* does not count against the credit limit */
    bool active;
};
/* In use, by any spelling of the case. text NULL or "" is INPUT. */
enum err dispute_reason_find(struct book *book, const char *code, struct arena *arena,
                             struct dispute_reason *out);
/* The same, used or not; *is = found. */
enum err dispute_reason_get(struct book *book, const char *code, struct arena *arena,
                            struct dispute_reason *out, bool *is);
/* Adds it, or changes the one of the code. */
enum err dispute_reason_set(struct tx *tx, const struct dispute_reason *reason);
/* In the order in which they were made. */
enum err dispute_reason_list(struct book *book, bool all, struct arena *arena,
                             struct dispute_reason **out, int *count);

struct dispute_cause {
    int64_t id;
    const char *code, *name;
    bool active;
};
enum err dispute_cause_find(struct book *book, const char *code, struct arena *arena,
                            struct dispute_cause *out);
enum err dispute_cause_get(struct book *book, const char *code, struct arena *arena,
                           struct dispute_cause *out, bool *is);
enum err dispute_cause_set(struct tx *tx, const struct dispute_cause *cause);
enum err dispute_cause_list(struct book *book, bool all, struct arena *arena,
                            struct dispute_cause **out, int *count);

#endif
