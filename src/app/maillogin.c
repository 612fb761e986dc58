#include "app/maillogin.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MOST 4096

static const char *path_usual(struct arena *arena)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

    if (config && *config == '/')
        return arena_format(arena, "%s/arledger/mail", config);
    return home && *home ? arena_format(arena, "%s/.config/arledger/mail", home) : NULL;
}

static enum err file_judge(int fd, const char *path, struct note *note)
{
    struct stat file;

    if (fstat(fd, &file) != 0 || !S_ISREG(file.st_mode))
        return fail(note, ERR_INPUT, "%s is no file", path);
    if (file.st_uid != geteuid())
        return fail(note, ERR_DENIED, "%s belongs to somebody else; a login is your own", path);
    if (file.st_mode & 077)
        return fail(note, ERR_DENIED, "%s can be read by others; `chmod 600 %s` keeps it to you",
                    path, path);
    return ERR_OK;
}

/* The value behind "name =", without the blanks around it; NULL = the line is of another. */
static const char *value_of(const char *line, size_t len, const char *name, struct arena *arena)
{
    const char *end = line + len;

    line += strspn(line, " \t");
    if (strncmp(line, name, strlen(name)) != 0)
        return NULL;
    line += strlen(name);
    line += strspn(line, " \t");
    if (*line != '=')
        return NULL;
    line++;
    while (line < end && (*line == ' ' || *line == '\t'))
        line++;
    while (end > line && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
        end--;
    return arena_bytes(arena, line, (size_t)(end - line));
}

static enum err lines_read(char *text, const char *path, struct arena *arena, struct maillogin *out,
                           struct note *note)
{
    int number = 0;

    for (char *line = text, *next; line && *line; line = next) {
        const size_t len = strcspn(line, "\n");
        const char *value;
        next = line[len] ? line + len + 1 : NULL;
        line[len] = 0;
        number++;
        if (line[strspn(line, " \t\r")] == 0 || *line == '#')
            continue;
        if ((value = value_of(line, len, "user", arena)))
            out->user = value;
        else if ((value = value_of(line, len, "password", arena)))
            out->password = value;
        else if ((value = value_of(line, len, "certificates", arena)))
            out->certificates = value;
        else /* its words may be a password: they are not shown */
            return fail(note, ERR_INPUT,
                        "%s line %d: it is none of user =, password =, certificates =", path,
                        number);
    }
    return (out->user != NULL) == (out->password != NULL)
               ? ERR_OK
               : fail(note, ERR_INPUT, "%s: user = and password = belong together", path);
}

enum err maillogin_read(const char *path, struct arena *arena, struct maillogin *out,
                        struct note *note)
{
    char text[FILE_MOST + 1];
    const bool usual = path == NULL;
    enum err e;

    *out = (struct maillogin){NULL};
    if (usual)
        path = path_usual(arena);
    if (!path)
        return ERR_OK;
    const int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT && usual)
        return ERR_OK;
    if (fd < 0)
        return fail(note, errno == ENOENT ? ERR_MISSING : ERR_DENIED, "%s cannot be read: %s", path,
                    errno == ELOOP ? "it is a link" : strerror(errno));
    e = file_judge(fd, path, note);
    const ssize_t len = e == ERR_OK ? read(fd, text, FILE_MOST) : 0;
    close(fd);
    if (e == ERR_OK && len < 0)
        e = fail(note, ERR_IO, "%s cannot be read", path);
    if (e == ERR_OK) {
        text[len] = 0;
        e = lines_read(text, path, arena, out, note);
    }
    explicit_bzero(text, sizeof text);
    return e;
}
