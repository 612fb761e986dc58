#include "cli/script.h"

#include "app/answer.h"
#include "base/buf.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/options.h"
#include "cli/terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_BYTES ((size_t)64 << 20)

struct script {
    struct cli *cli;
    FILE *in;
    const char *name;
    long line;
    bool json, atomic;
    const char *op_id;  /* of the run; a line has op_id/n */
    struct arena arena; /* of the line */
    int status;         /* of the first failure */
};

static void failure_say(struct script *s, enum err code)
{
    struct cli *cli = s->cli;
    const char *words = cli->session.note->text;

    if (!s->status)
        s->status = err_exit_status(code);
    if (s->json)
        printf("{\"line\":%ld,\"ok\":false,\"code\":\"%s\",\"message\":%s}\n", s->line,
               err_name(code), answer_json(words, &s->arena));
    else
        terminal_say(cli, arena_format(&s->arena, "%s:%ld: %s", s->name, s->line, words));
}

static void success_say(struct script *s, const struct command *command, const struct outcome *out)
{
    const char *ref = out->ref && *out->ref ? out->ref : NULL;

    if (out->found && !s->status)
        s->status = err_exit_status(ERR_FOUND);
    if (!s->json) {
        if (ref)
            printf("%s\n", ref);
        if (out->says && *out->says)
            terminal_tell(s->cli, out->says);
        return;
    }
    if (call_answers(command))
        return;
    printf("{\"line\":%ld,\"ok\":true", s->line);
    if (ref)
        printf(",\"ref\":%s", answer_json(ref, &s->arena));
    if (out->found)
        printf(",\"found\":true");
    printf("}\n");
}

/* Shows how far the file is, where no answers run over the terminal; true = stop. */
static bool line_begins(struct script *s)
{
    struct session *session = &s->cli->session;

    s->line++;
    if (session->terminal_out || !session->progress)
        return terminal_interrupted();
    return session->progress(session->self, "line", s->line, 0);
}

/* One command line; ERR_OK also for a line without a command. */
static enum err line_run(struct script *s, const char *text)
{
    struct session *session = &s->cli->session;
    const struct command *command;
    struct outcome out;
    struct args args;
    char **words;
    int count, used;

    TRY(words_split(text, &s->arena, &words, &count, session->note));
    if (count > 0 && strcmp(words[0], "arledger") == 0) { /* copied from a shell */
        words++;
        count--;
    }
    if (count == 0)
        return ERR_OK;
    TRY(command_words(count, words, &command, &used, session->note));
    if (command->flags & COMMAND_SHELL)
        return fail(session->note, ERR_USAGE,
                    "%s works from the shell only, not in a file of commands", command->noun);
    if (s->atomic && (command->flags & COMMAND_NO_BOOK))
        return fail(session->note, ERR_USAGE,
                    "%s %s cannot be part of one transaction; take it out of the file",
                    command->noun, command->verb ? command->verb : "");
    const enum err e = call_args(s->cli, command, count - used, words + used, &s->arena, &args);
    for (int i = used; e == ERR_USAGE && i < count; i++)
        if (option_is(words[i]))
            return fail(session->note, ERR_USAGE,
                        "%s is for the whole file: it stands on the command line of `run`",
                        words[i]);
    TRY(e);
    session->op_id = s->op_id ? arena_format(&s->arena, "%s/%ld", s->op_id, s->line) : NULL;
    const char *before = NULL;
    if (s->json)
        before = arena_format(&s->arena, "{\"line\":%ld,\"ok\":true,\"%s\":", s->line,
                              command->flags & COMMAND_TABLE ? "rows" : "page");
    TRY(call_run(s->cli, &args, &s->arena, before, s->json ? "}\n" : NULL, &out));
    success_say(s, command, &out);
    return ERR_OK;
}

/* The next line with its end; false at the end of the file, and when it is too long to be one. */
static bool line_next(struct script *s, struct buf *line)
{
    int c;

    buf_reset(line);
    while (!line->full && (c = getc(s->in)) != EOF) {
        buf_char(line, (char)c);
        if (c == '\n')
            break;
    }
    return line->len > 0 && !line->full;
}

static enum err lines_run(struct script *s, bool keep_going)
{
    struct buf line;
    enum err e = ERR_OK;

    buf_init(&line, LINE_BYTES);
    while (line_next(s, &line)) {
        if (line_begins(s)) {
            e = fail(s->cli->session.note, ERR_CANCELLED, "cancelled; the lines before were run");
            break;
        }
        e = memchr(line.data, 0, line.len)
                ? fail(s->cli->session.note, ERR_INPUT, "the line has a zero byte")
                : line_run(s, s->line == 1 ? text_unmarked(line.data) : line.data);
        if (e != ERR_OK) {
            failure_say(s, e);
            if (!keep_going || e == ERR_CANCELLED)
                break;
        }
        fflush(stdout);
        arena_reset(&s->arena);
    }
    if (e == ERR_OK && ferror(s->in))
        e = fail(s->cli->session.note, ERR_IO, "%s cannot be read: %s", s->name, strerror(errno));
    if (e == ERR_OK && line.full)
        e = fail(s->cli->session.note, ERR_LIMIT, "%s:%ld: the line is longer than %zu MB", s->name,
                 s->line + 1, LINE_BYTES >> 20);
    buf_done(&line);
    return e;
}

static enum err atomic_run(struct script *s)
{
    struct session *session = &s->cli->session;

    if (!session->book)
        TRY(cli_enter(s->cli));
    TRY(command_atomic_begin(session));
    enum err e = lines_run(s, false);
    enum err end = command_atomic_end(session, e == ERR_OK && !s->status);
    return end != ERR_OK ? end : e;
}

int script_run(struct cli *cli, const struct args *args)
{
    struct script s = {.cli = cli,
                       .name = args_get(args, "file"),
                       .op_id = cli->session.op_id,
                       .atomic = args_flag(args, "atomic"),
                       .json = strcmp(cli->session.format, "json") == 0};
    bool keep_going = args_flag(args, "keep-going");

    if (s.atomic && keep_going)
        return cli_fail(cli, fail(cli->session.note, ERR_USAGE,
                                  "--atomic means all lines or none, so --keep-going "
                                  "cannot be; give one of them"));
    if (cli->session.output)
        return cli_fail(cli, fail(cli->session.note, ERR_USAGE,
                                  "run has many answers; they go to standard output, "
                                  "not to --output"));
    s.in = strcmp(s.name, "-") == 0 ? stdin : fopen(s.name, "rb");
    if (!s.in)
        return cli_fail(cli, fail(cli->session.note, ERR_INPUT, "%s cannot be read: %s", s.name,
                                  strerror(errno)));
    if (s.in == stdin)
        s.name = "standard input";
    terminal_work_begins(cli);
    enum err e = s.atomic ? atomic_run(&s) : lines_run(&s, keep_going);
    /* what is no line's own failure was not said yet */
    if (e != ERR_OK && !s.status)
        s.status = cli_fail(cli, e);
    if (s.atomic && s.status)
        terminal_tell(cli, "nothing of the file was kept");
    cli->session.op_id = s.op_id;
    if (s.in != stdin)
        fclose(s.in);
    arena_done(&s.arena);
    return s.status;
}
