/* tableline: one row of a laid out table as a line, and what is said of columns left out; part of
 * page. */
#include "base/page.h"

#include "base/text.h"

#include <string.h>

static bool has_figure(const struct table_head *head, const char *const *texts, int column)
{
    return texts[column][0] != 0 && cell_is_right(head->columns[column].kind);
}

/* The cells from column `at` to the next that says something: a name runs over empty ones. */
static int label_room(const struct table_head *head, const struct column_place *places,
                      const char *const *texts, int at, int gap)
{
    int room = places[at].cells;

    for (int i = at + 1; i < head->count; i++) {
        if (!places[i].shown)
            continue;
        if (texts[i][0] != 0) {
            const int spare = places[i].cells - text_width(texts[i]);
            return room + (has_figure(head, texts, i) && spare > 0 ? spare : 0);
        }
        room += gap + places[i].cells;
    }
    return room;
}

/* The free place that fits a label best: a text before a code, left of what the row counts. */
static int label_place(const struct table_head *head, const struct column_place *places,
                       const char *const *texts, int from)
{
    int at = -1, behind = -1;
    bool counted = false;

    for (int i = 0; i < head->count; i++) {
        const bool text = head->columns[i].kind == CELL_TEXT;
        if (!places[i].shown)
            continue;
        if (i == from && !counted)
            return i;
        if (has_figure(head, texts, i))
            counted = true;
        if (texts[i][0] != 0)
            continue;
        if (counted && behind < 0 && !cell_is_right(head->columns[i].kind))
            behind = i;
        if (!counted && (at < 0 || (text && head->columns[at].kind != CELL_TEXT)))
            at = i;
    }
    return at >= 0 || places[from].shown ? at : behind;
}

/* What calls the row by a name: what was left out needs a place; a day is none. */
static int label_source(const struct table_head *head, const struct column_place *places,
                        const char *const *texts)
{
    int best = -1, rank_best = 0;

    for (int i = 0; i < head->count; i++) {
        const struct column *column = &head->columns[i];
        if (texts[i][0] == 0 || cell_is_right(column->kind) || column->flags & COLUMN_HIDDEN)
            continue;
        const bool names = column->kind == CELL_TEXT || column->kind == CELL_CODE;
        const int rank = !names || strcmp(column->name, "currency") == 0 ? 1
                         : places[i].shown                               ? 2
                                                                         : 3;
        if (rank > rank_best) {
            best = i;
            rank_best = rank;
        }
    }
    return best;
}

struct total_label table_total_label(const struct table_head *head,
                                     const struct column_place *places, const char *const *texts,
                                     int gap)
{
    struct total_label label = {-1, -1, 0};

    label.from = label_source(head, places, texts);
    if (label.from < 0)
        return label;
    label.at = label_place(head, places, texts, label.from);
    if (label.at >= 0)
        label.room = label_room(head, places, texts, label.at, gap);
    return label;
}

/* Puts one column; returns by how much the line is displaced behind it. */
static int column_put(struct buf *out, const struct column *column,
                      const struct column_place *place, const char *text, bool cut, int over)
{
    const int cells = place->cells;
    int width = text_width(text), fit = cells > over ? cells - over : 0;

    if (cut && width > cells)
        width = cells;
    if (cut && width > fit && over > 0)
        fit = width;
    if (width > fit) {
        buf_text(out, text);
        return over + width - cells;
    }
    text_fit(out, text, fit, cell_is_right(column->kind));
    return over + fit - cells;
}

void table_line(struct buf *out, const struct table_head *head, const struct column_place *places,
                const char *const *texts, int gap, bool total)
{
    const struct total_label label =
        total ? table_total_label(head, places, texts, gap) : (struct total_label){-1, -1, 0};
    struct buf name;
    int over = 0;
    bool first = true;

    buf_init(&name, 4096);
    for (int i = 0; i < head->count; i++) {
        const bool labelled = label.at >= 0 && i == label.at;
        const char *text = label.at >= 0 && i == label.from ? "" : texts[i];
        if (!places[i].shown)
            continue;
        if (!first)
            buf_fill(out, ' ', (size_t)gap);
        first = false;
        if (labelled) {
            const int width = text_width(texts[label.from]);
            text_fit(&name, texts[label.from], width < label.room ? width : label.room, false);
            text = name.data;
        }
        over =
            column_put(out, &head->columns[i], &places[i], text, places[i].cut && !labelled, over);
    }
    buf_done(&name);
}

void table_left_out(struct buf *out, const struct table_head *head,
                    const struct table_content *content, const struct column_place *places,
                    int cells)
{
    struct buf said;
    bool any = false;

    buf_init(&said, 4096);
    for (int i = 0; i < head->count; i++) {
        const struct column *column = &head->columns[i];
        if (places[i].shown || !(column->flags & COLUMN_ADDS) || column->flags & COLUMN_HIDDEN ||
            table_says_nothing(content, i))
            continue;
        buf_format(&said, "%s%s",
                   any ? ", " : "not shown: ", column->title ? column->title : column->name);
        any = true;
    }
    const int width = any ? text_width(said.data) : 0;
    if (any && cells > 0)
        text_fit(out, said.data, width < cells ? width : cells, false);
    buf_done(&said);
}
