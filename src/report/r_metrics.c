#include "report/r_metrics.h"

#include "base/arena.h"
#include "ledger/dispute.h"
#include "ledger/promise.h"
#include "report/basetext.h"
#include "report/numbers.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define YEAR 12 /* months that the figures look back over */

enum figure_unit { DAYS, PERCENT, TIMES, POINTS };
static const char *const units[] = {"days", "%", "times a year", "points"};

/* One figure: its value in tenths (of days, of a per cent), or what the unit has. */
struct figure {
    const char *word, *title, *formula;
    enum figure_unit unit;
    bool known;
    int64_t tenths; /* TIMES: hundredths; POINTS: whole */
    const char *made_of;
};

#define FIGURES_MOST 24

struct metrics {
    struct book *book;
    struct arena *arena;
    struct date day, from; /* the first day of the twelve months */
    int days;              /* of them */
    struct numbers now, opening;
    struct collected_month months[YEAR + METRICS_COUNTBACK_MONTHS];
    int count;
    int64_t sales_year, written; /* bad debts of the twelve months, less recovered */
    struct figure figures[FIGURES_MOST];
    bool more[FIGURES_MOST]; /* than the figure says */
    int figure_count;
};

static const char *money(const struct metrics *m, int64_t minor)
{
    return base_text(m->book, m->arena, minor);
}

static const char *tenths_text(struct metrics *m, int64_t tenths, const char *unit)
{
    char text[MONEY_TEXT];

    return arena_format(m->arena, "%s %s", decimal_plain(tenths, 1, 1, text), unit);
}

static void add(struct metrics *m, struct figure figure)
{
    must(m->figure_count < FIGURES_MOST);
    m->figures[m->figure_count++] = figure;
}

/* ---- how long money is out ---- */

/* "212.00 - 100.00 (30 days) - 80.00 (30) - 32.00 of 70.00 (13.7)" */
static const char *countback_text(struct metrics *m, int64_t receivable,
                                  const struct metrics_month *back, int count)
{
    const char *text = money(m, receivable);
    int64_t left = receivable, part;
    bool beyond;

    for (int i = 0; i < count && left > 0 && i < 6; i++) {
        if (back[i].sales <= 0 || left >= back[i].sales) {
            text = arena_format(m->arena, "%s - %s (%d days)", text, money(m, back[i].sales),
                                back[i].days);
            left -= back[i].sales > 0 ? back[i].sales : 0;
        } else if (dso_countback(left, &back[i], 1, &part, &beyond)) {
            text = arena_format(m->arena, "%s - %s of %s (%s)", text, money(m, left),
                                money(m, back[i].sales), tenths_text(m, part, "days"));
            left = 0;
        } else
            break;
    }
    return left > 0 ? arena_format(m->arena, "%s ...", text) : text;
}

static void countback_add(struct metrics *m, const char *word, const char *title,
                          const char *formula, int64_t receivable)
{
    struct metrics_month back[METRICS_COUNTBACK_MONTHS];
    const int count = numbers_back(m->months, m->count, m->day, back);
    struct figure figure = {.word = word, .title = title, .formula = formula, .unit = DAYS};

    bool *more = &m->more[m->figure_count];

    figure.known = dso_countback(receivable, back, count, &figure.tenths, more);
    figure.made_of = countback_text(m, receivable, back, count);
    if (*more)
        figure.made_of = arena_format(m->arena, "more than this: %s", figure.made_of);
    add(m, figure);
}

static enum err dso_add(struct metrics *m)
{
    struct numbers_dso dso;

    countback_add(m, "dso", "DSO, counted back",
                  "receivables less the sales of month after month, back from the day",
                  m->now.receivable);
    countback_add(m, "dso_writeoffs", "The same, write-offs not counted as collected",
                  "receivables with what was written off added back",
                  m->now.receivable + m->written);
    TRY(numbers_dso(m->book, &m->now, &dso));
    add(m, (struct figure){"dso_simple", "DSO, simple",
                           arena_format(m->arena, "receivables / sales of %d days x %d",
                                        NUMBERS_DAYS, NUMBERS_DAYS),
                           DAYS, dso.known, dso.simple,
                           arena_format(m->arena, "%s / %s x %d", money(m, m->now.receivable),
                                        money(m, dso.sales), NUMBERS_DAYS)});
    add(m, (struct figure){"dso_best", "Best possible DSO",
                           arena_format(m->arena, "what is not due / sales of %d days x %d",
                                        NUMBERS_DAYS, NUMBERS_DAYS),
                           DAYS, dso.known, dso.best,
                           arena_format(m->arena, "%s / %s x %d", money(m, m->now.current),
                                        money(m, dso.sales), NUMBERS_DAYS)});
    add(m, (struct figure){"add", "Average days delinquent", "simple DSO - best possible DSO", DAYS,
                           dso.known, dso.delinquent,
                           arena_format(m->arena, "%s - %s", tenths_text(m, dso.simple, "days"),
                                        tenths_text(m, dso.best, "days"))});
    return ERR_OK;
}

/* ---- how it was paid ---- */

static enum err pace_add(struct metrics *m)
{
    struct collected_pace pace;
    int64_t late = 0, beside = 0, plain = 0;

    TRY(collected_pace(m->book, m->from, m->day, &pace));
    const char *amount = money(m, pace.amount);
    const bool is_late = metrics_weighted(pace.late, pace.amount, &late);
    const bool is_beside = metrics_weighted(pace.beside, pace.amount, &beside);
    const bool is_plain = metrics_weighted(pace.rows_late, pace.rows, &plain);
    add(m, (struct figure){"days_beyond_terms", "Days beyond terms",
                           "sum of paid x days late / sum of paid, by the day the money came", DAYS,
                           is_late, late,
                           arena_format(m->arena, "over %s paid in %lld applications", amount,
                                        (long long)pace.rows)});
    add(m, (struct figure){"days_beyond_terms_plain", "Days beyond terms, unweighted",
                           "sum of days late / number of applications", DAYS, is_plain, plain,
                           arena_format(m->arena, "%lld days / %lld", (long long)pace.rows_late,
                                        (long long)pace.rows)});
    add(m, (struct figure){"days_to_terms", "Paid after terms (early counts against late)",
                           "sum of paid x (day paid - due) / sum of paid", DAYS, is_beside, beside,
                           arena_format(m->arena, "over %s paid", amount)});
    return ERR_OK;
}

static enum err touch_add(struct metrics *m)
{
    struct collected_touch touch;
    int64_t receipts = 0, lines = 0;

    TRY(collected_touch(m->book, m->from, m->day, &touch));
    const bool known = metrics_share(touch.receipts_auto, touch.receipts, &receipts);
    add(m, (struct figure){"auto_receipts", "Receipts applied without a hand",
                           "receipts that AutoCash applied whole / receipts", PERCENT, known,
                           receipts,
                           arena_format(m->arena, "%lld / %lld", (long long)touch.receipts_auto,
                                        (long long)touch.receipts)});
    const bool is_line = metrics_share(touch.lines_auto, touch.lines, &lines);
    add(m, (struct figure){"auto_lines", "Applications without a hand",
                           "applications by AutoCash / applications", PERCENT, is_line, lines,
                           arena_format(m->arena, "%lld / %lld", (long long)touch.lines_auto,
                                        (long long)touch.lines)});
    return ERR_OK;
}

/* ---- how well it is collected ---- */

static void share_add(struct metrics *m, const char *word, const char *title, const char *formula,
                      int64_t part, int64_t whole)
{
    int64_t permille = 0;
    const bool known = metrics_share(part, whole, &permille);

    add(m, (struct figure){word, title, formula, PERCENT, known, permille,
                           arena_format(m->arena, "%s / %s", money(m, part), money(m, whole))});
}

static void collected_add(struct metrics *m)
{
    int64_t permille = 0, with = 0, turns = 0, days = 0;
    const struct numbers *now = &m->now, *opening = &m->opening;

    const bool known = metrics_cei(opening->receivable, m->sales_year, now->receivable,
                                   now->current, &permille);
    add(m, (struct figure){
               "cei", "Collection effectiveness",
               "(opening + sales - closing) / (opening + sales - what is not due)", PERCENT, known,
               permille,
               arena_format(m->arena, "(%s + %s - %s) / (%s + %s - %s)",
                            money(m, opening->receivable), money(m, m->sales_year),
                            money(m, now->receivable), money(m, opening->receivable),
                            money(m, m->sales_year), money(m, now->current))});
    const bool is_with = metrics_cei(opening->receivable, m->sales_year,
                                     now->receivable + m->written, now->current, &with);
    add(m, (struct figure){"cei_writeoffs", "The same, write-offs not counted as collected",
                           "closing with what was written off added back", PERCENT, is_with, with,
                           arena_format(m->arena, "written off %s", money(m, m->written))});
    const bool turned = metrics_turnover(opening->receivable, now->receivable, m->sales_year,
                                         m->days, &turns, &days);
    add(m, (struct figure){"turnover", "Turnover", "sales / average of opening and closing", TIMES,
                           turned, turns,
                           arena_format(m->arena, "%s / ((%s + %s) / 2): once in %s",
                                        money(m, m->sales_year), money(m, opening->receivable),
                                        money(m, now->receivable), tenths_text(m, days, "days"))});
    share_add(m, "bad_debt", "Bad debts", "written off, less recovered / sales", m->written,
              m->sales_year);
}

static void open_add(struct metrics *m)
{
    const struct numbers *now = &m->now;
    int64_t late = 0, waits = 0;

    share_add(m, "percent_current", "Not due", "not due / open debits", now->current, now->debits);
    share_add(m, "percent_over_90", "Over 90 days past due", "over 90 days / open debits",
              now->over_90, now->debits);
    const bool known = metrics_weighted(now->overdue_weighted, now->debits, &late);
    add(m, (struct figure){"days_overdue", "Average days overdue",
                           "sum of open x days past due / sum of open", DAYS, known, late,
                           arena_format(m->arena, "over %s open", money(m, now->debits))});
    const bool is_credit = metrics_weighted(now->credits_weighted, now->credits, &waits);
    add(m, (struct figure){"unapplied_age", "Age of money and credits that wait",
                           "sum of unapplied x days since it came / sum of unapplied", DAYS,
                           is_credit, waits,
                           arena_format(m->arena, "over %s unapplied", money(m, now->credits))});
    share_add(m, "top_share", "Owed by the ten biggest", "what ten owe / open debits", now->top,
              now->debits);
    add(m, (struct figure){"concentration", "Concentration",
                           "sum of (share of each customer in %) squared; 10000 = one owes all",
                           POINTS, now->index >= 0, now->index,
                           arena_format(m->arena, "over %d customers", now->debtors)});
}

static enum err leakage_add(struct metrics *m)
{
    int64_t earned, unearned;

    TRY(collected_discounts(m->book, m->from, m->day, &earned, &unearned));
    share_add(m, "leakage", "Discounts taken too late", "unearned / all discounts taken", unearned,
              earned + unearned);
    return ERR_OK;
}

/* ---- promises and disputes ---- */

static enum err promises_add(struct metrics *m)
{
    struct promise *promises;
    int64_t kept = 0, decided = 0, permille = 0;
    int count;

    TRY(promise_list(m->book, 0, m->day, m->arena, &promises, &count));
    for (int i = 0; i < count; i++) {
        if (promises[i].plan || promises[i].taken.day < m->from.day ||
            promises[i].state == PROMISE_OPEN || promises[i].state == PROMISE_CANCELLED)
            continue;
        decided++;
        kept += promises[i].state == PROMISE_KEPT;
    }
    const bool known = metrics_share(kept, decided, &permille);
    add(m, (struct figure){"promises_kept", "Promises kept", "kept / kept, broken and partly kept",
                           PERCENT, known, permille,
                           arena_format(m->arena, "%lld / %lld; by amount in `report promises`",
                                        (long long)kept, (long long)decided)});
    return ERR_OK;
}

static enum err disputes_add(struct metrics *m)
{
    struct dispute *disputes;
    int64_t days = 0, closed = 0, tenths = 0;
    int count;

    TRY(dispute_list(m->book, 0, false, m->arena, &disputes, &count));
    for (int i = 0; i < count; i++) {
        const struct dispute *d = &disputes[i];
        if (!date_is(d->closed) || d->closed.day > m->day.day || d->closed.day < m->from.day)
            continue;
        days += d->closed.day - d->opened.day;
        closed++;
    }
    const bool known = metrics_weighted(days, closed, &tenths);
    add(m, (struct figure){"dispute_cycle", "Dispute cycle", "days from opened to closed / cases",
                           DAYS, known, tenths,
                           arena_format(m->arena, "%lld days / %lld cases closed",
                                        (long long)days, (long long)closed)});
    return ERR_OK;
}

/* ---- all of them ---- */

static enum err metrics_read(struct metrics *m)
{
    const int last = date_month(m->day), first = last - YEAR + 1;

    m->from = date_month_first(first);
    m->days = m->day.day - m->from.day + 1;
    m->count = YEAR + METRICS_COUNTBACK_MONTHS;
    TRY(collected_months(m->book, last - m->count + 1, m->count, m->day, m->months));
    TRY(numbers_read(m->book, m->day, &m->now));
    TRY(numbers_read(m->book, date_add(m->from, -1), &m->opening));
    for (int i = m->count - YEAR; i < m->count; i++) {
        m->sales_year += m->months[i].sales;
        m->written += m->months[i].writeoffs;
    }
    TRY(dso_add(m));
    TRY(pace_add(m));
    collected_add(m);
    open_add(m);
    TRY(leakage_add(m));
    TRY(touch_add(m));
    TRY(promises_add(m));
    return disputes_add(m);
}

static const char *value_text(const struct figure *figure, char text[MONEY_TEXT])
{
    switch (figure->unit) {
    case TIMES: return decimal_plain(figure->tenths, 2, 2, text);
    case POINTS: return decimal_plain(figure->tenths, 0, 0, text);
    default: return decimal_plain(figure->tenths, 1, 1, text);
    }
}

static const char *subtitle_of(struct metrics *m)
{
    char day[DATE_TEXT], from[DATE_TEXT];

    return arena_format(m->arena, "as of %s, %s, over the twelve months from %s",
                        date_iso(m->day, day), book_currency(m->book).code,
                        date_iso(m->from, from));
}

static const struct column columns[] = {
    {.name = "metric", .title = "Metric", .kind = CELL_CODE},
    {.name = "value", .title = "Value", .kind = CELL_QUANTITY},
    {.name = "unit", .title = "Unit", .kind = CELL_CODE},
    {.name = "formula", .title = "Formula", .kind = CELL_TEXT},
    {.name = "figures", .title = "Figures", .kind = CELL_TEXT, .worth = 1},
};

static int64_t value_micro(const struct figure *figure)
{
    const int64_t steps[] = {[DAYS] = 100000, [PERCENT] = 100000, [TIMES] = 10000,
                             [POINTS] = MICRO};

    return figure->tenths * steps[figure->unit];
}

static enum err rows(struct metrics *m, struct sink *sink)
{
    for (int i = 0; i < m->figure_count; i++) {
        const struct figure *figure = &m->figures[i];
        const struct cell cells[] = {
            cell_code(figure->word),
            figure->known ? cell_number(CELL_QUANTITY, value_micro(figure)) : cell_none(),
            cell_code(units[figure->unit]), cell_text(figure->formula),
            cell_text(figure->made_of)};
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

enum err metrics_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct arena arena = {0};
    struct metrics *m = mem_new(1, sizeof *m);
    enum err e;

    *m = (struct metrics){.book = book, .arena = &arena, .day = options->as_of};
    TRY_OUT(metrics_read(m));
    const struct table_head head = {"Numbers", subtitle_of(m), columns,
                                    sizeof columns / sizeof columns[0]};
    TRY_OUT(sink->head(sink->self, &head));
    e = rows(m, sink);
out:
    free(m);
    arena_done(&arena);
    return e;
}

static void figure_write(struct metrics *m, int at, struct page *page)
{
    const struct figure *figure = &m->figures[at];
    char text[MONEY_TEXT];

    page_pair(page, figure->title,
              figure->known ? arena_format(m->arena, "%s%s %s", m->more[at] ? ">" : "",
                                           value_text(figure, text), units[figure->unit])
                            : "none");
    page_pair(page, "", arena_format(m->arena, "%s", figure->formula));
    page_pair(page, "", arena_format(m->arena, "= %s", figure->made_of));
}

enum err metrics_page(struct book *book, const struct aging_options *options, struct page *page)
{
    struct metrics *m = mem_new(1, sizeof *m);

    *m = (struct metrics){.book = book, .arena = &page->arena, .day = options->as_of};
    const enum err e = metrics_read(m);
    if (e == ERR_OK) {
        page->title = arena_format(&page->arena, "%s: numbers", book_company(book));
        page->subtitle = subtitle_of(m);
        for (int i = 0; i < m->figure_count; i++)
            figure_write(m, i, page);
    }
    free(m);
    return e;
}
