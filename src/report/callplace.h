/* callplace: how much is overdue on an account beside all others, in base currency at the rate of
 * the day; part of callbook.
 *
 * A currency that has no rate on the day has a place within itself alone, behind the others. */
#ifndef REPORT_CALLPLACE_H
#define REPORT_CALLPLACE_H

#include "report/callbook.h"

/* The rates of the day, for the currencies of the open lines. */
enum err callplace_rates(struct callbook *calls);
/* At least `minimum`, in base currency, is overdue that nobody else collects. */
enum err callplace_late(const struct callbook *calls, const struct openline *open, int64_t minimum,
                        bool *is);
/* worth, rated and the share of each line among all that are late, so that a score is the same on
 * everybody's list. */
enum err callplace_fill(struct callbook *calls, int64_t minimum);
/* The bigger one first, by what it is worth; 0 when neither is. */
int callplace_cmp(const struct callline *a, const struct callline *b);
/* "JPY, USD": what has no rate among the lines that are late; NULL = everything has one. */
const char *callplace_unrated(const struct callbook *calls, struct arena *arena);

#endif
