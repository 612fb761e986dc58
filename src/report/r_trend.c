#include "report/r_trend.h"

#include "base/arena.h"

#include <stdlib.h>

struct trend_row {
    struct date day;
    int64_t buckets[BUCKETS_MAX], credits, total;
};

struct trend {
    struct book *book;
    const struct aging_options *options;
    int buckets;
    struct trend_row *rows;
    int count;
    struct trend_row *row; /* that is being read */
};

static enum err item_take(void *self, const struct aging_item *item)
{
    struct trend *trend = self;
    struct trend_row *row = trend->row;

    TRY(amount_add(row->total, item->open_base, &row->total));
    if (item->open < 0)
        return amount_add(row->credits, item->open_base, &row->credits);
    int64_t *bucket = &row->buckets[bucket_of_item(&trend->options->buckets, row->day,
                                                   item->effective, item->due)];
    return amount_add(*bucket, item->open_base, bucket);
}

static enum err trend_read(struct trend *trend)
{
    const int last = date_month(trend->options->as_of);

    trend->buckets = bucket_count(&trend->options->buckets);
    for (int i = 0; i < trend->count; i++) {
        const int back = trend->count - 1 - i;
        trend->row = &trend->rows[i];
        trend->row->day = back ? date_month_last(last - back) : trend->options->as_of;
        const struct aging_query query = {.as_of = trend->row->day,
                                          .by = trend->options->by_date,
                                          .control = CONTROL_RECEIVABLE};
        TRY(aging_scan(trend->book, &query, item_take, trend));
    }
    return ERR_OK;
}

static enum err rows_put(const struct trend *trend, struct sink *sink)
{
    const struct currency base = book_currency(trend->book);
    const int n = trend->buckets;
    char titles[BUCKETS_MAX][BUCKET_NAME], names[BUCKETS_MAX][BUCKET_NAME];
    struct column columns[BUCKETS_MAX + 3] = {{.name = "as_of", .title = "As of",
                                               .kind = CELL_DATE}};

    for (int b = 0; b < n; b++)
        columns[b + 1] = (struct column){
            .name = bucket_name(&trend->options->buckets, b, names[b]),
            .title = bucket_title(&trend->options->buckets, b, titles[b]),
            .kind = CELL_MONEY};
    columns[n + 1] = (struct column){.name = "unapplied", .title = "Unapplied", .kind = CELL_MONEY};
    columns[n + 2] = (struct column){.name = "total", .title = "Total", .kind = CELL_MONEY};
    const struct table_head head = {"Aging over time", base.code, columns, n + 3};
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < trend->count; i++) {
        const struct trend_row *row = &trend->rows[i];
        struct cell cells[BUCKETS_MAX + 3] = {cell_date(row->day)};
        for (int b = 0; b < n; b++)
            cells[b + 1] = cell_money(money_of(row->buckets[b], base));
        cells[n + 1] = cell_money(money_of(row->credits, base));
        cells[n + 2] = cell_money(money_of(row->total, base));
        TRY(sink_row(sink, row->day.day, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err trend_open(struct trend *trend, struct book *book,
                           const struct aging_options *options, int months)
{
    *trend = (struct trend){.book = book,
                            .options = options,
                            .rows = mem_new((size_t)months, sizeof *trend->rows),
                            .count = months};
    return trend_read(trend);
}

enum err trend_table(struct book *book, const struct aging_options *options, int months,
                     struct sink *sink)
{
    struct trend trend;
    enum err e = trend_open(&trend, book, options, months);

    if (e == ERR_OK)
        e = rows_put(&trend, sink);
    free(trend.rows);
    return e;
}

static void chart_put(const struct trend *trend, struct page *page)
{
    const struct currency base = book_currency(trend->book);
    char titles[BUCKETS_MAX][BUCKET_NAME], day[DATE_TEXT];
    struct chart chart = {.kind = CHART_STACKED,
                          .title = "Open by age",
                          .unit = base.code,
                          .digits = base.digits,
                          .count = trend->count};
    const size_t count = (size_t)trend->count;
    const char **labels = arena_new(&page->arena, (count + 1) * sizeof *labels);

    for (size_t i = 0; i < count; i++)
        labels[i] = arena_text(&page->arena, date_iso(trend->rows[i].day, day));
    chart.labels = labels;
    for (int b = 0; b < trend->buckets && b < CHART_SERIES_MOST; b++) {
        int64_t *values = arena_new(&page->arena, (count + 1) * sizeof *values);
        for (size_t i = 0; i < count; i++)
            values[i] = trend->rows[i].buckets[b];
        chart.series[chart.series_count++] = (struct chart_series){
            bucket_title(&trend->options->buckets, b, titles[b]), values};
    }
    page_chart(page, &chart);
}

enum err trend_page(struct book *book, const struct aging_options *options, int months,
                    struct page *page)
{
    struct trend trend;
    enum err e = trend_open(&trend, book, options, months);

    if (e == ERR_OK) {
        page->title = arena_format(&page->arena, "%s: aging over time", book_company(book));
        chart_put(&trend, page);
        page_space(page);
        struct sink sink = table_sink(page_table(page));
        e = rows_put(&trend, &sink);
    }
    free(trend.rows);
    return e;
}
