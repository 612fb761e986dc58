/* The accounts at a bank: which of our accounts a number of the bank means. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/account.h"
#include "ledger/bankbook.h"

static const struct arg account_args[] = {
    {.name = "account",
     .kind = ARG_ACCOUNT,
     .flags = ARG_REQUIRED,
     .help = "in the general ledger"},
    {.name = "number",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "at the bank: the IBAN, or the number as the bank's files have it"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "of the account; the book's when not said"},
    {.name = "since",
     .kind = ARG_DATE,
     .help = "before it bank and books are taken as equal: nothing of that waits for a line"},
    {0},
};

static enum err account_run(struct act *act)
{
    struct currency currency = book_currency(act->book);
    struct bank_account account;
    int64_t id = 0;

    if (args_get(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &currency));
    TRY(account_find(act->book, args_get(act->args, "account"), &id));
    TRY(bank_account_set(act->tx, id, args_get(act->args, "number"), currency,
                         args_date(act->args, "since", DATE_NONE)));
    TRY(bank_account_get(act->book, id, act->arena, &account));
    act->ref = account.code;
    act->says = arena_format(act->arena, "%s %s is the account %s at the bank, in %s", account.code,
                             account.name, account.number, account.currency.code);
    return ERR_OK;
}

const struct command cmd_bank_account = {
    .noun = "bank",
    .verb = "account",
    .summary = "say which account at the bank a ledger account is",
    .detail = "Files of the bank name the account by its number; its lines are then lines of that "
              "ledger account. A firm with several accounts says it once for each.",
    .args = account_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = account_run,
};

static const struct arg accounts_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "number", .title = "At the bank", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "last_statement", .title = "Statement to", .kind = CELL_DATE},
    {.name = "closing", .title = "Closing", .kind = CELL_MONEY},
    {.name = "reconciled", .title = "Reconciled to", .kind = CELL_DATE},
};

static enum err accounts_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Accounts at the bank", NULL, columns,
                                    sizeof columns / sizeof *columns};
    struct bank_account *list = NULL;
    int count = 0;

    TRY(bank_account_list(act->book, act->arena, &list, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        struct bankbook_statement last = {.last = DATE_NONE};
        struct date frozen = DATE_NONE;
        bool found = false;
        TRY(bankbook_closing(act->book, list[i].account_id, (struct date){INT32_MAX}, act->arena,
                             &last, &found));
        TRY(bankbook_frozen(act->book, list[i].account_id, &frozen));
        const struct cell cells[] = {
            cell_code(list[i].code),
            cell_text(list[i].name),
            cell_code(list[i].number),
            cell_code(list[i].currency.code),
            cell_date(last.last),
            found ? cell_money(money_of(last.closing, last.currency)) : cell_none(),
            cell_date(frozen),
        };
        TRY(sink_row(sink, list[i].account_id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err accounts_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, accounts_pass(act, sink));
}

const struct command cmd_bank_accounts = {
    .noun = "bank",
    .verb = "accounts",
    .summary = "list the accounts at the bank, and how far they are reconciled",
    .args = accounts_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = accounts_run,
};
