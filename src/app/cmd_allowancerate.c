/* What the allowance stands on: rates by bucket, and what is judged one by one. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/allowance.h"
#include "ledger/allowancerate.h"

#include <string.h>

/* ---- rates ---------------------------------------------------------------------------------- */

static const struct arg rate_args[] = {
    {.name = "bucket",
     .kind = ARG_CODE,
     .flags = ARG_BARE,
     .help = "as the aging calls it: current, 1-30 .. over-90"},
    {.name = "rate", .kind = ARG_PERCENT, .help = "how much of the bucket is lost, as 5%"},
    {.name = "forward",
     .kind = ARG_PERCENT,
     .help = "or the factor on rates that history gives, as 110%"},
    {.name = "class", .kind = ARG_CODE, .help = "of customers; of all that have no own, else"},
    {.name = "from", .kind = ARG_DATE, .help = "from which day on; today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .help = "where it comes from"},
    {0},
};

/* The buckets of the settings are those that can have a rate. */
static enum err bucket_judge(struct act *act, const char *bucket)
{
    struct allowance_options options;
    const char *names = NULL;
    char name[BUCKET_NAME];

    TRY(allowance_options_init(&options, act->book));
    for (int b = 0; b < bucket_count(&options.buckets); b++) {
        if (strcmp(bucket_name(&options.buckets, b, name), bucket) == 0)
            return ERR_OK;
        names =
            names ? arena_format(act->arena, "%s, %s", names, name) : arena_text(act->arena, name);
    }
    return fail(act->note, ERR_INPUT,
                "--bucket: '%s' is none of %s; the setting allowance.buckets makes them", bucket,
                names);
}

static enum err rate_set_run(struct act *act)
{
    const char *bucket = args_get(act->args, "bucket");
    const bool forward = args_given(act->args, "forward");

    if (forward ? bucket || args_given(act->args, "rate")
                : !bucket || !args_given(act->args, "rate"))
        return fail(act->note, ERR_USAGE, "give --bucket with --rate, or --forward alone");
    if (!forward)
        TRY(bucket_judge(act, bucket));
    const struct allowance_rate rate = {
        .kind = forward ? ALLOWANCE_FORWARD : ALLOWANCE_LOSS,
        .from = args_date(act->args, "from", book_today(act->book)),
        .segment = args_get(act->args, "class"),
        .bucket = forward ? "" : bucket,
        .reason = args_get(act->args, "reason"),
        .ppm = args_number(act->args, forward ? "forward" : "rate", 0)};
    char percent[MONEY_TEXT];
    TRY(allowance_rate_set(act->tx, &rate));
    act->says =
        arena_format(act->arena, "%s: %s %% from %s on%s%s", forward ? "forward factor" : bucket,
                     percent_show(rate.ppm, percent), say_day(act->arena, rate.from),
                     rate.segment ? ", class " : "", rate.segment ? rate.segment : "");
    return ERR_OK;
}

const struct command cmd_allowance_rate_set = {
    .noun = "allowance-rate",
    .verb = "set",
    .summary = "enter what is expected to be lost of a bucket, from a day on",
    .detail =
        "With the setting allowance.rates roll the losses come from how much rolled from "
        "bucket to bucket in the months before; then --forward is the factor on them for what "
        "history cannot know, and the rate of the last bucket is what is lost in the end (all "
        "of it when none is entered).",
    .args = rate_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = rate_set_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static enum err rates_pass(struct act *act, struct sink *sink)
{
    static const struct column columns[] = {
        {.name = "bucket", .title = "Bucket", .kind = CELL_CODE},
        {.name = "class", .title = "Class", .kind = CELL_CODE},
        {.name = "from", .title = "From", .kind = CELL_DATE},
        {.name = "rate", .title = "%", .kind = CELL_PERCENT},
        {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 1},
        {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 2},
    };
    const struct table_head head = {"Rates of the allowance", NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    struct allowance_rate *rates;
    int count;

    TRY(allowance_rates(act->book, act->arena, &rates, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct allowance_rate *rate = &rates[i];
        const struct cell cells[] = {
            cell_code(rate->kind == ALLOWANCE_FORWARD ? "forward" : rate->bucket),
            cell_code(*rate->segment ? rate->segment : "all"),
            cell_date(rate->from),
            cell_number(CELL_PERCENT, rate->ppm),
            cell_code(rate->actor),
            cell_text(rate->reason)};
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, "The last one of a bucket and class holds, from its day on.");
}

static enum err rate_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rates_pass(act, sink));
}

const struct command cmd_allowance_rate_list = {
    .noun = "allowance-rate",
    .verb = "list",
    .summary = "list the rates of the allowance by day",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = rate_list_run,
};

/* ---- one by one ----------------------------------------------------------------------------- */

static const struct arg specific_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .help = "which; or --customer"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "all that it owes"},
    {.name = "amount",
     .kind = ARG_MONEY,
     .help = "what of it will be lost, in the book's currency"},
    {.name = "rate",
     .kind = ARG_PERCENT,
     .help = "or the part of what is open on the day of a run"},
    {.name = "from", .kind = ARG_DATE, .help = "from which day on; today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .help = "why; needed when nothing will be lost"},
    {0},
};

static enum err value_take(struct act *act, struct allowance_specific *specific)
{
    struct money amount;
    bool given = false;

    TRY(args_money(act->args, "amount", book_currency(act->book), &amount, &given, act->note));
    if (given == args_given(act->args, "rate"))
        return fail(act->note, ERR_USAGE, "how much of it will be lost? --amount or --rate");
    if (given && !currency_is(amount.currency, book_currency(act->book)))
        return fail(act->note, ERR_INPUT, "--amount: an allowance is in %s, the book's currency",
                    book_currency(act->book).code);
    specific->by_rate = !given;
    specific->value = given ? amount.minor : args_number(act->args, "rate", 0);
    return ERR_OK;
}

/* One row an item of the paper; all of a customer is one row. An amount is of one item: more of
 * them need a rate. */
static enum err specific_set_run(struct act *act)
{
    const char *number = args_get(act->args, "invoice"), *of;
    struct allowance_specific specific = {.from =
                                              args_date(act->args, "from", book_today(act->book)),
                                          .reason = args_get(act->args, "reason")};
    struct item *items = NULL;
    int count = 0;
    int64_t id = 0;

    if (!number == !args_given(act->args, "customer"))
        return fail(act->note, ERR_USAGE, "of what? --invoice, or --customer for all it owes");
    TRY(value_take(act, &specific));
    if (number) {
        struct document paper;
        TRY(pot_debit(act, NULL, number, &paper));
        TRY(items_of_document(act->book, paper.id, act->arena, &items, &count));
        specific.customer_id = paper.customer_id;
        of = paper.number;
        if (count > 1 && !specific.by_rate)
            return fail(act->note, ERR_CONFLICT, "%s has %d instalments: give --rate", of, count);
    } else {
        struct customer customer;
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        specific.customer_id = customer.id;
        of = customer.code;
    }
    for (int i = 0; i < count || i == 0; i++) {
        specific.item_id = count ? items[i].id : 0;
        TRY(allowance_specific_set(act->tx, &specific, &id));
    }
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "%s is judged by itself from %s on", of,
                             say_day(act->arena, specific.from));
    return ERR_OK;
}

const struct command cmd_allowance_specific_set = {
    .noun = "allowance-specific",
    .verb = "set",
    .summary = "enter an allowance for one invoice or one customer",
    .detail = "It leaves the matrix of rates from that day on. An amount is at most what is open "
              "on the day of a run. A later one for the same takes its place; `allowance-specific "
              "end` puts it back into the matrix.",
    .args = specific_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = specific_set_run,
};

static const struct arg end_args[] = {
    {.name = "specific",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "which, by its number in `allowance-specific list`"},
    {.name = "date", .kind = ARG_DATE, .help = "from which day on; today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .help = "why"},
    {0},
};

static enum err end_run(struct act *act)
{
    const int64_t id = args_number(act->args, "specific", 0);
    const struct date day = args_date(act->args, "date", book_today(act->book));

    TRY(allowance_specific_end(act->tx, id, day, args_get(act->args, "reason")));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena,
                             "specific allowance %s ends on %s; what it was for is in "
                             "the matrix again",
                             act->ref, say_day(act->arena, day));
    return ERR_OK;
}

const struct command cmd_allowance_specific_end = {
    .noun = "allowance-specific",
    .verb = "end",
    .summary = "put what was judged by itself back into the matrix",
    .args = end_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = end_run,
};

static const struct arg specifics_args[] = {
    {.name = "as-of", .kind = ARG_DATE, .help = "only those that hold on this day"},
    LISTING_ARGS,
    {0},
};

static enum err specifics_pass(struct act *act, struct sink *sink)
{
    static const struct column columns[] = {
        {.name = "id", .title = "No.", .kind = CELL_INT},
        {.name = "customer", .title = "Customer", .kind = CELL_CODE},
        {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3},
        {.name = "document", .title = "Document", .kind = CELL_CODE},
        {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
        {.name = "rate", .title = "In %", .kind = CELL_PERCENT},
        {.name = "from", .title = "From", .kind = CELL_DATE},
        {.name = "until", .title = "Until", .kind = CELL_DATE, .worth = 1},
        {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 4},
        {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 2},
    };
    const struct table_head head = {"Specific allowances", book_currency(act->book).code, columns,
                                    sizeof columns / sizeof columns[0]};
    struct allowance_specific *rows;
    int count;

    TRY(allowance_specifics(act->book, args_date(act->args, "as-of", DATE_NONE), act->arena, &rows,
                            &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct allowance_specific *s = &rows[i];
        const struct cell cells[] = {
            cell_int(s->id),
            cell_code(s->customer),
            cell_text(s->name),
            cell_code(*s->document ? s->document : "all"),
            s->by_rate ? cell_none() : cell_money(money_of(s->value, book_currency(act->book))),
            s->by_rate ? cell_number(CELL_PERCENT, s->value) : cell_none(),
            cell_date(s->from),
            date_is(s->ended) ? cell_date(s->ended) : cell_none(),
            cell_code(s->actor),
            cell_text(s->reason)};
        TRY(sink_row(sink, s->id, date_is(s->ended) ? ' ' : '!', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err specifics_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, specifics_pass(act, sink));
}

const struct command cmd_allowance_specific_list = {
    .noun = "allowance-specific",
    .verb = "list",
    .summary = "list what is judged one by one for the allowance",
    .args = specifics_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = specifics_run,
};
