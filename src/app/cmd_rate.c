/* Commands about exchange rates. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/master.h"
#include "ledger/revaluation.h"
#include "ledger/user.h"

#include <stdio.h>
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

/* Limits and write-offs are measured by rates: the first of a currency, and one that is a fifth or
 * more away from the one before, is a manager's. */
static enum err rate_judge(struct act *act, struct currency currency, struct date day,
                           struct ratio rate)
{
    struct ratio before = {0};
    char shown[MONEY_TEXT];
    const enum err e = rate_on(act->book, currency, day, &before);

    if (e != ERR_OK && e != ERR_MISSING)
        return e;
    note_clear(book_note(act->book));
    if (e == ERR_MISSING)
        return user_judge(act->book, act->session->actor, ROLE_MANAGER,
                          arena_format(act->arena, "the first rate of %s", currency.code));
    const double moved =
        (double)rate.num / (double)rate.den * (double)before.den / (double)before.num;
    if (moved < RATE_FAR && moved > 1 / RATE_FAR)
        return ERR_OK;
    return user_judge(act->book, act->session->actor, ROLE_MANAGER,
                      arena_format(act->arena, "a rate so far from the one before, %s,",
                                   ratio_show(before, shown)));
}

#define DOUBTED 2.0

/* "100 times the 0.92 of 2026-11-01"; NULL when the two may well stand side by side. */
static const char *apart_words(struct act *act, struct ratio rate, const struct rate *other)
{
    char shown[MONEY_TEXT], times[MONEY_TEXT];
    const double moved = (double)rate.num / (double)rate.den * (double)other->rate.den /
                         (double)other->rate.num;
    const double factor = moved < 1 ? 1 / moved : moved;

    if (factor <= DOUBTED)
        return NULL;
    (void)snprintf(times, sizeof times, factor < 10 ? "%.1f" : "%.0f", factor);
    return arena_format(act->arena, moved < 1 ? "%s times less than the %s of %s"
                                              : "%s times the %s of %s",
                        times, ratio_show(other->rate, shown), say_day(act->arena, other->day));
}

/* A rate far from the one before it (of the same day, where there is none earlier) or from the next
 * is perhaps a slip, as 92 for 0.92: *words says so, or is NULL. */
static enum err rate_doubt(struct act *act, struct currency currency, struct date day,
                           struct ratio rate, const char **words)
{
    const struct rate *before = NULL, *same = NULL, *after = NULL;
    struct rate *rates = NULL;
    int count = 0;

    *words = NULL;
    TRY(rate_list(act->book, act->arena, &rates, &count));
    for (int i = 0; i < count; i++) {
        if (!currency_is(rates[i].currency, currency))
            continue;
        if (rates[i].day.day < day.day)
            before = &rates[i];
        else if (rates[i].day.day == day.day)
            same = &rates[i];
        else if (!after || after->day.day == rates[i].day.day)
            after = &rates[i]; /* of one day the last one counts */
    }
    before = before ? before : same;
    if (before)
        *words = apart_words(act, rate, before);
    if (!*words && after)
        *words = apart_words(act, rate, after);
    return ERR_OK;
}

static enum err rate_add_stage(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    const struct ratio rate = args_ratio(act->args, "rate");
    char shown[MONEY_TEXT];
    const char *words;
    struct currency currency;

    TRY(currency_find(args_get(act->args, "currency"), &currency));
    TRY(rate_doubt(act, currency, day, rate, &words));
    if (words)
        act->plan = arena_format(act->arena, "1 %s would be %s %s: %s.", currency.code,
                                 ratio_show(rate, shown), book_currency(act->book).code, words);
    return ERR_OK;
}

static enum err rate_add_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    const struct ratio rate = args_ratio(act->args, "rate");
    char iso[DATE_TEXT], shown[MONEY_TEXT];
    const char *words = NULL;
    struct currency currency;

    TRY(currency_find(args_get(act->args, "currency"), &currency));
    TRY(rate_judge(act, currency, day, rate));
    TRY(rate_doubt(act, currency, day, rate, &words));
    TRY(rate_add(act->tx, currency, day, rate));
    act->ref = args_get(act->args, "currency");
    act->says = arena_format(act->arena, "from %s on 1 %s is %s %s", date_iso(day, iso),
                             currency.code, ratio_show(rate, shown), book_currency(act->book).code);
    if (words)
        act->says = arena_format(act->arena, "%s; mind: %s", act->says, words);
    return ERR_OK;
}

const struct command cmd_rate_add = {
    .noun = "rate",
    .verb = "add",
    .summary = "note an exchange rate",
    .detail = "A rate counts from its day until the next one. Posted papers keep the rate they "
              "were posted with. Where there are users, the first rate of a currency and one that "
              "is a fifth or more away from the one before is a manager's to note. One that is "
              "more than twice or less than half of its neighbour is asked about. Of two rates of "
              "one day the later entered counts.",
    .args = add_args,
    .flags = COMMAND_WRITES | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .stage = rate_add_stage,
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
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .worth = 1},
};

static enum err rates_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {
        "Exchange rates",
        arena_format(act->arena, "%s for one unit", book_currency(act->book).code), columns, 4};
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
        const bool replaced = i + 1 < count && rates[i + 1].day.day == rates[i].day.day &&
                              currency_is(rates[i + 1].currency, rates[i].currency);
        const struct cell cells[] = {cell_code(rates[i].currency.code), cell_date(rates[i].day),
                                     cell_code(ratio_show(rates[i].rate, shown)),
                                     cell_text(replaced ? "replaced" : "")};
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
    .detail = "Of two rates of one day the one that does not count is marked: replaced.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = rate_list_run,
};

/* ---- revaluation ---------------------------------------------------------------------------- */

static const struct arg revalue_args[] = {
    {.name = "as-of", .kind = ARG_DATE, .flags = ARG_REQUIRED | ARG_BARE, .help = "at which day"},
    {.name = "undo", .kind = ARG_FLAG, .help = "take back what was revalued for that day"},
    {0},
};

static const struct column revalue_columns[] = {
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "items", .title = "Items", .kind = CELL_INT, .worth = 2},
    {.name = "open", .title = "Open", .kind = CELL_MONEY},
    {.name = "rate", .title = "Rate", .kind = CELL_CODE, .worth = 1},
    {.name = "base", .title = "In base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "gain", .title = "Gain", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "before", .title = "Posted before", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
};
enum { REVALUE_COLUMNS = sizeof revalue_columns / sizeof revalue_columns[0] };

static enum err revalue_row(struct act *act, const struct revaluation *row)
{
    const struct currency base = book_currency(act->book);
    struct account account;
    char rate[MONEY_TEXT];

    TRY(account_get(act->book,
                    account_of(act->book, row->control == CONTROL_RECEIVABLE
                                              ? ACCOUNT_PART_RECEIVABLE
                                              : ACCOUNT_PART_UNIDENTIFIED),
                    act->arena, &account));
    const struct cell cells[REVALUE_COLUMNS] = {
        cell_code(account.code),
        cell_code(row->currency.code),
        cell_int(row->items),
        cell_money(money_of(row->open, row->currency)),
        cell_code(ratio_show(row->rate, rate)),
        cell_money(money_of(row->base, base)),
        cell_money(money_of(row->gain, base)),
        cell_money(money_of(row->before, base)),
        cell_code(row->number),
    };
    return sink_row(act->sink, 0, ' ', cells);
}

static enum err revalue_run(struct act *act)
{
    const struct date day = args_date(act->args, "as-of", DATE_NONE);
    struct revaluation *rows = NULL;
    int count = 0, posted = 0;
    int64_t sum = 0;
    const bool undo = args_flag(act->args, "undo");

    TRY(revaluation_post(act->tx, day, undo, act->arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if (rows[i].number[0]) {
            posted++;
            TRY(amount_add(sum, (undo ? 0 : rows[i].gain) - rows[i].before, &sum));
        }
    act->says = posted
                    ? arena_format(act->arena, "%d document%s over %s %s on %s, taken back on %s",
                                   posted, posted == 1 ? "" : "s",
                                   say_minor(act->arena, sum, book_currency(act->book)),
                                   book_currency(act->book).code, say_day(act->arena, day),
                                   say_day(act->arena, date_add(day, 1)))
                    : "nothing to post";
    if (!act->sink)
        return ERR_OK;
    const struct table_head head = {
        "Revaluation",
        arena_format(act->arena, "of what is open in other currencies on %s, in %s",
                     say_day(act->arena, day), book_currency(act->book).code),
        revalue_columns, REVALUE_COLUMNS};
    TRY(act->sink->head(act->sink->self, &head));
    for (int i = 0; i < count; i++)
        TRY(revalue_row(act, &rows[i]));
    return act->sink->foot(act->sink->self, NULL);
}

const struct command cmd_rate_revalue = {
    .noun = "rate",
    .verb = "revalue",
    .summary = "post what open items in other currencies are worth on a day, and take it back the "
               "next",
    .detail =
        "Receivables with their credits, and unidentified receipts, at the rate in force; not "
        "prepayments. The gain or loss stands on the account for revaluation for that one "
        "day, the control accounts are not touched. A second run posts only what has changed "
        "since; --undo takes back what was posted for the day.",
    .args = revalue_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = revalue_run,
};
