/* out: bytes on their way to a file, a pipe or a terminal.
 *
 * Knows: files. Does not know: tables, formats.
 * Holds: the first failure is kept in `code`, with words in the note; everything written after it
 * is dropped, so that writers need not ask after each piece. out_close tells it.
 * A file comes into being whole or not at all: its bytes go to a new file beside it, which takes
 * the name at out_close; an existing file is replaced only when `force`, and a link is never
 * followed. With `spool` all bytes go to an unlinked file first and are copied to the descriptor at
 * out_close, so a paused pager holds neither the report nor the store (close the read transaction
 * before).
 * Fails with: CREATE (exists, no right), FULL, IO. A closed pipe is IO. Memory: embedded. */
#ifndef OUT_OUT_H
#define OUT_OUT_H

#include "base/err.h"

#include <stdint.h>

struct out {
    int fd;      /* where the bytes go now */
    int target;  /* with spool: where they are copied at the end, else -1 */
    char *path;  /* own copy of the file's name, NULL for a descriptor */
    char *fresh; /* the new file beside it, until it takes the name */
    bool force;
    enum err code;
    struct note *note;
    char *data; /* OUT_BLOCK bytes */
    size_t len;
    int64_t total; /* bytes given so far */
};

/* The descriptor is borrowed: it stays open. */
enum err out_open_fd(struct out *out, int fd, bool spool, struct note *note);
/* "-" is standard output. */
enum err out_open_path(struct out *out, const char *path, bool force, struct note *note);
void out_bytes(struct out *out, const void *bytes, size_t len);
void out_text(struct out *out, const char *text);
void out_char(struct out *out, char c);
void out_fill(struct out *out, char c, int count);
void out_fail(struct out *out, enum err code); /* a writer gives up: later bytes are dropped */
/* Everything is written (and the file has its name), or the first failure is returned. */
enum err out_close(struct out *out);
/* Gives up: a file or spool leaves nothing behind. Also fine after out_close. */
void out_drop(struct out *out);

#endif
