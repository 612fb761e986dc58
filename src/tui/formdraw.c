#include "tui/form.h"

#include "base/text.h"

#include <string.h>

/* How a form looks: labels in one column, boxes in the next, what they mean to the right. A grid
 * takes the lines that the others leave. */

#define LABEL_CELLS_MAX 24
#define GRID_ROWS_MIN 4

static int label_cells(const struct form *form)
{
    int most = 0;
    for (int i = 0; i < form->count; i++) {
        int width = text_width(form->fields[i].label);
        if (width > most)
            most = width;
    }
    return most < LABEL_CELLS_MAX ? most : LABEL_CELLS_MAX;
}

static int gap_rows(const struct form_field *field)
{
    return (field->flags & FORM_GAP) != 0 || field->grid != NULL ? 1 : 0;
}

/* Lines of each grid when the area has `rows`: what is left, shared alike. */
static int grid_rows(const struct form *form, int rows)
{
    int grids = 0;
    for (int i = 0; i < form->count; i++) {
        rows -= gap_rows(&form->fields[i]);
        if (form->fields[i].grid != NULL)
            grids++;
        else
            rows--;
    }
    if (grids == 0)
        return 0;
    return rows / grids > GRID_ROWS_MIN ? rows / grids : GRID_ROWS_MIN;
}

static int field_rows(const struct form_field *field, int grid)
{
    return field->grid != NULL ? grid : 1;
}

/* Scrolls so that the focused field is inside. */
static void top_follow(struct form *form, int rows, int grid)
{
    int y = 0;
    for (int i = 0; i < form->at; i++)
        y += gap_rows(&form->fields[i]) + field_rows(&form->fields[i], grid);
    int end = y + gap_rows(&form->fields[form->at]) + field_rows(&form->fields[form->at], grid);
    if (end > form->top + rows)
        form->top = end - rows;
    if (y < form->top)
        form->top = y;
}

static void line_draw(struct form *form, int at, int y, struct area area, int labels)
{
    struct form_field *field = &form->fields[at];
    bool focused = at == form->at;
    int x = area.x + 1 + labels + 2;
    int room = area.x + area.columns - x - 1;
    int cells = field->cells < room ? field->cells : room;
    enum lineedit_look look = (field->flags & FORM_SECRET) != 0  ? LINEEDIT_SECRET
                              : (field->flags & FORM_RIGHT) != 0 ? LINEEDIT_RIGHT
                                                                 : LINEEDIT_LEFT;
    draw_text(y, area.x + 1, labels, focused ? STYLE_TITLE : STYLE_NORMAL, field->label);
    if (field->choices != NULL) /* a word as a whole: the cursor is behind what was typed of it */
        field->edit.at = strlen(field->typed) < field->edit.text.len ? strlen(field->typed) : 0;
    if ((field->flags & FORM_FIXED) != 0)
        draw_run(y, x, cells, STYLE_NORMAL, lineedit_text(&field->edit));
    else
        lineedit_draw(&field->edit, y, x, cells, look, focused);
    x += cells + 2;
    room -= cells + 2;
    if (field->error != NULL) {
        x += draw_run(y, x, room, STYLE_BAD, "! ");
        draw_run(y, x, room - 2, STYLE_BAD, field->error);
    } else if (field->hint != NULL) {
        draw_run(y, x, room, STYLE_NORMAL, field->hint);
    } else if (focused && field->choices != NULL) {
        draw_run(y, x, room, STYLE_DIM, "Space changes");
    } else if (focused && (field->flags & FORM_PICK) != 0) {
        draw_run(y, x, room, STYLE_DIM, "F4 lists");
    }
}

void form_draw(struct form *form, struct area area)
{
    if (form->count == 0 || area.rows < 1)
        return;
    int labels = label_cells(form);
    int grid = grid_rows(form, area.rows);
    top_follow(form, area.rows, grid);
    int y = area.y - form->top;
    for (int i = 0; i < form->count; i++) {
        struct form_field *field = &form->fields[i];
        y += gap_rows(field);
        int rows = field_rows(field, grid);
        if (field->grid != NULL && y >= area.y && y < area.y + area.rows) {
            int left = area.y + area.rows - y;
            struct area inside = {
                .y = y, .x = area.x, .rows = rows < left ? rows : left, .columns = area.columns};
            grid_draw(field->grid, inside, i == form->at);
        } else if (field->grid == NULL && y >= area.y && y < area.y + area.rows) {
            line_draw(form, i, y, area, labels);
        }
        y += rows;
    }
    if (y > area.y + area.rows) /* there are fields below */
        draw_right(area.y + area.rows - 1, area.x, area.columns - 1, STYLE_DIM, "▼ more");
}
