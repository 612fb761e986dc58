#include "base/money.h"

#include "base/number.h"

#include <string.h>

/* Nobody types deeper brackets at a desk; the bound keeps the recursion small. */
enum { MOST_DEPTH = 32, MOST_TEXT = 200 };

/* den > 0, always reduced. */
struct fraction {
    wide num, den;
};

struct calc {
    const char *start, *at;
    struct notation notation;
    struct fraction base;
    unsigned digits; /* of the currency */
    unsigned depth;
    struct note *note;
};

static enum err sum(struct calc *calc, struct fraction *out);

static enum err too_large(struct calc *calc)
{
    return fail(calc->note, ERR_LIMIT, "the calculation goes beyond what can be reckoned exactly");
}

/* False beyond 127 bits, so that every result can also change its sign. */
static bool times(wide a, wide b, wide *out)
{
    wide limit = (wide)1 << 126;
    return !__builtin_mul_overflow(a, b, out) && *out < limit && *out > -limit;
}

static struct fraction reduced(wide num, wide den)
{
    wide common = wide_common(num, den);
    if (den < 0)
        common = -common;
    return (struct fraction){.num = num / common, .den = den / common};
}

static enum err fraction_add(struct calc *calc, struct fraction a, struct fraction b,
                             struct fraction *out)
{
    wide left, right, den, common = wide_common(a.den, b.den);
    if (!times(a.num, b.den / common, &left) || !times(b.num, a.den / common, &right) ||
        !times(a.den, b.den / common, &den))
        return too_large(calc);
    *out = reduced(left + right, den);
    return ERR_OK;
}

static enum err fraction_times(struct calc *calc, struct fraction a, struct fraction b,
                               struct fraction *out)
{
    /* Reduced crosswise first, so that what fits in the end also fits on the way. */
    wide p = wide_common(a.num, b.den), q = wide_common(b.num, a.den), num, den;
    if (!times(a.num / p, b.num / q, &num) || !times(a.den / q, b.den / p, &den))
        return too_large(calc);
    *out = reduced(num, den);
    return ERR_OK;
}

static void blanks_skip(struct calc *calc)
{
    while (*calc->at == ' ' || *calc->at == '\t')
        calc->at++;
}

/* number, number%, and `*` for the base where nothing stands before that it could multiply. */
static enum err literal(struct calc *calc, bool plain_percent, struct fraction *out)
{
    if (*calc->at == '*' && calc->at == calc->start) {
        calc->at++;
        *out = calc->base;
        return ERR_OK;
    }
    struct number number;
    TRY(number_scan(calc->at, &calc->notation, &number, calc->note));
    if (number.len == 0 && *calc->at)
        return fail(calc->note, ERR_INPUT, "a number is missing before \"%s\"", calc->at);
    if (number.len == 0)
        return fail(calc->note, ERR_INPUT, "a number is missing at the end");
    calc->at += number.len;
    if (calc->notation.implied && !number.marked)
        number.decimals = calc->digits;
    *out = reduced(number.digits, wide_power(number.decimals));
    blanks_skip(calc);
    if (*calc->at != '%')
        return ERR_OK;
    calc->at++;
    TRY(fraction_times(calc, *out, (struct fraction){1, 100}, out));
    return plain_percent ? ERR_OK : fraction_times(calc, *out, calc->base, out);
}

/* sign factor, ( sum ), literal. A percentage behind * or / is a plain part ("100*12%" is 12). */
static enum err factor(struct calc *calc, bool behind_times, struct fraction *out)
{
    blanks_skip(calc);
    char c = *calc->at;
    if (c != '(' && c != '-' && c != '+')
        return literal(calc, behind_times, out);
    if (++calc->depth > MOST_DEPTH)
        return fail(calc->note, ERR_LIMIT, "this calculation has too many brackets and signs");
    calc->at++;
    if (c == '(') {
        TRY(sum(calc, out));
        if (*calc->at != ')')
            return fail(calc->note, ERR_INPUT, "a bracket is opened and not closed");
        calc->at++;
    } else {
        if (*calc->at == '-' || *calc->at == '+')
            return fail(calc->note, ERR_INPUT, "two signs stand side by side; one is enough");
        TRY(factor(calc, behind_times, out));
        if (c == '-')
            out->num = -out->num;
    }
    calc->depth--;
    return ERR_OK;
}

static enum err product(struct calc *calc, struct fraction *out)
{
    TRY(factor(calc, false, out));
    for (;;) {
        blanks_skip(calc);
        char c = *calc->at;
        if (c != '*' && c != '/')
            return ERR_OK;
        calc->at++;
        struct fraction next;
        TRY(factor(calc, true, &next));
        if (c == '/') {
            if (next.num == 0)
                return fail(calc->note, ERR_INPUT, "nothing can be divided by 0");
            next = reduced(next.den, next.num);
        }
        TRY(fraction_times(calc, *out, next, out));
    }
}

static enum err sum(struct calc *calc, struct fraction *out)
{
    TRY(product(calc, out));
    for (;;) {
        blanks_skip(calc);
        char c = *calc->at;
        if (c != '+' && c != '-')
            return ERR_OK;
        calc->at++;
        struct fraction next;
        TRY(product(calc, &next));
        if (c == '-')
            next.num = -next.num;
        TRY(fraction_add(calc, *out, next, out));
    }
}

/* True when the text is more than one number, whose signs stand only at its ends. */
static bool is_calculation(const char *text)
{
    size_t from = strspn(text, " \t+-"), to = strlen(text);
    while (to > from && strchr(" \t+-", text[to - 1]))
        to--;
    for (size_t i = from; i < to; i++)
        if (strchr("*/%+-", text[i]))
            return true;
    return strchr(text, '*') || strchr(text, '%');
}

enum err money_calc(const char *text, const struct notation *notation, struct money base,
                    struct money *out, struct note *note)
{
    if (strlen(text) > MOST_TEXT)
        return fail(note, ERR_INPUT, "this calculation is too long");
    if (!is_calculation(text)) {
        struct money made;
        TRY(money_parse(text, notation, base.currency, &made, note));
        if (!currency_is(made.currency, base.currency))
            return fail(note, ERR_INPUT, "the amount must be in %s here, not in %s",
                        base.currency.code, made.currency.code);
        *out = made;
        return ERR_OK;
    }
    struct calc calc = {
        .at = text + strspn(text, " \t"),
        .notation = *notation,
        .base = reduced(base.minor, wide_power(base.currency.digits)),
        .digits = base.currency.digits,
        .note = note,
    };
    calc.start = calc.at;
    /* An adding machine sets the point in what it adds, never in what it multiplies. */
    if (strpbrk(text, "*/%"))
        calc.notation.implied = false;
    struct fraction result;
    TRY(sum(&calc, &result));
    if (*calc.at)
        return fail(note, ERR_INPUT, "\"%s\" does not fit behind \"%.*s\"", calc.at,
                    (int)(calc.at - text), text);
    int64_t minor;
    wide scaled;
    if (!times(result.num, wide_power(calc.digits), &scaled))
        return too_large(&calc);
    if (wide_narrow(wide_divide(scaled, result.den), &minor) != ERR_OK || minor > MONEY_MAX ||
        minor < -MONEY_MAX)
        return fail(note, ERR_LIMIT, "the result is larger than any amount may be");
    *out = money_of(minor, base.currency);
    return ERR_OK;
}
