/* number: decimal digits as people write them, taken into 128 bits, and the one rounding.
 *
 * Only base uses it: money, percentages, rates and the calculator read numbers in one way.
 * Knows: notation. Does not know: signs, currencies, scales. Memory: values. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/money.h"

__extension__ typedef __int128 wide;

struct number {
    wide digits;       /* all digits as one whole number, >= 0; decimals that are 0 are left out */
    unsigned decimals; /* how many of the digits stand behind the mark */
    bool marked;       /* a decimal mark was written */
    size_t len;        /* bytes read */
};

/* Reads the longest number that begins at `text`; its len is 0 when none does. ERR_INPUT when the
 * marks cannot be meant so ("1.2.3", "1,50" where the comma groups), ERR_LIMIT beyond 36 digits. */
enum err number_scan(const char *text, const struct notation *notation, struct number *out,
                     struct note *note);

wide wide_power(unsigned exponent);             /* 10^exponent, exponent <= 38 */
wide wide_divide(wide num, wide den);           /* rounded half away from zero; den != 0 */
wide wide_common(wide a, wide b);               /* greatest common divisor, >= 1 */
enum err wide_narrow(wide value, int64_t *out); /* ERR_LIMIT when 64 bits do not hold it */

#endif
