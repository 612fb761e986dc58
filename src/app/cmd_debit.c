/* Debit memos: more is owed than was billed. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/paper.h"

#define DEBIT DOCUMENT_MASK(DOCUMENT_DEBIT)

static const struct arg debit_issue_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "whom we bill; the invoice's, else"},
    {.name = "invoice", .kind = ARG_DOCUMENT, .help = "the invoice that it adds to"},
    PAPER_LINE_ARGS("one untaxed line instead of --line"),
    PAPER_DUE_ARGS,
    {0},
};

static enum err debit_issue_run(struct act *act)
{
    struct document invoice;
    const char *number = args_get(act->args, "invoice");

    if (!number)
        return paper_issue(act, DOCUMENT_DEBIT, NULL);
    TRY(document_find(act->book, number, PAPERS_DEBIT, act->arena, &invoice));
    return paper_issue(act, DOCUMENT_DEBIT, &invoice);
}

const struct command cmd_debit_issue = {
    .noun = "debit",
    .verb = "issue",
    .summary = "issue a debit memo: more is owed than was billed",
    .args = debit_issue_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = debit_issue_run,
};

static const struct arg void_args[] = {
    {.name = "debit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err void_run(struct act *act)
{
    return paper_void(act, "debit", DEBIT);
}

const struct command cmd_debit_void = {
    .noun = "debit",
    .verb = "void",
    .summary = "take a debit memo back by a dated reversal",
    .args = void_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = void_run,
};

static const struct arg list_args[] = {DOCLIST_ARGS, {0}};

static enum err list_run(struct act *act)
{
    return doclist_papers(act, DEBIT, true, "Debit memos");
}

const struct command cmd_debit_list = {
    .noun = "debit",
    .verb = "list",
    .summary = "list debit memos, and what is open of them",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg show_args[] = {
    {.name = "debit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_SHOW_ARGS,
    {0},
};

static enum err show_run(struct act *act)
{
    return paper_show(act, "debit", DEBIT);
}

const struct command cmd_debit_show = {
    .noun = "debit",
    .verb = "show",
    .summary = "show a debit memo, and what was applied to it",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
