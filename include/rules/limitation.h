/* limitation: on which day a claim lapses (RULES.md R22).
 *
 * So many years after the due day, on the same day of the year (a 29 February on the 28th), or at
 * the end of the year in which it was due. That day is the last one on which it can be brought. */
#ifndef RULES_LIMITATION_H
#define RULES_LIMITATION_H

#include "base/date.h"

enum limitation_counted { LIMITATION_FROM_DUE, LIMITATION_FROM_YEAR_END };

/* years 0: not known, DATE_NONE. */
struct date limitation_day(struct date due, int years, enum limitation_counted counted);

#endif
