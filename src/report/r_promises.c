#include "report/r_promises.h"

#include "ledger/debtor.h"
#include "ledger/promise.h"
#include "report/openbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3, .width = 14},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "taken", .title = "Taken", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "kept", .title = "Kept", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "partial", .title = "Part", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "broken", .title = "Broken", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_INT, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "cancelled", .title = "Canc.", .kind = CELL_INT, .worth = 4, .flags = COLUMN_TOTAL},
    {.name = "kept_percent", .title = "Kept %", .kind = CELL_PERCENT, .flags = COLUMN_TENTHS},
    {.name = "promised", .title = "Promised", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "cash", .title = "Came", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "cash_percent", .title = "Came %", .kind = CELL_PERCENT, .flags = COLUMN_TENTHS},
};

struct tally {
    int64_t of[PROMISE_STATES], taken;
    int64_t promised, cash; /* of those that were decided */
};

static enum err tally_add(struct tally *tally, const struct promise *promise)
{
    tally->taken++;
    tally->of[promise->state]++;
    if (promise->state == PROMISE_OPEN || promise->state == PROMISE_CANCELLED)
        return ERR_OK;
    TRY(amount_add(tally->promised, promise->amount, &tally->promised));
    return amount_add(tally->cash, promise->cash, &tally->cash);
}

static enum err share(int64_t part, int64_t whole, struct cell *out)
{
    int64_t permille; /* more would only look exact */

    *out = cell_none();
    if (whole <= 0)
        return ERR_OK;
    TRY(amount_scale(1000, part, whole, &permille));
    *out = cell_number(CELL_PERCENT, permille * (PPM / 1000));
    return ERR_OK;
}

static enum err tally_row(const struct tally *tally, const struct promise *of, struct sink *sink)
{
    const int64_t decided =
        tally->of[PROMISE_KEPT] + tally->of[PROMISE_PARTIAL] + tally->of[PROMISE_BROKEN];
    struct cell by_count, by_amount;

    TRY(share(tally->of[PROMISE_KEPT], decided, &by_count));
    TRY(share(tally->cash, tally->promised, &by_amount));
    const struct cell cells[] = {
        cell_code(of->customer),
        cell_text(of->name),
        cell_code(of->currency.code),
        cell_int(tally->taken),
        cell_int(tally->of[PROMISE_KEPT]),
        cell_int(tally->of[PROMISE_PARTIAL]),
        cell_int(tally->of[PROMISE_BROKEN]),
        cell_int(tally->of[PROMISE_OPEN]),
        cell_int(tally->of[PROMISE_CANCELLED]),
        by_count,
        cell_money(money_of(tally->promised, of->currency)),
        cell_money(money_of(tally->cash, of->currency)),
        by_amount,
    };
    return sink_row(sink, of->customer_id,
                    tally->of[PROMISE_BROKEN] + tally->of[PROMISE_PARTIAL] ? '!' : ' ', cells);
}

static enum err is_wanted(struct book *book, const struct aging_options *options,
                          const struct promise *promise, struct arena *arena, bool *is)
{
    struct debtor debtor;

    *is = !promise->plan &&
          (!options->currency || strcmp(promise->currency.code, options->currency) == 0);
    if (!*is || !options->part.collector)
        return ERR_OK;
    TRY(debtor_get(book, promise->customer_id, options->as_of, arena, &debtor));
    *is = strcasecmp(debtor.collector, options->part.collector) == 0;
    return ERR_OK;
}

static int code_order(const void *a, const void *b)
{
    const struct promise *x = a, *y = b;
    const int order = code_cmp(x->customer, y->customer);

    return order ? order : strcmp(x->currency.code, y->currency.code);
}

static enum err rows(struct promise *promises, int count, struct sink *sink)
{
    struct tally tally;

    qsort(promises, (size_t)count, sizeof *promises, code_order);
    for (int from = 0, to; from < count; from = to) {
        tally = (struct tally){.taken = 0};
        for (to = from; to < count && code_order(&promises[to], &promises[from]) == 0; to++)
            TRY(tally_add(&tally, &promises[to]));
        TRY(tally_row(&tally, &promises[from], sink));
    }
    return ERR_OK;
}

enum err promises_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct arena arena = {0};
    struct promise *promises;
    char as_of[DATE_TEXT], subtitle[64];
    int count, kept = 0;
    enum err e;

    TRY_OUT(promise_list(book, options->customer_id, options->as_of, &arena, &promises, &count));
    for (int i = 0; i < count; i++) {
        bool is;
        TRY_OUT(is_wanted(book, options, &promises[i], &arena, &is));
        if (is)
            promises[kept++] = promises[i];
    }
    snprintf(subtitle, sizeof subtitle, "taken by %s", date_iso(options->as_of, as_of));
    const struct table_head head = {"Promises kept", subtitle, columns,
                                    sizeof columns / sizeof columns[0]};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(rows(promises, kept, sink));
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}
