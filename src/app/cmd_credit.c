/* Credit memos: less is owed than was billed. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/doclist.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "app/takeback.h"
#include "ledger/item.h"

#include <string.h>

#define CREDIT DOCUMENT_MASK(DOCUMENT_CREDIT)

static const struct arg issue_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "who gets it; the invoice's, else"},
    {.name = "invoice", .kind = ARG_DOCUMENT, .help = "the invoice that it corrects"},
    PAPER_LINE_ARGS("instead of --line: one sum, of it tax as on the --invoice, else none"),
    APPLY_ARG,
    {.name = "reason", .kind = ARG_TEXT, .help = "why"},
    {0},
};

/* A linked credit sets off what is open on its invoice; the rest is on account (RULES.md D). */
static enum err invoice_apply(struct pot *pot, const struct document *invoice)
{
    struct item *items = NULL;
    int count = 0;
    bool open = false;
    struct act *act = pot->act;

    TRY(items_of_document(act->book, invoice->id, act->arena, &items, &count));
    for (int i = 0; i < count; i++)
        open = open || items[i].open > 0;
    if (!open) {
        pot->says = say_join(act->arena, pot->says,
                             arena_format(act->arena, "%s has nothing open", invoice->number));
        return ERR_OK;
    }
    const struct target target = {
        .document = arena_format(act->arena, "%s/%s", invoice->customer, invoice->number),
        .date = DATE_NONE};
    return pot_apply(pot, &target);
}

/* May who posts give so much away, or does it wait for somebody else? */
static enum err issue_ask(struct act *act, const struct paper *paper,
                          const struct paper_totals *totals, bool *waits)
{
    struct approving wish = {.concession = {.kind = GRANT_CREDIT,
                                            .customer_id = paper->customer_id,
                                            .document_id = paper->related_id,
                                            .amount = money_of(totals->total, totals->currency),
                                            .day = paper->date,
                                            .reason = paper->reason}};

    if (paper->related_id)
        TRY(approving_item(act, paper->related_id, &wish.concession.item_id));
    TRY(approving_ask(act, &wish));
    *waits = wish.waits;
    return ERR_OK;
}

static enum err issue_run(struct act *act)
{
    struct document invoice;
    const char *number = args_get(act->args, "invoice");
    struct paper paper;
    struct paper_totals totals;
    struct customer customer;
    struct document_made made;
    struct pot pot;
    bool waits = false;

    if (number)
        TRY(pot_debit(act, args_get(act->args, "customer"), number, &invoice));
    TRY(paper_read(act, DOCUMENT_CREDIT, number ? &invoice : NULL, &paper, &customer));
    paper.reason = args_get(act->args, "reason");
    TRY(paper_preview(act->book, &paper, act->arena, &totals));
    if (totals.total <= 0)
        return fail(act->note, ERR_INPUT,
                    "the total is %s: a credit memo is written above zero, and lessens what is "
                    "owed by it",
                    say_minor(act->arena, totals.total, totals.currency));
    TRY(issue_ask(act, &paper, &totals, &waits));
    if (waits)
        return ERR_OK;
    TRY(invoice_issue(act->tx, &paper, &made));
    act->ref = arena_text(act->arena, made.number);
    TRY(pot_open(act, made.id, &pot));
    pot.says = arena_format(act->arena, "%s for %s: %s", act->ref, customer.code,
                            say_money(act->arena, pot.money.total));
    if (totals.tax)
        pot.says = arena_format(act->arena, "%s, with %s of tax", pot.says,
                                say_minor(act->arena, totals.tax, totals.currency));
    if (args_count(act->args, "apply"))
        TRY(pot_apply_rows(&pot, DATE_NONE));
    else if (number)
        TRY(invoice_apply(&pot, &invoice));
    TRY(pot_says_rest(&pot));
    act->says = pot.says;
    return ERR_OK;
}

const struct command cmd_credit_issue = {
    .noun = "credit",
    .verb = "issue",
    .summary = "issue a credit memo",
    .detail = "With --invoice it is set off against what is open on that invoice, and the rest "
              "stays on account; --apply says otherwise. Without either it stays on account. An "
              "--amount on a taxed invoice is the whole sum, its tax in proportion; --line without "
              "a tax code credits without tax.",
    .args = issue_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = issue_run,
};

static const struct arg apply_args[] = {
    {.name = "credit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "from which"},
    SETTLE_ARGS,
    {0},
};

static const char *apply_why_not(const struct subject *subject)
{
    if (subject->status && strcmp(subject->status, "applied") == 0)
        return "nothing of it is left to apply";
    return paper_void_why_not(subject);
}

static enum err apply_run(struct act *act)
{
    return pot_settle(act, "credit", CREDIT);
}

const struct command cmd_credit_apply = {
    .noun = "credit",
    .verb = "apply",
    .summary = "set a credit memo off against what is owed",
    .detail = "--apply takes several rows at once, as `payment receive` does. `customer match` "
              "pairs several credits with what is owed in one act.",
    .args = apply_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = apply_why_not,
    .run = apply_run,
};

static const struct arg unapply_args[] = {
    {.name = "credit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    UNAPPLY_ARGS,
    {0},
};

static enum err unapply_stage(struct act *act)
{
    return takeback_unapply_plan(act, "credit", CREDIT, "on account");
}

static enum err unapply_run(struct act *act)
{
    return takeback_unapply(act, "credit", CREDIT, "on account");
}

const struct command cmd_credit_unapply = {
    .noun = "credit",
    .verb = "unapply",
    .summary = "take applications of a credit memo back",
    .args = unapply_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_CLERK,
    .why_not = paper_void_why_not,
    .stage = unapply_stage,
    .run = unapply_run,
};

static const struct arg void_args[] = {
    {.name = "credit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err void_run(struct act *act)
{
    return paper_void(act, "credit", CREDIT);
}

const struct command cmd_credit_void = {
    .noun = "credit",
    .verb = "void",
    .summary = "take a credit memo back by a dated reversal",
    .args = void_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = void_run,
};

static const struct arg list_args[] = {DOCLIST_ARGS, {0}};

static enum err list_run(struct act *act)
{
    return doclist_papers(act, CREDIT, false, "Credit memos");
}

const struct command cmd_credit_list = {
    .noun = "credit",
    .verb = "list",
    .summary = "list credit memos, and what is left of them",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static enum err show_run(struct act *act)
{
    return paper_show(act, "credit", CREDIT);
}

static const struct arg show_args[] = {
    {.name = "credit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_SHOW_ARGS,
    {0},
};

const struct command cmd_credit_show = {
    .noun = "credit",
    .verb = "show",
    .summary = "show a credit memo, and what it was applied to",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
