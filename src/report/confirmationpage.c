#include "report/confirmationpage.h"

#include "ledger/book.h"
#include "report/letterhead.h"
#include "report/r_statement.h"
#include "rules/reference.h"

/* What comes back: agreed, or what is owed by the customer's books. */
static void page_slip(struct book *book, const struct confirmation *letter, struct page *page)
{
    char reference[REFERENCE_TEXT], groups[REFERENCE_SHOWN], day[DATE_TEXT];
    const char *money = letter_money(&page->arena, letter->balance);

    date_iso(letter->day, day);
    page_rule(page);
    page_text(page, arena_format(&page->arena, "Please return this part to %s.",
                                 book_company(book)));
    page_pair(page, "Letter", letter->number);
    page_pair(page, "Account",
              arena_format(&page->arena, "%s, %s", letter->customer, letter->name));
    if (reference_make(letter->number, reference, NULL) == ERR_OK)
        page_pair(page, "Reference", arena_text(&page->arena, reference_show(reference, groups)));
    page_space(page);
    page_text(page, arena_format(&page->arena, "[ ] We agree: %s on %s.", money, day));
    page_text(page, "[ ] We do not agree. By our books it is: ______________________");
    page_text(page, "    The difference is: ________________________________________");
    page_space(page);
    page_text(page, "Date: ______________  Name and signature: _____________________");
}

enum err confirmation_page(struct book *book, const struct confirmation *letter, struct page *page)
{
    const struct statement_options options = {.customer_id = letter->customer_id,
                                              .kind = STATEMENT_OPEN_ITEM,
                                              .from = letter->day,
                                              .to = letter->day,
                                              .currency = letter->balance.currency.code};
    struct customer customer;
    char day[DATE_TEXT], due[DATE_TEXT];

    TRY(customer_get(book, letter->customer_id, &page->arena, &customer));
    date_iso(letter->day, day);
    date_iso(letter->due, due);
    const struct letterhead head = {.title = "confirmation of balance",
                                    .days = arena_text(&page->arena, day),
                                    .number_label = "Letter",
                                    .number = letter->number,
                                    .day = letter->sent};
    TRY(letterhead_write(book, &customer, &head, page));
    page_text(page,
              arena_format(&page->arena,
                           "By our books your balance at the end of %s is %s, as listed here. "
                           "Please compare it with yours and return the slip by %s, also when you "
                           "agree. This is not a demand for payment.",
                           day, letter_money(&page->arena, letter->balance), due));
    page_space(page);
    struct table *table = page_table(page);
    struct sink sink = table_sink(table);
    TRY(statement_table(book, &options, &sink));
    table->head.title = table->head.subtitle = NULL; /* the letter has said it */
    page_space(page);
    page_slip(book, letter, page);
    return ERR_OK;
}
