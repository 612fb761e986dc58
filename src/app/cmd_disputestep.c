/* What happens to a dispute while it is open: status, owner, due day, escalation, notes. */
#include "app/commands.h"
#include "app/say.h"
#include "ledger/disputestep.h"

/* clang-format off */
#define CASE_ARG                                                                                   \
    {.name = "dispute", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE,                         \
     .help = "the number of the case; `dispute list` shows them"}
#define DAY_ARG {.name = "date", .kind = ARG_DATE, .help = "by default today"}
/* clang-format on */

static const char *const statuses[] = {"open",     "in-review", "waiting",
                                       "accepted", "rejected",  NULL};

static const struct arg set_args[] = {
    CASE_ARG,
    {.name = "status",
     .kind = ARG_CHOICE,
     .choices = statuses,
     .help = "how far it is; `dispute resolve` closes it"},
    {.name = "owner", .kind = ARG_CODE, .help = "who looks into it from now on"},
    {.name = "due", .kind = ARG_DATE, .help = "to be decided by then"},
    {.name = "escalate",
     .kind = ARG_DATE,
     .help = "goes higher from this day on; else dispute.escalate-days after its due day"},
    {.name = "text", .kind = ARG_TEXT, .help = "a word on it"},
    DAY_ARG,
    {0},
};

static struct date day_of(const struct act *act)
{
    return args_date(act->args, "date", book_today(act->book));
}

/* "dispute 3: in-review, of bob, due 2026-12-01". */
static enum err stands_say(struct act *act, int64_t id)
{
    struct dispute dispute;

    TRY(dispute_get(act->book, id, act->arena, &dispute));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "dispute %s on %s: %s, of %s, due %s", act->ref,
                             dispute.number, dispute_status_word(dispute.status), dispute.owner,
                             say_day(act->arena, dispute.due));
    if (dispute.level)
        act->says = arena_format(
            act->arena, "%s, gone higher %s", act->says,
            dispute.level == 1 ? "once" : arena_format(act->arena, "%d times", dispute.level));
    return ERR_OK;
}

static enum err set_run(struct act *act)
{
    const int64_t id = args_number(act->args, "dispute", 0);
    const int status = args_choice(act->args, "status", -1);
    const char *owner = args_get(act->args, "owner");
    const struct date none = {0};
    struct dispute_step step = {.day = day_of(act), .text = args_get(act->args, "text")};
    int taken = 0;

    if (status >= 0) {
        step.kind = DISPUTE_STEP_STATUS;
        step.status = (enum dispute_status)status;
        TRY(dispute_step_take(act->tx, id, &step));
        step.text = taken++ ? step.text : NULL;
    }
    if (owner && *owner) {
        step.kind = DISPUTE_STEP_ASSIGNED;
        step.owner = owner;
        TRY(dispute_step_take(act->tx, id, &step));
        step.owner = NULL;
        step.text = NULL;
        taken++;
    }
    if (args_given(act->args, "due") || args_given(act->args, "escalate")) {
        step.kind = DISPUTE_STEP_DUE;
        step.due = args_date(act->args, "due", none);
        step.escalate = args_date(act->args, "escalate", none);
        TRY(dispute_step_take(act->tx, id, &step));
        taken++;
    }
    if (!taken)
        return fail(act->note, ERR_USAGE,
                    "say what changes: --status, --owner, --due or "
                    "--escalate; `dispute note` takes a word alone");
    return stands_say(act, id);
}

const struct command cmd_dispute_set = {
    .noun = "dispute",
    .verb = "set",
    .summary = "say how far a dispute is, who has it, or by when it is due",
    .detail = "Each change is a step of its own in the history of the case. A case that is "
              "accepted or rejected stays open until `dispute resolve` closes it.",
    .args = set_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = set_run,
};

static const struct arg escalate_args[] = {
    CASE_ARG,
    {.name = "to", .kind = ARG_CODE, .help = "who decides it now; by default who had it"},
    {.name = "due", .kind = ARG_DATE, .help = "to be decided by then"},
    {.name = "text", .kind = ARG_TEXT, .help = "why"},
    DAY_ARG,
    {0},
};

static enum err escalate_run(struct act *act)
{
    const int64_t id = args_number(act->args, "dispute", 0);
    const struct date none = {0};
    const struct dispute_step step = {.kind = DISPUTE_STEP_ESCALATED,
                                      .day = day_of(act),
                                      .owner = args_get(act->args, "to"),
                                      .due = args_date(act->args, "due", none),
                                      .text = args_get(act->args, "text")};

    TRY(dispute_step_take(act->tx, id, &step));
    return stands_say(act, id);
}

const struct command cmd_dispute_escalate = {
    .noun = "dispute",
    .verb = "escalate",
    .summary = "take a dispute to whoever can decide it",
    .detail = "A case is to go higher when it is still open so many days after its due day "
              "(setting dispute.escalate-days); `report disputes` and the start page tell of it.",
    .args = escalate_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = escalate_run,
};

static const struct arg note_args[] = {
    CASE_ARG,
    {.name = "text", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "what was found or said"},
    DAY_ARG,
    {0},
};

static enum err note_run(struct act *act)
{
    const int64_t id = args_number(act->args, "dispute", 0);
    const struct dispute_step step = {
        .kind = DISPUTE_STEP_NOTE, .day = day_of(act), .text = args_get(act->args, "text")};

    TRY(dispute_step_take(act->tx, id, &step));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "noted on dispute %s", act->ref);
    return ERR_OK;
}

const struct command cmd_dispute_note = {
    .noun = "dispute",
    .verb = "note",
    .summary = "note something on a dispute",
    .args = note_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = note_run,
};
