/* autocash: what a sum of money is for, when nobody says so (RULES.md R3).
 *
 * The steps are tried in the order given; the first that finds exactly one answer is automatic.
 * One that finds more than one, or one that does not come out, ends the automatics: what it found
 * is only proposed. For every step that found nothing the reason is kept.
 * A debit counts with what is open, or with that less the discount which the day still gives;
 * credits count against it. Of a debit that is disputed in part the rest counts, where disputed
 * ones are left out. Items in another currency are not the caller's to give.
 * Holds: a part is within what its debit and its credit have open; the parts of a debit with its
 * discount and small write-off never exceed it; applied + left = the amount; a discounted debit is
 * paid by the money alone, since what a credit pays of it would lower the discount.
 * Knows: values only, no clock: the work of the subset search is counted (AUTOCASH_WORK).
 * Memory: everything lies in the arena given. Fails with: INPUT (a word that is no step), LIMIT on
 * overflow. */
#ifndef RULES_AUTOCASH_H
#define RULES_AUTOCASH_H

#include "base/arena.h"
#include "base/money.h"
#include "rules/allocate.h"
#include "rules/tolerance.h"

/*    name        rule  word          what it is, in a sentence */
#define AUTOCASH_LIST(X)                                                                           \
    X(REFERENCES, 1, "references", "by the numbers in the reference")                              \
    X(EXACT, 2, "exact", "by the amount")                                                          \
    X(ACCOUNT, 3, "account", "clears the whole account")                                           \
    X(PAST_DUE, 4, "past-due", "clears all that is past due")                                      \
    X(STATEMENT, 5, "statement", "clears what is past due on the same terms, or a statement")      \
    X(SUBSET, 6, "subset", "a choice of items that comes to it")                                   \
    X(OLDEST, 7, "oldest", "oldest due first")

enum autocash_step {
    AUTOCASH_NONE,
#define X(name, rule, word, words) AUTOCASH_##name,
    AUTOCASH_LIST(X)
#undef X
        AUTOCASH_STEPS
};
int autocash_rule(enum autocash_step step);          /* its number in the rules: 4 */
const char *autocash_word(enum autocash_step step);  /* "past-due" */
const char *autocash_words(enum autocash_step step); /* "clears all that is past due" */

#define AUTOCASH_STEPS_DEFAULT "references exact account past-due statement subset"
#define AUTOCASH_WORK 4000000 /* sums formed and compared: about 50 ms */

struct autocash_item {
    int64_t id, document_id;
    int64_t open;     /* > 0 debit, < 0 credit */
    int64_t discount; /* of a debit, if it is paid whole with this money; 0 <= discount < open */
    bool disputed;      /* a part of it, or all */
    int64_t undisputed; /* of a disputed debit: the rest of open; 0 = all of it is questioned */
    int64_t charges;    /* of a debit: late charges that accrued and are not charged yet; >= 0 */
    bool let_go; /* a small difference of it was let go before: not twice (R5) */
    enum allocate_class class;
    struct date due, doc_date;
    const char *number;
    const char *reference; /* the customer's own name of it, NULL = none */
    const char *terms;     /* the group of step 5, NULL = none */
};
struct autocash_statement {
    const char *number; /* the text may name it */
    struct date date;
    int64_t balance;
};
#define AUTOCASH_STATEMENTS 3 /* the last ones, which step 5 asks without being told */

struct autocash_options {
    enum autocash_step steps[AUTOCASH_STEPS]; /* in the order in which they are tried */
    int step_count;
    bool oldest;         /* step 7, behind all others */
    bool oldest_whole;   /* step 7 pays no item in part */
    bool oldest_credits; /* step 7 takes credits too, which go first */
    bool leave_disputed; /* unless the reference names the document; what is not is paid first */
    bool charges;        /* a sum with what accrued is proposed, never automatic */
    enum allocate_order order;
    /* of step 1: the lower of both is let go once, by closing an undisputed item */
    struct tolerance tolerance_amount, tolerance_share;
    int64_t work; /* AUTOCASH_WORK */
};
/* The steps named in a setting: words with blanks or commas between them, each at most once. */
enum err autocash_steps_parse(const char *text, struct autocash_options *options,
                              struct note *note);

struct autocash_part {
    int64_t debit_id;
    int64_t credit_id; /* 0: the money itself */
    int64_t amount, discount, writeoff;
};
struct autocash_proposal {
    enum autocash_step step;
    bool automatic;  /* else it is only proposed, and `why` says why */
    int64_t answers; /* 1 = unique */
    struct autocash_part *parts;
    int part_count;
    int64_t applied, left;  /* of the money; what is left stays with the customer (step 8) */
    /* "INV-1 100.00 less discount 2.00 + INV-2 50.00 = 148.00"; figures are marked in all of these
     * words (base/figures.h) */
    const char *arithmetic;
    const char *why;
    const char *why_not[AUTOCASH_STEPS]; /* of a step that was tried and found nothing; else NULL */
};

/* The numbers of items, to be found in texts: made once for all the money that looks at the same
 * items. What is open of them may change meanwhile. */
struct autocash_index;
const struct autocash_index *autocash_index(const struct autocash_item *items, int count,
                                            struct arena *arena);

struct autocash_case {
    const struct autocash_item *items;
    int item_count;
    const struct autocash_index *index; /* of these items; NULL: made for this case */
    const int64_t *left_out;            /* ids of items that do not count here */
    int left_out_count;
    const struct autocash_statement *statements; /* newest first */
    int statement_count;
    int64_t amount; /* > 0 */
    struct currency currency;
    struct date value; /* the day of the money: before it is past due */
    const char *text;  /* remittance text, NULL = none */
};
enum err autocash_find(const struct autocash_case *given, const struct autocash_options *options,
                       struct arena *arena, struct autocash_proposal *out);

/* Is a find among so many choices no accident? 3^k * 2^(n-k) * g / sum < 0.01: n items, k of
 * them with a discount, g the greatest common divisor of the values, sum of all of them. */
bool autocash_telling(int items, int discounted, int64_t divisor, int64_t sum);

#endif
