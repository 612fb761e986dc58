#include "tui/lineedit.h"
#include "base/text.h"
#include "tui/draw.h"
#include "tui/glyph.h"
#include "tui/reaction.h"

#include <string.h>

void lineedit_init(struct lineedit *edit, size_t max)
{
    memset(edit, 0, sizeof *edit);
    buf_init(&edit->text, max);
}

void lineedit_done(struct lineedit *edit)
{
    buf_done(&edit->text);
}

void lineedit_set(struct lineedit *edit, const char *text)
{
    buf_reset(&edit->text);
    buf_text(&edit->text, text);
    if (edit->text.full) { /* cut by bytes: take the broken rest of a character away */
        size_t bad;
        if (!text_utf8(edit->text.data, edit->text.len, &bad)) {
            edit->text.len = bad;
            edit->text.data[bad] = 0;
        }
        edit->text.full = false;
    }
    edit->at = edit->text.len;
    edit->first = 0;
    edit->fresh = true;
}

const char *lineedit_text(const struct lineedit *edit)
{
    return edit->text.data;
}

/* Puts `len` bytes in the place of those from `from` to `to`; false when that is too long. */
static bool splice(struct lineedit *edit, size_t from, size_t to, const char *bytes, size_t len)
{
    struct buf *text = &edit->text;
    size_t tail = text->len - to;
    if (text->len - (to - from) + len > text->max)
        return false;
    if (len > to - from)
        buf_fill(text, ' ', len - (to - from));
    memmove(text->data + from + len, text->data + to, tail);
    if (len > 0)
        memcpy(text->data + from, bytes, len);
    text->len = from + len + tail;
    text->data[text->len] = 0;
    edit->at = from + len;
    if (edit->first > edit->at)
        edit->first = edit->at;
    return true;
}

static unsigned typed(struct lineedit *edit, struct key key)
{
    char utf8[5];
    size_t len = glyph_encode(key.rune, utf8);
    size_t bad;
    if (len == 0 || !text_utf8(utf8, len, &bad))
        return REACT_USED | REACT_BEEP;
    bool fits = edit->fresh ? splice(edit, 0, edit->text.len, utf8, len)
                            : splice(edit, edit->at, edit->at, utf8, len);
    if (!fits)
        return REACT_USED | REACT_BEEP;
    edit->fresh = false;
    return REACT_USED | REACT_REDRAW | REACT_CHANGED;
}

static unsigned cut(struct lineedit *edit, size_t from, size_t to)
{
    edit->fresh = false;
    if (from == to)
        return REACT_USED | REACT_REDRAW;
    splice(edit, from, to, NULL, 0);
    return REACT_USED | REACT_REDRAW | REACT_CHANGED;
}

static unsigned move_to(struct lineedit *edit, size_t at)
{
    edit->fresh = false;
    edit->at = at;
    return REACT_USED | REACT_REDRAW;
}

static size_t word_start(const struct lineedit *edit)
{
    size_t at = edit->at;
    while (at > 0 && edit->text.data[at - 1] == ' ')
        at--;
    while (at > 0 && edit->text.data[at - 1] != ' ')
        at--;
    return at;
}

static unsigned ctrl_key(struct lineedit *edit, uint32_t letter)
{
    const char *text = edit->text.data;
    switch (letter) {
    case 'a': return move_to(edit, 0);
    case 'e': return move_to(edit, edit->text.len);
    case 'b': return move_to(edit, glyph_previous(text, edit->at));
    case 'f': return move_to(edit, glyph_next(text, edit->at));
    case 'u': return cut(edit, 0, edit->at);
    case 'w': return cut(edit, word_start(edit), edit->at);
    case 'k': return cut(edit, edit->at, edit->text.len);
    default: return REACT_NONE;
    }
}

unsigned lineedit_key(struct lineedit *edit, struct key key)
{
    const char *text = edit->text.data;
    switch (key.code) {
    case KEYCODE_PASTED: return typed(edit, key_rune(key.rune < ' ' ? ' ' : key.rune));
    case KEYCODE_RUNE: return typed(edit, key);
    case KEYCODE_CTRL: return ctrl_key(edit, key.rune);
    case KEYCODE_BACKSPACE: /* an untouched default goes as a whole, as by typing over it */
        return edit->fresh ? cut(edit, 0, edit->text.len)
                           : cut(edit, glyph_previous(text, edit->at), edit->at);
    case KEYCODE_DEL:
        return edit->fresh ? cut(edit, 0, edit->text.len)
                           : cut(edit, edit->at, glyph_next(text, edit->at));
    case KEYCODE_LEFT: return move_to(edit, glyph_previous(text, edit->at));
    case KEYCODE_RIGHT: return move_to(edit, glyph_next(text, edit->at));
    case KEYCODE_HOME: return move_to(edit, 0);
    case KEYCODE_END: return move_to(edit, edit->text.len);
    default: return REACT_NONE;
    }
}

/* Scrolls so that the cursor is inside; the last cell is kept for it. */
static void scroll_to(struct lineedit *edit, int cells)
{
    const char *text = edit->text.data;
    if (edit->first > edit->at)
        edit->first = edit->at;
    while (glyph_width(text, edit->first, edit->at) > cells - 1 && edit->first < edit->at)
        edit->first = glyph_next(text, edit->first);
    while (edit->first > 0) { /* room again after a deletion: show more of the beginning */
        size_t before = glyph_previous(text, edit->first);
        if (glyph_width(text, before, edit->text.len) > cells - 1)
            break;
        edit->first = before;
    }
}

static void secret_draw(const struct lineedit *edit, int y, int x, int cells, unsigned style)
{
    struct buf stars;
    int count = 0;
    for (size_t at = 0; at < edit->text.len; at = glyph_next(edit->text.data, at))
        count++;
    if (count > cells - 1)
        count = cells - 1;
    buf_init(&stars, 1024);
    buf_fill(&stars, '*', (size_t)count);
    buf_fill(&stars, '_', (size_t)(cells - count));
    draw_text(y, x, cells, style, stars.data);
    buf_done(&stars);
}

void lineedit_draw(struct lineedit *edit, int y, int x, int cells, enum lineedit_look look,
                   bool focused)
{
    const char *text = edit->text.data;
    unsigned style = focused ? STYLE_FIELD_FOCUS : STYLE_FIELD;
    if (cells <= 0)
        return;
    if (look == LINEEDIT_SECRET) {
        secret_draw(edit, y, x, cells, style);
        if (focused)
            draw_cursor(y, x);
        return;
    }
    int width = glyph_width(text, 0, edit->text.len);
    int pad = look == LINEEDIT_RIGHT && width <= cells ? cells - width : 0;
    if (!focused || width < cells || pad > 0 || (look == LINEEDIT_RIGHT && width <= cells))
        edit->first = 0;
    else
        scroll_to(edit, cells);
    struct buf shown;
    int taken;
    buf_init(&shown, 8192);
    buf_fill(&shown, '_', (size_t)pad);
    buf_add(&shown, text + edit->first, text_prefix(text + edit->first, cells - pad, &taken));
    if (!focused && width > cells)
        draw_text(y, x, cells, style, text); /* cut with a mark */
    else {
        buf_fill(&shown, '_', (size_t)(cells - pad - taken));
        draw_text(y, x, cells, style, shown.data);
    }
    if (focused && edit->fresh && width > 0)
        draw_run(y, x + pad, cells - pad, style | STYLE_SELECTED, text + edit->first);
    if (focused)
        draw_cursor(y, x + pad + glyph_width(text, edit->first, edit->at));
    buf_done(&shown);
}
