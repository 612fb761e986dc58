/* dunning: which open items are reminded of on a day, at which level, and why others are not (R7b).
 *
 * An account is one customer's items in one currency. Levels 1 and up begin so many full days past
 * the due day; level 0 is the friendly reminder before it. An item rises by one level at a time
 * (unless the scheme says otherwise), some days after the letter before it, never twice on one day.
 * Open credits are netted first, oldest item first; what is disputed or in hand as a cheque of a
 * later day is left out. Where a level's sum stays below its minimum, its items drop to the level
 * below, but not below the one in force, whose letter goes out again only where that level repeats
 * it. Charges come along with the highest letter, make no letter of their own, and count for no
 * fee.
 * Holds: amount <= open - disputed - in_hand of every item; every item past due that is not dunned
 * has its reason. Amounts are minor units of the account's currency. Memory: values. Fails with:
 * LIMIT. */
#ifndef RULES_DUNNING_H
#define RULES_DUNNING_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

#define DUNNING_NONE (-1) /* never dunned */
#define DUNNING_LEVELS 10

/*    reason, word; the first ones are of the whole account */
#define DUNNING_REASONS(X)                                                                         \
    X(DUNNED, "")                                                                                  \
    X(EXEMPT, "exempt")             /* its scheme is none */                                       \
    X(INSOLVENT, "insolvent")                                                                      \
    X(CUSTOMER_BLOCK, "blocked")                                                                   \
    X(INTERVAL, "interval")         /* the last letter is too young */                             \
    X(LEFT_OUT, "left out")         /* by whoever runs it */                                       \
    X(AGENCY, "agency")             /* or a court has it */                                        \
    X(BLOCK, "blocked")                                                                            \
    X(PLAN, "plan")                                                                                \
    X(PROMISE, "promise")                                                                          \
    X(EXTENSION, "extension")       /* a later due day was granted */                              \
    X(DISPUTE, "disputed")          /* all that is open */                                         \
    X(IN_HAND, "in hand")           /* all that is open and not disputed, as a cheque */           \
    X(NOT_DUE, "not due")                                                                          \
    X(GRACE, "grace")                                                                              \
    X(EARLY, "early")               /* before the days of the first level */                       \
    X(HELD, "held")                 /* the letter before waits to be checked */                    \
    X(GAP, "gap")                   /* the letter before is too young */                           \
    X(SAME, "same level")           /* and its letter is not repeated */                           \
    X(COVERED, "credits")           /* what we owe the customer covers it */                       \
    X(MINIMUM, "minimum")                                                                          \
    X(CHARGE, "charge")             /* alone it makes no letter */

enum dunning_reason {
#define X(reason, word) DUNNING_##reason,
    DUNNING_REASONS(X)
#undef X
};
const char *dunning_reason_word(enum dunning_reason reason);

struct dunning_step {
    bool active;
    int days;          /* full days past due from which on it holds; level 0: below 0 */
    int grace;         /* more days past due than these */
    int again;         /* its letter is repeated after so many days; 0 = not */
    int64_t minimum, minimum_ppm; /* of the level's sum; of all that is open */
    int64_t fee, fee_ppm;         /* both are added up */
};
struct dunning_scheme {
    struct dunning_step steps[DUNNING_LEVELS];
    bool jumps;   /* straight to the level of the days; else one at a time */
    int interval; /* days between two runs over an account */
    int gap;      /* days between two letters on an item */
};
struct dunning_item {
    int64_t open, disputed;
    int64_t in_hand;            /* receipts of a later day pay it; <= open - disputed */
    int days;                   /* past due; <= 0 before and on the due day */
    int level;                  /* in force; DUNNING_NONE */
    int since;                  /* days since the letter of that level; -1 = none */
    bool held, charge;
    enum dunning_reason reason; /* in: what stands against it, DUNNED = nothing; out: the verdict */
    /* out: */
    int next;         /* the level it is dunned at; NONE = it is not */
    int64_t credited; /* of open: what credits cover */
    int64_t amount;   /* that is dunned */
    int missed;       /* the highest level whose minimum was not reached; NONE */
};
struct dunning_account {
    int64_t credits;            /* open, as an amount above 0 */
    int64_t all_open;           /* all open debits */
    int since_run;              /* days since its last letter of level 1 or more; -1 = none */
    enum dunning_reason reason; /* what stands against all of it; DUNNED = nothing */
    struct dunning_item *items; /* the oldest due first */
    int count;
};

enum err dunning_judge(const struct dunning_scheme *scheme, struct dunning_account *account);
/* Of the items that were judged: what a letter at the level asks for, charges too, and its fee. */
enum err dunning_letter(const struct dunning_scheme *scheme, const struct dunning_account *account,
                        int level, int64_t *amount, int64_t *fee);
/* The level that the days alone give; NONE = before the first one. */
int dunning_by_days(const struct dunning_scheme *scheme, int days);

#endif
