/* rotation: which of many copies of a book are kept.
 *
 * Of each of the last 24 hours, 30 days and 12 months in which there is one, the newest.
 * Knows: nothing. Fails with: nothing. */
#ifndef RULES_ROTATION_H
#define RULES_ROTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ROTATION_HOURS = 24, ROTATION_DAYS = 30, ROTATION_MONTHS = 12 };

/* Moments in microseconds UTC, the newest first; keep[i] says it of moments[i]. */
void rotation_keep(const int64_t *moments, size_t count, bool *keep);

#endif
