#include "report/r_collection.h"

#include "ledger/customer.h"
#include "ledger/person.h"
#include "ledger/receipts.h"
#include "report/callbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

static const struct column columns[] = {
    {"collector", "Collector", CELL_CODE, 0, 0, 0},
    {"customer", "Customer", CELL_CODE, 7, 0, 0},
    {"name", "Name", CELL_TEXT, 0, 14, 0},
    {"contact", "Contact", CELL_TEXT, 3, 10, 0},
    {"phone", "Phone", CELL_CODE, 1, 0, 0},
    {"last_paid", "Last paid", CELL_DATE, 4, 0, 0},
    {"last_amount", "Amount", CELL_MONEY, 6, 0, 0},
    {"currency", "Cur", CELL_CODE, 2, 0, 0},
    {"overdue", "Overdue", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"oldest_days", "Oldest", CELL_INT, 0, 0, 0},
    {"disputed", "Disputed", CELL_MONEY, 5, 0, COLUMN_TOTAL},
    {"balance", "Balance", CELL_MONEY, 8, 0, COLUMN_TOTAL},
    {"promise", "Promise", CELL_TEXT, 9, 0, 0},
    {"last_contact", "Last contact", CELL_DATE, 10, 0, 0},
    {"status", "Status", CELL_CODE, 11, 0, 0},
};
#define COLUMNS ((int)(sizeof columns / sizeof *columns))

struct collection {
    struct book *book;
    const struct aging_options *options;
    struct callbook calls; /* for the open items, promises and contacts */
    const struct openline **lines; /* overdue ones: by collector, oldest first */
    size_t count;
    char subtitle[64];
};

static int line_cmp(const void *a, const void *b)
{
    const struct openline *x = *(const struct openline *const *)a;
    const struct openline *y = *(const struct openline *const *)b;
    int order = strcasecmp(x->debtor->collector, y->debtor->collector);

    if (order == 0 && x->oldest.day != y->oldest.day)
        order = x->oldest.day < y->oldest.day ? -1 : 1;
    if (order == 0 && x->overdue != y->overdue)
        order = x->overdue > y->overdue ? -1 : 1;
    return order ? order : code_cmp(x->debtor->code, y->debtor->code);
}

static enum err collection_read(struct collection *c, struct book *book,
                                const struct aging_options *options)
{
    char as_of[DATE_TEXT];

    *c = (struct collection){.book = book, .options = options};
    TRY(callbook_read(&c->calls, book, options, false));
    c->lines = arena_new(&c->calls.open.arena, (c->calls.open.line_count + 1) * sizeof *c->lines);
    for (size_t i = 0; i < c->calls.open.line_count; i++)
        if (c->calls.open.lines[i].overdue > 0 && openbook_wanted(&c->calls.open, (uint32_t)i))
            c->lines[c->count++] = &c->calls.open.lines[i];
    qsort(c->lines, c->count, sizeof *c->lines, line_cmp);
    snprintf(c->subtitle, sizeof c->subtitle, "overdue as of %s", date_iso(options->as_of, as_of));
    return ERR_OK;
}

static void collection_done(struct collection *c)
{
    callbook_done(&c->calls);
}

/* `skip` columns are left out at the front. */
static enum err line_row(struct collection *c, const struct openline *line, int skip,
                         struct arena *arena, struct sink *sink)
{
    struct customer customer;
    struct date paid = DATE_NONE;
    struct money amount = {0};
    const char *name, *phone;
    bool is;
    const struct promise *promise = promise_awaited(c->calls.promises, c->calls.promise_count,
                                                    line->customer_id, line->currency);
    const struct touch *touch = callbook_touch(&c->calls, line->customer_id);

    TRY(customer_get(c->book, line->customer_id, arena, &customer));
    TRY(person_of(c->book, &customer, arena, &name, &phone));
    TRY(receipt_last(c->book, line->customer_id, c->options->as_of, &is, &paid, &amount));
    const struct cell cells[COLUMNS] = {
        cell_code(*line->debtor->collector ? line->debtor->collector : "(none)"),
        cell_code(customer.code),
        cell_text(customer.name),
        cell_text(name),
        cell_code(phone),
        cell_date(paid),
        is ? cell_money(amount) : cell_none(),
        cell_code(line->currency.code),
        cell_money(money_of(line->overdue, line->currency)),
        cell_int(aging_days(c->options->as_of, line->oldest)),
        cell_money(money_of(line->disputed, line->currency)),
        cell_money(money_of(line->total, line->currency)),
        cell_text(promise ? promise_text(promise, arena) : ""),
        touch ? cell_date(touch->last) : cell_none(),
        line->recourse ? cell_code(recourse_word(line->recourse)) : cell_none(),
    };
    return sink_row(sink, line->customer_id, line->disputed ? '*' : '!', cells + skip);
}

/* Where the lines of one collector end. */
static size_t collector_end(const struct collection *c, size_t from)
{
    size_t to = from;

    while (to < c->count &&
           strcasecmp(c->lines[from]->debtor->collector, c->lines[to]->debtor->collector) == 0)
        to++;
    return to;
}

/* What the lines from..to of one currency come to. */
struct sum {
    int64_t overdue, disputed, balance, accounts;
    struct date oldest;
};

static enum err lines_sum(const struct collection *c, size_t from, size_t to,
                          struct currency currency, struct sum *sum)
{
    *sum = (struct sum){.oldest = DATE_NONE};
    for (size_t i = from; i < to; i++) {
        const struct openline *line = c->lines[i];
        if (!currency_is(line->currency, currency))
            continue;
        if (sum->accounts++ == 0)
            sum->oldest = line->oldest; /* the first is the oldest */
        TRY(amount_add(sum->overdue, line->overdue, &sum->overdue));
        TRY(amount_add(sum->disputed, line->disputed, &sum->disputed));
        TRY(amount_add(sum->balance, line->total, &sum->balance));
    }
    return ERR_OK;
}

/* One total a currency; a single one is summed by whoever shows the table. */
static enum err totals(const struct collection *c, size_t from, size_t to, int skip,
                       struct sink *sink)
{
    for (int i = 0; c->calls.open.mixed && i < c->calls.open.currency_count; i++) {
        const struct currency currency = c->calls.open.currencies[i];
        struct cell cells[COLUMNS] = {{0}};
        struct sum sum;

        TRY(lines_sum(c, from, to, currency, &sum));
        if (sum.accounts == 0)
            continue;
        cells[2] = cell_drawn("Total");
        cells[7] = cell_code(currency.code);
        cells[8] = cell_money(money_of(sum.overdue, currency));
        cells[10] = cell_money(money_of(sum.disputed, currency));
        cells[11] = cell_money(money_of(sum.balance, currency));
        const struct row row = {.kind = ROW_TOTAL, .mark = ' ', .cells = cells + skip};
        TRY(sink->row(sink->self, &row));
    }
    return ERR_OK;
}

static enum err rows(struct collection *c, size_t from, size_t to, int skip, struct sink *sink)
{
    struct arena arena = {0};
    enum err e = ERR_OK;

    for (size_t i = from; e == ERR_OK && i < to; i++) {
        arena_reset(&arena);
        e = line_row(c, c->lines[i], skip, &arena, sink);
    }
    arena_done(&arena);
    return e;
}

enum err collection_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct collection c;
    enum err e;

    TRY_OUT(collection_read(&c, book, options));
    const struct table_head head = {"Collection", c.subtitle, columns, COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(rows(&c, 0, c.count, 0, sink));
    TRY_OUT(totals(&c, 0, c.count, 0, sink));
    e = sink->foot(sink->self, NULL);
out:
    collection_done(&c);
    return e;
}

static enum err collector_page(struct collection *c, size_t from, size_t to, struct page *page)
{
    const struct table_head head = {NULL, NULL, columns + 1, COLUMNS - 1};
    const char *collector = c->lines[from]->debtor->collector;

    page_heading(page, 1,
                 *collector ? arena_format(&page->arena, "Collector %s", collector)
                            : "Customers without a collector");
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    TRY(rows(c, from, to, 1, &sink));
    TRY(totals(c, from, to, 1, &sink));
    return sink.foot(sink.self, arena_format(&page->arena, "%zu account%s overdue", to - from,
                                             to - from == 1 ? "" : "s"));
}

/* One row a currency of the lines of one collector. */
static enum err overview_rows(struct collection *c, size_t from, size_t to, struct sink *sink)
{
    const char *collector = c->lines[from]->debtor->collector;

    for (int i = 0; i < c->calls.open.currency_count; i++) {
        const struct currency currency = c->calls.open.currencies[i];
        struct sum sum;

        TRY(lines_sum(c, from, to, currency, &sum));
        if (sum.accounts == 0)
            continue;
        const struct cell cells[] = {
            cell_code(*collector ? collector : "(none)"),
            cell_int(sum.accounts),
            cell_code(currency.code),
            cell_money(money_of(sum.overdue, currency)),
            cell_int(aging_days(c->options->as_of, sum.oldest)),
            cell_money(money_of(sum.disputed, currency)),
        };
        TRY(sink_row(sink, 0, ' ', cells));
    }
    return ERR_OK;
}

/* The last sheet, where there are several collectors: what each has to bring in. */
static enum err overview(struct collection *c, struct page *page)
{
    static const struct column heads[] = {
        {"collector", "Collector", CELL_CODE, 0, 0, 0},
        {"accounts", "Accounts", CELL_INT, 0, 0, COLUMN_TOTAL},
        {"currency", "Cur", CELL_CODE, 0, 0, 0},
        {"overdue", "Overdue", CELL_MONEY, 0, 0, COLUMN_TOTAL},
        {"oldest_days", "Oldest", CELL_INT, 0, 0, 0},
        {"disputed", "Disputed", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    };
    const struct table_head head = {NULL, NULL, heads, 6};

    page_break(page);
    page_heading(page, 1, "All collectors");
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (size_t from = 0, to; from < c->count; from = to) {
        to = collector_end(c, from);
        TRY(overview_rows(c, from, to, &sink));
    }
    return sink.foot(sink.self, NULL);
}

enum err collection_page(struct book *book, const struct aging_options *options, struct page *page)
{
    struct collection c;
    enum err e;

    TRY_OUT(collection_read(&c, book, options));
    page->title = arena_format(&page->arena, "%s: collection report", book_company(book));
    page->subtitle = arena_text(&page->arena, c.subtitle);
    if (c.count == 0)
        page_text(page, "Nobody is overdue.");
    for (size_t from = 0, to; from < c.count; from = to) {
        to = collector_end(&c, from);
        if (from)
            page_break(page);
        TRY_OUT(collector_page(&c, from, to, page));
    }
    if (c.count && collector_end(&c, 0) < c.count)
        TRY_OUT(overview(&c, page));
out:
    collection_done(&c);
    return e;
}
