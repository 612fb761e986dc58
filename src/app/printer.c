#include "app/printer.h"

#include "app/outside.h"
#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define LIST_MAX ((size_t)1 << 20)
#define WORDS_MAX 16

/* A child whose standard input or output is `end`; what it says falls nowhere, as the picture is
 * on the terminal. */
static int child_start(char *const *words, int end, int as, pid_t *child)
{
    int files[] = {OUTSIDE_NONE, OUTSIDE_NONE, OUTSIDE_NONE};

    files[as] = end;
    return outside_start(words, files, child);
}

/* Both ends are closed in children, but for what child_start gives them. */
static enum err pipe_make(int ends[2], struct note *note)
{
    if (pipe(ends) != 0)
        return fail(note, ERR_IO, "no way to the printer: %s", strerror(errno));
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return ERR_OK;
}

static bool child_ended_well(pid_t child)
{
    int status = 0;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* ---- which printers there are ---- */

static void names_split(const struct buf *text, struct arena *arena, const char *const **out,
                        size_t *count)
{
    size_t lines = 0;

    for (size_t i = 0; i < text->len; i++)
        lines += text->data[i] == '\n';
    const char **names = arena_new(arena, (lines + 1) * sizeof *names);
    for (const char *p = text->data; p && *count < lines; p = strchr(p, '\n') + 1) {
        const size_t len = strcspn(p, "\n");
        if (len)
            names[(*count)++] = arena_bytes(arena, p, len);
        else
            lines--;
    }
    *out = names;
}

enum err printer_names(struct arena *arena, const char *const **out, size_t *count,
                       struct note *note)
{
    static char *const words[] = {"lpstat", "-e", NULL};
    char chunk[4096];
    struct buf text;
    pid_t child;
    int ends[2];

    *out = NULL;
    *count = 0;
    TRY(pipe_make(ends, note));
    const int failed = child_start(words, ends[1], STDOUT_FILENO, &child);
    close(ends[1]);
    if (failed) {
        close(ends[0]);
        return fail(note, ERR_UNAVAILABLE, "the printers are not known: lpstat cannot be run (%s)",
                    strerror(failed));
    }
    buf_init(&text, LIST_MAX);
    for (ssize_t n; (n = read(ends[0], chunk, sizeof chunk)) > 0 || (n < 0 && errno == EINTR);)
        if (n > 0)
            buf_add(&text, chunk, (size_t)n);
    close(ends[0]);
    const bool well = child_ended_well(child);
    names_split(&text, arena, out, count);
    buf_done(&text);
    return well || *count ? ERR_OK
                          : fail(note, ERR_UNAVAILABLE, "lpstat lists no printers; is one set up?");
}

/* ---- one print ---- */

enum err printer_open(struct printer *printer, const struct printing *printing, bool across,
                      struct note *note)
{
    char *words[WORDS_MAX] = {"lp", "-s"};
    struct arena arena = {0};
    int count = 2, ends[2];
    pid_t child;

    if (printing->copies < 0 || printing->copies > PRINTER_COPIES_MOST)
        return fail(note, ERR_INPUT, "copies are 1 to %d, not %d", PRINTER_COPIES_MOST,
                    printing->copies);
    TRY(pipe_make(ends, note));
    if (printing->printer && *printing->printer)
        words[count++] = arena_format(&arena, "-d%s", printing->printer);
    if (printing->copies > 1)
        words[count++] = arena_format(&arena, "-n%d", printing->copies);
    if (across && !printing->pdf) {
        words[count++] = "-olandscape";
        words[count++] = "-ocpi=12";
        words[count++] = "-olpi=7";
    }
    const int failed = child_start(words, ends[0], STDIN_FILENO, &child);
    close(ends[0]);
    arena_done(&arena);
    if (failed) {
        close(ends[1]);
        return fail(note, ERR_UNAVAILABLE, "nothing was printed: lp cannot be run (%s)",
                    strerror(failed));
    }
    *printer = (struct printer){.input = ends[1], .child = child};
    return ERR_OK;
}

enum err printer_close(struct printer *printer, struct note *note)
{
    close(printer->input);
    return child_ended_well(printer->child)
               ? ERR_OK
               : fail(note, ERR_UNAVAILABLE,
                      "lp refused the print; `lpstat -p -d` shows the printers");
}
