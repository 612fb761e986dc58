#include "app/saving.h"

#include "app/sheets.h"
#include "base/spool.h"
#include "out/writers.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHEET_LINES 66
#define SHEET_WIDTH 78
#define WIDE_LINES 56 /* landscape at 12 characters and 7 lines an inch */
#define WIDE_WIDTH 130
#define WIDE_COLUMNS 8 /* a table with more of them is printed across */
#define FILE_WIDTH 132

bool saving_wants_width(const struct table_head *head)
{
    int count = 0;

    for (int i = 0; i < head->count; i++)
        count += (head->columns[i].flags & COLUMN_HIDDEN) == 0;
    return count > WIDE_COLUMNS;
}

static enum err rows_feed(void *self, struct sink *sink)
{
    const struct table *table = self;

    TRY(sink->head(sink->self, &table->head));
    for (size_t i = 0; i < table->count; i++)
        TRY(sink->row(sink->self, &table->rows[i]));
    return sink->foot(sink->self, table->proof);
}

struct saving saving_table(const struct table *table)
{
    /* rows_feed only reads it */
    return (struct saving){.feed = rows_feed,
                           .self = (void *)(uintptr_t)table,
                           .wide = saving_wants_width(&table->head)};
}

struct saving saving_page(const struct page *page)
{
    return (struct saving){.page = page};
}

static enum err write_all(const struct saving *saving, const struct writer *writer, struct out *out,
                          const struct writer_options *options)
{
    struct writing writing;
    struct sink sink;

    if (saving->page)
        return writer_page(writer, out, saving->page, options);
    sink = writing_open(&writing, writer, out, options);
    enum err e = saving->feed(saving->self, &sink);
    writing_close(&writing);
    return e;
}

static enum err finish(struct out *out, enum err e)
{
    if (e != ERR_OK) {
        out_drop(out);
        return e;
    }
    return out_close(out);
}

static const struct writer *writer_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    const struct writer *writer = dot ? writer_find(dot + 1) : NULL;

    return writer ? writer : writer_find("text");
}

enum err saving_file(const struct session *session, const struct saving *saving, const char *path,
                     bool replace)
{
    struct writer_options options;
    struct out out;

    sheets_options(session, FILE_WIDTH, &options);
    TRY(out_open_path(&out, path, replace, session->note));
    return finish(&out, write_all(saving, writer_of(path), &out, &options));
}

/* ---- the printer ---- */

static enum err lp_start(int input, bool wide, pid_t *child, struct note *note)
{
    static char *const upright[] = {"lp", "-s", NULL};
    static char *const across[] = {"lp",     "-s", "-o",    "landscape", "-o",
                                   "cpi=12", "-o", "lpi=7", NULL};
    posix_spawn_file_actions_t actions;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    /* its words would fall into the picture */
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int failed = posix_spawnp(child, "lp", &actions, NULL, wide ? across : upright, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed)
        return fail(note, ERR_UNAVAILABLE, "nothing was printed: lp cannot be run (%s)",
                    strerror(failed));
    return ERR_OK;
}

static enum err lp_wait(pid_t child, struct note *note)
{
    int status = 0;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return fail(note, ERR_IO, "nothing is known of the print: %s", strerror(errno));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(note, ERR_UNAVAILABLE,
                    "lp refused the print; `lpstat -p -d` shows the printers");
    return ERR_OK;
}

static struct writer_options sheet_options(const struct session *session,
                                           const struct saving *saving)
{
    struct writer_options options;

    sheets_options(session, saving->wide ? WIDE_WIDTH : SHEET_WIDTH, &options);
    options.page_length = saving->wide ? WIDE_LINES : SHEET_LINES;
    return options;
}

enum err saving_print(const struct session *session, const struct saving *saving)
{
    const struct writer_options options = sheet_options(session, saving);
    struct out out;
    pid_t child;
    int ends[2];

    if (pipe(ends) != 0)
        return fail(session->note, ERR_IO, "no way to the printer: %s", strerror(errno));
    /* lp must see the end of its input when we close ours */
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    enum err e = lp_start(ends[0], saving->wide, &child, session->note);
    close(ends[0]);
    if (e == ERR_OK) {
        e = out_open_fd(&out, ends[1], true, session->note);
        if (e == ERR_OK)
            e = finish(&out, write_all(saving, writer_find("text"), &out, &options));
        close(ends[1]);
        enum err lp = lp_wait(child, session->note);
        return lp != ERR_OK ? lp : e;
    }
    close(ends[1]);
    return e;
}

enum err saving_preview(const struct session *session, const struct saving *saving, struct buf *to)
{
    const struct writer_options options = sheet_options(session, saving);
    struct out out;
    char chunk[4096];
    ssize_t n = 0;
    int fd;

    TRY(spool_open(session->note, &fd));
    enum err e = out_open_fd(&out, fd, false, session->note);
    if (e == ERR_OK)
        e = finish(&out, write_all(saving, writer_find("text"), &out, &options));
    if (e == ERR_OK && lseek(fd, 0, SEEK_SET) == 0)
        while ((n = read(fd, chunk, sizeof chunk)) > 0)
            buf_add(to, chunk, (size_t)n);
    close(fd);
    return e != ERR_OK ? e
           : n < 0     ? fail(session->note, ERR_IO, "the preview cannot be read")
                       : ERR_OK;
}
