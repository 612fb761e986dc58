#include "report/r_recourse.h"

#include "ledger/baddebt.h"
#include "ledger/customer.h"
#include "ledger/insolvency.h"
#include "ledger/jurisdiction.h"
#include "ledger/receipts.h"
#include "ledger/setting.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Items that a report keeps, in order of customer, with the customer under way. */
struct keeping {
    struct book *book;
    struct sink *sink;
    const struct aging_options *options;
    struct arena laws_arena, arena; /* arena: of a row, with its customer */
    struct jurisdiction *laws;
    int law_count, years; /* years: the least of all laws; 100 = there is none */
    struct date horizon;
    struct aging_item *items; /* that count */
    size_t count, room;
    int64_t without; /* items of which no law is known */
    struct customer customer;
};

static enum err keeping_open(struct keeping *k, struct book *book,
                             const struct aging_options *options, struct sink *sink)
{
    *k = (struct keeping){.book = book, .sink = sink, .options = options, .years = 100};
    TRY(jurisdiction_list(book, &k->laws_arena, &k->laws, &k->law_count));
    for (int i = 0; i < k->law_count; i++)
        if (k->laws[i].years && k->laws[i].years < k->years)
            k->years = k->laws[i].years;
    return ERR_OK;
}

static void keeping_close(struct keeping *k)
{
    free(k->items);
    arena_done(&k->laws_arena);
    arena_done(&k->arena);
}

static bool is_wanted(const struct keeping *k, const struct aging_item *item)
{
    return !k->options->currency || strcasecmp(k->options->currency, item->currency) == 0;
}

static void keep(struct keeping *k, const struct aging_item *item)
{
    if (k->count == k->room) {
        k->room = k->room * 2 + 64;
        k->items = mem_resize(k->items, k->room, sizeof *k->items);
    }
    k->items[k->count++] = *item;
}

static int item_cmp(const void *a, const void *b)
{
    const struct aging_item *x = a, *y = b;

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    if (x->due.day != y->due.day)
        return x->due.day < y->due.day ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static void keeping_sort(struct keeping *k)
{
    if (k->count)
        qsort(k->items, k->count, sizeof *k->items, item_cmp);
}

/* The customer of a row, read once for all its rows. */
static enum err customer_take(struct keeping *k, int64_t id)
{
    if (k->customer.id == id && id)
        return ERR_OK;
    arena_reset(&k->arena);
    if (id)
        return customer_get(k->book, id, &k->arena, &k->customer);
    k->customer = (struct customer){.code = "", .name = "not identified", .country = ""};
    return ERR_OK;
}

static const struct jurisdiction *law_of(const struct keeping *k)
{
    return jurisdiction_of(k->laws, k->law_count, k->customer.country, k->customer.kind);
}

/* ---- limitation ----------------------------------------------------------------------------- */

static const struct column limitation_columns[] = {
    {"customer", "Customer", CELL_CODE, 0, 0, 0}, {"name", "Name", CELL_TEXT, 4, 12, 0},
    {"country", "Land", CELL_CODE, 5, 0, 0},      {"document", "Document", CELL_CODE, 0, 0, 0},
    {"instalment", "Part", CELL_INT, 6, 0, 0},    {"due", "Due", CELL_DATE, 2, 0, 0},
    {"lapses", "Lapses", CELL_DATE, 0, 0, 0},     {"days_left", "Days", CELL_INT, 1, 0, 0},
    {"currency", "Cur", CELL_CODE, 3, 0, 0},      {"open", "Open", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"why", "By", CELL_TEXT, 7, 14, 0},
};
enum { LIMITATION_COLUMNS = sizeof limitation_columns / sizeof limitation_columns[0] };

static enum err limitation_take(void *self, const struct aging_item *item)
{
    struct keeping *k = self;
    struct date until;
    const char *reason;

    if (item->open <= 0 || !is_wanted(k, item))
        return ERR_OK;
    /* nobody lapses before the shortest time, unless somebody said so of the item */
    if (date_add_months(item->due, k->years * 12).day > k->horizon.day) {
        arena_reset(&k->arena);
        TRY(limitation_said(k->book, item->id, &k->arena, &until, &reason));
        if (!date_is(until) || until.day > k->horizon.day)
            return ERR_OK;
    }
    keep(k, item);
    return ERR_OK;
}

static enum err limitation_row(struct keeping *k, const struct aging_item *aged)
{
    struct item item;
    struct date until;
    const char *why = "";

    TRY(customer_take(k, aged->customer_id));
    const struct jurisdiction *law = law_of(k);
    TRY(limitation_said(k->book, aged->id, &k->arena, &until, &why));
    if (!date_is(until)) {
        until = law ? limitation_day(aged->due, law->years, law->counted) : DATE_NONE;
        why = law ? law->source : "";
    }
    k->without += !date_is(until);
    if (!date_is(until) || until.day > k->horizon.day)
        return ERR_OK;
    TRY(item_get(k->book, aged->id, &k->arena, &item));
    const int left = until.day - k->options->as_of.day;
    const struct cell cells[LIMITATION_COLUMNS] = {
        cell_code(k->customer.code),
        cell_text(k->customer.name),
        cell_code(k->customer.country),
        cell_code(item.number),
        cell_int(item.seq),
        cell_date(aged->due),
        cell_date(until),
        cell_int(left),
        cell_code(item.currency.code),
        cell_money(money_of(aged->open, item.currency)),
        cell_text(why),
    };
    return sink_row(k->sink, item.document_id, left < 0 ? '!' : '*', cells);
}

enum err limitation_table(struct book *book, const struct aging_options *options, int months,
                          struct sink *sink)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .customer_id = options->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    struct keeping k;
    char day[DATE_TEXT];
    enum err e;

    TRY_OUT(keeping_open(&k, book, options, sink));
    k.horizon = date_add_months(options->as_of, months);
    const struct table_head head = {
        "Claims that lapse",
        arena_format(&k.laws_arena, "by %s, and those that have", date_iso(k.horizon, day)),
        limitation_columns, LIMITATION_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(aging_scan(book, &query, limitation_take, &k));
    keeping_sort(&k);
    k.customer.id = 0;
    for (size_t i = 0; i < k.count; i++)
        TRY_OUT(limitation_row(&k, &k.items[i]));
    const char *checked = "the years are those of `jurisdiction list`, to be checked by the firm";
    e = sink->foot(sink->self,
                   k.without ? arena_format(&k.laws_arena,
                                            "%s; %lld old item%s: no rule for the customer's "
                                            "country; `jurisdiction set` gives one",
                                            checked, (long long)k.without,
                                            k.without == 1 ? "" : "s")
                             : checked);
out:
    keeping_close(&k);
    return e;
}

/* ---- dormant credits ------------------------------------------------------------------------ */

static const struct column dormant_columns[] = {
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"name", "Name", CELL_TEXT, 3, 14, 0},
    {"country", "Land", CELL_CODE, 4, 0, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_TEXT, 2, 0, 0},
    {"date", "Date", CELL_DATE, 0, 0, 0},
    {"dormant", "Dormant", CELL_DATE, 0, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"open", "Open", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"income", "Income", CELL_CODE, 5, 0, 0},
};
enum { DORMANT_COLUMNS = sizeof dormant_columns / sizeof dormant_columns[0] };

static enum err dormant_take(void *self, const struct aging_item *item)
{
    struct keeping *k = self;

    if (item->open < 0 && is_wanted(k, item) &&
        date_add_months(item->effective, 12).day <= k->options->as_of.day)
        keep(k, item);
    return ERR_OK;
}

static enum err dormant_row(struct keeping *k, const struct aging_item *aged)
{
    struct item item;

    TRY(customer_take(k, aged->customer_id));
    const struct jurisdiction *law = law_of(k);
    const int years =
        law && law->dormant_years ? law->dormant_years : (int)setting_int(k->book, "dormant.years");
    const struct date since = date_add_months(aged->effective, years * 12);
    if (since.day > k->options->as_of.day)
        return ERR_OK;
    TRY(item_get(k->book, aged->id, &k->arena, &item));
    const bool income = setting_int(k->book, "dormant.income") && (!law || law->income);
    const struct cell cells[DORMANT_COLUMNS] = {
        cell_code(k->customer.code),
        cell_text(k->customer.name),
        cell_code(k->customer.country),
        cell_code(item.number),
        cell_text(document_kind_word(item.kind)),
        cell_date(aged->effective),
        cell_date(since),
        cell_code(item.currency.code),
        cell_money(money_of(-aged->open, item.currency)),
        cell_code(income ? "yes" : "no"),
    };
    return sink_row(k->sink, item.document_id, '*', cells);
}

enum err dormant_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    static const enum account_control controls[] = {CONTROL_UNIDENTIFIED, CONTROL_RECEIVABLE,
                                                    CONTROL_PREPAID};
    struct keeping k;
    char day[DATE_TEXT];
    enum err e;

    TRY_OUT(keeping_open(&k, book, options, sink));
    const struct table_head head = {
        "Dormant credits", arena_format(&k.laws_arena, "as of %s", date_iso(options->as_of, day)),
        dormant_columns, DORMANT_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < 3; i++) {
        const struct aging_query query = {
            .as_of = options->as_of, .customer_id = options->customer_id, .control = controls[i]};
        if (!options->customer_id || controls[i] != CONTROL_UNIDENTIFIED)
            TRY_OUT(aging_scan(book, &query, dormant_take, &k));
    }
    keeping_sort(&k);
    k.customer = (struct customer){.code = "", .name = "not identified", .country = ""};
    for (size_t i = 0; i < k.count; i++)
        TRY_OUT(dormant_row(&k, &k.items[i]));
    e = sink->foot(sink->self, NULL);
out:
    keeping_close(&k);
    return e;
}

/* ---- an insolvent customer ------------------------------------------------------------------ */

#define DAYS_BEFORE 90 /* in which payments may be asked back by the administrator */

static const struct column insolvency_columns[] = {
    {"part", "What", CELL_TEXT, 0, 0, 0},      {"document", "Document", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_TEXT, 2, 0, 0},      {"date", "Date", CELL_DATE, 0, 0, 0},
    {"due", "Due", CELL_DATE, 1, 0, 0},        {"currency", "Cur", CELL_CODE, 0, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, 0}, {"open", "Open", CELL_MONEY, 0, 0, 0},
};
enum { INSOLVENCY_COLUMNS = sizeof insolvency_columns / sizeof insolvency_columns[0] };

struct estate {
    struct keeping k;
    struct insolvency insolvency;
    int64_t paid;
};

static enum err estate_take(void *self, const struct aging_item *item)
{
    struct estate *estate = self;

    if (is_wanted(&estate->k, item))
        keep(&estate->k, item);
    return ERR_OK;
}

/* Items before the day first, then those since. */
static enum err estate_items(struct estate *estate, bool before)
{
    struct keeping *k = &estate->k;

    for (size_t i = 0; i < k->count; i++) {
        const struct aging_item *aged = &k->items[i];
        struct item item;
        arena_reset(&k->arena);
        TRY(item_get(k->book, aged->id, &k->arena, &item));
        if ((item.issued.day < estate->insolvency.day.day) != before)
            continue;
        const struct cell cells[INSOLVENCY_COLUMNS] = {
            cell_text(before ? "before" : "since"),
            cell_code(item.number),
            cell_text(document_kind_word(item.kind)),
            cell_date(item.issued),
            cell_date(aged->due),
            cell_code(item.currency.code),
            cell_money(money_of(item.amount, item.currency)),
            cell_money(money_of(aged->open, item.currency)),
        };
        TRY(sink_row(k->sink, item.document_id, before ? '!' : ' ', cells));
    }
    return ERR_OK;
}

static enum err estate_paid(void *self, const struct receipt_line *line)
{
    struct estate *estate = self;
    const struct cell cells[INSOLVENCY_COLUMNS] = {
        cell_text("paid shortly before"),
        cell_code(line->number),
        cell_text(document_kind_word(line->kind)),
        cell_date(line->posted),
        cell_none(),
        cell_code(line->amount.currency.code),
        cell_money(line->amount),
        cell_none(),
    };

    TRY(amount_add(estate->paid, line->amount.minor, &estate->paid));
    return sink_row(estate->k.sink, line->document_id, '*', cells);
}

/* "claimed 100.00, dividends 10.00; paid in the 90 days before: 50.00" */
static const char *estate_words(struct estate *estate, bool is)
{
    const struct insolvency *n = &estate->insolvency;
    char text[3][MONEY_TEXT];

    if (!is)
        return "the customer is not insolvent";
    return arena_format(&estate->k.laws_arena,
                        "Claimed %s, dividends %s; paid in the %d days before: %s",
                        money_plain(money_of(n->claimed, n->currency), text[0]),
                        money_plain(money_of(n->dividends, n->currency), text[1]), DAYS_BEFORE,
                        money_plain(money_of(estate->paid, n->currency), text[2]));
}

enum err insolvency_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .customer_id = options->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    struct estate estate;
    char day[DATE_TEXT];
    bool is = false;
    enum err e;

    TRY_OUT(keeping_open(&estate.k, book, options, sink));
    estate.paid = 0;
    TRY_OUT(insolvency_of(book, options->customer_id, options->as_of, &estate.k.laws_arena, &is,
                          &estate.insolvency));
    const struct table_head head = {
        "Insolvency",
        is ? arena_format(&estate.k.laws_arena, "%s, insolvent since %s%s%s",
                          estate.insolvency.name, date_iso(estate.insolvency.day, day),
                          *estate.insolvency.reference ? ", " : "", estate.insolvency.reference)
           : NULL,
        insolvency_columns, INSOLVENCY_COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    if (is) {
        const struct date from = date_add(estate.insolvency.day, -DAYS_BEFORE);
        TRY_OUT(aging_scan(book, &query, estate_take, &estate));
        keeping_sort(&estate.k);
        TRY_OUT(estate_items(&estate, true));
        TRY_OUT(estate_items(&estate, false));
        TRY_OUT(receipts_each(book, from, date_add(estate.insolvency.day, -1), options->customer_id,
                              options->currency, estate_paid, &estate));
    }
    e = sink->foot(sink->self, estate_words(&estate, is));
out:
    keeping_close(&estate.k);
    return e;
}
