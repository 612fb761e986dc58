#include "report/confirmationpage.h"

#include "ledger/book.h"
#include "report/paperfields.h"
#include "report/papertemplate.h"
#include "report/r_statement.h"

/* The letter asks for a balance and for no payment: what is overdue is not pointed at. */
static void marks_drop(const struct fields_list *items)
{
    for (struct fields *row = items ? items->first : NULL; row; row = row->next)
        row->mark = ' ';
}

enum err confirmation_page(struct book *book, const struct confirmation *letter, struct page *page)
{
    const struct statement_options options = {.customer_id = letter->customer_id,
                                              .kind = STATEMENT_OPEN_ITEM,
                                              .from = letter->day,
                                              .to = letter->day,
                                              .currency = letter->balance.currency.code};
    struct fields fields;
    struct fields_sink items = {.fields = &fields, .list = "items", .word = "kind"};
    struct sink sink = fields_take(&items);
    struct customer customer;

    TRY(customer_get(book, letter->customer_id, &page->arena, &customer));
    TRY(papertemplate_begin(book, "confirmation", page, &fields));
    TRY(paperfields_customer(book, &customer, letter->sent, &fields));
    fields_put(&fields, "number", cell_code(letter->number));
    fields_date(&fields, "date", letter->sent);
    fields_date(&fields, "day", letter->day);
    fields_date(&fields, "due", letter->due);
    fields_money(&fields, "balance", letter->balance);
    paperfields_reference(&fields, letter->number);
    TRY(statement_table(book, &options, &sink));
    marks_drop(fields_list(&fields, "items"));
    return papertemplate_draw(book, "confirmation", customer.language, &fields, page);
}
