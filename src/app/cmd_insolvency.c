/* Insolvency: customers that cannot pay any more, claims filed, dividends received. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/insolvency.h"
#include "ledger/payment.h"

/* clang-format off */
#define WHO_ARG                                                                                    \
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "who"}
/* clang-format on */

static enum err who_take(struct act *act, struct customer *out)
{
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, out));
    act->ref = out->code;
    return ERR_OK;
}

static enum err amount_take(struct act *act, const char *name, const struct customer *customer,
                            struct money *out, bool *given)
{
    return args_money(act->args, name, customer->currency, out, given, act->note);
}

/* ---- it is insolvent ------------------------------------------------------------------------ */

static const struct arg declare_args[] = {
    WHO_ARG,
    {.name = "date", .kind = ARG_DATE, .help = "since when; today when not said"},
    {.name = "claim", .kind = ARG_MONEY, .help = "a claim that is filed with it"},
    {.name = "reference", .kind = ARG_TEXT, .help = "the court's number"},
    {.name = "administrator", .kind = ARG_TEXT, .help = "who administers it"},
    {.name = "text", .kind = ARG_TEXT, .help = "a note"},
    {0},
};

static enum err declare_run(struct act *act)
{
    struct customer customer;
    struct insolvency now;
    struct money claim;
    bool given = false, is = false;
    int64_t id = 0;

    TRY(who_take(act, &customer));
    const struct insolvency wanted = {.customer_id = customer.id,
                                      .day = args_date(act->args, "date", book_today(act->book)),
                                      .reference = args_get(act->args, "reference"),
                                      .administrator = args_get(act->args, "administrator"),
                                      .text = args_get(act->args, "text")};
    TRY(insolvency_declare(act->tx, &wanted, &id));
    TRY(amount_take(act, "claim", &customer, &claim, &given));
    if (given) {
        const struct insolvency_step step = {.kind = INSOLVENCY_CLAIM,
                                             .day = wanted.day,
                                             .amount = claim,
                                             .reference = wanted.reference};
        TRY(insolvency_step_take(act->tx, customer.id, &step));
    }
    TRY(insolvency_of(act->book, customer.id, book_today(act->book), act->arena, &is, &now));
    act->says = arena_format(
        act->arena,
        "%s is insolvent since %s: nothing is dunned, charged or sent any more; %s is open of "
        "before, %s of since",
        customer.code, say_day(act->arena, wanted.day),
        say_money(act->arena, money_of(is ? now.before : 0, customer.currency)),
        say_minor(act->arena, is ? now.since : 0, customer.currency));
    return ERR_OK;
}

const struct command cmd_customer_insolvent = {
    .noun = "customer",
    .verb = "insolvent",
    .summary = "note that a customer is insolvent",
    .detail = "From that day on dunning, charges and letters to it stop, and what it owed before "
              "is told apart from what it owes since. `insolvency claim` and `insolvency "
              "dividend` go on with it, `customer discharge` ends it, `report insolvency` shows "
              "its items and what it paid in the ninety days before.",
    .args = declare_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = declare_run,
};

static const struct arg discharge_args[] = {
    WHO_ARG,
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "how it ended"},
    {.name = "date", .kind = ARG_DATE, .help = "from which day on; today when not said"},
    {0},
};

static enum err discharge_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct customer customer;

    TRY(who_take(act, &customer));
    TRY(insolvency_discharge(act->tx, customer.id, day, args_get(act->args, "reason")));
    act->says = arena_format(act->arena, "%s is not insolvent any more as of %s: %s", customer.code,
                             say_day(act->arena, day), args_get(act->args, "reason"));
    return ERR_OK;
}

const struct command cmd_customer_discharge = {
    .noun = "customer",
    .verb = "discharge",
    .summary = "note that a customer's insolvency is over",
    .args = discharge_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = discharge_run,
};

/* ---- claim, dividend ------------------------------------------------------------------------ */

static const struct arg claim_args[] = {
    WHO_ARG,
    {.name = "amount", .kind = ARG_MONEY, .help = "all that is open of before, when not said"},
    {.name = "reference", .kind = ARG_TEXT, .help = "its number with the administrator"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {0},
};

static enum err claim_run(struct act *act)
{
    struct customer customer;
    struct insolvency now = {.before = 0};
    struct insolvency_step step = {.kind = INSOLVENCY_CLAIM,
                                   .day = args_date(act->args, "date", book_today(act->book)),
                                   .reference = args_get(act->args, "reference")};
    bool given = false, is = false;

    TRY(who_take(act, &customer));
    TRY(amount_take(act, "amount", &customer, &step.amount, &given));
    if (!given) {
        TRY(insolvency_of(act->book, customer.id, step.day, act->arena, &is, &now));
        step.amount = money_of(now.before, customer.currency);
    }
    TRY(insolvency_step_take(act->tx, customer.id, &step));
    act->says = arena_format(act->arena, "a claim of %s against %s is filed on %s",
                             say_money(act->arena, step.amount), customer.code,
                             say_day(act->arena, step.day));
    return ERR_OK;
}

const struct command cmd_insolvency_claim = {
    .noun = "insolvency",
    .verb = "claim",
    .summary = "note a claim that was filed; one that is filed again replaces it",
    .args = claim_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = claim_run,
};

static const struct arg dividend_args[] = {
    WHO_ARG,
    {.name = "payment",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED,
     .help = "the payment by which it came"},
    {.name = "date", .kind = ARG_DATE, .help = "the payment's day when not said"},
    {0},
};

static enum err dividend_run(struct act *act)
{
    struct customer customer;
    struct document payment;
    bool is = false;

    TRY(who_take(act, &customer));
    TRY(document_find(act->book, args_get(act->args, "payment"), DOCUMENT_MASK(DOCUMENT_PAYMENT),
                      act->arena, &payment));
    TRY(customer_is(act->book, payment.customer_id, customer.id, &is));
    if (!is)
        return fail(act->note, ERR_INPUT, "--payment: %s is not a payment of %s", payment.number,
                    customer.code);
    const struct insolvency_step step = {.kind = INSOLVENCY_DIVIDEND,
                                         .day = args_date(act->args, "date", payment.effective),
                                         .amount = payment.total,
                                         .document_id = payment.id};
    TRY(insolvency_step_take(act->tx, customer.id, &step));
    act->says = arena_format(act->arena, "%s over %s is a dividend of %s", payment.number,
                             say_money(act->arena, payment.total), customer.code);
    return ERR_OK;
}

const struct command cmd_insolvency_dividend = {
    .noun = "insolvency",
    .verb = "dividend",
    .summary = "note that a payment is a dividend out of an insolvency",
    .args = dividend_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = dividend_run,
};

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those that are not discharged"},
    {.name = "as-of", .kind = ARG_DATE, .help = "as it stood on this day; by default today"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 4},
    {.name = "since", .title = "Since", .kind = CELL_DATE},
    {.name = "reference", .title = "Court", .kind = CELL_CODE, .worth = 5},
    {.name = "administrator", .title = "Administrator", .kind = CELL_TEXT, .worth = 6},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "before", .title = "Open before", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "after", .title = "Open since", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "claimed", .title = "Claimed", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "dividends", .title = "Dividends", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "discharged", .title = "Discharged", .kind = CELL_DATE, .worth = 1},
    {.name = "reason", .title = "How", .kind = CELL_TEXT, .worth = 7},
};

static enum err insolvencies_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Insolvent customers", NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    const struct date as_of = args_date(act->args, "as-of", book_today(act->book));
    struct insolvency *rows;
    int count;

    TRY(insolvency_list(act->book, customer_id, as_of, args_flag(act->args, "open"), act->arena,
                        &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct insolvency *n = &rows[i];
        const bool ended = date_is(n->ended) && n->ended.day <= as_of.day;
        const struct cell cells[] = {
            cell_code(n->customer),
            cell_text(n->name),
            cell_date(n->day),
            cell_code(n->reference),
            cell_text(n->administrator),
            cell_code(n->currency.code),
            cell_money(money_of(n->before, n->currency)),
            cell_money(money_of(n->since, n->currency)),
            cell_money(money_of(n->claimed, n->currency)),
            cell_money(money_of(n->dividends, n->currency)),
            ended ? cell_date(n->ended) : cell_none(),
            ended ? cell_text(n->reason) : cell_none(),
        };
        TRY(sink_row(sink, n->customer_id, ended ? ' ' : '!', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    return listing_customer(act, insolvencies_pass);
}

const struct command cmd_insolvency_list = {
    .noun = "insolvency",
    .verb = "list",
    .summary = "list insolvent customers, what they owe of before and since, claims, dividends",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
