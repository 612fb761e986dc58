/* amounttext: amounts that a file writes with their currency: "$1,234.50", "12,50 €", "USD 5".
 *
 * What it is named by is a code, or the sign itself where several currencies have it: $, ¥, kr. */
#ifndef IO_AMOUNTTEXT_H
#define IO_AMOUNTTEXT_H

#include <stdbool.h>
#include <stddef.h>

#define AMOUNT_TEXT_MAX 64

/* A currency's sign or code at `at`: its bytes, 0 = none; `named` gets the code or the sign. */
size_t amount_currency_at(const char *at, char named[4]);
/* Can what is named so be the currency of this code? */
bool amount_currency_is(const char *named, const char *code);
/* The amount without it and without the blanks beside it; `named` is "" where nothing is. False:
 * it is longer than any amount. */
bool amount_bare(const char *text, char out[AMOUNT_TEXT_MAX], char named[4]);

#endif
