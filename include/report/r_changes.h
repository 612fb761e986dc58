/* r_changes: what customers owe beside what they owed: the biggest debtors with their share, and
 * the changes between two days, in the book's currency.
 *
 * One pass over the open items of each day. Fails with: what the store says, LIMIT. */
#ifndef REPORT_R_CHANGES_H
#define REPORT_R_CHANGES_H

#include "report/r_aging.h"

/* The largest balance first; `most` rows, 0 = all. The foot tells what all of them owe. */
enum err debtors_table(struct book *book, const struct aging_options *options, int most,
                       struct sink *sink);
/* Customers whose balance or overdue sum is another than at the end of `since`, the largest change
 * first. */
enum err changes_table(struct book *book, const struct aging_options *options, struct date since,
                       struct sink *sink);

#endif
