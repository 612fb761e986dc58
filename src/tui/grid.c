#include "tui/grid.h"
#include "base/arena.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define CELL_MAX 200
#define POINTER_CELLS 3 /* blank, pointer, mark of the row */
#define BOX_CELLS 4     /* "[x] " */

/* ---- rows ---- */

static void edit_load(struct grid *grid)
{
    const char *text = "";
    size_t max = grid->columns[grid->column].max;
    if (grid->row < grid->count)
        text = grid->rows[grid->row].texts[grid->column];
    grid->edit.text.max = max > 0 ? max : CELL_MAX;
    lineedit_set(&grid->edit, text);
    grid->edited = false;
}

static void text_set(char **slot, const char *text)
{
    size_t len = strlen(text) + 1;
    char *copy = mem_new(len, 1);
    memcpy(copy, text, len);
    free(*slot);
    *slot = copy;
}

/* The cell being typed into goes back into its row; was it changed? */
static bool edit_store(struct grid *grid)
{
    bool edited = grid->edited;
    if (grid->row < grid->count && edited) {
        text_set(&grid->rows[grid->row].texts[grid->column], lineedit_text(&grid->edit));
        grid->left_row = grid->row;
        grid->left_column = grid->column;
    }
    grid->edited = false;
    return edited;
}

static bool column_is_typed(const struct grid *grid, int column)
{
    return (grid->columns[column].flags & GRID_COMPUTED) == 0;
}

/* The next column that is typed, from `from` on in direction `by`; -1 = none. */
static int column_typed(const struct grid *grid, int from, int by)
{
    for (int i = from; i >= 0 && i < grid->column_count; i += by)
        if (column_is_typed(grid, i))
            return i;
    return -1;
}

void grid_init(struct grid *grid, const struct grid_column *columns, int count, unsigned flags)
{
    memset(grid, 0, sizeof *grid);
    must(count > 0);
    grid->columns = columns;
    grid->column_count = count;
    grid->flags = flags;
    grid->body_rows = 1;
    lineedit_init(&grid->edit, CELL_MAX);
    int first = column_typed(grid, 0, 1);
    grid->column = first >= 0 ? first : 0;
}

static void row_free(struct grid *grid, int row)
{
    for (int i = 0; i < grid->column_count; i++)
        free(grid->rows[row].texts[i]);
    free(grid->rows[row].texts);
}

void grid_done(struct grid *grid)
{
    grid_reset(grid);
    free(grid->rows);
    lineedit_done(&grid->edit);
}

void grid_reset(struct grid *grid)
{
    for (int i = 0; i < grid->count; i++)
        row_free(grid, i);
    grid->count = grid->row = grid->top = 0;
    int first = column_typed(grid, 0, 1);
    grid->column = first >= 0 ? first : 0;
    edit_load(grid);
}

int grid_add(struct grid *grid, int64_t id)
{
    if (grid->count == grid->room) {
        grid->room = grid->room * 2 + 8;
        grid->rows = mem_resize(grid->rows, (size_t)grid->room, sizeof *grid->rows);
    }
    struct grid_row *row = &grid->rows[grid->count];
    *row = (struct grid_row){.id = id, .mark = ' '};
    row->texts = mem_new((size_t)grid->column_count, sizeof *row->texts);
    for (int i = 0; i < grid->column_count; i++)
        text_set(&row->texts[i], "");
    return grid->count++;
}

static void row_remove(struct grid *grid, int row)
{
    must(row >= 0 && row < grid->count);
    row_free(grid, row);
    grid->count--;
    memmove(grid->rows + row, grid->rows + row + 1,
            (size_t)(grid->count - row) * sizeof *grid->rows);
    if (grid->row >= grid->count)
        grid->row = grid->count > 0 ? grid->count - 1 : 0;
    edit_load(grid);
}

void grid_set(struct grid *grid, int row, int column, const char *text)
{
    must(row >= 0 && row < grid->count && column >= 0 && column < grid->column_count);
    text_set(&grid->rows[row].texts[column], text);
    if (row == grid->row && column == grid->column)
        edit_load(grid);
}

const char *grid_text(const struct grid *grid, int row, int column)
{
    must(row >= 0 && row < grid->count && column >= 0 && column < grid->column_count);
    if (row == grid->row && column == grid->column && grid->edited)
        return lineedit_text(&grid->edit);
    return grid->rows[row].texts[column];
}

bool grid_row_is_blank(const struct grid *grid, int row)
{
    for (int i = 0; i < grid->column_count; i++)
        if (column_is_typed(grid, i) && !text_is_blank(grid_text(grid, row, i)))
            return false;
    return true;
}

void grid_to(struct grid *grid, int row, int column)
{
    edit_store(grid);
    if (row >= grid->count)
        row = grid->count - 1;
    grid->row = row > 0 ? row : 0;
    grid->column = column;
    edit_load(grid);
}

/* ---- keys ---- */

static unsigned go_to(struct grid *grid, int row, int column)
{
    unsigned left = edit_store(grid) ? REACT_LEFT : 0;
    grid->row = row;
    grid->column = column;
    edit_load(grid);
    return REACT_USED | REACT_REDRAW | left;
}

/* The cell was left, but there is none to go to: the form goes on. */
static unsigned go_out(struct grid *grid)
{
    unsigned left = edit_store(grid) ? REACT_LEFT : REACT_NONE;
    lineedit_set(&grid->edit, grid->count > 0 ? grid->rows[grid->row].texts[grid->column] : "");
    return left;
}

static unsigned next_cell(struct grid *grid)
{
    int column = column_typed(grid, grid->column + 1, 1);
    if (column >= 0)
        return go_to(grid, grid->row, column);
    if (grid->row + 1 < grid->count)
        return go_to(grid, grid->row + 1, column_typed(grid, 0, 1));
    return go_out(grid);
}

static unsigned previous_cell(struct grid *grid)
{
    int column = column_typed(grid, grid->column - 1, -1);
    if (column >= 0)
        return go_to(grid, grid->row, column);
    if (grid->row > 0)
        return go_to(grid, grid->row - 1, column_typed(grid, grid->column_count - 1, -1));
    return go_out(grid);
}

static unsigned entered(struct grid *grid)
{
    if ((grid->flags & GRID_GROWS) == 0) /* down the column: the next open item */
        return grid->row + 1 < grid->count ? go_to(grid, grid->row + 1, grid->column)
                                           : go_out(grid);
    if (grid_row_is_blank(grid, grid->row) && grid->row + 1 == grid->count)
        return go_out(grid); /* an empty last line: that is all */
    bool last = grid->row + 1 == grid->count && column_typed(grid, grid->column + 1, 1) < 0;
    if (!last)
        return next_cell(grid);
    int row = grid_add(grid, 0);
    return go_to(grid, row, column_typed(grid, 0, 1)) | REACT_CHANGED;
}

static unsigned removed(struct grid *grid)
{
    row_remove(grid, grid->row);
    if (grid->count == 0)
        grid_add(grid, 0);
    edit_load(grid);
    return REACT_USED | REACT_REDRAW | REACT_CHANGED;
}

static unsigned by_rows(struct grid *grid, int by)
{
    int row = grid->row + by;
    if ((row < 0 && grid->row == 0) || (row >= grid->count && grid->row == grid->count - 1))
        return by == 1 || by == -1 ? go_out(grid) : REACT_USED;
    row = row < 0 ? 0 : row >= grid->count ? grid->count - 1 : row;
    return go_to(grid, row, grid->column);
}

static unsigned typed(struct grid *grid, struct key key)
{
    if (!column_is_typed(grid, grid->column))
        return key_is_text(key) || key_is(key, KEYCODE_PASTED) ? REACT_USED | REACT_BEEP
                                                               : REACT_NONE;
    unsigned reaction = lineedit_key(&grid->edit, key);
    if ((reaction & REACT_CHANGED) != 0)
        grid->edited = true;
    return reaction & ~(unsigned)REACT_CHANGED;
}

static unsigned pasted_line(struct grid *grid)
{
    const bool grows = (grid->flags & GRID_GROWS) != 0;

    grid->beyond = !grows && grid->row + 1 == grid->count;
    if (grid->beyond)
        return REACT_USED | REACT_BEEP;
    if (grid->row + 1 < grid->count)
        return go_to(grid, grid->row + 1, grows ? column_typed(grid, 0, 1) : grid->column);
    const int row = grid_add(grid, 0);
    return go_to(grid, row, column_typed(grid, 0, 1)) | REACT_CHANGED;
}

/* Lines and cells of a spreadsheet come into ours; what there is no cell for is left out. */
static unsigned pasted(struct grid *grid, struct key key)
{
    if (key.rune == '\n')
        return pasted_line(grid);
    if (grid->beyond)
        return REACT_USED;
    if (key.rune != '\t')
        return typed(grid, key);
    const int column = column_typed(grid, grid->column + 1, 1);
    grid->beyond = column < 0;
    return column >= 0 ? go_to(grid, grid->row, column) : REACT_USED | REACT_BEEP;
}

unsigned grid_key(struct grid *grid, struct key key)
{
    if (grid->count == 0)
        return REACT_NONE;
    if (!key_is(key, KEYCODE_PASTED))
        grid->beyond = false;
    switch (key.code) {
    case KEYCODE_ENTER: return entered(grid);
    case KEYCODE_TAB: return next_cell(grid);
    case KEYCODE_BACKTAB: return previous_cell(grid);
    case KEYCODE_UP: return by_rows(grid, -1);
    case KEYCODE_DOWN: return by_rows(grid, 1);
    case KEYCODE_PGUP: return by_rows(grid, -grid->body_rows);
    case KEYCODE_PGDN: return by_rows(grid, grid->body_rows);
    case KEYCODE_PASTED: return pasted(grid, key);
    default: break;
    }
    if ((grid->flags & GRID_MARKS) != 0 && key_same(key, key_rune(' '))) {
        grid->rows[grid->row].marked = !grid->rows[grid->row].marked;
        return REACT_USED | REACT_REDRAW | REACT_CHANGED;
    }
    if ((grid->flags & GRID_GROWS) != 0 && key_same(key, key_ctrl('k')))
        return removed(grid);
    return typed(grid, key);
}

/* ---- the picture ---- */

struct layout {
    int gap, fill; /* cells between columns; width of the one that fills */
    int worth;     /* columns above it are left out */
};

static int prefix_cells(const struct grid *grid)
{
    return POINTER_CELLS + ((grid->flags & GRID_MARKS) != 0 ? BOX_CELLS : 0);
}

static int width_needed(const struct grid *grid, int worth, int gap)
{
    int width = 0;
    for (int i = 0; i < grid->column_count; i++)
        if (grid->columns[i].worth <= worth)
            width += grid->columns[i].cells + gap;
    return width;
}

static struct layout layout_make(const struct grid *grid, int width)
{
    struct layout layout = {.gap = 2};
    for (int i = 0; i < grid->column_count; i++)
        if (grid->columns[i].worth > layout.worth)
            layout.worth = grid->columns[i].worth;
    while (layout.worth > 0 && width_needed(grid, layout.worth, 1) > width)
        layout.worth--;
    if (width_needed(grid, layout.worth, 2) > width)
        layout.gap = 1;
    layout.fill = width - width_needed(grid, layout.worth, layout.gap);
    if (layout.fill < 0)
        layout.fill = 0;
    return layout;
}

static int cells_of(const struct grid *grid, struct layout layout, int column)
{
    const struct grid_column *it = &grid->columns[column];
    return it->cells + ((it->flags & GRID_FILLS) != 0 ? layout.fill : 0);
}

static void head_draw(const struct grid *grid, struct area area, struct layout layout)
{
    int x = area.x + prefix_cells(grid);
    for (int i = 0; i < grid->column_count; i++) {
        if (grid->columns[i].worth > layout.worth)
            continue;
        int cells = cells_of(grid, layout, i);
        if ((grid->columns[i].flags & GRID_RIGHT) != 0)
            draw_right(area.y, x, cells, STYLE_HEAD, grid->columns[i].title);
        else
            draw_text(area.y, x, cells, STYLE_HEAD, grid->columns[i].title);
        x += cells + layout.gap;
    }
}

static void cell_draw(struct grid *grid, int row, int column, int y, int x, int cells, bool focused)
{
    bool right = (grid->columns[column].flags & GRID_RIGHT) != 0;
    bool here = focused && row == grid->row && column == grid->column;
    const char *text = grid->rows[row].texts[column];
    if (!focused && column_is_typed(grid, column) && (grid->flags & GRID_GROWS) != 0 &&
        grid_row_is_blank(grid, row))
        for (int i = 0; i < cells; i++) /* a place to type in is seen to be one */
            draw_text(y, x + i, 1, STYLE_FIELD, "_");
    else if (here && column_is_typed(grid, column))
        lineedit_draw(&grid->edit, y, x, cells, right ? LINEEDIT_RIGHT : LINEEDIT_LEFT, true);
    else if (right)
        draw_right(y, x, cells, STYLE_NORMAL, text);
    else
        draw_text(y, x, cells, STYLE_NORMAL, text);
    if (here && !column_is_typed(grid, column))
        draw_cursor(y, x);
}

/* Is the focused cell one that has no room, and is typed over this one? */
static bool typed_over(const struct grid *grid, struct layout layout, int row, int column)
{
    const int next = column + 1;

    return next < grid->column_count && (grid->columns[next].flags & GRID_OVER) != 0 &&
           grid->columns[next].worth > layout.worth && row == grid->row && next == grid->column;
}

/* What is typed there, else the figure below it with the cursor. */
static void over_draw(struct grid *grid, int row, int column, int y, int x, int cells)
{
    if (*lineedit_text(&grid->edit)) {
        lineedit_draw(&grid->edit, y, x, cells, LINEEDIT_RIGHT, true);
        return;
    }
    draw_right(y, x, cells, STYLE_NORMAL, grid->rows[row].texts[column]);
    draw_cursor(y, x + cells);
}

static void row_draw(struct grid *grid, int row, int y, struct area area, struct layout layout,
                     bool focused)
{
    const struct grid_row *it = &grid->rows[row];
    int x = area.x + prefix_cells(grid);
    if (row == grid->row && focused)
        draw_text(y, area.x + 1, 1, STYLE_ACCENT, "▶");
    if (it->mark != ' ' && it->mark != 0) {
        char mark[2] = {it->mark, 0};
        draw_text(y, area.x + 2, 1, it->mark == '!' ? STYLE_BAD : STYLE_ACCENT, mark);
    }
    if ((grid->flags & GRID_MARKS) != 0)
        draw_text(y, area.x + POINTER_CELLS, 3, STYLE_NORMAL, it->marked ? "[x]" : "[ ]");
    for (int i = 0; i < grid->column_count; i++) {
        if (grid->columns[i].worth > layout.worth)
            continue;
        int cells = cells_of(grid, layout, i);
        if (focused && typed_over(grid, layout, row, i))
            over_draw(grid, row, i, y, x, cells);
        else
            cell_draw(grid, row, i, y, x, cells, focused);
        x += cells + layout.gap;
    }
}

void grid_draw(struct grid *grid, struct area area, bool focused)
{
    if (area.rows < 1)
        return;
    grid->body_rows = area.rows > 1 ? area.rows - 1 : 1;
    if (grid->top > grid->count - grid->body_rows)
        grid->top = grid->count > grid->body_rows ? grid->count - grid->body_rows : 0;
    if (grid->row < grid->top)
        grid->top = grid->row;
    if (grid->row >= grid->top + grid->body_rows)
        grid->top = grid->row - grid->body_rows + 1;
    /* one cell stays free behind the last column, for the cursor behind a figure */
    struct layout layout = layout_make(grid, area.columns - prefix_cells(grid));
    head_draw(grid, area, layout);
    for (int i = 0; i < area.rows - 1 && grid->top + i < grid->count; i++)
        row_draw(grid, grid->top + i, area.y + 1 + i, area, layout, focused);
}
