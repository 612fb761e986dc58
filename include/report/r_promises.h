/* r_promises: how many of their promises customers kept by a day, by count and by amount.
 *
 * One row a customer and currency,. By count: kept / (kept + partial +
 * broken); by amount: cash / promised, of the same ones (RULES.md B and R11). Those that are open
 * or cancelled stand beside them. Plans are agreed, not promised: `plan list` shows them.
 * Fails with: LIMIT, what the store says. */
#ifndef REPORT_R_PROMISES_H
#define REPORT_R_PROMISES_H

#include "report/r_aging.h"

enum err promises_table(struct book *book, const struct aging_options *options, struct sink *sink);

#endif
