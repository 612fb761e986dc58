/* numbers: what the metrics of a day are made of (RULES.md B), in the book's currency.
 *
 * One pass over the open items of the day. Fails with: what the store says, LIMIT. */
#ifndef REPORT_NUMBERS_H
#define REPORT_NUMBERS_H

#include "ledger/collected.h"
#include "rules/metrics.h"

#define NUMBERS_DAYS 90 /* whose sales simple DSO stands on */
#define NUMBERS_TOP 10 /* debtors that concentration is told of */

struct numbers {
    struct date day;
    int64_t receivable;       /* all that is open, credits taken off: AR(D) */
    int64_t debits;           /* the same without credits */
    int64_t current, over_90; /* of the debits: not past due, more than 90 days past due */
    int64_t overdue_weighted; /* sum of debit x days past due */
    int64_t credits, credits_weighted; /* open credits, and x days since they came; >= 0 */
    int64_t top;              /* what the NUMBERS_TOP biggest owe */
    int64_t index;            /* Herfindahl index of what customers owe; -1 = none */
    int debtors;
};
enum err numbers_read(struct book *book, struct date day, struct numbers *out);

/* The sales of months as countback wants them, the latest first. `months` are in calendar order,
 * the last one up to `day`. Returns how many. */
int numbers_back(const struct collected_month *months, int count, struct date day,
                 struct metrics_month *out);
/* DSO, simple and best possible, and their difference: on the sales of NUMBERS_DAYS. */
struct numbers_dso {
    int64_t sales;
    bool known; /* the tenths of days are */
    int64_t simple, best, delinquent;
};
enum err numbers_dso(struct book *book, const struct numbers *numbers, struct numbers_dso *out);

#endif
