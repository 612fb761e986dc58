/* guess: from a file's header and first rows, the mapping to our fields that a person would choose.
 *
 *     guess_init(&guess, GUESS_INVOICES, head->count, head->fields, &arena);
 *     guess_row(&guess, row->fields) ...     the first 50 rows, or all of them
 *     guess_end(&guess);
 *
 * Holds: a field is proposed for at most one column, the best; a date column that fits both
 * day-month orders is said to, never decided. Proposals are for a person to confirm.
 * Knows: English headers in any spelling of case, blanks and underscores. Memory: the arena. */
#ifndef IO_GUESS_H
#define IO_GUESS_H

#include "base/arena.h"
#include "base/date.h"

enum guess_kind {
    GUESS_CUSTOMERS = 1,
    GUESS_INVOICES = 2,
    GUESS_PAYMENTS = 4,
    GUESS_HISTORY = 8,
    GUESS_BANK = 16 /* lines of a bank statement */
};

enum guess_dates {
    DATES_NONE, /* not a column of dates, or empty */
    DATES_YMD,
    DATES_DMY,
    DATES_MDY,
    DATES_SAME,   /* dmy and mdy fit and every day reads the same: 05/05/2013 */
    DATES_EITHER, /* dmy and mdy both fit and differ: the user must say */
    DATES_MIXED   /* dates, but no one order fits all */
};

struct guess_column {
    const char *name;  /* the file's */
    const char *field; /* ours; NULL = not used */
    int score;         /* of the proposal, 1-100 */
    enum guess_dates dates;
    bool number;          /* every value that is there is a number */
    char decimal;         /* '.' or ',' when a value shows it, else 0 */
    bool decimal_unclear; /* "1,234" or "1.234" and nothing that tells */
    unsigned fits_;       /* at work: date orders that still fit, what was seen */
    int64_t seen_;
};

struct guess {
    enum guess_kind kind;
    bool opening; /* set before guess_end: what is open is the amount, where a column says it */
    int count;
    struct guess_column *columns;
    struct arena *arena;
    /* after guess_end, over the columns that got a field: */
    enum guess_dates dates; /* one order for the file: a clear column decides for the others */
    char decimal;           /* '.' unless a column shows ',' */
    bool rate_inverted;     /* units of the document's currency per base unit: rate=1/COLUMN */
    bool decimal_unclear;   /* columns contradict each other, or nothing tells */
};

void guess_init(struct guess *guess, enum guess_kind kind, int count, const char *const *names,
                struct arena *arena);
void guess_row(struct guess *guess, const char *const *fields);
void guess_end(struct guess *guess);
/* The --map text of the proposal: "customer=customerID; number=invoiceNumber". */
const char *guess_map(const struct guess *guess, struct arena *arena);
/* Named columns that it leaves out, as words; "" = none. */
const char *guess_unread(const struct guess *guess, struct arena *arena);
int guess_find(const struct guess *guess, const char *field); /* column, -1 = none */
/* The field names of this kind of import in turn: start at NULL, NULL at the end. */
const char *guess_field_next(enum guess_kind kind, const char *field);

#endif
