/* reconciliationpage: how an account at the bank and the books stand to each other, with both
 * proofs and both lists by age. */
#include "report/reconciliationpage.h"

#include "ledger/bankmatch.h"

static const char *shown(struct page *page, int64_t minor, struct currency currency)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char text[MONEY_TEXT];

    return arena_text(&page->arena, money_show(money_of(minor, currency), &grouped, text));
}

/* ---- the two lists -------------------------------------------------------------------------- */

static const struct column line_columns[] = {
    {.name = "line", .title = "Line", .kind = CELL_INT, .worth = 1},
    {.name = "booked", .title = "Booked", .kind = CELL_DATE},
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 2},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
static const struct column banked_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "posted", .title = "Posted", .kind = CELL_DATE},
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

struct list {
    struct sink sink;
    const struct reconciliation *r;
};

static enum err line_row(void *self, const struct bankbook_line *line)
{
    struct list *list = self;
    const struct cell cells[] = {
        cell_int(line->id),   cell_date(line->booked),
        cell_int(list->r->day.day - line->booked.day),
        cell_text(line->name), cell_text(line->text),
        cell_money(money_of(line->amount, line->currency))};

    return sink_row(&list->sink, line->id, '!', cells);
}

static enum err banked_row(void *self, const struct banked *banked)
{
    struct list *list = self;
    const struct cell cells[] = {cell_code(banked->number),
                                 cell_text(document_kind_word(banked->kind)),
                                 cell_date(banked->posted),
                                 cell_int(list->r->day.day - banked->posted.day),
                                 cell_code(banked->customer),
                                 cell_money(money_of(banked->amount, banked->currency))};

    return currency_is(banked->currency, list->r->currency)
               ? sink_row(&list->sink, banked->document_id, ' ', cells)
               : ERR_OK;
}

static enum err lists(struct book *book, const struct reconciliation *r, struct page *page)
{
    struct list list = {.r = r};
    const struct table_head lines = {"Lines of the bank that are in no match", NULL, line_columns,
                                     sizeof line_columns / sizeof *line_columns};
    const struct table_head ours = {"In our books, not at the bank", NULL, banked_columns,
                                    sizeof banked_columns / sizeof *banked_columns};
    const struct bankbook_query line_query = {
        .account_id = r->account_id, .from = DATE_NONE, .to = r->day, .unmatched = true};
    const struct banked_query banked_query = {
        .account_id = r->account_id, .to = r->day, .unmatched = true};

    if (r->unmatched_count) {
        page_space(page);
        list.sink = table_sink(page_table(page));
        TRY(list.sink.head(list.sink.self, &lines));
        TRY(bankbook_each(book, &line_query, line_row, &list));
        TRY(list.sink.foot(list.sink.self, NULL));
    }
    if (r->transit_count + r->unpresented_count == 0)
        return ERR_OK;
    page_space(page);
    list.sink = table_sink(page_table(page));
    TRY(list.sink.head(list.sink.self, &ours));
    TRY(banked_each(book, &banked_query, banked_row, &list));
    return list.sink.foot(list.sink.self, NULL);
}

/* ---- the page ------------------------------------------------------------------------------- */

static void proofs(const struct reconciliation *r, struct page *page)
{
    const struct currency c = r->currency;
    char day[DATE_TEXT];

    page_heading(page, 2, "The bank by itself");
    page_pair(page, "Opening", r->has_opening ? shown(page, r->opening, c) : "not known");
    page_pair(page, "Lines", shown(page, r->lines, c));
    page_pair(page, "Closing", r->has_closing ? shown(page, r->closing, c) : "not known");
    page_pair(page, "Difference",
              r->has_opening && r->has_closing ? shown(page, r->file_difference, c) : "not known");
    page_heading(page, 2, "The bank and the general ledger");
    page_pair(page, "General ledger", shown(page, r->ledger, c));
    page_pair(page, "less in transit", shown(page, r->transit, c));
    page_pair(page, "plus unpresented", shown(page, r->unpresented, c));
    page_pair(page, "comes to", shown(page, r->ledger - r->transit + r->unpresented, c));
    page_pair(page, "Difference",
              r->has_closing ? shown(page, r->ledger_difference, c) : "not known");
    if (r->before && r->ledger_difference)
        page_pair(page, arena_format(&page->arena, "of it before %s", date_iso(r->began, day)),
                  shown(page, r->before, c));
    if (r->unmatched_count)
        page_pair(page, "of it lines in no match", shown(page, r->unmatched, c));
}

enum err reconciliation_page(struct book *book, const struct reconciliation *r, struct page *page)
{
    struct bank_account account;
    char day[DATE_TEXT];

    TRY(bank_account_get(book, r->account_id, &page->arena, &account));
    page->title = arena_format(&page->arena, "Reconciliation of %s %s", account.code, account.name);
    page->subtitle = arena_format(&page->arena, "%s%sto %s, in %s", account.number,
                                  *account.number ? ", " : "", date_iso(r->day, day),
                                  r->currency.code);
    proofs(r, page);
    if (r->id) {
        page_space(page);
        page_pair(page, "Number", arena_format(&page->arena, "%lld", (long long)r->id));
        page_pair(page, "Prepared by", r->prepared_by);
        page_pair(page, r->decided && !r->approved ? "Rejected by" : "Approved by",
                  r->decided ? r->decided_by : "(waits)");
        if (*r->reason)
            page_pair(page, "Reason", r->reason);
    }
    return lists(book, r, page);
}
