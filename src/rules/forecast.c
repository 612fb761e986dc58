#include "rules/forecast.h"

#include "base/money.h"

static bool says(const struct habit *habit)
{
    return habit->payments >= HABIT_PAYMENTS && habit->amount > 0;
}

int habit_days(const struct habit *customer, const struct habit *class, const struct habit *all)
{
    const struct habit *who = says(customer)    ? customer
                              : says(class)     ? class
                              : all->amount > 0 ? all
                                                : NULL;
    int64_t days;

    if (!who || amount_scale(1, who->weighted, who->amount, &days) != ERR_OK)
        return 0;
    return (int)days;
}

static struct date not_before_tomorrow(struct date today, struct date day)
{
    return day.day > today.day ? day : date_add(today, 1);
}

struct date forecast_date(const struct forecast_facts *facts)
{
    struct date day = facts->promised;

    if (!date_is(day) || day.day < facts->today.day)
        day = date_add(facts->due, facts->late_days);
    day = not_before_tomorrow(facts->today, day);
    return facts->dispute_days > 0 ? date_add(day, facts->dispute_days) : day;
}

struct date forecast_terms_date(struct date today, struct date due)
{
    return not_before_tomorrow(today, due);
}
