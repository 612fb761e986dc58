/* Invoices: issue, void, amend, and what is on them. */
#include "app/commands.h"
#include "app/paperargs.h"
#include "app/say.h"
#include "ledger/item.h"

static const struct arg issue_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whom we bill"},
    PAPER_LINE_ARGS,
    PAPER_DUE_ARGS,
    {.name = "opening",
     .kind = ARG_FLAG,
     .help = "an open item of an older system: against opening balances, no revenue, no tax"},
    {0},
};

static enum err issue_run(struct act *act)
{
    return paper_issue(act, DOCUMENT_INVOICE, NULL);
}

const struct command cmd_invoice_issue = {
    .noun = "invoice",
    .verb = "issue",
    .summary = "bill a customer",
    .detail = "Each --line has a text, a quantity, a price without tax, and a tax code; --amount "
              "stands for one untaxed line. Due days, instalments and early-payment discount come "
              "from the customer's terms, unless --due, --instalments, --terms or --discount say "
              "otherwise. The number is the next of the series, unless the paper has one already.",
    .args = issue_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = issue_run,
};

