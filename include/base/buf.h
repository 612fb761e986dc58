/* buf: growing bytes with a maximum set at birth.
 *
 * Holds: data[len] is always 0, so a buf of text is a C string; len <= max.
 * Fails with: nothing while adding; reaching the maximum drops what does not fit and sets `full`,
 * which the owner asks once at the end (ERR_LIMIT). Memory: embedded; buf_done gives back. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
    char *data; /* never NULL after buf_init */
    size_t len, room, max;
    bool full;
};

void buf_init(struct buf *buf, size_t max);
void buf_done(struct buf *buf);
void buf_reset(struct buf *buf);
void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_text(struct buf *buf, const char *text);
void buf_char(struct buf *buf, char c);
void buf_quoted(struct buf *buf, const char *text); /* in double quotes, those inside doubled */
void buf_fill(struct buf *buf, char c, size_t count);
void buf_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
