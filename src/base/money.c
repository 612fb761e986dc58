#include "base/money.h"

#include "base/number.h"

#include <string.h>

wide wide_power(unsigned exponent)
{
    must(exponent <= 38);
    wide power = 1;
    while (exponent--)
        power *= 10;
    return power;
}

static wide wide_abs(wide value)
{
    return value < 0 ? -value : value;
}

wide wide_divide(wide num, wide den)
{
    must(den != 0);
    wide whole = num / den, rest = wide_abs(num % den);
    /* Compared without doubling the rest, which could leave 128 bits. */
    if (rest >= wide_abs(den) - rest)
        whole += (num < 0) == (den < 0) ? 1 : -1;
    return whole;
}

wide wide_common(wide a, wide b)
{
    a = wide_abs(a);
    b = wide_abs(b);
    while (b) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return a ? a : 1;
}

enum err wide_narrow(wide value, int64_t *out)
{
    if (value > INT64_MAX || value < INT64_MIN)
        return ERR_LIMIT;
    *out = (int64_t)value;
    return ERR_OK;
}

struct money money_of(int64_t minor, struct currency currency)
{
    return (struct money){.minor = minor, .currency = currency};
}

enum err amount_add(int64_t a, int64_t b, int64_t *out)
{
    int64_t sum;
    if (__builtin_add_overflow(a, b, &sum))
        return ERR_LIMIT;
    *out = sum;
    return ERR_OK;
}

enum err amount_sub(int64_t a, int64_t b, int64_t *out)
{
    int64_t rest;
    if (__builtin_sub_overflow(a, b, &rest))
        return ERR_LIMIT;
    *out = rest;
    return ERR_OK;
}

enum err amount_scale(int64_t value, int64_t num, int64_t den, int64_t *out)
{
    must(den != 0);
    return wide_narrow(wide_divide((wide)value * num, den), out);
}

enum err amount_ppm(int64_t value, int64_t ppm, int64_t *out)
{
    return amount_scale(value, ppm, PPM, out);
}

enum err amount_line(int64_t quantity, int64_t price, unsigned digits, int64_t *out)
{
    must(digits <= 4);
    /* The product is at 10^-12; dividing by less than 10^12 makes the minor unit without ever
     * multiplying further. */
    return wide_narrow(wide_divide((wide)quantity * price, wide_power(12 - digits)), out);
}

enum err amount_convert(int64_t minor, struct currency from, struct currency to,
                        struct ratio rate, int64_t *out)
{
    must(rate.den > 0);
    wide num = (wide)minor * rate.num, den = rate.den;
    if (to.digits >= from.digits) {
        if (__builtin_mul_overflow(num, wide_power((unsigned)to.digits - from.digits), &num))
            return ERR_LIMIT;
    } else {
        den *= wide_power((unsigned)from.digits - to.digits);
    }
    return wide_narrow(wide_divide(num, den), out);
}

enum err amount_split(int64_t total, const int64_t *weights, size_t count, int64_t *parts)
{
    wide sum = 0, given = 0;
    size_t last = 0;
    for (size_t i = 0; i < count; i++) {
        sum += weights[i];
        if (weights[i])
            last = i;
    }
    must(sum != 0);
    for (size_t i = 0; i < count; i++) {
        if (i == last)
            continue;
        TRY(wide_narrow(wide_divide((wide)total * weights[i], sum), &parts[i]));
        given += parts[i];
    }
    TRY(wide_narrow((wide)total - given, &parts[last]));
    must(given + parts[last] == total);
    return ERR_OK;
}

struct ratio ratio_invert(struct ratio r)
{
    must(r.num != 0 && r.num != INT64_MIN && r.den > 0);
    if (r.num < 0)
        return (struct ratio){.num = -r.den, .den = -r.num};
    return (struct ratio){.num = r.den, .den = r.num};
}

/* The digits of `value` with `scale` of them behind `point`, and a mark before each three of the
 * whole part if `group` is not 0. */
static const char *digits_show(int64_t value, unsigned scale, char point, char group,
                               char out[MONEY_TEXT])
{
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    char *at = out + MONEY_TEXT - 1;
    *at = 0;
    for (unsigned i = 0; i < scale; i++) {
        *--at = (char)('0' + left % 10);
        left /= 10;
    }
    if (scale)
        *--at = point;
    unsigned run = 0;
    do {
        if (group && run == 3) {
            *--at = group;
            run = 0;
        }
        *--at = (char)('0' + left % 10);
        left /= 10;
        run++;
    } while (left);
    if (value < 0)
        *--at = '-';
    return memmove(out, at, (size_t)(out + MONEY_TEXT - at));
}

const char *money_plain(struct money m, char out[MONEY_TEXT])
{
    return digits_show(m.minor, m.currency.digits, '.', 0, out);
}

const char *money_show(struct money m, const struct notation *notation, char out[MONEY_TEXT])
{
    return digits_show(m.minor, m.currency.digits, notation->decimal, notation->group, out);
}

const char *decimal_plain(int64_t value, unsigned scale, unsigned keep, char out[MONEY_TEXT])
{
    must(scale <= 18 && keep <= 18);
    while (scale > keep && value % 10 == 0) {
        value /= 10;
        scale--;
    }
    digits_show(value, scale, '.', 0, out);
    if (scale < keep) {
        size_t len = strlen(out);
        if (scale == 0)
            out[len++] = '.';
        memset(out + len, '0', keep - scale);
        out[len + keep - scale] = 0;
    }
    return out;
}

const char *percent_show(int64_t ppm, char out[MONEY_TEXT])
{
    return decimal_plain(ppm, 4, 0, out);
}

const char *ratio_show(struct ratio r, char out[MONEY_TEXT])
{
    must(r.den > 0);
    /* Eight significant decimals: rates far below one get more places. */
    unsigned scale = 8;
    while (scale < 18 && r.num && wide_abs(r.num) * wide_power(scale - 7) < r.den)
        scale++;
    int64_t value = 0;
    while (wide_narrow(wide_divide((wide)r.num * wide_power(scale), r.den), &value) != ERR_OK)
        scale--;
    return decimal_plain(value, scale, 0, out);
}
