#include "report/numbers.h"

#include "base/arena.h"
#include "ledger/agingscan.h"

#include <stdlib.h>

struct debt {
    int64_t customer_id, base;
};
struct scan {
    struct book *book;
    struct numbers *out;
    struct debt *debts; /* one an item at first, then one a customer */
    size_t count, room;
};

static enum err weigh(int64_t amount, int days, int64_t *sum)
{
    int64_t product;

    TRY(amount_scale(amount, days, 1, &product));
    return amount_add(*sum, product, sum);
}

static enum err item_take(void *self, const struct aging_item *item)
{
    struct scan *scan = self;
    struct numbers *out = scan->out;
    const int late = out->day.day - item->due.day;

    TRY(amount_add(out->receivable, item->open_base, &out->receivable));
    if (item->open < 0) {
        struct date came;
        TRY(item_value(scan->book, item->id, &came));
        TRY(amount_sub(out->credits, item->open_base, &out->credits));
        return weigh(-item->open_base, out->day.day - came.day, &out->credits_weighted);
    }
    TRY(amount_add(out->debits, item->open_base, &out->debits));
    if (late <= 0)
        TRY(amount_add(out->current, item->open_base, &out->current));
    else
        TRY(weigh(item->open_base, late, &out->overdue_weighted));
    if (late > 90)
        TRY(amount_add(out->over_90, item->open_base, &out->over_90));
    if (scan->count == scan->room) {
        scan->room = scan->room * 2 + 1024;
        scan->debts = mem_resize(scan->debts, scan->room, sizeof *scan->debts);
    }
    scan->debts[scan->count++] = (struct debt){item->customer_id, item->open_base};
    return ERR_OK;
}

static int by_customer(const void *a, const void *b)
{
    const struct debt *x = a, *y = b;

    return x->customer_id < y->customer_id ? -1 : x->customer_id > y->customer_id;
}

static int by_amount(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;

    return *x > *y ? -1 : *x < *y;
}

/* One sum a customer, the biggest first; how much of all is in few hands. */
static void concentrate(struct scan *scan)
{
    struct numbers *out = scan->out;
    int64_t *sums = mem_new(scan->count + 1, sizeof *sums);
    int count = 0;

    if (scan->count)
        qsort(scan->debts, scan->count, sizeof *scan->debts, by_customer);
    for (size_t i = 0; i < scan->count; i++) {
        if (i && scan->debts[i].customer_id == scan->debts[i - 1].customer_id)
            sums[count - 1] += scan->debts[i].base; /* parts of `debits`, which fits */
        else
            sums[count++] = scan->debts[i].base;
    }
    if (count)
        qsort(sums, (size_t)count, sizeof *sums, by_amount);
    for (int i = 0; i < count && i < NUMBERS_TOP; i++)
        out->top += sums[i];
    out->debtors = count;
    if (!metrics_concentration(sums, count, &out->index))
        out->index = -1;
    free(sums);
}

enum err numbers_read(struct book *book, struct date day, struct numbers *out)
{
    struct scan scan = {.book = book, .out = out};
    const struct aging_query query = {.as_of = day, .control = CONTROL_RECEIVABLE};

    *out = (struct numbers){.day = day, .index = -1};
    const enum err e = aging_scan(book, &query, item_take, &scan);
    if (e == ERR_OK)
        concentrate(&scan);
    free(scan.debts);
    return e;
}

static int days_of(int month, struct date day)
{
    const struct date last =
        date_month(day) == month ? day : date_month_last(month);

    return last.day - date_month_first(month).day + 1;
}

int numbers_back(const struct collected_month *months, int count, struct date day,
                 struct metrics_month *out)
{
    const int most = count < METRICS_COUNTBACK_MONTHS ? count : METRICS_COUNTBACK_MONTHS;

    for (int i = 0; i < most; i++)
        out[i] = (struct metrics_month){months[count - 1 - i].sales,
                                        days_of(date_month(day) - i, day)};
    return most;
}

enum err numbers_dso(struct book *book, const struct numbers *numbers, struct numbers_dso *out)
{
    *out = (struct numbers_dso){.sales = 0};
    TRY(collected_sales(book, date_add(numbers->day, 1 - NUMBERS_DAYS), numbers->day,
                        &out->sales));
    out->known = dso_simple(numbers->receivable, out->sales, NUMBERS_DAYS, &out->simple) &&
                 dso_simple(numbers->current, out->sales, NUMBERS_DAYS, &out->best);
    out->delinquent = out->simple - out->best;
    return ERR_OK;
}
