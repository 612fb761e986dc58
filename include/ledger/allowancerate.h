/* allowancerate: what is expected to be lost of each bucket, and of what is judged one by one, from
 * a day on (RULES.md R20): what runs of the allowance (ledger/allowance.h) stand on.
 *
 * Facts; what is entered later for the same holds from its day on.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (not owed, ended), INPUT. */
#ifndef LEDGER_ALLOWANCERATE_H
#define LEDGER_ALLOWANCERATE_H

#include "ledger/document.h"

/* ---- rates ---- */

enum allowance_rate_kind { ALLOWANCE_LOSS, ALLOWANCE_FORWARD };
struct allowance_rate {
    enum allowance_rate_kind kind;
    struct date from;
    const char *segment, *bucket, *reason; /* segment: a class, "" = of all; bucket "31-60" */
    int64_t ppm;
    const char *actor; /* read only */
};
enum err allowance_rate_set(struct tx *tx, const struct allowance_rate *rate);
/* By segment, kind, bucket as entered, day. */
enum err allowance_rates(struct book *book, struct arena *arena, struct allowance_rate **out,
                         int *count);

/* ---- one by one ---- */

struct allowance_specific {
    int64_t id, customer_id, item_id; /* item 0: all that the customer owes */
    struct date from;
    bool by_rate;  /* value: ppm of what is open; else minor units of the book's currency */
    int64_t value;
    const char *reason;
    /* read only: */
    const char *customer, *name, *document, *actor; /* document "" = all */
    struct date ended; /* NONE = not; by hand, or the day of a later one for the same */
};
/* A later one for the same item or customer takes the place of the one before, from its day on. */
enum err allowance_specific_set(struct tx *tx, const struct allowance_specific *specific,
                                int64_t *id);
enum err allowance_specific_end(struct tx *tx, int64_t id, struct date day, const char *reason);
/* By customer, item, day. `standing`: only those that hold on that day; NONE = all. */
enum err allowance_specifics(struct book *book, struct date standing, struct arena *arena,
                             struct allowance_specific **out, int *count);

#endif
