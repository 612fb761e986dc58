/* Balances that customers gave us: asserted, withdrawn, listed with what our books say. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/say.h"
#include "ledger/assertion.h"
#include "ledger/customer.h"
#include "ledger/sent.h"

static const struct arg assert_args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "who says it"},
    {.name = "date",
     .kind = ARG_DATE,
     .flags = ARG_REQUIRED,
     .help = "owed at the end of which day"},
    {.name = "amount", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "what the customer says"},
    {.name = "by", .kind = ARG_TEXT, .help = "who told it"},
    {.name = "text", .kind = ARG_TEXT, .help = "how, where it is written"},
    {0},
};

static const char *text_of(const struct act *act, const char *name)
{
    return args_given(act->args, name) ? args_get(act->args, name) : "";
}

static enum err assert_run(struct act *act)
{
    struct customer customer;
    struct assertion row = {.day = args_date(act->args, "date", DATE_NONE),
                            .person = text_of(act, "by"),
                            .text = text_of(act, "text")};
    int64_t id = 0;
    bool given = false;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(args_money(act->args, "amount", customer.currency, &row.amount, &given, act->note));
    row.customer_id = customer.id;
    struct money owed = money_of(0, row.amount.currency);
    TRY(sent_owed_as_one(act->book, customer.id, row.day, 0, 0, &owed));
    TRY(assertion_add(act->tx, &row, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "%s says %s on %s", customer.code,
                             say_money(act->arena, row.amount), say_day(act->arena, row.day));
    act->says = owed.minor == row.amount.minor
                    ? say_join(act->arena, act->says, "so do our books")
                    : say_join(act->arena, act->says,
                               arena_format(act->arena, "our books say %s: `book verify` names it",
                                            say_minor(act->arena, owed.minor, owed.currency)));
    return ERR_OK;
}

const struct command cmd_balance_assert = {
    .noun = "balance",
    .verb = "assert",
    .summary = "note what a customer says that it owed on a day; `book verify` keeps checking it",
    .detail = "Compared with what was posted to the customer's account by the end of that day, in "
              "the currency of the amount. What does not hold may be noted too: `book verify` "
              "names it until it holds or is withdrawn. A letter that is answered \"agreed\" makes "
              "one by itself (`confirmation answer`).",
    .args = assert_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = assert_run,
};

static const struct arg withdraw_args[] = {
    {.name = "balance",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number, as `balance list` shows it"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err withdraw_run(struct act *act)
{
    const int64_t id = args_number(act->args, "balance", 0);

    TRY(assertion_withdraw(act->tx, id, args_get(act->args, "reason")));
    act->ref = args_get(act->args, "balance");
    act->says =
        arena_format(act->arena, "asserted balance %s is not checked any more", act->ref);
    return ERR_OK;
}

const struct command cmd_balance_withdraw = {
    .noun = "balance",
    .verb = "withdraw",
    .summary = "stop checking a balance that a customer gave",
    .args = withdraw_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = withdraw_run,
};

static const struct column columns[] = {
    {.name = "balance", .title = "No", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "They say", .kind = CELL_MONEY},
    {.name = "owed", .title = "We say", .kind = CELL_MONEY},
    {.name = "difference", .title = "Difference", .kind = CELL_MONEY},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "letter", .title = "Letter", .kind = CELL_CODE, .worth = 2},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 3},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 4},
    {.name = "reason", .title = "Withdrawn", .kind = CELL_TEXT, .worth = 5},
};

static enum err row_pass(void *self, const struct assertion *row)
{
    const struct currency currency = row->amount.currency;
    const bool holds = row->owed == row->amount.minor;
    const struct cell cells[] = {
        cell_int(row->id),
        cell_code(row->customer),
        cell_date(row->day),
        cell_code(currency.code),
        cell_money(row->amount),
        cell_money(money_of(row->owed, currency)),
        cell_money(money_of(row->amount.minor - row->owed, currency)),
        cell_code(row->withdrawn ? "withdrawn" : holds ? "holds" : "differs"),
        cell_code(row->letter),
        cell_text(row->person),
        cell_text(row->text),
        cell_text(row->reason)};

    return sink_row(self, row->id, !row->withdrawn && !holds ? '!' : ' ', cells);
}

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only what this customer said"},
    LISTING_ARGS,
    {0},
};

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Balances that customers gave", NULL, columns,
                                    sizeof columns / sizeof *columns};
    int64_t customer_id = 0;

    TRY(doclist_customer(act, &customer_id));
    TRY(sink->head(sink->self, &head));
    TRY(assertion_each(act->book, customer_id, row_pass, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_balance_list = {
    .noun = "balance",
    .verb = "list",
    .summary = "list the balances that customers gave, and whether they hold",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
