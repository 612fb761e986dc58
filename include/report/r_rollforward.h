/* r_rollforward: opening balance, what moved it, closing balance, per customer and currency, in the
 * book's currency (RULES.md Part A). In detail one row a movement.
 *
 * Holds: opening and closing are those of the agings of the two days; a row where opening and
 * movements do not come to the closing is marked. The foot ties both to the control account. */
#ifndef REPORT_R_ROLLFORWARD_H
#define REPORT_R_ROLLFORWARD_H

#include "report/r_aging.h"

/* Customer, currency and detail of the options count. */
enum err rollforward_table(struct book *book, const struct aging_options *options,
                           struct date from, struct date to, struct sink *sink);

#endif
