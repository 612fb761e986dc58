#include "view/headless.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "tui/term.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCRIPT_MAX ((size_t)1 << 20)
#define DUMP_MAX ((size_t)1 << 20)
#define SIZE_MAX_CELLS 1000

struct headless {
    struct arena arena;
    struct note *note;
    enum err failed;
    const char *path;
    char *rest; /* lines not read yet */
    int line;
    int64_t idle_us;
    struct keycode_script keys; /* of the line under way */
};

enum err headless_size(const char *text, int *columns, int *rows, struct note *note)
{
    int used = 0;

    if (sscanf(text, "%dx%d%n", columns, rows, &used) != 2 || text[used] != 0 || *columns < 1 ||
        *rows < 1 || *columns > SIZE_MAX_CELLS || *rows > SIZE_MAX_CELLS)
        return fail(note, ERR_USAGE, "'%.20s' is no size of a screen; 80x24 is one", text);
    return ERR_OK;
}

static enum err file_read(struct headless *headless)
{
    char chunk[4096];
    struct buf text;
    enum err e = ERR_OK;
    FILE *f = strcmp(headless->path, "-") == 0 ? stdin : fopen(headless->path, "rb");

    if (!f)
        return fail(headless->note, ERR_INPUT, "%s: the script cannot be read: %s", headless->path,
                    strerror(errno));
    buf_init(&text, SCRIPT_MAX);
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;)
        buf_add(&text, chunk, n);
    if (ferror(f))
        e = fail(headless->note, ERR_IO, "%s: the script cannot be read", headless->path);
    else if (text.full)
        e = fail(headless->note, ERR_LIMIT, "%s: the script is too long", headless->path);
    headless->rest = arena_bytes(&headless->arena, text.data, text.len);
    if (f != stdin)
        fclose(f);
    buf_done(&text);
    return e;
}

enum err headless_open(const char *path, struct note *note, struct headless **out)
{
    struct headless *headless = mem_new(1, sizeof *headless);

    headless->note = note;
    headless->path = path;
    headless->keys.at = "";
    *out = headless;
    headless->failed = file_read(headless);
    return headless->failed;
}

static enum err dump(struct headless *headless, const char *name)
{
    struct buf picture;
    FILE *f = stdout;

    if (strcmp(name, "-") != 0)
        f = fopen(arena_format(&headless->arena, "%s.txt", name), "w");
    if (!f)
        return fail(headless->note, ERR_CREATE, "%s.txt cannot be written: %s", name,
                    strerror(errno));
    buf_init(&picture, DUMP_MAX);
    term_dump(&picture);
    fwrite(picture.data, 1, picture.len, f);
    buf_done(&picture);
    if (f == stdout ? fflush(f) != 0 : fclose(f) != 0)
        return fail(headless->note, ERR_IO, "%s.txt cannot be written: %s", name, strerror(errno));
    return ERR_OK;
}

/* Does what the line says, or leaves its keys to be read. */
static enum err line_take(struct headless *headless, char *line)
{
    struct note inner = {0};
    int columns, rows;

    line = text_trim(line);
    if (*line == 0 || *line == '#')
        return ERR_OK;
    if (strncmp(line, "dump ", 5) == 0)
        return dump(headless, text_trim(line + 5));
    if (strncmp(line, "resize ", 7) == 0) {
        enum err e = headless_size(text_trim(line + 7), &columns, &rows, &inner);
        if (e != ERR_OK)
            return fail(headless->note, e, "%s:%d: %s", headless->path, headless->line, inner.text);
        term_resize(rows, columns);
        return ERR_OK;
    }
    if (strncmp(line, "idle ", 5) == 0) {
        headless->idle_us = strtoll(line + 5, NULL, 10) * 60 * 1000000;
        return ERR_OK;
    }
    headless->keys = (struct keycode_script){.at = line};
    return ERR_OK;
}

int64_t headless_idled(struct headless *headless)
{
    const int64_t idle_us = headless->idle_us;

    headless->idle_us = 0;
    return idle_us;
}

struct key headless_key(struct headless *headless)
{
    struct note inner = {0};
    struct key key;

    while (headless->failed == ERR_OK) {
        key = term_key(0); /* a new size */
        if (!key_is(key, KEYCODE_NONE))
            return key;
        if (keycode_next(&headless->keys, &key, &inner) != ERR_OK) {
            headless->failed = fail(headless->note, ERR_INPUT, "%s:%d: %s", headless->path,
                                    headless->line, inner.text);
            break;
        }
        if (!key_is(key, KEYCODE_NONE))
            return key;
        if (!headless->rest || *headless->rest == 0)
            break;
        char *line = headless->rest, *end = strchr(line, '\n');
        headless->rest = end ? end + 1 : NULL;
        if (end)
            *end = 0;
        headless->line++;
        headless->keys.at = "";
        headless->failed = line_take(headless, line);
        if (headless->idle_us)
            return key_of(KEYCODE_NONE);
    }
    return key_of(KEYCODE_LEAVE);
}

enum err headless_close(struct headless *headless)
{
    if (!headless)
        return ERR_OK;
    enum err e = headless->failed;
    arena_done(&headless->arena);
    free(headless);
    return e;
}
