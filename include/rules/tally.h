/* tally: which lines of the bank are which entries of ours (RULES.md R18).
 *
 * The steps, each over what the ones before left: the same number or reference with the same
 * amount; the same amount within so many days, if neither side has another; all of one lot that
 * come to one line, however many; several entries of ours that come to one line; several lines that
 * come to one entry. What has one answer is automatic;
 * what has several, or a reference whose amount is another, is only proposed.
 * Holds: a line and an entry is in at most one proposal; both sides of an automatic one come to the
 * same sum. Knows: values only; no clock: the work of the sums is counted.
 * Memory: everything in the arena given. Fails with: LIMIT on overflow. */
#ifndef RULES_TALLY_H
#define RULES_TALLY_H

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"

/*    name        word: found by the number; by amount and day; several of ours; several lines */
#define TALLY_LIST(X)                                                                              \
    X(REFERENCE, "reference")                                                                      \
    X(AMOUNT, "amount")                                                                            \
    X(SEVERAL, "several")                                                                          \
    X(PARTS, "parts")

enum tally_rule {
#define X(name, word) TALLY_##name,
    TALLY_LIST(X)
#undef X
};
const char *tally_word(enum tally_rule rule);

struct tally_line {
    int64_t amount; /* not 0; money in is positive */
    struct date day;
    const char *text; /* reference, remittance and name, joined */
};
struct tally_entry {
    int64_t amount; /* as it shows at the bank */
    struct date day;
    const char *number, *reference; /* "" = none */
    int64_t lot;                    /* what came together, as out of a lockbox; 0 = by itself */
};

struct tally_options {
    int days;     /* so far may both days lie apart */
    int64_t work; /* of each search for a sum; TALLY_WORK */
};
#define TALLY_DAYS 5
#define TALLY_WORK 400000

struct tally_proposal {
    enum tally_rule rule;
    bool automatic;
    const int *lines, *entries; /* places in what was given */
    int line_count, entry_count;
    int64_t answers; /* 1 = unique */
    const char *why; /* "7,310.00 on 2026-11-18, the only one within 5 days" */
};
struct tally_case {
    const struct tally_line *lines;
    int line_count;
    const struct tally_entry *entries;
    int entry_count;
    struct currency currency;
};
/* Proposals in the order of the first line of each. */
enum err tally_find(const struct tally_case *given, const struct tally_options *options,
                    struct arena *arena, struct tally_proposal **out, int *count);

#endif
