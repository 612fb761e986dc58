#include "cli/call.h"

#include "app/answer.h"
#include "app/filetake.h"
#include "app/session.h"
#include "base/text.h"
#include "cli/terminal.h"

#include <stdio.h>
#include <string.h>

#define ROWS_FILE_MAX ((size_t)64 << 20)

bool call_answers(const struct command *command)
{
    return (command->flags & (COMMAND_TABLE | COMMAND_PAGE)) != 0;
}

static enum err rows_file_read(const char *name, struct arena *arena, const char **out,
                               struct note *note)
{
    struct note why = {0};
    char *text = NULL;
    size_t len = 0;
    const enum err e = filetake(name, ROWS_FILE_MAX, arena, &text, &len, &why);

    if (e != ERR_OK)
        return fail(note, e, "@%s", why.text);
    if (memchr(text, 0, len))
        return fail(note, ERR_INPUT, "@%s: the file has a zero byte; it must be text", name);
    *out = text_unmarked(text);
    return ERR_OK;
}

/* The rows argument that `--name` or `--name=@FILE` stands for, or NULL. */
static const struct arg *rows_arg(const struct command *command, const char *word)
{
    if (strncmp(word, "--", 2) != 0)
        return NULL;
    size_t len = strcspn(word + 2, "=");
    for (const struct arg *a = command->args; a && a->name; a++)
        if (a->kind == ARG_ROWS && strlen(a->name) == len && strncmp(a->name, word + 2, len) == 0)
            return a;
    return NULL;
}

/* Reads the files of rows in place. */
static enum err files_read(struct cli *cli, const struct command *command, int count, char **words,
                           struct arena *arena)
{
    for (int i = 0; i < count; i++) {
        const struct arg *arg = rows_arg(command, words[i]);
        if (!arg)
            continue;
        char *equals = strchr(words[i], '=');
        const char *value = equals ? equals + 1 : i + 1 < count ? words[++i] : "";
        const char *text;
        if (value[0] != '@')
            continue;
        TRY(rows_file_read(value + 1, arena, &text, cli->session.note));
        words[i] =
            equals ? arena_format(arena, "--%s=%s", arg->name, text) : arena_text(arena, text);
    }
    return ERR_OK;
}

enum err call_args(struct cli *cli, const struct command *command, int count, char **words,
                   struct arena *arena, struct args *args)
{
    args_init(args, command, arena, &cli->session.habit, &notation_plain);
    TRY(files_read(cli, command, count, words, arena));
    return args_words(args, count, words, cli->session.note);
}

/* A new book may be made by a name and at a moment of one's choice when it is a sandbox. */
static enum err overrides_check(const struct cli *cli, const struct args *args)
{
    const struct command *command = args->command;

    if (!cli->overrides || !(command->flags & COMMAND_NO_BOOK))
        return ERR_OK;
    for (const struct arg *a = command->args; a && a->name; a++)
        if (strcmp(a->name, "sandbox") == 0 && args_flag(args, "sandbox"))
            return ERR_OK;
    return fail(cli->session.note, ERR_USAGE,
                "--now, --actor and --locale work on a sandbox book only (book new "
                "--sandbox)");
}

/* What proves a book opens also one in which nothing else could work: for that command alone. */
static enum err book_ready(struct cli *cli, const struct command *command)
{
    struct session *session = &cli->session;
    const bool proving = (command->flags & COMMAND_PROVES) != 0;

    if ((command->flags & COMMAND_NO_BOOK) || (session->book && session->tx))
        return ERR_OK;
    if (session->book && session->proving == proving)
        return ERR_OK;
    session->proving = proving;
    if (!session->book)
        return cli_enter(cli);
    session_close(session);
    return cli_open(cli);
}

enum err call_run(struct cli *cli, struct args *args, struct arena *arena, const char *before,
                  const char *after, struct outcome *out)
{
    struct session *session = &cli->session;
    struct answer answer;
    enum err e;

    *out = (struct outcome){0};
    TRY(overrides_check(cli, args));
    TRY(book_ready(cli, args->command));
    if (before)
        TRY(answer_open_part(&answer, session, args->command, before));
    else
        TRY(answer_open(&answer, session, args->command));
    e = command_run(session, args, arena, answer_sink(&answer), answer_page(&answer), out);
    terminal_work_ends(cli);
    fflush(stdout);
    e = answer_close(&answer, e, after);
    out->code = e;
    return e;
}
