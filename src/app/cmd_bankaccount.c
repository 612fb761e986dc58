/* The accounts at a bank: which of our accounts a number of the bank means. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/account.h"
#include "ledger/reconciliation.h"

static const struct arg account_args[] = {
    {.name = "account",
     .kind = ARG_ACCOUNT,
     .flags = ARG_REQUIRED,
     .help = "in the general ledger"},
    {.name = "number",
     .kind = ARG_TEXT,
     .help = "at the bank: the IBAN, or the number as the bank's files have it; the first time it "
             "must be said"},
    {.name = "currency",
     .kind = ARG_CURRENCY,
     .help = "of the account; else as it was, or the book's"},
    {.name = "since",
     .kind = ARG_DATE,
     .help = "before it bank and books are taken as equal: nothing of that waits for the other "
             "side"},
    {.name = "opening",
     .kind = ARG_MONEY,
     .help = "what the bank had before that day, or before its first statement: what the books "
             "lack of it is entered against the opening balances"},
    {0},
};

/* What is not said stays as it was. */
static enum err account_set(struct act *act, int64_t id)
{
    const struct args *args = act->args;
    struct bank_account *list = NULL;
    struct bank_account is = {.number = NULL, .currency = book_currency(act->book)};
    int count = 0;

    is.since = DATE_NONE;
    TRY(bank_account_list(act->book, act->arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (list[i].account_id == id)
            is = list[i];
    if (args_get(args, "currency"))
        TRY(currency_find(args_get(args, "currency"), &is.currency));
    if (args_get(args, "number"))
        is.number = args_get(args, "number");
    if (!is.number)
        return fail(act->note, ERR_USAGE,
                    "--number: say the account's number at the bank, as its IBAN");
    return bank_account_set(act->tx, id, is.number, is.currency,
                            args_date(args, "since", is.since));
}

static enum err opening_enter(struct act *act, const struct bank_account *account)
{
    struct document_made made;
    struct money opening;
    bool given = false;

    TRY(args_money(act->args, "opening", account->currency, &opening, &given, act->note));
    if (!given)
        return ERR_OK;
    if (!currency_is(opening.currency, account->currency))
        return fail(act->note, ERR_INPUT, "--opening: the account is in %s",
                    account->currency.code);
    TRY(reconciliation_open(act->tx, account->account_id, opening.minor, &made));
    act->says = made.id ? arena_format(act->arena,
                                       "%s; %s enters its opening balance, so that the books begin "
                                       "with %s too",
                                       act->says, made.number, say_money(act->arena, opening))
                        : arena_format(act->arena, "%s; the books begin with %s already", act->says,
                                       say_money(act->arena, opening));
    return ERR_OK;
}

static enum err account_run(struct act *act)
{
    struct bank_account account;
    int64_t id = 0;

    TRY(account_find(act->book, args_get(act->args, "account"), &id));
    TRY(account_set(act, id));
    TRY(bank_account_get(act->book, id, act->arena, &account));
    act->ref = account.code;
    act->says = *account.number
                    ? arena_format(act->arena, "%s %s is the account %s at the bank, in %s",
                                   account.code, account.name, account.number,
                                   account.currency.code)
                    : arena_format(act->arena, "%s %s is an account at the bank, in %s",
                                   account.code, account.name, account.currency.code);
    return opening_enter(act, &account);
}

const struct command cmd_bank_account = {
    .noun = "bank",
    .verb = "account",
    .summary = "say which account at the bank a ledger account is",
    .detail = "Files of the bank name the account by its number; its lines are then lines of that "
              "ledger account. A firm with several accounts says it once for each. What the "
              "account had before it is followed here is said with --opening: a reconciliation "
              "ties only when the books begin with it too.",
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
