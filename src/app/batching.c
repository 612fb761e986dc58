#include "app/batching.h"

#include "app/say.h"
#include "report/batchlook.h"

#include <string.h>

struct batching {
    struct batch batch;
    struct batch_line_new line;
    int64_t replaces;
};

bool batching_is(const struct act *act)
{
    return args_given(act->args, "batch");
}

/* The command as it will be posted: of its own, and of a day that does not move. */
static enum err inner_args(struct act *act, const struct batch *batch, struct args *out)
{
    const char *text = args_text(act->args, true, act->arena);
    const struct command *command;
    char **words, day[DATE_TEXT];
    int count, used;

    TRY(words_split(text, act->arena, &words, &count, act->note));
    TRY(command_words(count, words, &command, &used, act->note));
    args_init(out, command, act->arena, &act->session->habit, &notation_plain);
    TRY(args_words(out, count - used, words + used, act->note));
    TRY(args_clear(out, "batch"));
    TRY(args_clear(out, "line"));
    return args_given(out, "date") ? ERR_OK
                                   : args_set(out, "date", date_iso(batch->day, day), act->note);
}

static enum err tried(struct act *act, const struct outcome *outcome)
{
    struct batching *state = act->state;

    (void)outcome;
    return batch_line_tried(act->tx, act->arena, &state->line);
}

enum err batching_before(struct act *act)
{
    struct batching *state;
    struct batch_line line;
    struct args inner;

    if (!batching_is(act))
        return args_given(act->args, "line")
                   ? fail(act->note, ERR_USAGE, "--line belongs to --batch")
                   : ERR_OK;
    act->state = state = arena_new(act->arena, sizeof *state);
    TRY(batch_find(act->book, args_get(act->args, "batch"), act->arena, &state->batch));
    if (args_given(act->args, "line")) {
        TRY(batch_line_find(act->book, args_get(act->args, "line"), act->arena, &line));
        state->replaces = line.id;
    }
    TRY(inner_args(act, &state->batch, &inner));
    TRY(command_try(act, &inner, tried));
    state->line.command = args_text(&inner, true, act->arena);
    return ERR_OK;
}

enum err batching_run(struct act *act)
{
    struct batching *state = act->state;
    struct arena *arena = act->arena;
    struct batchlook look;
    const char *twin = NULL;
    int64_t seq = 0;
    bool stop;

    TRY(batch_line_twin(act->book, &state->line, state->replaces, arena, &twin, &stop));

    TRY(batch_line_add(act->tx, state->batch.id, &state->line, state->replaces, &seq));
    TRY(batchlook_make(act->book, state->batch.id, &notation_plain, arena, &look));
    act->ref = arena_format(arena, "%s/%lld", look.batch.number, (long long)seq);
    act->says = arena_format(arena, "%s: %s; %s", act->ref, say_money(arena, state->line.amount),
                             batchlook_progress(&look.batch, &notation_plain, arena));
    if (twin)
        act->says = arena_format(
            arena, "%s; entered though %s has this payer, amount and reference", act->says, twin);
    if (look.swap)
        act->says = say_join(arena, act->says, look.swap);
    return ERR_OK;
}
