/* feed_money: one text as a number, an amount, a sum, a percentage and a rate. */
#include "base/money.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

static const struct notation notations[] = {
    {.decimal = '.'},
    {.decimal = '.', .group = ','},
    {.decimal = ',', .group = '.'},
    {.decimal = '.', .group = ',', .implied = true},
    {.decimal = ',', .group = ' '}};

/* Whoever refuses says why. */
static bool read(enum err e, const struct note *note)
{
    must(e == ERR_OK || (note->code == e && note->text[0]));
    return e == ERR_OK;
}

static void decimal_feed(const char *text, const struct notation *notation)
{
    char shown[MONEY_TEXT];
    int64_t value, again;

    for (unsigned scale = 0; scale <= 8; scale += 2) {
        struct note note = {0};
        if (!read(decimal_parse(text, notation, scale, &value, &note), &note))
            continue;
        decimal_plain(value, scale, 2, shown);
        must(decimal_parse(shown, &notation_plain, scale, &again, &note) == ERR_OK);
        must(again == value);
    }
}

static void amount_feed(const char *text, const struct notation *notation, struct currency currency)
{
    struct money m, again;
    char shown[MONEY_TEXT];
    struct note note = {0};
    struct notation typed = *notation;

    typed.implied = false; /* what is shown has its decimal mark */
    if (read(money_parse(text, notation, currency, &m, &note), &note)) {
        must(m.minor <= MONEY_MAX && m.minor >= -MONEY_MAX);
        must(money_parse(money_plain(m, shown), &notation_plain, m.currency, &again, &note) ==
             ERR_OK);
        must(again.minor == m.minor && currency_is(again.currency, m.currency));
        must(money_parse(money_show(m, notation, shown), &typed, m.currency, &again, &note) ==
             ERR_OK);
        must(again.minor == m.minor);
    }
    note_clear(&note);
    if (read(money_calc(text, notation, money_of(-1234567, currency), &m, &note), &note)) {
        must(m.minor <= MONEY_MAX && m.minor >= -MONEY_MAX);
        must(currency_is(m.currency, currency));
    }
}

void feed_money(const uint8_t *bytes, size_t len)
{
    static const struct currency currencies[] = {{"EUR", 2}, {"JPY", 0}, {"CLF", 4}};
    char *text = feed_string(bytes, len), shown[MONEY_TEXT];
    struct note note = {0};
    struct ratio rate;
    int64_t ppm, again;

    for (size_t i = 0; i < sizeof notations / sizeof *notations; i++) {
        decimal_feed(text, &notations[i]);
        for (size_t j = 0; j < sizeof currencies / sizeof *currencies; j++)
            amount_feed(text, &notations[i], currencies[j]);
    }
    if (read(percent_parse(text, &ppm, &note), &note))
        must(percent_parse(percent_show(ppm, shown), &again, &note) == ERR_OK && again == ppm);
    note_clear(&note);
    if (read(ratio_parse(text, &rate, &note), &note)) {
        must(rate.den > 0 && rate.num > 0);
        struct ratio back = ratio_invert(ratio_invert(rate));
        must(back.num == rate.num && back.den == rate.den);
        must(strlen(ratio_show(rate, shown)) < MONEY_TEXT);
        if (amount_convert(MONEY_MAX, currencies[0], currencies[1], rate, &again) == ERR_OK)
            must(again >= 0);
    }
    free(text);
}
