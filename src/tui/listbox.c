#include "tui/listbox.h"
#include "base/text.h"
#include "tui/listparts.h"
#include "tui/term.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    free(box->content.says);
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

/* Can a reader make out that text where only ASCII is shown? */
static bool is_legible(const char *text)
{
    int plain = 0, strange = 0;

    for (; *text; text++) {
        plain += (*text & 0x80) == 0 && *text != ' ';
        strange += (*text & 0xC0) == 0xC0;
    }
    return strange <= plain;
}

const char *listbox_shown(struct listbox *box, const struct row *row, int column)
{
    const char *shown =
        column_text(&box->head->columns[column], &row->cells[column], box->notation, &box->scratch);

    if (term_is_utf8() || strcmp(box->head->columns[column].name, "name") != 0 || is_legible(shown))
        return shown;
    const int code = table_column(box->head, "customer"); /* says more than question marks */
    return code >= 0 && row->cells[code].kind == CELL_CODE && row->cells[code].text[0]
               ? row->cells[code].text
               : shown;
}

void listbox_measure(struct listbox *box, const struct row *row)
{
    if (row == NULL || row->kind == ROW_GROUP)
        return;
    for (int i = 0; i < box->head->count; i++) {
        int width = text_width(listbox_shown(box, row, i));
        if (width > box->content.cells[i])
            box->content.cells[i] = width;
    }
    table_content_see(&box->content, box->head, row);
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

/* The next column in that direction, in view or left out: what is chosen comes into view. */
static void column_step(struct listbox *box, int by)
{
    for (int i = box->column + by; i >= 0 && i < box->head->count; i += by)
        if ((box->head->columns[i].flags & COLUMN_HIDDEN) == 0 &&
            (box->places[i].shown || !table_says_nothing(&box->content, i))) {
            box->column = i;
            box->content.chosen = i + 1;
            return;
        }
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
        .says = mem_resize(box->content.says, columns, sizeof *box->content.says),
        .whole = true,
        .chosen = same ? box->content.chosen : 0};
    box->places = mem_resize(box->places, columns, sizeof *box->places);
    memset(box->content.cells, 0, columns * sizeof *box->content.cells);
    memset(box->content.says, 0, columns * sizeof *box->content.says);
    memset(box->places, 0, columns * sizeof *box->places);
    if (!same) {
        box->at = box->top = 0;
        box->id = 0;
        box->sort_column = -1;
        box->sort_down = false;
        box->column = 0;
        box->marked_count = 0;
    }
    marks_prune(box);
    arena_reset(&box->scratch);
    title_measure(box);
    for (size_t i = 0; i < box->count && i < MEASURED_ROWS && source.window == NULL; i++)
        listbox_measure(box, listbox_row_at(box, i));
    const struct row *total;
    for (size_t i = 0; source.total && (total = source.total(source.self, i)) != NULL; i++)
        listbox_measure(box, total);
    size_t at;
    listbox_at_set(box, find_id(box, box->id, &at) ? at : box->at);
}

static void column_name(const struct listbox *box, int column, char *out, size_t room)
{
    const bool any = box->head != NULL && column >= 0 && column < box->head->count;
    snprintf(out, room, "%s", any ? box->head->columns[column].name : "");
}

void listbox_place_take(struct listbox *box, struct listbox_place *out)
{
    *out = (struct listbox_place){.sort_down = box->sort_down,
                                  .id = box->id,
                                  .marked = box->marked,
                                  .marked_count = box->marked_count,
                                  .marked_room = box->marked_room};
    column_name(box, box->column, out->column, sizeof out->column);
    column_name(box, box->sort_column, out->sort, sizeof out->sort);
    box->marked = NULL;
    box->marked_count = box->marked_room = 0;
}

void listbox_place_give(struct listbox *box, const struct listbox_place *place)
{
    const int column = box->head != NULL ? table_column(box->head, place->column) : -1;

    box->column = column >= 0 ? column : 0;
    box->sort_column = box->head != NULL ? table_column(box->head, place->sort) : -1;
    box->sort_down = place->sort_down;
    box->id = place->id;
    free(box->marked);
    box->marked = place->marked;
    box->marked_count = place->marked_count;
    box->marked_room = place->marked_room;
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
        column_step(box, motion == MOTION_COLUMN_LEFT ? -1 : 1);
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
