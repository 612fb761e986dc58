/* tablelayout: how the columns of a table share a width; part of page. */
#include "base/page.h"

#include "base/text.h"

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

/* The column that is missed least; -1 when all that are left must stay. */
static int least_worthy(const struct column *columns, int count, const struct column_place *places)
{
    int found = -1;
    for (int i = 0; i < count; i++)
        if (places[i].shown && columns[i].worth > 0 &&
            (found < 0 || columns[i].worth >= columns[found].worth))
            found = i;
    return found;
}

void table_layout(const struct column *columns, int count, const int *content_cells, int width,
                  struct column_place *out)
{
    for (int i = 0; i < count; i++)
        out[i] = (struct column_place){.shown = !(columns[i].flags & COLUMN_HIDDEN),
                                       .cells = least_cells(&columns[i], content_cells[i])};
    while (places_cells(out, count, 1) > width) {
        int leaves = least_worthy(columns, count, out);
        if (leaves < 0)
            break;
        out[leaves].shown = false;
    }
    /* What is left over goes to the texts that are cut most, cell by cell. */
    int spare = width - places_cells(out, count, table_gap(out, count, width));
    for (; spare > 0; spare--) {
        int neediest = -1, most = 0;
        for (int i = 0; i < count; i++) {
            int lacks = full_cells(&columns[i], content_cells[i]) - out[i].cells;
            if (out[i].shown && lacks > most) {
                neediest = i;
                most = lacks;
            }
        }
        if (neediest < 0)
            break;
        out[neediest].cells++;
    }
}
