/* Sessions: who sits at the screens of the book now, and who is asked to leave. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/present.h"

/* clang-format off */
#define SESSION_ARG                                                                                \
    {.name = "session", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE,                         \
     .help = "which, as `user sessions` numbers them"}
/* clang-format on */

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "session", .title = "No.", .kind = CELL_INT},
    {.name = "user", .title = "User", .kind = CELL_CODE},
    {.name = "from", .title = "From", .kind = CELL_CODE},
    {.name = "since", .title = "Since", .kind = CELL_MOMENT},
    {.name = "process", .title = "Process", .kind = CELL_CODE, .worth = 2},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 1},
};

static enum err sessions_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Sessions", NULL, columns,
                                           sizeof columns / sizeof columns[0]};
    struct sitter *list;
    int count;

    TRY(present_list(act->book, act->arena, &list, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {
            cell_number(CELL_INT, list[i].number),
            cell_code(list[i].name),
            cell_code(list[i].place),
            cell_number(CELL_MOMENT, list[i].since),
            cell_code(arena_format(act->arena, "%ld", list[i].process)),
            cell_code(list[i].ending ? "ending" : ""),
        };
        TRY(sink_row(sink, list[i].number, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err sessions_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, sessions_pass(act, sink));
}

const struct command cmd_user_sessions = {
    .noun = "user",
    .verb = "sessions",
    .summary = "list who sits at the screens of this book now",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = sessions_run,
};

/* ---- end ------------------------------------------------------------------------------------ */

static const struct arg end_args[] = {SESSION_ARG, {0}};

static int number_of(const struct act *act)
{
    const int64_t number = args_number(act->args, "session", 0);
    return number > 0 && number < 1000000 ? (int)number : 0;
}

static enum err end_run(struct act *act)
{
    struct sitter sitter;

    TRY(present_find(act->book, number_of(act), act->arena, &sitter));
    act->says = arena_format(act->arena,
                             "session %d of %s%s%s ends; what is half typed there is "
                             "kept",
                             sitter.number, sitter.name, *sitter.place ? " on " : "", sitter.place);
    return ERR_OK;
}

static enum err end_after(struct act *act)
{
    return present_end(act->book, number_of(act), act->session->actor);
}

const struct command cmd_user_end = {
    .noun = "user",
    .verb = "end",
    .summary = "end the session of somebody at the screens",
    .detail = "It leaves by itself within seconds, as if the line had dropped: what is half typed "
              "is kept for the next time, and nothing is half posted. That it was asked to, and by "
              "whom, stands in the journal.",
    .args = end_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = end_run,
    .after = end_after,
};
