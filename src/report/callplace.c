#include "report/callplace.h"

#include "ledger/master.h"

#include <stdlib.h>
#include <string.h>

enum err callplace_rates(struct callbook *calls)
{
    const struct openbook *open = &calls->open;

    calls->rates =
        arena_new(&calls->arena, ((size_t)open->currency_count + 1) * sizeof *calls->rates);
    for (int i = 0; i < open->currency_count; i++) {
        const enum err e =
            rate_on(calls->book, open->currencies[i], calls->as_of, &calls->rates[i]);
        if (e == ERR_MISSING)
            calls->rates[i] = (struct ratio){0, 1};
        else
            TRY(e);
    }
    return ERR_OK;
}

/* *rated: the amount is in base currency now; else it stays as it is. */
static enum err worth_of(const struct callbook *calls, struct currency currency, int64_t amount,
                         int64_t *worth, bool *rated)
{
    const struct openbook *open = &calls->open;
    int at = 0;

    while (at < open->currency_count && !currency_is(open->currencies[at], currency))
        at++;
    *rated = at < open->currency_count && calls->rates[at].num != 0;
    *worth = amount;
    return *rated ? amount_convert(amount, currency, book_currency(calls->book), calls->rates[at],
                                   worth)
                  : ERR_OK;
}

/* What cannot be compared is not too small. */
enum err callplace_late(const struct callbook *calls, const struct openline *open, int64_t minimum,
                        bool *is)
{
    int64_t worth;
    bool rated;

    *is = open->customer_id && open->overdue > 0;
    if (!*is)
        return ERR_OK;
    TRY(worth_of(calls, open->currency, open->overdue, &worth, &rated));
    *is = !rated || worth >= minimum;
    return ERR_OK;
}

static int amount_cmp(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* How many of the sums, in order, are no bigger. */
static size_t no_bigger(const int64_t *sums, size_t count, int64_t amount)
{
    size_t low = 0, high = count;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (sums[middle] <= amount)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* One pool is all that has a rate; each currency without one is a pool of its own. */
static enum err pool_fill(struct callbook *calls, int64_t minimum, const struct currency *own,
                          int64_t *sums)
{
    size_t count = 0;

    for (size_t i = 0; i < calls->open.line_count; i++) {
        const struct openline *open = &calls->open.lines[i];
        bool rated, late;
        TRY(worth_of(calls, open->currency, open->overdue, &sums[count], &rated));
        if (own ? rated || !currency_is(open->currency, *own) : !rated)
            continue;
        TRY(callplace_late(calls, open, minimum, &late));
        count += late;
    }
    qsort(sums, count, sizeof *sums, amount_cmp);
    for (size_t i = 0; count && i < calls->count; i++) {
        struct callline *line = &calls->lines[i];
        if (line->worth > 0 && (own ? !line->rated && currency_is(line->currency, *own)
                                    : line->rated))
            TRY(amount_scale(PPM, (int64_t)no_bigger(sums, count, line->worth), (int64_t)count,
                             &line->facts.share_ppm));
    }
    return ERR_OK;
}

enum err callplace_fill(struct callbook *calls, int64_t minimum)
{
    int64_t *sums = mem_new(calls->open.line_count + 1, sizeof *sums);
    enum err e = ERR_OK;

    for (size_t i = 0; e == ERR_OK && i < calls->count; i++) {
        struct callline *line = &calls->lines[i];
        e = worth_of(calls, line->currency, line->facts.overdue, &line->worth, &line->rated);
    }
    if (e == ERR_OK)
        e = pool_fill(calls, minimum, NULL, sums);
    for (int c = 0; e == ERR_OK && c < calls->open.currency_count; c++)
        if (calls->rates[c].num == 0)
            e = pool_fill(calls, minimum, &calls->open.currencies[c], sums);
    free(sums);
    return e;
}

int callplace_cmp(const struct callline *a, const struct callline *b)
{
    const bool x = a->rated || a->worth == 0, y = b->rated || b->worth == 0;
    const int order = x || y ? 0 : strcmp(a->currency.code, b->currency.code);

    if (x != y)
        return x ? -1 : 1;
    return order ? order : (a->worth < b->worth) - (a->worth > b->worth);
}

const char *callplace_unrated(const struct callbook *calls, struct arena *arena)
{
    const char *said = NULL;

    for (int c = 0; c < calls->open.currency_count; c++) {
        bool any = false;
        for (size_t i = 0; !any && calls->rates[c].num == 0 && i < calls->count; i++)
            any = calls->lines[i].worth > 0 &&
                  currency_is(calls->lines[i].currency, calls->open.currencies[c]);
        if (any)
            said = arena_format(arena, "%s%s%s", said ? said : "", said ? ", " : "",
                                calls->open.currencies[c].code);
    }
    return said;
}
