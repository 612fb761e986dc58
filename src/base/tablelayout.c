/* tablelayout: how the columns of a table share a width; part of page. */
#include "base/page.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define CURRENCY_COLUMN "currency"
enum {
    TEXT_LEAST = 8, /* a text column is not made narrower than this */
    TEXT_WORD = 12, /* what is as short as a word is not cut */
    CODE_LONG = 20, /* a code that is longer, and must stay, is cut when nothing else helps */
    CODE_LEAST = 12,
    WHY_WEIGHT = 2 /* a reason is given so many cells where another text is given one */
};

/* What the layout needs in every step. */
struct layout {
    const struct column *columns;
    int count;
    const struct table_content *content;
    int width;
    struct column_place *places;
};

static const char *title_of(const struct column *column)
{
    return column->title ? column->title : column->name;
}

static int full_cells(const struct column *column, int content)
{
    const int title = text_width(title_of(column));
    return content > title ? content : title;
}

/* May that column be cut? A code that is the last column pushes nothing. */
static bool gives(const struct layout *layout, int i)
{
    const struct column *column = &layout->columns[i];

    return column->kind == CELL_TEXT ||
           (column->kind == CELL_CODE && column->worth == 0 &&
            layout->content->cells[i] > CODE_LONG && i + 1 < layout->count);
}

/* Where a column stops to shrink; figures and most codes are as wide as they are. */
static int least_cells(const struct layout *layout, int i)
{
    const struct column *column = &layout->columns[i];
    const int content = layout->content->cells[i], full = full_cells(column, content);
    int least = column->kind == CELL_CODE ? CODE_LEAST : TEXT_LEAST;

    if (column->width > 0)
        least = column->width;
    else if (content > least && content <= TEXT_WORD)
        least = content;
    return gives(layout, i) && least < full ? least : full;
}

/* What says why the rest is as it is gives last. */
static int weight_of(const struct column *column)
{
    static const char *const whys[] = {"why", "reason", "skipped"};

    for (size_t i = 0; i < sizeof whys / sizeof *whys; i++)
        if (strcmp(column->name, whys[i]) == 0)
            return WHY_WEIGHT;
    return 1;
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

static bool cell_says(const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NONE: return false;
    case CELL_TEXT:
    case CELL_CODE:
    case CELL_BAR: return cell->text[0] != 0;
    case CELL_MONEY: return cell->money.minor != 0;
    case CELL_DATE: return true;
    default: return cell->number != 0;
    }
}

void table_content_see(struct table_content *content, const struct table_head *head,
                       const struct row *row)
{
    if (row->kind != ROW_DATA)
        return;
    content->any = true;
    for (int i = 0; i < head->count && content->says != NULL; i++)
        content->says[i] = content->says[i] || cell_says(&row->cells[i]);
    const int at = content->mixed ? -1 : table_column(head, CURRENCY_COLUMN);
    const struct cell *cell = at >= 0 ? &row->cells[at] : NULL;
    if (cell == NULL || cell->kind != CELL_CODE || cell->text[0] == 0)
        return;
    if (content->currency[0] == 0)
        snprintf(content->currency, sizeof content->currency, "%s", cell->text);
    content->mixed = strcmp(content->currency, cell->text) != 0;
}

bool table_says_nothing(const struct table_content *content, int column)
{
    if (content->says != NULL)
        return content->whole && content->any && !content->says[column];
    return content->whole && content->cells[column] == 0;
}

/* Figures of several currencies say nothing without theirs. */
static bool must_stay(const struct layout *layout, int column)
{
    return column + 1 == layout->content->chosen ||
           (layout->content->mixed && strcmp(layout->columns[column].name, CURRENCY_COLUMN) == 0);
}

/* The column that is missed least; of the empty ones, which say nothing in any row, also one that
 * would always be shown. -1 when all others must stay. */
static int least_worthy(const struct layout *layout, bool empty)
{
    const struct column *columns = layout->columns;
    const int *cells = layout->content->cells;
    int found = -1;

    for (int i = 0; i < layout->count; i++)
        if (layout->places[i].shown && !must_stay(layout, i) &&
            (empty ? cells[i] == 0 : columns[i].worth > 0) &&
            (found < 0 || columns[i].worth >= columns[found].worth))
            found = i;
    return found;
}

/* When all that is left ought to stay: what says nothing, then texts, then figures, from the right;
 * what a row is called by and its last figure stay. */
static int last_resort(const struct layout *layout)
{
    int found = -1, first = -1, figure = -1, rank_found = 0;

    for (int i = 0; i < layout->count; i++) {
        if (!layout->places[i].shown)
            continue;
        first = first < 0 ? i : first;
        figure = cell_is_right(layout->columns[i].kind) ? i : figure;
    }
    for (int i = 0; i < layout->count; i++) {
        if (!layout->places[i].shown || must_stay(layout, i) || i == first || i == figure)
            continue;
        const int rank = table_says_nothing(layout->content, i)    ? 3
                         : !cell_is_right(layout->columns[i].kind) ? 2
                                                                   : 1;
        if (rank >= rank_found) {
            found = i;
            rank_found = rank;
        }
    }
    return found;
}

static int next_leaving(const struct layout *layout)
{
    const int leaves = least_worthy(layout, false);

    return leaves < 0 ? last_resort(layout) : leaves;
}

/* What is left over goes to the narrowest text that is cut, cell by cell: the widest gives most.
 * True when none is cut. */
static bool spare_share(const struct layout *layout, int gap)
{
    struct column_place *places = layout->places;
    const struct column *columns = layout->columns;
    const int count = layout->count, *cells = layout->content->cells;

    for (int i = 0; i < count; i++)
        places[i].cells = least_cells(layout, i);
    int spare = layout->width - places_cells(places, count, gap);
    for (;; spare--) {
        int narrowest = -1;
        for (int i = 0; i < count; i++)
            if (places[i].shown && full_cells(&columns[i], cells[i]) > places[i].cells &&
                (narrowest < 0 || places[i].cells * weight_of(&columns[narrowest]) <
                                      places[narrowest].cells * weight_of(&columns[i])))
                narrowest = i;
        if (narrowest < 0)
            return true;
        if (spare <= 0)
            return false;
        places[narrowest].cells++;
    }
}

/* The worthiest of the columns that were left out and now find room without a text being cut. */
static int next_returning(const struct layout *layout)
{
    const struct column *columns = layout->columns;
    const int *cells = layout->content->cells;
    int found = -1, used = 0;

    for (int i = 0; i < layout->count; i++)
        if (layout->places[i].shown)
            used += full_cells(&columns[i], cells[i]) + 1;
    for (int i = 0; i < layout->count; i++)
        if (!layout->places[i].shown && !(columns[i].flags & COLUMN_HIDDEN) && cells[i] > 0 &&
            used + full_cells(&columns[i], cells[i]) <= layout->width &&
            (found < 0 || columns[i].worth < columns[found].worth))
            found = i;
    return found;
}

static bool any_left_out(const struct layout *layout)
{
    for (int i = 0; i < layout->count; i++)
        if (!layout->places[i].shown && !(layout->columns[i].flags & COLUMN_HIDDEN) &&
            layout->content->cells[i] > 0)
            return true;
    return false;
}

/* Room that empty columns leave is for texts that are cut, then for what was left out, not for
 * wider blanks. Returns the blanks between columns then. */
static int empty_leave(const struct layout *layout, int gap)
{
    struct column_place *places = layout->places;
    int column;

    while ((!spare_share(layout, gap) || any_left_out(layout)) &&
           (column = least_worthy(layout, true)) >= 0)
        places[column].shown = false;
    for (; (column = next_returning(layout)) >= 0; gap = 1)
        places[column].shown = true;
    return gap;
}

void table_layout(const struct column *columns, int count, const struct table_content *content,
                  int width, struct column_place *out)
{
    const struct layout layout = {columns, count, content, width, out};
    int leaves;

    for (int i = 0; i < count; i++)
        out[i] = (struct column_place){.shown = !(columns[i].flags & COLUMN_HIDDEN),
                                       .cells = least_cells(&layout, i)};
    while (places_cells(out, count, 1) > width && (leaves = next_leaving(&layout)) >= 0)
        out[leaves].shown = false;
    const int gap = table_gap(out, count, width);
    spare_share(&layout, content->whole ? empty_leave(&layout, gap) : gap);
    for (int i = 0; i < count; i++)
        out[i].cut = columns[i].kind == CELL_TEXT || out[i].cells < content->cells[i];
}
