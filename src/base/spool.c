#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef O_TMPFILE
#define O_TMPFILE 0
#endif

static int open_named(const char *folder)
{
    char name[64];
    int fd;

    snprintf(name, sizeof(name), "%s/arledger-XXXXXX", folder);
    fd = mkostemp(name, O_CLOEXEC);
    if (fd >= 0)
        unlink(name);
    return fd;
}

enum err spool_open(struct note *note, int *fd)
{
    static const char *const folders[] = {"/var/tmp", "/tmp"};
    int why = 0;

    for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
        *fd = -1;
        if (O_TMPFILE)
            *fd = open(folders[i], O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
        if (*fd < 0) /* not every file system knows nameless files */
            *fd = open_named(folders[i]);
        if (*fd >= 0)
            return ERR_OK;
        why = errno;
    }
    return fail(note, ERR_IO, "no temporary file can be made in /var/tmp or /tmp: %s",
                strerror(why));
}

enum err spool_write(int fd, const void *bytes, size_t len, const char *what, struct note *note)
{
    const char *at = bytes;

    while (len > 0) {
        ssize_t n = write(fd, at, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == ENOSPC || errno == EDQUOT))
            return fail(note, ERR_FULL, "there is no room left for %s", what);
        if (n < 0)
            return fail(note, ERR_IO, "%s cannot be written: %s", what, strerror(errno));
        at += n;
        len -= (size_t)n;
    }
    return ERR_OK;
}

enum err spool_read(int fd, int64_t place, void *bytes, size_t len, struct note *note)
{
    char *at = bytes;

    while (len > 0) {
        ssize_t n = pread(fd, at, len, (off_t)place);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(note, ERR_IO, "the temporary file cannot be read: %s", strerror(errno));
        if (n == 0)
            return fail(note, ERR_IO, "the temporary file is shorter than what was written to it");
        at += n;
        place += n;
        len -= (size_t)n;
    }
    return ERR_OK;
}
