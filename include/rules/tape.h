/* tape: an adding machine's tape beside the amounts that were entered: what is missing, what is too
 * much, and which two figures were perhaps swapped (RULES.md R14).
 *
 * Pure. Amounts are minor units. Memory: the arena given. Fails with: INPUT (names the amount that
 * is none, or not above zero), LIMIT. */
#ifndef RULES_TAPE_H
#define RULES_TAPE_H

#include "base/arena.h"
#include "base/money.h"

struct tape {
    int64_t *amounts; /* in the order in which they were typed */
    int count;
    int64_t total;
};

/* Amounts apart by blanks, `+` or `;`. At least one. */
enum err tape_parse(const char *text, const struct notation *notation, struct currency currency,
                    struct arena *arena, struct tape *out, struct note *note);
/* As it is kept: plain figures, one blank between them. */
const char *tape_text(const struct tape *tape, struct currency currency, struct arena *arena);
/* Ticks each amount off against one line of the same amount, in order: of_line[i] is the place on
 * the tape from 0, of_tape[j] the line; -1 = none. */
void tape_tick(const struct tape *tape, const int64_t *lines, int count, int *of_line,
               int *of_tape);

/* Two neighbouring figures swapped make a difference that nine divides. */
bool difference_is_swap(int64_t difference);
/* The amount that was meant, if swapping two neighbouring figures of `entered` takes `difference`
 * away from it; 0 = there is none. */
int64_t amount_unswapped(int64_t entered, int64_t difference);

#endif
