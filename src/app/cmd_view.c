/* Lists by name: saved as the line that shows them, and asked for again on the screen and here. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/recall.h"
#include "ledger/savedview.h"

static const struct arg save_args[] = {
    {.name = "name",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED,
     .help = "one word; a list of that name is replaced"},
    {.name = "shows",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "the line that shows it: \"report aging --where 'over-90 > 5000'\""},
    {.name = "mine", .kind = ARG_FLAG, .help = "for you alone; else for everybody"},
    {0},
};

/* The line as it is kept: a day that moves with today goes on moving. */
static enum err shown_line(struct act *act, struct args *shown, const char **line)
{
    TRY(recall_saved(act->session, args_get(act->args, "shows"), act->arena, shown));
    if (args_given(shown, "view") || shown->command == &cmd_view_show)
        return fail(act->note, ERR_USAGE, "--shows: a saved list cannot stand on another one");
    *line = args_said(shown, act->arena);
    return ERR_OK;
}

/* What cannot be shown is not saved. */
static enum err view_save_stage(struct act *act)
{
    struct args shown;
    const char *line;

    TRY(shown_line(act, &shown, &line));
    return recall_check(act, &shown);
}

static enum err view_save_run(struct act *act)
{
    const char *name = args_get(act->args, "name");
    const bool own = args_flag(act->args, "mine");
    struct args shown;
    const char *line;

    TRY(shown_line(act, &shown, &line));
    TRY(savedview_set(act->tx, name, line, act->session->actor, own));
    act->ref = name;
    act->says =
        arena_format(act->arena, "%s is saved%s: %s", name, own ? " for you alone" : "", line);
    return ERR_OK;
}

const struct command cmd_view_save = {
    .noun = "view",
    .verb = "save",
    .summary = "keep a report or list, as it is set, under a name",
    .detail =
        "Everybody who works with the book has the saved lists; with --mine one is yours alone, "
        "and goes before everybody's of that name. On the screen `:NAME` opens one, and v chooses "
        "one or saves what is shown; from the shell `view show NAME` shows it, and `--view NAME` "
        "of the same command does, and what is said beside it goes first. A list that was saved "
        "without its day is one of the day on which it is looked at, and so is one whose days "
        "move: `--from \"month-start -1\" --to \"month-end -1\"`. `report schedule NAME` makes "
        "it come by itself. What a line writes outside of the book, as `report pack` does and "
        "--log, is no part of a saved list: whoever opens one only looks.",
    .args = save_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_ANY,
    .stage = view_save_stage,
    .run = view_save_run,
};

static const struct arg remove_args[] = {
    {.name = "name",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the list that is not needed any more"},
    {0},
};

static enum err view_remove_run(struct act *act)
{
    const char *name = args_get(act->args, "name");

    TRY(savedview_remove(act->tx, name, act->session->actor));
    act->ref = name;
    act->says = arena_format(act->arena, "%s is no saved list any more", name);
    return ERR_OK;
}

const struct command cmd_view_remove = {
    .noun = "view",
    .verb = "remove",
    .summary = "forget a saved list",
    .args = remove_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_ANY,
    .run = view_remove_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column list_columns[] = {
    {.name = "name", .title = "Name", .kind = CELL_CODE},
    {.name = "shows", .title = "Shows", .kind = CELL_TEXT, .width = 20},
    {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 1},
    {.name = "for", .title = "For", .kind = CELL_CODE, .worth = 1},
};

static enum err views_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Saved lists", NULL, list_columns, 4};
    struct savedview *views;
    int count;

    TRY(savedview_list(act->book, act->session->actor, act->arena, &views, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(views[i].name), cell_text(views[i].line),
                                     cell_code(views[i].actor),
                                     cell_code(views[i].own ? "me" : "all")};
        TRY(sink_row(sink, views[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err view_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, views_pass(act, sink));
}

const struct command cmd_view_list = {
    .noun = "view",
    .verb = "list",
    .summary = "the saved lists",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = view_list_run,
};

static const struct arg show_args[] = {
    {.name = "name",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_LINE,
     .help = "a saved list, and what is to be otherwise than it was saved"},
    {0},
};

static enum err view_show_run(struct act *act)
{
    struct args args;
    const char *saved;

    TRY(recall_called(act->session, args_get(act->args, "name"), act->arena, &args, &saved));
    return recall_run(act, &args);
}

const struct command cmd_view_show = {
    .noun = "view",
    .verb = "show",
    .summary = "a saved report or list, by its name",
    .detail = "As it was saved, on the day on which it is looked at. What is said beside the name "
              "goes first: `view show old-debts --collector anna --format csv`.",
    .args = show_args,
    .flags = COMMAND_TABLE | COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = view_show_run,
};
