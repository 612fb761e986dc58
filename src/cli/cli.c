#include "cli/cli.h"

#include "app/answer.h"
#include "app/entering.h"
#include "app/session.h"
#include "cli/call.h"
#include "cli/complete.h"
#include "cli/manual.h"
#include "cli/options.h"
#include "cli/script.h"
#include "cli/secretword.h"
#include "cli/terminal.h"
#include "cli/usage.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifndef ARLEDGER_VERSION
#define ARLEDGER_VERSION "0"
#endif

int cli_fail(struct cli *cli, enum err code)
{
    const char *words = cli->session.note->text;

    terminal_say(cli, *words ? words : err_words(code));
    return err_exit_status(code);
}

static bool is_own(const struct command *command, const char *word)
{
    size_t len = strcspn(word, "=");

    if (strncmp(word, "--", 2) != 0)
        return false;
    for (const struct arg *a = command->args; a && a->name; a++)
        if (strlen(a->name) == len - 2 && strncmp(a->name, word + 2, len - 2) == 0)
            return true;
    return false;
}

static bool takes_value(const struct command *command, const char *word)
{
    if (strchr(word, '='))
        return false;
    for (const struct arg *a = command->args; a && a->name; a++)
        if (strcmp(a->name, word + 2) == 0)
            return a->kind != ARG_FLAG;
    return false;
}

/* Behind the command: its own arguments stay, global options are taken out. */
static enum err behind_read(struct cli *cli, int count, char **words)
{
    cli->words = arena_new(&cli->arena, (size_t)(count + 1) * sizeof *cli->words);
    for (int i = 0; i < count;) {
        int used = 0;
        if (is_own(cli->command, words[i])) {
            bool two = takes_value(cli->command, words[i]) && i + 1 < count;
            cli->words[cli->count++] = words[i++];
            if (two)
                cli->words[cli->count++] = words[i++];
            continue;
        }
        TRY(option_take(cli, count - i, words + i, &used));
        if (used == 0)
            cli->words[cli->count++] = words[i++];
        i += used;
    }
    return ERR_OK;
}

/* Is help asked for somewhere behind? Then an unfinished command is no mistake. */
static bool help_asked(int count, char **words)
{
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
            return true;
    return false;
}

static enum err words_read(struct cli *cli, int argc, char **argv)
{
    int i = 1, used = 0;

    for (; i < argc; i += used) {
        TRY(option_take(cli, argc - i, argv + i, &used));
        if (used == 0)
            break;
    }
    if (i == argc)
        return ERR_OK;
    if (argv[i][0] == '-')
        return option_unknown(cli, argv[i]);
    if (cli->help || help_asked(argc - i, argv + i)) {
        cli->help = true;
        cli->words = argv + i;
        cli->count = argc - i;
        return ERR_OK;
    }
    TRY(command_words(argc - i, argv + i, &cli->command, &used, cli->session.note));
    return behind_read(cli, argc - i - used, argv + i + used);
}

/* What the options mean together. */
static enum err options_settle(struct cli *cli)
{
    struct session *session = &cli->session;

    if (session->output && !cli->format_given)
        session->format = answer_format_of(session->output);
    if (session->now)
        session->today = moment_date(session->now);
    TRY(session_locale(session));
    if (cli->today) {
        struct date day;
        struct note inner = {0};
        if (date_parse(cli->today, &session->habit, session->today, &day, &inner) != ERR_OK)
            return fail(session->note, ERR_USAGE, "--today: %s", inner.text);
        session->today = day;
        session->habit.today = day;
    }
    if (session->now && !date_has_room(session->today))
        return fail(session->note, ERR_USAGE,
                    "--now: the day must lie between 1970-01-02 and 9988-12-31");
    if (!cli->headless != !cli->script)
        return fail(session->note, ERR_USAGE, "--headless and --script belong together; give both");
    return ERR_OK;
}

int cli_start(struct cli *cli, int argc, char **argv)
{
    *cli = (struct cli){0};
    session_init(&cli->session, &cli->note, &cli->arena);
    terminal_start(cli);
    enum err e = words_read(cli, argc, argv);
    if (e == ERR_OK && cli->version) {
        printf("arledger %s\n", ARLEDGER_VERSION);
        return 0;
    }
    if (e == ERR_OK)
        e = options_settle(cli);
    return e == ERR_OK ? -1 : cli_fail(cli, e);
}

bool cli_wants_screen(const struct cli *cli)
{
    if (cli->command || cli->help || cli->count)
        return false;
    return cli->headless || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO));
}

enum err cli_open(struct cli *cli)
{
    TRY(session_open(&cli->session));
    if (cli->overrides && !session_sandbox(&cli->session))
        return fail(cli->session.note, ERR_USAGE,
                    "--now, --actor and --locale work on a sandbox book only (book "
                    "new --sandbox)");
    return ERR_OK;
}

enum err cli_enter(struct cli *cli)
{
    TRY(cli_open(cli));
    return entering(&cli->session, &cli->arena);
}

static int one_say(struct cli *cli, const struct outcome *out)
{
    const struct session *session = &cli->session;
    const char *ref = out->ref && *out->ref ? out->ref : NULL;

    if (ref && strcmp(session->format, "json") == 0)
        printf("{\"v\":1,\"ref\":%s}\n", answer_json(ref, &cli->arena));
    else if (ref)
        printf("%s\n", ref);
    if (out->says && *out->says)
        terminal_tell(cli, out->says);
    if (out->stored)
        terminal_tell(cli, "this is the stored result: the operation id was used before");
    else if (session->dry_run &&
             ((cli->command->flags & (COMMAND_WRITES | COMMAND_NO_BOOK)) || out->says))
        terminal_tell(cli, "dry run: nothing was kept");
    /* it is posted all the same: who repeats it would post it twice */
    if (fflush(stdout) != 0 || ferror(stdout))
        return cli_fail(cli, fail(session->note, ERR_IO,
                                  "%s: it was done, but standard output could not be written",
                                  ref ? ref : "the answer"));
    return out->found ? err_exit_status(ERR_FOUND) : 0;
}

static int help_run(struct cli *cli, const struct args *args)
{
    int count = args_count(args, "command");
    const char **words = arena_new(&cli->arena, (size_t)(count + 1) * sizeof *words);

    for (int i = 0; i < count; i++)
        words[i] = args_nth(args, "command", i);
    return usage_words(cli, count, words);
}

/* What cli answers by itself. */
static int shell_run(struct cli *cli, const struct args *args)
{
    const char *verb = cli->command->verb;

    if (strcmp(cli->command->noun, "run") == 0)
        return script_run(cli, args);
    if (verb && strcmp(verb, "man") == 0)
        manual_write(stdout);
    else if (verb)
        complete_write(stdout, args_get(args, "shell"));
    else
        return help_run(cli, args);
    return 0;
}

static int one_run(struct cli *cli)
{
    struct outcome out;
    struct args args;
    enum err e = call_args(cli, cli->command, cli->count, cli->words, &cli->arena, &args);

    if (e == ERR_OK && (cli->command->flags & COMMAND_SHELL)) {
        e = args_check(&args, cli->session.note);
        return e == ERR_OK ? shell_run(cli, &args) : cli_fail(cli, e);
    }
    terminal_work_begins(cli);
    if (e == ERR_OK)
        e = call_run(cli, &args, &cli->arena, NULL, NULL, &out);
    return e == ERR_OK ? one_say(cli, &out) : cli_fail(cli, e);
}

bool cli_interrupted(void)
{
    return terminal_interrupted();
}

int cli_run(struct cli *cli)
{
    int status;

    /* a reader that has seen enough (| head) ends us without a word; every line of work is whole */
    signal(SIGPIPE, SIG_DFL);

    if (cli->help)
        status = usage_words(cli, cli->count, (const char *const *)cli->words);
    else if (!cli->command)
        status = cli_fail(cli, fail(cli->session.note, ERR_USAGE,
                                    "there is no command, and no terminal for the "
                                    "screens; `arledger --help` lists the commands"));
    else
        status = one_run(cli);
    if (fflush(stdout) != 0 && status == 0)
        status = cli_fail(cli, fail(cli->session.note, ERR_IO,
                                    "standard output cannot be written: %s", strerror(errno)));
    return status;
}

void cli_done(struct cli *cli)
{
    secretword_forget(cli);
    session_close(&cli->session);
    arena_done(&cli->arena);
}
