#include "tui/dialog.h"
#include "base/text.h"

#include <stdio.h>

struct dialog dialog_message(const char *title, const char *text)
{
    return (struct dialog){.kind = DIALOG_MESSAGE, .title = title, .text = text};
}

struct dialog dialog_confirm(const char *title, const char *question)
{
    return (struct dialog){.kind = DIALOG_CONFIRM, .title = title, .text = question};
}

static unsigned scrolled(struct dialog *dialog, int by)
{
    int most = dialog->scrolled - dialog->body_rows;
    dialog->top += by;
    if (dialog->top > most)
        dialog->top = most;
    if (dialog->top < 0)
        dialog->top = 0;
    return REACT_USED | REACT_REDRAW;
}

unsigned dialog_key(struct dialog *dialog, struct key key)
{
    switch (key.code) {
    case KEYCODE_UP: return scrolled(dialog, -1);
    case KEYCODE_DOWN: return scrolled(dialog, 1);
    case KEYCODE_PGUP: return scrolled(dialog, -dialog->body_rows);
    case KEYCODE_PGDN: return scrolled(dialog, dialog->body_rows);
    case KEYCODE_ENTER:
    case KEYCODE_ESC: return REACT_USED | REACT_CLOSE;
    default: break;
    }
    if (dialog->kind == DIALOG_MESSAGE)
        return key_is_text(key) ? REACT_USED | REACT_CLOSE : REACT_USED;
    if (key_same(key, key_rune('y')) || key_same(key, key_rune('Y')))
        return REACT_USED | REACT_ACCEPT;
    if (key_same(key, key_rune('n')) || key_same(key, key_rune('N')))
        return REACT_USED | REACT_CLOSE;
    return REACT_USED | REACT_BEEP; /* a stray key must not answer for the clerk */
}

void dialog_draw(struct dialog *dialog, struct area area)
{
    const char *answer =
        dialog->kind == DIALOG_CONFIRM ? "y yes   n no (Enter, Esc)" : "Enter goes on";
    int columns = area.columns > 76 ? 72 : area.columns - 4;
    struct area text = {.x = area.x + (area.columns - columns) / 2, .columns = columns};
    dialog->lines = draw_filled(text, 0, STYLE_NORMAL, dialog->text);
    int most = area.rows - 6 > 2 ? area.rows - 6 : 2;
    int height = (dialog->lines < most ? dialog->lines : most) + 6;
    /* what is asked is the last line, and stays in sight whatever of the rest is scrolled */
    bool apart = dialog->kind == DIALOG_CONFIRM && dialog->lines > most;
    dialog->scrolled = apart ? dialog->lines - 1 : dialog->lines;
    text.rows = dialog->body_rows = height - 6 - (apart ? 1 : 0);
    if (apart)
        answer = "y yes   n no (Enter, Esc)   Down, Up: the rest";
    int y = area.y + (area.rows > height ? (area.rows - height) / 2 : 0);
    struct area all = {.y = y, .x = area.x, .rows = height, .columns = area.columns};
    draw_fill(all, STYLE_NORMAL);
    draw_rule(y, all.x, all.columns);
    draw_text(y + 1, text.x, columns, STYLE_TITLE, dialog->title);
    text.y = y + 2;
    draw_filled(text, dialog->top, STYLE_NORMAL, dialog->text);
    if (apart) {
        text.y += text.rows;
        text.rows = 1;
        draw_filled(text, dialog->lines - 1, STYLE_NORMAL, dialog->text);
    }
    int width = draw_run(y + height - 2, text.x, columns, STYLE_KEY, answer);
    draw_rule(y + height - 1, all.x, all.columns);
    draw_cursor(y + height - 2, text.x + (dialog->kind == DIALOG_CONFIRM ? width + 1 : 0));
}

static void count_group(struct buf *out, int64_t count)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%lld", (long long)count);
    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0 && digits[i - 1] != '-')
            buf_char(out, ',');
        buf_char(out, digits[i]);
    }
}

void busy_draw(int y, const char *what, int64_t done, int64_t total, int64_t elapsed_ms)
{
    struct buf line;
    buf_init(&line, 1024);
    buf_format(&line, "%s  ", what);
    count_group(&line, done);
    if (total > 0) {
        buf_text(&line, " of ");
        count_group(&line, total);
    }
    if (elapsed_ms > 0) {
        buf_text(&line, "  ");
        count_group(&line, done / elapsed_ms * 1000 + done % elapsed_ms * 1000 / elapsed_ms);
        buf_text(&line, "/s");
    }
    buf_text(&line, "  Esc stops");
    draw_text(y, 1, 200, STYLE_ACCENT, line.data);
    buf_done(&line);
}
