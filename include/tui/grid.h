/* grid: rows and columns of cells that are typed into: invoice lines, open items to be paid.
 *
 * Holds: one line editor, on the focused cell; computed columns and read-only rows are passed over.
 * With GRID_GROWS Enter on the last cell adds a row and Ctrl-K takes one away; with GRID_MARKS
 * Space marks the row ("[x]") and never types a blank. Cells and lines of a spreadsheet that are
 * pasted come into cells and rows.
 * Memory: embedded; grid_done gives back. Columns are borrowed. */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include "tui/draw.h"
#include "tui/lineedit.h"
#include "tui/reaction.h"

#include <stdint.h>

enum grid_column_flags {
    GRID_COMPUTED = 1, /* set by the owner, never typed */
    GRID_RIGHT = 2,    /* figures */
    GRID_PICK = 4,     /* F4 offers a list */
    GRID_FILLS = 8,    /* takes the width that is left over */
    GRID_OVER = 16,    /* where the width is too short for it, it is typed over the one before it */
};

struct grid_column {
    const char *title;
    int cells;
    unsigned flags;
    int worth;  /* 0 = always shown; higher ones leave first when the width is short */
    size_t max; /* bytes; 0 = 200 */
};

enum grid_flags { GRID_GROWS = 1, GRID_MARKS = 2 };

struct grid_row {
    int64_t id; /* the owner's */
    bool marked;
    char mark;    /* '!' '*' or ' ' */
    char **texts; /* one per column, owned; never NULL */
};

struct grid {
    const struct grid_column *columns;
    int column_count;
    unsigned flags;
    struct grid_row *rows;
    int count, room;
    int row, column;           /* focused */
    int top;                   /* first row shown */
    int body_rows;             /* at the last draw */
    int left_row, left_column; /* the cell that was left last with a new text */
    bool beyond;               /* of what is pasted, there is no cell for what comes */
    bool edited;               /* the focused cell was changed since it got the cursor */
    struct lineedit edit;
};

void grid_init(struct grid *grid, const struct grid_column *columns, int count, unsigned flags);
void grid_done(struct grid *grid);
void grid_reset(struct grid *grid);          /* no rows */
int grid_add(struct grid *grid, int64_t id); /* an empty row at the end; returns its place */
void grid_set(struct grid *grid, int row, int column, const char *text);
const char *grid_text(const struct grid *grid, int row, int column); /* as typed so far */
bool grid_row_is_blank(const struct grid *grid, int row);            /* nothing typed */
void grid_to(struct grid *grid, int row, int column);
/* At the ends Up, BackTab, Down, Tab and Enter are not used (REACT_NONE), so the form goes on.
 * REACT_LEFT when a changed cell was left: left_row and left_column say which.
 * REACT_CHANGED when a mark or a row changed: `row` is that row. */
unsigned grid_key(struct grid *grid, struct key key);
void grid_draw(struct grid *grid, struct area area, bool focused);

#endif
