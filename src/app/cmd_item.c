/* Open items, and what was applied to them. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/say.h"
#include "ledger/application.h"
#include "ledger/documentlist.h"
#include "ledger/pending.h"

#include <string.h>

enum { ITEM_PENDING = 11, ITEM_PENDING_IN, ITEM_STATUS, ITEM_COLUMNS };

static const struct column item_columns[ITEM_COLUMNS] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT, .worth = 4},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 5},
    {.name = "issued", .title = "Issued", .kind = CELL_DATE, .worth = 3},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "days_past_due", .title = "Days", .kind = CELL_INT, .worth = 1},
    {.name = "disputed", .title = "Disputed", .kind = CELL_MONEY, .worth = 6},
    [ITEM_PENDING] = {.name = "pending", .title = "Pending", .kind = CELL_MONEY},
    [ITEM_PENDING_IN] = {.name = "pending_in", .title = "In", .kind = CELL_TEXT, .worth = 2},
    [ITEM_STATUS] = {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 2},
};

static const char *const accounts[] = {"all", "receivable", "unidentified", "prepaid", NULL};

static const struct arg item_list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only in this currency"},
    {.name = "as-of", .kind = ARG_DATE, .help = "as it stood at the end of this day; today, else"},
    {.name = "open", .kind = ARG_FLAG, .help = "only what is open, as it is without --all"},
    {.name = "all", .kind = ARG_FLAG, .help = "settled ones too"},
    {.name = "account",
     .kind = ARG_CHOICE,
     .otherwise = "receivable",
     .choices = accounts,
     .help = "on which control account"},
    {.name = "from", .kind = ARG_DATE, .help = "issued this day or later"},
    {.name = "to", .kind = ARG_DATE, .help = "issued this day or earlier"},
    LISTING_ARGS,
    {0},
};

struct passing {
    struct book *book;
    struct sink *sink;
    struct date as_of, from, to;
    struct arena arena; /* of one row */
    bool pending;       /* some batch is open that has lines */
};

static enum err pending_cells(struct passing *passing, int64_t item_id, struct cell cells[2])
{
    struct pending *list;
    int count;

    cells[0] = cells[1] = cell_none();
    if (!passing->pending)
        return ERR_OK;
    arena_reset(&passing->arena);
    TRY(pending_of_item(passing->book, item_id, &passing->arena, &list, &count));
    if (count > 0) {
        cells[0] = cell_money(money_of(pending_sum(list, count), list[0].currency));
        cells[1] = cell_text(pending_words(list, count, DATE_NONE, &passing->arena));
    }
    return ERR_OK;
}

static enum err item_pass(void *self, const struct item_row *row)
{
    struct passing *passing = self;
    const int days = passing->as_of.day - row->due.day;
    struct cell pending[2];

    if (row->issued.day < passing->from.day || row->issued.day > passing->to.day)
        return ERR_OK;
    TRY(pending_cells(passing, row->id, pending));
    const struct cell cells[ITEM_COLUMNS] = {cell_code(row->customer),
                                             cell_code(row->number),
                                             cell_text(document_kind_word(row->kind)),
                                             cell_int(row->instalment),
                                             cell_date(row->issued),
                                             cell_date(row->due),
                                             cell_code(row->currency.code),
                                             cell_money(money_of(row->amount, row->currency)),
                                             cell_money(money_of(row->open, row->currency)),
                                             row->open > 0 ? cell_int(days) : cell_none(),
                                             cell_money(money_of(row->disputed, row->currency)),
                                             pending[0],
                                             pending[1],
                                             cell_code(document_status_word(row->status))};
    const char mark = row->disputed > 0                              ? '*'
                      : row->amount > 0 && row->open > 0 && days > 0 ? '!'
                                                                     : ' ';
    return sink_row(passing->sink, row->id, mark, cells);
}

static enum err item_list_run(struct act *act)
{
    struct listing listing;
    struct passing passing = {
        .book = act->book,
        .as_of = args_date(act->args, "as-of", book_today(act->book)),
        .from = args_date(act->args, "from", DATE_NONE),
        .to = args_date(act->args, "to", DATE_NEVER),
    };
    struct item_query query = {.as_of = passing.as_of,
                               .currency = args_get(act->args, "currency"),
                               .control =
                                   (enum account_control)args_choice(act->args, "account", 1),
                               .all = args_flag(act->args, "all")};
    struct column columns[ITEM_COLUMNS];
    const struct table_head head = {
        query.all ? "Items" : "Open items",
        arena_format(act->arena, "as of %s", say_day(act->arena, passing.as_of)), columns,
        ITEM_COLUMNS};

    TRY(doclist_customer(act, &query.customer_id));
    TRY(pending_is_any(act->book, &passing.pending));
    memcpy(columns, item_columns, sizeof columns);
    if (!passing.pending) /* nothing to be seen there, but a file always has them */
        columns[ITEM_PENDING].flags = columns[ITEM_PENDING_IN].flags = COLUMN_HIDDEN;
    passing.sink = listing_open(&listing, act);
    enum err e = passing.sink->head(passing.sink->self, &head);
    if (e == ERR_OK)
        e = items_each(act->book, &query, item_pass, &passing);
    if (e == ERR_OK)
        e = passing.sink->foot(passing.sink->self, NULL);
    arena_done(&passing.arena);
    return listing_close(&listing, e);
}

const struct command cmd_item_list = {
    .noun = "item",
    .verb = "list",
    .summary = "list open items: instalments that are owed, credits that are left",
    .args = item_list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = item_list_run,
};

/* ---- applications --------------------------------------------------------------------------- */

static const struct column application_columns[] = {
    {.name = "journal", .title = "Entry", .kind = CELL_INT, .worth = 5},
    {.name = "payment", .title = "Payment", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 6},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "discount", .title = "Discount", .kind = CELL_MONEY, .worth = 1},
    {.name = "writeoff", .title = "Write-off", .kind = CELL_MONEY, .worth = 3},
    {.name = "reason", .title = "Reason", .kind = CELL_TEXT, .worth = 4},
};

static const struct arg application_list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},
    {.name = "document", .kind = ARG_DOCUMENT, .help = "only of this payment, credit or invoice"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only in this currency"},
    {.name = "as-of", .kind = ARG_DATE, .help = "posted this day or earlier"},
    {.name = "from", .kind = ARG_DATE, .help = "posted this day or later"},
    {.name = "to", .kind = ARG_DATE, .help = "posted this day or earlier"},
    LISTING_ARGS,
    {0},
};

struct application_passing {
    struct sink *sink;
    const char *currency;
};

static enum err application_pass(void *self, const struct application_line *line)
{
    const struct application_passing *passing = self;
    struct currency only;

    if (passing->currency &&
        (currency_find(passing->currency, &only) != ERR_OK || !currency_is(only, line->currency)))
        return ERR_OK;
    /* a write-off that stands alone pays nothing */
    const int64_t amount = line->credit_kind == DOCUMENT_WRITEOFF ? 0 : line->amount;
    const struct cell cells[] = {cell_int(line->entry_id),
                                 cell_code(line->credit_number),
                                 cell_code(line->debit_number),
                                 cell_int(line->instalment),
                                 cell_date(line->date),
                                 cell_code(line->currency.code),
                                 cell_money(money_of(amount, line->currency)),
                                 cell_money(money_of(line->discount, line->currency)),
                                 cell_money(money_of(line->writeoff, line->currency)),
                                 cell_text(line->reason)};
    return sink_row(passing->sink, line->id, ' ', cells);
}

static enum err application_list_run(struct act *act)
{
    struct listing listing;
    struct application_passing passing = {.currency = args_get(act->args, "currency")};
    struct application_query query = {
        .from = args_date(act->args, "from", DATE_NONE),
        .to = args_date(act->args, "to", args_date(act->args, "as-of", DATE_NONE))};
    const struct table_head head = {"Applications", NULL, application_columns,
                                    sizeof application_columns / sizeof *application_columns};
    struct document document;

    TRY(doclist_customer(act, &query.customer_id));
    if (args_get(act->args, "document")) {
        TRY(document_find(act->book, args_get(act->args, "document"), 0, act->arena, &document));
        query.document_id = document.id;
    }
    passing.sink = listing_open(&listing, act);
    enum err e = passing.sink->head(passing.sink->self, &head);
    if (e == ERR_OK)
        e = applications_each(act->book, &query, application_pass, &passing);
    if (e == ERR_OK)
        e = passing.sink->foot(passing.sink->self, NULL);
    return listing_close(&listing, e);
}

const struct command cmd_application_list = {
    .noun = "application",
    .verb = "list",
    .summary = "list what was applied to what, in order of entry",
    .detail = "Discount and small write-off of the same act stand on its row; what was taken back "
              "is a row of its own with negative amounts.",
    .args = application_list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = application_list_run,
};
