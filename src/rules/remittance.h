/* remittance: which of the numbers that are open a free text names (RULES.md R3 step 1).
 *
 * Payers write a number whole, in the RF form, as their own order number, without its leading
 * zeros, with blanks or strokes where we have none, two of them run together ("INV1001INV1002"), as
 * a list of endings ("2401/02/03") or as a range ("INV-2401-2405"). An ending and a range count
 * only where their numbers are open, so that a day or an amount is none.
 * Holds: a number is named long when it is written with at least six characters (or in the RF form)
 * and its digits stand together; else it is named short, and counts only if its value fits.
 * Memory: the arena given. */
#ifndef RULES_REMITTANCE_H
#define RULES_REMITTANCE_H

#include "rules/autocash.h"

enum named { NAMED_NOT, NAMED_SHORT, NAMED_LONG };

/* Only items that are `there` are named; `named` has a place for each item. */
void remittance_read(const struct autocash_index *index, const char *text, const bool *there,
                     struct arena *arena, unsigned char *named);
/* Is this number written in the text? */
bool remittance_has(const char *text, const char *number, struct arena *arena);

#endif
