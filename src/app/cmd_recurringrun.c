/* Invoices that come again: what is due, made each exactly once, and a run taken back as one. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/recurringdue.h"
#include "app/say.h"
#include "ledger/creditgate.h"
#include "ledger/invoice.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */
#define DUE_ARGS                                                                                   \
    {.name = "to", .kind = ARG_DATE, .help = "what is due by this day; today when not said"},      \
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},                   \
    {.name = "recurring", .kind = ARG_CODE, .help = "only of this template, as R-1001"}
/* clang-format on */

static const struct arg preview_args[] = {DUE_ARGS, LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "recurring", .title = "Template", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 5},
    {.name = "period", .title = "Period", .kind = CELL_CODE},
    {.name = "from", .title = "From", .kind = CELL_DATE, .worth = 6},
    {.name = "to", .title = "To", .kind = CELL_DATE, .worth = 6},
    {.name = "due_day", .title = "Day", .kind = CELL_DATE, .worth = 2},
    {.name = "date", .title = "Dated", .kind = CELL_DATE, .worth = 1},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "document", .title = "Invoice", .kind = CELL_CODE, .worth = 4},
    {.name = "why", .title = "What to know", .kind = CELL_TEXT, .width = 40},
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

/* What is worth a look: why it is skipped, that its month is closed, what credit says. */
static const char *due_why(struct act *act, const struct recurringdue *due)
{
    if (due->skipped)
        return arena_format(act->arena, "skipped: %s", due->skipped);
    const char *why = due->says;
    if (due->date.day != due->turn.due.day)
        why = say_join(act->arena, why, "its month is closed; dated on the first open day");
    return why;
}

static enum err due_pass(struct act *act, struct sink *sink, const struct recurringdue *due)
{
    const struct recurring *recurring = due->recurring;
    const bool made = !due->skipped, period = recurring->when.unit != RECUR_PARTS;
    const struct cell cells[COLUMNS] = {
        cell_code(recurring->number),
        cell_code(recurring->customer),
        cell_text(recurring->name),
        cell_code(due->turn.period),
        period ? cell_date(due->turn.from) : cell_none(),
        period ? cell_date(due->turn.to) : cell_none(),
        cell_date(due->turn.due),
        made ? cell_date(due->date) : cell_none(),
        made ? cell_code(due->total.currency.code) : cell_none(),
        made ? cell_money(due->total) : cell_none(),
        cell_code(due->number),
        cell_text(due_why(act, due)),
    };

    return sink_row(sink, recurring->id, due->skipped ? '!' : ' ', cells);
}

/* "3 invoices over 300.00 EUR, 1 skipped" */
static const char *sums_said(struct act *act, const struct recurringdue *list, int count)
{
    struct say_sums sums = {0};
    int made = 0, skipped = 0;

    for (int i = 0; i < count; i++) {
        if (list[i].skipped) {
            skipped++;
            continue;
        }
        made++;
        say_sum(&sums, list[i].total);
    }
    const char *over = say_sums(act->arena, &sums);
    return arena_format(act->arena, "%d invoice%s%s%s%s", made, made == 1 ? "" : "s",
                        *over ? " over " : "", over,
                        skipped ? arena_format(act->arena, ", %d skipped", skipped) : "");
}

static enum err list_pass(struct act *act, struct sink *sink, struct date to, const char *title,
                          const struct recurringdue *list, int count)
{
    const struct table_head head = {
        title, arena_format(act->arena, "due by %s", say_day(act->arena, to)), columns, COLUMNS};

    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY(due_pass(act, sink, &list[i]));
    return sink->foot(sink->self, count ? sums_said(act, list, count) : NULL);
}

static enum err preview_pass(struct act *act, struct sink *sink)
{
    const struct date to = args_date(act->args, "to", book_today(act->book));
    struct recurringdue *list;
    int count;

    TRY(recurringdue_list(act, to, &list, &count));
    return list_pass(act, sink, to, "Recurring invoices that are due", list, count);
}

static enum err preview_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, preview_pass(act, sink));
}

const struct command cmd_recurring_preview = {
    .noun = "recurring",
    .verb = "preview",
    .summary = "the recurring invoices that a run would make, and why it would skip some",
    .detail = "A period that was missed shows as an invoice of its own. Amounts are with tax, with "
              "the terms and rates of the day.",
    .args = preview_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = preview_run,
};

/* ---- the run -------------------------------------------------------------------------------- */

static const struct arg run_args[] = {DUE_ARGS, {0}};

/* What is made, from `before` to `run`. */
struct made {
    struct recurringdue *list;
    int count;
    struct date to;
};

static enum err run_stage(struct act *act)
{
    const struct date to = args_date(act->args, "to", book_today(act->book));
    struct recurringdue *list;
    int count;

    TRY(recurringdue_list(act, to, &list, &count));
    if (count)
        act->plan = arena_format(act->arena, "%s, due by %s.", sums_said(act, list, count),
                                 say_day(act->arena, to));
    return ERR_OK;
}

/* Is the account on hold with it, the collector is told by the worklist, and it is said here. */
static enum err credit_say(struct act *act, struct recurringdue *due)
{
    const struct creditquestion question = {.customer_id = due->customer_id,
                                            .day = book_today(act->book),
                                            .currency = due->total.currency};
    struct creditanswer answer;

    TRY(credit_ask(act->book, &question, act->arena, &answer));
    if (answer.action == CREDIT_HOLD)
        due->says = arena_format(act->arena, "%s is on hold: %s", answer.code, answer.why);
    return ERR_OK;
}

/* An entry of its own, under an operation id made of template, period and take: once, whatever
 * happens. */
static enum err due_make(struct act *act, struct recurringdue *due)
{
    const char *op_id = arena_format(act->arena, "%s %s %d", due->recurring->number,
                                     due->turn.period, due->turn.take);
    struct outcome outcome;

    TRY(command_inner(act, due->args, op_id, &outcome));
    if (outcome.stored)
        return fail(act->note, ERR_CONFLICT, "its operation id was used already: %s", op_id);
    due->number = outcome.ref;
    TRY(document_of_customer(act->book, DOCUMENT_INVOICE, outcome.ref, due->customer_id,
                             &due->document_id));
    return credit_say(act, due);
}

static enum err run_before(struct act *act)
{
    struct made *made = arena_new(act->arena, sizeof *made);

    act->state = made;
    made->to = args_date(act->args, "to", book_today(act->book));
    TRY(recurringdue_list(act, made->to, &made->list, &made->count));
    for (int i = 0; i < made->count; i++) {
        struct recurringdue *due = &made->list[i];
        const enum err e = due->skipped ? ERR_OK : due_make(act, due);
        if (e != ERR_OK)
            return fail(act->note, e, "%s, %s: %s; no invoice of the run is made",
                        due->recurring->number, due->turn.period,
                        arena_text(act->arena, act->note->text));
    }
    return ERR_OK;
}

static enum err run_run(struct act *act)
{
    struct made *made = act->state;
    int64_t run_id = 0;

    for (int i = 0; i < made->count; i++) {
        const struct recurringdue *due = &made->list[i];
        if (due->skipped)
            continue;
        if (!run_id)
            TRY(recurring_run_begin(act->tx, made->to, &run_id));
        TRY(recurring_made_add(act->tx, run_id, due->recurring->id, &due->turn, due->document_id,
                               ""));
    }
    if (act->sink)
        TRY(list_pass(act, act->sink, made->to, "Recurring invoices", made->list, made->count));
    act->ref = run_id ? arena_format(act->arena, "%lld", (long long)run_id) : NULL;
    act->says =
        run_id ? arena_format(act->arena, "run %lld: %s", (long long)run_id,
                              sums_said(act, made->list, made->count))
        : made->count
            ? arena_format(act->arena, "nothing was made, %d skipped", made->count)
            : arena_format(act->arena, "nothing is due by %s", say_day(act->arena, made->to));
    act->found = made->count && !run_id;
    return ERR_OK;
}

const struct command cmd_recurring_run = {
    .noun = "recurring",
    .verb = "run",
    .summary = "make each recurring invoice that is due, exactly once",
    .detail =
        "Each is dated on its due day, or on the first open day when that month is closed; a "
        "period that was missed makes an invoice of its own. They are posted while the customer is "
        "on hold, and put the account on hold when they break a rule. One that cannot be made is "
        "skipped, with the reason, and is due again at the next run. All of a run are made, or "
        "none; `recurring undo --run` takes it back as one. A second run finds nothing left.",
    .args = run_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_CLERK,
    .stage = run_stage,
    .before = run_before,
    .run = run_run,
};

/* ---- undo ----------------------------------------------------------------------------------- */

static const struct arg undo_args[] = {
    {.name = "run", .kind = ARG_INT, .help = "all that this run made"},
    {.name = "recurring", .kind = ARG_CODE, .help = "with --period: one turn of this template"},
    {.name = "period", .kind = ARG_TEXT, .help = "as 2026-12"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "date", .kind = ARG_DATE, .help = "of the reversals; today when not said"},
    {0},
};

/* What stands of the run, or of the one turn. */
static enum err standing_read(struct act *act, struct recurring_made **out, int *count)
{
    const int64_t run_id = args_number(act->args, "run", 0);
    const char *period = args_get(act->args, "period");
    struct recurring recurring = {.id = 0};
    int all = 0;

    if ((run_id != 0) == args_given(act->args, "recurring") ||
        args_given(act->args, "recurring") != args_given(act->args, "period"))
        return fail(act->note, ERR_USAGE,
                    "say what: --run, or --recurring and --period of one turn");
    if (!run_id)
        TRY(recurring_find(act->book, args_get(act->args, "recurring"), act->arena, &recurring));
    TRY(recurring_made_list(act->book, run_id, recurring.id, act->arena, out, &all));
    *count = 0;
    for (int i = 0; i < all; i++)
        if (!(*out)[i].undone && (run_id || strcmp((*out)[i].period, period) == 0))
            (*out)[(*count)++] = (*out)[i];
    if (*count)
        return ERR_OK;
    if (!run_id)
        return fail(act->note, ERR_CONFLICT, "nothing stands for %s of %s", period,
                    recurring.number);
    return all ? fail(act->note, ERR_CONFLICT, "run %lld is taken back already", (long long)run_id)
               : fail(act->note, ERR_MISSING, "there is no run %lld", (long long)run_id);
}

static int voided_count(const struct recurring_made *list, int count)
{
    int voided = 0;

    for (int i = 0; i < count; i++)
        voided += list[i].document_id && !list[i].is_void;
    return voided;
}

static enum err undo_stage(struct act *act)
{
    struct recurring_made *list;
    int count;

    TRY(standing_read(act, &list, &count));
    const int voided = voided_count(list, count);
    act->plan = arena_format(act->arena,
                             "%d invoice%s %s voided, %s to %s; what was paid on them stays with "
                             "the customers, and their periods are due again.",
                             voided, voided == 1 ? "" : "s", voided == 1 ? "is" : "are",
                             list[0].number, list[count - 1].number);
    return ERR_OK;
}

static enum err made_undo(struct act *act, const struct recurring_made *made)
{
    const char *reason = args_get(act->args, "reason");
    struct document_made gone;

    if (made->document_id && !made->is_void)
        TRY(invoice_void(act->tx, made->document_id, paper_day(act, "date", made->date), reason,
                         &gone));
    return recurring_made_undo(act->tx, made->id, reason);
}

static enum err undo_run(struct act *act)
{
    struct recurring_made *list;
    int count;

    TRY(standing_read(act, &list, &count));
    for (int i = count; i-- > 0;) {
        const enum err e = made_undo(act, &list[i]);
        if (e != ERR_OK)
            return fail(act->note, e, "%s: %s; nothing is taken back", list[i].number,
                        arena_text(act->arena, act->note->text));
    }
    const int voided = voided_count(list, count);
    act->ref = args_given(act->args, "run") ? args_get(act->args, "run") : list[0].recurring;
    act->says = arena_format(act->arena, "%s%s: %d invoice%s voided; %d period%s due again",
                             args_given(act->args, "run") ? "run " : "", act->ref, voided,
                             voided == 1 ? "" : "s", count, count == 1 ? " is" : "s are");
    return ERR_OK;
}

const struct command cmd_recurring_undo = {
    .noun = "recurring",
    .verb = "undo",
    .summary = "take back all that a run made, or one turn of a template",
    .detail = "Its invoices are voided; what was paid on them stays with the customer as unapplied "
              "money. The periods are due again, for the next run: `invoice void` alone takes an "
              "invoice back for good.",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .stage = undo_stage,
    .run = undo_run,
};
