/* say: figures and days as they stand in the sentences of `says`, and sentences that grow.
 *
 * Memory: the arena given. */
#ifndef APP_SAY_H
#define APP_SAY_H

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"

const char *say_minor(struct arena *arena, int64_t minor, struct currency currency); /* "98.00" */
const char *say_money(struct arena *arena, struct money money); /* "98.00 EUR" */
const char *say_day(struct arena *arena, struct date day); /* "" when none */
/* "ACME   Acme Holdings Ltd"; the code alone where the name is the same. */
const char *say_account(struct arena *arena, const char *code, const char *name);
/* Sums by currency; what leaves the range of an amount, or is a ninth currency, is not counted. */
struct say_sums {
    struct money of[8];
    int count;
};
void say_sum(struct say_sums *sums, struct money money);
/* "1.00 EUR and 2.00 USD" */
const char *say_sums(struct arena *arena, const struct say_sums *sums);
/* What was said, and how far ahead of today it is dated: a wrong year shows. As it is, else. */
const char *say_ahead(struct arena *arena, const char *says, struct date day, struct date today);
const char *say_moment(struct arena *arena, int64_t moment); /* "2026-11-22 14:03", local time */
/* `before`, then "; " unless it is NULL or empty, then `more`. */
const char *say_join(struct arena *arena, const char *before, const char *more);
/* Whoever says yes to what columns mean sees which of them are not read. */
const char *say_map_question(struct arena *arena, const char *file, const char *map,
                             const char *unread);

#endif
