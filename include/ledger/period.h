/* period: months that take postings, take them from some, or take none any more (RULES.md R21).
 *
 * Holds: months are closed in order, so everything up to one day is closed, and everything up to
 * another at least soft-closed; the first close of a book closes all months before it too. Into a
 * closed month nothing is posted, by whatever path; into a soft-closed one only by whom a
 * supervisor admitted. What is dated there and says no other day is posted on the first open day.
 * A close freezes what is open at its end, and names the chain's head on which it stands. Only the
 * last closed month is reopened, by another person than who closed it.
 * Memory: texts lie in the arena of the call. Fails with: CLOSED, CONFLICT, DENIED, INPUT. */
#ifndef LEDGER_PERIOD_H
#define LEDGER_PERIOD_H

#include "base/arena.h"
#include "ledger/tx.h"

enum period_state { PERIOD_OPEN, PERIOD_SOFT, PERIOD_CLOSED };
enum period_act { PERIOD_SOFT_CLOSE = 1, PERIOD_CLOSE, PERIOD_REOPEN, PERIOD_ADMIT };

/* Up to which days; DATE_NONE where no month is. */
struct period_bounds {
    struct date soft_to, closed_to;
};
const char *period_state_word(enum period_state state); /* "soft-closed" */
#define PERIOD_TEXT 8
const char *period_text(int month, char out[PERIOD_TEXT]);              /* "2026-10" */
enum err period_parse(const char *text, int *month, struct note *note); /* the same, or a day */
enum err period_bounds(struct book *book, struct period_bounds *out);
/* The first month in which something was posted; that of today in an empty book. */
enum err period_first(struct book *book, int *month);
enum period_state period_state_on(const struct period_bounds *bounds, struct date day);
/* For the line that proves a screen: ", 2026-10 closed"; "" in a book that never closed a month. */
enum err period_words(struct book *book, struct date day, struct arena *arena, const char **out);

/* One step: a close, a soft close, a reopening, an admission. */
struct period_step {
    int64_t id, entry_id, moment;
    int month;
    enum period_act act;
    const char *actor, *admitted, *reason, *head;
};
/* The newest first; month -1 = of all. */
enum err period_steps(struct book *book, int month, struct arena *arena, struct period_step **out,
                      int *count);
/* The step that closed the month and stands; *is false when there is none. */
enum err period_closing(struct book *book, int month, struct arena *arena, struct period_step *out,
                        bool *is);
/* The entry by which what has no posted day (disputes, re-agings) counts in an aging of a day:
 * that of the close of its month, 0 while that is open. */
enum err period_known(struct book *book, struct date day, int64_t *entry_id);

/* Refuses when the month before is open, or the checklist blocks; freezes and notes the head. */
enum err period_close(struct tx *tx, int month, const char *reason);
enum err period_soft_close(struct tx *tx, int month, const char *reason);
/* Of the last closed month, or the last soft-closed one. What is soft-closed behind it opens too.
 */
enum err period_reopen(struct tx *tx, int month, const char *reason);
/* Lets a person post into a soft-closed month, until it is closed or opened. */
enum err period_admit(struct tx *tx, int month, const char *person, const char *reason);

/* What the checklist of a close finds: each a sentence with a count and a sum in base currency. */
struct period_finding {
    bool blocks;
    const char *text;
    int64_t count, base;
};
enum err period_check(struct book *book, int month, struct arena *arena,
                      struct period_finding **out, int *count);

/* What is open at the end of a month: the figures that a close freezes. In order of account,
 * customer, currency, bucket. */
#define PERIOD_CREDITS 99 /* the bucket of money and credits */
struct period_figure {
    int64_t account_id, customer_id, amount, base;
    int bucket; /* of 0,30,60,90 by due date */
    char currency[4];
};
enum err period_figures(struct book *book, struct date end, struct arena *arena,
                        struct period_figure **out, size_t *count);
/* The frozen ones of a closing step, in the same order. */
enum err period_frozen(struct book *book, int64_t step_id, struct arena *arena,
                       struct period_figure **out, size_t *count);

/* What this transaction dated in a month that takes it no more, and posted on a later day. */
struct period_late {
    int64_t count;
    struct date first, posted; /* the earliest true day, and where the last of them was posted */
};
struct period_late period_late(const struct tx *tx);

#endif
