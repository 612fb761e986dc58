/* metrics: the figures by which receivables are judged (RULES.md B).
 *
 * Days are in tenths, shares in parts per thousand: more would only look exact. Each is worked out
 * in 128 bits and rounded once, half away from zero.
 * A figure that cannot be had (no sales, nothing owed, out of range) is none: the function says
 * false. Memory: values. */
#ifndef RULES_METRICS_H
#define RULES_METRICS_H

#include <stdbool.h>
#include <stdint.h>

/* Sales of a month, net of credit memos, with tax when the receivables have it. */
struct metrics_month {
    int64_t sales;
    int days; /* of the month; of the first one, from its 1st to the day that is looked at */
};
#define METRICS_COUNTBACK_MONTHS 24 /* further back nobody remembers: "more than N days" */

/* Days sales outstanding, counted back: whole months while their sales fit into what is owed, then
 * the part of the next. months[0] is the latest. A month without sales gives its days and takes
 * nothing. *beyond: something is left after the last month, and the days are a lower bound. */
bool dso_countback(int64_t receivable, const struct metrics_month *months, int count,
                   int64_t *tenths, bool *beyond);
/* receivable / sales x days; of the current part alone this is the best possible DSO. */
bool dso_simple(int64_t receivable, int64_t sales, int days, int64_t *tenths);
/* Collection effectiveness: what was collected of what could be, 1000 = all that was due. */
bool metrics_cei(int64_t opening, int64_t sales, int64_t closing, int64_t current,
                 int64_t *permille);
/* sales / average receivable, in hundredths; and the days of one turn, in tenths. */
bool metrics_turnover(int64_t opening, int64_t closing, int64_t sales, int days,
                      int64_t *hundredths, int64_t *tenths);
bool metrics_share(int64_t part, int64_t whole, int64_t *permille); /* of a whole > 0 */
/* A sum of amount x days over a sum of amounts: an average weighted by amount, in tenths of days.
 */
bool metrics_weighted(int64_t weighted, int64_t sum, int64_t *tenths);
/* Herfindahl index of shares of the total: sum of (share in per cent) squared, 10000 = one owes
 * all. The amounts must be > 0. */
bool metrics_concentration(const int64_t *amounts, int count, int64_t *index);

#endif
