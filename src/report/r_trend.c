#include "report/r_trend.h"

#include "base/arena.h"
#include "report/agebands.h"

struct trend {
    struct book *book;
    const struct aging_options *options;
    struct agebands bands;
};

static enum err rows_put(const struct trend *trend, struct sink *sink)
{
    const struct currency base = book_currency(trend->book);
    const int n = trend->bands.bands;
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
    for (int i = 0; i < trend->bands.count; i++) {
        const struct ageband_row *row = &trend->bands.rows[i];
        struct cell cells[BUCKETS_MAX + 3] = {cell_date(row->day)};
        for (int b = 0; b < n; b++)
            cells[b + 1] = cell_money(money_of(row->bands[b], base));
        cells[n + 1] = cell_money(money_of(row->credits, base));
        cells[n + 2] = cell_money(money_of(row->total, base));
        TRY(sink_row(sink, row->day.day, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err trend_open(struct trend *trend, struct book *book,
                           const struct aging_options *options, int months)
{
    *trend = (struct trend){.book = book, .options = options};
    return agebands_read(&trend->bands, book, &options->buckets, options->by_date, options->as_of,
                         months);
}

enum err trend_table(struct book *book, const struct aging_options *options, int months,
                     struct sink *sink)
{
    struct trend trend;
    enum err e = trend_open(&trend, book, options, months);

    if (e == ERR_OK)
        e = rows_put(&trend, sink);
    agebands_done(&trend.bands);
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
                          .count = trend->bands.count};
    const size_t count = (size_t)trend->bands.count;
    const char **labels = arena_new(&page->arena, (count + 1) * sizeof *labels);

    for (size_t i = 0; i < count; i++)
        labels[i] = arena_text(&page->arena, date_iso(trend->bands.rows[i].day, day));
    chart.labels = labels;
    for (int b = 0; b < trend->bands.bands && b < CHART_SERIES_MOST; b++) {
        int64_t *values = arena_new(&page->arena, (count + 1) * sizeof *values);
        for (size_t i = 0; i < count; i++)
            values[i] = trend->bands.rows[i].bands[b];
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
        char day[DATE_TEXT];
        page->title = arena_format(&page->arena, "%s: aging over time", book_company(book));
        page->subtitle = arena_format(&page->arena, "%s, by month to %s",
                                      book_currency(book).code, date_iso(options->as_of, day));
        chart_put(&trend, page);
        page_space(page);
        struct sink sink = table_sink(page_table(page));
        e = rows_put(&trend, &sink);
    }
    agebands_done(&trend.bands);
    return e;
}
