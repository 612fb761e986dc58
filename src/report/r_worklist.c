#include "report/r_worklist.h"

#include "ledger/customer.h"
#include "ledger/pending.h"
#include "ledger/person.h"
#include "report/callorder.h"
#include "report/callplace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINTS_MAX 4096

static const struct column columns[] = {
    {.name = "score", .title = "Score", .kind = CELL_INT},
    {.name = "customer", .title = "Code", .kind = CELL_CODE, .worth = 9},
    {.name = "name", .title = "Customer", .kind = CELL_TEXT, .width = 16},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 8},
    {.name = "overdue", .title = "Overdue", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "oldest_days", .title = "Days", .kind = CELL_INT},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .width = 16},
    {.name = "last_contact", .title = "Last", .kind = CELL_DATE, .worth = 2},
    {.name = "next", .title = "Next", .kind = CELL_DATE, .worth = 1},
    {.name = "action", .title = "Action", .kind = CELL_TEXT, .worth = 5, .width = 14},
    {.name = "promise", .title = "Promise", .kind = CELL_TEXT, .worth = 4, .width = 20},
    {.name = "phone", .title = "Phone", .kind = CELL_CODE, .worth = 3},
    {.name = "contact", .title = "Person", .kind = CELL_TEXT, .worth = 6},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 7},
    {.name = "pending", .title = "Pending", .kind = CELL_TEXT, .worth = 5},
    {.name = "next_owner", .title = "Whose", .kind = CELL_CODE, .worth = 10},
    {.name = "disputed", .title = "Disputed", .kind = CELL_MONEY, .worth = 11},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .worth = 12},
    {.name = "waits", .title = "To call", .kind = CELL_FLAG, .flags = COLUMN_HIDDEN},
    {.name = "points", .title = "Points", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
};

/* A row is kept on the screen by its id: the customer's, told apart by the currency. */
static int64_t line_id(const struct callbook *calls, const struct callline *line)
{
    int place = 0;

    while (place < calls->open.currency_count &&
           !currency_is(calls->open.currencies[place], line->currency))
        place++;
    return line->customer_id * (CURRENCIES_MAX + 1) + place;
}

/* "20.00 EUR, batch 2026-11-22/A, anna": money in an open batch, before one calls for it (R14). */
static enum err pending_read(struct book *book, int64_t customer_id, struct arena *arena,
                             const char **out)
{
    struct pending *list;
    char sum[MONEY_TEXT];
    int count;

    *out = "";
    TRY(pending_of_customer(book, customer_id, arena, &list, &count));
    if (count > 0)
        *out = arena_format(arena, "%s %s, %s",
                            money_plain(money_of(pending_sum(list, count), list[0].currency), sum),
                            list[0].currency.code, pending_clause(list, count, DATE_NONE, arena));
    return ERR_OK;
}

static enum err line_row(struct callbook *calls, const struct callline *line, struct arena *arena,
                         struct sink *sink)
{
    const struct touch *touch = line->touch;
    struct customer customer;
    const char *name, *phone, *pending;
    struct buf why, points;

    TRY(customer_get(calls->book, line->customer_id, arena, &customer));
    TRY(person_of(calls->book, &customer, arena, &name, &phone));
    TRY(pending_read(calls->book, line->customer_id, arena, &pending));
    buf_init(&why, POINTS_MAX);
    buf_init(&points, POINTS_MAX);
    worklist_why(&calls->weights, &line->score, &why);
    worklist_sum(&calls->weights, &line->score, &points);
    const struct cell cells[] = {
        cell_int(line->score.total),
        cell_code(customer.code),
        cell_text(customer.name),
        cell_code(line->currency.code),
        cell_money(money_of(line->facts.overdue, line->currency)),
        line->facts.oldest_days ? cell_int(line->facts.oldest_days) : cell_none(),
        cell_text(why.data),
        touch ? cell_date(touch->last) : cell_none(),
        touch ? cell_date(touch->next) : cell_none(),
        cell_text(touch && date_is(touch->next) ? touch->next_action : ""),
        cell_text(line->promise ? promise_text(line->promise, arena) : ""),
        cell_code(phone),
        cell_text(name),
        cell_code(customer.collector),
        cell_text(pending),
        cell_code(touch && date_is(touch->next) ? touch->next_owner : ""),
        cell_money(money_of(line->open ? line->open->disputed : 0, line->currency)),
        cell_money(money_of(line->open ? line->open->total : 0, line->currency)),
        cell_number(CELL_FLAG, line->waits),
        cell_text(points.data),
    };
    const enum err e = sink_row(sink, line_id(calls, line),
                                !line->waits                  ? '-'
                                : line->facts.broken_promises ? '!'
                                                              : ' ',
                                cells);
    buf_done(&why);
    buf_done(&points);
    return e;
}

struct place {
    int64_t id;
    size_t at;
};

static int place_cmp(const void *a, const void *b)
{
    const struct place *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

static int rank_cmp(const void *a, const void *b)
{
    const struct callline *x = a, *y = b;

    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Those with a place go first; the others follow in the order in which they are. */
static enum err lines_place(struct callbook *calls, const struct worklist_order *order)
{
    struct place *places = mem_new(order->count + 1, sizeof *places);
    struct callline *line = NULL;
    enum err e;

    for (size_t i = 0; i < order->count; i++)
        places[i] = (struct place){order->ids[i], i};
    qsort(places, order->count, sizeof *places, place_cmp);
    for (size_t i = 0; (e = callorder_next(calls, &line)) == ERR_OK && line; i++) {
        const struct place wanted = {.id = line_id(calls, line)};
        const struct place *place =
            bsearch(&wanted, places, order->count, sizeof *places, place_cmp);
        line->rank = place ? place->at : order->count + i;
    }
    qsort(calls->lines, calls->count, sizeof *calls->lines, rank_cmp);
    free(places);
    return e;
}

/* Whose list it is and in what currency leaves the scores as they are. */
static enum err worklist_read(struct callbook *calls, struct book *book,
                              const struct aging_options *options)
{
    struct aging_options all = *options;
    size_t kept = 0;

    all.currency = NULL;
    TRY(callbook_read(calls, book, &all, true));
    if (!options->currency)
        return ERR_OK;
    calls->to_call = 0;
    for (size_t i = 0; i < calls->count; i++)
        if (strcmp(calls->lines[i].currency.code, options->currency) == 0) {
            calls->to_call += calls->lines[i].waits;
            calls->lines[kept++] = calls->lines[i];
        }
    calls->count = kept;
    return ERR_OK;
}

static const char *foot_of(const struct callbook *calls, struct arena *arena)
{
    const char *later = "-: not today: in touch, a later day, or all of it promised or disputed";
    const char *unrated = callplace_unrated(calls, arena);

    if (calls->to_call == calls->count)
        later = NULL;
    if (!unrated)
        return later;
    return arena_format(arena, "%s%sno rate on this day, placed among themselves alone: %s",
                        later ? later : "", later ? "; " : "", unrated);
}

enum err worklist_table(struct book *book, const struct aging_options *options,
                        const struct worklist_order *order, struct sink *sink)
{
    struct arena arena = {0};
    struct callbook calls;
    const bool placed = order && order->count;
    char as_of[DATE_TEXT], subtitle[160];
    enum err e = worklist_read(&calls, book, options);

    snprintf(subtitle, sizeof subtitle, "%s%s%s%s, %zu account%s, %zu to call",
             options->part.collector ? "of " : "",
             options->part.collector ? options->part.collector : "",
             options->part.collector ? ", " : "on ", date_iso(options->as_of, as_of), calls.count,
             calls.count == 1 ? "" : "s", calls.to_call);
    const struct table_head head = {"Worklist", subtitle, columns,
                                    sizeof columns / sizeof columns[0]};
    if (e == ERR_OK && placed)
        e = lines_place(&calls, order);
    if (e == ERR_OK)
        e = sink->head(sink->self, &head);
    for (size_t i = 0; e == ERR_OK && i < calls.count; i++) {
        struct callline *line = &calls.lines[i];
        arena_reset(&arena);
        if (!placed)
            e = callorder_next(&calls, &line);
        if (e == ERR_OK)
            e = line_row(&calls, line, &arena, sink);
    }
    if (e == ERR_OK)
        e = sink->foot(sink->self, foot_of(&calls, &arena));
    arena_done(&arena);
    callbook_done(&calls);
    return e;
}

/* What did not come, in base currency, at the rate of what is overdue. */
static enum err broken_add(const struct callline *line, int64_t *sum)
{
    int64_t missing = line->promise->amount - line->promise->cash;

    TRY(amount_scale(missing, line->open->overdue_base, line->open->overdue, &missing));
    return amount_add(*sum, missing, sum);
}

enum err worklist_summary(struct book *book, const struct aging_options *options,
                          struct worklist_summary *out)
{
    struct callbook calls;
    enum err e = worklist_read(&calls, book, options);

    *out = (struct worklist_summary){.to_call = (int)calls.to_call};
    for (size_t i = 0; e == ERR_OK && i < calls.count; i++) {
        const struct callline *line = &calls.lines[i];
        if (line->waits && line->open)
            e = amount_add(out->overdue, line->open->overdue_base, &out->overdue);
        if (e == ERR_OK && line->facts.broken_promises) {
            out->broken++;
            if (e == ERR_OK)
                e = broken_add(line, &out->broken_amount);
        }
    }
    callbook_done(&calls);
    return e;
}
