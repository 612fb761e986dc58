#include "rules/limitation.h"

struct date limitation_day(struct date due, int years, enum limitation_counted counted)
{
    int year, month, day;

    if (years <= 0 || !date_is(due))
        return DATE_NONE;
    if (counted == LIMITATION_FROM_DUE)
        return date_add_months(due, years * 12);
    date_split(due, &year, &month, &day);
    return date_of(year + years, 12, 31);
}
