/* firm: an invented firm of any size, the same for the same seed: what it billed and what was paid.
 *
 * N invoices over the three years up to FIRM_TODAY, N/10 customers by a shifted Zipf law (the
 * busiest has about a hundredth of all), net 15, 30, 45 or 60 days; about 82 of 100 are settled
 * whole, 5 in part, and every hundredth customer has money that pays nothing yet. */
#ifndef BENCH_FIRM_H
#define BENCH_FIRM_H

#include "base/date.h"

#include <stddef.h>

struct billed {
    int64_t amount; /* cents */
    int64_t part;   /* cents that a part payment brings; 0 = none */
    int32_t customer;
    struct date day, due, paid; /* paid DATE_NONE = not whole */
};

struct firm {
    size_t invoices, customers;
    struct billed *billed; /* by day */
};

struct date firm_today(void); /* 2025-12-17: in the midst of a month, as days are */
void firm_make(struct firm *firm, size_t invoices, uint64_t seed);
void firm_done(struct firm *firm);
/* What is owed at the end of a day, unapplied money taken off: what every aging must come to. */
int64_t firm_open(const struct firm *firm, struct date day);
/* The files of `import history` and `import payments`. */
void firm_write_history(const struct firm *firm, const char *path);
void firm_write_payments(const struct firm *firm, const char *path);

#endif
