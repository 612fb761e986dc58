/* r_cash: the money of a period: payments and their reversals by day, with what each method
 * brought.
 *
 * Rows stream. Totals: one a day, then one a method and currency, then one a currency. */
#ifndef REPORT_R_CASH_H
#define REPORT_R_CASH_H

#include "report/r_aging.h"

struct cash_options {
    struct date from, to;
    int64_t customer_id;  /* 0 = all */
    const char *currency; /* NULL = all */
};
enum err cash_table(struct book *book, const struct cash_options *options, struct sink *sink);

#endif
