#include "report/dunningpage.h"

#include "ledger/accrual.h"
#include "ledger/customer.h"
#include "ledger/dunscheme.h"
#include "ledger/item.h"
#include "ledger/papertext.h"
#include "report/paperfields.h"
#include "report/papertemplate.h"

struct writing {
    struct book *book;
    const struct dunaccount *account;
    const struct dunletter *letter;
    struct customer customer;
    struct page *page;
    struct fields *fields;
    int rows;
    const char *only; /* the document, when it is one */
    int64_t charges;
    bool disputed, credited;
};

/* Whom it goes to and what the texts of its level say. */
static void put_head(const struct writing *w, const struct dunscheme_text *text)
{
    const struct dunletter *letter = w->letter;
    struct fields *fields = w->fields;

    fields_put(fields, "customer.code", cell_code(w->customer.code));
    fields_text(fields, "customer.name", w->customer.name);
    fields_text(fields, "customer.contact", w->customer.contact);
    fields_text(fields, "customer.address", w->customer.address);
    fields_text(fields, "customer.tax_number", w->customer.tax_number);
    fields_put(fields, "number", cell_code(letter->number));
    fields_date(fields, "date", letter->day);
    fields_put(fields, "level", cell_int(letter->level));
    fields_date(fields, "due", letter->due);
    fields_text(fields, "title", text->title);
    fields_pattern(fields, "opening", text->opening);
    fields_pattern(fields, "closing", text->closing);
    fields_money(fields, "amount", money_of(letter->amount + letter->fee, letter->currency));
    fields_text(fields, "company", book_company(w->book));
}

static enum err put_item(struct writing *w, const struct dunrow *row,
                         const struct dunning_item *judged)
{
    const struct currency currency = w->letter->currency;
    struct fields *to = fields_row(w->fields, "items");
    struct item item;

    TRY(item_get(w->book, row->item_id, &w->page->arena, &item));
    to->id = row->item_id;
    fields_put(to, "document", cell_code(item.number));
    fields_date(to, "issued", item.issued);
    fields_date(to, "due", item.due);
    fields_put(to, "days", cell_int(judged->days > 0 ? judged->days : 0));
    fields_money(to, "open", money_of(judged->open, currency));
    fields_money(to, "disputed", money_of(judged->disputed, currency));
    fields_money(to, "credit", money_of(judged->credited + judged->in_hand, currency));
    fields_money(to, "pay", money_of(judged->amount, currency));
    w->disputed = w->disputed || judged->disputed != 0;
    w->credited = w->credited || judged->credited + judged->in_hand != 0;
    w->only = w->rows++ == 0 ? item.number : NULL;
    return judged->charge ? amount_add(w->charges, judged->amount, &w->charges) : ERR_OK;
}

static enum err put_items(struct writing *w)
{
    for (int i = 0; i < w->account->account.count; i++)
        if (w->account->account.items[i].next == w->letter->level)
            TRY(put_item(w, &w->account->rows[i], &w->account->account.items[i]));
    /* columns in which nothing would stand are left out */
    fields_flag(w->fields, "disputed", w->disputed);
    fields_flag(w->fields, "credited", w->credited);
    return ERR_OK;
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

static void put_money(const struct writing *w, const char *name, int64_t minor)
{
    if (minor)
        fields_money(w->fields, name, money_of(minor, w->letter->currency));
}

static enum err put_sums(const struct writing *w)
{
    const struct dunletter *letter = w->letter;
    const struct dunning_account *account = &w->account->account;
    int64_t interest;

    TRY(interest_read(w, &interest));
    put_money(w, "charges", w->charges);
    put_money(w, "fee", letter->fee);
    fields_money(w->fields, "total", money_of(letter->amount + letter->fee, letter->currency));
    fields_money(w->fields, "balance",
                 money_of(account->all_open - account->credits + letter->fee, letter->currency));
    put_money(w, "interest", interest);
    /* of one paper its own reference, else that of the account, as on statements */
    return paperfields_payment(w->book, money_of(letter->amount + letter->fee, letter->currency),
                               w->only ? w->only : w->customer.code, w->fields);
}

enum err dunning_page(struct book *book, const struct dunaccount *account, struct dunletter *letter,
                      struct page *page)
{
    struct fields fields;
    struct writing w = {
        .book = book, .account = account, .letter = letter, .page = page, .fields = &fields};
    struct dunscheme_text text;
    const char *language;

    TRY(customer_get(book, letter->customer_id, &page->arena, &w.customer));
    TRY(papertemplate_begin(book, "dunning", page, &fields));
    TRY(papertext_language(book, w.customer.language, &page->arena, &language));
    TRY(dunscheme_text_for(book, account->scheme, letter->level, language, &page->arena, &text));
    letter->language = text.language;
    put_head(&w, &text);
    TRY(put_items(&w));
    TRY(put_sums(&w));
    return papertemplate_draw(book, "dunning", text.language, &fields, page);
}
