/* interest: what late payment of one item costs up to a day (RULES.md R7).
 *
 * accrued = round( sum over the days t in (due, upto] of open(t) * rate(t) / basis ), in 128 bits,
 * rounded once, half away from zero. The day on which money comes still counts: open(t) has all
 * that changed before t. What it is made of is kept as pieces of one open amount and one rate.
 * Bases: 365, 360, actual (365 or 366, by the year of each day), and month: the rate is one of a
 * month of 30 days (320 at 10 % for 12 days = 12.80).
 * Grace decides whether an item bears interest, not how many days count.
 * Schemes of law. UK (Late Payment of Commercial Debts (Interest) Act 1998 and SI 2002/1675): 8
 * points over the Bank rate of the 30 June or 31 December before interest starts, for the debt's
 * life; 40, 70 or 100 pounds once, below 1,000, below 10,000, from 10,000. EU (Directive
 * 2011/7/EU): 8 points over the rate of the half-year, changing on 1 January and 1 July, and 40
 * euros; DE (BGB 288): the same with 9 points.
 * Memory: the arena given. Fails with: INPUT (a word that is no basis), LIMIT on overflow. */
#ifndef RULES_INTEREST_H
#define RULES_INTEREST_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum interest_basis { INTEREST_365, INTEREST_360, INTEREST_ACTUAL, INTEREST_MONTH };
enum err interest_basis_parse(const char *text, enum interest_basis *out, struct note *note);

/* Any other word is a scheme of contract, with rates of its own. */
enum interest_scheme { INTEREST_NONE, INTEREST_CONTRACT, INTEREST_UK, INTEREST_EU, INTEREST_DE };
enum interest_scheme interest_scheme_of(const char *word); /* "none" "uk" "eu" "de" */
int64_t interest_points(enum interest_scheme scheme);      /* ppm over the base rate */
const char *interest_currency(enum interest_scheme scheme); /* of its lump sum, "" none */
/* The lump sum of the law for a debt, in minor units of a currency of two digits; 0 = none. */
int64_t interest_lump(enum interest_scheme scheme, int64_t debt);

struct interest_rate {
    struct date from; /* that day included */
    int64_t ppm;      /* a year's, or a month's; a base rate may be below 0 */
};
/* The rates of an item from its due day on, out of those of its scheme (ascending by day): as they
 * are, or points over the base rate of the one day, or of each half-year, that the law names.
 * most_ppm 0 = no maximum. */
enum err interest_rates(enum interest_scheme scheme, const struct interest_rate *table, int count,
                        struct date due, struct date upto, int64_t most_ppm, struct arena *arena,
                        struct interest_rate **out, int *out_count);

/* From the day after `day` on there is less (of a debit: less is owed). */
struct interest_change {
    struct date day;
    int64_t less; /* negative: more again */
};
struct interest_item {
    int64_t amount; /* > 0 */
    struct date due;
    struct interest_change *changes; /* sorted in place by day */
    int change_count;
};
/* What is open on a day t, never below 0; changes must be sorted. */
int64_t interest_open(const struct interest_item *item, struct date t);
/* Credits that are paid against nothing lower what is open: on each day the oldest due first.
 * Items come in that order, credits in any; each item gets the changes that follow. */
enum err interest_offset(struct interest_item *items, int count, struct interest_change *credits,
                         int credit_count, struct date upto, struct arena *arena);

struct interest_piece {
    struct date from, to; /* both included */
    int64_t open, ppm;
    int divisor; /* 365, 366, 360, 30 */
};
struct interest {
    int64_t accrued;
    int days;         /* for which something was open */
    int64_t first;    /* open on the first day after due */
    struct interest_piece *pieces;
    int piece_count;
    bool unrated;     /* some day has no rate */
    bool graced;      /* paid within the days of grace: accrued is 0 */
};
enum err interest_accrue(struct interest_item *item, const struct interest_rate *rates,
                         int rate_count, enum interest_basis basis, int grace_days,
                         struct date upto, struct arena *arena, struct interest *out);
/* The sum of pieces, rounded once: what accrue gives, and the proof asks again. */
enum err interest_sum(const struct interest_piece *pieces, int count, int64_t *out);

#endif
