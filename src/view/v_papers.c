/* v_papers: invoices, credit memos and payments, the newest first, read on as one goes down. */
#include "ledger/customer.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"
#include "view/views.h"

#include <string.h>

#define FIRST_ROWS 1000 /* loaded at once; many screens */

static const struct column paper_columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 7},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT, .width = 8, .worth = 5},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 1},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "total", .title = "Total", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 2},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 6},
};
static const struct column payment_columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 6},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "method", .title = "Method", .kind = CELL_TEXT, .width = 12, .worth = 3},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 4},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "unapplied", .title = "Unapplied", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 2},
    {.name = "reference", .title = "Reference", .kind = CELL_TEXT, .worth = 5},
};

struct papers {
    struct view *view;
    struct sink sink;
    size_t passed;
    bool payments;
};

static char mark_of(enum document_status status)
{
    if (status == STATUS_OVERDUE || status == STATUS_UNIDENTIFIED)
        return '!';
    return status == STATUS_DISPUTED ? '*' : ' ';
}

static enum err row_take(void *self, const struct document_row *row)
{
    struct papers *papers = self;
    struct view *view = papers->view;
    struct money total = money_of(row->total, row->currency),
                 open = money_of(row->open, row->currency);

    papers->passed++;
    if (papers->passed % 1024 == 0 &&
        desk_working(view->desk, view->class->title, (int64_t)papers->passed, 0))
        return fail(view->desk->session->note, ERR_CANCELLED, "stopped");
    if (!view->where_text && view->wanted && papers->passed > view->wanted) {
        view->more = true;
        return ERR_OK;
    }
    /* a column that says nothing is left out: all of one customer */
    const struct cell name = *view->about || !row->name ? cell_none() : cell_text(row->name);
    if (papers->payments) {
        const struct cell cells[] = {cell_code(row->number),
                                     cell_code(row->customer),
                                     name,
                                     cell_date(row->issued),
                                     cell_text(payment_method_word(row->method)),
                                     cell_code(row->currency.code),
                                     cell_money(total),
                                     cell_money(open),
                                     cell_code(document_status_word(row->status)),
                                     cell_text(row->reference)};
        return sink_row(&papers->sink, row->id, mark_of(row->status), cells);
    }
    const struct cell cells[] = {cell_code(row->number),
                                 cell_code(row->customer),
                                 name,
                                 cell_text(document_kind_word(row->kind)),
                                 cell_date(row->issued),
                                 cell_date(row->due),
                                 cell_code(row->currency.code),
                                 cell_money(total),
                                 cell_money(open),
                                 cell_code(document_status_word(row->status)),
                                 cell_text(row->reference)};
    return sink_row(&papers->sink, row->id, mark_of(row->status), cells);
}

static bool shows_all(const struct view *view)
{
    return strcmp(view->extra, "all") == 0;
}

/* A sum of a beginning would be taken for the whole. */
static void totals_drop(struct view *view)
{
    struct column *columns;
    const struct table_head *head = &view->table.head;

    columns = arena_new(&view->arena, (size_t)head->count * sizeof *columns);
    memcpy(columns, head->columns, (size_t)head->count * sizeof *columns);
    for (int i = 0; i < head->count; i++)
        columns[i].flags &= ~(unsigned)COLUMN_TOTAL;
    view->table.head.columns = columns;
}

static enum err papers_load(struct view *view, unsigned kinds, bool payments)
{
    struct papers papers = {.view = view, .payments = payments};
    const struct table_head head = {
        .title = view->class->title,
        .columns = payments ? payment_columns : paper_columns,
        .count = payments ? (int)(sizeof payment_columns / sizeof *payment_columns)
                          : (int)(sizeof paper_columns / sizeof *paper_columns)};
    struct document_query query = {.kinds = kinds,
                                   .as_of = DATE_NONE,
                                   .from = DATE_NONE,
                                   .to = DATE_NONE,
                                   .after_posted = DATE_NONE,
                                   .open_only = !shows_all(view),
                                   .order = DOCUMENTS_NEWEST};
    struct customer customer;

    if (*view->about) {
        TRY(customer_find(view->desk->book, view->about, &view->arena, &customer));
        query.customer_id = customer.id;
    }
    /* one more tells whether there are more; a filter asks every one, and so does a sort */
    if (view->wanted && !view->where_text && view->box.sort_column < 0)
        query.limit = (int)view->wanted + 1;
    else
        view->wanted = view->where_text ? view->wanted : 0;
    papers.sink = view_sink(view);
    TRY(papers.sink.head(papers.sink.self, &head));
    TRY(documents_each(view->desk->book, &query, row_take, &papers));
    TRY(papers.sink.foot(papers.sink.self, NULL));
    if (view->more)
        totals_drop(view);
    view->means = shows_all(view) ? "all, the newest first" : "what is open, the newest first";
    if (payments && shows_all(view))
        view->box.empty = "No payment came yet; + enters one.";
    return ERR_OK;
}

static enum err start(struct view *view)
{
    view->wanted = FIRST_ROWS;
    return ERR_OK;
}

/* Money is applied in most cases when it is looked for, so all of it is shown unless what is open
 * is asked for; of papers it is the other way round. */
static enum err payments_start(struct view *view)
{
    if (!*view->extra)
        view->extra = "all";
    return start(view);
}

static enum err invoices_load(struct view *view)
{
    return papers_load(view,
                       DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |
                           DOCUMENT_MASK(DOCUMENT_CHARGE) | DOCUMENT_MASK(DOCUMENT_DEDUCTION),
                       false);
}

static enum err credits_load(struct view *view)
{
    return papers_load(view, DOCUMENT_MASK(DOCUMENT_CREDIT), false);
}

static enum err payments_load(struct view *view)
{
    return papers_load(view, DOCUMENT_MASK(DOCUMENT_PAYMENT), true);
}

/* `o` shows what is open, or everything. */
static unsigned all_turn(struct view *view)
{
    view->extra = shows_all(view) ? "open" : "all";
    view->wanted = FIRST_ROWS;
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word words[] = {
    {"open or all", "only what is open; again: everything", all_turn},
    {0},
};

static const char *line_of(struct view *view, const char *list)
{
    struct arena *arena = &view->desk->arena;
    const char *customer =
        *view->about ? arena_format(arena, " --customer %s", desk_word_quoted(view->about, arena))
                     : "";

    return arena_format(arena, "%s%s%s", list, customer, shows_all(view) ? "" : " --open");
}

static const char *invoices_twin(struct view *view)
{
    return line_of(view, "invoice list");
}

static const char *credits_twin(struct view *view)
{
    return line_of(view, "credit list");
}

static const char *payments_twin(struct view *view)
{
    return line_of(view, "payment list");
}

const struct view_class view_invoices = {
    .name = "invoices",
    .title = "Invoices",
    .help = "invoices, debit memos and charges",
    .kind = VIEW_LIST,
    .opens = "go document {document}",
    .empty = "No open invoices; o shows the paid ones too.",
    .words = words,
    .start = start,
    .load = invoices_load,
    .twin = invoices_twin,
};

const struct view_class view_credits = {
    .name = "credits",
    .title = "Credit memos",
    .help = "credit memos, and what is left of them",
    .kind = VIEW_LIST,
    .opens = "go document {document}",
    .empty = "No open credit memos; o shows the applied ones too.",
    .words = words,
    .start = start,
    .load = credits_load,
    .twin = credits_twin,
};

const struct view_class view_payments = {
    .name = "payments",
    .title = "Payments",
    .help = "money received, and what is not applied of it",
    .kind = VIEW_LIST,
    .opens = "go document {document}",
    .empty = "Nothing is unapplied; o shows every payment.",
    .words = words,
    .start = payments_start,
    .load = payments_load,
    .twin = payments_twin,
};
