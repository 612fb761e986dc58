/* Orders that are not billed yet: brought in from the order system, and looked at. */
#include "app/columns.h"
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/customer.h"
#include "ledger/orders.h"

#include <string.h>

static const struct arg import_args[] = {
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_STDIN,
     .help = "CSV with customer, amount, number and currency"},
    COLUMNS_ARGS,
    {0},
};

enum { ORDER_CUSTOMER, ORDER_AMOUNT, ORDER_NUMBER, ORDER_CURRENCY, ORDER_COLUMNS };
static const struct file_column order_columns[ORDER_COLUMNS] = {
    [ORDER_CUSTOMER] = {{"customer", "customer code", "code", "account"}, true},
    [ORDER_AMOUNT] = {{"amount", "open", "total", "value", "unbilled"}, true},
    [ORDER_NUMBER] = {{"number", "order", "order number", "po", "reference"}, false},
    [ORDER_CURRENCY] = {{"currency", "cur"}, false},
};

struct lines {
    struct order_line *rows;
    int count, room;
};

static enum err line_read(struct act *act, const struct columns *columns, struct lines *lines)
{
    const char *code = columns_text(columns, ORDER_CUSTOMER),
               *currency = columns_text(columns, ORDER_CURRENCY);
    struct customer customer;
    struct order_line line = {.number =
                                  arena_text(act->arena, columns_text(columns, ORDER_NUMBER))};

    if (customer_find(act->book, code, act->arena, &customer) != ERR_OK)
        return columns_fail(columns, ERR_INPUT, ORDER_CUSTOMER,
                            arena_format(act->arena, "there is no customer %s", code));
    line.customer_id = customer.id;
    line.currency = customer.currency;
    if (currency[0] && currency_find(currency, &line.currency) != ERR_OK)
        return columns_fail(columns, ERR_INPUT, ORDER_CURRENCY, "there is no such currency");
    TRY(columns_money(columns, ORDER_AMOUNT, line.currency, &line.amount));
    if (line.amount < 0)
        return columns_fail(columns, ERR_INPUT, ORDER_AMOUNT, "what is not billed yet is above 0");
    if (line.amount == 0)
        return ERR_OK;
    lines->rows =
        arena_grow(act->arena, lines->rows, lines->count, &lines->room, sizeof *lines->rows);
    lines->rows[lines->count++] = line;
    return ERR_OK;
}

static enum err import_stage(struct act *act)
{
    struct lines *lines = arena_new(act->arena, sizeof *lines);
    struct columns columns;
    enum err e;

    *lines = (struct lines){.count = 0};
    TRY_OUT(columns_open(&columns, act->args, "file", order_columns, ORDER_COLUMNS, act->note));
    for (;;) {
        TRY_OUT(columns_next(&columns));
        if (!columns.row)
            break;
        TRY_OUT(line_read(act, &columns, lines));
    }
    act->state = lines;
out:
    columns_close(&columns);
    return e;
}

static enum err import_run(struct act *act)
{
    const struct lines *lines = act->state;

    TRY(orders_set(act->tx, book_today(act->book), lines->rows, lines->count));
    act->says = arena_format(act->arena, "%d order%s not billed yet, in place of those before",
                             lines->count, lines->count == 1 ? " is" : "s are");
    return ERR_OK;
}

const struct command cmd_order_import = {
    .noun = "order",
    .verb = "import",
    .summary = "bring in orders that are not billed yet",
    .detail =
        "Nothing is posted: they count against the credit of their customers as if they were "
        "billed. Each file takes the place of the one before, so bring it in anew when orders "
        "were billed; one with a header only clears them.",
    .args = import_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .stage = import_stage,
    .run = import_run,
};

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 16},
    {.name = "number", .title = "Order", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

static enum err line_show(void *self, const struct order_line *line)
{
    const struct cell cells[] = {cell_code(line->customer), cell_text(line->name),
                                 cell_code(line->number), cell_code(line->currency.code),
                                 cell_money(money_of(line->amount, line->currency))};

    return sink_row(self, line->customer_id, ' ', cells);
}

static enum err lines_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Orders not billed", NULL, columns,
                                    sizeof columns / sizeof columns[0]};

    TRY(sink->head(sink->self, &head));
    TRY(orders_each(act->book, customer_id, NULL, line_show, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    return listing_customer(act, lines_pass);
}

const struct command cmd_order_list = {
    .noun = "order",
    .verb = "list",
    .summary = "list orders that are not billed yet",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
