#include "io/amounttext.h"

#include "base/money.h"

#include <stdio.h>
#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Also the blank that does not break a line. */
static size_t blank_at(const char *at)
{
    return *at == ' ' || *at == '\t' ? 1 : strncmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* Signs, and what has them: the codes, or those that end so. */
static const struct sign {
    const char *sign, *codes;
} signs[] = {{"$", "D MXN ARS CLP COP UYU DOP NIO BRL"},
             {"\xC2\xA3", "GBP"},
             {"\xE2\x82\xAC", "EUR"},
             {"\xC2\xA5", "JPY CNY"},
             {"Kc", "CZK"},
             {"kr", "SEK NOK DKK ISK"}};
#define SIGNS (sizeof(signs) / sizeof(*signs))

size_t amount_currency_at(const char *at, char named[4])
{
    struct currency found;
    size_t n = 0;

    for (size_t i = 0; i < SIGNS; i++)
        if (strncmp(at, signs[i].sign, strlen(signs[i].sign)) == 0 &&
            !is_letter(at[strlen(signs[i].sign)])) {
            snprintf(named, 4, "%s",
                     strlen(signs[i].codes) == 3 ? signs[i].codes : signs[i].sign);
            return strlen(signs[i].sign);
        }
    while (is_letter(at[n]))
        n++;
    if (n != 3)
        return 0;
    const char code[4] = {at[0], at[1], at[2], '\0'};
    if (currency_find(code, &found) != ERR_OK)
        return 0;
    memcpy(named, found.code, 4);
    return 3;
}

bool amount_currency_is(const char *named, const char *code)
{
    if (strcmp(named, code) == 0)
        return true;
    for (size_t i = 0; i < SIGNS; i++)
        if (strcmp(signs[i].sign, named) == 0)
            return strstr(signs[i].codes, code) != NULL ||
                   (signs[i].codes[1] == ' ' && code[2] == signs[i].codes[0]);
    return false;
}

bool amount_bare(const char *text, char out[AMOUNT_TEXT_MAX], char named[4])
{
    size_t n = 0, used;
    bool after = true; /* a sign, the beginning or a currency: blanks behind it say nothing */

    named[0] = '\0';
    while (*text != '\0') {
        if ((used = amount_currency_at(text, named)) > 0) {
            while (n > 0 && out[n - 1] == ' ')
                n--;
            after = true;
        } else if ((used = blank_at(text)) > 0) {
            if (!after)
                out[n++] = ' ';
        } else {
            used = 1;
            out[n++] = *text;
            after = *text == '-' || *text == '+' || *text == '(';
        }
        if (n + 1 >= AMOUNT_TEXT_MAX)
            return false;
        text += used;
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return true;
}
