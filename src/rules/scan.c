#include "rules/scan.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static void skip_blanks(struct scan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\t')
        scan->at++;
}

bool scan_end(struct scan *scan)
{
    skip_blanks(scan);
    return *scan->at == 0;
}

bool scan_char(struct scan *scan, char c)
{
    skip_blanks(scan);
    if (*scan->at != c)
        return false;
    scan->at++;
    return true;
}

bool scan_word(struct scan *scan, const char *word)
{
    skip_blanks(scan);
    size_t len = strlen(word);
    for (size_t i = 0; i < len; i++)
        if (lower(scan->at[i]) != word[i])
            return false;
    char next = lower(scan->at[len]);
    if (next >= 'a' && next <= 'z')
        return false;
    scan->at += len;
    return true;
}

bool scan_number(struct scan *scan, int max, int *out)
{
    skip_blanks(scan);
    const char *at = scan->at;
    int64_t value = 0;
    if (!is_digit(*at))
        return false;
    for (; is_digit(*at); at++) {
        value = value * 10 + (*at - '0');
        if (value > max)
            return false;
    }
    scan->at = at;
    *out = (int)value;
    return true;
}

bool scan_percent(struct scan *scan, int64_t *ppm)
{
    struct scan next = *scan;
    int whole;
    if (!scan_number(&next, 100, &whole))
        return false;
    int64_t value = (int64_t)whole * 10000;
    if (*next.at == '.' && is_digit(next.at[1])) {
        int64_t unit = 1000;
        for (next.at++; is_digit(*next.at); next.at++, unit /= 10) {
            if (unit == 0 && *next.at != '0')
                return false;
            value += unit * (*next.at - '0');
        }
    }
    if (!scan_char(&next, '%'))
        return false;
    *scan = next;
    *ppm = value;
    return true;
}
