/* credit: how much a customer may still be given, and which rules stand against it (RULES.md R8).
 *
 * exposure = open debits + charges that accrued, by option - credits that count + orders not billed
 * yet + this document
 * available = limit + insured - exposure; without a limit nothing is counted against one.
 * Each rule is off, warns or holds. An override lets a rule pass up to the figure at which it was
 * given: a worse one is stopped again.
 * Holds: no limit is CREDIT_UNLIMITED, never 0; a rule is broken by more than its bound (dunning
 * level and counts: by as much). Memory: values. Fails with: LIMIT, INPUT. */
#ifndef RULES_CREDIT_H
#define RULES_CREDIT_H

#include "base/date.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

#define CREDIT_UNLIMITED INT64_C(-1)

/* A new rule goes to the end: its place is stored with overrides.
 *    rule, setting "credit.", in a list, of a setting */
/* clang-format off */
#define CREDIT_RULES(X)                                                                            \
    X(LIMIT,    "limit",    "over the limit",       "exposure above limit and insurance")          \
    X(OLDEST,   "oldest",   "overdue for long",     "something undisputed is overdue for long")    \
    X(OVERDUE,  "overdue",  "much overdue",         "more than an amount is overdue")              \
    X(SHARE,    "share",    "share overdue",        "more than a share of what is open is overdue")\
    X(DUNNING,  "dunning",  "dunning level",        "dunned up to a level")                        \
    X(PROMISES, "promises", "promises broken",      "promises were not kept")                      \
    X(RETURNS,  "returns",  "payments returned",    "payments came back for lack of funds")        \
    X(NO_LIMIT, "no-limit", "no limit on file",     "nobody has decided on a limit")
/* clang-format on */

enum credit_rule {
#define X(rule, setting, words, help) CREDIT_##rule,
    CREDIT_RULES(X)
#undef X
        CREDIT_RULE_COUNT
};
const char *credit_rule_setting(enum credit_rule rule); /* "limit" */
const char *credit_rule_words(enum credit_rule rule);   /* "over the limit" */

enum credit_action { CREDIT_OFF, CREDIT_WARN, CREDIT_HOLD };
const char *credit_action_word(enum credit_action action); /* "off" */
enum err credit_action_parse(const char *text, enum credit_action *out, struct note *note);

struct credit_policy {
    enum credit_action of[CREDIT_RULE_COUNT];
    int64_t
        bound[CREDIT_RULE_COUNT]; /* days, minor units of base, ppm, level, counts; LIMIT: none */
    bool credits;                 /* unapplied and on-account money is taken off */
};

/* What was agreed, and what of it holds on a day. */
struct credit_terms {
    int64_t limit;     /* or UNLIMITED */
    int64_t temporary; /* instead of it up to its last day; UNLIMITED = none */
    struct date temporary_until;
    int64_t first; /* the most until something was paid; UNLIMITED = none */
    int64_t insured;
    struct date insured_until; /* NONE = no end */
};
enum credit_source { CREDIT_BY_LIMIT, CREDIT_BY_TEMPORARY, CREDIT_BY_FIRST };
enum credit_source credit_terms_on(const struct credit_terms *terms, struct date day, bool paid,
                                   int64_t *limit, int64_t *insured);

struct credit_facts {
    int64_t limit, insured; /* that hold on the day */
    bool covered;           /* without a limit of its own: one above counts for it */
    /* in the account's currency */
    int64_t debits;   /* open, less what a dispute leaves out */
    int64_t credits;  /* unapplied and on account, above zero */
    int64_t charges;  /* accrued and not charged yet, where they count; never below zero */
    int64_t orders;   /* not billed yet */
    int64_t document; /* this one */
    /* in the book's currency, undisputed */
    int64_t overdue, open;
    int64_t oldest_days; /* of the oldest overdue that is not too small; 0 = none */
    int64_t dunning_level, broken_promises, returns;
};

/* What an override lets pass. */
struct credit_pass {
    enum credit_rule rule;
    int64_t figure;
    struct date given;
};

struct credit_breach {
    enum credit_rule rule;
    enum credit_action action; /* off: shown, never broken */
    int64_t figure, bound;
    bool broken, passed; /* passed: broken, and let pass */
};
struct credit_verdict {
    int64_t exposure;
    int64_t available;                          /* of no meaning without a limit */
    struct credit_breach of[CREDIT_RULE_COUNT]; /* in order of the rules */
    enum credit_action worst;                   /* of those that are broken and not let pass */
};
enum err credit_judge(const struct credit_policy *policy, const struct credit_facts *facts,
                      const struct credit_pass *passes, int pass_count, struct date day,
                      struct credit_verdict *out);

#endif
