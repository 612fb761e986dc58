#include "tui/pager.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCROLL_CELLS 8

void pager_init(struct pager *pager)
{
    memset(pager, 0, sizeof *pager);
    pager->body_rows = 1;
}

void pager_done(struct pager *pager)
{
    free(pager->rows);
    arena_done(&pager->arena);
}

void pager_reset(struct pager *pager)
{
    arena_reset(&pager->arena);
    pager->count = 0;
    pager->hit = 0;
    pager->widest = 0;
}

static void row_add(struct pager *pager, const char *text, enum line_style style, char mark)
{
    if (pager->count == pager->room) {
        pager->room = pager->room * 2 + 64;
        pager->rows = mem_resize(pager->rows, pager->room, sizeof *pager->rows);
    }
    struct pager_row *row = &pager->rows[pager->count++];
    *row =
        (struct pager_row){.text = arena_text(&pager->arena, text), .style = style, .mark = mark};
    int width = text_width(text);
    if (width > pager->widest)
        pager->widest = width;
    pager->hit = pager->count;
}

enum err pager_line(void *self, const struct line *line)
{
    const struct pager *pager = self;

    if (line->breaks && pager->count > 0) /* a sheet ends: on the screen a blank line parts them */
        row_add(self, "", LINE_PLAIN, ' ');
    row_add(self, line->text, line->style, line->mark);
    return ERR_OK;
}

void pager_text(struct pager *pager, const char *text)
{
    struct arena scratch = {0};
    while (*text != 0) {
        size_t len = strcspn(text, "\n");
        row_add(pager, arena_bytes(&scratch, text, len), LINE_PLAIN, ' ');
        text += len + (text[len] == '\n');
    }
    arena_done(&scratch);
}

static size_t top_max(const struct pager *pager)
{
    size_t body = pager->body_rows > 0 ? (size_t)pager->body_rows : 1;
    return pager->count > body ? pager->count - body : 0;
}

static unsigned top_to(struct pager *pager, size_t top)
{
    size_t most = top_max(pager);
    pager->top = top < most ? top : most;
    return REACT_USED | REACT_REDRAW;
}

/* The nearest match from line `from` on, in direction +1 or -1. */
static unsigned hit_find(struct pager *pager, size_t from, int direction)
{
    struct arena scratch = {0};
    size_t at = from;
    bool found = false;
    for (; at < pager->count && !found; at += (size_t)direction) { /* -1 wraps beyond count: ends */
        arena_reset(&scratch);
        if (strstr(text_fold(&scratch, pager->rows[at].text), pager->needle) != NULL) {
            found = true;
            break;
        }
    }
    arena_done(&scratch);
    if (!found) {
        pager->message = direction > 0 ? "No match below." : "No match above.";
        return REACT_USED | REACT_REDRAW | REACT_BEEP;
    }
    pager->hit = at;
    if (at < pager->top || at >= pager->top + (size_t)pager->body_rows)
        top_to(pager, at);
    return REACT_USED | REACT_REDRAW;
}

unsigned pager_search(struct pager *pager, const char *text)
{
    struct arena scratch = {0};
    pager->message = NULL;
    snprintf(pager->needle, sizeof pager->needle, "%s", text_fold(&scratch, text));
    arena_done(&scratch);
    if (pager->needle[0] == 0) {
        pager->hit = pager->count;
        return REACT_USED | REACT_REDRAW;
    }
    return hit_find(pager, pager->top, 1);
}

static unsigned hit_next(struct pager *pager, int direction)
{
    if (pager->needle[0] == 0) {
        pager->message = "Nothing was searched for yet; / searches.";
        return REACT_USED | REACT_BEEP | REACT_REDRAW;
    }
    size_t from = pager->hit < pager->count ? pager->hit + (size_t)direction
                  : direction > 0           ? pager->top
                                            : pager->top + (size_t)pager->body_rows - 1;
    return hit_find(pager, from, direction);
}

unsigned pager_go(struct pager *pager, enum motion motion)
{
    size_t page =
        pager->body_rows > 1 ? (size_t)pager->body_rows - 1 : 1; /* one line stays in view */
    pager->message = NULL;
    switch (motion) {
    case MOTION_UP: return top_to(pager, pager->top > 0 ? pager->top - 1 : 0);
    case MOTION_DOWN: return top_to(pager, pager->top + 1);
    case MOTION_PAGE_UP: return top_to(pager, pager->top > page ? pager->top - page : 0);
    case MOTION_PAGE_DOWN: return top_to(pager, pager->top + page);
    case MOTION_FIRST: return top_to(pager, 0);
    case MOTION_LAST: return top_to(pager, pager->count);
    case MOTION_NEXT: return hit_next(pager, 1);
    case MOTION_PREVIOUS: return hit_next(pager, -1);
    case MOTION_CLOSE: return REACT_USED | REACT_CLOSE;
    default: return REACT_NONE;
    }
}

unsigned pager_key(struct pager *pager, struct key key)
{
    int most = pager->widest - pager->body_columns;
    if (key_same(key, key_rune('g')))
        return pager_go(pager, MOTION_FIRST);
    if (key_same(key, key_rune('G')))
        return pager_go(pager, MOTION_LAST);
    if (key_same(key, key_rune(' ')))
        return pager_go(pager, MOTION_PAGE_DOWN);
    if (key_is(key, KEYCODE_RIGHT)) {
        if (pager->left < most)
            pager->left += most - pager->left < SCROLL_CELLS ? most - pager->left : SCROLL_CELLS;
        return REACT_USED | REACT_REDRAW;
    }
    if (key_is(key, KEYCODE_LEFT) && pager->left > 0) {
        pager->left = pager->left > SCROLL_CELLS ? pager->left - SCROLL_CELLS : 0;
        return REACT_USED | REACT_REDRAW;
    }
    return pager_go(pager, motion_of_key(key));
}

static unsigned look_of(enum line_style style)
{
    switch (style) {
    case LINE_HEADING: return STYLE_TITLE;
    case LINE_TABLE_HEAD: return STYLE_HEAD;
    case LINE_TOTAL: return STYLE_TOTAL;
    case LINE_DIM: return STYLE_DIM;
    default: return STYLE_NORMAL;
    }
}

void pager_draw(struct pager *pager, struct area area)
{
    pager->body_rows = area.rows > 0 ? area.rows : 1;
    pager->body_columns = area.columns - 2;
    if (pager->left > 0 && pager->left > pager->widest - pager->body_columns)
        pager->left = pager->widest > pager->body_columns ? pager->widest - pager->body_columns : 0;
    top_to(pager, pager->top);
    for (int i = 0; i < area.rows && pager->top + (size_t)i < pager->count; i++) {
        const struct pager_row *row = &pager->rows[pager->top + (size_t)i];
        int skipped;
        const char *text = row->text + text_prefix(row->text, pager->left, &skipped);
        unsigned style = look_of(row->style);
        draw_matched(area.y + i, area.x + 1, area.columns - 1, style, text, pager->needle);
        /* the text has the mark already; it gets its colour */
        if (pager->left == 0 && row->text[0] == row->mark && row->mark == '!')
            draw_text(area.y + i, area.x + 1, 1, STYLE_BAD, "!");
        else if (pager->left == 0 && row->text[0] == row->mark && row->mark == '*')
            draw_text(area.y + i, area.x + 1, 1, STYLE_ACCENT, "*");
    }
    size_t focus = pager->hit < pager->count && pager->hit >= pager->top &&
                           pager->hit < pager->top + (size_t)pager->body_rows
                       ? pager->hit - pager->top
                       : 0;
    draw_cursor(area.y + (int)focus, area.x);
}

void pager_place(const struct pager *pager, struct buf *out)
{
    size_t end = pager->top + (size_t)pager->body_rows;
    buf_format(out, "%zu-%zu of %zu", pager->count > 0 ? pager->top + 1 : 0,
               end < pager->count ? end : pager->count, pager->count);
}
