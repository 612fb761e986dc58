/* cronwhen: words for a time that comes again, and the five fields by which cron knows it.
 *
 *     daily 07:00      mon 07:00      mon,thu 18:30      mon-fri 7:00      business days 07:00
 *     monthly 1 07:00      monthly last 07:00
 *
 * A day of the month that not every month has is none; its last day is told apart by cron's own
 * command, since cron has no word for it. Pure. Memory: the arena given. Fails with: INPUT. */
#ifndef RULES_CRONWHEN_H
#define RULES_CRONWHEN_H

#include "base/arena.h"
#include "base/err.h"

struct cronwhen {
    int hour, minute;
    unsigned weekdays; /* a bit each, the lowest = Monday; 0 = whatever the weekday */
    int month_day;     /* 1 to 28; 31 = the last one; 0 = whatever the day */
};

enum err cronwhen_parse(const char *text, struct cronwhen *out, struct note *note);
const char *cronwhen_fields(const struct cronwhen *when, struct arena *arena); /* "0 7 * * 1" */
/* What must be true on the days that the fields name, for sh; "" = nothing more. */
const char *cronwhen_test(const struct cronwhen *when);
/* "each Monday at 07:00" */
const char *cronwhen_said(const struct cronwhen *when, struct arena *arena);

#endif
