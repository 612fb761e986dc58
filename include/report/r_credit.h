/* r_credit: how much customers may still be given on a day, and which rules stand against them
 * (RULES.md R8).
 *
 * One row a customer, by code. Fails with: LIMIT, what the store says. */
#ifndef REPORT_R_CREDIT_H
#define REPORT_R_CREDIT_H

#include "report/r_aging.h"

/* As of, customer, collector and currency of the options. */
enum err credit_table(struct book *book, const struct aging_options *options, struct sink *sink);

#endif
