/* Discounts that are allowed though they were not earned. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/item.h"
#include "ledger/payment.h"

static const struct arg allow_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "on which"},
    {.name = "amount", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "how much of it"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "instalment", .kind = ARG_INT, .help = "which one; the first open when not said"},
    {0},
};

/* The instalment that is named, or the first that is open. */
static enum err item_find(struct act *act, const struct document *paper, struct item *out)
{
    const int64_t only = args_number(act->args, "instalment", 0);
    struct item *items = NULL;
    int count = 0;

    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    for (int i = 0; i < count; i++)
        if (only ? items[i].seq == only : items[i].open > 0) {
            *out = items[i];
            return ERR_OK;
        }
    return fail(act->note, ERR_CONFLICT, "%s has nothing open", paper->number);
}

static enum err allow_run(struct act *act)
{
    struct document paper;
    struct document_made made;
    struct item item = {0};
    struct money amount;
    bool given = false;

    TRY(pot_debit(act, NULL, args_get(act->args, "invoice"), &paper));
    TRY(args_money(act->args, "amount", paper.currency, &amount, &given, act->note));
    if (!currency_is(amount.currency, paper.currency) || amount.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: a discount of %s is above zero, in %s",
                    paper.number, paper.currency.code);
    TRY(item_find(act, &paper, &item));
    const struct date day = paper_day(act, "date", paper.effective);
    struct approving wish = {.concession = {.kind = GRANT_DISCOUNT,
                                            .customer_id = paper.customer_id,
                                            .item_id = item.id,
                                            .document_id = paper.id,
                                            .amount = amount,
                                            .day = day,
                                            .reason = args_get(act->args, "reason")}};
    TRY(approving_ask(act, &wish));
    if (wish.waits)
        return ERR_OK;
    TRY(discount_allow(act->tx, item.id, amount.minor, day, wish.concession.reason, &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s of %s allowed as a discount on %s, by %s",
                             say_money(act->arena, amount), paper.number, say_day(act->arena, day),
                             act->ref);
    return ERR_OK;
}

const struct command cmd_discount_allow = {
    .noun = "discount",
    .verb = "allow",
    .summary = "allow a discount that was taken too late",
    .detail = "Up to what the terms of the invoice offered in all; it is posted as unearned. What "
              "is paid in time needs no such thing: `payment apply --discount auto`.",
    .args = allow_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = allow_run,
};

static const struct arg undo_args[] = {
    {.name = "discount", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err undo_run(struct act *act)
{
    return pot_reverse(act, "discount", DOCUMENT_MASK(DOCUMENT_DISCOUNT));
}

const struct command cmd_discount_undo = {
    .noun = "discount",
    .verb = "undo",
    .summary = "take a discount back that was allowed by itself",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = paper_void_why_not,
    .run = undo_run,
};
