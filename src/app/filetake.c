#include "app/filetake.h"

#include "base/buf.h"
#include "base/card.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum err read_failed(const char *path, int reason, struct note *note)
{
    const enum err code = reason == ENOENT   ? ERR_MISSING
                          : reason == EACCES ? ERR_DENIED
                                             : ERR_IO;

    return fail(note, code, "%s: %s", path, strerror(reason));
}

enum err filetake_open(const char *path, int *fd, struct note *note)
{
    struct stat there;

    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (*fd < 0)
        return read_failed(path, errno, note);
    if (fstat(*fd, &there) == 0 && S_ISREG(there.st_mode))
        return ERR_OK;
    close(*fd);
    return fail(note, ERR_INPUT, "%s is no file that can be read", path);
}

enum err filetake(const char *path, size_t most, struct arena *arena, char **bytes, size_t *len,
                  struct note *note)
{
    const bool input = strcmp(path, "-") == 0;
    char block[4096];
    struct buf all;
    ssize_t n;
    int fd = STDIN_FILENO;

    if (!input)
        TRY(filetake_open(path, &fd, note));
    buf_init(&all, most);
    while ((n = read(fd, block, sizeof block)) > 0 && !all.full)
        buf_add(&all, block, (size_t)n);
    const int reason = errno;
    if (!input)
        close(fd);
    *bytes = arena_bytes(arena, all.data, all.len);
    *len = all.len;
    const bool full = all.full;
    buf_done(&all);
    if (n < 0)
        return read_failed(path, reason, note);
    return full ? fail(note, ERR_LIMIT, "%s is larger than %zu KB, which is the most", path,
                       most >> 10)
                : ERR_OK;
}

enum err filetake_text(const char *path, size_t most, struct arena *arena, char **text,
                       struct note *note)
{
    char *bytes, *to;
    size_t len;

    TRY(filetake(path, most, arena, &bytes, &len, note));
    if (memchr(bytes, 0, len))
        return fail(note, ERR_INPUT, "%s is no text", path);
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        bytes += 3;
    to = bytes;
    for (const char *from = bytes; *from; from++)
        if (*from != '\r')
            *to++ = *from == '\t' ? ' ' : *from;
    *to = 0;
    struct note why = {0};
    const enum err e = text_clean(bytes, strlen(bytes), true, arena, text, &why);
    if (e != ERR_OK)
        return fail(note, e, "%s: %s", path, why.text);
    return card_in(*text) ? fail(note, ERR_INPUT, "%s: " CARD_REFUSED, path) : ERR_OK;
}
