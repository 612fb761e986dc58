#include "report/r_dso.h"

#include "base/arena.h"
#include "ledger/period.h"
#include "report/basetext.h"
#include "report/numbers.h"

#include <stdio.h>
#include <stdlib.h>

#define TENTH (MICRO / 10)
#define THOUSANDTH (PPM / 1000)

static const struct column columns[] = {
    {.name = "as_of", .title = "As of", .kind = CELL_DATE},
    {.name = "receivables", .title = "Receivables", .kind = CELL_MONEY},
    {.name = "current", .title = "Not due", .kind = CELL_MONEY, .worth = 4},
    {.name = "sales", .title = "Sales", .kind = CELL_MONEY},
    {.name = "dso", .title = "DSO", .kind = CELL_QUANTITY, .flags = COLUMN_HIDDEN},
    {.name = "dso_shown", .title = "DSO", .kind = CELL_QUANTITY,
     .flags = COLUMN_SCREEN | COLUMN_TENTHS},
    {.name = "dso_simple", .title = "Simple", .kind = CELL_QUANTITY, .worth = 2,
     .flags = COLUMN_TENTHS},
    {.name = "dso_best", .title = "Best", .kind = CELL_QUANTITY, .worth = 1,
     .flags = COLUMN_TENTHS},
    {.name = "add", .title = "ADD", .kind = CELL_QUANTITY, .flags = COLUMN_TENTHS},
    {.name = "cei", .title = "CEI %", .kind = CELL_PERCENT, .flags = COLUMN_TENTHS},
    {.name = "percent_current", .title = "Not due %", .kind = CELL_PERCENT, .worth = 3,
     .flags = COLUMN_TENTHS},
    {.name = "percent_over_90", .title = "Over 90 %", .kind = CELL_PERCENT, .worth = 3,
     .flags = COLUMN_TENTHS},
    {.name = "dso_is_more", .title = "More", .kind = CELL_FLAG, .flags = COLUMN_HIDDEN},
};

static struct cell days_cell(bool known, int64_t tenths)
{
    return known ? cell_number(CELL_QUANTITY, tenths * TENTH) : cell_none();
}

static struct cell share_cell(bool known, int64_t permille)
{
    return known ? cell_number(CELL_PERCENT, permille * THOUSANDTH) : cell_none();
}

/* More than 24 months of sales, and how much more nobody knows (RULES.md B): ">731". */
static struct cell dso_shown(bool known, bool beyond, int64_t tenths, char text[MONEY_TEXT + 2])
{
    char number[MONEY_TEXT];

    if (!known || !beyond)
        return days_cell(known, tenths);
    snprintf(text, MONEY_TEXT + 2, ">%s", decimal_plain(tenths, 1, 0, number));
    return cell_drawn(text);
}

static enum err month_row(struct book *book, const struct numbers *now, int64_t opening,
                          const struct collected_month *months, int count, struct sink *sink,
                          bool *beyond)
{
    const struct currency base = book_currency(book);
    struct metrics_month back[METRICS_COUNTBACK_MONTHS];
    struct numbers_dso days;
    int64_t dso = 0, cei = 0, current = 0, over = 0;
    bool more = false;
    char text[MONEY_TEXT + 2];

    const int backs = numbers_back(months, count, now->day, back);
    const bool counted = dso_countback(now->receivable, back, backs, &dso, &more);
    TRY(numbers_dso(book, now, &days));
    const bool is_cei = metrics_cei(opening, months[count - 1].sales, now->receivable,
                                    now->current, &cei);
    const bool is_current = metrics_share(now->current, now->debits, &current);
    const bool is_over = metrics_share(now->over_90, now->debits, &over);
    const struct cell cells[] = {
        cell_date(now->day),
        cell_money(money_of(now->receivable, base)),
        cell_money(money_of(now->current, base)),
        cell_money(money_of(months[count - 1].sales, base)),
        days_cell(counted, dso),
        dso_shown(counted, more, dso, text),
        days_cell(days.known, days.simple),
        days_cell(days.known, days.best),
        days_cell(days.known, days.delinquent),
        share_cell(is_cei, cei),
        share_cell(is_current, current),
        share_cell(is_over, over),
        cell_number(CELL_FLAG, more)};
    *beyond = *beyond || more;
    return sink_row(sink, now->day.day, more ? '!' : ' ', cells);
}

/* Sales of every month from the first that a row looks back to. */
static enum err rows(struct book *book, struct date as_of, int months, struct sink *sink,
                     bool *beyond)
{
    const int count = months + METRICS_COUNTBACK_MONTHS, last = date_month(as_of);
    struct collected_month *sales = mem_new((size_t)count, sizeof *sales);
    struct numbers before, now;
    enum err e = collected_months(book, last - count + 1, count, as_of, sales);

    if (e == ERR_OK)
        e = numbers_read(book, date_month_last(last - months), &before);
    for (int i = months - 1; i >= 0 && e == ERR_OK; i--) {
        e = numbers_read(book, i ? date_month_last(last - i) : as_of, &now);
        if (e == ERR_OK)
            e = month_row(book, &now, before.receivable, sales, count - i, sink, beyond);
        before = now;
    }
    free(sales);
    return e;
}

enum err dso_table(struct book *book, const struct aging_options *options, int months,
                   struct sink *sink)
{
    struct arena arena = {0};
    char day[DATE_TEXT];
    bool beyond = false;
    enum err e;

    const char *subtitle =
        arena_format(&arena, "%s, by month to %s", book_currency(book).code,
                     date_iso(options->as_of, day));
    const struct table_head head = {"Days sales outstanding", subtitle, columns,
                                    sizeof columns / sizeof columns[0]};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(rows(book, options->as_of, months, sink, &beyond));
    e = sink->foot(
        sink->self,
        arena_format(&arena, "%sADD = simple - best possible, on the sales of %d days.",
                     beyond ? "> more than this: 24 months sold less than is owed. "
                            : "DSO counts back over the sales; ",
                     NUMBERS_DAYS));
out:
    arena_done(&arena);
    return e;
}

/* A column of a table in memory as the values of a chart; a cell with nothing is none. */
static const int64_t *values_of(const struct table *table, const char *name, int64_t unit,
                                struct arena *arena)
{
    int64_t *values = arena_new(arena, (table->count + 1) * sizeof *values);
    const int column = table_column(&table->head, name);

    must(column >= 0);
    for (size_t i = 0; i < table->count; i++) {
        const struct cell *cell = &table->rows[i].cells[column];
        values[i] = cell->kind == CELL_NONE    ? CHART_NONE
                    : cell->kind == CELL_MONEY ? cell->money.minor
                                               : cell->number / unit;
    }
    return values;
}

static const char *const *labels_of(const struct table *table, struct arena *arena)
{
    const char **labels = arena_new(arena, (table->count + 1) * sizeof *labels);

    for (size_t i = 0; i < table->count; i++)
        labels[i] = arena_text(arena, cell_plain(&table->rows[i].cells[0], arena));
    return labels;
}

/* The chart stands above the table that it is drawn from. */
static enum err page_make(struct page *page, const struct table *table, struct chart *chart,
                          const char *const names[][2], int64_t unit)
{
    struct arena *arena = &page->arena;
    struct sink sink;

    chart->count = (int)table->count;
    chart->labels = labels_of(table, arena);
    for (int i = 0; names[i][0]; i++)
        chart->series[chart->series_count++] =
            (struct chart_series){names[i][1], values_of(table, names[i][0], unit, arena)};
    page->title = table->head.title ? arena_text(arena, table->head.title) : NULL;
    page->subtitle = table->head.subtitle ? arena_text(arena, table->head.subtitle) : NULL;
    page_chart(page, chart);
    page_space(page);
    sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &table->head));
    for (size_t i = 0; i < table->count; i++)
        TRY(sink.row(sink.self, &table->rows[i]));
    return sink.foot(sink.self, table->proof);
}

enum err dso_page(struct book *book, const struct aging_options *options, int months,
                  struct page *page)
{
    static const char *const names[][2] = {{"dso", "counted back"},
                                           {"dso_simple", "simple"},
                                           {"dso_best", "best possible"},
                                           {NULL, NULL}};
    struct chart chart = {
        .kind = CHART_LINES, .title = "Days sales outstanding", .unit = "days", .digits = 1};
    struct table table;

    table_init(&table);
    struct sink sink = table_sink(&table);
    enum err e = dso_table(book, options, months, &sink);
    if (e == ERR_OK)
        e = page_make(page, &table, &chart, names, TENTH);
    table_done(&table);
    return e;
}

/* ---- what became of it ---- */

#define ADDED (COLUMN_TOTAL | COLUMN_ADDS)

static const struct column fate_columns[] = {
    {.name = "month", .title = "Month", .kind = CELL_CODE},
    {.name = "billed", .title = "Billed", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "paid_in_time", .title = "In time", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "paid_late", .title = "Late", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "credited", .title = "Credited", .kind = CELL_MONEY, .worth = 2, .flags = ADDED},
    {.name = "discounted", .title = "Discount", .kind = CELL_MONEY, .worth = 3, .flags = ADDED},
    {.name = "written_off", .title = "Written off", .kind = CELL_MONEY, .worth = 4, .flags = ADDED},
    {.name = "moved", .title = "Moved", .kind = CELL_MONEY, .worth = 5, .flags = ADDED},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "collected_percent", .title = "Paid %", .kind = CELL_PERCENT, .flags = COLUMN_TENTHS},
};

static enum err fate_row(struct book *book, const struct collected_fate *fate, struct sink *sink)
{
    const struct currency base = book_currency(book);
    char month[PERIOD_TEXT];
    int64_t paid = 0;
    const bool known = metrics_share(fate->current + fate->overdue, fate->billed, &paid);
    const struct cell cells[] = {cell_code(period_text(fate->month, month)),
                                 cell_money(money_of(fate->billed, base)),
                                 cell_money(money_of(fate->current, base)),
                                 cell_money(money_of(fate->overdue, base)),
                                 cell_money(money_of(fate->credited, base)),
                                 cell_money(money_of(fate->discounted, base)),
                                 cell_money(money_of(fate->written_off, base)),
                                 cell_money(money_of(fate->moved, base)),
                                 cell_money(money_of(fate->open, base)),
                                 share_cell(known, paid)};

    return sink_row(sink, fate->month, ' ', cells);
}

enum err collected_table(struct book *book, const struct aging_options *options, int months,
                         struct sink *sink)
{
    struct collected_fate *fates = mem_new((size_t)months, sizeof *fates);
    const int first = date_month(options->as_of) - months + 1;
    struct arena arena = {0};
    char day[DATE_TEXT];
    enum err e;

    const char *subtitle = arena_format(&arena, "%s, by month of the invoice, as of %s",
                                        book_currency(book).code, date_iso(options->as_of, day));
    const struct table_head head = {"Billed and collected", subtitle, fate_columns,
                                    sizeof fate_columns / sizeof fate_columns[0]};
    TRY_OUT(collected_fates(book, first, months, options->as_of, fates));
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < months; i++)
        TRY_OUT(fate_row(book, &fates[i], sink));
    e = sink->foot(sink->self, "Billed = paid in time + late + credited + discount + written off"
                               " + moved + open, in every row.");
out:
    free(fates);
    arena_done(&arena);
    return e;
}

enum err collected_page(struct book *book, const struct aging_options *options, int months,
                        struct page *page)
{
    static const char *const names[][2] = {{"paid_in_time", "paid in time"},
                                           {"paid_late", "paid late"},
                                           {"open", "open"},
                                           {"credited", "credited"},
                                           {"discounted", "discount"},
                                           {"written_off", "written off"},
                                           {"moved", "moved"},
                                           {NULL, NULL}};
    const struct currency base = book_currency(book);
    struct chart chart = {.kind = CHART_STACKED,
                          .title = "Billed, by what became of it",
                          .unit = base.code,
                          .digits = base.digits};
    struct table table;

    table_init(&table);
    struct sink sink = table_sink(&table);
    enum err e = collected_table(book, options, months, &sink);
    if (e == ERR_OK)
        e = page_make(page, &table, &chart, names, 1);
    table_done(&table);
    return e;
}
