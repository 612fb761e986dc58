/* Matching without cash: credits and earlier money against what is owed, in one act. */
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "app/takeback.h"

static const struct arg match_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whose account"},
    {.name = "apply",
     .kind = ARG_ROWS,
     .flags = ARG_REQUIRED,
     .columns = apply_columns,
     .rows_style = ROWS_LIST,
     .help = "\"INV-1=20 from CM-31; INV-2 from P-17\""},
    {.name = "date", .kind = ARG_DATE, .help = "the later of both documents when not said"},
    {0},
};

/* A row that has nothing to do with the account is another customer's by mistake. */
static enum err row_judge(struct act *act, const struct customer *customer, int n)
{
    const struct target row = target_of_row(act->args, n);
    struct document debit, credit;
    bool is = false;

    TRY(pot_debit(act, customer->code, row.document, &debit));
    TRY(customer_is(act->book, debit.customer_id, customer->id, &is));
    if (!row.from || is)
        return ERR_OK;
    TRY(pot_document(act, customer->code, row.from, PAPERS_CREDIT, &credit));
    TRY(customer_is(act->book, credit.customer_id, customer->id, &is));
    if (is)
        return ERR_OK;
    return fail(act->note, ERR_CONFLICT, "--apply: row %d: %s is owed by %s, and %s is not of %s",
                n + 1, debit.number, debit.customer, credit.number, customer->code);
}

static enum err match_run(struct act *act)
{
    struct customer customer;
    struct pot pot = {.act = act, .says = ""};
    const int count = args_count(act->args, "apply");

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    pot.customer = customer.code;
    for (int i = 0; i < count; i++)
        TRY(row_judge(act, &customer, i));
    TRY(pot_apply_rows(&pot, args_date(act->args, "date", DATE_NONE)));
    TRY(pot_says_rest(&pot));
    act->ref = customer.code;
    act->says = arena_format(act->arena, "matched at %s: %s", customer.code, pot.says);
    return ERR_OK;
}

const struct command cmd_customer_match = {
    .noun = "customer",
    .verb = "match",
    .summary = "set credits and unapplied money off against what is owed",
    .detail = "Each row names what is paid, how much of it (as much as is open and there when not "
              "said) and from which credit memo or payment. Discount and small write-off work as "
              "in `payment apply`. All rows are one act, and `customer unmatch` takes it back "
              "whole.",
    .args = match_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = match_run,
};

static const struct arg unmatch_args[] = {
    {.name = "entry",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the journal entry of the match; `application list` shows it"},
    {.name = "date", .kind = ARG_DATE, .help = "the days of the match when not said"},
    {.name = "reason", .kind = ARG_TEXT, .otherwise = "unmatched", .help = "why"},
    {0},
};

static enum err unmatch_stage(struct act *act)
{
    return takeback_entry_plan(act, args_number(act->args, "entry", 0), "customer match");
}

static enum err unmatch_run(struct act *act)
{
    return takeback_entry(act, args_number(act->args, "entry", 0), "customer match",
                          args_get(act->args, "reason"));
}

const struct command cmd_customer_unmatch = {
    .noun = "customer",
    .verb = "unmatch",
    .summary = "take a match back whole",
    .args = unmatch_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_CLERK,
    .stage = unmatch_stage,
    .run = unmatch_run,
};
