#include "base/buf.h"

#include "base/arena.h"
#include "base/err.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 64 };

void buf_init(struct buf *buf, size_t max)
{
    must(max < SIZE_MAX / 2);
    size_t room = max < FIRST_ROOM ? max + 1 : FIRST_ROOM;
    *buf = (struct buf){.data = mem_new(room, 1), .room = room, .max = max};
}

void buf_done(struct buf *buf)
{
    free(buf->data);
    *buf = (struct buf){0};
}

void buf_reset(struct buf *buf)
{
    buf->len = 0;
    buf->data[0] = 0;
    buf->full = false;
}

/* Makes room for as much of `more` bytes as the maximum allows, and says how much that is. */
static size_t grow(struct buf *buf, size_t more)
{
    size_t left = buf->max - buf->len;
    if (more > left) {
        buf->full = true;
        more = left;
    }
    size_t need = buf->len + more + 1;
    if (need > buf->room) {
        size_t room = buf->room * 2;
        if (room < need)
            room = need;
        if (room > buf->max + 1)
            room = buf->max + 1;
        buf->data = mem_resize(buf->data, room, 1);
        buf->room = room;
    }
    return more;
}

void buf_add(struct buf *buf, const void *bytes, size_t len)
{
    len = grow(buf, len);
    if (len)
        memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = 0;
}

void buf_text(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_char(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void buf_quoted(struct buf *buf, const char *text)
{
    buf_char(buf, '"');
    for (; *text; text++) {
        if (*text == '"')
            buf_char(buf, '"');
        buf_char(buf, *text);
    }
    buf_char(buf, '"');
}

void buf_fill(struct buf *buf, char c, size_t count)
{
    count = grow(buf, count);
    memset(buf->data + buf->len, c, count);
    buf->len += count;
    buf->data[buf->len] = 0;
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    /* First try in what room there is; most pieces fit and are formatted once. */
    size_t room = buf->room - buf->len;
    int len = vsnprintf(buf->data + buf->len, room, format, args);
    va_end(args);
    must(len >= 0);
    size_t fits = grow(buf, (size_t)len);
    if ((size_t)len >= room)
        vsnprintf(buf->data + buf->len, fits + 1, format, again);
    va_end(again);
    buf->len += fits;
    buf->data[buf->len] = 0;
}
