#include "base/money.h"

#include "base/number.h"

#include <stdio.h>
#include <string.h>

enum { MOST_TEXT = 64, MOST_DIGITS = 36 };

const struct notation notation_plain = {.decimal = '.', .group = 0, .implied = false};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The length of a thousands mark at `at`, 0 when it is none. People and banks also write a blank, a
 * no-break blank (plain or narrow), or a straight or curved apostrophe. */
static size_t group_len(const char *at, const struct notation *notation)
{
    if (*at && (*at == notation->group || *at == ' ' || *at == '\''))
        return 1;
    if (strncmp(at, "\xC2\xA0", 2) == 0)
        return 2;
    if (strncmp(at, "\xE2\x80\xAF", 3) == 0 || strncmp(at, "\xE2\x80\x99", 3) == 0)
        return 3;
    return 0;
}

/* The keypad's dot is a decimal point for everybody; where the dot also marks thousands, it is one
 * only when it stands alone and cannot be such a mark: "12.50" and "0.125", but not "1.234". */
static bool dot_is_decimal(const char *text, const struct notation *notation)
{
    if (notation->decimal == '.' || notation->group != '.')
        return true;
    size_t dots = 0, before = 0, behind = 0;
    for (const char *at = text; is_digit(*at) || *at == '.' || *at == notation->decimal; at++) {
        if (*at == notation->decimal)
            return false;
        if (*at == '.')
            dots++;
        else if (dots)
            behind++;
        else
            before++;
    }
    bool grouped = before >= 1 && before <= 3 && text[0] != '0' && behind == 3;
    return dots == 1 && !grouped;
}

/* What has been read of a number so far. */
struct scan {
    struct number number;
    size_t run;          /* digits since the last mark */
    size_t digits, skip; /* significant digits; zeros that count only if another digit follows */
    const char *group;   /* the thousands mark in use, NULL before the first */
    size_t group_size;
};

static bool digit_take(struct scan *scan, char c)
{
    scan->run++;
    if (scan->number.marked && c == '0') {
        scan->skip++;
        return true;
    }
    for (; scan->skip; scan->skip--) {
        scan->number.digits *= 10;
        scan->number.decimals++;
        if (++scan->digits > MOST_DIGITS)
            return false;
    }
    scan->number.digits = scan->number.digits * 10 + (c - '0');
    scan->number.decimals += scan->number.marked;
    if (scan->number.digits || scan->number.marked)
        scan->digits++;
    return scan->digits <= MOST_DIGITS;
}

/* A mark is believed only where thousands can be: "1,50" is far more often one and a half than 150.
 * Two digits between two marks are how India groups. */
static bool group_take(struct scan *scan, const char *at, size_t size)
{
    if (scan->number.marked || (!scan->group && scan->number.digits == 0))
        return false;
    if (scan->group && (size != scan->group_size || memcmp(at, scan->group, size) != 0))
        return false;
    if (scan->group ? scan->run != 2 && scan->run != 3 : scan->run > 3)
        return false;
    scan->group = at;
    scan->group_size = size;
    scan->run = 0;
    return true;
}

enum err number_scan(const char *text, const struct notation *notation, struct number *out,
                     struct note *note)
{
    struct scan scan = {0};
    bool dot = dot_is_decimal(text, notation), any = false, wrong = false;
    const char *at = text;
    for (;;) {
        bool mark = (*at == '.' && dot) || (*at == notation->decimal && *at);
        size_t group = mark ? 0 : group_len(at, notation);
        if (is_digit(*at)) {
            any = true;
            if (!digit_take(&scan, *at++))
                return fail(note, ERR_LIMIT, "this number has more digits than any amount has");
        } else if (mark) {
            wrong = wrong || scan.number.marked || (scan.group && scan.run != 3);
            scan.number.marked = true;
            at++;
        } else if (group && any && is_digit(at[group])) {
            wrong = !group_take(&scan, at, group) || wrong;
            at += group;
        } else {
            break;
        }
    }
    wrong = wrong || (scan.group && !scan.number.marked && scan.run != 3);
    if (wrong)
        return fail(note, ERR_INPUT,
                    "the points and commas of this number do not fit: \"%c\" stands before the "
                    "decimals%s", notation->decimal,
                    notation->group ? ", thousands are marked in threes"
                                    : ", nothing marks thousands");
    scan.number.len = any ? (size_t)(at - text) : 0;
    *out = scan.number;
    return ERR_OK;
}

/* A text without the blanks around it, in memory of its own so that pieces can be cut off. */
static enum err text_take(const char *text, char out[MOST_TEXT + 1], struct note *note)
{
    while (*text == ' ' || *text == '\t')
        text++;
    size_t len = strlen(text);
    while (len && (text[len - 1] == ' ' || text[len - 1] == '\t'))
        len--;
    if (len == 0)
        return fail(note, ERR_INPUT, "a number is missing; write it like 1234.50");
    if (len > MOST_TEXT)
        return fail(note, ERR_INPUT, "this text of %zu characters is too long for a number", len);
    memcpy(out, text, len);
    out[len] = 0;
    return ERR_OK;
}

static enum err not_number(const char *text, const struct notation *notation, struct note *note)
{
    return fail(note, ERR_INPUT, "\"%s\" is not a number; write it like 1234%c50", text,
                notation->decimal);
}

/* Takes one sign off: in front, behind, or brackets around. Minus is what bookkeepers mean by all
 * of "-12", "12-" and "(12)". */
static bool sign_take(char **text, bool *negative)
{
    char *at = *text;
    size_t len = strlen(at);
    char first = at[0], last = at[len - 1];
    bool front = first == '+' || first == '-', behind = last == '+' || last == '-';
    bool bracket = first == '(' && last == ')';
    *negative = first == '-' || last == '-' || bracket;
    if (!front && !behind && !bracket)
        return true;
    if (len < 2 || (front && behind))
        return false;
    if (behind || bracket)
        at[--len] = 0;
    if (front || bracket)
        at++;
    *text = at + strspn(at, " ");
    for (len = strlen(*text); len && (*text)[len - 1] == ' ';)
        (*text)[--len] = 0;
    return true;
}

enum err decimal_parse(const char *text, const struct notation *notation, unsigned scale,
                       int64_t *out, struct note *note)
{
    must(scale <= 18);
    char copy[MOST_TEXT + 1], unsign[MOST_TEXT + 1];
    TRY(text_take(text, copy, note));
    memcpy(unsign, copy, sizeof copy);
    char *at = unsign;
    bool negative;
    struct number number;
    if (!sign_take(&at, &negative))
        return not_number(copy, notation, note);
    TRY(number_scan(at, notation, &number, note));
    if (number.len == 0 || at[number.len])
        return not_number(copy, notation, note);
    if (notation->implied && !number.marked)
        number.decimals = scale;
    if (number.decimals > scale && scale == 0)
        return fail(note, ERR_INPUT, "\"%s\" has decimals where none are possible", copy);
    if (number.decimals > scale)
        return fail(note, ERR_INPUT, "\"%s\" has %u decimals; at most %u are possible", copy,
                    number.decimals, scale);
    wide value;
    if (__builtin_mul_overflow(number.digits, wide_power(scale - number.decimals), &value) ||
        wide_narrow(negative ? -value : value, out) != ERR_OK)
        return fail(note, ERR_LIMIT, "\"%s\" is too large", copy);
    return ERR_OK;
}

/* Takes a currency's three letters off one end; leaves `currency` alone when there are none. */
static enum err currency_take(char **text, struct currency *currency, struct note *note)
{
    char *at = *text, code[4] = {0};
    size_t len = strlen(at);
    size_t front = 0, behind = 0;
    while (is_letter(at[front]))
        front++;
    while (behind < len && is_letter(at[len - 1 - behind]))
        behind++;
    if (front == 0 && behind == 0)
        return ERR_OK;
    if (front == len || (front && behind) || front + behind != 3)
        return fail(note, ERR_INPUT,
                    "\"%s\" is not an amount; write it like 1234.50 or 1234.50 EUR", at);
    memcpy(code, front ? at : at + len - 3, 3);
    struct currency found;
    if (currency_find(code, &found) != ERR_OK)
        return fail(note, ERR_MISSING,
                    "there is no currency \"%s\"; write its ISO 4217 letters, like EUR",
                    code);
    if (front)
        *text = at + 3;
    else
        at[len - 3] = 0;
    *currency = found;
    return ERR_OK;
}

enum err money_parse(const char *text, const struct notation *notation, struct currency assume,
                     struct money *out, struct note *note)
{
    char copy[MOST_TEXT + 1];
    TRY(text_take(text, copy, note));
    char *at = copy;
    TRY(currency_take(&at, &assume, note));
    if (!assume.code[0])
        return fail(note, ERR_INPUT, "say the currency of \"%s\", like %s EUR", at, at);
    struct note why = {0};
    struct money made = {.currency = assume};
    enum err e = decimal_parse(at, notation, assume.digits, &made.minor, &why);
    if (e == ERR_INPUT && assume.digits == 0 && strstr(why.text, "none are possible"))
        return fail(note, e, "\"%s\": %s has no decimals", at, assume.code);
    if (e != ERR_OK)
        return fail(note, e, "%s", why.text);
    if (made.minor > MONEY_MAX || made.minor < -MONEY_MAX) {
        char most[MONEY_TEXT];
        return fail(note, ERR_LIMIT, "\"%s\" is too large; the largest amount is %s %s", at,
                    money_plain(money_of(MONEY_MAX, assume), most), assume.code);
    }
    *out = made;
    return ERR_OK;
}

/* The figures as they were typed, all their decimals too; the last mark is the decimal one, if
 * there is one. */
static void figures_copy(const char *text, const struct number *number, char *out)
{
    size_t mark = number->len;

    for (size_t i = 0; number->marked && i < number->len; i++)
        if (!is_digit(text[i]))
            mark = i;
    for (size_t i = 0; i < number->len; i++)
        if (is_digit(text[i]) || i == mark)
            *out++ = i == mark ? '.' : text[i];
    *out = 0;
}

enum err money_typed(const char *text, const struct notation *notation, char out[MONEY_TYPED],
                     struct note *note)
{
    char copy[MOST_TEXT + 1], unsign[MOST_TEXT + 1];
    struct currency currency = {.code = ""};
    struct number number;
    bool negative;

    TRY(text_take(text, copy, note));
    char *at = copy;
    TRY(currency_take(&at, &currency, note));
    TRY(text_take(at, unsign, note));
    at = unsign;
    if (!sign_take(&at, &negative))
        return not_number(unsign, notation, note);
    TRY(number_scan(at, notation, &number, note));
    if (number.len == 0 || at[number.len])
        return not_number(unsign, notation, note);
    char figures[MOST_TEXT + 1];
    figures_copy(at, &number, figures);
    snprintf(out, MONEY_TYPED, "%s%s%s%s", negative ? "-" : "", figures,
             currency.code[0] ? " " : "", currency.code);
    return ERR_OK;
}

enum err percent_parse(const char *text, int64_t *ppm, struct note *note)
{
    char copy[MOST_TEXT + 1];
    TRY(text_take(text, copy, note));
    size_t len = strlen(copy);
    if (copy[len - 1] == '%')
        copy[len - 1] = 0;
    /* A hundredth is 10^4 parts per million: four decimals are exact. */
    return decimal_parse(copy, &notation_plain, 4, ppm, note);
}

enum err ratio_parse(const char *text, struct ratio *out, struct note *note)
{
    char copy[MOST_TEXT + 1];
    TRY(text_take(text, copy, note));
    struct number num, den = {.digits = 1};
    TRY(number_scan(copy, &notation_plain, &num, note));
    size_t len = num.len;
    if (len && copy[len] == '/') {
        TRY(number_scan(copy + len + 1, &notation_plain, &den, note));
        len = den.len ? len + 1 + den.len : 0;
    }
    if (len == 0 || copy[len])
        return fail(note, ERR_INPUT, "\"%s\" is not a rate; write it like 0.7321 or 1/1.365",
                    copy);
    if (num.digits == 0 || den.digits == 0)
        return fail(note, ERR_INPUT, "\"%s\" is not a rate; a rate is more than 0", copy);
    wide common = wide_common(num.digits, den.digits);
    wide above = num.digits / common, below = den.digits / common, shift;
    unsigned up = den.decimals, down = num.decimals;
    shift = wide_power(up > down ? up - down : down - up);
    common = wide_common(shift, up > down ? below : above);
    shift /= common;
    if (up > down)
        below /= common;
    else
        above /= common;
    struct ratio made;
    if (__builtin_mul_overflow(up > down ? above : below, shift, up > down ? &above : &below) ||
        wide_narrow(above, &made.num) != ERR_OK || wide_narrow(below, &made.den) != ERR_OK)
        return fail(note, ERR_LIMIT, "\"%s\" has too many digits for a rate", copy);
    *out = made;
    return ERR_OK;
}
