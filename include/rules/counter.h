/* counter: our items of a customer against the customer's own statement, number by number.
 *
 * Numbers are compared as references are (rules/reference.h): case, blanks and - / . _ do not
 * matter; then without leading zeros, where that means one item only. An item is found by its
 * number, or by the customer's own reference that it carries. Several lines of theirs that mean one
 * item count together.
 * Pure. Holds: every item of ours that is open and every line of theirs is in one row; sum of
 * `difference` = their total less our open total. Memory: the arena given. Fails with: LIMIT. */
#ifndef RULES_COUNTER_H
#define RULES_COUNTER_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum counter_status {
    COUNTER_AGREED,
    COUNTER_DIFFERENT,
    COUNTER_PAID_HERE,     /* settled with us, open with them */
    COUNTER_MISSING_HERE,  /* they have it, we do not know it */
    COUNTER_MISSING_THERE, /* open with us, not on their statement */
    COUNTER_STATUSES
};
const char *counter_status_word(enum counter_status status); /* "agreed", "missing here" */

struct counter_ours {
    const char *number, *other; /* other: the customer's reference, NULL = none */
    int64_t amount, open;       /* amount: what it came to; open 0 = settled */
};
struct counter_theirs {
    const char *number;
    int64_t amount;
};
struct counter_row {
    enum counter_status status;
    int ours, theirs; /* place in the lists, -1 = none; theirs: the first line of several */
    int lines;                  /* of theirs */
    int64_t our_open, their_sum;
    int64_t difference;         /* theirs less ours */
};

/* Rows in order of status, within one in the order of the lists. */
enum err counter_compare(const struct counter_ours *ours, int our_count,
                         const struct counter_theirs *theirs, int their_count,
                         struct arena *arena, struct counter_row **out, int *count,
                         struct note *note);

#endif
