#include "report/r_card.h"

#include "ledger/accrual.h"
#include "ledger/beside.h"
#include "ledger/customer.h"
#include "ledger/pending.h"
#include "ledger/person.h"
#include "ledger/receipts.h"
#include "ledger/recourse.h"
#include "ledger/returned.h"
#include "ledger/sent.h"
#include "ledger/setting.h"
#include "report/r_cash.h"
#include "report/r_credit.h"
#include "report/r_disputes.h"
#include "report/r_openitems.h"

static const char *shown(struct arena *arena, struct money money)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char out[MONEY_TEXT];
    return arena_format(arena, "%s %s", money_show(money, &grouped, out), money.currency.code);
}

struct returns {
    int count;
    struct date last;
};

static enum err return_count(void *self, int64_t customer_id, struct date date)
{
    struct returns *returns = self;

    (void)customer_id;
    returns->count++;
    returns->last = date;
    return ERR_OK;
}

static enum err returned_pair(struct book *book, const struct customer *c, struct date as_of,
                              struct page *page)
{
    struct returns returns = {0};
    char day[DATE_TEXT];

    TRY(returned_each(book, c->id, as_of, return_count, &returns));
    if (returns.count)
        page_say(page, "Returned",
                 arena_format(&page->arena, "%d payment%s for lack of funds, last on %s",
                              returns.count, returns.count == 1 ? "" : "s",
                              date_iso(returns.last, day)));
    return ERR_OK;
}

/* Payments that are entered and not posted: they count nowhere else. */
static enum err card_pending(struct book *book, const struct customer *c, struct page *page)
{
    struct pending *list;
    int count;

    TRY(pending_of_customer(book, c->id, &page->arena, &list, &count));
    if (count > 0)
        page_say(
            page, "Pending",
            arena_format(&page->arena, "%s, %s",
                         shown(&page->arena, money_of(pending_sum(list, count), list[0].currency)),
                         pending_clause(list, count, DATE_NONE, &page->arena)));
    return ERR_OK;
}

static enum err card_credit(struct book *book, const struct customer *c, struct date as_of,
                            struct page *page)
{
    struct credit_words words;

    TRY(credit_words(book, c->id, as_of, &page->arena, &words));
    page_say(page, "Credit limit", words.limit);
    page_say(page, "Insured", words.insured);
    page_say(page, "Exposure", words.exposure);
    page_say(page, "Available", words.available);
    page_say(page, "On hold", words.hold);
    page_say(page, "Mind", words.mind);
    return ERR_OK;
}

/* Interest for late payment that nobody charged yet. */
static enum err card_accrued(struct book *book, const struct customer *c, struct date as_of,
                             struct page *page)
{
    struct charge_accrued *rows;
    const char *text = NULL;
    int count;

    TRY(charge_accrued(book, c->id, as_of, &page->arena, &rows, &count));
    for (int i = 0; i < count; i++) {
        const char *sum = shown(&page->arena, money_of(rows[i].amount, rows[i].currency));
        text = text ? arena_format(&page->arena, "%s, %s", text, sum) : sum;
    }
    if (text)
        page_say(page, "Accrued",
                 arena_format(&page->arena, "%s for late payment, not charged", text));
    return ERR_OK;
}

static enum err card_head(struct book *book, const struct customer *c, struct date as_of,
                          struct page *page)
{
    struct money amount;
    struct date paid;
    char day[DATE_TEXT];
    const char *usual = NULL, *elsewhere = NULL, *branches = NULL;
    struct beside beside;
    bool is;

    TRY(setting_text(book, "terms.default", &page->arena, &usual));
    page->title = arena_format(&page->arena, "%s  %s", c->code, c->name);
    page->subtitle = arena_format(&page->arena, "as of %s", date_iso(as_of, day));
    TRY(recourse_words(book, c->id, as_of, &page->arena, &elsewhere));
    page_say(page, "Status", elsewhere);
    page_say(page, "Address", c->address);
    page_say(page, "Country", c->country);
    page_say(page, "Contact", c->contact);
    page_say(page, "Phone", c->phone);
    page_say(page, "E-mail", c->email);
    page_say(page, "Parent", c->parent);
    TRY(sent_branches_words(book, c->id, as_of, &page->arena, &branches));
    page_say(page, "On its statement", branches);
    page_say(page, "On the statement of", c->statement_to);
    page_say(page, "Collector", c->collector);
    page_say(page, "Salesperson", c->salesperson);
    page_say(page, "Tax number", c->tax_number);
    page_say(page, "Terms",
             *c->terms ? c->terms : arena_format(&page->arena, "%s (the book's)", usual));
    TRY(card_credit(book, c, as_of, page));
    TRY(receipt_last(book, c->id, as_of, &is, &paid, &amount));
    if (is)
        page_say(page, "Last paid",
                 arena_format(&page->arena, "%s on %s", shown(&page->arena, amount),
                              date_iso(paid, day)));
    TRY(returned_pair(book, c, as_of, page));
    TRY(beside_read(book, c->id, &c->currency, as_of, &beside));
    page_say(page, "Beside it", beside_prepaid(&beside, &page->arena));
    page_say(page, beside.prepaid ? "" : "Beside it", beside_in_hand(&beside, &page->arena));
    TRY(card_pending(book, c, page));
    TRY(card_accrued(book, c, as_of, page));
    page_space(page);
    return ERR_OK;
}

static enum err people(struct book *book, const struct customer *c, struct arena *arena,
                       struct page *page)
{
    static const struct column columns[] = {
        {"name", "Name", CELL_TEXT, 0, 0, 0},
        {"role", "Role", CELL_TEXT, 1, 0, 0},
        {"phone", "Phone", CELL_CODE, 0, 0, 0},
        {"email", "E-mail", CELL_CODE, 0, 0, 0},
    };
    const struct table_head head = {"People", NULL, columns, 4};
    struct person *list;
    int count;

    TRY(people_of(book, c->id, false, arena, &list, &count));
    if (count == 0)
        return ERR_OK;
    page_space(page);
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {cell_text(list[i].name), cell_text(list[i].role),
                                     cell_code(list[i].phone), cell_code(list[i].email)};
        TRY(sink_row(&sink, list[i].id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

/* Keeps a table on the page only when it has rows: an empty one says nothing. */
typedef enum err card_table(struct book *book, const struct aging_options *options,
                            struct sink *sink);

static enum err part(struct book *book, const struct aging_options *options, card_table *report,
                     struct page *page)
{
    struct table probe;
    enum err e;

    table_init(&probe);
    struct sink sink = table_sink(&probe);
    e = report(book, options, &sink);
    const bool some = probe.count > 0;
    table_done(&probe);
    if (e != ERR_OK || !some)
        return e;
    struct sink out = table_sink(page_table(page));
    e = report(book, options, &out);
    page_space(page);
    return e;
}

static enum err payments(struct book *book, const struct aging_options *options, struct sink *sink)
{
    const struct cash_options cash = {.from = date_add_months(options->as_of, -12),
                                      .to = options->as_of,
                                      .customer_id = options->customer_id};
    return cash_table(book, &cash, sink);
}

enum err card_page(struct book *book, const struct aging_options *options, struct page *page)
{
    static card_table *const parts[] = {aging_table, openitems_table, disputes_table, payments};
    struct arena arena = {0};
    struct customer customer;
    enum err e;

    TRY_OUT(customer_get(book, options->customer_id, &arena, &customer));
    TRY_OUT(card_head(book, &customer, options->as_of, page));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        TRY_OUT(part(book, options, parts[i], page));
    e = people(book, &customer, &arena, page);
out:
    arena_done(&arena);
    return e;
}
