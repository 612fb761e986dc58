/* listbox: a scrollable table: head line with sort mark, rows, fixed totals at the bottom.
 *
 * Knows columns and rows of base/table.h, not where they come from. Holds: the cursor stays on the
 * row's id over a reload, or on the nearest row; columns are laid out by table_layout; a figure is
 * never clipped; the hardware cursor is on the focused row.
 * Memory: embedded; listbox_done gives back. The head and the source are borrowed.
 * Fails with: what the source fails with; kept in `failed` until the next reload. */
#ifndef TUI_LISTBOX_H
#define TUI_LISTBOX_H

#include "base/page.h"
#include "base/sought.h"
#include "base/table.h"
#include "tui/draw.h"
#include "tui/motion.h"
#include "tui/reaction.h"

#include <stddef.h>
#include <stdint.h>

/* Where rows come from. A keyset-paged source gets `window` before rows are read: rows first to
 * first + count - 1 will be asked for, so it can go on from the page it has. Rows live until the
 * next window (in memory: as long as the table). */
struct listbox_source {
    size_t (*count)(void *self);
    enum err (*window)(void *self, size_t first, size_t count); /* NULL: all rows are at hand */
    const struct row *(*row)(void *self, size_t at);            /* NULL: there is none */
    bool (*find)(void *self, int64_t id, size_t *at);           /* NULL: found by looking */
    const struct row *(*total)(void *self, size_t nth); /* NULL, or returns it behind the last */
    /* The next row from `at` (inclusive) in direction +1 or -1 that has what is sought. NULL: found
     * by looking at each row. */
    bool (*search)(void *self, size_t at, int direction, const struct sought *sought,
                   size_t *found);
    void *self;
};

struct listbox {
    struct listbox_source source;
    const struct table_head *head;
    uint64_t head_hash; /* of the column names: the same ones after a reload? */
    const struct notation *notation;
    size_t count;    /* rows at the last reload */
    size_t at, top;  /* focused row; first row shown */
    int64_t id;      /* of the focused row, 0 = none */
    int column;      /* chosen: sort, filter and group mean this one */
    int sort_column; /* -1 = as it came */
    bool sort_down;
    struct sought sought; /* a text in one cell, and amounts in some; empty = no search */
    struct arena searched; /* its texts */
    const char *empty;   /* said when there are no rows: "No open items." */
    const char *message; /* why the last key was refused, or what else is to be said; or NULL */
    enum err failed;
    int body_rows;      /* at the last draw: what a page is */
    struct table_content content; /* of the rows that were seen */
    struct column_place *places;
    int64_t *marked; /* ids */
    size_t marked_count, marked_room;
    struct arena scratch;
};

void listbox_init(struct listbox *box, const struct notation *notation);
void listbox_done(struct listbox *box);
/* Shows this source. Keeps cursor (by id), marks, chosen column and sort when the columns are the
 * same ones as before, else starts at the top. Call it after every load. */
void listbox_show(struct listbox *box, const struct table_head *head, struct listbox_source source);
/* Where one is in a list whose rows come again under other columns: taken before they are loaded,
 * given back behind listbox_show, which is then to be called once more. Columns are known by name.
 */
struct listbox_place {
    char column[40], sort[40];
    bool sort_down;
    int64_t id;
    int64_t *marked; /* moved here and back */
    size_t marked_count, marked_room;
};
void listbox_place_take(struct listbox *box, struct listbox_place *out);
void listbox_place_give(struct listbox *box, const struct listbox_place *place);
/* Rows of a table in memory; a last ROW_TOTAL row, or the COLUMN_TOTAL sums, are the total. */
struct listbox_table {
    struct table *table;
    bool part; /* more rows are to be loaded: what is here has no total */
    struct row total;
    struct arena arena;
};
struct listbox_source listbox_table_source(struct listbox_table *self, struct table *table);
void listbox_table_done(struct listbox_table *self);

unsigned listbox_go(struct listbox *box, enum motion motion); /* enum reaction flags */
bool listbox_to_id(struct listbox *box, int64_t id);
/* To the first match from here on: amounts as base/sought.h reads them, the rest as it stands. */
unsigned listbox_search(struct listbox *box, const char *text);
/* Marks every word and amount that is sought, and goes nowhere. */
enum err listbox_mark(struct listbox *box, const char *text, struct note *note);
const struct row *listbox_row(struct listbox *box); /* focused; NULL when empty */
bool listbox_is_marked(const struct listbox *box, int64_t id);
const struct row *listbox_marked_row(struct listbox *box, size_t nth); /* NULL when it is gone */
void listbox_draw(struct listbox *box, struct area area);

#endif
