#include "report/r_monthend.h"

#include "ledger/debtor.h"
#include "ledger/master.h"
#include "ledger/monthend.h"
#include "report/basetext.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- cut-off -------------------------------------------------------------------------------- */

static const struct column cutoff_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 1},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "posted", .title = "Posted", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "counts", .title = "Counts", .kind = CELL_CODE, .worth = 2},
};
enum { CUTOFF_COLUMNS = sizeof cutoff_columns / sizeof cutoff_columns[0] };

struct cutoff {
    struct book *book;
    struct sink *sink;
    struct date to;
    int64_t after,
        before; /* sums: dated in the period, posted after it; posted in it, dated before */
};

static enum err put_cutoff(void *self, const struct move_row *row)
{
    struct cutoff *cutoff = self;
    const bool after = row->posted.day > cutoff->to.day;
    int64_t *sum = after ? &cutoff->after : &cutoff->before;
    const struct cell cells[CUTOFF_COLUMNS] = {
        cell_code(row->number),
        cell_code(document_kind_word(row->kind)),
        cell_code(row->customer),
        cell_date(row->effective),
        cell_date(row->posted),
        cell_code(row->currency),
        cell_money(money_of(row->base, book_currency(cutoff->book))),
        cell_code(after ? "after it" : "in it, of before"),
    };

    TRY(amount_add(*sum, row->base, sum));
    return sink_row(cutoff->sink, row->document_id, ' ', cells);
}

enum err cutoff_table(struct book *book, struct date from, struct date to, struct sink *sink)
{
    struct cutoff cutoff = {.book = book, .sink = sink, .to = to};
    struct arena arena = {0};
    char first[DATE_TEXT], last[DATE_TEXT];
    const struct table_head head = {
        "Cut-off",
        arena_format(&arena, "dated and posted on two sides of %s to %s, in %s",
                     date_iso(from, first), date_iso(to, last), book_currency(book).code),
        cutoff_columns, CUTOFF_COLUMNS};
    enum err e;

    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(cutoff_each(book, from, to, put_cutoff, &cutoff));
    e = sink->foot(sink->self,
                   arena_format(&arena,
                                "dated in the period and posted after it %s; posted in it and dated"
                                " before it %s",
                                base_text(book, &arena, cutoff.after),
                                base_text(book, &arena, cutoff.before)));
out:
    arena_done(&arena);
    return e;
}

/* ---- what is open on a day, gathered -------------------------------------------------------- */

struct open_line {
    int64_t item_id, customer_id, open, base; /* item_id 0: all of the customer */
    char currency[4];
    struct date due;
};

struct openings {
    const struct aging_options *options;
    struct open_line *lines;
    size_t count, room;
    bool each_item;
};

static enum err take_open(void *self, const struct aging_item *item)
{
    struct openings *openings = self;

    if (openings->options->currency && strcasecmp(openings->options->currency, item->currency) != 0)
        return ERR_OK;
    if (openings->each_item && item->open < 0)
        return ERR_OK;
    if (openings->count == openings->room) {
        openings->room = openings->room * 2 + 256;
        openings->lines = mem_resize(openings->lines, openings->room, sizeof *openings->lines);
    }
    struct open_line *line = &openings->lines[openings->count++];
    *line = (struct open_line){.item_id = openings->each_item ? item->id : 0,
                               .customer_id = item->customer_id,
                               .open = item->open,
                               .base = item->open_base,
                               .due = item->due};
    memcpy(line->currency, item->currency, sizeof line->currency);
    return ERR_OK;
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int open_cmp(const void *a, const void *b)
{
    const struct open_line *x = a, *y = b;
    int by = order(x->customer_id, y->customer_id);

    if (by == 0)
        by = strcmp(x->currency, y->currency);
    if (by == 0 && x->item_id && y->item_id)
        by = order(x->due.day, y->due.day);
    return by ? by : order(x->item_id, y->item_id);
}

/* In order of customer, currency and due date; lines without an item are summed. */
static enum err read_open(struct book *book, const struct aging_options *options, bool each_item,
                          struct openings *out)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .customer_id = options->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    size_t n = 0;

    *out = (struct openings){.options = options, .each_item = each_item};
    TRY(aging_scan(book, &query, take_open, out));
    if (out->count)
        qsort(out->lines, out->count, sizeof *out->lines, open_cmp);
    for (size_t i = 0; i < out->count; i++) {
        struct open_line *last = n ? &out->lines[n - 1] : NULL;
        if (!last || open_cmp(last, &out->lines[i]) != 0) {
            out->lines[n++] = out->lines[i];
            continue;
        }
        TRY(amount_add(last->open, out->lines[i].open, &last->open));
        TRY(amount_add(last->base, out->lines[i].base, &last->base));
    }
    out->count = n;
    return ERR_OK;
}

static struct currency currency_of(struct book *book, const char *code)
{
    struct currency currency = book_currency(book);

    (void)currency_find(code, &currency);
    return currency;
}

/* ---- credit balances ------------------------------------------------------------------------ */

static const struct column credit_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 12, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY},
    {.name = "base", .title = "In base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { CREDIT_COLUMNS = sizeof credit_columns / sizeof credit_columns[0] };

static enum err put_credit(struct book *book, const struct open_line *line, struct sink *sink)
{
    struct arena arena = {0};
    struct debtor debtor;
    enum err e;

    TRY_OUT(debtor_get(book, line->customer_id, book_today(book), &arena, &debtor));
    const struct cell cells[CREDIT_COLUMNS] = {
        cell_code(debtor.code),
        cell_text(debtor.name),
        cell_code(line->currency),
        cell_money(money_of(line->open, currency_of(book, line->currency))),
        cell_money(money_of(line->base, book_currency(book))),
    };
    e = sink_row(sink, line->customer_id, ' ', cells);
out:
    arena_done(&arena);
    return e;
}

static enum err reclass_text(struct book *book, struct date day, int64_t sum, struct arena *arena,
                             const char **out)
{
    struct account from, to;
    char at[DATE_TEXT], back[DATE_TEXT];

    TRY(account_get(book, account_of(book, ACCOUNT_PART_RECEIVABLE), arena, &from));
    TRY(account_get(book, account_of(book, ACCOUNT_PART_CREDIT_BALANCES), arena, &to));
    *out = sum == 0 ? "Nobody is owed: nothing to reclass"
                    : arena_format(arena,
                                   "Reclass in the general ledger: %s debit %s, credit %s, %s;"
                                   " back on %s",
                                   date_iso(day, at), from.code, to.code,
                                   base_text(book, arena, -sum), date_iso(date_add(day, 1), back));
    return ERR_OK;
}

enum err creditbalances_table(struct book *book, const struct aging_options *options,
                              struct sink *sink)
{
    struct openings openings = {0};
    struct arena arena = {0};
    char day[DATE_TEXT];
    const char *proposal = NULL;
    int64_t sum = 0;
    const struct table_head head = {
        "Credit balances",
        arena_format(&arena, "customers whom we owe, as of %s", date_iso(options->as_of, day)),
        credit_columns, CREDIT_COLUMNS};
    enum err e;

    TRY_OUT(read_open(book, options, false, &openings));
    TRY_OUT(sink->head(sink->self, &head));
    for (size_t i = 0; i < openings.count; i++) {
        if (openings.lines[i].open >= 0)
            continue;
        TRY_OUT(amount_add(sum, openings.lines[i].base, &sum));
        TRY_OUT(put_credit(book, &openings.lines[i], sink));
    }
    TRY_OUT(reclass_text(book, options->as_of, sum, &arena, &proposal));
    e = sink->foot(sink->self, proposal);
out:
    free(openings.lines);
    arena_done(&arena);
    return e;
}

/* ---- subsequent receipts -------------------------------------------------------------------- */

static const struct column later_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 4},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 3},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "paid", .title = "Paid since", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "last_paid", .title = "Last", .kind = CELL_DATE, .worth = 1},
    {.name = "rest", .title = "Not paid", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { LATER_COLUMNS = sizeof later_columns / sizeof later_columns[0] };

struct sums {
    int64_t open, paid; /* in base: what was paid in proportion */
};

static enum err put_later(struct book *book, const struct open_line *line, struct date after,
                          struct date to, struct sums *sums, struct sink *sink)
{
    const struct currency currency = currency_of(book, line->currency);
    struct arena arena = {0};
    struct debtor debtor = {.code = ""};
    struct item item;
    int64_t paid = 0, base = 0;
    struct date last;
    enum err e;

    TRY_OUT(item_get(book, line->item_id, &arena, &item));
    TRY_OUT(paid_between(book, line->item_id, after, to, &paid, &last));
    if (line->customer_id)
        TRY_OUT(debtor_get(book, line->customer_id, book_today(book), &arena, &debtor));
    TRY_OUT(amount_scale(line->base, paid, line->open, &base));
    TRY_OUT(amount_add(sums->open, line->base, &sums->open));
    TRY_OUT(amount_add(sums->paid, base, &sums->paid));
    const struct cell cells[LATER_COLUMNS] = {
        cell_code(debtor.code),
        cell_code(item.number),
        cell_int(item.seq),
        cell_date(line->due),
        cell_code(line->currency),
        cell_money(money_of(line->open, currency)),
        cell_money(money_of(paid, currency)),
        cell_date(last),
        cell_money(money_of(line->open - paid, currency)),
    };
    e = sink_row(sink, line->item_id, ' ', cells);
out:
    arena_done(&arena);
    return e;
}

enum err subsequent_table(struct book *book, const struct aging_options *options, struct date to,
                          struct sink *sink)
{
    struct openings openings = {0};
    struct arena arena = {0};
    struct sums sums = {0};
    char day[DATE_TEXT], until[DATE_TEXT];
    const struct table_head head = {"Subsequent receipts",
                                    arena_format(&arena, "open on %s, paid by %s",
                                                 date_iso(options->as_of, day),
                                                 date_iso(to, until)),
                                    later_columns, LATER_COLUMNS};
    enum err e;

    TRY_OUT(read_open(book, options, true, &openings));
    TRY_OUT(sink->head(sink->self, &head));
    for (size_t i = 0; i < openings.count; i++)
        TRY_OUT(put_later(book, &openings.lines[i], options->as_of, to, &sums, sink));
    e = sink->foot(sink->self,
                   arena_format(&arena, "%s of %s %s were paid since",
                                base_text(book, &arena, sums.paid),
                                base_text(book, &arena, sums.open), book_currency(book).code));
out:
    free(openings.lines);
    arena_done(&arena);
    return e;
}

/* ---- tax ------------------------------------------------------------------------------------ */

static const struct column tax_columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "category", .title = "Cat", .kind = CELL_CODE, .worth = 3},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT},
    {.name = "account", .title = "Account", .kind = CELL_CODE, .worth = 1},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE},
    {.name = "documents", .title = "Count", .kind = CELL_INT, .worth = 2},
    {.name = "net", .title = "Net", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "tax", .title = "Tax", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { TAX_COLUMNS = sizeof tax_columns / sizeof tax_columns[0] };

struct tax_sum {
    struct tax_row row;
    int64_t count;
};
struct tax_sums {
    struct tax_sum *sums;
    size_t count, room;
};

static int tax_cmp(const void *a, const void *b)
{
    const struct tax_row *x = &((const struct tax_sum *)a)->row;
    const struct tax_row *y = &((const struct tax_sum *)b)->row;
    int by = order(x->tax_id ? x->tax_id : INT64_MAX, y->tax_id ? y->tax_id : INT64_MAX);

    if (by == 0)
        by = order(x->account_id, y->account_id);
    return by ? by : order(x->kind, y->kind);
}

static enum err take_tax(void *self, const struct tax_row *row)
{
    struct tax_sums *sums = self;
    const struct tax_sum key = {.row = *row};
    size_t at = 0;

    while (at < sums->count && tax_cmp(&sums->sums[at], &key) != 0)
        at++;
    if (at == sums->count) {
        if (sums->count == sums->room) {
            sums->room = sums->room * 2 + 32;
            sums->sums = mem_resize(sums->sums, sums->room, sizeof *sums->sums);
        }
        sums->sums[sums->count++] = (struct tax_sum){.row = *row, .count = !row->beside};
        return ERR_OK;
    }
    sums->sums[at].count += !row->beside;
    TRY(amount_add(sums->sums[at].row.net, row->net, &sums->sums[at].row.net));
    return amount_add(sums->sums[at].row.tax, row->tax, &sums->sums[at].row.tax);
}

static enum err put_tax(struct book *book, const struct tax_sum *sum, struct arena *arena,
                        struct sink *sink)
{
    struct taxcode code = {.code = "", .category = ""};
    struct account account;

    if (sum->row.tax_id)
        TRY(taxcode_get(book, sum->row.tax_id, arena, &code));
    TRY(account_get(book, sum->row.account_id, arena, &account));
    const struct cell cells[TAX_COLUMNS] = {
        cell_code(code.code),
        cell_code(code.category),
        sum->row.tax_id ? cell_number(CELL_PERCENT, code.rate_ppm) : cell_none(),
        cell_code(account.code),
        cell_code(document_kind_word(sum->row.kind)),
        cell_int(sum->count),
        cell_money(money_of(sum->row.net, book_currency(book))),
        cell_money(money_of(sum->row.tax, book_currency(book))),
    };
    return sink_row(sink, sum->row.tax_id, ' ', cells);
}

/* Each account that the rows name: what the rows say, and what the account moved. */
static enum err tax_proof(struct book *book, const struct tax_sums *sums, struct date from,
                          struct date to, struct arena *arena, const char **out)
{
    *out = NULL;
    for (size_t i = 0; i < sums->count; i++) {
        const int64_t id = sums->sums[i].row.account_id;
        int64_t rows = 0, before = 0, after = 0;
        struct account account;
        size_t first = 0;
        while (sums->sums[first].row.account_id != id)
            first++;
        if (first != i)
            continue;
        for (size_t j = i; j < sums->count; j++)
            if (sums->sums[j].row.account_id == id)
                TRY(amount_add(rows, sums->sums[j].row.tax, &rows));
        TRY(account_get(book, id, arena, &account));
        TRY(account_balance(book, id, date_add(from, -1), &before));
        TRY(account_balance(book, id, to, &after));
        *out = arena_format(arena, "%s%s%s %s: rows %s, account %s, difference %s",
                            *out ? *out : "", *out ? "; " : "", account.code, account.name,
                            base_text(book, arena, rows), base_text(book, arena, before - after),
                            base_text(book, arena, rows - (before - after)));
    }
    return ERR_OK;
}

/* What came as money, beside what credits, discounts, write-offs and voids took. */
static enum err tax_paid(struct book *book, const struct tax_sums *sums, struct arena *arena,
                         const char **out)
{
    int64_t money = 0, other = 0;

    for (size_t i = 0; i < sums->count; i++) {
        const enum document_kind kind = sums->sums[i].row.kind;
        int64_t *sum = kind == DOCUMENT_PAYMENT || kind == DOCUMENT_TRANSFER ? &money : &other;
        TRY(amount_add(*sum, sums->sums[i].row.tax, sum));
    }
    *out = arena_format(arena, "tax in payments and transfers %s, in all else %s",
                        base_text(book, arena, money), base_text(book, arena, other));
    return ERR_OK;
}

/* The tax of a period, as posted or as paid; what is posted is tied to the accounts. */
typedef enum err tax_source(struct book *book, struct date from, struct date to,
                            enum err (*each)(void *self, const struct tax_row *row), void *self);

static enum err tax_rows(struct book *book, struct date from, struct date to, bool paid,
                         struct sink *sink)
{
    tax_source *const source = paid ? cashtax_each : taxes_each;
    struct tax_sums sums = {0};
    struct arena arena = {0};
    char first[DATE_TEXT], last[DATE_TEXT];
    const char *proof = NULL;
    const struct table_head head = {paid ? "Cash-basis tax" : "Tax",
                                    arena_format(&arena, "%s %s to %s, in %s",
                                                 paid ? "in what was applied" : "posted",
                                                 date_iso(from, first), date_iso(to, last),
                                                 book_currency(book).code),
                                    tax_columns, TAX_COLUMNS};
    enum err e;

    TRY_OUT(source(book, from, to, take_tax, &sums));
    if (sums.count)
        qsort(sums.sums, sums.count, sizeof *sums.sums, tax_cmp);
    TRY_OUT(sink->head(sink->self, &head));
    for (size_t i = 0; i < sums.count; i++)
        if (!paid || sums.sums[i].row.net ||
            sums.sums[i].row.tax) /* else it moved to a deduction */
            TRY_OUT(put_tax(book, &sums.sums[i], &arena, sink));
    TRY_OUT(paid ? tax_paid(book, &sums, &arena, &proof)
                 : tax_proof(book, &sums, from, to, &arena, &proof));
    e = sink->foot(sink->self, proof);
out:
    free(sums.sums);
    arena_done(&arena);
    return e;
}

enum err tax_table(struct book *book, struct date from, struct date to, struct sink *sink)
{
    return tax_rows(book, from, to, false, sink);
}

enum err cashtax_table(struct book *book, struct date from, struct date to, struct sink *sink)
{
    return tax_rows(book, from, to, true, sink);
}
