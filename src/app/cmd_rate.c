/* Commands about exchange rates. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/master.h"

#include <string.h>

static const struct arg add_args[] = {
    {.name = "currency",
     .kind = ARG_CURRENCY,
     .flags = ARG_REQUIRED,
     .help = "the foreign currency"},
    {.name = "rate",
     .kind = ARG_RATIO,
     .flags = ARG_REQUIRED,
     .help = "units of the book's currency for one of it: 0.9234, or 1/1.083"},
    {.name = "date", .kind = ARG_DATE, .help = "from this day on; by default today"},
    {0},
};

static enum err rate_add_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    const struct ratio rate = args_ratio(act->args, "rate");
    char iso[DATE_TEXT], shown[MONEY_TEXT];
    struct currency currency;

    TRY(currency_find(args_get(act->args, "currency"), &currency));
    TRY(rate_add(act->tx, currency, day, rate));
    act->ref = args_get(act->args, "currency");
    act->says = arena_format(act->arena, "from %s on 1 %s is %s %s", date_iso(day, iso),
                             currency.code, ratio_show(rate, shown),
                             book_currency(act->book).code);
    return ERR_OK;
}

const struct command cmd_rate_add = {
    .noun = "rate",
    .verb = "add",
    .summary = "note an exchange rate",
    .detail = "A rate counts from its day until the next one. Posted papers keep the rate they "
              "were posted with.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = rate_add_run,
};

static const struct arg list_args[] = {
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only of this currency"},
    {.name = "from", .kind = ARG_DATE, .help = "only from this day on"},
    {.name = "to", .kind = ARG_DATE, .help = "only up to this day"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "date", .title = "From", .kind = CELL_DATE},
    {.name = "rate", .title = "Rate", .kind = CELL_CODE},
};

static enum err rates_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {
        "Exchange rates",
        arena_format(act->arena, "%s for one unit", book_currency(act->book).code), columns, 3};
    const char *currency = args_get(act->args, "currency");
    const struct date from = args_date(act->args, "from", DATE_NONE);
    const struct date to = args_date(act->args, "to", DATE_NEVER);
    struct rate *rates;
    int count;

    TRY(rate_list(act->book, act->arena, &rates, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        char shown[MONEY_TEXT];
        if ((currency && strcmp(currency, rates[i].currency.code) != 0) ||
            rates[i].day.day < from.day || rates[i].day.day > to.day)
            continue;
        const struct cell cells[] = {cell_code(rates[i].currency.code), cell_date(rates[i].day),
                                     cell_code(ratio_show(rates[i].rate, shown))};
        TRY(sink_row(sink, 0, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err rate_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rates_pass(act, sink));
}

const struct command cmd_rate_list = {
    .noun = "rate",
    .verb = "list",
    .summary = "list exchange rates",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = rate_list_run,
};
