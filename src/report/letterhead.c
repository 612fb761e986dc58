#include "report/letterhead.h"

#include "ledger/book.h"
#include "ledger/dated.h"

enum err letterhead_write(struct book *book, const struct customer *customer,
                          const struct letterhead *head, struct page *page)
{
    const char *contact = customer->contact, *address = customer->address;

    TRY(dated_on(book, customer->id, DATED_CONTACT, head->day, &page->arena, &contact));
    TRY(dated_on(book, customer->id, DATED_ADDRESS, head->day, &page->arena, &address));

    page->title = arena_format(&page->arena, "%s: %s", book_company(book), head->title);
    page->subtitle = arena_format(&page->arena, "%s, %s", customer->code, head->days);
    page_text(page, customer->name);
    if (*contact)
        page_text(page, arena_format(&page->arena, "Attn. %s", contact));
    if (*address)
        page_text(page, address);
    page_space(page);
    page_pair(page, "Account", customer->code);
    if (head->number)
        page_pair(page, head->number_label, head->number);
    page_pair(page, "Date", letter_day(&page->arena, head->day));
    if (*customer->tax_number)
        page_pair(page, "Tax number", customer->tax_number);
    page_space(page);
    return ERR_OK;
}

const char *letter_day(struct arena *arena, struct date day)
{
    char text[DATE_TEXT];

    return arena_text(arena, date_iso(day, text));
}

const char *letter_money(struct arena *arena, struct money money)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char out[MONEY_TEXT];

    return arena_format(arena, "%s %s", money_show(money, &grouped, out), money.currency.code);
}
