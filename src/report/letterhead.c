#include "report/letterhead.h"

#include "ledger/book.h"
#include "ledger/dated.h"
#include "ledger/setting.h"
#include "rules/paycode.h"

#include <string.h>

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

/* "DE89 3704 0044 0532 0130 00" */
static const char *iban_show(struct arena *arena, const char *iban)
{
    const char *shown = "";

    for (int i = 0; *iban; iban++)
        if (*iban != ' ')
            shown = arena_format(arena, "%s%s%c", shown, i && i % 4 == 0 ? " " : "", *iban), i++;
    return shown;
}

enum err letter_payment(struct book *book, struct money money, const char *reference,
                        const char *text, struct page *page)
{
    struct arena *arena = &page->arena;
    const char *iban = NULL, *bic = NULL, *payload = NULL;
    struct note note = {0};

    TRY(setting_text(book, "company.iban", arena, &iban));
    TRY(setting_text(book, "company.bic", arena, &bic));
    if (!*iban || money.minor <= 0)
        return ERR_OK;
    page_pair(page, "Pay to",
              *bic ? arena_format(arena, "%s, BIC %s", iban_show(arena, iban), bic)
                   : iban_show(arena, iban));
    if (strcmp(money.currency.code, "EUR") != 0)
        return ERR_OK;
    const struct paycode code = {.name = book_company(book),
                                 .iban = iban,
                                 .bic = bic,
                                 .cents = money.minor,
                                 .reference = reference,
                                 .text = text};
    /* what is no code is told by the pair above all the same */
    if (paycode_make(&code, arena, &payload, &note) == ERR_OK)
        page_code(page, arena_format(arena, "Scan to pay %s", letter_money(arena, money)), payload);
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
