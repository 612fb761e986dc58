#include "tui/listbox.h"
#include "base/text.h"
#include "tui/listparts.h"
#include "tui/term.h"

#include <stdlib.h>
#include <string.h>

#define PREFIX_CELLS 3     /* tag, pointer, mark of the row */
#define MEASURED_ROWS 1000 /* of a table in memory: widths do not jump while scrolling */

void listbox_init(struct listbox *box, const struct notation *notation)
{
    memset(box, 0, sizeof *box);
    box->notation = notation;
    box->sort_column = -1;
    box->body_rows = 1;
    box->empty = "Nothing here.";
}

void listbox_done(struct listbox *box)
{
    free(box->content.cells);
    free(box->places);
    free(box->marked);
    arena_done(&box->scratch);
    arena_done(&box->searched);
}

/* ---- rows ---- */

enum err listbox_fetch(struct listbox *box, size_t first, size_t count)
{
    if (first + count > box->count)
        count = box->count > first ? box->count - first : 0;
    if (box->source.window == NULL || count == 0)
        return ERR_OK;
    enum err e = box->source.window(box->source.self, first, count);
    if (e != ERR_OK)
        box->failed = e;
    return e;
}

const struct row *listbox_row_at(struct listbox *box, size_t at)
{
    return at < box->count ? box->source.row(box->source.self, at) : NULL;
}

const struct row *listbox_row(struct listbox *box)
{
    if (box->at >= box->count || listbox_fetch(box, box->at, 1) != ERR_OK)
        return NULL;
    return listbox_row_at(box, box->at);
}

static bool find_id(struct listbox *box, int64_t id, size_t *at)
{
    if (id == 0)
        return false;
    if (box->source.find != NULL)
        return box->source.find(box->source.self, id, at);
    for (size_t i = 0; i < box->count && box->source.window == NULL; i++) {
        const struct row *row = listbox_row_at(box, i);
        if (row != NULL && row->id == id) {
            *at = i;
            return true;
        }
    }
    return false;
}

void listbox_at_set(struct listbox *box, size_t at)
{
    box->at = box->count == 0 ? 0 : at < box->count ? at : box->count - 1;
    const struct row *row = listbox_row(box);
    box->id = row != NULL ? row->id : 0;
}

/* ---- widths ---- */

const char *listbox_shown(struct listbox *box, const struct row *row, int column)
{
    return cell_show(&row->cells[column], box->notation, &box->scratch);
}

static void row_measure(struct listbox *box, const struct row *row)
{
    if (row == NULL || row->kind == ROW_GROUP)
        return;
    for (int i = 0; i < box->head->count; i++) {
        int width = text_width(listbox_shown(box, row, i));
        if (width > box->content.cells[i])
            box->content.cells[i] = width;
    }
    table_currency_see(&box->content, box->head, row);
}

/* The title of the column that is sorted by has room for the mark. */
static void title_measure(struct listbox *box)
{
    const int at = box->sort_column;
    const int width = at >= 0 ? text_width(box->head->columns[at].title) + 1 : 0;

    if (width > 0 && width > box->content.cells[at])
        box->content.cells[at] = width;
}

/* Of the column names: the head itself may lie where the last one lay. */
static uint64_t head_hash(const struct table_head *head)
{
    uint64_t hash = 14695981039346656037ULL; /* FNV-1a */
    for (int i = 0; i < head->count; i++)
        for (const char *p = head->columns[i].name; p == head->columns[i].name || p[-1] != 0; p++)
            hash = (hash ^ (unsigned char)*p) * 1099511628211ULL;
    return hash;
}

static int column_step(const struct listbox *box, int from, int by)
{
    for (int i = from + by; i >= 0 && i < box->head->count; i += by)
        if ((box->head->columns[i].flags & COLUMN_HIDDEN) == 0 &&
            (!box->places[from].shown || box->places[i].shown))
            return i;
    return from;
}

static void marks_prune(struct listbox *box);

void listbox_show(struct listbox *box, const struct table_head *head, struct listbox_source source)
{
    uint64_t hash = head_hash(head);
    bool same = box->head != NULL && box->head_hash == hash;
    size_t columns = head->count > 0 ? (size_t)head->count : 1;
    box->head = head;
    box->head_hash = hash;
    box->source = source;
    box->failed = ERR_OK;
    box->message = NULL;
    box->count = source.count(source.self);
    box->content = (struct table_content){
        .cells = mem_resize(box->content.cells, columns, sizeof *box->content.cells),
        .whole = true};
    box->places = mem_resize(box->places, columns, sizeof *box->places);
    memset(box->content.cells, 0, columns * sizeof *box->content.cells);
    memset(box->places, 0, columns * sizeof *box->places);
    if (!same) {
        box->at = box->top = 0;
        box->id = 0;
        box->sort_column = -1;
        box->sort_down = false;
        box->column = 0;
        listbox_unmark(box);
    }
    marks_prune(box);
    arena_reset(&box->scratch);
    title_measure(box);
    for (size_t i = 0; i < box->count && i < MEASURED_ROWS && source.window == NULL; i++)
        row_measure(box, listbox_row_at(box, i));
    if (source.total != NULL)
        row_measure(box, source.total(source.self));
    size_t at;
    listbox_at_set(box, find_id(box, box->id, &at) ? at : box->at);
}

bool listbox_to_id(struct listbox *box, int64_t id)
{
    size_t at;
    if (!find_id(box, id, &at))
        return false;
    listbox_at_set(box, at);
    return true;
}

/* ---- marks ---- */

static size_t mark_place(const struct listbox *box, int64_t id)
{
    size_t low = 0, high = box->marked_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (box->marked[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool listbox_is_marked(const struct listbox *box, int64_t id)
{
    size_t at = mark_place(box, id);
    return at < box->marked_count && box->marked[at] == id;
}

void listbox_unmark(struct listbox *box)
{
    box->marked_count = 0;
}

const struct row *listbox_marked_row(struct listbox *box, size_t nth)
{
    size_t at;

    if (nth >= box->marked_count || !find_id(box, box->marked[nth], &at) ||
        listbox_fetch(box, at, 1) != ERR_OK)
        return NULL;
    return listbox_row_at(box, at);
}

/* What is not there any more is not acted on: its mark goes too. */
static void marks_prune(struct listbox *box)
{
    size_t kept = 0, at;

    for (size_t i = 0; i < box->marked_count; i++)
        if (box->source.window != NULL || find_id(box, box->marked[i], &at))
            box->marked[kept++] = box->marked[i];
    box->marked_count = kept;
}

unsigned listbox_refuse(struct listbox *box, const char *message)
{
    box->message = message;
    return REACT_USED | REACT_REDRAW | REACT_BEEP;
}

static unsigned mark_turn(struct listbox *box)
{
    const struct row *row = listbox_row(box);
    if (row == NULL || row->id == 0)
        return listbox_refuse(box, "This row cannot be marked.");
    size_t at = mark_place(box, row->id);
    if (at < box->marked_count && box->marked[at] == row->id) {
        box->marked_count--;
        memmove(box->marked + at, box->marked + at + 1,
                (box->marked_count - at) * sizeof *box->marked);
    } else {
        if (box->marked_count == box->marked_room) {
            box->marked_room = box->marked_room * 2 + 16;
            box->marked = mem_resize(box->marked, box->marked_room, sizeof *box->marked);
        }
        memmove(box->marked + at + 1, box->marked + at,
                (box->marked_count - at) * sizeof *box->marked);
        box->marked[at] = row->id;
        box->marked_count++;
    }
    listbox_at_set(box, box->at + 1);
    return REACT_USED | REACT_REDRAW | REACT_CHANGED;
}

/* ---- keys ---- */

/* Of figures the largest are looked for, of names the first. */
static unsigned sort_turn(struct listbox *box)
{
    const enum cell_kind kind = box->head->columns[box->column].kind;

    box->sort_down =
        box->sort_column == box->column ? !box->sort_down : kind == CELL_MONEY || kind == CELL_INT;
    box->sort_column = box->column;
    title_measure(box);
    return REACT_USED | REACT_REDRAW | REACT_SORT;
}

static unsigned go_to(struct listbox *box, size_t at)
{
    listbox_at_set(box, at);
    return REACT_USED | REACT_REDRAW;
}

unsigned listbox_go(struct listbox *box, enum motion motion)
{
    size_t page = box->body_rows > 1 ? (size_t)box->body_rows - 1 : 1; /* one row stays in view */
    box->message = NULL;
    if (box->head == NULL)
        return REACT_NONE;
    switch (motion) {
    case MOTION_UP: return go_to(box, box->at > 0 ? box->at - 1 : 0);
    case MOTION_DOWN: return go_to(box, box->at + 1);
    case MOTION_PAGE_UP:
        box->top = box->top > page ? box->top - page : 0;
        return go_to(box, box->at > page ? box->at - page : 0);
    case MOTION_PAGE_DOWN: box->top += page; return go_to(box, box->at + page);
    case MOTION_FIRST: return go_to(box, 0);
    case MOTION_LAST: return go_to(box, box->count > 0 ? box->count - 1 : 0);
    case MOTION_COLUMN_LEFT:
    case MOTION_COLUMN_RIGHT:
        box->column = column_step(box, box->column, motion == MOTION_COLUMN_LEFT ? -1 : 1);
        return REACT_USED | REACT_REDRAW;
    case MOTION_SORT: return sort_turn(box);
    case MOTION_MARK: return mark_turn(box);
    case MOTION_NEXT: return listbox_match_next(box, 1);
    case MOTION_PREVIOUS: return listbox_match_next(box, -1);
    case MOTION_OPEN:
        return box->count > 0 ? REACT_USED | REACT_OPEN : listbox_refuse(box, box->empty);
    case MOTION_CLOSE: return REACT_USED | REACT_CLOSE;
    default: return REACT_NONE;
    }
}

unsigned listbox_key(struct listbox *box, struct key key)
{
    return listbox_go(box, motion_of_key(key));
}

/* ---- the picture ---- */

/* Blanks between columns: two, or one when two do not fit; as table_layout counts them. */
static int gap_of(const struct listbox *box, int width)
{
    int cells = 0, shown = 0;
    for (int i = 0; i < box->head->count; i++)
        if (box->places[i].shown) {
            cells += box->places[i].cells;
            shown++;
        }
    return cells + 2 * (shown - 1) <= width ? 2 : 1;
}

static void head_draw(struct listbox *box, struct area area, int gap)
{
    int x = area.x + PREFIX_CELLS;
    draw_text(area.y, area.x, area.columns, STYLE_HEAD, "");
    for (int i = 0; i < box->head->count; i++) {
        const struct column *column = &box->head->columns[i];
        if (!box->places[i].shown)
            continue;
        const char *mark = i != box->sort_column ? "" : box->sort_down ? "▼" : "▲";
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

/* What a total is called: where its row says so, and where it is drawn, left of its figures. */
struct total_label {
    int from, at; /* columns; -1 = it has none, and is drawn nowhere else than it stands */
};

static bool has_figure(const struct row *row, int column)
{
    return cell_is_right(row->cells[column].kind);
}

static bool says_nothing(struct listbox *box, const struct row *row, int column)
{
    return row->cells[column].kind == CELL_NONE || listbox_shown(box, row, column)[0] == 0;
}

static struct total_label total_label(struct listbox *box, const struct row *row)
{
    struct total_label label = {-1, -1};

    if (row->kind != ROW_TOTAL && row->kind != ROW_SUBTOTAL)
        return label;
    for (int i = 0; i < box->head->count && label.from < 0; i++)
        if (!has_figure(row, i) && !says_nothing(box, row, i))
            label.from = i;
    for (int i = 0; i < box->head->count && label.from >= 0; i++) {
        if (!box->places[i].shown)
            continue;
        if (i == label.from || has_figure(row, i)) {
            label.at = i == label.from ? i : label.at;
            break;
        }
        const bool text = box->head->columns[i].kind == CELL_TEXT;
        if (says_nothing(box, row, i) &&
            (label.at < 0 || (text && box->head->columns[label.at].kind != CELL_TEXT)))
            label.at = i;
    }
    return label;
}

/* The cells from column `at` to the next that says something: a name runs over empty ones. */
static int label_room(struct listbox *box, const struct row *row, int at, int gap)
{
    int room = box->places[at].cells;

    for (int i = at + 1; i < box->head->count; i++) {
        if (!box->places[i].shown)
            continue;
        const int width = says_nothing(box, row, i) ? 0 : text_width(listbox_shown(box, row, i));
        if (width > 0)
            return room + (has_figure(row, i) ? box->places[i].cells - width : 0);
        room += gap + box->places[i].cells;
    }
    return room;
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
    int x = area.x + PREFIX_CELLS;
    const struct total_label label = total_label(box, row);
    for (int i = 0; i < box->head->count; i++) {
        if (!box->places[i].shown)
            continue;
        const char *text = listbox_shown(box, row, i);
        int cells = box->places[i].cells;
        if (label.at >= 0 && i == label.at) {
            draw_text(y, x, label_room(box, row, i, gap), style,
                      listbox_shown(box, row, label.from));
        } else if (label.at >= 0 && i == label.from) {
            /* drawn at its place already */
        } else if (cell_is_right(row->cells[i].kind)) {
            draw_right(y, x, cells, style, text);
            int width = text_width(text);
            if (!sought_is_empty(&box->sought) && width <= cells)
                cell_draw(box, &row->cells[i], y, x + cells - width, width, style, text);
        } else {
            cell_draw(box, &row->cells[i], y, x, cells, style, text);
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

void listbox_draw(struct listbox *box, struct area area)
{
    if (box->head == NULL || area.rows < 1)
        return;
    const struct row *total =
        box->source.total != NULL ? box->source.total(box->source.self) : NULL;
    bool has_total = total != NULL && box->count > 0 && area.rows > 3;
    int body = area.rows - 2 - has_total;
    box->body_rows = body > 0 ? body : 1;
    top_follow(box);
    arena_reset(&box->scratch);
    enum err e = listbox_fetch(box, box->top, (size_t)box->body_rows);
    for (int i = 0; i < body && e == ERR_OK; i++)
        row_measure(box, listbox_row_at(box, box->top + (size_t)i));
    int width = area.columns - PREFIX_CELLS - 1;
    table_layout(box->head->columns, box->head->count, &box->content, width, box->places);
    int gap = gap_of(box, width);
    head_draw(box, area, gap);
    if (area.rows > 1)
        draw_rule(area.y + 1, area.x, area.columns);
    draw_cursor(area.y + 2 < area.y + area.rows ? area.y + 2 : area.y, area.x + 1);
    if (box->count == 0)
        draw_run(area.y + 2, area.x + PREFIX_CELLS, width, STYLE_DIM, box->empty);
    for (int i = 0; i < body && e == ERR_OK; i++) {
        const struct row *row = listbox_row_at(box, box->top + (size_t)i);
        if (row == NULL)
            break;
        bool focused = box->top + (size_t)i == box->at;
        row_draw(box, row, area.y + 2 + i, area, gap, focused);
        if (focused)
            draw_cursor(area.y + 2 + i, area.x + 1);
    }
    if (has_total)
        row_draw(box, total, area.y + area.rows - 1, area, gap, false);
}
