/* Reports: one command each, all run alike: the options from the arguments, then the report's page
 * for people or its table for everything else. */
#include "app/anchor.h"
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/customer.h"
#include "out/writers.h"
#include "report/r_forecast.h"
#include "report/reports.h"

#include <string.h>

static const char *const bases[] = {"due", "invoice", NULL};
static const char *const dates[] = {"posted", "effective", NULL};
static const char *const places[] = {"own", "bucket", "oldest", NULL};

/* clang-format off */
#define AS_OF_ARG                                                                                  \
    {.name = "as-of", .kind = ARG_DATE, .help = "the day; by default today"}
#define CUSTOMER_ARG                                                                               \
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only this customer"}
#define WHO_ARGS                                                                                   \
    CUSTOMER_ARG,                                                                                  \
    {.name = "collector", .kind = ARG_CODE, .help = "only this collector's customers"},            \
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only what is in this currency"}
#define BASIS_ARGS                                                                                 \
    {.name = "known-on", .kind = ARG_DATE,                                                         \
     .help = "only what was recorded by the end of this day"},                                     \
    {.name = "by-date", .kind = ARG_CHOICE, .choices = dates, .otherwise = "posted",               \
     .help = "the day in the general ledger, or the true day"}
/* clang-format on */

static const struct arg aging_args[] = {
    AS_OF_ARG,
    BASIS_ARGS,
    {.name = "basis",
     .kind = ARG_CHOICE,
     .choices = bases,
     .otherwise = "due",
     .help = "age from the due date or from the invoice date"},
    {.name = "buckets",
     .kind = ARG_TEXT,
     .otherwise = BUCKETS_DEFAULT,
     .help = "last day of each column, as 0,30,60,90; or months"},
    {.name = "credits",
     .kind = ARG_CHOICE,
     .choices = places,
     .otherwise = "own",
     .help = "credits in a column of their own, in the bucket of their date, or off the oldest"},
    {.name = "by",
     .kind = ARG_CHOICE,
     .choices = aging_by_words,
     .otherwise = "customer",
     .help = "one row a customer, or one a group"},
    {.name = "detail", .kind = ARG_FLAG, .help = "one row an item"},
    {.name = "more", .kind = ARG_FLAG, .help = "also each customer's last payment and promise"},
    {.name = "promises",
     .kind = ARG_CHOICE,
     .choices = aging_promises_words,
     .help = "what-if on a day to come: all promises are kept by then, or none"},
    WHO_ARGS,
    {.name = "salesperson", .kind = ARG_CODE, .help = "only this salesperson's customers"},
    {.name = "terms", .kind = ARG_CODE, .help = "only customers with these terms"},
    {.name = "class", .kind = ARG_CODE, .help = "only customers of this class"},
    {.name = "country", .kind = ARG_CODE, .help = "only customers in this country"},
    {.name = "family", .kind = ARG_CUSTOMER, .help = "only this customer and all below it"},
    LISTING_ARGS,
    {0},
};

static const char *const statements[] = {"open-item", "activity", NULL};

/* clang-format off */
#define PERIOD_ARGS                                                                                \
    {.name = "from", .kind = ARG_DATE, .help = "first day; by default the first of the month"},    \
    {.name = "to", .kind = ARG_DATE, .help = "last day; by default today"}
#define ONE_CUSTOMER_ARG                                                                           \
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED | ARG_BARE,                   \
     .help = "whose"}
#define CURRENCY_ARG                                                                               \
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only what is in this currency"}
#define STATED_ARGS                                                                                \
    PERIOD_ARGS, AS_OF_ARG, CURRENCY_ARG,                                                          \
    {.name = "language", .kind = ARG_CODE,                                                         \
     .help = "of the page, another than the customer's: en"},                                      \
    LISTING_ARGS
/* clang-format on */

static const struct arg openitems_args[] = {AS_OF_ARG, BASIS_ARGS, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg collection_args[] = {AS_OF_ARG, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg unapplied_args[] = {AS_OF_ARG, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg exceptions_args[] = {LISTING_ARGS, {0}};
static const char *const team_groups[] = {"day", "user", NULL};
static const struct arg team_args[] = {
    PERIOD_ARGS,
    {.name = "user", .kind = ARG_CODE, .help = "only this one"},
    {.name = "by",
     .kind = ARG_CHOICE,
     .choices = team_groups,
     .otherwise = "day",
     .help = "one row a user and day, or one a user"},
    LISTING_ARGS,
    {0},
};
static const struct arg signs_args[] = {
    AS_OF_ARG,
    {.name = "days", .kind = ARG_INT, .otherwise = "90", .help = "that are looked back"},
    {.name = "detail", .kind = ARG_FLAG, .help = "one row an act"},
    LISTING_ARGS,
    {0},
};
static const struct arg debtors_args[] = {AS_OF_ARG, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg changes_args[] = {
    AS_OF_ARG,
    {.name = "since",
     .kind = ARG_DATE,
     .help = "beside this day; the end of the month before, else"},
    WHO_ARGS,
    LISTING_ARGS,
    {0},
};
static const struct arg worklist_args[] = {AS_OF_ARG, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg credit_args[] = {AS_OF_ARG, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg promises_args[] = {AS_OF_ARG, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg disputes_args[] = {
    AS_OF_ARG,
    {.name = "by",
     .kind = ARG_CHOICE,
     .choices = dispute_group_words,
     .otherwise = "case",
     .help = "one row a case, or one a reason, owner, root cause or age"},
    {.name = "months",
     .kind = ARG_INT,
     .otherwise = "12",
     .help = "closed cases of so many months, the last one that of the day"},
    CUSTOMER_ARG,
    CURRENCY_ARG,
    LISTING_ARGS,
    {0},
};
static const struct arg causes_args[] = {
    {.name = "from", .kind = ARG_DATE, .help = "first day; by default a year of months"},
    {.name = "to", .kind = ARG_DATE, .help = "last day; by default today"},
    LISTING_ARGS,
    {0},
};
static const struct arg customer_args[] = {ONE_CUSTOMER_ARG, AS_OF_ARG, LISTING_ARGS, {0}};
static const struct arg cash_args[] = {PERIOD_ARGS, CUSTOMER_ARG, CURRENCY_ARG, LISTING_ARGS, {0}};
static const struct arg dayend_args[] = {
    AS_OF_ARG,
    {.name = "log",
     .kind = ARG_FLAG,
     .flags = ARG_OUTSIDE,
     .help = "the head of the journal goes into the system's log too"},
    LISTING_ARGS,
    {0},
};
static const struct arg deposits_args[] = {PERIOD_ARGS, CURRENCY_ARG, LISTING_ARGS, {0}};
static const struct arg charges_args[] = {PERIOD_ARGS, WHO_ARGS, LISTING_ARGS, {0}};
static const struct arg journal_args[] = {PERIOD_ARGS, LISTING_ARGS, {0}};
static const struct arg duties_args[] = {PERIOD_ARGS, LISTING_ARGS, {0}};
static const struct arg rollforward_args[] = {
    PERIOD_ARGS,  CUSTOMER_ARG,
    CURRENCY_ARG, {.name = "detail", .kind = ARG_FLAG, .help = "one row a movement"},
    LISTING_ARGS, {0},
};
static const struct arg cutoff_args[] = {PERIOD_ARGS, LISTING_ARGS, {0}};
static const struct arg creditbalances_args[] = {
    AS_OF_ARG, CUSTOMER_ARG, CURRENCY_ARG, LISTING_ARGS, {0}};
static const struct arg subsequent_args[] = {
    AS_OF_ARG,    {.name = "to", .kind = ARG_DATE, .help = "paid by this day; by default today"},
    CUSTOMER_ARG, CURRENCY_ARG,
    LISTING_ARGS, {0},
};
/* clang-format off */
#define MONTHS_ARG(count)                                                                          \
    {.name = "months", .kind = ARG_INT, .otherwise = count,                                        \
     .help = "how many, the last one that of the day"}
/* clang-format on */
static const struct arg dso_args[] = {AS_OF_ARG, MONTHS_ARG("12"), LISTING_ARGS, {0}};
static const struct arg collected_args[] = {AS_OF_ARG, MONTHS_ARG("12"), LISTING_ARGS, {0}};
static const struct arg trend_args[] = {AS_OF_ARG, MONTHS_ARG("12"), LISTING_ARGS, {0}};
static const struct arg forecast_args[] = {
    AS_OF_ARG,
    {.name = "weeks", .kind = ARG_INT, .otherwise = "13", .help = "how far to look ahead"},
    WHO_ARGS,
    LISTING_ARGS,
    {0},
};
static const char *const allowance_rates[] = {"manual", "roll", NULL};
static const char *const allowance_groups[] = {"all", "class", NULL};
static const struct arg allowance_args[] = {
    AS_OF_ARG,
    {.name = "rates",
     .kind = ARG_CHOICE,
     .choices = allowance_rates,
     .help = "as entered, or from roll rates; else as the setting says"},
    {.name = "by",
     .kind = ARG_CHOICE,
     .choices = allowance_groups,
     .help = "one matrix, or one a class; else as the setting says"},
    LISTING_ARGS,
    {0},
};
static const struct arg metrics_args[] = {AS_OF_ARG, LISTING_ARGS, {0}};
static const struct arg tax_args[] = {PERIOD_ARGS, LISTING_ARGS, {0}};
static const struct arg baddebttax_args[] = {
    AS_OF_ARG,
    {.name = "months",
     .kind = ARG_INT,
     .help = "unpaid for so long after the later of supply and due date; by the book's setting"},
    CUSTOMER_ARG,
    CURRENCY_ARG,
    LISTING_ARGS,
    {0},
};
static const struct arg limitation_args[] = {
    AS_OF_ARG,    {.name = "months", .kind = ARG_INT, .otherwise = "6", .help = "how far ahead"},
    CUSTOMER_ARG, CURRENCY_ARG,
    LISTING_ARGS, {0},
};
static const struct arg dormant_args[] = {AS_OF_ARG, CUSTOMER_ARG, CURRENCY_ARG, LISTING_ARGS, {0}};
static const struct arg writeoffs_args[] = {
    PERIOD_ARGS, CUSTOMER_ARG, CURRENCY_ARG, LISTING_ARGS, {0}};
static const struct arg insolvency_args[] = {
    ONE_CUSTOMER_ARG, AS_OF_ARG, CURRENCY_ARG, LISTING_ARGS, {0}};
static const struct arg cashtax_args[] = {PERIOD_ARGS, LISTING_ARGS, {0}};
static const struct arg statement_args[] = {
    ONE_CUSTOMER_ARG,
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = statements,
     .help = "what is open, or all that happened; by default as the customer's record says"},
    STATED_ARGS,
    {0},
};
static const struct arg activity_args[] = {ONE_CUSTOMER_ARG, STATED_ARGS, {0}};

/* Not every report has every argument. */
static bool has(const struct act *act, const char *name)
{
    for (const struct arg *arg = act->args->command->args; arg->name; arg++)
        if (strcmp(arg->name, name) == 0)
            return args_get(act->args, name) != NULL;
    return false;
}

static enum err buckets_take(const struct act *act, struct aging_options *options)
{
    struct note inner = {0};
    const enum aging_basis basis = (enum aging_basis)args_choice(act->args, "basis", 0);

    if (bucket_set_parse(args_get(act->args, "buckets"), basis, &options->buckets, &inner) !=
        ERR_OK)
        return fail(act->note, ERR_INPUT, "--%s", inner.text);
    return ERR_OK;
}

/* Those that have none are called as their group in the report is. */
static const char *one_of(const struct act *act, const char *name)
{
    const char *text = has(act, name) ? args_get(act->args, name) : NULL;

    return text && (strcmp(text, "(none)") == 0 || strcmp(text, "none") == 0) ? "" : text;
}

static enum err part_take(const struct act *act, struct aging_part *part)
{
    part->collector = one_of(act, "collector");
    part->salesperson = one_of(act, "salesperson");
    part->terms = one_of(act, "terms");
    part->class = one_of(act, "class");
    part->country = one_of(act, "country");
    if (has(act, "family")) {
        struct customer top;
        TRY(customer_find(act->book, args_get(act->args, "family"), act->arena, &top));
        part->family = top.id;
    }
    return ERR_OK;
}

static enum err whatif_take(const struct act *act, struct aging_options *options)
{
    if (!has(act, "promises"))
        return ERR_OK;
    options->promises = args_choice(act->args, "promises", 0) ? PROMISES_NONE : PROMISES_KEPT;
    if (options->as_of.day < book_today(act->book).day || date_is(options->known_on))
        return fail(act->note, ERR_INPUT,
                    "--promises looks ahead: give --as-of a day from today "
                    "on, and no --known-on");
    return ERR_OK;
}

static enum err aging_take(const struct act *act, struct aging_options *options)
{
    if (has(act, "as-of"))
        options->as_of = args_date(act->args, "as-of", options->as_of);
    if (has(act, "known-on"))
        options->known_on = args_date(act->args, "known-on", DATE_NONE);
    if (has(act, "by-date"))
        options->by_date = (enum aging_basis_date)args_choice(act->args, "by-date", 0);
    if (has(act, "buckets"))
        TRY(buckets_take(act, options));
    if (has(act, "credits"))
        options->credits = (enum aging_credits)args_choice(act->args, "credits", 0);
    if (has(act, "by") && act->args->command->args == aging_args)
        options->by = (enum aging_by)args_choice(act->args, "by", 0);
    if (has(act, "detail"))
        options->detail = args_flag(act->args, "detail");
    if (has(act, "customer")) {
        struct customer customer;
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        options->customer_id = customer.id;
    }
    TRY(part_take(act, &options->part));
    TRY(whatif_take(act, options));
    options->more = has(act, "more") && args_flag(act->args, "more");
    if (has(act, "currency"))
        options->currency = args_get(act->args, "currency");
    return ERR_OK;
}

/* The first and the last day; what is not said of them lies right beside the other. */
static enum err period_take(const struct act *act, struct report_options *options)
{
    const bool two_days = act->args->command->args == subsequent_args;
    char from[DATE_TEXT], to[DATE_TEXT];

    if (has(act, "to"))
        options->to = args_date(act->args, "to", options->to);
    if (has(act, "to") && has(act, "as-of") && !two_days)
        return fail(act->note, ERR_USAGE, "--to and --as-of are the same day: give one of them");
    if (two_days)
        TRY(args_span(act->args, "as-of", "to", act->note));
    const struct date last = date_is(options->to) ? options->to : options->aging.as_of;
    options->from = date_month_first(date_month(last));
    if (has(act, "from"))
        options->from = args_date(act->args, "from", options->from);
    if (options->from.day > last.day)
        return fail(act->note, ERR_INPUT, "--from %s lies after the last day, %s",
                    date_iso(options->from, from), date_iso(last, to));
    if (has(act, "since"))
        options->since = args_date(act->args, "since", DATE_NONE);
    if (date_is(options->since) && options->since.day > last.day)
        return fail(act->note, ERR_INPUT, "--since %s lies after the last day, %s",
                    date_iso(options->since, from), date_iso(last, to));
    return ERR_OK;
}

static enum err options_take(const struct act *act, struct report_options *options)
{
    TRY(aging_take(act, &options->aging));
    TRY(period_take(act, options));
    if (act->args->command->args == disputes_args)
        options->disputes = (enum dispute_group)args_choice(act->args, "by", 0);
    if (act->args->command->args == causes_args && !has(act, "from"))
        options->from = date_month_first(date_month(options->from) - 11);
    if (act->args->command->args == baddebttax_args)
        options->months = 0; /* as the book's setting says */
    if (has(act, "months")) {
        const int64_t months = args_number(act->args, "months", 0);
        if (months < 1 || months > 120)
            return fail(act->note, ERR_INPUT, "--months: from 1 to 120");
        options->months = (int)months;
    }
    if (has(act, "weeks")) {
        const int64_t weeks = args_number(act->args, "weeks", FORECAST_WEEKS);
        if (weeks < 1 || weeks > FORECAST_WEEKS_MOST)
            return fail(act->note, ERR_INPUT, "--weeks: from 1 to %d", FORECAST_WEEKS_MOST);
        options->weeks = (int)weeks;
    }
    if (act->args->command->args == allowance_args) {
        options->allowance_rates = args_get(act->args, "rates");
        options->allowance_by = args_get(act->args, "by");
    }
    if (act->args->command->args == team_args) {
        options->user = args_get(act->args, "user");
        options->by_user = args_choice(act->args, "by", 0) == 1;
    }
    if (has(act, "days")) {
        const int64_t days = args_number(act->args, "days", 0);
        if (days < 1 || days > 3660)
            return fail(act->note, ERR_INPUT, "--days: from 1 to 3660");
        options->days = (int)days;
    }
    if (has(act, "language"))
        options->language = args_get(act->args, "language");
    if (has(act, "kind"))
        options->statement =
            args_choice(act->args, "kind", 0) ? STATEMENT_ACTIVITY : STATEMENT_OPEN_ITEM;
    return ERR_OK;
}

/* Rows that are picked or sorted are a list; the page is the whole. */
static bool picked(const struct act *act)
{
    return args_given(act->args, "search") || args_given(act->args, "where") ||
           args_given(act->args, "sort") || args_given(act->args, "limit");
}

static enum err report_answer(struct act *act, const struct report_options *options)
{
    const struct report *report = report_find(act->args->command->verb);
    struct listing listing;

    must(report != NULL);
    if (act->page && report->page && writer_find(act->session->format)->pages && !picked(act))
        return report->page(act->book, options, act->page);
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, report->table(act->book, options, sink));
}

static enum err report_run(struct act *act)
{
    struct report_options options;

    report_options_init(&options, act->book);
    TRY(options_take(act, &options));
    TRY(report_answer(act, &options));
    if (act->args->command->args == dayend_args && args_flag(act->args, "log"))
        return anchor_log(act);
    return ERR_OK;
}

/* By what a report is. One with a page has both answers; the format chooses. */
#define FLAGS_OF_TABLE COMMAND_TABLE
#define FLAGS_OF_PEOPLE COMMAND_TABLE
#define FLAGS_OF_PAGE (COMMAND_TABLE | COMMAND_PAGE)
#define ROLE_OF_TABLE ROLE_ANY
#define ROLE_OF_PEOPLE ROLE_AUDITOR
#define ROLE_OF_PAGE ROLE_ANY

#define X(name, word, what, title_, summary_)                                                      \
    const struct command cmd_report_##name = {.noun = "report",                                    \
                                              .verb = word,                                        \
                                              .summary = summary_,                                 \
                                              .args = name##_args,                                 \
                                              .flags = FLAGS_OF_##what,                            \
                                              .role = ROLE_OF_##what,                              \
                                              .run = report_run};
REPORT_LIST(X)
#undef X
