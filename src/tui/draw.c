#include "tui/draw.h"
#include "base/arena.h"
#include "base/text.h"
#include "tui/glyph.h"
#include "tui/term.h"

#include <string.h>

#define TEXT_MAX 8192 /* no screen line is longer */

/* The safe form of a text; the caller gives the buf back. */
static void safe_init(struct buf *out, const char *text)
{
    buf_init(out, TEXT_MAX);
    text_safe(out, text, strlen(text));
}

void draw_text(int y, int x, int cells, unsigned style, const char *text)
{
    struct buf safe, fitted;
    if (cells <= 0)
        return;
    safe_init(&safe, text);
    buf_init(&fitted, TEXT_MAX);
    text_fit(&fitted, safe.data, cells, false);
    term_put(y, x, style, fitted.data);
    buf_done(&fitted);
    buf_done(&safe);
}

void draw_right(int y, int x, int cells, unsigned style, const char *figure)
{
    struct buf safe, fitted;
    if (cells <= 0)
        return;
    safe_init(&safe, figure);
    buf_init(&fitted, TEXT_MAX);
    if (text_width(safe.data) > cells)
        buf_fill(&fitted, '#', (size_t)cells); /* half a figure would be another figure */
    else
        text_fit(&fitted, safe.data, cells, true);
    term_put(y, x, style, fitted.data);
    buf_done(&fitted);
    buf_done(&safe);
}

int draw_run(int y, int x, int cells, unsigned style, const char *text)
{
    struct buf safe;
    safe_init(&safe, text);
    int width = text_width(safe.data);
    buf_done(&safe);
    if (width > cells)
        width = cells;
    draw_text(y, x, width, style, text);
    return width > 0 ? width : 0;
}

/* Bytes of the match that begins at `at`: whole characters that fold to the needle; 0 = none. */
static size_t match_here(struct arena *arena, const char *text, size_t at, const char *needle)
{
    size_t wanted = strlen(needle);
    for (size_t end = glyph_next(text, at); end > at;) {
        char *folded = text_fold(arena, arena_bytes(arena, text + at, end - at));
        size_t len = strlen(folded);
        if (len >= wanted)
            return strcmp(folded, needle) == 0 ? end - at : 0;
        size_t next = glyph_next(text, end);
        if (next == end)
            break;
        end = next;
    }
    return 0;
}

/* Marks the needle in what is drawn already. */
static void needle_mark(int y, int x, int cells, unsigned style, const char *shown,
                        const char *needle)
{
    struct arena arena = {0};

    if (needle != NULL && *needle != 0 && strstr(text_fold(&arena, shown), needle) != NULL) {
        for (size_t at = 0; shown[at] != 0;) {
            size_t len = shown[at] == ' ' ? 0 : match_here(&arena, shown, at, needle);
            if (len > 0)
                draw_run(y, x + glyph_width(shown, 0, at), cells,
                         STYLE_MATCH | (style & STYLE_SELECTED),
                         arena_bytes(&arena, shown + at, len));
            at = len > 0 ? at + len : glyph_next(shown, at);
        }
    }
    arena_done(&arena);
}

void draw_matched_all(int y, int x, int cells, unsigned style, const char *text,
                      const char *const *needles, int count)
{
    struct buf fitted;
    draw_text(y, x, cells, style, text);
    if (cells <= 0)
        return;
    buf_init(&fitted, TEXT_MAX);
    text_fit(&fitted, text, cells, false);
    for (int i = 0; i < count; i++)
        needle_mark(y, x, cells, style, fitted.data, needles[i]);
    buf_done(&fitted);
}

void draw_matched(int y, int x, int cells, unsigned style, const char *text, const char *needle)
{
    draw_matched_all(y, x, cells, style, text, &needle, 1);
}

void draw_rule(int y, int x, int cells)
{
    struct buf rule;
    if (cells <= 0)
        return;
    buf_init(&rule, TEXT_MAX);
    buf_fill(&rule, '-', (size_t)cells);
    term_put(y, x, STYLE_DIM, rule.data);
    buf_done(&rule);
}

void draw_fill(struct area area, unsigned style)
{
    for (int i = 0; i < area.rows; i++)
        draw_text(area.y + i, area.x, area.columns, style, "");
}

/* The bytes of the next line of a filled text, and where the one after it begins. */
static size_t fill_line(const char *text, int cells, size_t *next)
{
    int taken;
    size_t whole = strcspn(text, "\n");
    size_t fits = text_prefix(text, cells, &taken);
    if (fits >= whole) {
        *next = whole + (text[whole] == '\n');
        return whole;
    }
    size_t cut = fits;
    while (cut > 0 && text[cut] != ' ')
        cut--;
    if (cut == 0) { /* one word longer than the line */
        *next = fits > 0 ? fits : glyph_next(text, 0);
        return *next;
    }
    *next = cut + strspn(text + cut, " ");
    while (cut > 0 && text[cut - 1] == ' ')
        cut--;
    return cut;
}

int draw_filled(struct area area, int from, unsigned style, const char *text)
{
    struct arena arena = {0};
    int lines = 0;
    if (area.columns <= 0)
        return 0;
    while (*text != 0) {
        size_t next;
        size_t len = fill_line(text, area.columns, &next);
        if (lines >= from && lines - from < area.rows)
            draw_text(area.y + lines - from, area.x, area.columns, style,
                      arena_bytes(&arena, text, len));
        lines++;
        text += next;
    }
    arena_done(&arena);
    return lines;
}

void draw_cursor(int y, int x)
{
    term_put_cursor(y, x);
}

/* ---- charts ---- */

void draw_bar(int y, int x, int cells, unsigned style, int64_t num, int64_t den)
{
    struct buf bar;
    buf_init(&bar, TEXT_MAX);
    bar_text(&bar, cells, num, den, term_is_utf8());
    draw_text(y, x, cells, style, bar.data);
    buf_done(&bar);
}

