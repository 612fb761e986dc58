#include "report/r_charges.h"

#include "ledger/charge.h"
#include "ledger/customer.h"
#include "ledger/debtor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 5, .width = 14},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "interest", .title = "Interest", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "compensation",
     .title = "Compensation",
     .kind = CELL_MONEY,
     .worth = 3,
     .flags = COLUMN_TOTAL},
    {.name = "credited", .title = "Credited", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "reversed",
     .title = "Reversed",
     .kind = CELL_MONEY,
     .worth = 2,
     .flags = COLUMN_TOTAL},
    {.name = "net", .title = "Net", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "accrued", .title = "Not charged", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

struct figures {
    int64_t interest, compensation, credited, reversed, accrued;
};
struct gathering {
    const struct aging_options *options;
    struct date from;
    struct arena arena;
    struct gathered {
        const char *customer;
        struct currency currency;
        struct debtor debtor; /* as on the last day */
        struct figures figures;
    } * rows;
    int count, room;
};

/* Rows of a customer mostly come together; those that do not are added up once all are sorted. */
static struct figures *figures_of(struct gathering *all, const char *customer,
                                  struct currency currency)
{
    struct gathered *last = all->count ? &all->rows[all->count - 1] : NULL;

    if (last && strcasecmp(last->customer, customer) == 0 && currency_is(last->currency, currency))
        return &last->figures;
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 64;
        all->rows = mem_resize(all->rows, (size_t)all->room, sizeof *all->rows);
    }
    all->rows[all->count] =
        (struct gathered){.customer = arena_text(&all->arena, customer), .currency = currency};
    return &all->rows[all->count++].figures;
}

static bool is_wanted(const struct gathering *all, struct currency currency)
{
    return !all->options->currency || strcmp(all->options->currency, currency.code) == 0;
}

static bool is_within(const struct gathering *all, struct date day)
{
    return day.day >= all->from.day && day.day <= all->options->as_of.day;
}

/* A charge counts on its day, and what took it back on its own. */
static enum err line_add(void *self, const struct charge_line *line)
{
    struct gathering *all = self;
    const bool made = is_within(all, line->date);
    const bool undone = *line->undone && is_within(all, line->undone_on);

    if ((!made && !undone) || !is_wanted(all, line->currency))
        return ERR_OK;
    struct figures *figures = figures_of(all, line->customer, line->currency);
    int64_t *to = line->amount < 0             ? &figures->credited
                  : line->kind == ACCRUAL_LUMP ? &figures->compensation
                                               : &figures->interest;
    if (made)
        TRY(amount_add(*to, line->amount, to));
    return undone ? amount_sub(figures->reversed, line->amount, &figures->reversed) : ERR_OK;
}

static enum err accrued_add(void *self, const struct accrual *row)
{
    struct gathering *all = self;

    if (row->proposed == 0 || !is_wanted(all, row->currency))
        return ERR_OK;
    int64_t *to = &figures_of(all, row->customer, row->currency)->accrued;
    return amount_add(*to, row->proposed, to);
}

static int row_order(const void *a, const void *b)
{
    const struct gathered *x = a, *y = b;
    const int order = strcasecmp(x->customer, y->customer);

    return order ? order : strcmp(x->currency.code, y->currency.code);
}

static enum err rows_merge(struct gathering *all)
{
    int kept = 0;

    if (all->count)
        qsort(all->rows, (size_t)all->count, sizeof *all->rows, row_order);
    for (int i = 0; i < all->count; i++) {
        if (kept == 0 || row_order(&all->rows[kept - 1], &all->rows[i]) != 0) {
            all->rows[kept++] = all->rows[i];
            continue;
        }
        struct figures *to = &all->rows[kept - 1].figures;
        const struct figures *more = &all->rows[i].figures;
        TRY(amount_add(to->interest, more->interest, &to->interest));
        TRY(amount_add(to->compensation, more->compensation, &to->compensation));
        TRY(amount_add(to->credited, more->credited, &to->credited));
        TRY(amount_add(to->reversed, more->reversed, &to->reversed));
        TRY(amount_add(to->accrued, more->accrued, &to->accrued));
    }
    all->count = kept;
    return ERR_OK;
}

/* A customer that was merged stands under the one that stays. */
static enum err rows_name(struct book *book, struct gathering *all)
{
    TRY(rows_merge(all));
    for (int i = 0; i < all->count; i++) {
        struct gathered *row = &all->rows[i];
        int64_t id;
        TRY(customer_find_id(book, row->customer, &id));
        TRY(debtor_get(book, id, all->options->as_of, &all->arena, &row->debtor));
        row->customer = row->debtor.code;
    }
    return rows_merge(all);
}

static enum err rows_show(struct book *book, struct gathering *all, struct sink *sink)
{
    TRY(rows_name(book, all));
    for (int i = 0; i < all->count; i++) {
        const struct gathered *row = &all->rows[i];
        const struct figures *f = &row->figures;
        int64_t net;
        if (all->options->part.collector &&
            strcasecmp(all->options->part.collector, row->debtor.collector) != 0)
            continue;
        TRY(amount_add(f->interest, f->compensation, &net));
        TRY(amount_add(net, f->credited, &net));
        TRY(amount_add(net, f->reversed, &net));
        const struct cell cells[COLUMNS] = {
            cell_code(row->customer),
            cell_text(row->debtor.name),
            cell_code(row->currency.code),
            cell_money(money_of(f->interest, row->currency)),
            cell_money(money_of(f->compensation, row->currency)),
            cell_money(money_of(f->credited, row->currency)),
            cell_money(money_of(f->reversed, row->currency)),
            cell_money(money_of(net, row->currency)),
            cell_money(money_of(f->accrued, row->currency)),
        };
        TRY(sink_row(sink, row->debtor.id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

enum err charges_table(struct book *book, const struct aging_options *aging, struct date from,
                       struct sink *sink)
{
    /* of a period that is over, by what was dated until its end */
    const bool past = aging->as_of.day < book_today(book).day;
    const struct accrual_query query = {.upto = aging->as_of,
                                        .as_of = past ? aging->as_of : DATE_NONE,
                                        .customer_id = aging->customer_id};
    struct gathering all = {.options = aging, .from = from};
    char first[DATE_TEXT], last[DATE_TEXT], subtitle[64];
    enum err e;

    snprintf(subtitle, sizeof subtitle, "from %s to %s", date_iso(from, first),
             date_iso(aging->as_of, last));
    const struct table_head head = {"Late charges", subtitle, columns, COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(accrual_each(book, &query, accrued_add, &all));
    TRY_OUT(charge_lines(book, 0, 0, aging->customer_id, line_add, &all));
    e = rows_show(book, &all, sink);
out:
    free(all.rows);
    arena_done(&all.arena);
    return e;
}
