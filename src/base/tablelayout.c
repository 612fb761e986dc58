/* tablelayout: how the columns of a table share a width; part of page. */
#include "base/page.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define CURRENCY_COLUMN "currency"
#define TEXT_LEAST 8 /* a text column is not made narrower than this */

/* Where a text column stops to shrink; figures and codes are as wide as they are. */
static int full_cells(const struct column *column, int content)
{
    int title = text_width(column->title ? column->title : column->name);
    return content > title ? content : title;
}

static int least_cells(const struct column *column, int content)
{
    int full = full_cells(column, content);
    int least = column->width > 0 ? column->width : TEXT_LEAST;
    return column->kind == CELL_TEXT && least < full ? least : full;
}

static int places_cells(const struct column_place *places, int count, int gap)
{
    int cells = -gap;
    for (int i = 0; i < count; i++)
        if (places[i].shown)
            cells += places[i].cells + gap;
    return cells > 0 ? cells : 0;
}

int table_gap(const struct column_place *places, int count, int width)
{
    return places_cells(places, count, 2) <= width ? 2 : 1;
}

void table_currency_see(struct table_content *content, const struct table_head *head,
                        const struct row *row)
{
    const int at = content->mixed ? -1 : table_column(head, CURRENCY_COLUMN);
    const struct cell *cell = at >= 0 && row->kind == ROW_DATA ? &row->cells[at] : NULL;
    if (cell == NULL || cell->kind != CELL_CODE || cell->text[0] == 0)
        return;
    if (content->currency[0] == 0)
        snprintf(content->currency, sizeof content->currency, "%s", cell->text);
    content->mixed = strcmp(content->currency, cell->text) != 0;
}

/* What the layout needs in every step. */
struct layout {
    const struct column *columns;
    int count;
    const struct table_content *content;
    int width;
    struct column_place *places;
};

/* Figures of several currencies say nothing without theirs. */
static bool may_leave(const struct layout *layout, int column)
{
    const struct column *c = &layout->columns[column];
    return layout->places[column].shown && c->worth > 0 &&
           !(layout->content->mixed && strcmp(c->name, CURRENCY_COLUMN) == 0);
}

/* The column that is missed least, of all or of the empty ones; -1 when all others must stay. */
static int least_worthy(const struct layout *layout, bool empty)
{
    int found = -1;
    for (int i = 0; i < layout->count; i++)
        if (may_leave(layout, i) && (!empty || layout->content->cells[i] == 0) &&
            (found < 0 || layout->columns[i].worth >= layout->columns[found].worth))
            found = i;
    return found;
}

/* What is left over goes to the texts that are cut most, cell by cell; true when none is cut. */
static bool spare_share(const struct layout *layout, int gap)
{
    struct column_place *places = layout->places;
    const int count = layout->count, *cells = layout->content->cells;

    for (int i = 0; i < count; i++)
        places[i].cells = least_cells(&layout->columns[i], cells[i]);
    int spare = layout->width - places_cells(places, count, gap);
    for (;; spare--) {
        int neediest = -1, most = 0;
        for (int i = 0; i < count; i++) {
            int lacks = full_cells(&layout->columns[i], cells[i]) - places[i].cells;
            if (places[i].shown && lacks > most) {
                neediest = i;
                most = lacks;
            }
        }
        if (neediest < 0)
            return true;
        if (spare <= 0)
            return false;
        places[neediest].cells++;
    }
}

void table_layout(const struct column *columns, int count, const struct table_content *content,
                  int width, struct column_place *out)
{
    const struct layout layout = {columns, count, content, width, out};
    int leaves;

    for (int i = 0; i < count; i++)
        out[i] = (struct column_place){.shown = !(columns[i].flags & COLUMN_HIDDEN),
                                       .cells = least_cells(&columns[i], content->cells[i])};
    while (places_cells(out, count, 1) > width && (leaves = least_worthy(&layout, false)) >= 0)
        out[leaves].shown = false;
    /* room that empty columns leave is for texts, not for wider blanks */
    const int gap = table_gap(out, count, width);
    while (!spare_share(&layout, gap) && content->whole &&
           (leaves = least_worthy(&layout, true)) >= 0)
        out[leaves].shown = false;
}
