/* The allowance for doubtful accounts: runs that are frozen, posted and taken back. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/allowance.h"
#include "out/writers.h"
#include "report/r_allowance.h"

#include <string.h>

static const char *const rates[] = {"manual", "roll", NULL};
static const char *const groups[] = {"all", "class", NULL};

static const struct arg run_args[] = {
    {.name = "as-of", .kind = ARG_DATE, .help = "the day, usually a month's end; today, else"},
    {.name = "rates",
     .kind = ARG_CHOICE,
     .choices = rates,
     .help = "as entered, or from roll rates; else as the setting allowance.rates says"},
    {.name = "by",
     .kind = ARG_CHOICE,
     .choices = groups,
     .help = "one matrix, or one a class; else as the setting allowance.by says"},
    {.name = "months", .kind = ARG_INT, .help = "of roll rates, 12 to 36; else allowance.months"},
    {0},
};

static enum err options_take(struct act *act, struct allowance_options *options)
{
    TRY(allowance_options_init(options, act->book));
    options->day = args_date(act->args, "as-of", options->day);
    options->rolled = args_choice(act->args, "rates", options->rolled) == 1;
    options->by_class = args_choice(act->args, "by", options->by_class) == 1;
    const int64_t months = args_number(act->args, "months", options->months);
    if (months < ALLOWANCE_MONTHS_LEAST || months > ALLOWANCE_MONTHS_MOST)
        return fail(act->note, ERR_INPUT, "--months: from %d to %d", ALLOWANCE_MONTHS_LEAST,
                    ALLOWANCE_MONTHS_MOST);
    options->months = (int)months;
    return ERR_OK;
}

static enum err run_run(struct act *act)
{
    struct allowance_options options;
    struct allowance run;

    TRY(options_take(act, &options));
    TRY(allowance_run(act->tx, &options, act->arena, &run));
    const struct currency base = book_currency(act->book);
    act->ref = run.number;
    const int64_t entry = run.total - run.existing;
    act->says = arena_format(act->arena, "%s: an allowance of %s as of %s; it stands at %s: %s%s%s",
                             run.number, say_money(act->arena, money_of(run.total, base)),
                             say_day(act->arena, run.options.day),
                             say_minor(act->arena, run.existing, base),
                             entry ? say_minor(act->arena, entry < 0 ? -entry : entry, base) : "",
                             entry ? " " : "", allowance_entry_words(&run));
    return ERR_OK;
}

const struct command cmd_allowance_run = {
    .noun = "allowance",
    .verb = "run",
    .summary = "work the allowance of a day out, and freeze it with all that it stands on",
    .detail = "Open items by bucket, less the customer's open credits, the oldest first, less the "
              "tax that would come back when allowance.net-of-tax says so; each bucket x its rate. "
              "What a specific allowance was entered for is left out of the matrix. Nothing is "
              "posted yet: `allowance post` does. `report allowance` shows the same and keeps "
              "nothing.",
    .args = run_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = run_run,
};

/* ---- show, list ----------------------------------------------------------------------------- */

#define RUN_ARG                                                                                    \
    {                                                                                              \
        .name = "run", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE,                         \
        .help = "which, as ALR-1001"                                                               \
    }
static const struct arg show_args[] = {RUN_ARG, LISTING_ARGS, {0}};

static enum err show_run(struct act *act)
{
    struct allowance run;
    struct listing listing;

    TRY(allowance_find(act->book, args_get(act->args, "run"), act->arena, &run));
    TRY(allowance_names(act->book, act->arena, &run));
    if (act->page && writer_find(act->session->format)->pages)
        return allowance_page(act->book, &run, act->page);
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, allowance_table(act->book, &run, sink));
}

const struct command cmd_allowance_show = {
    .noun = "allowance",
    .verb = "show",
    .summary = "show a run of the allowance as it was frozen",
    .args = show_args,
    .flags = COMMAND_TABLE | COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static enum err runs_pass(struct act *act, struct sink *sink)
{
    static const struct column columns[] = {
        {.name = "number", .title = "Run", .kind = CELL_CODE},
        {.name = "as_of", .title = "As of", .kind = CELL_DATE},
        {.name = "rates", .title = "Rates", .kind = CELL_CODE, .worth = 2},
        {.name = "receivables", .title = "Receivables", .kind = CELL_MONEY, .worth = 1},
        {.name = "matrix", .title = "Matrix", .kind = CELL_MONEY, .worth = 3},
        {.name = "specific", .title = "One by one", .kind = CELL_MONEY, .worth = 4},
        {.name = "allowance", .title = "Allowance", .kind = CELL_MONEY},
        {.name = "stood_at", .title = "Stood at", .kind = CELL_MONEY},
        {.name = "posted_by", .title = "Posted by", .kind = CELL_CODE},
        {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 5},
    };
    const struct currency base = book_currency(act->book);
    const struct table_head head = {"Runs of the allowance", base.code, columns,
                                    sizeof columns / sizeof columns[0]};
    struct allowance *runs;
    int count;

    TRY(allowance_list(act->book, act->arena, &runs, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct allowance *run = &runs[i];
        const struct cell cells[] = {cell_code(run->number),
                                     cell_date(run->options.day),
                                     cell_code(rates[run->options.rolled]),
                                     cell_money(money_of(run->open, base)),
                                     cell_money(money_of(run->matrix, base)),
                                     cell_money(money_of(run->specific, base)),
                                     cell_money(money_of(run->total, base)),
                                     cell_money(money_of(run->existing, base)),
                                     *run->document ? cell_code(run->document) : cell_none(),
                                     cell_code(run->actor)};
        TRY(sink_row(sink, run->id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, runs_pass(act, sink));
}

const struct command cmd_allowance_list = {
    .noun = "allowance",
    .verb = "list",
    .summary = "list the runs of the allowance, and what posted them",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- post, reverse -------------------------------------------------------------------------- */

static const struct arg post_args[] = {RUN_ARG, {0}};

static enum err post_run(struct act *act)
{
    const struct currency base = book_currency(act->book);
    struct allowance run;
    struct document_made made;
    int64_t existing = 0;

    TRY(allowance_find(act->book, args_get(act->args, "run"), act->arena, &run));
    TRY(allowance_post(act->tx, &run, &existing, &made));
    act->ref = arena_text(act->arena, made.number);
    const int64_t amount = run.total - existing;
    act->says =
        arena_format(act->arena, "%s: %s %s bad debts; the allowance stands at %s on %s", act->ref,
                     say_money(act->arena, money_of(amount < 0 ? -amount : amount, base)),
                     amount > 0 ? "to" : "back from", say_minor(act->arena, run.total, base),
                     say_day(act->arena, run.options.day));
    return ERR_OK;
}

const struct command cmd_allowance_post = {
    .noun = "allowance",
    .verb = "post",
    .summary = "bring the account of the allowance to what a run says",
    .detail = "The entry is the run's allowance less what stands on the account at the end of its "
              "day: to bad debts, or back from them.",
    .args = post_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = post_run,
};

static const struct arg reverse_args[] = {
    {.name = "document",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "what was posted, as AL-1001"},
    {.name = "date", .kind = ARG_DATE, .help = "of the reversal; its own day when not said"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err reverse_run(struct act *act)
{
    struct document document;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, "document"), DOCUMENT_MASK(DOCUMENT_ALLOWANCE),
                      act->arena, &document));
    const struct date day = args_date(act->args, "date", document.effective);
    TRY(allowance_reverse(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s is taken back on %s, by %s", document.number,
                             say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_allowance_reverse = {
    .noun = "allowance",
    .verb = "reverse",
    .summary = "take an entry of the allowance back",
    .detail = "The run stays, and may be posted again.",
    .args = reverse_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = reverse_run,
};
