#include "out/json.h"

#include "base/text.h"

#include <inttypes.h>
#include <string.h>

static void add_escaped(struct buf *buf, unsigned char c)
{
    switch (c) {
    case '"': buf_text(buf, "\\\""); break;
    case '\\': buf_text(buf, "\\\\"); break;
    case '\n': buf_text(buf, "\\n"); break;
    case '\r': buf_text(buf, "\\r"); break;
    case '\t': buf_text(buf, "\\t"); break;
    default: buf_format(buf, "\\u%04x", c);
    }
}

static bool is_bare(unsigned char c)
{
    return c >= ' ' && c != '"' && c != '\\' && c != 0x7f;
}

/* Bytes above ASCII go through text_safe, which leaves good text as it is. */
void json_string(struct buf *buf, const char *text)
{
    if (text == NULL) {
        buf_text(buf, "null");
        return;
    }
    buf_char(buf, '"');
    while (*text != 0) {
        size_t n = 0;
        bool plain = true;

        for (; is_bare((unsigned char)text[n]); n++)
            if ((text[n] & 0x80) != 0)
                plain = false;
        if (plain)
            buf_add(buf, text, n);
        else
            text_safe(buf, text, n);
        text += n;
        if (*text != 0)
            add_escaped(buf, (unsigned char)*text++);
    }
    buf_char(buf, '"');
}

void json_cell(struct buf *buf, const struct cell *cell)
{
    struct arena arena = {0};
    char text[MONEY_TEXT];

    switch (cell->kind) {
    case CELL_NONE:
    case CELL_BAR: buf_text(buf, "null"); break;
    case CELL_TEXT:
    case CELL_CODE: json_string(buf, cell->text); break;
    case CELL_INT: buf_format(buf, "%" PRId64, cell->number); break;
    case CELL_FLAG: buf_text(buf, cell->number != 0 ? "true" : "false"); break;
    case CELL_MONEY: json_string(buf, money_plain(cell->money, text)); break;
    case CELL_DATE:
        json_string(buf, date_is(cell->date) ? date_iso(cell->date, text) : NULL);
        break;
    default: json_string(buf, cell_plain(cell, &arena)); arena_done(&arena);
    }
}
