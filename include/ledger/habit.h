/* habit: how late each customer paid in the twelve months before a day (RULES.md R20b).
 *
 * By the value day of the money and the due date of what it paid, net of what was taken back; base
 * currency. Memory: the arena given. Fails with: what the store says. */
#ifndef LEDGER_HABIT_H
#define LEDGER_HABIT_H

#include "base/arena.h"
#include "ledger/book.h"
#include "rules/forecast.h"

struct habit_row {
    int64_t customer_id;
    struct habit habit;
};
/* In order of customer; who paid nothing is not there. */
enum err habits_read(struct book *book, struct date as_of, struct arena *arena,
                     struct habit_row **out, int *count);
/* Cash that came from..to for receivables, net of what went back (by posted day). */
enum err cash_came(struct book *book, struct date from, struct date to, int64_t *base);

/* How long cases of a reason took from opening to closing, of those closed in the twelve months
 * before the day; in order of reason. */
struct dispute_habit {
    const char *reason;
    int days;
};
enum err dispute_habits(struct book *book, struct date as_of, struct arena *arena,
                        struct dispute_habit **out, int *count);
/* The case that is open on an item on a day: its reason; in order of item. */
struct dispute_now {
    int64_t item_id;
    const char *reason;
};
enum err disputes_now(struct book *book, struct date as_of, struct arena *arena,
                      struct dispute_now **out, int *count);

#endif
