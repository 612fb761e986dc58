/* The month's end: closing, opening again, letting somebody in, and what was frozen. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "report/r_periods.h"

/* clang-format off */
#define MONTH_ARG                                                                                  \
    {.name = "month", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE, .help = "as 2026-10"}
/* clang-format on */

static enum err month_take(struct act *act, int *month)
{
    return period_parse(args_get(act->args, "month"), month, act->note);
}

static const char *month_text(struct act *act, int month)
{
    char text[PERIOD_TEXT];

    return arena_text(act->arena, period_text(month, text));
}

/* ---- close ---------------------------------------------------------------------------------- */

static const struct arg close_args[] = {
    MONTH_ARG,
    {.name = "soft",
     .kind = ARG_FLAG,
     .help = "only who is admitted (`period admit`) may still post into it"},
    {.name = "reason", .kind = ARG_TEXT, .help = "what there is to say about it"},
    {0},
};

/* How many things the checklist notes, in a clause. */
static enum err notes_say(struct act *act, int month, const char **says)
{
    struct period_finding *findings = NULL;
    int count = 0;

    TRY(period_check(act->book, month, act->arena, &findings, &count));
    for (int i = 0; i < count; i++)
        *says = say_join(act->arena, *says, findings[i].text);
    return ERR_OK;
}

/* What a close takes with it, for who is asked whether it shall be done. */
static enum err close_stage(struct act *act)
{
    struct period_step *steps;
    const char *says = NULL;
    int month = 0, count = 0;

    TRY(month_take(act, &month));
    TRY(period_steps(act->book, -1, act->arena, &steps, &count));
    says = arena_format(act->arena, "%s%s will be %sclosed", month_text(act, month),
                        count == 0 ? " and every month before it" : "",
                        args_flag(act->args, "soft") ? "soft-" : "");
    TRY(notes_say(act, month, &says));
    act->plan = arena_format(act->arena, "%s.", says);
    return ERR_OK;
}

static enum err close_run(struct act *act)
{
    const char *reason = args_get(act->args, "reason");
    int month = 0;

    TRY(month_take(act, &month));
    if (args_flag(act->args, "soft")) {
        TRY(period_soft_close(act->tx, month, reason));
        act->says = arena_format(act->arena, "%s is soft-closed", month_text(act, month));
    } else {
        TRY(period_close(act->tx, month, reason));
        act->says =
            arena_format(act->arena, "%s is closed: what is dated in it is posted on %s",
                         month_text(act, month), say_day(act->arena, date_month_first(month + 1)));
    }
    TRY(notes_say(act, month, &act->says));
    return act->page ? period_page(act->book, month, act->page) : ERR_OK;
}

const struct command cmd_period_close = {
    .noun = "period",
    .verb = "close",
    .summary = "close a month: nothing is posted into it any more",
    .detail = "Months are closed one after the other; the first one takes those before it along. "
              "Who is there is asked first. The checklist runs first: a difference "
              "between the sub-ledger and its control account blocks; unidentified and unapplied "
              "money is pointed out. What is open at the month's end is frozen per customer, "
              "currency, control account and bucket, and the head of the journal's chain is noted "
              "and printed on the close report, which is the answer. From then on what is dated in "
              "the month is posted on the first open day and keeps its true date; an aging of the "
              "month never changes again.",
    .args = close_args,
    .flags = COMMAND_WRITES | COMMAND_PAGE | COMMAND_TELLS,
    .role = ROLE_MANAGER,
    .signs = "sign.close",
    .stage = close_stage,
    .run = close_run,
};

/* ---- reopen --------------------------------------------------------------------------------- */

static const struct arg reopen_args[] = {
    MONTH_ARG,
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err reopen_run(struct act *act)
{
    int month = 0;

    TRY(month_take(act, &month));
    TRY(period_reopen(act->tx, month, args_get(act->args, "reason")));
    act->ref = month_text(act, month);
    act->says = arena_format(act->arena, "%s is open again", act->ref);
    return ERR_OK;
}

const struct command cmd_period_reopen = {
    .noun = "period",
    .verb = "reopen",
    .summary = "open the last closed month again",
    .detail =
        "Another person than who closed it (in a book without users, or where duties.report is "
        "set, the same one may, and `report duties` tells), and a reason, which stays in the "
        "journal. Only the last closed month, or the last soft-closed one where that is later; "
        "what is soft-closed behind it opens too.",
    .args = reopen_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = reopen_run,
};

/* ---- admit ---------------------------------------------------------------------------------- */

static const struct arg admit_args[] = {
    MONTH_ARG,
    {.name = "user", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "who may post into it"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err admit_run(struct act *act)
{
    int month = 0;

    TRY(month_take(act, &month));
    TRY(period_admit(act->tx, month, args_get(act->args, "user"), args_get(act->args, "reason")));
    act->ref = month_text(act, month);
    act->says = arena_format(act->arena, "%s may post into %s until it is closed",
                             args_get(act->args, "user"), act->ref);
    return ERR_OK;
}

const struct command cmd_period_admit = {
    .noun = "period",
    .verb = "admit",
    .summary = "let somebody post into a soft-closed month",
    .args = admit_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = admit_run,
};

/* ---- lists ---------------------------------------------------------------------------------- */

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, periods_table(act->book, sink));
}

const struct command cmd_period_list = {
    .noun = "period",
    .verb = "list",
    .summary = "list the months: open, soft-closed, closed",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg show_args[] = {MONTH_ARG, {0}};

static enum err show_run(struct act *act)
{
    int month = 0;

    TRY(month_take(act, &month));
    return period_page(act->book, month, act->page);
}

const struct command cmd_period_show = {
    .noun = "period",
    .verb = "show",
    .summary = "show the close report of a month, or what a close would find",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};

static const struct arg totals_args[] = {MONTH_ARG, LISTING_ARGS, {0}};

static enum err totals_run(struct act *act)
{
    struct listing listing;
    int month = 0;

    TRY(month_take(act, &month));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, period_table(act->book, month, sink));
}

const struct command cmd_period_totals = {
    .noun = "period",
    .verb = "totals",
    .summary = "list what a close froze, per customer, currency, account and bucket",
    .args = totals_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = totals_run,
};
