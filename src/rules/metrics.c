#include "rules/metrics.h"

__extension__ typedef __int128 wide;

/* value * num / den, rounded once, half away from zero; false when it leaves the range. */
static bool scale(wide value, int64_t num, wide den, int64_t *out)
{
    wide product;

    if (den == 0 || __builtin_mul_overflow(value, (wide)num, &product))
        return false;
    if (den < 0) {
        product = -product;
        den = -den;
    }
    const wide half = den / 2;
    const wide rounded = (product < 0 ? product - half : product + half) / den;
    if (rounded > INT64_MAX || rounded < INT64_MIN)
        return false;
    *out = (int64_t)rounded;
    return true;
}

bool dso_countback(int64_t receivable, const struct metrics_month *months, int count,
                   int64_t *tenths, bool *beyond)
{
    int64_t left = receivable, days = 0, part = 0;

    *beyond = false;
    if (receivable < 0 || count < 1)
        return false;
    for (int i = 0; i < count && left > 0; i++) {
        const struct metrics_month *month = &months[i];
        if (left >= month->sales) { /* also where there were none, or credit memos were more */
            days += month->days;
            left -= month->sales > 0 ? month->sales : 0;
            continue;
        }
        if (!scale(left, month->days * 10, month->sales, &part))
            return false;
        left = 0;
    }
    *beyond = left > 0;
    *tenths = days * 10 + part;
    return true;
}

bool dso_simple(int64_t receivable, int64_t sales, int days, int64_t *tenths)
{
    return sales > 0 && scale(receivable, days * 10, sales, tenths);
}

bool metrics_cei(int64_t opening, int64_t sales, int64_t closing, int64_t current,
                 int64_t *permille)
{
    const wide all = (wide)opening + sales;

    return all - current > 0 && scale(all - closing, 1000, all - current, permille);
}

bool metrics_turnover(int64_t opening, int64_t closing, int64_t sales, int days,
                      int64_t *hundredths, int64_t *tenths)
{
    const wide twice = (wide)opening + closing;

    return twice > 0 && sales > 0 && scale(sales, 200, twice, hundredths) &&
           scale(twice, days * 5, sales, tenths);
}

bool metrics_share(int64_t part, int64_t whole, int64_t *permille)
{
    return whole > 0 && scale(part, 1000, whole, permille);
}

bool metrics_weighted(int64_t weighted, int64_t sum, int64_t *tenths)
{
    return sum > 0 && scale(weighted, 10, sum, tenths);
}

/* Shares in hundred-millionths, so that the rounding of each does not show in the sum. */
bool metrics_concentration(const int64_t *amounts, int count, int64_t *index)
{
    const int64_t whole = 100000000;
    wide total = 0, squares = 0;

    for (int i = 0; i < count; i++)
        total += amounts[i];
    if (total <= 0)
        return false;
    for (int i = 0; i < count; i++) {
        int64_t share;
        if (!scale(amounts[i], whole, total, &share))
            return false;
        squares += (wide)share * share;
    }
    return scale(squares, 10000, (wide)whole * whole, index);
}
