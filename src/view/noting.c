#include "view/noting.h"

#include "app/outside.h"
#include "base/text.h"
#include "tui/term.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOTE_MAX 65536
#define PATH_ROOM 4096
#define HEAD "# A note on %s. Lines like this one are left out; an empty note is none.\n"

static const char *editor(void)
{
    const char *visual = getenv("VISUAL"), *line = visual && *visual ? visual : getenv("EDITOR");

    return line && *line ? line : NULL;
}

/* A file that only its owner can read, with a line that says what it is for. */
static enum err paper_make(struct desk *desk, const char *customer, char path[PATH_ROOM])
{
    const char *folder = getenv("TMPDIR");

    snprintf(path, PATH_ROOM, "%s/arledger-note-XXXXXX", folder && *folder ? folder : "/tmp");
    const int file = mkstemp(path);
    if (file < 0)
        return fail(desk->session->note, ERR_IO, "%s: %s", path, strerror(errno));
    const bool written = dprintf(file, HEAD, customer) > 0;
    return close(file) == 0 && written
               ? ERR_OK
               : fail(desk->session->note, ERR_IO, "%s could not be written", path);
}

/* What was written, as one line: a note in the books has no breaks. */
static enum err paper_read(struct desk *desk, const char *path, const char **out)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    struct buf text;

    *out = "";
    if (!file)
        return fail(desk->session->note, ERR_IO, "%s: %s", path, strerror(errno));
    buf_init(&text, NOTE_MAX);
    while (getline(&line, &room, file) > 0) {
        const char *trimmed = text_trim(line);
        if (*trimmed == 0 || *trimmed == '#')
            continue;
        if (text.len)
            buf_text(&text, " / ");
        buf_text(&text, trimmed);
    }
    *out = arena_text(&desk->arena, text.data);
    const bool whole = !ferror(file) && !text.full;
    fclose(file);
    free(line);
    buf_done(&text);
    return whole ? ERR_OK : fail(desk->session->note, ERR_LIMIT, "the note is too long");
}

static enum err note_keep(struct desk *desk, const char *customer, const char *text)
{
    struct session *session = desk->session;
    struct args args;

    args_init(&args, command_find("contact", "log"), &desk->arena, &session->habit,
              &session->notation);
    TRY(args_set(&args, "customer", customer, session->note));
    TRY(args_set(&args, "kind", "note", session->note));
    TRY(args_set(&args, "text", text, session->note));
    return desk_command(desk, &args, NULL);
}

static enum err note_write(struct desk *desk, const char *customer)
{
    char path[PATH_ROOM];
    const char *text = "";

    TRY(paper_make(desk, customer, path));
    term_lend();
    enum err e = outside_run(editor(), path, false, desk->session->note);
    term_take();
    if (e == ERR_OK)
        e = paper_read(desk, path, &text);
    unlink(path);
    if (e == ERR_OK && *text)
        return note_keep(desk, customer, text);
    if (e == ERR_OK)
        desk_say(desk, STYLE_NORMAL, "Nothing was noted.");
    return e;
}

void noting_run(struct desk *desk)
{
    struct subject subject = {0};

    view_subject(desk->top, &subject);
    if (!subject.customer)
        desk_say(desk, STYLE_ERROR, "Not now: there is no customer here.");
    else if (editor())
        desk_say_failure(desk, note_write(desk, arena_text(&desk->arena, subject.customer)));
    else
        desk_run(desk, arena_format(&desk->arena, "contact log --customer %s --kind note ...",
                                    desk_word_quoted(subject.customer, &desk->arena)));
}
