/* Netting: what we owe a customer, brought in and set off against what the customer owes us. */
#include "app/columns.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/netting.h"

#include <string.h>

/* clang-format off */
#define WHOSE_ARG                                                                                  \
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "with whom"}
#define ONLY_ARG                                                                                   \
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"}
/* clang-format on */

/* 0 when no customer is given. */
static enum err customer_take(struct act *act, int64_t *id)
{
    *id = 0;
    return args_given(act->args, "customer")
               ? customer_find_id(act->book, args_get(act->args, "customer"), id)
               : ERR_OK;
}

/* ---- agree ---------------------------------------------------------------------------------- */

static const struct arg agree_args[] = {
    WHOSE_ARG,
    {.name = "reference", .kind = ARG_TEXT, .help = "the written agreement: its date or number"},
    {.name = "end", .kind = ARG_FLAG, .help = "it does not hold any more"},
    {0},
};

static enum err agree_run(struct act *act)
{
    const char *reference = args_get(act->args, "reference");
    const bool end = args_flag(act->args, "end");
    int64_t id = 0;

    TRY(customer_take(act, &id));
    if (end == (reference && reference[0]))
        return fail(act->note, ERR_USAGE, "name the agreement with --reference, or --end it");
    TRY(netting_agree(act->tx, id, end ? "" : reference));
    act->ref = args_get(act->args, "customer");
    act->says =
        end ? arena_format(act->arena, "nothing is set off with %s any more", act->ref)
            : arena_format(act->arena, "what %s owes may be set off: %s", act->ref, reference);
    return ERR_OK;
}

const struct command cmd_netting_agree = {
    .noun = "netting",
    .verb = "agree",
    .summary = "note that a customer agreed in writing to set off what both owe",
    .args = agree_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = agree_run,
};

/* ---- payables ------------------------------------------------------------------------------- */

static const char *const orders[] = {"ymd", "dmy", "mdy", NULL};

static const struct arg import_args[] = {
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_STDIN,
     .help = "CSV with customer, number, amount, due and currency"},
    {.name = "dates",
     .kind = ARG_CHOICE,
     .choices = orders,
     .otherwise = "ymd",
     .help = "order of day, month and year"},
    COLUMNS_ARGS,
    {0},
};

enum { BILL_CUSTOMER, BILL_NUMBER, BILL_AMOUNT, BILL_DUE, BILL_CURRENCY, BILL_COLUMNS };
static const struct file_column bill_columns[BILL_COLUMNS] = {
    [BILL_CUSTOMER] = {{"customer", "vendor", "supplier", "code"}, true},
    [BILL_NUMBER] = {{"number", "bill", "invoice", "document", "reference"}, true},
    [BILL_AMOUNT] = {{"amount", "open", "balance", "total"}, true},
    [BILL_DUE] = {{"due", "due date", "date"}, false},
    [BILL_CURRENCY] = {{"currency", "cur"}, false},
};

struct bills {
    struct payable *rows;
    int count, room;
};

static enum err bill_read(struct act *act, const struct columns *columns, struct bills *bills)
{
    const enum date_order order_of[] = {DATE_YMD, DATE_DMY, DATE_MDY};
    const char *code = columns_text(columns, BILL_CUSTOMER),
               *currency = columns_text(columns, BILL_CURRENCY);
    struct customer customer;
    struct payable bill = {.number = arena_text(act->arena, columns_text(columns, BILL_NUMBER))};

    if (customer_find(act->book, code, act->arena, &customer) != ERR_OK)
        return columns_fail(columns, ERR_INPUT, BILL_CUSTOMER,
                            arena_format(act->arena, "there is no customer %s", code));
    bill.customer_id = customer.id;
    bill.currency = customer.currency;
    if (currency[0] && currency_find(currency, &bill.currency) != ERR_OK)
        return columns_fail(columns, ERR_INPUT, BILL_CURRENCY, "there is no such currency");
    TRY(columns_money(columns, BILL_AMOUNT, bill.currency, &bill.amount));
    if (bill.amount <= 0)
        return columns_fail(columns, ERR_INPUT, BILL_AMOUNT, "a bill that we owe is above 0");
    TRY(columns_date(columns, BILL_DUE, order_of[args_choice(act->args, "dates", 0)], &bill.due));
    if (!date_is(bill.due))
        bill.due = book_today(act->book);
    bills->rows =
        arena_grow(act->arena, bills->rows, bills->count, &bills->room, sizeof *bills->rows);
    bills->rows[bills->count++] = bill;
    return ERR_OK;
}

static enum err import_stage(struct act *act)
{
    struct bills *bills = arena_new(act->arena, sizeof *bills);
    struct columns columns;
    enum err e;

    *bills = (struct bills){.count = 0};
    TRY_OUT(columns_open(&columns, act->args, "file", bill_columns, BILL_COLUMNS, act->note));
    for (;;) {
        TRY_OUT(columns_next(&columns));
        if (!columns.row)
            break;
        TRY_OUT(bill_read(act, &columns, bills));
    }
    act->state = bills;
out:
    columns_close(&columns);
    return e;
}

static enum err import_run(struct act *act)
{
    const struct bills *bills = act->state;
    int added = 0;

    for (int i = 0; i < bills->count; i++) {
        bool is_new = false;
        TRY(payable_add(act->tx, &bills->rows[i], &is_new));
        added += is_new;
    }
    act->says = arena_format(act->arena, "%d bill%s that we owe", added, added == 1 ? "" : "s");
    if (added < bills->count)
        act->says =
            arena_format(act->arena, "%s; %d were there already", act->says, bills->count - added);
    return ERR_OK;
}

const struct command cmd_payable_import = {
    .noun = "payable",
    .verb = "import",
    .summary = "bring in what we owe customers, to set it off",
    .detail = "Nothing is posted: the bills stand in the books of whoever keeps the payables. A "
              "bill that is there already adds nothing; with other figures the file is refused.",
    .args = import_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .stage = import_stage,
    .run = import_run,
};

static const struct arg payable_args[] = {
    ONLY_ARG,
    {.name = "open", .kind = ARG_FLAG, .help = "only what is not set off"},
    LISTING_ARGS,
    {0},
};

static const struct column payable_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "number", .title = "Bill", .kind = CELL_CODE},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

static enum err payables_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"What we owe customers", NULL, payable_columns,
                                    sizeof payable_columns / sizeof payable_columns[0]};
    struct payable *rows = NULL;
    int64_t customer_id = 0;
    int count = 0;

    TRY(customer_take(act, &customer_id));
    TRY(payable_list(act->book, customer_id, args_flag(act->args, "open"), act->arena, &rows,
                     &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(rows[i].customer),
                                     cell_code(rows[i].number),
                                     cell_date(rows[i].due),
                                     cell_code(rows[i].currency.code),
                                     cell_money(money_of(rows[i].amount, rows[i].currency)),
                                     cell_money(money_of(rows[i].open, rows[i].currency))};
        TRY(sink_row(sink, rows[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err payable_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, payables_pass(act, sink));
}

const struct command cmd_payable_list = {
    .noun = "payable",
    .verb = "list",
    .summary = "list what we owe customers, and what of it is set off",
    .args = payable_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = payable_list_run,
};

/* ---- netting -------------------------------------------------------------------------------- */

static const struct arg propose_args[] = {
    ONLY_ARG,
    {.name = "date", .kind = ARG_DATE, .help = "as of which day; by default today"},
    LISTING_ARGS,
    {0},
};

static const struct column propose_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "owed", .title = "Owes us", .kind = CELL_MONEY},
    {.name = "owing", .title = "We owe", .kind = CELL_MONEY},
    {.name = "amount", .title = "To set off", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "agreement", .title = "Agreement", .kind = CELL_TEXT, .width = 10},
};

static enum err proposals_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"What can be set off", NULL, propose_columns,
                                    sizeof propose_columns / sizeof propose_columns[0]};
    struct netting_proposal *rows = NULL;
    int64_t customer_id = 0;
    int count = 0;

    TRY(customer_take(act, &customer_id));
    TRY(netting_propose(act->book, customer_id, args_date(act->args, "date", book_today(act->book)),
                        act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(rows[i].customer),
                                     cell_code(rows[i].currency.code),
                                     cell_money(money_of(rows[i].owed, rows[i].currency)),
                                     cell_money(money_of(rows[i].owing, rows[i].currency)),
                                     cell_money(money_of(rows[i].amount, rows[i].currency)),
                                     cell_text(rows[i].reference)};
        TRY(sink_row(sink, rows[i].customer_id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err propose_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, proposals_pass(act, sink));
}

const struct command cmd_netting_propose = {
    .noun = "netting",
    .verb = "propose",
    .summary = "list with whom how much can be set off",
    .args = propose_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = propose_run,
};

static const struct arg post_args[] = {
    WHOSE_ARG,
    {.name = "currency", .kind = ARG_CURRENCY, .help = "the customer's when not said"},
    {.name = "amount", .kind = ARG_MONEY, .help = "all that is possible when not said"},
    {.name = "date", .kind = ARG_DATE, .help = "by default today"},
    {0},
};

static enum err post_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct customer customer;
    struct document_made made;
    struct money amount = {0};
    bool given = false;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    struct currency currency = customer.currency;
    if (args_given(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &currency));
    TRY(args_money(act->args, "amount", currency, &amount, &given, act->note));
    if (given && (amount.minor <= 0 || !currency_is(amount.currency, currency)))
        return fail(act->note, ERR_INPUT, "--amount: what is set off is above 0 and in %s",
                    currency.code);
    TRY(netting_post(act->tx, customer.id, currency, given ? amount.minor : 0, day, &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = say_ahead(act->arena,
                          arena_format(act->arena, "%s: %s set off with %s", act->ref,
                                       say_minor(act->arena, made.total, currency), customer.code),
                          day, book_today(act->book));
    return ERR_OK;
}

const struct command cmd_netting_post = {
    .noun = "netting",
    .verb = "post",
    .summary = "set off what a customer owes us against what we owe the customer",
    .detail = "The smaller of both sums, the oldest due first on either side. One document credits "
              "the receivables and debits accounts payable; `netting list` is what goes back to "
              "whoever keeps the payables, and the statement shows it to the customer.",
    .args = post_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = post_run,
};

static const struct arg undo_args[] = {
    {.name = "netting", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err undo_run(struct act *act)
{
    struct document document;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, "netting"), DOCUMENT_MASK(DOCUMENT_NETTING),
                      act->arena, &document));
    const struct date day = paper_day(act, "date", document.effective);
    TRY(netting_undo(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says =
        arena_format(act->arena, "%s over %s is undone from %s on, by %s", document.number,
                     say_money(act->arena, document.total), say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_netting_undo = {
    .noun = "netting",
    .verb = "undo",
    .summary = "take a netting back whole: both sides are open again",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = undo_run,
};

static const struct arg list_args[] = {ONLY_ARG, LISTING_ARGS, {0}};

static const struct column list_columns[] = {
    {.name = "document", .title = "Netting", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "bill", .title = "Bill", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "undone", .title = "Undone by", .kind = CELL_CODE, .worth = 2},
};

static enum err lines_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Set off", NULL, list_columns,
                                    sizeof list_columns / sizeof list_columns[0]};
    struct netting_line *rows = NULL;
    int64_t customer_id = 0;
    int count = 0;

    TRY(customer_take(act, &customer_id));
    TRY(netting_lines(act->book, customer_id, act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_code(rows[i].document),
                                     cell_date(rows[i].date),
                                     cell_code(rows[i].customer),
                                     cell_code(rows[i].payable),
                                     cell_code(rows[i].currency.code),
                                     cell_money(money_of(rows[i].amount, rows[i].currency)),
                                     cell_code(rows[i].undone)};
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, lines_pass(act, sink));
}

const struct command cmd_netting_list = {
    .noun = "netting",
    .verb = "list",
    .summary = "list what was set off, bill by bill, for whoever keeps the payables",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
