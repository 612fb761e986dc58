/* Money that an agency or lawyers brought in, with what they keep or bill of it. */
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/payment.h"
#include "ledger/placement.h"

static const struct arg recover_args[] = {
    {.name = "placement",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `placement list` shows them"},
    {.name = "amount", .kind = ARG_MONEY, .help = "what the customer paid them, whole"},
    {.name = "payment", .kind = ARG_DOCUMENT, .help = "or a payment that is here already"},
    {.name = "commission", .kind = ARG_MONEY, .help = "their share; by its percentage, else"},
    {.name = "billed", .kind = ARG_FLAG, .help = "they paid the whole and bill their share"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "method",
     .kind = ARG_CHOICE,
     .choices = payment_methods,
     .otherwise = "transfer",
     .help = "how it came"},
    {.name = "reference", .kind = ARG_TEXT, .help = "of their remittance"},
    APPLY_ARG,
    {0},
};

struct recovery {
    struct placement placement;
    struct placement_money money;
    struct document payment;
    int64_t credit; /* its item */
};

static enum err commission_take(struct act *act, struct recovery *r)
{
    struct money commission;
    bool given = false;

    TRY(args_money(act->args, "commission", r->money.amount.currency, &commission, &given,
                   act->note));
    if (given && !currency_is(commission.currency, r->money.amount.currency))
        return fail(act->note, ERR_INPUT, "--commission is in %s, the money in %s",
                    commission.currency.code, r->money.amount.currency.code);
    r->money.commission = commission.minor;
    return given ? ERR_OK
                 : placement_commission(&r->placement, r->money.amount.minor, &r->money.commission);
}

/* The money comes now; what they kept back is its fee. */
static enum err money_receive(struct act *act, struct recovery *r)
{
    const struct payment payment = {
        .customer_id = r->placement.customer_id,
        .amount = r->money.amount,
        .date = r->money.day,
        .method = (enum payment_method)args_choice(act->args, "method", METHOD_TRANSFER),
        .reference = args_get(act->args, "reference"),
        .payer = r->placement.agency,
        .fee = r->money.billed ? 0 : r->money.commission,
        .fee_is_commission = true};
    struct document_made made;

    TRY(payment_receive(act->tx, &payment, &made, &r->credit));
    return document_get(act->book, made.id, act->arena, &r->payment);
}

static enum err payment_take(struct act *act, struct recovery *r)
{
    const char *number = args_get(act->args, "payment");
    bool given = false;

    if (!number == !args_given(act->args, "amount"))
        return fail(act->note, ERR_USAGE,
                    "how much came? --amount, or --payment that is here already; one of them");
    if (number) {
        TRY(document_find(act->book, number, DOCUMENT_MASK(DOCUMENT_PAYMENT), act->arena,
                          &r->payment));
        r->money.amount = r->payment.total;
        r->money.billed = true; /* it was posted without a share of theirs */
        r->money.day = args_date(act->args, "date", r->payment.effective);
        return commission_take(act, r);
    }
    r->money.day = args_date(act->args, "date", book_today(act->book));
    TRY(args_money(act->args, "amount", r->placement.currency, &r->money.amount, &given,
                   act->note));
    TRY(commission_take(act, r));
    return money_receive(act, r);
}

/* What comes through them pays what is placed with them, the oldest due first. */
static enum err placed_pay(struct act *act, struct recovery *r, struct pot *pot)
{
    int64_t left = r->money.amount.minor;
    struct item *items;
    int count = 0;

    TRY(items_open(act->book, r->placement.customer_id, act->arena, &items, &count));
    for (int i = 0; i < count && left > 0; i++) {
        struct placed placed;
        bool is = false;
        if (items[i].open <= 0 || !currency_is(items[i].currency, r->money.amount.currency))
            continue;
        TRY(placed_on(act->book, items[i].id, r->money.day, &is, &placed, act->arena));
        if (!is || placed.placement_id != r->placement.id)
            continue;
        const int64_t part = items[i].open < left ? items[i].open : left;
        const struct target target = {.document = items[i].number,
                                      .amount = say_minor(act->arena, part, items[i].currency),
                                      .instalment = items[i].seq};
        TRY(pot_apply(pot, &target));
        left -= part;
    }
    return ERR_OK;
}

static enum err recover_run(struct act *act)
{
    struct recovery r = {.money = {.billed = args_flag(act->args, "billed")}};
    struct document_made cost;
    struct pot pot;

    TRY(placement_get(act->book, args_number(act->args, "placement", 0), act->arena, &r.placement));
    TRY(payment_take(act, &r));
    r.money.placement_id = r.placement.id;
    r.money.payment_id = r.payment.id;
    TRY(placement_recover(act->tx, &r.money, &cost));
    act->ref = r.payment.number;
    TRY(pot_open(act, r.payment.id, &pot));
    pot.says = arena_format(act->arena, "%s: %s of %s through %s", act->ref,
                            say_money(act->arena, r.money.amount), r.placement.customer,
                            r.placement.agency);
    if (r.money.commission)
        pot.says = arena_format(
            act->arena, r.money.billed ? "%s, who bill %s for it%s%s" : "%s, who kept %s of it%s%s",
            pot.says, say_minor(act->arena, r.money.commission, r.money.amount.currency),
            cost.id ? " by " : "", cost.id ? cost.number : "");
    if (args_count(act->args, "apply"))
        TRY(pot_apply_rows(&pot, DATE_NONE));
    else if (r.credit)
        TRY(placed_pay(act, &r, &pot));
    if (r.credit || args_count(act->args, "apply"))
        TRY(pot_says_rest(&pot));
    act->says = pot.says;
    return ERR_OK;
}

const struct command cmd_placement_recover = {
    .noun = "placement",
    .verb = "recover",
    .summary = "book money that came through an agency or lawyers, and their share of it",
    .detail = "The customer is credited with all that it paid. What they kept back of it goes to "
              "collection costs with the payment; what they bill goes there by a document of its "
              "own, owed to them. The money pays what is placed with them, the oldest due first, "
              "unless --apply says what.",
    .args = recover_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = recover_run,
};
