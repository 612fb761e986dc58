/* listdraw: the picture of a listbox: titles, rows, pinned totals, what was left out. */
#include "base/text.h"
#include "tui/listparts.h"

#define PREFIX_CELLS 3 /* tag, pointer, mark of the row */

/* Amounts of several currencies are sorted within each: the column that says so too, or -1. */
static int currency_sorted(const struct listbox *box)
{
    const bool within = box->sort_column >= 0 && box->content.mixed &&
                        box->head->columns[box->sort_column].kind == CELL_MONEY;

    return within ? table_column(box->head, "currency") : -1;
}

static void head_draw(struct listbox *box, struct area area, int gap)
{
    const int by_currency = currency_sorted(box);
    int x = area.x + PREFIX_CELLS;
    draw_text(area.y, area.x, area.columns, STYLE_HEAD, "");
    for (int i = 0; i < box->head->count; i++) {
        const struct column *column = &box->head->columns[i];
        if (!box->places[i].shown)
            continue;
        const char *mark = i == by_currency         ? "▲"
                           : i != box->sort_column ? ""
                           : box->sort_down        ? "▼"
                                                   : "▲";
        const char *title = arena_format(&box->scratch, "%s%s", column->title, mark);
        unsigned style = i == box->column ? STYLE_ACCENT : STYLE_HEAD;
        if (cell_is_right(column->kind) && text_width(title) <= box->places[i].cells)
            draw_right(area.y, x, box->places[i].cells, style, title);
        else
            draw_text(area.y, x, box->places[i].cells, style, title);
        x += box->places[i].cells + gap;
    }
}

static unsigned look_of(const struct row *row)
{
    switch (row->kind) {
    case ROW_GROUP: return STYLE_TITLE;
    case ROW_SUBTOTAL:
    case ROW_TOTAL: return STYLE_TOTAL;
    default: return STYLE_NORMAL;
    }
}

/* A text with the words in it marked; of a figure that fits an amount all of it. */
static void cell_draw(struct listbox *box, const struct cell *cell, int y, int x, int cells,
                      unsigned style, const char *text)
{
    const struct sought *sought = &box->sought;
    unsigned match = STYLE_MATCH | (style & STYLE_SELECTED);
    for (int i = 0; i < sought->amount_count; i++)
        if (listbox_amount_fits(&sought->amounts[i], cell)) {
            draw_text(y, x, cells, match, text);
            return;
        }
    draw_matched_all(y, x, cells, style, text, sought->words, sought->word_count);
}

static void cells_draw(struct listbox *box, const struct row *row, int y, struct area area, int gap,
                       unsigned style)
{
    const struct table_head *head = box->head;
    const char **texts = arena_new(&box->scratch, ((size_t)head->count + 1) * sizeof *texts);
    struct total_label label = {-1, -1, 0};
    int x = area.x + PREFIX_CELLS;

    for (int i = 0; i < head->count; i++)
        texts[i] = listbox_shown(box, row, i);
    if (row->kind != ROW_DATA)
        label = table_total_label(head, box->places, texts, gap);
    for (int i = 0; i < head->count; i++) {
        const int cells = box->places[i].cells, width = text_width(texts[i]);
        if (!box->places[i].shown)
            continue;
        if (label.at >= 0 && i == label.at) {
            draw_text(y, x, label.room, style, texts[label.from]);
        } else if (label.at >= 0 && (i == label.from || width == 0)) {
            /* drawn at its place already, or run over by what was */
        } else if (cell_is_right(row->cells[i].kind)) {
            draw_right(y, x, cells, style, texts[i]);
            if (!sought_is_empty(&box->sought) && width <= cells)
                cell_draw(box, &row->cells[i], y, x + cells - width, width, style, texts[i]);
        } else {
            cell_draw(box, &row->cells[i], y, x, cells, style, texts[i]);
        }
        x += cells + gap;
    }
}

static void row_draw(struct listbox *box, const struct row *row, int y, struct area area, int gap,
                     bool focused)
{
    unsigned chosen = focused ? STYLE_SELECTED : 0;
    unsigned style = look_of(row) | chosen;
    draw_text(y, area.x, area.columns, style, "");
    if (row->id != 0 && listbox_is_marked(box, row->id))
        draw_text(y, area.x, 1, STYLE_ACCENT | chosen, "+");
    if (focused)
        draw_text(y, area.x + 1, 1, style, "▶");
    if (row->mark != ' ' && row->mark != 0) {
        char mark[2] = {row->mark, 0};
        draw_text(y, area.x + 2, 1, (row->mark == '!' ? STYLE_BAD : STYLE_ACCENT) | chosen, mark);
    }
    if (row->kind == ROW_GROUP)
        draw_text(y, area.x + PREFIX_CELLS - 1, area.columns - PREFIX_CELLS + 1, style,
                  listbox_shown(box, row, 0));
    else
        cells_draw(box, row, y, area, gap, style);
}

static void top_follow(struct listbox *box)
{
    size_t body = (size_t)box->body_rows;
    if (box->count <= body)
        box->top = 0;
    else if (box->top > box->count - body)
        box->top = box->count - body;
    if (box->at < box->top)
        box->top = box->at;
    else if (box->at >= box->top + body)
        box->top = box->at - body + 1;
}

/* How many totals are pinned: all, or none when the rows would have too little room. */
static int totals_pinned(struct listbox *box, struct area area)
{
    int count = 0;

    if (box->source.total == NULL || box->count == 0)
        return 0;
    while (box->source.total(box->source.self, (size_t)count) != NULL)
        count++;
    return area.rows > 2 + count && area.rows - 2 - count >= count ? count : 0;
}

/* The rule below the titles; on it, what a row lacks here to add up. */
static void rule_draw(struct listbox *box, struct area area)
{
    struct buf said;

    draw_rule(area.y + 1, area.x, area.columns);
    buf_init(&said, 4096);
    table_left_out(&said, box->head, &box->content, box->places, area.columns - 2 * PREFIX_CELLS);
    if (said.len) {
        const int cells = text_width(said.data);
        draw_text(area.y + 1, area.x + area.columns - cells - 3, cells + 2, STYLE_DIM,
                  arena_format(&box->scratch, " %s ", said.data));
    }
    buf_done(&said);
}

static void rows_draw(struct listbox *box, struct area area, int body, int gap)
{
    for (int i = 0; i < body; i++) {
        const struct row *row = listbox_row_at(box, box->top + (size_t)i);
        if (row == NULL)
            break;
        bool focused = box->top + (size_t)i == box->at;
        row_draw(box, row, area.y + 2 + i, area, gap, focused);
        if (focused)
            draw_cursor(area.y + 2 + i, area.x + 1);
    }
}

void listbox_draw(struct listbox *box, struct area area)
{
    if (box->head == NULL || area.rows < 1)
        return;
    const int totals = totals_pinned(box, area), body = area.rows - 2 - totals;
    const int width = area.columns - PREFIX_CELLS - 1;
    box->body_rows = body > 0 ? body : 1;
    top_follow(box);
    arena_reset(&box->scratch);
    enum err e = listbox_fetch(box, box->top, (size_t)box->body_rows);
    for (int i = 0; i < body && e == ERR_OK; i++)
        listbox_measure(box, listbox_row_at(box, box->top + (size_t)i));
    const int within = currency_sorted(box);
    if (within >= 0 && box->content.cells[within] <= text_width(box->head->columns[within].title))
        box->content.cells[within] = text_width(box->head->columns[within].title) + 1;
    table_layout(box->head->columns, box->head->count, &box->content, width, box->places);
    const int gap = table_gap(box->places, box->head->count, width);
    head_draw(box, area, gap);
    if (area.rows > 1)
        rule_draw(box, area);
    draw_cursor(area.y + 2 < area.y + area.rows ? area.y + 2 : area.y, area.x + 1);
    if (box->count == 0)
        draw_run(area.y + 2, area.x + PREFIX_CELLS, width, STYLE_DIM, box->empty);
    if (e == ERR_OK)
        rows_draw(box, area, body, gap);
    for (int i = 0; i < totals; i++)
        row_draw(box, box->source.total(box->source.self, (size_t)i),
                 area.y + area.rows - totals + i, area, gap, false);
}
