/* r_trend: the aging of month end after month end, in the book's currency (RULES.md R1b): what is
 * open by age, over time.
 *
 * One row a month end, the last one the as-of day; credits stand in their own column. Holds: in
 * every row the buckets and the credits add up to the total. Fails with: what the store says. */
#ifndef REPORT_R_TREND_H
#define REPORT_R_TREND_H

#include "base/page.h"
#include "report/r_aging.h"

/* As-of day, basis and buckets of the options count. */
enum err trend_table(struct book *book, const struct aging_options *options, int months,
                     struct sink *sink);
enum err trend_page(struct book *book, const struct aging_options *options, int months,
                    struct page *page);

#endif
