/* Statements that are sent: recorded with the balance that they tell, and shown as they go out. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "app/stating.h"
#include "ledger/customer.h"
#include "ledger/sent.h"
#include "report/r_statement.h"

static const char *const kinds[] = {"open-item", "activity", NULL};

static const struct arg issue_args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "to whom it goes"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = kinds,
     .help = "what is open, or all that happened; by default as the customer's record says"},
    {.name = "as-of", .kind = ARG_DATE, .help = "its day; by default today"},
    {.name = "from", .kind = ARG_DATE, .help = "first day; by default the first of the month"},
    {.name = "to", .kind = ARG_DATE, .help = "last day; by default today"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only what is in this currency"},
    {0},
};

/* The statement as it is wanted, but for its currency. */
static enum err wanted_read(struct act *act, const struct customer *customer, struct sent *out)
{
    const struct args *args = act->args;
    const struct date today = book_today(act->book);

    if (args_given(args, "as-of") && (args_given(args, "to") || args_given(args, "from")))
        return fail(act->note, ERR_USAGE, "--as-of is one day; give it, or --from and --to");
    *out = (struct sent){.customer_id = customer->id,
                         .activity = args_given(args, "kind")
                                         ? args_choice(args, "kind", 0) == 1
                                         : customer->statement == 1 || args_given(args, "from"),
                         .day = args_date(args, "as-of", args_date(args, "to", today))};
    out->from = args_date(args, "from", date_month_first(date_month(out->day)));
    return ERR_OK;
}

/* One sheet a currency: recorded, then shown. */
static enum err sheet_issue(struct act *act, const struct sent *wanted, struct currency currency)
{
    struct stating stating = {.wanted = *wanted, .channel = SENTPAPER_PAPER};
    const char *before = NULL;
    struct sent made;

    stating.wanted.balance = money_of(0, currency);
    TRY(sent_on(act->book, &stating.wanted, book_today(act->book), act->arena, &before));
    TRY(stating_issue(act, &stating, &made, NULL));
    const struct statement_options options = {.customer_id = made.customer_id,
                                              .kind = made.activity ? STATEMENT_ACTIVITY
                                                                    : STATEMENT_OPEN_ITEM,
                                              .from = made.from,
                                              .to = made.day,
                                              .currency = currency.code,
                                              .number = made.number};
    if (act->page && act->ref)
        page_break(act->page);
    if (act->page)
        TRY(statement_page(act->book, &options, act->page));
    act->ref = act->ref ? act->ref : made.number;
    act->says =
        say_join(act->arena, act->says,
                 arena_format(act->arena, "%s says %s on %s%s", made.number,
                              say_money(act->arena, made.balance), say_day(act->arena, made.day),
                              before ? arena_format(act->arena, " (%s went today already)", before)
                                     : ""));
    return ERR_OK;
}

/* In which currencies there is anything to tell: all that is open, and the account's own. */
static enum err sheets_issue(struct act *act, const struct customer *customer,
                             const struct sent *wanted)
{
    struct currency *currencies = NULL;
    int count = 0;

    TRY(sent_currencies(act->book, customer->id, wanted->day, act->arena, &currencies, &count));
    for (int i = 0; i < count; i++) {
        struct money owed = money_of(0, currencies[i]);
        TRY(sent_balance(act->book, customer->id, wanted->day, &owed));
        if (owed.minor != 0 || wanted->activity || currency_is(currencies[i], customer->currency))
            TRY(sheet_issue(act, wanted, currencies[i]));
    }
    return act->ref ? ERR_OK : sheet_issue(act, wanted, customer->currency);
}

static enum err issue_run(struct act *act)
{
    struct customer customer;
    struct currency only;
    struct sent wanted;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(wanted_read(act, &customer, &wanted));
    if (!args_given(act->args, "currency"))
        return sheets_issue(act, &customer, &wanted);
    TRY(currency_find(args_get(act->args, "currency"), &only));
    return sheet_issue(act, &wanted, only);
}

const struct command cmd_statement_issue = {
    .noun = "statement",
    .verb = "issue",
    .summary = "record that a statement goes to a customer, and show it",
    .detail =
        "It gets a number of its own (ST-1001), one for each currency. A payment that comes "
        "to the balance of one of the last three statements, or quotes its number, finds "
        "what it is for. Branches whose statement goes to the customer stand on it, each with its "
        "sub-total, and have none of their own. `report statement` shows the same without "
        "recording it.",
    .args = issue_args,
    .flags = COMMAND_WRITES | COMMAND_PAGE | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = issue_run,
};

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT, .worth = 2},
    {.name = "from", .title = "From", .kind = CELL_DATE, .worth = 3},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY},
    {.name = "journal", .title = "Entry", .kind = CELL_INT, .worth = 4},
};

static enum err row_pass(void *self, const struct sent *sent)
{
    const struct cell cells[] = {cell_code(sent->number),
                                 cell_code(sent->customer),
                                 cell_text(kinds[sent->activity]),
                                 sent->activity ? cell_date(sent->from) : cell_none(),
                                 cell_date(sent->day),
                                 cell_code(sent->balance.currency.code),
                                 cell_money(sent->balance),
                                 cell_int(sent->entry_id)};

    return sink_row(self, sent->id, ' ', cells);
}

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Statements", NULL, columns, sizeof columns / sizeof *columns};
    const char *code = args_get(act->args, "customer");
    struct customer customer = {0};

    if (code)
        TRY(customer_find(act->book, code, act->arena, &customer));
    TRY(sink->head(sink->self, &head));
    TRY(sent_each(act->book, customer.id, row_pass, sink));
    return sink->foot(sink->self, NULL);
}

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only what went to this customer"},
    LISTING_ARGS,
    {0},
};

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_statement_list = {
    .noun = "statement",
    .verb = "list",
    .summary = "list the statements that were sent",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
