/* bankvalue: days and amounts as banks write them in CSV files.
 *
 * Days: what date_parse_file takes, and also months by their English name (12-Dec-2019, 27 Feb
 * 2018, 10-Nov-9) and machine moments (20091224120000[0:GMT]). Amounts: signs in front or
 * behind, brackets, currency signs and codes, CR and DR behind, a mark without figures before it
 * ($.23).
 * Fails with: INPUT; the words name the value, not its place. */
#ifndef IO_BANKVALUE_H
#define IO_BANKVALUE_H

#include "base/date.h"
#include "base/money.h"

#define BANK_VALUE_MAX 64

/* A day of these kinds as year-month-day, anything else as it is. */
void bank_day_plain(const char *text, char out[BANK_VALUE_MAX]);
enum err bank_day_parse(const char *text, enum date_order order, struct date *out,
                        struct note *note);
/* Without currency and blanks, its sign in front: "- £1,100.00" is "-1,100.00". False: no
 * number. */
bool bank_amount_plain(const char *text, char out[BANK_VALUE_MAX], char currency[4]);
enum err bank_amount_parse(const char *text, char decimal, unsigned digits, int64_t *out,
                           int *decimals, struct note *note);

#endif
