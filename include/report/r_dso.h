/* r_dso: how long money is out, and how well it is collected, month by month (RULES.md B).
 *
 * One row a month end, the last one the as-of day. DSO is counted back over the sales of the
 * months before; simple and best possible DSO, and their difference ADD, stand on the sales of
 * three months. In the book's currency. Fails with: what the store says, LIMIT. */
#ifndef REPORT_R_DSO_H
#define REPORT_R_DSO_H

#include "base/page.h"
#include "report/r_aging.h"

/* The as-of day of the options counts. */
enum err dso_table(struct book *book, const struct aging_options *options, int months,
                   struct sink *sink);
enum err dso_page(struct book *book, const struct aging_options *options, int months,
                  struct page *page);
/* Per month what was billed, and what became of it. */
enum err collected_table(struct book *book, const struct aging_options *options, int months,
                         struct sink *sink);
enum err collected_page(struct book *book, const struct aging_options *options, int months,
                        struct page *page);

#endif
