#include "rules/discount.h"

#include "base/money.h"

#include <string.h>

__extension__ typedef __int128 wide;

/* p' as a fraction: below 10^21 over at most 10^21, so an amount times num fits into 128 bits. */
struct share {
    wide num, den;
};

static const char *const mode_names[] = {"on-early-payment", "always", "never"};

const char *discount_tax_name(enum discount_tax mode)
{
    return mode_names[mode];
}

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* value * num / den for value, num >= 0 and num < den: rounded half away from zero. */
static enum err scale_wide(int64_t value, wide num, wide den, int64_t *out)
{
    wide product = value * num;
    wide result = product / den;
    if (product % den >= den - product % den)
        result++;
    if (result > INT64_MAX)
        return ERR_LIMIT;
    *out = (int64_t)result;
    return ERR_OK;
}

static int tier_of(const struct discount_offer *offer, struct date value)
{
    for (int i = 0; i < offer->count; i++)
        if (value.day <= offer->tiers[i].until.day + offer->grace_days)
            return i;
    return -1;
}

int64_t discount_rate(const struct discount_offer *offer, struct date value)
{
    int tier = tier_of(offer, value);
    return tier < 0 ? 0 : offer->tiers[tier].ppm;
}

/* False when there is no discount at all on that day. */
static bool share_of(const struct discount_offer *offer, struct date value, struct share *out)
{
    int64_t rate = discount_rate(offer, value);
    /* Sharing a document among instalments may leave the last a cent more than itself. */
    int64_t discountable = least(offer->discountable, offer->original);
    if (rate == 0 || discountable <= 0)
        return false;
    *out = (struct share){(wide)rate * discountable, (wide)PPM * offer->original};
    return true;
}

enum err discount_life_cap(const struct discount_offer *offer, int64_t *out)
{
    int64_t all = 0;
    if (offer->count > 0 && offer->discountable_left > 0)
        TRY(amount_ppm(offer->discountable_left, offer->tiers[0].ppm, &all));
    TRY(amount_sub(all, offer->taken, &all));
    *out = all > 0 ? all : 0;
    return ERR_OK;
}

enum err discount_available(const struct discount_offer *offer, int64_t open, struct date value,
                            int64_t *out)
{
    struct share share;
    int64_t cap;
    *out = 0;
    if (open <= 0 || !share_of(offer, value, &share))
        return ERR_OK;
    TRY(discount_life_cap(offer, &cap));
    TRY(scale_wide(open, share.num, share.den, out));
    *out = least(least(*out, cap), open);
    return ERR_OK;
}

enum err discount_for_cash(const struct discount_offer *offer, int64_t open, int64_t cash,
                           struct date value, int64_t *out)
{
    struct share share;
    int64_t full, part;
    *out = 0;
    if (cash <= 0 || cash >= open || !share_of(offer, value, &share))
        return ERR_OK;
    TRY(discount_available(offer, open, value, &full));
    if (full >= open - cash) {
        *out = open - cash;
        return ERR_OK;
    }
    if (!offer->parts_allowed)
        return ERR_OK;
    /* The cash is what remains of the credited amount after the discount: cash = credited * (1 -
     * p'). */
    wide rest = share.den - share.num;
    wide product = cash * share.num;
    wide result = product / rest + (product % rest >= rest - product % rest);
    part = result > full ? full : (int64_t)result;
    *out = part;
    return ERR_OK;
}

enum err discount_judge(const struct discount_offer *offer, int64_t open, int64_t cash,
                        int64_t wanted, struct date value, unsigned digits, int64_t *earned,
                        int64_t *unearned, struct note *note)
{
    int64_t cap, due;
    char text[2][MONEY_TEXT];
    TRY(discount_life_cap(offer, &cap));
    if (wanted < 0 || cash < 0 || wanted > open - cash)
        return fail(note, ERR_CONFLICT,
                    "a discount of %s is more than the %s that the payment leaves open",
                    decimal_plain(wanted, digits, digits, text[0]),
                    decimal_plain(open - cash > 0 ? open - cash : 0, digits, digits, text[1]));
    if (wanted > cap)
        return fail(
            note, ERR_CONFLICT,
            "a discount of %s is more than the %s that the terms still allow on this invoice",
            decimal_plain(wanted, digits, digits, text[0]),
            decimal_plain(cap, digits, digits, text[1]));
    if (cash + wanted == open)
        TRY(discount_available(offer, open, value, &due));
    else
        TRY(discount_for_cash(offer, open, cash, value, &due));
    *earned = least(wanted, due);
    *unearned = wanted - *earned;
    return ERR_OK;
}

enum err discount_tax_parts(int64_t discount, int64_t gross, const int64_t *taxes, int count,
                            int64_t *parts, int64_t *total)
{
    *total = 0;
    for (int i = 0; i < count; i++) {
        parts[i] = 0;
        if (gross != 0)
            TRY(amount_scale(discount, taxes[i], gross, &parts[i]));
        TRY(amount_add(*total, parts[i], total));
    }
    return ERR_OK;
}
