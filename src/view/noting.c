#include "view/noting.h"

#include "base/text.h"
#include "view/editing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOTE_MAX 65536
#define HEAD "# A note on %s. Lines like this one are left out; an empty note is none.\n"

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
    char path[EDITING_PATH];
    const char *text = "";

    TRY(editing_file(desk, "note", arena_format(&desk->arena, HEAD, customer), path));
    enum err e = editing_open(desk, path);
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
    else if (editing_program())
        desk_say_failure(desk, note_write(desk, arena_text(&desk->arena, subject.customer)));
    else
        desk_run(desk, arena_format(&desk->arena, "contact log --customer %s --kind note ...",
                                    desk_word_quoted(subject.customer, &desk->arena)));
}
