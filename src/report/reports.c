#include "report/reports.h"

#include "report/r_allowance.h"
#include "report/r_baddebt.h"
#include "report/r_card.h"
#include "report/r_cash.h"
#include "report/r_causes.h"
#include "report/r_changes.h"
#include "report/r_charges.h"
#include "report/r_collection.h"
#include "report/r_credit.h"
#include "report/r_dayend.h"
#include "report/r_deposits.h"
#include "report/r_dso.h"
#include "report/r_duties.h"
#include "report/r_exceptions.h"
#include "report/r_forecast.h"
#include "report/r_journal.h"
#include "report/r_metrics.h"
#include "report/r_monthend.h"
#include "report/r_openitems.h"
#include "report/r_promises.h"
#include "report/r_recourse.h"
#include "report/r_rollforward.h"
#include "report/r_signs.h"
#include "report/r_team.h"
#include "report/r_trend.h"
#include "report/r_unapplied.h"
#include "report/r_worklist.h"

#include "ledger/misuse.h"

#include <string.h>

/* Reports that take the options of aging. */
#define AS_OF(name, table)                                                                         \
    static enum err name##_report(struct book *book, const struct report_options *options,         \
                                  struct sink *sink)                                               \
    {                                                                                              \
        return table(book, &options->aging, sink);                                                 \
    }
AS_OF(aging, aging_table)
AS_OF(openitems, openitems_table)
AS_OF(collection, collection_table)
AS_OF(customer, openitems_table)
AS_OF(unapplied, unapplied_table)
AS_OF(creditbalances, creditbalances_table)
AS_OF(promises, promises_table)
AS_OF(metrics, metrics_table)
AS_OF(credit, credit_table)
AS_OF(dormant, dormant_table)
AS_OF(insolvency, insolvency_table)

static enum err worklist_report(struct book *book, const struct report_options *options,
                                struct sink *sink)
{
    return worklist_table(book, &options->aging, NULL, sink);
}

static struct date last_day(const struct report_options *options)
{
    return date_is(options->to) ? options->to : options->aging.as_of;
}

static struct statement_options statement_of(const struct report_options *options)
{
    return (struct statement_options){.customer_id = options->aging.customer_id,
                                      .kind = options->statement,
                                      .language = options->language,
                                      .from = options->from,
                                      .to = last_day(options),
                                      .currency = options->aging.currency};
}

static enum err statement_report(struct book *book, const struct report_options *options,
                                 struct sink *sink)
{
    const struct statement_options statement = statement_of(options);
    return statement_table(book, &statement, sink);
}

static enum err statement_report_page(struct book *book, const struct report_options *options,
                                      struct page *page)
{
    const struct statement_options statement = statement_of(options);
    return statement_page(book, &statement, page);
}

/* A statement of all that happened, whatever kind the customer gets. */
static struct statement_options activity_of(const struct report_options *options)
{
    struct statement_options statement = statement_of(options);

    statement.kind = STATEMENT_ACTIVITY;
    return statement;
}

static enum err activity_report(struct book *book, const struct report_options *options,
                                struct sink *sink)
{
    const struct statement_options statement = activity_of(options);
    return statement_table(book, &statement, sink);
}

static enum err activity_report_page(struct book *book, const struct report_options *options,
                                     struct page *page)
{
    const struct statement_options statement = activity_of(options);
    return statement_page(book, &statement, page);
}

static enum err cash_report(struct book *book, const struct report_options *options,
                            struct sink *sink)
{
    const struct cash_options cash = {.from = options->from,
                                      .to = last_day(options),
                                      .customer_id = options->aging.customer_id,
                                      .currency = options->aging.currency};
    return cash_table(book, &cash, sink);
}

static enum err dayend_report(struct book *book, const struct report_options *options,
                              struct sink *sink)
{
    return dayend_table(book, last_day(options), sink);
}

static enum err dayend_report_page(struct book *book, const struct report_options *options,
                                   struct page *page)
{
    return dayend_page(book, last_day(options), page);
}

static enum err deposits_report(struct book *book, const struct report_options *options,
                                struct sink *sink)
{
    const struct deposits_options deposits = {
        .from = options->from, .to = last_day(options), .currency = options->aging.currency};
    return deposits_table(book, &deposits, sink);
}

static enum err charges_report(struct book *book, const struct report_options *options,
                               struct sink *sink)
{
    struct aging_options aging = options->aging;

    aging.as_of = last_day(options);
    return charges_table(book, &aging, options->from, sink);
}

static enum err journal_report(struct book *book, const struct report_options *options,
                               struct sink *sink)
{
    return journal_table(book, options->from, last_day(options), sink);
}

static enum err rollforward_report(struct book *book, const struct report_options *options,
                                   struct sink *sink)
{
    return rollforward_table(book, &options->aging, options->from, last_day(options), sink);
}

static enum err duties_report(struct book *book, const struct report_options *options,
                              struct sink *sink)
{
    return duties_table(book, options->from, last_day(options), sink);
}

static enum err disputes_report(struct book *book, const struct report_options *options,
                                struct sink *sink)
{
    return disputes_grouped(book, &options->aging, options->disputes, options->months, sink);
}

static enum err disputes_report_page(struct book *book, const struct report_options *options,
                                     struct page *page)
{
    return disputes_page(book, &options->aging, options->disputes, options->months, page);
}

static enum err causes_report(struct book *book, const struct report_options *options,
                              struct sink *sink)
{
    return causes_table(book, options->from, last_day(options), sink);
}

static enum err cutoff_report(struct book *book, const struct report_options *options,
                              struct sink *sink)
{
    return cutoff_table(book, options->from, last_day(options), sink);
}

static enum err subsequent_report(struct book *book, const struct report_options *options,
                                  struct sink *sink)
{
    const struct date to = date_is(options->to) ? options->to : book_today(book);
    return subsequent_table(book, &options->aging, to, sink);
}

static enum err tax_report(struct book *book, const struct report_options *options,
                           struct sink *sink)
{
    return tax_table(book, options->from, last_day(options), sink);
}

static enum err limitation_report(struct book *book, const struct report_options *options,
                                  struct sink *sink)
{
    return limitation_table(book, &options->aging, options->months, sink);
}

static enum err writeoffs_report(struct book *book, const struct report_options *options,
                                 struct sink *sink)
{
    return writeoffs_table(book, &options->aging, options->from, last_day(options), sink);
}

static enum err baddebttax_report(struct book *book, const struct report_options *options,
                                  struct sink *sink)
{
    const struct baddebt_options baddebt = {.as_of = options->aging.as_of,
                                            .months = options->months,
                                            .customer_id = options->aging.customer_id,
                                            .currency = options->aging.currency};
    return baddebt_table(book, &baddebt, sink);
}

/* Reports over months or weeks, which have a table and a page with a chart. */
#define OVER(name, span)                                                                           \
    static enum err name##_report(struct book *book, const struct report_options *options,         \
                                  struct sink *sink)                                               \
    {                                                                                              \
        return name##_table(book, &options->aging, options->span, sink);                           \
    }                                                                                              \
    static enum err name##_report_page(struct book *book, const struct report_options *options,    \
                                       struct page *page)                                          \
    {                                                                                              \
        return name##_page(book, &options->aging, options->span, page);                            \
    }
OVER(dso, months)
OVER(trend, months)
OVER(collected, months)
OVER(forecast, weeks)

static enum err metrics_report_page(struct book *book, const struct report_options *options,
                                    struct page *page)
{
    return metrics_page(book, &options->aging, page);
}

static enum err debtors_report(struct book *book, const struct report_options *options,
                               struct sink *sink)
{
    return debtors_table(book, &options->aging, options->most, sink);
}

static enum err changes_report(struct book *book, const struct report_options *options,
                               struct sink *sink)
{
    const int month = date_month(options->aging.as_of);

    return changes_table(book, &options->aging,
                         date_is(options->since) ? options->since : date_month_last(month - 1),
                         sink);
}

static enum err exceptions_report(struct book *book, const struct report_options *options,
                                  struct sink *sink)
{
    (void)options;
    return exceptions_table(book, sink);
}

static enum err team_report(struct book *book, const struct report_options *options,
                            struct sink *sink)
{
    return team_table(book, options->from, last_day(options), options->user, options->by_user,
                      sink);
}

static enum err signs_report(struct book *book, const struct report_options *options,
                             struct sink *sink)
{
    return signs_table(book, options->aging.as_of, options->days ? options->days : MISUSE_DAYS,
                       options->aging.detail, sink);
}

static enum err allowance_read(struct book *book, const struct report_options *options,
                               struct arena *arena, struct allowance *out)
{
    struct allowance_options of;

    TRY(allowance_options_init(&of, book));
    of.day = options->aging.as_of;
    if (options->allowance_rates)
        of.rolled = strcmp(options->allowance_rates, "roll") == 0;
    if (options->allowance_by)
        of.by_class = strcmp(options->allowance_by, "class") == 0;
    TRY(allowance_work(book, &of, arena, out));
    return allowance_names(book, arena, out);
}

static enum err allowance_report(struct book *book, const struct report_options *options,
                                 struct sink *sink)
{
    struct arena arena = {0};
    struct allowance run;
    enum err e = allowance_read(book, options, &arena, &run);

    if (e == ERR_OK)
        e = allowance_table(book, &run, sink);
    arena_done(&arena);
    return e;
}

static enum err allowance_report_page(struct book *book, const struct report_options *options,
                                      struct page *page)
{
    struct allowance run;

    TRY(allowance_read(book, options, &page->arena, &run));
    return allowance_page(book, &run, page);
}

static enum err cashtax_report(struct book *book, const struct report_options *options,
                               struct sink *sink)
{
    return cashtax_table(book, options->from, last_day(options), sink);
}

static enum err collection_report_page(struct book *book, const struct report_options *options,
                                       struct page *page)
{
    return collection_page(book, &options->aging, page);
}

static enum err customer_report_page(struct book *book, const struct report_options *options,
                                     struct page *page)
{
    return card_page(book, &options->aging, page);
}

/* By what a report is; where the table says it all there is no page. */
#define PAGE_OF_TABLE(name) NULL
#define PAGE_OF_PEOPLE(name) NULL
#define PAGE_OF_PAGE(name) name##_report_page

const struct report reports_all[] = {
#define X(name, word, what, title, summary)                                                        \
    {word, title, summary, name##_report, PAGE_OF_##what(name)},
    REPORT_LIST(X)
#undef X
        {0},
};

const struct report *report_find(const char *name)
{
    for (const struct report *report = reports_all; report->name; report++)
        if (strcmp(report->name, name) == 0)
            return report;
    return NULL;
}

void report_options_init(struct report_options *options, struct book *book)
{
    *options = (struct report_options){
        .to = DATE_NONE, .since = DATE_NONE, .months = 6, .weeks = FORECAST_WEEKS};
    aging_options_init(&options->aging, book);
    options->from = date_month_first(date_month(options->aging.as_of));
}
