#include "tui/unseen.h"

#include "base/text.h"
#include "tui/draw.h"
#include "tui/glyph.h"
#include "tui/reaction.h"

#include <string.h>

void unseen_forget(struct unseen *unseen)
{
    secret_forget(&unseen->secret);
    unseen->len = 0;
}

static unsigned typed(struct unseen *unseen, struct key key)
{
    char utf8[5];
    const size_t len = glyph_encode(key.rune, utf8);

    if (len == 0 || unseen->len + len > SECRET_MAX)
        return REACT_USED | REACT_BEEP;
    memcpy(unseen->secret.text + unseen->len, utf8, len);
    unseen->len += len;
    return REACT_USED | REACT_REDRAW;
}

/* The last character, whole. */
static unsigned rubbed(struct unseen *unseen)
{
    char *text = unseen->secret.text;

    if (unseen->len == 0)
        return REACT_USED | REACT_BEEP;
    do
        unseen->len--;
    while (unseen->len > 0 && ((unsigned char)text[unseen->len] & 0xc0) == 0x80);
    memset(text + unseen->len, 0, SECRET_MAX - unseen->len);
    return REACT_USED | REACT_REDRAW;
}

unsigned unseen_key(struct unseen *unseen, struct key key)
{
    if (key_same(key, key_ctrl('u'))) {
        unseen_forget(unseen);
        return REACT_USED | REACT_REDRAW;
    }
    switch (key.code) {
    case KEYCODE_PASTED:
        if (key.rune < ' ')
            return REACT_USED;
        return typed(unseen, key);
    case KEYCODE_RUNE: return typed(unseen, key);
    case KEYCODE_BACKSPACE: return rubbed(unseen);
    default: return REACT_NONE;
    }
}

void unseen_draw(const struct unseen *unseen, int y, int x, int cells, bool focused)
{
    const unsigned style = focused ? STYLE_FIELD_FOCUS : STYLE_FIELD;
    int stars = 0;

    for (size_t i = 0; i < unseen->len; i++)
        stars += ((unsigned char)unseen->secret.text[i] & 0xc0) != 0x80;
    if (stars > cells - 1)
        stars = cells - 1; /* of a long one the beginning is enough */
    for (int i = 0; i < cells; i++)
        draw_text(y, x + i, 1, style, i < stars ? "*" : "_");
    if (focused)
        draw_cursor(y, x + stars);
}
