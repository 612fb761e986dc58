/* r_recourse: the hard end of collection as lists: claims that lapse, credits that nobody asks for,
 * what was written off, an insolvent customer (RULES.md R22 and Part A).
 *
 * Fails with: MISSING, LIMIT, what the store says. */
#ifndef REPORT_R_RECOURSE_H
#define REPORT_R_RECOURSE_H

#include "report/r_aging.h"

/* Open debits that lapse within so many months after the day, and those that have lapsed. The foot
 * tells how many have no rule. */
enum err limitation_table(struct book *book, const struct aging_options *options, int months,
                          struct sink *sink);
/* Credits and unidentified money older than the years of their jurisdiction, or of the setting
 * dormant.years. */
enum err dormant_table(struct book *book, const struct aging_options *options, struct sink *sink);
/* Every write-off posted from..to: bad debts, small ones, differences; what of it came back. */
enum err writeoffs_table(struct book *book, const struct aging_options *options, struct date from,
                         struct date to, struct sink *sink);
/* One insolvent customer: its open items of before and since that day, and what it paid in the
 * ninety days before it. */
enum err insolvency_table(struct book *book, const struct aging_options *options,
                          struct sink *sink);

#endif
