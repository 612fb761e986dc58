/* r_baddebt: tax on debts that are not paid, which may be asked back for a while. */
#include "report/r_baddebt.h"

#include "ledger/agingscan.h"
#include "ledger/baddebttax.h"
#include "ledger/debtor.h"
#include "ledger/deferredtax.h"
#include "ledger/monthend.h"
#include "ledger/setting.h"
#include "ledger/taxleft.h"
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
    {.name = "open", .title = "Unpaid", .kind = CELL_MONEY, .worth = 1, .flags = COLUMN_TOTAL},
    {.name = "tax", .title = "Tax unpaid", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "repay", .title = "Paid since", .kind = CELL_MONEY, .worth = 7, .flags = COLUMN_TOTAL},
    {.name = "writeoff", .title = "Write-off", .kind = CELL_CODE, .worth = 8},
    {.name = "asked", .title = "Asked back", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "back", .title = "Given back", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* An open item, or what was written off of one. */
struct claim {
    int64_t item_id, customer_id, open;
    struct date supply, due, from, until;
    const struct baddebt_tax *debt; /* NULL: open */
};
struct looking {
    struct book *book;
    struct sink *sink;
    const struct baddebt_options *options;
    struct arena arena;
    struct claim *claims;
    size_t count, room;
    int64_t lapsed; /* whose time to claim is over */
    int64_t waits;  /* whose tax waits for the money: it was never declared */
    int64_t base;   /* asked back less given back */
};

/* What is unpaid of an open item that is no bad debt yet; 0 when its tax waits for the money. */
static enum err tax_unpaid(struct looking *look, const struct claim *claim, const struct item *item,
                           int64_t *unpaid, int64_t *repay)
{
    struct tax_left left;
    int64_t tax = 0, paid = 0;
    struct date paid_on;
    bool waits = false;

    *unpaid = *repay = 0;
    TRY(taxleft_of(look->book, item, TAXLEFT_NOW, look->options->as_of, &look->arena, &left));
    for (int i = 0; i < left.count; i++)
        TRY(amount_add(tax, left.lines[i].tax, &tax));
    if (tax == 0)
        return ERR_OK;
    TRY(deferredtax_of(look->book, item->document_id, &waits));
    if (waits) {
        look->waits++;
        return ERR_OK;
    }
    TRY(paid_between(look->book, item->id, look->options->as_of, book_today(look->book), &paid,
                     &paid_on));
    TRY(amount_scale(tax, claim->open, left.gross, unpaid));
    return amount_scale(*unpaid, paid, claim->open, repay);
}

static enum err put(struct looking *look, const struct claim *claim)
{
    const struct baddebt_tax *debt = claim->debt;
    struct debtor debtor = {.code = ""};
    struct item item;
    int64_t unpaid = debt ? debt->tax : 0, repay = 0;

    arena_reset(&look->arena);
    TRY(item_get(look->book, claim->item_id, &look->arena, &item));
    if (!debt)
        TRY(tax_unpaid(look, claim, &item, &unpaid, &repay));
    if (unpaid == 0 && (!debt || !debt->asked))
        return ERR_OK;
    if (item.customer_id)
        TRY(debtor_get(look->book, item.customer_id, book_today(look->book), &look->arena,
                       &debtor));
    const struct cell cells[COLUMNS] = {
        cell_code(debtor.code),
        cell_code(item.number),
        cell_int(item.seq),
        cell_date(claim->supply),
        cell_date(claim->due),
        cell_date(claim->from),
        cell_date(claim->until),
        cell_code(item.currency.code),
        cell_money(money_of(claim->open, item.currency)),
        cell_money(money_of(unpaid, item.currency)),
        cell_money(money_of(repay, item.currency)),
        cell_code(debt ? debt->writeoff : ""),
        cell_money(money_of(debt ? debt->asked : 0, item.currency)),
        cell_money(money_of(debt ? debt->back : 0, item.currency)),
    };
    return sink_row(look->sink, item.id, debt && unpaid ? '!' : ' ', cells);
}

static void keep(struct looking *look, const struct claim *claim)
{
    if (look->count == look->room) {
        look->room = look->room * 2 + 64;
        look->claims = mem_resize(look->claims, look->room, sizeof *look->claims);
    }
    look->claims[look->count++] = *claim;
}

/* In its window, counted when that is over; `asked`: there is more to tell than what may be. */
static void consider(struct looking *look, struct claim *claim, bool asked)
{
    const struct baddebt_options *options = look->options;

    baddebt_window(look->book, claim->supply, claim->due, options->months, &claim->from,
                   &claim->until);
    if (asked)
        keep(look, claim);
    else if (options->as_of.day > claim->until.day)
        look->lapsed++;
    else if (options->as_of.day >= claim->from.day)
        keep(look, claim);
}

static enum err take(void *self, const struct aging_item *aged)
{
    struct looking *look = self;
    struct claim claim = {.item_id = aged->id,
                          .customer_id = aged->customer_id,
                          .open = aged->open,
                          .supply = aged->effective,
                          .due = aged->due};

    if (aged->open > 0 && (!look->options->currency ||
                           strcasecmp(look->options->currency, aged->currency) == 0))
        consider(look, &claim, false);
    return ERR_OK;
}

static enum err take_debts(struct looking *look, const struct baddebt_tax_query *query,
                           struct arena *arena)
{
    struct baddebt_tax *debts = NULL;
    int count = 0;

    TRY(baddebt_taxes(look->book, query, arena, &debts, &count));
    for (int i = 0; i < count; i++) {
        struct item item;
        TRY(item_get(look->book, debts[i].item_id, arena, &item));
        struct claim claim = {.item_id = item.id,
                              .customer_id = item.customer_id,
                              .open = debts[i].amount - debts[i].recovered,
                              .supply = item.effective,
                              .due = item.due,
                              .debt = &debts[i]};
        look->base += debts[i].base;
        if (debts[i].asked || debts[i].tax)
            consider(look, &claim, debts[i].asked != 0);
    }
    return ERR_OK;
}

static int claim_cmp(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    if (x->due.day != y->due.day)
        return x->due.day < y->due.day ? -1 : 1;
    if (x->item_id != y->item_id)
        return x->item_id < y->item_id ? -1 : 1;
    const int64_t p = x->debt ? x->debt->baddebt_id : 0, q = y->debt ? y->debt->baddebt_id : 0;
    return (p > q) - (p < q);
}

static const char *left_out(struct arena *words, const char *text, int64_t count, const char *why)
{
    if (count == 0)
        return text;
    return arena_format(words, "%s%s%lld item%s left out: %s", text, *text ? "; " : "",
                        (long long)count, count == 1 ? " is" : "s are", why);
}

/* The register of relief beside what its papers moved on the tax accounts. */
static enum err tie(struct looking *look, const struct baddebt_tax_query *query,
                    struct arena *words, const char **out)
{
    int64_t posted = 0;
    const char *text = "";

    TRY(baddebt_taxes_posted(look->book, query, &posted));
    if (posted != look->base)
        text = arena_format(words,
                            "Asked back less given back %s, but on the tax accounts %s: they "
                            "differ",
                            base_text(look->book, words, look->base),
                            base_text(look->book, words, posted));
    else if (posted)
        text = arena_format(words, "Asked back less given back %s = on the tax accounts",
                            base_text(look->book, words, posted));
    text = left_out(words, text, look->lapsed, "the time to claim is over");
    text = left_out(words, text, look->waits, "the tax waits for the money, it was never declared");
    *out = *text ? text : NULL;
    return ERR_OK;
}

enum err baddebt_table(struct book *book, const struct baddebt_options *options,
                       struct sink *sink)
{
    const struct aging_query query = {.as_of = options->as_of,
                                      .customer_id = options->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    struct currency currency;
    const bool one = options->currency && currency_find(options->currency, &currency) == ERR_OK;
    const struct baddebt_tax_query debts = {options->as_of, options->customer_id,
                                            one ? currency.code : NULL};
    const int months = options->months ? options->months
                                       : (int)setting_int(book, "baddebt.relief-months");
    struct looking look = {.book = book, .sink = sink, .options = options};
    struct arena words = {0};
    const char *foot = NULL;
    char day[DATE_TEXT];
    const struct table_head head = {
        "Tax on bad debt",
        arena_format(&words, "unpaid %d month%s after supply and due date, as of %s", months,
                     months == 1 ? "" : "s", date_iso(options->as_of, day)),
        columns, COLUMNS};
    enum err e;

    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(aging_scan(book, &query, take, &look));
    TRY_OUT(take_debts(&look, &debts, &words));
    if (look.count)
        qsort(look.claims, look.count, sizeof *look.claims, claim_cmp);
    for (size_t i = 0; i < look.count; i++)
        TRY_OUT(put(&look, &look.claims[i]));
    TRY_OUT(tie(&look, &debts, &words, &foot));
    e = sink->foot(sink->self, foot);
out:
    free(look.claims);
    arena_done(&look.arena);
    arena_done(&words);
    return e;
}
