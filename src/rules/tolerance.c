#include "rules/tolerance.h"

#include "base/money.h"

static enum err one_limit(int64_t due, struct tolerance t, int64_t *out)
{
    TRY(amount_ppm(due < 0 ? -due : due, t.ppm, out));
    if (*out > t.limit)
        *out = t.limit;
    return ERR_OK;
}

enum err tolerance_allowed(int64_t due, struct tolerance customer, struct tolerance user,
                           int64_t *out)
{
    int64_t of_customer, of_user;
    TRY(one_limit(due, customer, &of_customer));
    TRY(one_limit(due, user, &of_user));
    *out = of_customer < of_user ? of_customer : of_user;
    return ERR_OK;
}

enum tolerance_answer tolerance_judge(int64_t diff, int64_t allowed, bool over_flag)
{
    if (diff == 0)
        return TOLERANCE_EXACT;
    if (diff < 0)
        return diff >= -allowed ? TOLERANCE_UNDER : TOLERANCE_BEYOND;
    return over_flag && diff <= allowed ? TOLERANCE_OVER : TOLERANCE_KEEP;
}
