#include "report/r_changes.h"

#include "ledger/agingscan.h"
#include "ledger/debtor.h"
#include "report/basetext.h"
#include "report/openbook.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct owed {
    int64_t balance, overdue;
};
struct standing {
    int64_t customer_id;
    struct owed then, now;
};
struct standings {
    struct book *book;
    const struct aging_options *options;
    struct standing *rows; /* by customer id while they are read, then packed and sorted */
    int64_t room, count;
    struct date day; /* that is read */
    bool then;
    struct arena arena; /* of one row's names */
};

/* ---- read ---- */

static enum err item_take(void *self, const struct aging_item *item)
{
    struct standings *s = self;

    if (s->options->currency && strcasecmp(s->options->currency, item->currency) != 0)
        return ERR_OK;
    if (item->customer_id >= s->room) {
        const int64_t old = s->room;
        s->room = item->customer_id * 2 + 64;
        s->rows = mem_resize(s->rows, (size_t)s->room, sizeof *s->rows);
        memset(s->rows + old, 0, (size_t)(s->room - old) * sizeof *s->rows);
    }
    struct standing *row = &s->rows[item->customer_id];
    struct owed *owed = s->then ? &row->then : &row->now;
    row->customer_id = item->customer_id;
    TRY(amount_add(owed->balance, item->open_base, &owed->balance));
    return item->open > 0 && item->due.day < s->day.day
               ? amount_add(owed->overdue, item->open_base, &owed->overdue)
               : ERR_OK;
}

static enum err day_read(struct standings *s, struct date day, bool then)
{
    const struct aging_query query = {.as_of = day,
                                      .by = s->options->by_date,
                                      .customer_id = s->options->customer_id,
                                      .control = CONTROL_RECEIVABLE};

    s->day = day;
    s->then = then;
    return aging_scan(s->book, &query, item_take, s);
}

/* Those that are wanted, close together. */
static void pack(struct standings *s, bool (*wanted)(const struct standing *row))
{
    for (int64_t id = 1; id < s->room; id++)
        if (s->rows[id].customer_id && wanted(&s->rows[id]))
            s->rows[s->count++] = s->rows[id];
}

static enum err name_read(struct standings *s, int64_t customer_id, struct debtor *out, bool *part)
{
    arena_reset(&s->arena);
    TRY(debtor_get(s->book, customer_id, s->options->as_of, &s->arena, out));
    *part = part_has(&s->options->part, out);
    return ERR_OK;
}

static void standings_done(struct standings *s)
{
    free(s->rows);
    arena_done(&s->arena);
}

/* ---- the biggest debtors ---- */

static const struct column debtor_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 1, .width = 14},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 4},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "share", .title = "Share %", .kind = CELL_PERCENT, .worth = 2, .flags = COLUMN_TENTHS},
    {.name = "cumulated", .title = "Together %", .kind = CELL_PERCENT, .worth = 3,
     .flags = COLUMN_TENTHS},
    {.name = "overdue", .title = "Overdue", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "place", .title = "Place", .kind = CELL_INT, .worth = 5},
};
enum { DEBTOR_COLUMNS = sizeof debtor_columns / sizeof debtor_columns[0] };

static bool owes(const struct standing *row)
{
    return row->now.balance > 0;
}

static int balance_cmp(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;

    if (x->now.balance != y->now.balance)
        return x->now.balance > y->now.balance ? -1 : 1;
    return x->customer_id < y->customer_id ? -1 : 1;
}

/* Tenths of a percent: more says nothing. */
static enum err share(int64_t part, int64_t whole, int64_t *ppm)
{
    TRY(amount_scale(part, 1000, whole, ppm));
    *ppm *= PPM / 1000;
    return ERR_OK;
}

static enum err debtor_put(struct standings *s, const struct standing *row, int64_t whole,
                           int64_t *cumulated, int *place, struct sink *sink)
{
    const struct currency base = book_currency(s->book);
    struct debtor debtor;
    bool part = false;
    int64_t own = 0, together = 0;

    TRY(name_read(s, row->customer_id, &debtor, &part));
    if (!part)
        return ERR_OK;
    *cumulated += row->now.balance;
    TRY(share(row->now.balance, whole, &own));
    TRY(share(*cumulated, whole, &together));
    const struct cell cells[DEBTOR_COLUMNS] = {cell_code(debtor.code),
                                               cell_text(debtor.name),
                                               cell_code(debtor.collector),
                                               cell_money(money_of(row->now.balance, base)),
                                               cell_number(CELL_PERCENT, own),
                                               cell_number(CELL_PERCENT, together),
                                               cell_money(money_of(row->now.overdue, base)),
                                               cell_int(++*place)};
    return sink_row(sink, row->customer_id, row->now.overdue > 0 ? '!' : ' ', cells);
}

static enum err debtors_put(struct standings *s, int most, struct sink *sink)
{
    struct arena words = {0};
    char day[DATE_TEXT];
    int64_t whole = 0, cumulated = 0;
    int place = 0;
    enum err e;

    for (int64_t i = 0; i < s->count; i++)
        whole += s->rows[i].now.balance;
    const struct table_head head = {"Biggest debtors",
                                    arena_format(&words, "%s, as of %s",
                                                 book_currency(s->book).code,
                                                 date_iso(s->options->as_of, day)),
                                    debtor_columns, DEBTOR_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int64_t i = 0; i < s->count && (!most || place < most); i++)
        TRY_OUT(debtor_put(s, &s->rows[i], whole, &cumulated, &place, sink));
    e = sink->foot(sink->self,
                   arena_format(&words, "%d of %lld customers who owe %s together", place,
                                (long long)s->count, base_text(s->book, &words, whole)));
out:
    arena_done(&words);
    return e;
}

enum err debtors_table(struct book *book, const struct aging_options *options, int most,
                       struct sink *sink)
{
    struct standings s = {.book = book, .options = options};
    enum err e = day_read(&s, options->as_of, false);

    pack(&s, owes);
    if (s.count)
        qsort(s.rows, (size_t)s.count, sizeof *s.rows, balance_cmp);
    if (e == ERR_OK)
        e = debtors_put(&s, most, sink);
    standings_done(&s);
    return e;
}

/* ---- changes ---- */

static const struct column change_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 1, .width = 14},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 6},
    {.name = "balance_then",
     .title = "Then",
     .kind = CELL_MONEY,
     .worth = 2,
     .flags = COLUMN_TOTAL},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "change", .title = "Change", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "overdue_then",
     .title = "Overdue then",
     .kind = CELL_MONEY,
     .worth = 3,
     .flags = COLUMN_TOTAL},
    {.name = "overdue", .title = "Overdue", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "overdue_change",
     .title = "Change",
     .kind = CELL_MONEY,
     .worth = 4,
     .flags = COLUMN_TOTAL},
};
enum { CHANGE_COLUMNS = sizeof change_columns / sizeof change_columns[0] };

static bool changed(const struct standing *row)
{
    return row->then.balance != row->now.balance || row->then.overdue != row->now.overdue;
}

static int64_t size_of(const struct standing *row)
{
    const int64_t balance = row->now.balance - row->then.balance;
    const int64_t overdue = row->now.overdue - row->then.overdue;
    const int64_t a = balance < 0 ? -balance : balance, b = overdue < 0 ? -overdue : overdue;

    return a > b ? a : b;
}

static int change_cmp(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    const int64_t i = size_of(x), j = size_of(y);

    return i != j ? (i > j ? -1 : 1) : x->customer_id < y->customer_id ? -1 : 1;
}

static enum err change_row(struct standings *s, const struct standing *row, const char *code,
                           const char *name, const char *collector, struct sink *sink)
{
    const struct currency base = book_currency(s->book);
    const int64_t worse = row->now.overdue - row->then.overdue;
    const struct cell cells[CHANGE_COLUMNS] = {
        cell_code(code),
        cell_text(name),
        cell_code(collector),
        cell_money(money_of(row->then.balance, base)),
        cell_money(money_of(row->now.balance, base)),
        cell_money(money_of(row->now.balance - row->then.balance, base)),
        cell_money(money_of(row->then.overdue, base)),
        cell_money(money_of(row->now.overdue, base)),
        cell_money(money_of(worse, base))};
    return sink_row(sink, row->customer_id, worse > 0 ? '!' : ' ', cells);
}

static enum err change_put(struct standings *s, const struct standing *row, struct sink *sink)
{
    struct debtor debtor;
    bool part = false;

    TRY(name_read(s, row->customer_id, &debtor, &part));
    return part ? change_row(s, row, debtor.code, debtor.name, debtor.collector, sink) : ERR_OK;
}

/* Those who owe as much as then, and as much of it too late, are one row: with it the totals are
 * all that is owed. */
static enum err unchanged_read(struct standings *s, struct standing *sum, int64_t *count)
{
    const bool some = aging_is_part(s->options);
    struct debtor debtor;

    for (int64_t id = 1; id < s->room; id++) {
        const struct standing *row = &s->rows[id];
        bool part = true;
        if (!row->customer_id || changed(row) || (!row->now.balance && !row->now.overdue))
            continue;
        if (some)
            TRY(name_read(s, row->customer_id, &debtor, &part));
        if (!part)
            continue;
        TRY(amount_add(sum->now.balance, row->now.balance, &sum->now.balance));
        TRY(amount_add(sum->now.overdue, row->now.overdue, &sum->now.overdue));
        ++*count;
    }
    sum->then = sum->now;
    return ERR_OK;
}

enum err changes_table(struct book *book, const struct aging_options *options, struct date since,
                       struct sink *sink)
{
    struct standings s = {.book = book, .options = options};
    struct arena words = {0};
    struct standing unchanged = {.customer_id = 0};
    int64_t count = 0;
    char from[DATE_TEXT], to[DATE_TEXT];
    enum err e;

    TRY_OUT(day_read(&s, since, true));
    TRY_OUT(day_read(&s, options->as_of, false));
    TRY_OUT(unchanged_read(&s, &unchanged, &count));
    pack(&s, changed);
    if (s.count)
        qsort(s.rows, (size_t)s.count, sizeof *s.rows, change_cmp);
    const struct table_head head = {"Changes",
                                    arena_format(&words, "%s, from the end of %s to %s",
                                                 book_currency(book).code, date_iso(since, from),
                                                 date_iso(options->as_of, to)),
                                    change_columns, CHANGE_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int64_t i = 0; i < s.count; i++)
        TRY_OUT(change_put(&s, &s.rows[i], sink));
    if (count)
        TRY_OUT(change_row(&s, &unchanged, "(unchanged)",
                           arena_format(&words, "%lld customer%s", (long long)count,
                                        count == 1 ? "" : "s"),
                           "", sink));
    e = sink->foot(sink->self, "! = more of it is overdue than then. The largest change first.");
out:
    standings_done(&s);
    arena_done(&words);
    return e;
}
