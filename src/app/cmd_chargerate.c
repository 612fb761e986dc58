/* Rates of late charges: by scheme, from a day on. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/chargerate.h"

static const struct arg add_args[] = {
    {.name = "scheme",
     .kind = ARG_CODE,
     .otherwise = "contract",
     .help = "contract, uk, eu, de, or a word of your own that charge.scheme names"},
    {.name = "from", .kind = ARG_DATE, .flags = ARG_REQUIRED, .help = "from this day on"},
    {.name = "rate",
     .kind = ARG_PERCENT,
     .flags = ARG_REQUIRED,
     .help = "a year's, or a month's with charge.basis month; of uk, eu and de the base rate"},
    {0},
};

static const char *percent_say(struct arena *arena, int64_t ppm)
{
    const struct cell cell = cell_number(CELL_PERCENT, ppm);

    return cell_plain(&cell, arena);
}

static enum err add_run(struct act *act)
{
    const char *scheme = args_get(act->args, "scheme");
    const struct date from = args_date(act->args, "from", DATE_NONE);
    const int64_t ppm = args_number(act->args, "rate", 0);
    const int64_t points = interest_points(interest_scheme_of(scheme));

    TRY(charge_rate_add(act->tx, scheme, from, ppm));
    act->ref = scheme;
    act->says = points
                    ? arena_format(act->arena, "%s: base rate %s %% from %s on, interest %s %%",
                                   scheme, percent_say(act->arena, ppm), say_day(act->arena, from),
                                   percent_say(act->arena, ppm + points))
                    : arena_format(act->arena, "%s: %s %% from %s on", scheme,
                                   percent_say(act->arena, ppm), say_day(act->arena, from));
    return ERR_OK;
}

const struct command cmd_charge_rate_add = {
    .noun = "charge-rate",
    .verb = "add",
    .summary = "note a rate of interest for late payment",
    .detail =
        "A rate holds until the next one of its scheme. Of the schemes of law the base rate is "
        "entered, and the points of the law are added: uk, 8 points over the Bank rate of the 30 "
        "June or 31 December before interest starts, for the debt's life; eu, 8 points, and de, 9, "
        "over the rate of each half-year. The Bank of England, the European Central Bank and the "
        "Deutsche Bundesbank publish these rates. Which scheme a customer pays by is the setting "
        "charge.scheme. The noun may be written apart: charge rate add.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = add_run,
};

static const struct arg list_args[] = {
    {.name = "scheme", .kind = ARG_CODE, .flags = ARG_BARE, .help = "only of this scheme"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "scheme", .title = "Scheme", .kind = CELL_CODE},
    {.name = "from", .title = "From", .kind = CELL_DATE},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT},
    {.name = "points", .title = "Points", .kind = CELL_PERCENT},
    {.name = "interest", .title = "Interest", .kind = CELL_PERCENT},
    {.name = "replaced", .title = "Replaced", .kind = CELL_CODE, .worth = 1},
    {.name = "by", .title = "Entered by", .kind = CELL_CODE, .worth = 2},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

static enum err rates_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Rates of late charges", NULL, columns, COLUMNS};
    struct charge_rate *rows = NULL;
    int count = 0;

    TRY(charge_rate_list(act->book, args_get(act->args, "scheme"), act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const int64_t points = interest_points(interest_scheme_of(rows[i].scheme));
        const struct cell cells[COLUMNS] = {
            cell_code(rows[i].scheme),
            cell_date(rows[i].rate.from),
            cell_number(CELL_PERCENT, rows[i].rate.ppm),
            points ? cell_number(CELL_PERCENT, points) : cell_none(),
            cell_number(CELL_PERCENT, rows[i].rate.ppm + points),
            cell_code(rows[i].replaced ? "yes" : ""),
            cell_code(rows[i].actor),
        };
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rates_pass(act, sink));
}

const struct command cmd_charge_rate_list = {
    .noun = "charge-rate",
    .verb = "list",
    .summary = "list the rates of interest for late payment",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
