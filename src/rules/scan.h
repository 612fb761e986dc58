/* scan: reading the small languages of the rules (due rules, tiers, buckets) word by word.
 *
 * Holds: blanks are skipped before everything; a call that does not fit moves nothing.
 * Memory: the text is borrowed. */
#ifndef RULES_SCAN_H
#define RULES_SCAN_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct scan {
    const char *at;
};

bool scan_end(struct scan *scan);
bool scan_char(struct scan *scan, char c);
/* ASCII word, case does not matter; must not be followed by another letter. */
bool scan_word(struct scan *scan, const char *word);
/* Digits only, 0 to `max`; a longer number does not fit. */
bool scan_number(struct scan *scan, int max, int *out);
/* "2%", "2.5 %", "33.3333%": up to four decimals, the sign is needed. */
bool scan_percent(struct scan *scan, int64_t *ppm);

#endif
