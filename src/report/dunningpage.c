#include "report/dunningpage.h"

#include "ledger/accrual.h"
#include "ledger/customer.h"
#include "ledger/dunscheme.h"
#include "ledger/item.h"
#include "ledger/setting.h"
#include "report/dunningwords.h"
#include "report/letterhead.h"
#include "rules/reference.h"

#include <string.h>

struct writing {
    struct book *book;
    const struct dunaccount *account;
    const struct dunletter *letter;
    const struct dunning_words *words;
    struct customer customer;
    struct page *page;
    int rows;
    const char *only; /* the document, when it is one */
    int64_t charges;
};

static const char *iso(struct page *page, struct date day)
{
    char text[DATE_TEXT];

    return arena_text(&page->arena, date_iso(day, text));
}

static const char *money(const struct writing *w, int64_t minor)
{
    return letter_money(&w->page->arena, money_of(minor, w->letter->currency));
}

/* {amount}, {due} and {company} in a text of the level. */
static const char *filled(const struct writing *w, const char *text)
{
    const struct {
        const char *mark, *value;
    } marks[] = {
        {"{amount}", money(w, w->letter->amount + w->letter->fee)},
        {"{due}", iso(w->page, w->letter->due)},
        {"{company}", book_company(w->book)},
    };
    const char *out = "";

    while (*text) {
        const char *at = strchr(text, '{');
        const char *value = NULL;
        size_t skip = 0;
        for (size_t i = 0; at && i < sizeof marks / sizeof marks[0]; i++)
            if (strncmp(at, marks[i].mark, strlen(marks[i].mark)) == 0) {
                value = marks[i].value;
                skip = strlen(marks[i].mark);
            }
        const size_t plain = at ? (size_t)(at - text) + (value ? 0 : 1) : strlen(text);
        out = arena_format(&w->page->arena, "%s%.*s%s", out, (int)plain, text, value ? value : "");
        text += plain + skip;
    }
    return out;
}

static enum err head_write(const struct writing *w, const struct dunscheme_text *text)
{
    const struct customer *customer = &w->customer;
    struct page *page = w->page;
    const char *address = NULL;

    page->title = arena_format(&page->arena, "%s: %s", book_company(w->book), text->title);
    page->subtitle =
        arena_format(&page->arena, "%s, %s", customer->code, iso(page, w->letter->day));
    TRY(setting_text(w->book, "address", &page->arena, &address));
    if (address && *address) {
        page_text(page, address);
        page_space(page);
    }
    page_text(page, customer->name);
    if (*customer->contact)
        page_text(page,
                  arena_format(&page->arena, "%s %s", w->words->attention, customer->contact));
    if (*customer->address)
        page_text(page, customer->address);
    page_space(page);
    page_pair(page, w->words->account, customer->code);
    page_pair(page, w->words->letter, w->letter->number);
    page_pair(page, w->words->date, iso(page, w->letter->day));
    page_space(page);
    page_heading(page, 2, text->title);
    page_text(page, w->words->dear);
    page_space(page);
    page_text(page, filled(w, text->opening));
    page_space(page);
    return ERR_OK;
}

/* Columns in which nothing would stand are left out. */
struct columns {
    bool disputed, credited;
};

static struct columns columns_of(const struct writing *w)
{
    struct columns out = {false, false};

    for (int i = 0; i < w->account->account.count; i++) {
        const struct dunning_item *item = &w->account->account.items[i];
        if (item->next != w->letter->level)
            continue;
        out.disputed = out.disputed || item->disputed != 0;
        out.credited = out.credited || item->credited != 0;
    }
    return out;
}

#define COLUMNS 8

static enum err row_write(struct writing *w, const struct columns *columns, struct sink *sink,
                          const struct dunrow *row, const struct dunning_item *judged)
{
    const struct currency currency = w->letter->currency;
    struct cell cells[COLUMNS];
    struct item item;
    int count = 0;

    TRY(item_get(w->book, row->item_id, &w->page->arena, &item));
    cells[count++] = cell_code(item.number);
    cells[count++] = cell_date(item.issued);
    cells[count++] = cell_date(item.due);
    cells[count++] = cell_int(judged->days > 0 ? judged->days : 0);
    cells[count++] = cell_money(money_of(judged->open, currency));
    if (columns->disputed)
        cells[count++] = cell_money(money_of(judged->disputed, currency));
    if (columns->credited)
        cells[count++] = cell_money(money_of(judged->credited, currency));
    cells[count] = cell_money(money_of(judged->amount, currency));
    w->only = w->rows++ == 0 ? item.number : NULL;
    if (judged->charge)
        TRY(amount_add(w->charges, judged->amount, &w->charges));
    return sink_row(sink, row->item_id, ' ', cells);
}

static enum err items_write(struct writing *w)
{
    const struct dunning_words *words = w->words;
    const struct columns wanted = columns_of(w);
    struct column columns[COLUMNS] = {
        {.name = "document", .title = words->document, .kind = CELL_CODE},
        {.name = "issued", .title = words->issued, .kind = CELL_DATE, .worth = 1},
        {.name = "due", .title = words->due, .kind = CELL_DATE},
        {.name = "days", .title = words->days, .kind = CELL_INT},
        {.name = "open", .title = words->open, .kind = CELL_MONEY},
    };
    int count = 5;

    if (wanted.disputed)
        columns[count++] =
            (struct column){.name = "disputed", .title = words->disputed, .kind = CELL_MONEY};
    if (wanted.credited)
        columns[count++] =
            (struct column){.name = "credit", .title = words->credit, .kind = CELL_MONEY};
    columns[count++] = (struct column){
        .name = "pay", .title = words->pay, .kind = CELL_MONEY, .flags = COLUMN_TOTAL};
    const struct table_head head = {NULL, NULL, columns, count};
    struct sink sink = table_sink(page_table(w->page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < w->account->account.count; i++)
        if (w->account->account.items[i].next == w->letter->level)
            TRY(row_write(w, &wanted, &sink, &w->account->rows[i], &w->account->account.items[i]));
    return sink.foot(sink.self, NULL);
}

/* What late payment has cost so far and nobody charged: told, and not asked for. */
static enum err interest_read(const struct writing *w, int64_t *out)
{
    struct charge_accrued *accrued;
    int count;

    *out = 0;
    if (w->letter->level == 0)
        return ERR_OK;
    TRY(charge_accrued(w->book, w->letter->customer_id, w->letter->day, &w->page->arena, &accrued,
                       &count));
    for (int i = 0; i < count; i++)
        if (currency_is(accrued[i].currency, w->letter->currency) && accrued[i].amount > 0)
            *out = accrued[i].amount;
    return ERR_OK;
}

static enum err sums_write(const struct writing *w)
{
    int64_t interest;

    const struct dunletter *letter = w->letter;
    struct page *page = w->page;

    TRY(interest_read(w, &interest));
    page_space(page);
    if (w->charges)
        page_figure(page, w->words->charges, money(w, w->charges), NULL);
    if (letter->fee)
        page_figure(page, w->words->fee, money(w, letter->fee), NULL);
    page_figure(page, w->words->total, money(w, letter->amount + letter->fee), NULL);
    page_figure(page, w->words->balance,
                money(w, w->account->account.all_open - w->account->account.credits + letter->fee),
                NULL);
    if (interest)
        page_figure(page, w->words->interest, money(w, interest), NULL);
    page_space(page);
    return ERR_OK;
}

/* Of one paper its own reference, else that of the account, as on statements. */
static void slip_write(const struct writing *w)
{
    const char *number = w->only ? w->only : w->customer.code;
    char reference[REFERENCE_TEXT], groups[REFERENCE_SHOWN];
    struct page *page = w->page;

    page_rule(page);
    page_text(page, w->words->slip);
    page_pair(page, w->words->account,
              arena_format(&page->arena, "%s, %s", w->customer.code, w->customer.name));
    if (reference_make(number, reference, NULL) == ERR_OK)
        page_pair(page, w->words->reference,
                  arena_text(&page->arena, reference_show(reference, groups)));
    page_pair(page, w->words->total, money(w, w->letter->amount + w->letter->fee));
    page_pair(page, w->words->by, iso(page, w->letter->due));
}

enum err dunning_page(struct book *book, const struct dunaccount *account, struct dunletter *letter,
                      struct page *page)
{
    struct writing w = {.book = book, .account = account, .letter = letter, .page = page};
    struct dunscheme_text text;

    TRY(customer_get(book, letter->customer_id, &page->arena, &w.customer));
    TRY(dunscheme_text_for(book, account->scheme, letter->level, w.customer.language, &page->arena,
                           &text));
    w.words = dunning_words(text.language);
    letter->language = text.language;
    TRY(head_write(&w, &text));
    TRY(items_write(&w));
    TRY(sums_write(&w));
    page_text(page, filled(&w, text.closing));
    page_space(page);
    page_text(page, w.words->regards);
    page_text(page, book_company(book));
    slip_write(&w);
    return ERR_OK;
}
