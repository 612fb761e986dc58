/* Reasons and root causes of disputes: the two lists of codes, and what the reasons stop. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/disputereason.h"

static const char *const no_yes[] = {"no", "yes", NULL};

static const struct arg reason_args[] = {
    {.name = "code",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "as PRICE; one that is there is changed"},
    {.name = "name", .kind = ARG_TEXT, .help = "what it means"},
    {.name = "dunning",
     .kind = ARG_CHOICE,
     .choices = no_yes,
     .help = "what is disputed for it is left out of dunning"},
    {.name = "interest",
     .kind = ARG_CHOICE,
     .choices = no_yes,
     .help = "it is left out of late interest"},
    {.name = "credit",
     .kind = ARG_CHOICE,
     .choices = no_yes,
     .help = "it is left out when the credit limit is looked at"},
    {.name = "owner", .kind = ARG_CODE, .help = "who looks into it when nobody is named"},
    {.name = "due-days", .kind = ARG_INT, .help = "to be decided within so many days"},
    {.name = "cause",
     .kind = ARG_CAUSE,
     .help = "the root cause when nobody says another; `dispute cause list` shows them"},
    {.name = "active", .kind = ARG_CHOICE, .choices = no_yes, .help = "no: not used any more"},
    {0},
};

static bool wanted(const struct act *act, const char *name, bool otherwise)
{
    return args_choice(act->args, name, otherwise) == 1;
}

static const char *said(const struct act *act, const char *name, const char *otherwise)
{
    return args_given(act->args, name) ? args_get(act->args, name) : otherwise;
}

static enum err reason_set_run(struct act *act)
{
    const char *code = args_get(act->args, "code");
    struct dispute_reason reason;
    bool is = false;

    TRY(dispute_reason_get(act->book, code, act->arena, &reason, &is));
    if (!is)
        reason = (struct dispute_reason){.code = code,
                                         .name = "",
                                         .owner = "",
                                         .cause = "",
                                         .due_days = 14,
                                         .stops_dunning = true,
                                         .stops_interest = true,
                                         .spares_credit = true,
                                         .active = true};
    reason.name = said(act, "name", reason.name);
    reason.owner = said(act, "owner", reason.owner);
    reason.cause = said(act, "cause", reason.cause);
    reason.due_days = (int)args_number(act->args, "due-days", reason.due_days);
    reason.stops_dunning = wanted(act, "dunning", reason.stops_dunning);
    reason.stops_interest = wanted(act, "interest", reason.stops_interest);
    reason.spares_credit = wanted(act, "credit", reason.spares_credit);
    reason.active = wanted(act, "active", reason.active);
    TRY(dispute_reason_set(act->tx, &reason));
    act->ref = reason.code;
    act->says = arena_format(act->arena, "%s: %s", reason.code,
                             !reason.active ? "not used any more"
                             : is           ? "changed"
                                            : reason.name);
    return ERR_OK;
}

const struct command cmd_dispute_reason_set = {
    .noun = "dispute-reason",
    .verb = "set",
    .summary = "add a reason of disputes, or change one",
    .detail = "What is disputed always stays owed and keeps its age. Its reason says what it is "
              "left out of meanwhile: dunning, late interest, the look at the credit limit; who "
              "looks into it, and by when. What is not said stays as it is. The two words of the "
              "noun may be written apart: dispute reason set.",
    .args = reason_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = reason_set_run,
};

static const struct arg list_args[] = {
    {.name = "all", .kind = ARG_FLAG, .help = "those too that are not used any more"},
    LISTING_ARGS,
    {0},
};

static const struct column reason_columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "name", .title = "What it means", .kind = CELL_TEXT},
    {.name = "dunning", .title = "Dunning", .kind = CELL_CODE},
    {.name = "interest", .title = "Interest", .kind = CELL_CODE},
    {.name = "credit", .title = "Credit", .kind = CELL_CODE},
    {.name = "due_days", .title = "Days", .kind = CELL_INT, .worth = 1},
    {.name = "owner", .title = "Owner", .kind = CELL_CODE, .worth = 2},
    {.name = "cause", .title = "Cause", .kind = CELL_CODE, .worth = 3},
    {.name = "active", .title = "Used", .kind = CELL_CODE, .worth = 4},
};

static struct cell stops(bool is)
{
    return cell_code(is ? "stops" : "goes on");
}

static enum err reasons_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Reasons of disputes", NULL, reason_columns,
                                    sizeof reason_columns / sizeof reason_columns[0]};
    struct dispute_reason *reasons;
    int count;

    TRY(dispute_reason_list(act->book, args_flag(act->args, "all"), act->arena, &reasons, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct dispute_reason *r = &reasons[i];
        const struct cell cells[] = {cell_code(r->code),
                                     cell_text(r->name),
                                     stops(r->stops_dunning),
                                     stops(r->stops_interest),
                                     cell_code(r->spares_credit ? "left out" : "counts"),
                                     cell_int(r->due_days),
                                     cell_code(r->owner),
                                     cell_code(r->cause),
                                     cell_code(r->active ? "yes" : "no")};
        TRY(sink_row(sink, r->id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err reason_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, reasons_pass(act, sink));
}

const struct command cmd_dispute_reason_list = {
    .noun = "dispute-reason",
    .verb = "list",
    .summary = "list the reasons of disputes and what they stop",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = reason_list_run,
};

/* ---- root causes ---------------------------------------------------------------------------- */

static const struct arg cause_args[] = {
    {.name = "code",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "as PICKING; one that is there is changed"},
    {.name = "name", .kind = ARG_TEXT, .help = "what it means"},
    {.name = "active", .kind = ARG_CHOICE, .choices = no_yes, .help = "no: not used any more"},
    {0},
};

static enum err cause_set_run(struct act *act)
{
    const char *code = args_get(act->args, "code");
    struct dispute_cause cause;
    bool is = false;

    TRY(dispute_cause_get(act->book, code, act->arena, &cause, &is));
    if (!is)
        cause = (struct dispute_cause){.code = code, .name = "", .active = true};
    cause.name = said(act, "name", cause.name);
    cause.active = wanted(act, "active", cause.active);
    TRY(dispute_cause_set(act->tx, &cause));
    act->ref = cause.code;
    act->says = arena_format(act->arena, "%s: %s", cause.code,
                             cause.active ? cause.name : "not used any more");
    return ERR_OK;
}

const struct command cmd_dispute_cause_set = {
    .noun = "dispute-cause",
    .verb = "set",
    .summary = "add a root cause of disputes, or change one",
    .detail = "The reason is what a customer says when a case is opened; the root cause is what "
              "was found when it is closed.",
    .args = cause_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = cause_set_run,
};

static const struct column cause_columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "name", .title = "What it means", .kind = CELL_TEXT},
    {.name = "active", .title = "Used", .kind = CELL_CODE, .worth = 1},
};

static enum err causes_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Root causes", NULL, cause_columns,
                                    sizeof cause_columns / sizeof cause_columns[0]};
    struct dispute_cause *causes;
    int count;

    TRY(dispute_cause_list(act->book, args_flag(act->args, "all"), act->arena, &causes, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(causes[i].code), cell_text(causes[i].name),
                                     cell_code(causes[i].active ? "yes" : "no")};
        TRY(sink_row(sink, causes[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err cause_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, causes_pass(act, sink));
}

const struct command cmd_dispute_cause_list = {
    .noun = "dispute-cause",
    .verb = "list",
    .summary = "list the root causes of disputes",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = cause_list_run,
};
