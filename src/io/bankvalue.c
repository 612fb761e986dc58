#include "io/bankvalue.h"

#include "base/text.h"
#include "io/amounttext.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* ---- days ---- */

static int month_of(const char *name, size_t len)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};

    for (int i = 0; len >= 3 && i < 12; i++) {
        size_t n = 0;

        while (n < len && months[i][n] != '\0' && (name[n] | 0x20) == months[i][n])
            n++;
        if (n == len)
            return i + 1;
    }
    return 0;
}

/* "12-Dec-2019": the figures of the day, a month's name, those of the year */
static bool named_month(const char *text, int *year, int *month, int *day)
{
    static const char marks[] = " -./,";
    const size_t day_len = strspn(text, "0123456789");
    const char *name = text + day_len, *rest;
    size_t name_len = 0, year_len;

    if (day_len < 1 || day_len > 2)
        return false;
    name += strspn(name, marks);
    while (is_letter(name[name_len]))
        name_len++;
    *month = month_of(name, name_len);
    rest = name + name_len;
    rest += strspn(rest, marks);
    year_len = strspn(rest, "0123456789");
    if (*month == 0 || year_len < 1 || year_len == 3 || year_len > 4 ||
        (rest[year_len] != '\0' && rest[year_len] != ' '))
        return false;
    *day = (int)strtol(text, NULL, 10);
    *year = (int)strtol(rest, NULL, 10);
    if (year_len < 3)
        *year += *year >= 70 ? 1900 : 2000;
    return true;
}

/* "20261122"; DATE_NONE when it is no day so written */
static struct date eight(const char *text)
{
    const int number = (int)strtol(
        (char[9]){text[0], text[1], text[2], text[3], text[4], text[5], text[6], text[7], '\0'},
        NULL, 10);

    return date_of(number / 10000, number / 100 % 100, number % 100);
}

void bank_day_plain(const char *text, char out[BANK_VALUE_MAX])
{
    int year, month, day;
    size_t n;

    text += strspn(text, " \t");
    n = strspn(text, "0123456789");
    if (named_month(text, &year, &month, &day))
        snprintf(out, BANK_VALUE_MAX, "%04d-%02d-%02d", year, month, day);
    else if (n == 8 && text[n] <= ' ' && date_is(eight(text)))
        snprintf(out, BANK_VALUE_MAX, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
    else if (n == 14 && (text[n] == '\0' || text[n] == '[' || text[n] == '.'))
        snprintf(out, BANK_VALUE_MAX, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
    else
        snprintf(out, BANK_VALUE_MAX, "%.*s", BANK_VALUE_MAX - 1, text);
    for (n = strlen(out); n > 0 && (unsigned char)out[n - 1] <= ' ';)
        out[--n] = '\0';
}

enum err bank_day_parse(const char *text, enum date_order order, struct date *out,
                        struct note *note)
{
    char plain[BANK_VALUE_MAX];

    bank_day_plain(text, plain);
    return date_parse_file(plain, strspn(plain, "0123456789") == 4 ? DATE_YMD : order, out, note);
}

/* ---- amounts ---- */

/* CR and DR behind an amount: which side it stands on */
static size_t side_at(const char *at, bool *minus)
{
    if (strncasecmp(at, "CR", 2) != 0 && strncasecmp(at, "DR", 2) != 0)
        return 0;
    if (is_letter(at[2]))
        return 0;
    *minus = (at[0] | 0x20) == 'd';
    return 2;
}

bool bank_amount_plain(const char *text, char out[BANK_VALUE_MAX], char currency[4])
{
    bool minus = false, bracket = false, closed = false, digit = false, sign = false;
    size_t n = 1;

    out[0] = '-';
    currency[0] = '\0';
    while (*text != '\0') {
        const size_t money = amount_currency_at(text, currency);
        const size_t side = money == 0 ? side_at(text, &minus) : 0;
        const char c = *text;

        if (money + side > 0) {
            text += money + side;
            continue;
        }
        text++;
        if (c == ' ' || c == '\t' || (c == '\xC2' && *text == '\xA0')) {
            text += c == '\xC2';
            continue;
        }
        if (c == '-' || c == '+') {
            if (sign)
                return false;
            sign = true;
            minus = c == '-';
        } else if (c == '(' && !digit && !bracket)
            bracket = true;
        else if (c == ')' && bracket && !closed)
            closed = true;
        else if (is_digit(c) || c == '.' || c == ',' || c == '\'') {
            if (closed || n + 2 >= BANK_VALUE_MAX)
                return false;
            digit = digit || is_digit(c);
            if (n == 1 && !is_digit(c))
                out[n++] = '0';
            out[n++] = c;
        } else
            return false;
    }
    if (strlen(currency) != 3)
        currency[0] = '\0'; /* a sign that several have */
    out[n] = '\0';
    if (!digit || bracket != closed)
        return false;
    if (!minus && !bracket)
        memmove(out, out + 1, n);
    return true;
}

enum err bank_amount_parse(const char *text, char decimal, unsigned digits, int64_t *out,
                           int *decimals, struct note *note)
{
    const struct notation notation = {.decimal = decimal, .group = decimal == ',' ? '.' : ','};
    char plain[BANK_VALUE_MAX], currency[4];
    const char *mark;

    if (!bank_amount_plain(text, plain, currency))
        return fail(note, ERR_INPUT, "\"%.40s\" is not an amount; write it like 1234%c50", text,
                    decimal);
    mark = strrchr(plain, decimal);
    *decimals = mark != NULL ? (int)strlen(mark + 1) : 0;
    TRY(decimal_parse(plain, &notation, digits, out, note));
    if (*out > MONEY_MAX || *out < -MONEY_MAX)
        return fail(note, ERR_LIMIT, "\"%.40s\" is larger than any amount", text);
    return ERR_OK;
}
