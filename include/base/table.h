/* table: typed columns and rows: the one form of every list, report, preview and export.
 *
 * A report pushes rows into a sink and never holds them; a sink is a writer (text, csv, json), or a
 * `struct table` that keeps the rows in memory for a screen or a page.
 * Holds: a cell has the kind of its column, or CELL_NONE, or is drawn (the word of a total). Text
 * of a row lives until the next one.
 * Column `name` is the machine name (CSV header, JSON key, --sort, filters) and never changes. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/money.h"

enum cell_kind {
    CELL_NONE, /* empty */
    CELL_TEXT,
    CELL_CODE, /* text that is never cut: numbers, codes, references */
    CELL_INT,
    CELL_MONEY,
    CELL_DATE,
    CELL_MOMENT,   /* number: microseconds UTC */
    CELL_PERCENT,  /* number: parts per million */
    CELL_QUANTITY, /* number: 10^-6 */
    CELL_FLAG,     /* number: 0 or 1; shown "x" or "" */
    CELL_BAR       /* text as drawn; left out of csv and json */
};

struct cell {
    enum cell_kind kind;
    union {
        const char *text;
        int64_t number;
        struct money money;
        struct date date;
    };
};

enum column_flags {
    COLUMN_TOTAL = 1,  /* summed in the foot where all rows have one currency */
    COLUMN_HIDDEN = 2, /* in csv and json only */
    COLUMN_SCREEN = 4, /* on screen and paper only */
    COLUMN_ADDS = 8,   /* a row adds up with it: that it was left out is said */
    COLUMN_TENTHS = 16 /* people read one decimal in every row, where points stand below points */
};

struct column {
    const char *name;    /* "days_past_due" */
    const char *title;   /* "Days" */
    enum cell_kind kind;
    int worth;           /* 0 = always shown; higher ones leave first when the width is short */
    int width;           /* least cells wanted for text, 0 = by content */
    unsigned flags;
};

enum row_kind {
    ROW_DATA,
    ROW_GROUP, /* heads a group: cells[0] is its name */
    ROW_SUBTOTAL,
    ROW_TOTAL
};

struct row {
    enum row_kind kind;
    int64_t id;      /* identity for the screen: the row is kept by it; 0 = none */
    char mark;       /* '!' overdue or wrong, '*' disputed, ' ' none; beside the colour, always */
    const struct cell *cells;
};

struct table_head {
    const char *title;    /* "Aging" */
    const char *subtitle; /* "as of 2026-10-31, by due date, posted" */
    const struct column *columns;
    int count;
};

/* Where rows go. Any function may return an error, which stops the report. */
struct sink {
    enum err (*head)(void *self, const struct table_head *head);
    enum err (*row)(void *self, const struct row *row);
    enum err (*foot)(void *self, const char *proof); /* one line that proves the figures, or NULL */
    void *self;
};

struct cell cell_text(const char *text); /* NULL, and a day that is not set, give an empty cell */
struct cell cell_code(const char *text);
struct cell cell_drawn(const char *text); /* for people alone: no csv or json has it */
struct cell cell_int(int64_t number);
struct cell cell_money(struct money m);
struct cell cell_date(struct date d);
struct cell cell_number(enum cell_kind kind, int64_t number);
struct cell cell_none(void);

/* One cell as text. Machine: ISO dates, plain decimals. Shown: grouped figures by `notation`, zero
 * money as ".", dates ISO unless the notation has another way. The result lies in the arena (or is
 * the cell's own text). */
const char *cell_plain(const struct cell *cell, struct arena *arena);
const char *cell_show(const struct cell *cell, const struct notation *notation,
                      struct arena *arena);
/* The same as its column has it, and for a cell of a row: in totals, nothing is said as an amount
 * too. */
const char *column_text(const struct column *column, const struct cell *cell,
                        const struct notation *notation, struct arena *arena);
const char *row_text(const struct table_head *head, const struct row *row, int column,
                     const struct notation *notation, struct arena *arena);
bool cell_is_right(enum cell_kind kind); /* aligned right? */
bool table_is_across(const struct table_head *head); /* too many columns for an upright sheet */
int cell_cmp(const struct cell *a, const struct cell *b); /* none last; text folded */
enum err sink_row(struct sink *sink, int64_t id, char mark, const struct cell *cells);

/* Rows kept in memory. */
struct table {
    struct arena arena;
    struct table_head head; /* copies */
    struct row *rows;       /* cells and text lie in the arena */
    size_t count, room;
    char *proof;            /* NULL = none */
};

void table_init(struct table *table);
void table_done(struct table *table);
struct sink table_sink(struct table *table); /* resets, then keeps what comes */
int table_column(const struct table_head *head, const char *name); /* -1 = none */
/* Stable; data rows only within their group; descending when `down`. Amounts come currency by
 * currency, both ways, `base` first: others are not more or less than each other. */
void table_sort(struct table *table, int column, bool down, struct currency base);

/* A sink in front of another: keeps only rows for which `keep` says true. See base/filter.h. */

#endif
