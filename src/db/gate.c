#include "db/gate.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

/* Locks of these file systems are not to be trusted between machines: sqlite.org/faq.html#q5,
 * numbers from statfs(2). */
static const struct {
    unsigned long magic;
    const char *name;
} networks[] = {
    {0x6969, "NFS"},
    {0x517B, "SMB"},
    {0xFF534D42, "CIFS"},
    {0xFE534D42, "SMB2"},
    {0x65735546, "FUSE"},
    {0x01021997, "9p"},
    {0x5346414F, "AFS"},
    {0x6B414653, "AFS"},
    {0x73757245, "Coda"},
    {0x00C36400, "Ceph"},
    {0x564C, "NCP"},
    {0x0BD00BD0, "Lustre"},
    {0x01161970, "GFS2"},
    {0x7461636F, "OCFS2"},
    {0x786F4256, "VirtualBox shared folder"},
    {0xBACBACBC, "VMware shared folder"},
};

const char *gate_network(unsigned long magic)
{
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
        if (networks[i].magic == magic)
            return networks[i].name;
    return NULL;
}

bool gate_disk(const char *folder, const char **network)
{
    struct statfs system;
    if (statfs(folder, &system) != 0)
        return false;
#ifdef __linux__
    *network = gate_network((unsigned long)system.f_type & 0xFFFFFFFFul);
#else
    *network = (system.f_flags & MNT_LOCAL) != 0 ? NULL : "of another machine";
#endif
    return true;
}

static enum err refuse_network(const char *real, struct note *note)
{
    char *directory = gate_directory(real);
    const char *network = NULL;
    const bool seen = gate_disk(directory, &network);
    const int reason = errno;
    free(directory);
    if (!seen)
        return fail(note, ERR_IO, "the disk of %s cannot be looked at [%s]", real,
                    strerror(reason));
    if (network != NULL)
        return fail(
            note, ERR_UNAVAILABLE,
            "%s is on a network file system (%s), where two programs could damage the book: "
            "keep it on a disk of this computer",
            real, network);
    return ERR_OK;
}

char *gate_directory(const char *real)
{
    const char *slash = strrchr(real, '/');
    must(slash != NULL);
    char *directory = strndup(real, slash == real ? 1 : (size_t)(slash - real));
    must(directory != NULL);
    return directory;
}

enum err gate_path(const char *path, struct note *note, char **real)
{
    *real = NULL;
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return fail(note, ERR_INPUT, "\"%s\" names no file: give the name of a book", path);
    if (strlen(path) + 64 > PATH_MAX) /* room for the names of the files beside it */
        return fail(note, ERR_INPUT, "the name of the book is too long");
    char directory[PATH_MAX] = ".";
    if (slash != NULL) {
        size_t len = slash == path ? 1 : (size_t)(slash - path);
        memcpy(directory, path, len);
        directory[len] = '\0';
    }
    char *whole = realpath(directory, NULL);
    if (whole == NULL)
        return fail(note, errno == EACCES ? ERR_DENIED : ERR_MISSING,
                    "the folder %s of the book cannot be reached [%s]", directory, strerror(errno));
    must(asprintf(real, "%s/%s", strcmp(whole, "/") == 0 ? "" : whole, name) > 0);
    free(whole);
    return ERR_OK;
}

/* With the rights that are in force, where access() would ask those of whoever started us. */
bool gate_may(const char *real, int how)
{
    return faccessat(AT_FDCWD, real, how, AT_EACCESS) == 0;
}

/* The umask must not shut out those whom a shared book is for. */
enum err gate_make(const char *real, struct note *note)
{
    int fd = open(real, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return fail(note, ERR_CREATE, "%s cannot be made [%s]", real, strerror(errno));
    struct stat folder;
    char *directory = gate_directory(real);
    if (stat(directory, &folder) == 0)
        (void)fchmod(fd, rights_book_mode(folder.st_gid));
    free(directory);
    close(fd);
    return ERR_OK;
}

enum err gate_book(const char *real, struct note *note)
{
    struct stat is;
    if (lstat(real, &is) != 0) {
        if (errno == ENOENT)
            return fail(note, ERR_MISSING, "there is no book %s: make one with `arledger book new`",
                        real);
        return fail(note, errno == EACCES ? ERR_DENIED : ERR_IO, "%s cannot be opened [%s]", real,
                    strerror(errno));
    }
    if (S_ISLNK(is.st_mode))
        return fail(note, ERR_UNAVAILABLE,
                    "%s is a link: open the book by the name of the file it points to", real);
    if (!S_ISREG(is.st_mode))
        return fail(note, ERR_INPUT, "%s is not a file, so it is no book", real);
    if (is.st_nlink > 1)
        return fail(note, ERR_UNAVAILABLE,
                    "the file %s has a second name (a hard link): copy it, and open the copy",
                    real);
    if (!gate_may(real, R_OK))
        return fail(note, ERR_DENIED, "you may not read the book %s", real);
    if (is.st_size == 0)
        return fail(note, ERR_INPUT, "%s is empty, so it is no book", real);
    return refuse_network(real, note);
}

enum err gate_free(const char *real, struct note *note)
{
    struct stat is;
    if (lstat(real, &is) == 0)
        return fail(note, ERR_CREATE, "%s exists already: choose another name", real);
    char *directory = gate_directory(real);
    int rc = gate_may(directory, W_OK | X_OK) ? 0 : -1;
    int reason = errno;
    free(directory);
    if (rc != 0)
        return fail(note, reason == EACCES ? ERR_DENIED : ERR_CREATE,
                    "no file can be made in the folder of %s [%s]", real, strerror(reason));
    return refuse_network(real, note);
}

enum err gate_sync(const char *real, bool directory, struct note *note)
{
    int fd = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | (directory ? O_DIRECTORY : 0));
    int rc = fd >= 0 ? fsync(fd) : -1;
    int reason = errno;
    if (fd >= 0)
        close(fd);
    if (rc != 0)
        return fail(note, reason == ENOSPC ? ERR_FULL : ERR_IO,
                    "%s could not be made safe on disk [%s]", real, strerror(reason));
    return ERR_OK;
}

enum err gate_name(const char *from, const char *to, struct note *note)
{
#ifdef RENAME_NOREPLACE
    int rc = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
    if (rc != 0 && (errno == EINVAL || errno == ENOSYS))
#else
    int rc = -1;
#endif
    {
        struct stat is;
        errno = EEXIST;
        rc = lstat(to, &is) == 0 ? -1 : rename(from, to);
    }
    if (rc != 0)
        return fail(note, ERR_CREATE, "%s cannot be made [%s]", to, strerror(errno));
    char *directory = gate_directory(to);
    enum err e = gate_sync(directory, true, note);
    free(directory);
    return e;
}
