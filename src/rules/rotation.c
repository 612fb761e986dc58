#include "rules/rotation.h"

#include "base/date.h"

#define HOUR INT64_C(3600000000)

static int64_t hour_of(int64_t moment)
{
    return moment / HOUR;
}

static int64_t day_of(int64_t moment)
{
    return moment / (24 * HOUR);
}

static int64_t month_of(int64_t moment)
{
    return date_month((struct date){(int32_t)day_of(moment)});
}

static void keep_newest(const int64_t *moments, size_t count, int64_t (*span)(int64_t), int spans,
                        bool *keep)
{
    for (size_t i = 0; i < count && spans > 0; i++)
        if (i == 0 || span(moments[i]) != span(moments[i - 1])) {
            keep[i] = true;
            spans--;
        }
}

void rotation_keep(const int64_t *moments, size_t count, bool *keep)
{
    for (size_t i = 0; i < count; i++)
        keep[i] = false;
    keep_newest(moments, count, hour_of, ROTATION_HOURS, keep);
    keep_newest(moments, count, day_of, ROTATION_DAYS, keep);
    keep_newest(moments, count, month_of, ROTATION_MONTHS, keep);
}
