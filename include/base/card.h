/* card: numbers of payment cards in text, which no book keeps (TRUST.md, PCI DSS 3).
 *
 *     if (card_in(text)) ...                        people are told to leave it out
 *     line->text = card_masked(arena, text, &n);    what others sent is kept without it
 *
 * A card is 13 to 19 digits that pass Luhn, begin like a payment card and are as long as those of
 * its scheme. Digits are those of every script; between them may stand what people put between
 * groups: up to three blanks, dashes, points, slashes, underscores, or characters without a shape.
 * An IBAN whose check digits are right is none. Knows: utf8proc. */
#ifndef BASE_CARD_H
#define BASE_CARD_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

#define CARD_REFUSED "this looks like a payment card number, which the book never keeps"
bool card_in(const char *text);
/* With '*' for each digit of a card but its last four; the text itself when there is none. Adds to
 * *count, which may be NULL, how many there were. */
const char *card_masked(struct arena *arena, const char *text, int64_t *count);
#define CARD_FIGURES 12 /* so many beside a card payment are more of a card than may be kept */
/* The longest run of figures, over what stands between those of a card, and over marks of masks. */
int card_figures(const char *text);

#endif
