/* Profiles: how files of a known header are read, listed and removed. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/importfile.h"

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "profile", .title = "Profile", .kind = CELL_CODE},
    {.name = "reads", .title = "Reads", .kind = CELL_TEXT},
    {.name = "options", .title = "What its columns mean", .kind = CELL_TEXT},
};

static enum err row(void *self, const struct profile *profile)
{
    const struct cell cells[] = {cell_code(profile->name),
                                 cell_text(profile_kind_word(profile->kind)),
                                 cell_text(profile->text)};

    return sink_row(self, 0, ' ', cells);
}

static enum err list_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Profiles of files", NULL, columns,
                                           sizeof columns / sizeof *columns};

    TRY(sink->head(sink->self, &head));
    TRY(profile_each(act->book, row, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, list_pass(act, sink));
}

const struct command cmd_profile_list = {
    .noun = "profile",
    .verb = "list",
    .summary = "list the profiles by which files of a known header are read",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg remove_args[] = {
    {.name = "profile", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {0},
};

static enum err remove_run(struct act *act)
{
    const char *name = args_get(act->args, "profile");

    TRY(profile_remove(act->tx, name));
    act->ref = name;
    act->says = arena_format(act->arena, "the profile %s is gone; what it read stays", name);
    return ERR_OK;
}

const struct command cmd_profile_remove = {
    .noun = "profile",
    .verb = "remove",
    .summary = "forget a profile of files",
    .detail = "`import ... --save-profile` and `bank import --save-profile` keep one.",
    .args = remove_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .run = remove_run,
};
