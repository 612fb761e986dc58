/* creditbook: customers with what they may still be given on a day: exposure against the limit, and
 * the rules that are broken (RULES.md R8).
 *
 * Of one customer and what stands above it, or of all in one pass over what is open. What is open
 * in another currency counts at its base amount, turned into the account's currency by the day's
 * rate. Where the setting credit.group says so a limit is for all below the account as well, and
 * stops them too.
 * Held is who has a hold by hand, breaks a rule that holds, or is below an account whose common
 * limit is broken. A hold that an invoice set by itself counts while the rules are broken.
 * Knows: open items, disputes, promises, returns, holds, overrides, orders.
 * Memory: creditbook_done gives back. Fails with: MISSING, LIMIT, what the store says. */
#ifndef LEDGER_CREDITBOOK_H
#define LEDGER_CREDITBOOK_H

#include "ledger/hold.h"

struct creditpolicy {
    struct credit_policy rules;
    int64_t small; /* overdue, in base: not old */
    int64_t promises_days, returns_days;
    bool group;   /* its limit is for all below it */
    bool charges; /* what late payment costs counts before it is charged */
};

struct creditaccount {
    int64_t id, parent_id;
    const char *code, *name, *collector, *class;
    struct currency currency;
    struct credit_terms terms;
    enum credit_source source; /* which limit holds */
    const struct creditpolicy *policy;
    struct credit_facts facts; /* with all below it where the limit is common */
    struct credit_verdict verdict;
    bool unrated;                      /* something is not counted: no rate for its currency */
    const struct hold *hand;           /* that stands by hand; NULL = none */
    const struct hold *automatic;      /* set by an invoice and not released; NULL = none */
    const struct creditaccount *above; /* whose common limit is broken; NULL = none */
    bool held;
    /* while it is read: its own part of facts, so that a sum above counts it once */
    int64_t own_debits, own_credits, own_orders, own_document;
    int64_t own_charges; /* read only where somebody's policy counts them */
    bool judged;
};

struct creditquestion {
    int64_t customer_id; /* 0 = all */
    struct date day;
    /* of an order or invoice of this customer that is asked about; 0 = none */
    int64_t amount;
    struct currency currency;
};
struct creditbook {
    struct book *book;
    struct creditquestion question;
    struct arena arena;
    struct creditaccount *accounts; /* by id */
    size_t count, room;
};
enum err creditbook_read(struct creditbook *credit, struct book *book,
                         const struct creditquestion *question);
void creditbook_done(struct creditbook *credit);
struct creditaccount *creditbook_find(const struct creditbook *credit, int64_t customer_id);

/* Why orders stop, else what is warned of: "over the limit: 1900.00 EUR of 1500.00 EUR; ..."; "" =
 * nothing. Plain decimals. */
const char *creditaccount_why(const struct creditaccount *account, struct currency base,
                              struct arena *arena);
/* One rule: "over the limit: 1900.00 EUR of 1500.00 EUR". */
const char *creditaccount_rule(const struct creditaccount *account,
                               const struct credit_breach *breach, struct currency base,
                               struct arena *arena);

/* Is any rule on, or does any hold stand, anywhere? If not there is nothing to look at. */
enum err credit_watched(struct book *book, bool *is);

#endif
