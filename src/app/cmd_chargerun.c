/* Runs of late charges: made as a draft, posted, dropped, taken back. */
#include "app/charging.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/invoice.h"

/* "3 lines", "1 line" */
static const char *lines_say(struct act *act, int64_t count, const char *noun)
{
    return arena_format(act->arena, "%lld %s%s", (long long)count, noun, count == 1 ? "" : "s");
}

/* ---- made ----------------------------------------------------------------------------------- */

static const struct arg run_args[] = {
    {.name = "upto",
     .kind = ARG_DATE,
     .help = "interest for the days up to this one; by default today"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},
    {.name = "collector", .kind = ARG_CODE, .help = "only customers of this collector"},
    {.name = "run", .kind = ARG_INT, .help = "work this draft out anew, as the books are now"},
    {0},
};

static enum err run_run(struct act *act)
{
    struct accrual_query query = {.upto = args_date(act->args, "upto", book_today(act->book)),
                                  .as_of = DATE_NONE,
                                  .collector = args_get(act->args, "collector")};
    int64_t id = args_number(act->args, "run", 0);
    struct charge_run run;

    TRY(charging_customer(act, &query.customer_id));
    if (id && (args_given(act->args, "upto") || query.customer_id || query.collector))
        return fail(act->note, ERR_USAGE, "--run: a draft keeps its day and its customers");
    TRY(id ? charge_run_again(act->tx, id) : charge_run_make(act->tx, &query, &id));
    TRY(charge_run_get(act->book, id, act->arena, &run));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "run %lld up to %s: %s as a draft, nothing is posted yet",
                             (long long)id, say_day(act->arena, run.upto),
                             lines_say(act, run.lines, "line"));
    return ERR_OK;
}

const struct command cmd_charge_run = {
    .noun = "charge",
    .verb = "run",
    .summary = "work late charges out as a draft",
    .detail = "A draft touches no balance. `charge review` shows its lines, `charge leave` leaves "
              "some out, `charge post` posts the rest, `charge drop` gives it up. A second run "
              "charges nothing twice: it takes off what was charged before.",
    .args = run_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = run_run,
};

/* ---- reviewed ------------------------------------------------------------------------------- */

static const struct arg leave_args[] = {
    CHARGE_ITEM_ARGS,
    {.name = "run", .kind = ARG_INT, .help = "which draft; by default the one that waits"},
    {.name = "back", .kind = ARG_FLAG, .help = "take it in again"},
    {0},
};

static enum err leave_run(struct act *act)
{
    const bool back = args_flag(act->args, "back");
    struct document document;
    int64_t id, item_id;
    int lines;

    TRY(charging_run(act, &id));
    TRY(charging_item(act, &document, &item_id));
    TRY(charge_leave_out(act->tx, id, item_id, !back, &lines));
    act->ref = document.number;
    act->says = arena_format(act->arena, "%s is %s of run %lld", document.number,
                             back ? "a line" : "left out", (long long)id);
    return ERR_OK;
}

const struct command cmd_charge_leave = {
    .noun = "charge",
    .verb = "leave",
    .summary = "leave an item out of a draft of late charges, or take it in again",
    .args = leave_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .run = leave_run,
};

static const struct arg drop_args[] = {CHARGE_RUN_ARG, {0}};

static enum err drop_run(struct act *act)
{
    int64_t id;

    TRY(charging_run(act, &id));
    TRY(charge_run_drop(act->tx, id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "run %lld is dropped", (long long)id);
    return ERR_OK;
}

const struct command cmd_charge_drop = {
    .noun = "charge",
    .verb = "drop",
    .summary = "give a draft of late charges up",
    .args = drop_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = drop_run,
};

/* ---- posted --------------------------------------------------------------------------------- */

static const struct arg post_args[] = {
    CHARGE_RUN_ARG,
    {.name = "date", .kind = ARG_DATE, .help = "of the charges; by default today"},
    {0},
};

static enum err post_count(void *self, const struct charge_draft *draft)
{
    if (!draft->left_out)
        charging_count(self, draft->now);
    return ERR_OK;
}

static enum err post_stage(struct act *act)
{
    struct charging_sums sums = {0};
    int64_t id;

    TRY(charging_run(act, &id));
    TRY(charge_draft_each(act->book, id, post_count, &sums));
    const char *what = charging_said(act->arena, &sums);
    if (what)
        act->plan = arena_format(act->arena, "Run %lld posts %s.", (long long)id, what);
    return ERR_OK;
}

static enum err post_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct charge_posted posted;
    int64_t id;

    TRY(charging_run(act, &id));
    TRY(charge_run_post(act->tx, id, day, &posted));
    act->ref = arena_text(act->arena, posted.first);
    const char *what = lines_say(act, posted.charges, "charge");
    if (posted.credits)
        what = arena_format(act->arena, "%s and %s", what,
                            lines_say(act, posted.credits, "credit memo"));
    act->says =
        say_ahead(act->arena,
                  arena_format(act->arena, "run %lld is posted: %s with %s, from %s on",
                               (long long)id, what, lines_say(act, posted.lines, "line"), act->ref),
                  day, book_today(act->book));
    return ERR_OK;
}

const struct command cmd_charge_post = {
    .noun = "charge",
    .verb = "post",
    .summary = "post a draft of late charges",
    .detail = "One charge a customer and currency, its lines by source item; where too much was "
              "charged before, a credit memo that is set off against that charge. All is worked "
              "out once more; a line that has changed since the draft stops the run.",
    .args = post_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .stage = post_stage,
    .run = post_run,
};

/* ---- taken back ----------------------------------------------------------------------------- */

static const struct arg undo_args[] = {
    {.name = "run", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err undo_run(struct act *act)
{
    const int64_t id = args_number(act->args, "run", 0);
    struct charge_run run;
    int documents;

    TRY(charge_run_get(act->book, id, act->arena, &run));
    TRY(charge_run_undo(act->tx, id,
                        paper_day(act, "date", date_is(run.ended) ? run.ended : run.upto),
                        args_get(act->args, "reason"), &documents));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "run %lld is taken back: %s", (long long)id,
                             lines_say(act, documents, "document"));
    return ERR_OK;
}

const struct command cmd_charge_undo = {
    .noun = "charge",
    .verb = "undo",
    .summary = "take all charges of a run back",
    .detail = "What was paid on them is unapplied money then. A later run charges the same days "
              "again.",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = undo_run,
};

static const struct arg reverse_args[] = {
    {.name = "charge", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err reverse_run(struct act *act)
{
    struct document document;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, "charge"), DOCUMENT_MASK(DOCUMENT_CHARGE),
                      act->arena, &document));
    const struct date day = paper_day(act, "date", document.effective);
    TRY(invoice_void(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says =
        arena_format(act->arena, "%s over %s is reversed from %s on, by %s", document.number,
                     say_money(act->arena, document.total), say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_charge_reverse = {
    .noun = "charge",
    .verb = "reverse",
    .summary = "take one charge back: late charges, or the fee of a returned payment",
    .args = reverse_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = reverse_run,
};

/* ---- the list ------------------------------------------------------------------------------- */

static const struct arg runs_args[] = {
    {.name = "open", .kind = ARG_FLAG, .help = "only drafts that wait"}, LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "run", .title = "Run", .kind = CELL_INT},
    {.name = "upto", .title = "Up to", .kind = CELL_DATE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE},
    {.name = "state", .title = "State", .kind = CELL_CODE},
    {.name = "ended", .title = "On", .kind = CELL_DATE},
    {.name = "lines", .title = "Lines", .kind = CELL_INT},
    {.name = "left_out", .title = "Left out", .kind = CELL_INT},
    {.name = "by", .title = "By", .kind = CELL_CODE},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

static enum err runs_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Runs of late charges", NULL, columns, COLUMNS};
    struct charge_run *rows = NULL;
    int count = 0;

    TRY(charge_run_list(act->book, act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct charge_run *run = &rows[i];
        if (args_flag(act->args, "open") && run->state != CHARGE_DRAFT)
            continue;
        const struct cell cells[COLUMNS] = {
            cell_int(run->id),
            cell_date(run->upto),
            cell_code(run->customer),
            cell_code(run->collector),
            cell_code(charge_state_word(run->state)),
            cell_date(run->ended),
            cell_int(run->lines),
            run->state == CHARGE_DRAFT ? cell_int(run->left_out) : cell_none(),
            cell_code(run->actor),
        };
        TRY(sink_row(sink, run->id, run->state == CHARGE_DRAFT ? '*' : ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err runs_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, runs_pass(act, sink));
}

const struct command cmd_charge_runs = {
    .noun = "charge",
    .verb = "runs",
    .summary = "list runs of late charges: drafts, posted and dropped",
    .args = runs_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = runs_run,
};
