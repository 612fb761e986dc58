/* paycode: what a payer's phone reads to fill in a credit transfer: EPC069-12, version 002.
 *
 * Pure. Memory: the arena given. Fails with: INPUT (no IBAN, an amount that cannot be). */
#ifndef RULES_PAYCODE_H
#define RULES_PAYCODE_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

#define PAYCODE_VERSION 13 /* the largest code that readers must know */

struct paycode {
    const char *name, *iban, *bic; /* whose account; bic "" = not needed inside the SEPA */
    int64_t cents;                 /* euro: 0.01 to 999,999,999.99 */
    const char *reference;         /* an RF reference, or "" */
    const char *text;              /* when there is none: at most 140 characters */
};
enum err paycode_make(const struct paycode *code, struct arena *arena, const char **out,
                      struct note *note);
/* Two letters, two digits that check (ISO 7064 MOD 97-10), 11 to 30 more; blanks do not matter. */
bool iban_valid(const char *text);
bool iban_shaped(const char *text); /* so, whether the digits check or not */
/* Six letters, then two or five letters or digits, in capitals (ISO 9362). */
bool bic_valid(const char *text);

#endif
