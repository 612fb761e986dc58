/* Invoices: issue, void, amend, and what is on them. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/paper.h"
#include "app/say.h"

static const struct arg issue_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whom we bill"},
    PAPER_LINE_ARGS("one untaxed line instead of --line"),
    PAPER_DUE_ARGS,
    {.name = "opening",
     .kind = ARG_FLAG,
     .help = "an open item of an older system: against opening balances, no revenue, no tax"},
    {.name = "delivered",
     .kind = ARG_FLAG,
     .help = "the goods are with the customer: billed even while the account is on hold"},
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
              "otherwise. The number is the next of the series, unless the paper has one already. "
              "While the customer is on hold (`hold check`) only what is --delivered is billed; "
              "that puts the account on hold when it breaks a rule. Without holds and rules "
              "nothing is stopped.",
    .args = issue_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = issue_run,
};

static const struct arg void_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err void_run(struct act *act)
{
    return paper_void(act, "invoice", PAPERS_DEBIT & ~DOCUMENT_MASK(DOCUMENT_DEBIT));
}

const struct command cmd_invoice_void = {
    .noun = "invoice",
    .verb = "void",
    .summary = "take an invoice back by a dated reversal",
    .detail =
        "What was paid on it stays with the customer as unapplied money. The number is kept. "
        "Where the law of value-added tax asks for it, issue a credit memo instead. But for a "
        "slip of the same day it counts against the limit for credit memos.",
    .args = void_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = void_run,
};

static const struct arg amend_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {.name = "po", .kind = ARG_TEXT, .help = "the customer's order number"},
    {.name = "reference", .kind = ARG_TEXT, .help = "the customer's reference"},
    {.name = "text", .kind = ARG_TEXT, .help = "words on the paper"},
    {.name = "extension",
     .kind = ARG_DATE,
     .help = "not chased before this day; its aging keeps the due date"},
    {.name = "from", .kind = ARG_DATE, .help = "from which day on; today when not said"},
    {0},
};

static enum err amend_run(struct act *act)
{
    static const char *const fields[] = {"po", "reference", "text", "extension"};
    struct document paper;
    const char *said = "";

    TRY(document_find(act->book, args_get(act->args, "invoice"),
                      PAPERS_DEBIT | DOCUMENT_MASK(DOCUMENT_CREDIT), act->arena, &paper));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *value = args_get(act->args, fields[i]);
        if (!value)
            continue;
        TRY(invoice_amend(act->tx, paper.id, fields[i], value,
                          args_date(act->args, "from", book_today(act->book))));
        said = say_join(act->arena, said, arena_format(act->arena, "%s is '%s'", fields[i], value));
    }
    if (!*said)
        return fail(act->note, ERR_USAGE,
                    "nothing to amend: give --po, --reference, --text or --extension");
    act->ref = paper.number;
    act->says = arena_format(act->arena, "%s amended: %s", paper.number, said);
    return ERR_OK;
}

const struct command cmd_invoice_amend = {
    .noun = "invoice",
    .verb = "amend",
    .summary = "change order number, reference or words of a paper",
    .detail = "Amounts, days and lines of a posted paper never change: void it, or issue a credit "
              "memo.",
    .args = amend_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = amend_run,
};

static const char *const kinds[] = {"invoice", "debit",     "charge", "credit",
                                    "all",     "deduction", NULL};

static const struct arg list_args[] = {
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = kinds,
     .help = "only these; invoices, debit memos and charges when not said"},
    DOCLIST_ARGS,
    {0},
};

static enum err list_run(struct act *act)
{
    static const unsigned masks[] = {DOCUMENT_MASK(DOCUMENT_INVOICE),
                                     DOCUMENT_MASK(DOCUMENT_DEBIT),
                                     DOCUMENT_MASK(DOCUMENT_CHARGE),
                                     DOCUMENT_MASK(DOCUMENT_CREDIT),
                                     PAPERS_DEBIT | DOCUMENT_MASK(DOCUMENT_CREDIT),
                                     DOCUMENT_MASK(DOCUMENT_DEDUCTION)};
    const int kind = args_choice(act->args, "kind", -1);

    return doclist_papers(act, kind < 0 ? PAPERS_DEBIT : masks[kind], true, "Invoices");
}

const struct command cmd_invoice_list = {
    .noun = "invoice",
    .verb = "list",
    .summary = "list invoices, debit memos and charges",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg show_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_SHOW_ARGS,
    {0},
};

static enum err show_run(struct act *act)
{
    return paper_show(act, "invoice", PAPERS_DEBIT | DOCUMENT_MASK(DOCUMENT_CREDIT));
}

const struct command cmd_invoice_show = {
    .noun = "invoice",
    .verb = "show",
    .summary = "show an invoice or memo as the customer gets it, and what was applied to it",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
