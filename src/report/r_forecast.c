#include "report/r_forecast.h"

#include "base/arena.h"
#include "ledger/habit.h"
#include "report/agebands.h"
#include "report/basetext.h"
#include "report/expected.h"
#include "rules/metrics.h"
#include "rules/rollrate.h"

#include <stdlib.h>

#define ROLL_MONTHS 13 /* twelve steps from month to month */
#define MONTH_DAYS 30  /* of what rolls on */
#define ERROR_MONTHS 3 /* whose forecasts are held against what came */

struct week {
    int64_t expected, promised, terms, rolled;
};
struct forecast {
    struct book *book;
    const struct aging_options *options;
    int weeks;
    struct week *sums; /* [weeks] is what comes later */
    int64_t left_out, credits, total;
    struct date until; /* in a look back: what was expected by this day */
    int64_t by_then;
};

static const struct column columns[] = {
    {.name = "week", .title = "Week from", .kind = CELL_CODE},
    {.name = "expected", .title = "Expected", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "promised", .title = "of it promised", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "terms", .title = "By terms", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "roll_rates",
     .title = "By roll rates",
     .kind = CELL_MONEY,
     .worth = 1,
     .flags = COLUMN_TOTAL},
    {.name = "cumulated", .title = "Cumulated", .kind = CELL_MONEY},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* Roll rates, and what came, are known of the whole book only. */
static bool is_part(const struct forecast *f)
{
    return f->options->customer_id || f->options->currency || aging_is_part(f->options);
}

static int week_of(const struct forecast *f, struct date day)
{
    const int week = (day.day - f->options->as_of.day - 1) / 7;

    return week < f->weeks ? week : f->weeks;
}

static enum err item_take(void *self, const struct expected *one)
{
    struct forecast *f = self;

    TRY(amount_add(f->total, one->base, &f->total));
    if (!date_is(one->day))
        return amount_add(f->left_out, one->base, &f->left_out);
    struct week *week = &f->sums[week_of(f, one->day)];
    TRY(amount_add(week->expected, one->base, &week->expected));
    if (one->promised)
        TRY(amount_add(week->promised, one->base, &week->promised));
    week = &f->sums[week_of(f, one->terms)];
    return amount_add(week->terms, one->base, &week->terms);
}

/* What had rolled in by the end of a day, at an even pace within each month. */
static int64_t rolled_by(const int64_t *months, int days)
{
    int64_t sum = 0, part = 0;
    int month = 0;

    for (; days >= MONTH_DAYS; days -= MONTH_DAYS)
        sum += months[month++];
    return amount_scale(months[month], days, MONTH_DAYS, &part) == ERR_OK ? sum + part : sum;
}

/* Bands as they stand, moved on at the average pace of twelve months. */
static enum err rolls_read(struct forecast *f)
{
    const int months = f->weeks * 7 / MONTH_DAYS + 2;
    int64_t(*bands)[BUCKETS_MAX] = mem_new(ROLL_MONTHS, sizeof *bands);
    int64_t rates[BUCKETS_MAX], balances[BUCKETS_MAX],
        *cash = mem_new((size_t)months, sizeof *cash);
    struct agebands read;
    enum err e = agebands_read(&read, f->book, &f->options->buckets, f->options->by_date,
                               f->options->as_of, ROLL_MONTHS);

    if (e == ERR_OK) {
        for (int t = 0; t < ROLL_MONTHS; t++)
            for (int b = 0; b < read.bands; b++)
                bands[t][b] = read.rows[t].bands[b];
        for (int b = 0; b < read.bands; b++)
            balances[b] = bands[ROLL_MONTHS - 1][b];
        roll_rates((const int64_t(*)[BUCKETS_MAX])bands, ROLL_MONTHS, read.bands, rates);
        for (int m = 0; m < months; m++)
            cash[m] = roll_cash(rates, read.bands, balances);
        for (int w = 0; w < f->weeks; w++)
            f->sums[w].rolled = rolled_by(cash, (w + 1) * 7) - rolled_by(cash, w * 7);
    }
    agebands_done(&read);
    free(bands);
    free(cash);
    return e;
}

/* ---- how wrong it was ---- */

static enum err past_take(void *self, const struct expected *one)
{
    struct forecast *f = self;

    return date_is(one->day) && one->day.day <= f->until.day
               ? amount_add(f->by_then, one->base, &f->by_then)
               : ERR_OK;
}

/* "too high by 3.2 %" of what came. */
static const char *error_words(int64_t permille, struct arena *arena)
{
    char text[MONEY_TEXT];

    if (permille == 0)
        return "right";
    return arena_format(arena, "too %s by %s %%", permille > 0 ? "high" : "low",
                        decimal_plain(permille > 0 ? permille : -permille, 1, 1, text));
}

/* "2026-10 101,250.00 expected, 98,100.00 came: too high by 3.2 %" of the whole months before. */
static enum err errors_make(const struct forecast *f, struct arena *arena, const char **out)
{
    *out = NULL;
    for (int back = ERROR_MONTHS; back >= 1; back--) {
        const int month = date_month(f->options->as_of) - back;
        struct aging_options options = *f->options;
        struct forecast past = {.until = date_month_last(month)};
        char day[DATE_TEXT];
        int64_t came = 0, credits, permille = 0;
        options.as_of = date_add(date_month_first(month), -1);
        TRY(expected_each(f->book, &options, past_take, &past, &credits));
        TRY(cash_came(f->book, date_month_first(month), past.until, &came));
        if (!metrics_share(past.by_then - came, came, &permille))
            continue;
        *out = arena_format(arena, "%s%s%.7s %s expected, %s came: %s", *out ? *out : "",
                            *out ? "; " : "Looking back, from what was open then: ",
                            date_iso(past.until, day), base_text(f->book, arena, past.by_then),
                            base_text(f->book, arena, came), error_words(permille, arena));
    }
    return ERR_OK;
}

/* ---- the table ---- */

static enum err forecast_read(struct forecast *f, struct book *book,
                              const struct aging_options *options, int weeks)
{
    *f = (struct forecast){.book = book,
                           .options = options,
                           .weeks = weeks,
                           .sums = mem_new((size_t)weeks + 1, sizeof *f->sums)};
    TRY(expected_each(book, options, item_take, f, &f->credits));
    int64_t sum = f->left_out;
    for (int w = 0; w <= weeks; w++)
        sum += f->sums[w].expected;
    must(sum == f->total);
    return is_part(f) ? ERR_OK : rolls_read(f);
}

static enum err week_put(const struct forecast *f, int w, int64_t *cumulated, struct sink *sink)
{
    const struct currency base = book_currency(f->book);
    const struct week *week = &f->sums[w];
    char day[DATE_TEXT];

    TRY(amount_add(*cumulated, week->expected, cumulated));
    const bool later = w == f->weeks;
    const struct cell cells[COLUMNS] = {
        cell_code(later ? "later" : date_iso(date_add(f->options->as_of, w * 7 + 1), day)),
        cell_money(money_of(week->expected, base)),
        cell_money(money_of(week->promised, base)),
        cell_money(money_of(week->terms, base)),
        later || is_part(f) ? cell_none() : cell_money(money_of(week->rolled, base)),
        cell_money(money_of(*cumulated, base))};
    return sink_row(sink, w + 1, ' ', cells);
}

static enum err rows_put(const struct forecast *f, struct arena *arena, struct sink *sink)
{
    char day[DATE_TEXT];
    const char *errors = NULL, *proof;
    int64_t cumulated = 0;
    const struct table_head head = {"Cash to be expected",
                                    arena_format(arena, "%s, from %s", book_currency(f->book).code,
                                                 date_iso(f->options->as_of, day)),
                                    columns, COLUMNS};

    TRY(sink->head(sink->self, &head));
    for (int w = 0; w <= f->weeks; w++)
        TRY(week_put(f, w, &cumulated, sink));
    proof =
        arena_format(arena, "Expected %s + not to be expected %s = open net of credits %s",
                     base_text(f->book, arena, cumulated), base_text(f->book, arena, f->left_out),
                     base_text(f->book, arena, f->total));
    if (f->credits)
        proof = arena_format(arena, "%s; credits without anything to set off %s", proof,
                             base_text(f->book, arena, f->credits));
    if (!is_part(f))
        TRY(errors_make(f, arena, &errors));
    return sink->foot(sink->self, errors ? arena_format(arena, "%s. %s", proof, errors) : proof);
}

enum err forecast_table(struct book *book, const struct aging_options *options, int weeks,
                        struct sink *sink)
{
    struct arena arena = {0};
    struct forecast f;
    enum err e = forecast_read(&f, book, options, weeks);

    if (e == ERR_OK)
        e = rows_put(&f, &arena, sink);
    free(f.sums);
    arena_done(&arena);
    return e;
}

static void chart_put(const struct forecast *f, struct page *page)
{
    const struct currency base = book_currency(f->book);
    const size_t count = (size_t)f->weeks;
    const char **labels = arena_new(&page->arena, (count + 1) * sizeof *labels);
    int64_t *rest = arena_new(&page->arena, (count + 1) * sizeof *rest);
    int64_t *promised = arena_new(&page->arena, (count + 1) * sizeof *promised);
    char day[DATE_TEXT];

    for (int w = 0; w < f->weeks; w++) {
        labels[w] =
            arena_text(&page->arena, date_iso(date_add(f->options->as_of, w * 7 + 1), day) + 5);
        promised[w] = f->sums[w].promised;
        rest[w] = f->sums[w].expected - promised[w];
    }
    const struct chart chart = {.kind = CHART_STACKED,
                                .title = "Expected by week",
                                .unit = base.code,
                                .digits = base.digits,
                                .count = f->weeks,
                                .labels = labels,
                                .series_count = 2,
                                .series = {{"by habit", rest}, {"promised", promised}}};
    page_chart(page, &chart);
}

enum err forecast_page(struct book *book, const struct aging_options *options, int weeks,
                       struct page *page)
{
    struct forecast f;
    enum err e = forecast_read(&f, book, options, weeks);

    if (e == ERR_OK) {
        page->title = arena_format(&page->arena, "%s: cash to be expected", book_company(book));
        chart_put(&f, page);
        page_space(page);
        struct sink sink = table_sink(page_table(page));
        e = rows_put(&f, &page->arena, &sink);
    }
    free(f.sums);
    return e;
}
