/* cycle: on which days a customer's statements go out.
 *
 * "weekly", "monthly", "quarterly", with a day behind a colon when it is another than the usual:
 * weekly:fri (usual is Monday), monthly:15 and quarterly:15 (usual is the last day of the month, or
 * of March, June, September and December; 31 says the same). "never" and "none" leave a customer
 * out. Knows no store. Fails with: INPUT. */
#ifndef RULES_CYCLE_H
#define RULES_CYCLE_H

#include "base/date.h"

enum cycle_kind { CYCLE_UNSAID, CYCLE_NEVER, CYCLE_WEEKLY, CYCLE_MONTHLY, CYCLE_QUARTERLY };
struct cycle {
    enum cycle_kind kind;
    int day; /* weekly: 0 = Monday; else of the month, 31 = its last */
};
/* "" is CYCLE_UNSAID. */
enum err cycle_parse(const char *text, struct cycle *out, struct note *note);
/* The last day on or before `day` on which statements of this cycle go out; NONE = never. */
struct date cycle_day(const struct cycle *cycle, struct date day);

#endif
