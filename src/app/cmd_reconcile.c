/* Our open items against the customer's own statement: the list, and the letter with it. */
#include "app/columns.h"
#include "app/commands.h"
#include "app/listing.h"
#include "io/maptext.h"
#include "ledger/customer.h"
#include "report/counterpage.h"

#include <string.h>

static const char *const orders[] = {"ymd", "dmy", "mdy", NULL};

static const struct arg args[] = {
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "whose statement"},
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_STDIN,
     .help = "CSV with number and amount, and currency and date if it has them"},
    {.name = "as-of", .kind = ARG_DATE, .help = "what was open at the end of which day; today"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "the customer's when not said"},
    {.name = "map",
     .kind = ARG_TEXT,
     .help = "their columns for ours: \"number=Belegnr; amount=Saldo\""},
    {.name = "dates",
     .kind = ARG_CHOICE,
     .choices = orders,
     .otherwise = "ymd",
     .help = "order of day, month and year"},
    COLUMNS_ARGS,
    {.name = "turn", .kind = ARG_FLAG, .help = "what they owe is negative in their file"},
    LISTING_ARGS,
    {0},
};

enum { LINE_NUMBER, LINE_AMOUNT, LINE_DATE, LINE_CURRENCY, LINE_COLUMNS };
static const struct file_column line_columns[LINE_COLUMNS] = {
    [LINE_NUMBER] = {{"number", "invoice", "invoice number", "document", "reference", "bill",
                      "doc no"},
                     true},
    [LINE_AMOUNT] = {{"open", "open amount", "outstanding", "balance due", "amount", "total",
                      "balance"},
                     true},
    [LINE_DATE] = {{"date", "invoice date", "document date"}, false},
    [LINE_CURRENCY] = {{"currency", "cur", "ccy"}, false},
};
static const char *const line_fields[LINE_COLUMNS] = {"number", "amount", "date", "currency"};

/* The columns that --map names stand for all their names. */
static enum err map_read(struct act *act, struct file_column *list)
{
    char *key, *value, *text;

    memcpy(list, line_columns, sizeof line_columns);
    if (!args_given(act->args, "map"))
        return ERR_OK;
    text = arena_text(act->arena, args_get(act->args, "map"));
    for (maptext_next(&text, &key, &value); key; maptext_next(&text, &key, &value)) {
        int field = 0;
        while (field < LINE_COLUMNS && strcmp(line_fields[field], key) != 0)
            field++;
        if (field == LINE_COLUMNS || !value || !*value)
            return fail(act->note, ERR_INPUT,
                        "--map: %s: it names number, amount, date or currency, each with a column "
                        "of the file",
                        key);
        list[field] = (struct file_column){{value, NULL}, true};
    }
    return ERR_OK;
}

struct lines {
    struct counter_theirs *list;
    int count, room, left_out;
};

static enum err line_read(struct act *act, const struct columns *columns,
                          const struct counter_options *options, struct lines *lines)
{
    static const enum date_order order_of[] = {DATE_YMD, DATE_DMY, DATE_MDY};
    const char *code = columns_text(columns, LINE_CURRENCY);
    struct counter_theirs line = {
        .number = arena_text(act->arena, columns_text(columns, LINE_NUMBER))};
    struct currency currency = options->currency;
    struct date date;

    if (code[strspn(code, " ")] && currency_find(code, &currency) != ERR_OK)
        return columns_fail(columns, ERR_INPUT, LINE_CURRENCY, "there is no such currency");
    TRY(columns_money(columns, LINE_AMOUNT, currency, &line.amount));
    TRY(columns_date(columns, LINE_DATE, order_of[args_choice(act->args, "dates", 0)], &date));
    if (!currency_is(currency, options->currency) ||
        (date_is(date) && date.day > options->as_of.day)) {
        lines->left_out++;
        return ERR_OK;
    }
    if (args_flag(act->args, "turn"))
        line.amount = -line.amount;
    lines->list =
        arena_grow(act->arena, lines->list, lines->count, &lines->room, sizeof *lines->list);
    lines->list[lines->count++] = line;
    return ERR_OK;
}

static enum err lines_read(struct act *act, const struct counter_options *options,
                           struct lines *lines)
{
    struct file_column list[LINE_COLUMNS];
    struct columns columns = {0};
    enum err e;

    TRY(map_read(act, list));
    TRY_OUT(columns_open(&columns, act->args, "file", list, LINE_COLUMNS, act->note));
    for (;;) {
        TRY_OUT(columns_next(&columns));
        if (!columns.row)
            break;
        TRY_OUT(line_read(act, &columns, options, lines));
    }
out:
    columns_close(&columns);
    return e;
}

static enum err reconcile_run(struct act *act)
{
    struct customer customer;
    struct lines lines = {.list = NULL};
    struct listing listing;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    struct counter_options options = {
        .customer = &customer,
        .currency = customer.currency,
        .as_of = args_date(act->args, "as-of", book_today(act->book)),
        .arena = act->arena};
    if (args_given(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &options.currency));
    TRY(lines_read(act, &options, &lines));
    options.theirs = lines.list;
    options.their_count = lines.count;
    options.left_out = lines.left_out;
    if (act->page)
        return counter_page(act->book, &options, act->page);
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, counter_table(act->book, &options, sink));
}

const struct command cmd_customer_reconcile = {
    .noun = "customer",
    .verb = "reconcile",
    .summary = "compare our open items with the customer's own statement, and write the letter",
    .detail = "Numbers are compared without case, blanks and marks, then without leading zeros; "
              "an item is also found by the customer's reference that it carries. Each is agreed, "
              "different, paid here (with the payment), missing here or missing there. Nothing is "
              "posted. As text it is the letter to the customer; csv and json give the list.",
    .args = args,
    .flags = COMMAND_TABLE | COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = reconcile_run,
};
