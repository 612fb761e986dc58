/* Refunds: open money goes back. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/payment.h"

static const struct arg pay_args[] = {
    {.name = "from", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "a payment or credit"},
    {.name = "amount", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "never more than is left"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .help = "why"},
    {0},
};

static enum err pay_run(struct act *act)
{
    struct document money;
    struct document_made made;
    struct item credit;
    struct money amount;

    TRY(document_find(act->book, args_get(act->args, "from"),
                      DOCUMENT_MASK(DOCUMENT_PAYMENT) | DOCUMENT_MASK(DOCUMENT_CREDIT), act->arena,
                      &money));
    TRY(pot_credit(act, &money, &credit, &amount));
    const struct date day = paper_day(act, "date", credit.effective);
    struct approving wish = {.concession = {.kind = GRANT_REFUND,
                                            .customer_id = credit.customer_id,
                                            .item_id = credit.id,
                                            .document_id = money.id,
                                            .amount = amount,
                                            .day = day,
                                            .reason = args_get(act->args, "reason")}};
    TRY(approving_ask(act, &wish));
    if (wish.waits)
        return ERR_OK;
    TRY(refund_pay(act->tx, credit.id, amount.minor, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s: %s of %s goes back on %s", act->ref,
                             say_money(act->arena, amount), money.number, say_day(act->arena, day));
    return ERR_OK;
}

const struct command cmd_refund_pay = {
    .noun = "refund",
    .verb = "pay",
    .summary = "pay open money back",
    .args = pay_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = pay_run,
};

static const struct arg void_args[] = {
    {.name = "refund", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err void_run(struct act *act)
{
    return pot_reverse(act, "refund", DOCUMENT_MASK(DOCUMENT_REFUND));
}

const struct command cmd_refund_void = {
    .noun = "refund",
    .verb = "void",
    .summary = "take a refund back; the money is open again",
    .args = void_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = void_run,
};
