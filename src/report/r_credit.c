#include "report/r_credit.h"

#include "ledger/creditbook.h"
#include "ledger/dated.h"
#include "report/openbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 2, .width = 16},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "limit", .title = "Limit", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "insured", .title = "Insured", .kind = CELL_MONEY, .worth = 4, .flags = COLUMN_TOTAL},
    {.name = "exposure", .title = "Exposure", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "available", .title = "Available", .kind = CELL_MONEY},
    {.name = "orders", .title = "Orders", .kind = CELL_MONEY, .worth = 5, .flags = COLUMN_TOTAL},
    {.name = "oldest_days", .title = "Oldest", .kind = CELL_INT, .worth = 6},
    {.name = "state", .title = "State", .kind = CELL_CODE},
    {.name = "why", .title = "Why", .kind = CELL_TEXT, .worth = 3, .width = 20},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 7},
};

static const char *state_of(const struct creditaccount *account)
{
    if (account->held)
        return "hold";
    if (account->verdict.worst == CREDIT_WARN)
        return "warn";
    for (int i = 0; i < CREDIT_RULE_COUNT; i++)
        if (account->verdict.of[i].passed)
            return "passed";
    return "ok";
}

static enum err row(struct book *book, const struct creditaccount *account, struct arena *arena,
                    struct sink *sink)
{
    const struct currency currency = account->currency;
    const struct credit_facts *facts = &account->facts;
    const bool limited = facts->limit != CREDIT_UNLIMITED;
    const struct cell cells[] = {
        cell_code(account->code),
        cell_text(account->name),
        cell_code(currency.code),
        limited ? cell_money(money_of(facts->limit, currency)) : cell_none(),
        cell_money(money_of(facts->insured, currency)),
        cell_money(money_of(account->verdict.exposure, currency)),
        limited ? cell_money(money_of(account->verdict.available, currency)) : cell_none(),
        cell_money(money_of(facts->orders, currency)),
        facts->oldest_days ? cell_int(facts->oldest_days) : cell_none(),
        cell_code(state_of(account)),
        cell_text(creditaccount_why(account, book_currency(book), arena)),
        cell_code(account->collector)};

    return sink_row(sink, account->id, account->held ? '!' : ' ', cells);
}

static bool is_wanted(const struct creditaccount *account, const struct aging_options *options)
{
    const char *collector = options->part.collector;

    return (!options->customer_id || account->id == options->customer_id) &&
           (!collector || strcasecmp(account->collector, collector) == 0) &&
           (!options->currency || strcmp(account->currency.code, options->currency) == 0);
}

static int code_order(const void *a, const void *b)
{
    return code_cmp((*(const struct creditaccount *const *)a)->code,
                    (*(const struct creditaccount *const *)b)->code);
}

static enum err rows(const struct creditbook *credit, const struct aging_options *options,
                     struct sink *sink)
{
    const struct creditaccount **order = mem_new(credit->count + 1, sizeof *order);
    struct arena arena = {0};
    enum err e = ERR_OK;

    for (size_t i = 0; i < credit->count; i++)
        order[i] = &credit->accounts[i];
    qsort(order, credit->count, sizeof *order, code_order);
    for (size_t i = 0; e == ERR_OK && i < credit->count; i++) {
        arena_reset(&arena);
        if (is_wanted(order[i], options))
            e = row(credit->book, order[i], &arena, sink);
    }
    arena_done(&arena);
    free(order);
    return e;
}

/* Who follows a customer up is asked of the day. */
static enum err collector_take(void *self, const struct dated *dated)
{
    struct creditbook *credit = self;
    struct creditaccount *account = creditbook_find(credit, dated->customer_id);

    if (account)
        account->collector = arena_text(&credit->arena, dated->value);
    return ERR_OK;
}

enum err credit_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    const struct creditquestion question = {.customer_id = options->customer_id,
                                            .day = options->as_of};
    struct creditbook credit = {.book = NULL};
    char day[DATE_TEXT], subtitle[64];
    enum err e;

    snprintf(subtitle, sizeof subtitle, "as of %s", date_iso(options->as_of, day));
    const struct table_head head = {"Credit", subtitle, columns,
                                    sizeof columns / sizeof columns[0]};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(creditbook_read(&credit, book, &question));
    TRY_OUT(dated_each(book, options->as_of, 1u << DATED_COLLECTOR, collector_take, &credit));
    TRY_OUT(rows(&credit, options, sink));
    e = sink->foot(sink->self, NULL);
out:
    creditbook_done(&credit);
    return e;
}

static const char *shown(struct arena *arena, int64_t minor, struct currency currency)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char text[MONEY_TEXT];

    return arena_format(arena, "%s %s", money_show(money_of(minor, currency), &grouped, text),
                        currency.code);
}

static const char *until_words(struct arena *arena, const char *sum, struct date until)
{
    char day[DATE_TEXT];

    return date_is(until) ? arena_format(arena, "%s until %s", sum, date_iso(until, day)) : sum;
}

static const char *limit_words(const struct creditaccount *account, struct arena *arena)
{
    const char *sum;

    if (account->facts.limit == CREDIT_UNLIMITED)
        return "none";
    sum = shown(arena, account->facts.limit, account->currency);
    if (account->source == CREDIT_BY_FIRST)
        return arena_format(arena, "%s until something is paid", sum);
    return account->source == CREDIT_BY_TEMPORARY
               ? until_words(arena, sum, account->terms.temporary_until)
               : sum;
}

enum err credit_words(struct book *book, int64_t customer_id, struct date as_of,
                      struct arena *arena, struct credit_words *out)
{
    const struct creditquestion question = {.customer_id = customer_id, .day = as_of};
    struct creditbook credit = {.book = NULL};
    enum err e;

    *out = (struct credit_words){"", "", "", "", "", ""};
    TRY_OUT(creditbook_read(&credit, book, &question));
    const struct creditaccount *account = creditbook_find(&credit, customer_id);
    const char *why = creditaccount_why(account, book_currency(book), arena);
    out->limit = limit_words(account, arena);
    if (account->facts.insured)
        out->insured = until_words(arena, shown(arena, account->facts.insured, account->currency),
                                   account->terms.insured_until);
    if (account->facts.limit != CREDIT_UNLIMITED) {
        out->exposure = shown(arena, account->verdict.exposure, account->currency);
        out->available = shown(arena, account->verdict.available, account->currency);
    }
    *(account->held ? &out->hold : &out->mind) = why;
out:
    creditbook_done(&credit);
    return e;
}
