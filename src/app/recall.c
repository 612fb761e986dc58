#include "app/recall.h"

#include "ledger/savedview.h"
#include "report/reports.h"

#include <string.h>

enum err recall_parse(struct session *session, const char *line, struct arena *arena,
                      struct args *out)
{
    const struct command *command;
    char **words;
    int count, used;

    TRY(words_split(line, arena, &words, &count, session->note));
    if (count > 0 && strcmp(words[0], "arledger") == 0) {
        words++;
        count--;
    }
    TRY(command_words(count, words, &command, &used, session->note));
    if ((command->flags & COMMAND_WRITES) || !(command->flags & COMMAND_TABLE))
        return fail(session->note, ERR_USAGE,
                    "%s%s%s is no list; a list is what `report` and the `list` commands show",
                    command->noun, command->verb ? " " : "", command->verb ? command->verb : "");
    args_init(out, command, arena, &session->habit, &notation_plain);
    return args_words(out, count - used, words + used, session->note);
}

enum err recall_saved(struct session *session, const char *line, struct arena *arena,
                      struct args *out)
{
    TRY(recall_parse(session, line, arena, out));
    for (const struct arg *arg = out->command->args; arg && arg->name; arg++)
        if ((arg->kind == ARG_FILE || (arg->flags & ARG_OUTSIDE)) && args_given(out, arg->name))
            return fail(session->note, ERR_USAGE,
                        "a saved list only shows: --%s reaches beyond the book with the rights of "
                        "whoever opens it; say it when you run `%s %s`",
                        arg->name, out->command->noun,
                        out->command->verb ? out->command->verb : "");
    return ERR_OK;
}

static bool has_arg(const struct command *command, const char *name)
{
    for (const struct arg *arg = command->args; arg && arg->name; arg++)
        if (strcmp(arg->name, name) == 0)
            return true;
    return false;
}

static enum err missing(struct session *session, const char *name)
{
    return fail(session->note, ERR_MISSING,
                "no list is saved as %.50s; `view list` shows those that are", name);
}

/* What was saved, where nothing else was said. */
static enum err rest_fill(struct session *session, struct args *args, const struct args *kept)
{
    for (const struct arg *arg = args->command->args; arg && arg->name; arg++) {
        if (args_given(args, arg->name) || !args_given(kept, arg->name))
            continue;
        if (!(arg->flags & ARG_MANY)) {
            TRY(args_set(args, arg->name, args_get(kept, arg->name), session->note));
            continue;
        }
        for (int i = 0; i < args_count(kept, arg->name); i++)
            TRY(args_set(args, arg->name, args_nth(kept, arg->name, i), session->note));
    }
    return ERR_OK;
}

enum err recall_fill(struct session *session, struct args *args)
{
    const struct command *command = args->command;
    const char *name = has_arg(command, "view") ? args_get(args, "view") : NULL;
    struct savedview saved;
    struct args kept;

    if (!name || !session->book || (command->flags & COMMAND_WRITES))
        return ERR_OK;
    TRY(savedview_find(session->book, name, session->actor, args->arena, &saved));
    if (!saved.id)
        return missing(session, name);
    TRY(recall_saved(session, saved.line, args->arena, &kept));
    if (kept.command != command)
        return fail(session->note, ERR_USAGE, "%s is a list of `%s %s`, not of `%s %s`", saved.name,
                    kept.command->noun, kept.command->verb ? kept.command->verb : "", command->noun,
                    command->verb ? command->verb : "");
    return rest_fill(session, args, &kept);
}

/* Words said beside a saved list's name go before what it was saved with. */
static enum err saved_call(struct session *session, const struct savedview *saved, int count,
                           char **words, struct arena *arena, struct args *out)
{
    struct args kept;

    TRY(recall_saved(session, saved->line, arena, &kept));
    args_init(out, kept.command, arena, &session->habit, &notation_plain);
    TRY(args_words(out, count, words, session->note));
    return rest_fill(session, out, &kept);
}

enum err recall_called(struct session *session, const char *text, struct arena *arena,
                       struct args *out, const char **saved_name)
{
    struct savedview saved = {0};
    char **words;
    int count;

    *saved_name = NULL;
    TRY(words_split(text, arena, &words, &count, session->note));
    if (count == 0)
        return fail(session->note, ERR_USAGE, "which report? as `aging --detail`, or a saved list");
    if (session->book)
        TRY(savedview_find(session->book, words[0], session->actor, arena, &saved));
    if (saved.id) {
        *saved_name = saved.name;
        return saved_call(session, &saved, count - 1, words + 1, arena, out);
    }
    if (command_find("report", words[0]))
        text = arena_format(arena, "report %s", text);
    else if (count == 1)
        return missing(session, words[0]);
    return recall_parse(session, text, arena, out);
}

/* ---- run inside of another command ----------------------------------------------------------- */

enum err recall_run(struct act *act, struct args *args)
{
    const struct command *command = args->command;
    const char *why = command_role_not(act->session, command, act->arena);
    struct act inner = *act;

    if (why)
        return fail(act->note, ERR_DENIED, "%s %s: %s", command->noun,
                    command->verb ? command->verb : "", why);
    TRY(recall_fill(act->session, args));
    TRY(args_check(args, act->note));
    if (command->stage) /* what it writes are files, and those only when it is asked itself */
        return fail(act->note, ERR_USAGE, "%s %s is run by itself", command->noun,
                    command->verb ? command->verb : "");
    inner.args = args;
    enum err e = command->run(&inner);
    act->says = inner.says;
    act->found = inner.found;
    return e;
}

/* The head comes when everything was looked at and no row was read: enough is known. */
static enum err head_enough(void *self, const struct table_head *head)
{
    (void)head;
    *(bool *)self = true;
    return ERR_CANCELLED;
}

static enum err row_none(void *self, const struct row *row)
{
    (void)self;
    (void)row;
    return ERR_CANCELLED;
}

static enum err foot_none(void *self, const char *proof)
{
    (void)self;
    (void)proof;
    return ERR_OK;
}

enum err recall_check(struct act *act, struct args *args)
{
    const char *verb = args->command->verb ? args->command->verb : "";
    bool enough = false;
    struct sink sink = {head_enough, row_none, foot_none, &enough};
    struct act trial = *act;

    /* others may do more than to show something: write files, print */
    if (strcmp(verb, "list") != 0 && !report_find(verb)) {
        TRY(recall_fill(act->session, args));
        return args_check(args, act->note);
    }
    trial.sink = &sink;
    trial.page = NULL;
    enum err e = recall_run(&trial, args);
    return enough ? ERR_OK : e;
}
