#include "tui/frame.h"
#include "base/text.h"
#include "tui/term.h"

#include <stdio.h>
#include <string.h>

#define ROWS_ABOVE 2
#define ROWS_BELOW 2
#define MESSAGE_ROWS_MAX 6

/* As one line: what does not fit ends where a clause ends, if one does in the second half. NULL =
 * it does not. */
static const char *clause_of(const char *text, struct arena *arena)
{
    const int room = term_columns() - 2;
    const char *end = strrchr(text, ';');

    if (text_width(text) <= room + 1)
        return text;
    const char *clause = end != NULL ? arena_bytes(arena, text, (size_t)(end - text)) : text;
    return text_width(clause) <= room && text_width(clause) > room / 2 ? clause : NULL;
}

/* The lines of the message: one, and more for a long one where there is room for it. */
static int message_rows(const struct frame *frame)
{
    const struct area area = {.x = 1, .columns = term_columns() - 2};
    struct arena arena = {0};

    if (frame == NULL || frame->message == NULL || text_width(frame->message) <= area.columns ||
        term_rows() - ROWS_BELOW < ROWS_ABOVE + MESSAGE_ROWS_MAX)
        return 1;
    const bool one = !frame->message_whole && clause_of(frame->message, &arena) != NULL;
    arena_done(&arena);
    if (one)
        return 1;
    const int rows = draw_filled(area, 0, frame->message_style, frame->message);
    return rows < MESSAGE_ROWS_MAX ? rows : MESSAGE_ROWS_MAX;
}

struct area frame_body(const struct frame *frame)
{
    const int rows = term_rows() - ROWS_ABOVE - ROWS_BELOW - (message_rows(frame) - 1);
    return (struct area){.y = ROWS_ABOVE, .rows = rows > 0 ? rows : 0, .columns = term_columns()};
}

/* What stands at the right goes first; what stands at the left is cut if need be. */
static void pair_draw(int y, unsigned style, const char *left, const char *right)
{
    int columns = term_columns();
    int width = right != NULL ? text_width(right) : 0;
    if (width > columns - 2)
        width = columns - 2;
    int room = columns - 2 - (width > 0 ? width + 1 : 0);
    if (left != NULL)
        draw_run(y, 1, room, style, left);
    if (width > 0)
        draw_text(y, columns - 1 - width, width, STYLE_NORMAL, right);
}

static void keys_draw(int y, int columns, const struct frame_key *keys, int count)
{
    int x = 1;
    for (int i = 0; i < count; i++) {
        int width = text_width(keys[i].key) + 1 + text_width(keys[i].text);
        if (x + width > columns)
            break;
        x += draw_run(y, x, width, STYLE_KEY, keys[i].key) + 1;
        x += draw_run(y, x, width, STYLE_NORMAL, keys[i].text) + 2;
    }
}

static void message_draw(const struct frame *frame, int y)
{
    const int rows = message_rows(frame);
    struct area area = {.y = y - rows + 1, .x = 1, .rows = rows, .columns = term_columns() - 2};

    if (rows == 1) {
        struct arena arena = {0};
        const char *clause = clause_of(frame->message, &arena);
        draw_run(y, 1, area.columns + 1, frame->message_style,
                 clause != NULL ? clause : frame->message);
        arena_done(&arena);
        return;
    }
    draw_fill((struct area){.y = area.y, .rows = area.rows, .columns = term_columns()},
              STYLE_NORMAL);
    if (draw_filled(area, 0, frame->message_style, frame->message) > rows)
        /* two letters in one cell are drawn as what was cut */
        draw_text(y, area.x + area.columns - 1, 1, frame->message_style, "..");
}

struct area frame_draw(const struct frame *frame)
{
    char line[512];
    int last = term_rows() - 1;
    snprintf(line, sizeof line, "%s%s", frame->sandbox ? "TEST  " : "",
             frame->book != NULL ? frame->book : "");
    pair_draw(0, STYLE_TITLE, line, frame->right);
    pair_draw(1, STYLE_NORMAL, frame->where, frame->means);
    if (frame->message != NULL && last > 1)
        message_draw(frame, last - 1);
    if (term_is_small()) {
        snprintf(line, sizeof line, "Enlarge to %dx%d (now %dx%d)", TERM_COLUMNS_MIN, TERM_ROWS_MIN,
                 term_columns(), term_rows());
        const int room = term_columns() - 2,
                  width = text_width(line) < room ? text_width(line) : room;
        keys_draw(last, room - width, frame->keys, frame->key_count);
        draw_run(last, 1 + room - width, width, STYLE_ERROR, line);
    } else {
        keys_draw(last, term_columns(), frame->keys, frame->key_count);
    }
    return frame_body(frame);
}
