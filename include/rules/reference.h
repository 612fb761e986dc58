/* reference: the numbers that payers quote: ISO 11649 creditor references and document numbers
 * in free text.
 *
 * RF reference: "RF", two check digits, up to 21 letters and digits; check = 98 - (reference +
 * "RF00", letters as 10 to 35) mod 97 (ISO 11649, ISO 7064 MOD 97-10). RF18 5390 0754 7034 is
 * valid.
 * Memory: results lie in the caller's buffers or arena. Fails with: ERR_INPUT. */
#ifndef RULES_REFERENCE_H
#define RULES_REFERENCE_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

#define REFERENCE_TEXT 26  /* RF + 2 + 21 + 0 */
#define REFERENCE_SHOWN 32 /* with a blank after every fourth */

/* Makes the RF reference of a document number; marks other than letters and digits are left out.
 * ERR_INPUT if nothing is left or more than 21 are. */
enum err reference_make(const char *number, char out[REFERENCE_TEXT], struct note *note);
/* Is this a valid RF reference? Blanks and case do not matter. */
bool reference_is(const char *text);
/* In groups of four: "RF18 5390 0754 7034". */
const char *reference_show(const char *reference, char out[REFERENCE_SHOWN]);

/* A number as it is compared: folded; blanks and - / . _ left out, except between two digits,
 * where one "-" stands ("INV 7-2" and "inv/7/2" are the same, "INV-72" is another). */
const char *reference_key(struct arena *arena, const char *number);
/* The same without the leading zeros of every run of digits: "INV-0042" is "INV42". */
const char *reference_key_short(struct arena *arena, const char *number);

/* Walks through the candidates in a remittance text: first every valid RF reference (even if
 * written in groups), then whole tokens of letters, digits, - and / with at least 3 characters
 * and one digit; a token with / is followed by its parts. Zero-initialise, set text. */
struct reference_walk {
    const char *text;
    size_t at, part, part_end;
    bool tokens; /* RF references are done */
};

#define REFERENCE_WORD 64 /* longer tokens are no references */
/* The next candidate; an RF reference without blanks and in capitals, a token as written. */
bool reference_next(struct reference_walk *walk, char out[REFERENCE_WORD]);

#endif
