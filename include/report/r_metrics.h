/* r_metrics: the figures of collection on a day, each with its formula and what went into it
 * (RULES.md B), so that nobody has to believe them.
 *
 * Over the twelve months up to the day, in the book's currency. As a table one row a figure; as a
 * page with the arithmetic below each. Fails with: what the store says, LIMIT. */
#ifndef REPORT_R_METRICS_H
#define REPORT_R_METRICS_H

#include "base/page.h"
#include "report/r_aging.h"

/* The as-of day of the options counts. */
enum err metrics_table(struct book *book, const struct aging_options *options, struct sink *sink);
enum err metrics_page(struct book *book, const struct aging_options *options, struct page *page);

#endif
