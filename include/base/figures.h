/* figures: amounts within sentences that machines and people read: written once, with a mark in
 * front, and told plain or grouped.
 *
 * Holds: what is told has no mark any more; words without marks stay as they are.
 * Memory: the arena given. */
#ifndef BASE_FIGURES_H
#define BASE_FIGURES_H

#include "base/arena.h"
#include "base/money.h"

const char *figure_marked(struct money money, struct arena *arena);
/* "INV-1 1234.50": for files and the shell. */
const char *figures_plain(const char *words, struct arena *arena);
/* "INV-1 1,234.50" */
const char *figures_show(const char *words, const struct notation *notation, struct arena *arena);

#endif
