/* money: amounts in minor units beside their currency, and the one rounding.
 *
 * Holds: no float anywhere. |minor| <= MONEY_MAX for every amount that a person or a file gave.
 * All products go through 128 bits and are rounded once, half away from zero (RULES.md C).
 * The list of currencies is ISO 4217 (data/currencies.csv, compiled in).
 * Fails with: ERR_LIMIT on overflow, ERR_MISSING for an unknown currency, ERR_INPUT in parsing. */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/err.h"

#include <stdint.h>

#define MONEY_MAX 1000000000000000 /* 10^15 minor units */
#define PPM 1000000                /* one whole, in parts per million */
#define MICRO 1000000              /* prices and quantities are int64 at 10^-6 */

struct currency {
    char code[4];   /* "EUR", zero-terminated */
    uint8_t digits; /* decimals of the minor unit: 0 to 4 */
};

struct money {
    int64_t minor;
    struct currency currency;
};

/* A fraction; den > 0. Exchange rates: base units per one unit of the document's currency. */
struct ratio {
    int64_t num, den;
};

enum err currency_find(const char *code, struct currency *out); /* case does not matter */
bool currency_is(struct currency a, struct currency b);
/* The one order of currencies in a list: the base, then by their codes; a base of "" is none. */
int currency_order(const char *a, const char *b, const char *base);
/* The next one in the list after `*at` (start at 0); false at the end. For pick lists. */
bool currency_next(size_t *at, struct currency *out, const char **name);

struct money money_of(int64_t minor, struct currency currency);
enum err amount_add(int64_t a, int64_t b, int64_t *out);
enum err amount_sub(int64_t a, int64_t b, int64_t *out);
/* value * num / den, rounded once, half away from zero; den != 0. */
enum err amount_scale(int64_t value, int64_t num, int64_t den, int64_t *out);
enum err amount_ppm(int64_t value, int64_t ppm, int64_t *out); /* value * ppm / 10^6 */
/* quantity * price (both 10^-6) in minor units of a currency with `digits` decimals. */
enum err amount_line(int64_t quantity, int64_t price, unsigned digits, int64_t *out);
/* An amount of one currency in another at `rate` (units of `to` per unit of `from`). */
enum err amount_convert(int64_t minor, struct currency from, struct currency to,
                        struct ratio rate, int64_t *out);
/* Splits total over weights; part i rounded, the last non-zero weight takes the rest, so that the
 * parts always add up (asserted). Sum of weights must not be 0. */
enum err amount_split(int64_t total, const int64_t *weights, size_t count, int64_t *parts);

struct ratio ratio_invert(struct ratio r); /* num must not be 0 */

/* How a person or a file writes numbers. */
struct notation {
    char decimal;       /* '.' or ',' */
    char group;         /* thousands mark that is skipped, or 0; blanks and ' are always skipped */
    bool implied;       /* adding-machine entry: 12345 is 123.45 */
    char dates;         /* how days are shown: see date_show */
};
extern const struct notation notation_plain; /* '.', no grouping: machine formats, the CLI */

/* A decimal number scaled by 10^scale into an int64: signs in front or behind, full consumption, no
 * exponent, no hex, ASCII digits only. More decimals than `scale` that are not zero: ERR_INPUT. */
enum err decimal_parse(const char *text, const struct notation *notation, unsigned scale,
                       int64_t *out, struct note *note);
/* "1234.50", "1234.50 EUR", "EUR 1234.50"; `assume` is the currency when none is said.
 * Never more decimals than the currency has; beyond MONEY_MAX ERR_LIMIT. */
enum err money_parse(const char *text, const struct notation *notation, struct currency assume,
                     struct money *out, struct note *note);
/* The shape of such an amount, before its currency is known: "-1234.50 EUR" as notation_plain
 * writes it, with every decimal that was typed. */
#define MONEY_TYPED 72
enum err money_typed(const char *text, const struct notation *notation, char out[MONEY_TYPED],
                     struct note *note);
/* Amount entry of the desk: + - * / ( ) of numbers, `12%` of `base`, `*` alone = base. Exact: each
 * step is a fraction of int128; the end is rounded to the minor unit once. */
enum err money_calc(const char *text, const struct notation *notation, struct money base,
                    struct money *out, struct note *note);
/* "2%", "2.5", "2.5 %" */
enum err percent_parse(const char *text, int64_t *ppm, struct note *note);
/* "0.7321", "1/1.365" */
enum err ratio_parse(const char *text, struct ratio *out, struct note *note);

#define MONEY_TEXT 40
/* "-1234.50": machine form. Returns out. */
const char *money_plain(struct money m, char out[MONEY_TEXT]);
/* "-1,234.50": for people, grouped; no currency. */
const char *money_show(struct money m, const struct notation *notation, char out[MONEY_TEXT]);
/* at least `keep` decimals, no trailing zeros beyond */
const char *decimal_plain(int64_t value, unsigned scale, unsigned keep, char out[MONEY_TEXT]);
const char *percent_show(int64_t ppm, char out[MONEY_TEXT]); /* "2.5" */
/* "0.7321" up to 8 significant decimals */
const char *ratio_show(struct ratio r, char out[MONEY_TEXT]);

#endif
