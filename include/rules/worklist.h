/* worklist: how urgent it is to call a customer: the sum of the weights of what is true (R19).
 *
 * Holds: every point of the total stands beside the rule that gave it, so that a score can be
 * explained. Weights are settings of the book, these are their defaults. Memory: values.
 * Fails with: LIMIT. */
#ifndef RULES_WORKLIST_H
#define RULES_WORKLIST_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

/*    rule, setting, default, in a list, in full */
/* clang-format off */
#define WORKLIST_RULES(X)                                                                          \
    X(BROKEN,     "broken",     "40", "promise broken",  "a promise was not kept")                 \
    X(DUE_TODAY,  "promise",    "30", "promise today",   "a promise falls due today")              \
    X(CALL_TODAY, "call",       "30", "call back",       "the next action is due")                 \
    X(OLD,        "old",        "25", "old",             "the oldest is overdue for long")         \
    X(AMOUNT,     "amount",     "20", "amount",          "overdue, beside the other customers")    \
    X(DUNNING,    "dunning",     "5", "dunning",         "for each level of dunning")              \
    X(LIMIT,      "limit",      "15", "over limit",      "owes more than the credit limit")        \
    X(FIRST,      "first",      "10", "first time",      "never late before")                      \
    X(SILENT,     "silent",     "10", "no contact",      "nobody was in touch lately")             \
    X(HOLD,       "hold",       "10", "on hold",         "orders are stopped")                     \
    X(CASE,       "dispute",    "10", "dispute overdue", "a dispute was to be decided by now")     \
    X(SPOKEN, "spoken-for", "50", "spoken for", "all overdue is disputed, promised or in hand")
/* clang-format on */

enum worklist_rule {
#define X(rule, setting, otherwise, word, sentence) WORKLIST_##rule,
    WORKLIST_RULES(X)
#undef X
    WORKLIST_COUNT
};

struct worklist_weights {
    int64_t of[WORKLIST_COUNT]; /* as set; that of SPOKEN is taken off */
    int64_t old_days;           /* 60: more days than these are long */
    int64_t silent_days;        /* 14 */
};
struct worklist_facts {
    int broken_promises;
    bool promise_today, call_today;
    int64_t overdue, spoken_for; /* the part of it that is disputed, promised or in hand */
    int64_t oldest_days;
    int64_t share_ppm; /* percentile: the part of the overdue that owe no more than this one */
    int dunning_level;
    bool over_limit, first_late;
    bool on_hold, case_late; /* case: a dispute that is open after its due day */
    int64_t contact_days; /* since the last contact; -1 = never */
};
struct worklist_score {
    int64_t points[WORKLIST_COUNT];
    int64_t total;
};

enum err worklist_score(const struct worklist_weights *weights, const struct worklist_facts *facts,
                        struct worklist_score *out);
/* "promise broken, over 60 d, call back": what gave points, the most first; the amount's place is
 * left out, since everybody has one. */
void worklist_why(const struct worklist_weights *weights, const struct worklist_score *score,
                  struct buf *out);
/* Every rule that is true, then the sum: "40 a promise was not kept; 12 ...; 52 in all". */
void worklist_sum(const struct worklist_weights *weights, const struct worklist_score *score,
                  struct buf *out);

#endif
