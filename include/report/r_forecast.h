/* r_forecast: the cash to be expected, week by week (RULES.md R20b): from promises, terms and what
 * each customer's habit is; beside it what the terms alone say, and how wrong the last months were.
 *
 * Base currency. Open credits are taken off the oldest items of their customer and currency.
 * What is with an agency, at law or insolvent is left out and told. Holds: the weeks, what comes
 * later and what is left out add up to the open items, asserted.
 * Fails with: what the store says, LIMIT. */
#ifndef REPORT_R_FORECAST_H
#define REPORT_R_FORECAST_H

#include "base/page.h"
#include "report/r_aging.h"

#define FORECAST_WEEKS 13
#define FORECAST_WEEKS_MOST 104

/* As-of day, customer and collector of the options count. */
enum err forecast_table(struct book *book, const struct aging_options *options, int weeks,
                        struct sink *sink);
enum err forecast_page(struct book *book, const struct aging_options *options, int weeks,
                       struct page *page);

#endif
