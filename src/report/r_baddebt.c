/* r_baddebt: tax on debts that are not paid, which may be asked back for a while. */
#include "report/r_baddebt.h"

#include "ledger/agingscan.h"
#include "ledger/debtor.h"
#include "ledger/deferredtax.h"
#include "ledger/monthend.h"
#include "report/basetext.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 6},
    {.name = "supply", .title = "Supply", .kind = CELL_DATE, .worth = 5},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 4},
    {.name = "claim_from", .title = "From", .kind = CELL_DATE, .worth = 3},
    {.name = "claim_until", .title = "Until", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .worth = 1, .flags = COLUMN_TOTAL},
    {.name = "tax", .title = "Tax unpaid", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "repay", .title = "Paid since", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

struct looking {
    struct book *book;
    struct sink *sink;
    const struct baddebt_options *options;
    struct arena arena;
    struct aging_item *items; /* that count */
    size_t count, room;
    int64_t lapsed; /* items whose time to claim is over */
    int64_t waits;  /* items whose tax waits for the money: it was never declared */
};

static struct date later_of(const struct aging_item *item)
{
    return item->due.day > item->effective.day ? item->due : item->effective;
}

/* The first day on which it may be claimed, and the last. */
static struct date first_of(const struct aging_item *item, int months)
{
    return date_add(date_add_months(later_of(item), months), 1);
}

static struct date last_of(const struct aging_item *item)
{
    return date_add_months(later_of(item), BADDEBT_WINDOW);
}

static enum err put(struct looking *look, const struct aging_item *aged)
{
    struct debtor debtor = {.code = ""};
    struct item item;
    struct tax_part *parts = NULL;
    int64_t tax = 0, paid = 0, repay = 0;
    struct date paid_on;
    int count = 0;
    bool waits = false;

    arena_reset(&look->arena);
    TRY(item_get(look->book, aged->id, &look->arena, &item));
    TRY(deferredtax_of(look->book, item.document_id, &waits));
    if (waits) {
        look->waits++;
        return ERR_OK;
    }
    TRY(taxparts_of_item(look->book, &item, &look->arena, &parts, &count));
    for (int i = 0; i < count; i++)
        TRY(amount_add(tax, parts[i].tax, &tax));
    if (tax == 0)
        return ERR_OK;
    TRY(paid_between(look->book, item.id, look->options->as_of, book_today(look->book), &paid,
                     &paid_on));
    int64_t unpaid = 0;
    TRY(amount_scale(tax, aged->open, item.amount, &unpaid));
    TRY(amount_scale(unpaid, paid, aged->open, &repay));
    if (item.customer_id)
        TRY(debtor_get(look->book, item.customer_id, book_today(look->book), &look->arena,
                       &debtor));
    const struct cell cells[COLUMNS] = {
        cell_code(debtor.code),
        cell_code(item.number),
        cell_int(item.seq),
        cell_date(aged->effective),
        cell_date(aged->due),
        cell_date(first_of(aged, look->options->months)),
        cell_date(last_of(aged)),
        cell_code(item.currency.code),
        cell_money(money_of(aged->open, item.currency)),
        cell_money(money_of(unpaid, item.currency)),
        cell_money(money_of(repay, item.currency)),
    };
    return sink_row(look->sink, item.id, ' ', cells);
}

static enum err take(void *self, const struct aging_item *aged)
{
    struct looking *look = self;
    const struct baddebt_options *options = look->options;

    if (aged->open <= 0 || options->as_of.day < first_of(aged, options->months).day ||
        (options->currency && strcasecmp(options->currency, aged->currency) != 0))
        return ERR_OK;
    if (options->as_of.day > last_of(aged).day) {
        look->lapsed++;
        return ERR_OK;
    }
    if (look->count == look->room) {
        look->room = look->room * 2 + 64;
        look->items = mem_resize(look->items, look->room, sizeof *look->items);
    }
    look->items[look->count++] = *aged;
    return ERR_OK;
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

static const char *count_of(struct arena *words, int64_t count)
{
    return arena_format(words, "%lld item%s", (long long)count, count == 1 ? " is" : "s are");
}

static const char *left_out(const struct looking *look, struct arena *words)
{
    const char *lapsed = look->lapsed
                             ? arena_format(words, "%s left out: the time to claim is over",
                                            count_of(words, look->lapsed))
                             : NULL;

    if (!look->waits)
        return lapsed;
    return arena_format(words,
                        "%s%s%s left out: the tax waits for the money, it was never declared",
                        lapsed ? lapsed : "", lapsed ? "; " : "", count_of(words, look->waits));
}

enum err baddebt_table(struct book *book, const struct baddebt_options *options, struct sink *sink)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .customer_id = options->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    struct looking look = {.book = book, .sink = sink, .options = options};
    struct arena words = {0};
    char day[DATE_TEXT];
    const struct table_head head = {
        "Tax on bad debt",
        arena_format(&words, "unpaid %d month%s after supply and due date, as of %s",
                     options->months, options->months == 1 ? "" : "s",
                     date_iso(options->as_of, day)),
        columns, COLUMNS};
    enum err e;

    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(aging_scan(book, &query, take, &look));
    if (look.count)
        qsort(look.items, look.count, sizeof *look.items, item_cmp);
    for (size_t i = 0; i < look.count; i++)
        TRY_OUT(put(&look, &look.items[i]));
    e = sink->foot(sink->self, left_out(&look, &words));
out:
    free(look.items);
    arena_done(&look.arena);
    arena_done(&words);
    return e;
}
