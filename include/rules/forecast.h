/* forecast: when the money of an open item is to be expected (RULES.md R20b).
 *
 * Pure. Memory: values. */
#ifndef RULES_FORECAST_H
#define RULES_FORECAST_H

#include "base/date.h"

#include <stdbool.h>

/* How somebody paid in the last twelve months. */
struct habit {
    int64_t amount, weighted; /* base currency; sum of amount x (day paid - due) */
    int64_t payments;
};
#define HABIT_PAYMENTS 5 /* fewer say nothing */

/* Average days after the due date, weighted by amount: of the customer when it paid often enough,
 * else of its class, else of all; 0 when nobody ever paid. Early payers have days below 0. */
int habit_days(const struct habit *customer, const struct habit *class, const struct habit *all);

struct forecast_facts {
    struct date today, due;
    struct date promised; /* of an open promise, DATE_NONE = none */
    int late_days;        /* habit_days */
    int dispute_days;     /* how long cases of its reason take; 0 = not disputed */
};
/* The promise's day; else due + habit, and + the days that a dispute takes; never before tomorrow.
 */
struct date forecast_date(const struct forecast_facts *facts);
/* Without habits and promises: the due date, or tomorrow. */
struct date forecast_terms_date(struct date today, struct date due);

#endif
