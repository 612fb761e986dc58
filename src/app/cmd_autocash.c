/* Money that waits finds its papers by itself: shown first, posted as one entry, taken back as one.
 */
#include "app/autopay.h"
#include "app/commands.h"
#include "app/doclist.h"
#include "app/say.h"
#include "app/takeback.h"
#include "ledger/documentlist.h"
#include "ledger/journal.h"
#include "ledger/payment.h"

#include <stdlib.h>
#include <string.h>

#define PAYMENT DOCUMENT_MASK(DOCUMENT_PAYMENT)

static const struct arg autocash_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only money of this customer"},
    {.name = "payment", .kind = ARG_DOCUMENT, .help = "only this one, even money on account"},
    {.name = "date", .kind = ARG_DATE, .help = "only what came on this day"},
    {.name = "from", .kind = ARG_DATE, .help = "only what came from this day on"},
    {.name = "to", .kind = ARG_DATE, .help = "only what came up to this day"},
    {.name = "post", .kind = ARG_FLAG, .help = "post what is found; it is only shown, else"},
    {.name = "explain", .kind = ARG_FLAG, .help = "why the rules before it did not fit"},
    {.name = "undo", .kind = ARG_INT, .help = "take back all that this journal entry applied"},
    {0},
};

static const struct column columns[] = {
    {.name = "payment", .title = "Payment", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "rule", .title = "Rule", .kind = CELL_CODE},
    {.name = "choices", .title = "Choices", .kind = CELL_INT, .worth = 1},
    {.name = "applied", .title = "Applied", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "why", .title = "What and why", .kind = CELL_TEXT, .width = 30},
    {.name = "failed", .title = "Rules that did not fit", .kind = CELL_TEXT, .width = 30},
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

/* The payments of one run, read before anything is written. */
struct run {
    struct act *act;
    int64_t *ids;
    size_t count, room;
    int64_t posted, proposed, nothing;
};

static enum err run_add(struct run *run, int64_t id)
{
    if (run->count == run->room) {
        run->room = run->room ? run->room * 2 : 64;
        run->ids = mem_resize(run->ids, run->room, sizeof *run->ids);
    }
    run->ids[run->count++] = id;
    return ERR_OK;
}

static enum err payment_take(void *self, const struct document_row *row)
{
    /* nobody's money has no papers, and a prepayment is for what is not billed yet */
    const bool waits = row->status == STATUS_UNAPPLIED || row->status == STATUS_PART_APPLIED;

    return waits ? run_add(self, row->id) : ERR_OK;
}

static enum err run_read(struct run *run)
{
    const struct args *args = run->act->args;
    struct document payment;
    struct document_query query = {.kinds = PAYMENT,
                                   .as_of = DATE_NONE,
                                   .from =
                                       args_date(args, "from", args_date(args, "date", DATE_NONE)),
                                   .to = args_date(args, "to", args_date(args, "date", DATE_NONE)),
                                   .open_only = true,
                                   .order = DOCUMENTS_OLDEST};

    if (args_get(args, "payment")) {
        TRY(document_find(run->act->book, args_get(args, "payment"), PAYMENT, run->act->arena,
                          &payment));
        return run_add(run, payment.id);
    }
    TRY(doclist_customer(run->act, &query.customer_id));
    return documents_each(run->act->book, &query, payment_take, run);
}

static enum err row_show(struct run *run, const struct pot *pot, const struct item *credit,
                         const struct autocash_proposal *found)
{
    struct act *act = run->act;
    const struct cell cells[COLUMNS] = {
        cell_code(pot->money.number),
        cell_code(pot->customer),
        cell_date(pot->money.effective),
        cell_code(credit->currency.code),
        cell_money(money_of(-credit->open, credit->currency)),
        cell_code(found->step ? autocash_word(found->step) : NULL),
        found->step ? cell_int(found->answers) : cell_none(),
        found->automatic ? cell_money(money_of(found->applied, credit->currency)) : cell_none(),
        cell_text(autopay_says(act, found)),
        cell_text(autopay_explained(act, found)),
    };

    return act->sink ? sink_row(act->sink, pot->money.id, found->automatic ? ' ' : '*', cells)
                     : ERR_OK;
}

/* Money that is kept on account on purpose is left there, unless it is named. */
static enum err is_wanted(struct run *run, int64_t id, bool *wanted)
{
    struct receipt receipt;
    bool is = false;

    *wanted = true;
    if (args_get(run->act->args, "payment"))
        return ERR_OK;
    TRY(document_receipt(run->act->book, id, run->act->arena, &receipt, &is));
    *wanted = !is || receipt.keep == KEEP_UNAPPLIED;
    return ERR_OK;
}

static enum err credit_run(struct run *run, struct pot *pot, const struct item *credit)
{
    struct autocash_proposal found;
    const struct autopay money = {.customer_id = credit->customer_id,
                                  .amount = money_of(-credit->open, credit->currency),
                                  .value = credit->value,
                                  .text = pot->money.reference,
                                  .document_id = pot->money.id};

    TRY(autopay_find(run->act, &money, &found));
    TRY(row_show(run, pot, credit, &found));
    run->posted += found.automatic;
    run->proposed += found.step && !found.automatic;
    run->nothing += found.step == AUTOCASH_NONE;
    return autopay_post(run->act, credit->id, &found);
}

static enum err payment_run(struct run *run, int64_t id)
{
    struct act *act = run->act;
    struct pot pot;
    struct item *credits = NULL, credit;
    int count = 0;
    bool wanted = false;

    TRY(is_wanted(run, id, &wanted));
    if (!wanted)
        return ERR_OK;
    TRY(pot_open(act, id, &pot));
    TRY(document_money(act->book, id, act->arena, &credits, &count));
    if (args_get(act->args, "payment") && count == 0)
        return fail(act->note, ERR_CONFLICT, "nothing of %s is left to apply", pot.money.number);
    for (int i = 0; i < count; i++) {
        /* an earlier one of this run may have used it */
        TRY(item_get(act->book, credits[i].id, act->arena, &credit));
        if (credit.open < 0 && credit.customer_id &&
            account_control_of(act->book, credit.account_id) == CONTROL_RECEIVABLE)
            TRY(credit_run(run, &pot, &credit));
    }
    return ERR_OK;
}

/* Each payment is forgotten before the next: a run may have a hundred thousand. */
static enum err payments_run(struct run *run)
{
    struct act *whole = run->act, one = *whole;
    struct arena arena = {0};
    enum err e = ERR_OK;

    one.arena = &arena;
    run->act = &one;
    for (size_t i = 0; e == ERR_OK && i < run->count; i++) {
        e = payment_run(run, run->ids[i]);
        arena_reset(&arena);
    }
    run->act = whole;
    arena_done(&arena);
    return e;
}

static enum err autocash_stage(struct act *act)
{
    const struct args *args = act->args;

    if (args_given(args, "undo") &&
        (args_flag(args, "post") || args_get(args, "payment") || args_get(args, "customer") ||
         args_given(args, "date") || args_given(args, "from") || args_given(args, "to")))
        return fail(act->note, ERR_USAGE, "--undo takes back a whole entry; give nothing with it");
    if (args_given(args, "date") && (args_given(args, "from") || args_given(args, "to")))
        return fail(act->note, ERR_USAGE, "--date is one day; give it, or --from and --to");
    act->preview = !args_flag(args, "post") && !args_given(args, "undo");
    if (act->preview && act->session->tx)
        return fail(act->note, ERR_USAGE,
                    "what is only shown cannot be part of a whole; give --post");
    if (args_given(args, "undo"))
        return takeback_entry_plan(act, args_number(args, "undo", 0), "payment autocash");
    return ERR_OK;
}

static const char *run_says(const struct run *run)
{
    const bool posted = !run->act->preview;

    return arena_format(
        run->act->arena, "%lld %sapplied, %lld only proposed, %lld without a rule that fits%s",
        (long long)run->posted, posted ? "" : "would be ", (long long)run->proposed,
        (long long)run->nothing, posted ? "" : "; nothing was posted: --post does it");
}

static enum err autocash_run(struct act *act)
{
    struct run run = {.act = act};
    struct sink *sink = act->sink;
    const struct table_head head = {act->preview ? "AutoCash, not posted" : "AutoCash", NULL,
                                    columns,
                                    args_flag(act->args, "explain") ? COLUMNS : COLUMNS - 1};
    enum err e;

    if (args_given(act->args, "undo"))
        return takeback_entry(act, args_number(act->args, "undo", 0), "payment autocash",
                              "autocash taken back");
    TRY_OUT(run_read(&run));
    if (sink)
        TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(payments_run(&run));
    if (sink)
        TRY_OUT(sink->foot(sink->self, NULL));
    act->says = run_says(&run);
    e = ERR_OK;
out:
    free(run.ids);
    return e;
}

const struct command cmd_payment_autocash = {
    .noun = "payment",
    .verb = "autocash",
    .summary = "apply money that waits to what it is for, by rules",
    .detail =
        "The rules are tried in the order of the setting autocash.steps: the numbers in the "
        "reference; one item of that amount, with or without its discount; the whole account; all "
        "that is past due; what is past due on the same terms; the only choice of up to 24 items "
        "that comes to it. The first that has exactly one answer is taken. Where there are two, it "
        "is only proposed. With autocash.oldest the oldest due is paid when no rule fits. Without "
        "--post everything is shown and nothing is kept. What is posted is one journal entry, and "
        "--undo takes all of it back, on the days on which it was applied.",
    .args = autocash_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_CLERK,
    .stage = autocash_stage,
    .run = autocash_run,
};
