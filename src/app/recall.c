#include "app/recall.h"

#include "ledger/savedview.h"

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

static bool has_arg(const struct command *command, const char *name)
{
    for (const struct arg *arg = command->args; arg && arg->name; arg++)
        if (strcmp(arg->name, name) == 0)
            return true;
    return false;
}

enum err recall_fill(struct session *session, struct args *args)
{
    const struct command *command = args->command;
    const char *name = has_arg(command, "view") ? args_get(args, "view") : NULL;
    struct savedview saved;
    struct args kept;

    if (!name || !session->book || (command->flags & COMMAND_WRITES))
        return ERR_OK;
    TRY(savedview_find(session->book, name, args->arena, &saved));
    if (!saved.id)
        return fail(session->note, ERR_MISSING,
                    "no list is saved as %.50s; `view list` shows those that are", name);
    TRY(recall_parse(session, saved.line, args->arena, &kept));
    if (kept.command != command)
        return fail(session->note, ERR_USAGE, "%s is a list of `%s %s`, not of `%s %s`", saved.name,
                    kept.command->noun, kept.command->verb ? kept.command->verb : "", command->noun,
                    command->verb ? command->verb : "");
    for (const struct arg *arg = command->args; arg->name; arg++) {
        if (args_given(args, arg->name) || !args_given(&kept, arg->name))
            continue;
        if (!(arg->flags & ARG_MANY)) {
            TRY(args_set(args, arg->name, args_get(&kept, arg->name), session->note));
            continue;
        }
        for (int i = 0; i < args_count(&kept, arg->name); i++)
            TRY(args_set(args, arg->name, args_nth(&kept, arg->name, i), session->note));
    }
    return ERR_OK;
}
