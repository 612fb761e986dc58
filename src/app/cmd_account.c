/* Commands about the general ledger's accounts. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/account.h"

/* in the order of enum account_kind, which counts from 1 */
static const char *const kinds[] = {"asset", "liability", "equity", "income", "expense", NULL};
/* in the order of enum account_control */
static const char *const controls[] = {"", "receivable", "unidentified", "prepaid"};

static const struct arg add_args[] = {
    {.name = "code", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "its number in the chart"},
    {.name = "name", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "what it is for"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .flags = ARG_REQUIRED,
     .choices = kinds,
     .help = "what it counts"},
    {0},
};

static enum err account_add_run(struct act *act)
{
    const char *code = args_get(act->args, "code"), *name = args_get(act->args, "name");
    const int kind = args_choice(act->args, "kind", 0);

    if (!*code || !*name)
        return fail(act->note, ERR_INPUT, "an account needs a code and a name");
    TRY(account_add(act->tx, code, name, (enum account_kind)(kind + 1)));
    act->ref = code;
    act->says = arena_format(act->arena, "account %s, %s, is in the chart", code, name);
    return ERR_OK;
}

const struct command cmd_account_add = {
    .noun = "account",
    .verb = "add",
    .summary = "add an account to the chart",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = account_add_run,
};

static const struct arg list_args[] = {
    {.name = "as-of", .kind = ARG_DATE, .help = "balances of this day; by default today's"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "control", .title = "Control", .kind = CELL_TEXT, .worth = 1},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

static enum err accounts_pass(struct act *act, struct sink *sink)
{
    const struct date as_of = args_date(act->args, "as-of", book_today(act->book));
    const struct currency base = book_currency(act->book);
    char day[DATE_TEXT];
    struct account *accounts;
    int count;
    const struct table_head head = {
        "Chart of accounts",
        arena_format(act->arena, "balances in %s as of %s, debits positive", base.code,
                     date_iso(as_of, day)),
        columns, 5};

    TRY(account_list(act->book, act->arena, &accounts, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        int64_t balance;
        TRY(account_balance(act->book, accounts[i].id, as_of, &balance));
        const struct cell cells[] = {
            cell_code(accounts[i].code), cell_text(accounts[i].name),
            cell_text(kinds[accounts[i].kind - ACCOUNT_ASSET]),
            cell_text(controls[accounts[i].control]), cell_money(money_of(balance, base))};
        TRY(sink_row(sink, accounts[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err account_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, accounts_pass(act, sink));
}

const struct command cmd_account_list = {
    .noun = "account",
    .verb = "list",
    .summary = "list the chart of accounts with its balances",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = account_list_run,
};
