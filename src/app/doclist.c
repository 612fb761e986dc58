#include "app/doclist.h"

#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"

static const struct column paper_columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT, .worth = 3},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "total", .title = "Total", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 1},
};
static const struct column payment_columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "method", .title = "Method", .kind = CELL_TEXT, .worth = 3},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 4},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "unapplied", .title = "Unapplied", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 1},
};

struct passing {
    struct sink *sink;
    bool mixed;
};

static char row_mark(enum document_status status)
{
    switch (status) {
    case STATUS_OVERDUE:
    case STATUS_UNIDENTIFIED: return '!';
    case STATUS_DISPUTED: return '*';
    case STATUS_OPEN:
    case STATUS_PART_PAID:
    case STATUS_PAID:
    case STATUS_VOID:
    case STATUS_UNAPPLIED:
    case STATUS_PART_APPLIED:
    case STATUS_APPLIED:
    case STATUS_PREPAID:
    case STATUS_REVERSED:
    case STATUS_AGENCY:
    case STATUS_LEGAL:
    case STATUS_INSOLVENT:
    case STATUS_POST_DATED:
    case STATUS_NEXT_PERIOD: break;
    }
    return ' ';
}

static enum err paper_pass(void *self, const struct document_row *row)
{
    const struct passing *passing = self;
    const int64_t sign = passing->mixed && row->kind == DOCUMENT_CREDIT ? -1 : 1;
    const struct cell cells[] = {cell_code(row->number),
                                 cell_code(row->customer),
                                 cell_text(document_kind_word(row->kind)),
                                 cell_date(row->issued),
                                 cell_date(row->due),
                                 cell_code(row->currency.code),
                                 cell_money(money_of(sign * row->total, row->currency)),
                                 cell_money(money_of(sign * row->open, row->currency)),
                                 cell_text(document_status_word(row->status))};

    return sink_row(passing->sink, row->id, row_mark(row->status), cells);
}

static enum err payment_pass(void *self, const struct document_row *row)
{
    const struct passing *passing = self;
    const struct cell cells[] = {cell_code(row->number),
                                 cell_code(row->customer),
                                 cell_date(row->issued),
                                 cell_text(payment_method_word(row->method)),
                                 cell_text(row->reference),
                                 cell_code(row->currency.code),
                                 cell_money(money_of(row->total, row->currency)),
                                 cell_money(money_of(row->open, row->currency)),
                                 cell_text(document_status_word(row->status))};

    return sink_row(passing->sink, row->id, row_mark(row->status), cells);
}

enum err doclist_customer(struct act *act, int64_t *id)
{
    struct customer customer;

    *id = 0;
    if (!args_get(act->args, "customer"))
        return ERR_OK;
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    *id = customer.id;
    return ERR_OK;
}

static enum err list(struct act *act, unsigned kinds, const struct table_head *head,
                     enum err (*each)(void *self, const struct document_row *row), bool mixed)
{
    struct listing listing;
    struct passing passing = {.mixed = mixed};
    struct document_query query = {.kinds = kinds,
                                   .as_of = args_date(act->args, "as-of", DATE_NONE),
                                   .from = args_date(act->args, "from", DATE_NONE),
                                   .to = args_date(act->args, "to", DATE_NONE),
                                   .currency = args_get(act->args, "currency"),
                                   .open_only = args_flag(act->args, "open"),
                                   .order = DOCUMENTS_OLDEST};

    TRY(doclist_customer(act, &query.customer_id));
    passing.sink = listing_open(&listing, act);
    enum err e = passing.sink->head(passing.sink->self, head);
    if (e == ERR_OK)
        e = documents_each(act->book, &query, each, &passing);
    if (e == ERR_OK)
        e = passing.sink->foot(passing.sink->self, NULL);
    return listing_close(&listing, e);
}

static const char *subtitle(struct act *act)
{
    const struct date day = args_date(act->args, "as-of", DATE_NONE);

    return date_is(day) ? arena_format(act->arena, "as of %s", say_day(act->arena, day)) : NULL;
}

enum err doclist_papers(struct act *act, unsigned kinds, bool mixed, const char *title)
{
    const struct table_head head = {title, subtitle(act), paper_columns,
                                    sizeof paper_columns / sizeof *paper_columns};

    return list(act, kinds, &head, paper_pass, mixed);
}

enum err doclist_payments(struct act *act)
{
    const struct table_head head = {"Payments", subtitle(act), payment_columns,
                                    sizeof payment_columns / sizeof *payment_columns};

    return list(act, DOCUMENT_MASK(DOCUMENT_PAYMENT), &head, payment_pass, false);
}
