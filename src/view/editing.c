#include "view/editing.h"

#include "app/filetake.h"
#include "app/outside.h"
#include "base/template.h"
#include "ledger/papertext.h"
#include "report/papertemplate.h"
#include "tui/term.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *editing_program(void)
{
    const char *visual = getenv("VISUAL"), *line = visual && *visual ? visual : getenv("EDITOR");

    return line && *line ? line : NULL;
}

enum err editing_file(struct desk *desk, const char *what, const char *text,
                      char path[EDITING_PATH])
{
    const char *folder = getenv("TMPDIR");

    if (!folder || !*folder)
        folder = "/tmp";
    snprintf(path, EDITING_PATH, "%s/arledger-%s-XXXXXX", folder, what);
    const int file = mkstemp(path);
    if (file < 0)
        return fail(desk->session->note, ERR_IO, "%s: %s", path, strerror(errno));
    const size_t len = strlen(text);
    const bool written = write(file, text, len) == (ssize_t)len;
    return close(file) == 0 && written
               ? ERR_OK
               : fail(desk->session->note, ERR_IO, "%s could not be written", path);
}

enum err editing_open(struct desk *desk, const char *path)
{
    term_lend();
    const enum err e = outside_run(editing_program(), path, false, desk->session->note);
    term_take();
    return e;
}

/* ---- a template ----------------------------------------------------------------------------- */

static enum err template_text(struct desk *desk, const char *paper, const char *language,
                              const char **out)
{
    TRY(papertext_find(desk->book, paper, language, &desk->arena, out));
    if (!*out)
        *out = papertemplate_shipped(paper, language);
    if (!*out) /* a language that is begun: the English one is changed */
        *out = papertemplate_shipped(paper, "en");
    return *out ? ERR_OK
                : fail(desk->session->note, ERR_MISSING, "there is no paper %.40s", paper);
}

static enum err template_set(struct desk *desk, const char *name, const char *path)
{
    struct session *session = desk->session;
    struct args args;

    args_init(&args, command_find("template", "set"), &desk->arena, &session->habit,
              &session->notation);
    TRY(args_set(&args, "template", name, session->note));
    TRY(args_set(&args, "file", path, session->note));
    return desk_command(desk, &args, NULL);
}

/* What is wrong is told, and the editor opens again on the same text while somebody wants to. */
static enum err template_edit(struct desk *desk, const char *name, const char *path,
                              const char *old)
{
    struct note *note = desk->session->note;

    for (;;) {
        char *text;
        TRY(editing_open(desk, path));
        TRY(filetake_text(path, TEMPLATE_MAX, &desk->arena, &text, note));
        const size_t len = strlen(text);
        if (strncmp(text, old, len) == 0 && old[len + strspn(old + len, "\n")] == 0) {
            desk_say(desk, STYLE_NORMAL, "Nothing was changed.");
            return ERR_OK;
        }
        const enum err e = template_set(desk, name, path);
        if (e != ERR_INPUT && e != ERR_LIMIT)
            return e;
        if (!desk_ask(desk, arena_format(&desk->arena, "Edit it again? %s", note->text)))
            return e;
    }
}

void editing_template(struct desk *desk)
{
    const char *name = arena_text(&desk->arena, desk->top->about), *dot = strchr(name, '.');
    const char *old = NULL;
    char path[EDITING_PATH];

    if (!dot) {
        desk_say(desk, STYLE_ERROR, "Not now: there is no template here.");
        return;
    }
    if (!editing_program()) {
        desk_say(desk, STYLE_ERROR,
                 "Set $EDITOR to change it here; or `template show %s --to FILE`, then `template "
                 "set`.",
                 name);
        return;
    }
    const char *paper = arena_bytes(&desk->arena, name, (size_t)(dot - name));
    enum err e = template_text(desk, paper, dot + 1, &old);
    if (e == ERR_OK)
        e = editing_file(desk, "template", old, path);
    if (e == ERR_OK) {
        e = template_edit(desk, name, path, old);
        unlink(path);
    }
    desk_say_failure(desk, e);
}
