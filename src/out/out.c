#include "out/out.h"

#include "base/arena.h"
#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OUT_BLOCK 65536

static const char *place_name(const struct out *out)
{
    if (out->target >= 0)
        return "the temporary file";
    return out->path != NULL ? out->path : "the output";
}

static void start(struct out *out, int fd, struct note *note)
{
    memset(out, 0, sizeof(*out));
    out->fd = fd;
    out->target = -1;
    out->note = note;
    out->data = mem_new(OUT_BLOCK, 1);
}

static void flush(struct out *out)
{
    if (out->code == ERR_OK && out->len > 0)
        out->code = spool_write(out->fd, out->data, out->len, place_name(out), out->note);
    out->len = 0;
}

enum err out_open_fd(struct out *out, int fd, bool spool, struct note *note)
{
    int temporary;

    start(out, fd, note);
    if (!spool)
        return ERR_OK;
    out->code = spool_open(note, &temporary);
    if (out->code != ERR_OK) {
        out_drop(out);
        return out->code;
    }
    out->target = fd;
    out->fd = temporary;
    return ERR_OK;
}

static enum err open_fresh(struct out *out)
{
    size_t room = strlen(out->path) + 32;

    out->fresh = mem_new(room, 1);
    for (int i = 0; i < 100; i++) {
        snprintf(out->fresh, room, "%s.%ld-%d.part", out->path, (long)getpid(), i);
        out->fd = open(out->fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (out->fd >= 0)
            return ERR_OK;
        if (errno != EEXIST)
            break;
    }
    free(out->fresh);
    out->fresh = NULL;
    return fail(out->note, ERR_CREATE, "%s cannot be made: %s", out->path, strerror(errno));
}

enum err out_open_path(struct out *out, const char *path, bool force, struct note *note)
{
    struct stat st;
    bool there;

    if (strcmp(path, "-") == 0)
        return out_open_fd(out, STDOUT_FILENO, false, note);
    start(out, -1, note);
    out->path = memcpy(mem_new(strlen(path) + 1, 1), path, strlen(path));
    out->force = force;
    there = lstat(path, &st) == 0;
    if (there && S_ISLNK(st.st_mode))
        out->code =
            fail(note, ERR_CREATE, "%s is a link to another file; name the file itself", path);
    else if (there && S_ISDIR(st.st_mode))
        out->code = fail(note, ERR_CREATE, "%s is a folder; name a file in it", path);
    else if (there && !S_ISREG(st.st_mode)) { /* a device or a named pipe is written as it is */
        out->fd = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
        if (out->fd < 0)
            out->code = fail(note, ERR_CREATE, "%s cannot be written: %s", path, strerror(errno));
    } else if (there && !force)
        out->code = fail(note, ERR_CREATE,
                         "%s exists; name another file, or replace it with --force", path);
    else
        out->code = open_fresh(out);
    if (out->code != ERR_OK)
        out_drop(out);
    return out->code;
}

void out_bytes(struct out *out, const void *bytes, size_t len)
{
    const char *at = bytes;

    out->total += (int64_t)len;
    while (len > 0 && out->code == ERR_OK) {
        size_t n = OUT_BLOCK - out->len;

        if (n > len)
            n = len;
        memcpy(out->data + out->len, at, n);
        out->len += n;
        at += n;
        len -= n;
        if (out->len == OUT_BLOCK)
            flush(out);
    }
}

void out_text(struct out *out, const char *text)
{
    out_bytes(out, text, strlen(text));
}

void out_char(struct out *out, char c)
{
    out_bytes(out, &c, 1);
}

void out_fill(struct out *out, char c, int count)
{
    for (int i = 0; i < count; i++)
        out_bytes(out, &c, 1);
}

void out_fail(struct out *out, enum err code)
{
    if (out->code == ERR_OK)
        out->code = code;
}

static enum err copy_spool(struct out *out)
{
    int64_t place = 0, size = (int64_t)lseek(out->fd, 0, SEEK_END);

    while (place < size) {
        size_t n = size - place < OUT_BLOCK ? (size_t)(size - place) : OUT_BLOCK;

        TRY(spool_read(out->fd, place, out->data, n, out->note));
        TRY(spool_write(out->target, out->data, n, "the output", out->note));
        place += (int64_t)n;
    }
    return ERR_OK;
}

/* Without force the name must still be free: link() says so and rename() would not. */
static enum err take_name(struct out *out)
{
    if (fsync(out->fd) != 0 && errno != EINVAL)
        return fail(out->note, ERR_IO, "%s cannot be made durable: %s", out->path, strerror(errno));
    if (out->force ? rename(out->fresh, out->path) != 0 : link(out->fresh, out->path) != 0) {
        if (errno == EEXIST)
            return fail(out->note, ERR_CREATE,
                        "%s was made by somebody else meanwhile; name another "
                        "file",
                        out->path);
        if (out->force || rename(out->fresh, out->path) != 0) /* a file system without links */
            return fail(out->note, ERR_CREATE, "%s cannot be made: %s", out->path, strerror(errno));
    } else if (!out->force)
        unlink(out->fresh);
    free(out->fresh);
    out->fresh = NULL;
    return ERR_OK;
}

enum err out_close(struct out *out)
{
    if (out->data == NULL)
        return out->code;
    flush(out);
    if (out->code == ERR_OK && out->target >= 0)
        out->code = copy_spool(out);
    if (out->code == ERR_OK && out->fresh != NULL)
        out->code = take_name(out);
    out_drop(out);
    return out->code;
}

void out_drop(struct out *out)
{
    if (out->data == NULL)
        return;
    if (out->fd >= 0 && (out->target >= 0 || out->path != NULL))
        close(out->fd);
    out->fd = -1;
    if (out->fresh != NULL)
        unlink(out->fresh);
    free(out->fresh);
    free(out->path);
    free(out->data);
    out->fresh = NULL;
    out->path = NULL;
    out->data = NULL;
}
