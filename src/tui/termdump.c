#include "tui/term.h"

#include "tui/glyph.h"

#include <curses.h>
#include <wchar.h>

static char look_letter(attr_t attributes)
{
    bool bold = (attributes & A_BOLD) != 0;
    bool under = (attributes & A_UNDERLINE) != 0;
    if ((attributes & A_REVERSE) != 0)
        return under ? 'U' : bold ? 'B' : 'r';
    return under ? 'u' : bold ? 'b' : (attributes & A_DIM) != 0 ? 'd' : '.';
}

/* One line of cells, as text or as letters of their looks. Reading moves curses' own place; the
 * next term_show puts it back. */
static void dump_line(struct buf *out, int y, bool styles)
{
    struct buf line;
    buf_init(&line, 64 * 1024);
    size_t keep = 0;
    for (int x = 0; x < COLS;) {
        cchar_t cell;
        wchar_t wide[CCHARW_MAX + 1] = {0};
        attr_t attributes = 0;
        short pair = 0;
        mvin_wch(y, x, &cell);
        getcchar(&cell, wide, &attributes, &pair, NULL);
        int cells = wcwidth(wide[0]);
        x += cells > 1 ? cells : 1;
        char letter = look_letter(attributes);
        if (styles)
            buf_fill(&line, letter, cells > 1 ? (size_t)cells : 1);
        for (size_t i = 0; !styles && wide[i] != 0; i++) {
            char utf8[5];
            glyph_encode((uint32_t)wide[i], utf8);
            buf_text(&line, utf8);
        }
        if (styles ? letter != '.' : wide[0] != L' ' && wide[0] != 0)
            keep = line.len;
    }
    buf_add(out, line.data, keep);
    buf_char(out, '\n');
    buf_done(&line);
}

void term_dump(struct buf *out)
{
    for (int y = 0; y < LINES; y++)
        dump_line(out, y, false);
}

void term_dump_styles(struct buf *out)
{
    for (int y = 0; y < LINES; y++)
        dump_line(out, y, true);
}
