#include "report/chargepage.h"

#include "ledger/customer.h"
#include "report/letterhead.h"

#include <string.h>

static const struct column columns[] = {
    {.name = "from", .title = "From", .kind = CELL_DATE},
    {.name = "to", .title = "To", .kind = CELL_DATE},
    {.name = "days", .title = "Days", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_MONEY},
    {.name = "rate", .title = "Rate %", .kind = CELL_PERCENT},
    {.name = "of", .title = "Of days", .kind = CELL_INT},
    {.name = "interest", .title = "Interest", .kind = CELL_MONEY},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

/* Each piece rounded by itself is for the eye; the sum is rounded once. */
static enum err pieces_show(struct page *page, const struct interest_piece *pieces, int count,
                            struct currency currency)
{
    const struct table_head head = {NULL, NULL, columns, COLUMNS};
    struct sink sink = table_sink(page_table(page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const struct interest_piece *piece = &pieces[i];
        int64_t interest;
        TRY(interest_sum(piece, 1, &interest));
        const struct cell cells[COLUMNS] = {
            cell_date(piece->from),
            cell_date(piece->to),
            cell_int(piece->to.day - piece->from.day + 1),
            cell_money(money_of(piece->open, currency)),
            cell_number(CELL_PERCENT, piece->ppm),
            cell_int(piece->divisor),
            cell_money(money_of(interest, currency)),
        };
        TRY(sink_row(&sink, i + 1, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

struct arithmetic {
    const char *number;
    int instalment;
    enum accrual_kind kind;
    struct date due, upto;
    struct currency currency;
    int64_t accrued, before, amount;
    const struct interest_piece *pieces;
    int piece_count;
    bool posted; /* else it would be so */
};

static enum err arithmetic_show(struct page *page, const struct arithmetic *of)
{
    page_heading(page, 2,
                 of->instalment > 1
                     ? arena_format(&page->arena, "%s on %s, instalment %d",
                                    of->kind == ACCRUAL_LUMP ? "Compensation" : "Interest",
                                    of->number, of->instalment)
                     : arena_format(&page->arena, "%s on %s",
                                    of->kind == ACCRUAL_LUMP ? "Compensation" : "Interest",
                                    of->number));
    page_pair(page, "Due", letter_day(&page->arena, of->due));
    if (of->kind == ACCRUAL_INTEREST)
        page_pair(page, "Counted to", letter_day(&page->arena, of->upto));
    if (of->piece_count)
        TRY(pieces_show(page, of->pieces, of->piece_count, of->currency));
    page_figure(page, of->kind == ACCRUAL_LUMP ? "By law, once" : "Rounded once",
                letter_money(&page->arena, money_of(of->accrued, of->currency)), NULL);
    if (of->before != 0)
        page_figure(page, "Charged before",
                    letter_money(&page->arena, money_of(-of->before, of->currency)), NULL);
    const char *what = of->amount < 0 ? "Credited" : "Charged";
    if (!of->posted)
        what = of->amount < 0 ? "To be credited" : "To be charged";
    page_figure(page, what,
                letter_money(&page->arena,
                             money_of(of->amount < 0 ? -of->amount : of->amount, of->currency)),
                NULL);
    page_space(page);
    return ERR_OK;
}

/* ---- as it was posted ----------------------------------------------------------------------- */

struct posted {
    struct page *page;
    int lines;
};

static enum err posted_line(void *self, const struct charge_line *line)
{
    struct posted *posted = self;
    const struct arithmetic of = {arena_text(&posted->page->arena, line->number),
                                  line->instalment,
                                  line->kind,
                                  line->due,
                                  line->upto,
                                  line->currency,
                                  line->accrued,
                                  line->before,
                                  line->amount,
                                  line->pieces,
                                  line->piece_count,
                                  true};

    posted->lines++;
    return arithmetic_show(posted->page, &of);
}

enum err charge_page(struct book *book, const struct document *document, struct page *page)
{
    struct posted posted = {.page = page};
    struct customer customer;

    page->title =
        arena_format(&page->arena, "%s %s",
                     document->kind == DOCUMENT_CREDIT ? "Credit on late charges" : "Late charge",
                     document->number);
    TRY(customer_get(book, document->customer_id, &page->arena, &customer));
    page_pair(page, "Customer", arena_format(&page->arena, "%s  %s", customer.code, customer.name));
    page_pair(page, "Date", letter_day(&page->arena, document->effective));
    page_pair(page, "Total",
              letter_money(&page->arena, money_of(document->total.minor, document->currency)));
    if (document->reversed_by)
        page_text(page, "It is reversed.");
    page_space(page);
    TRY(charge_lines(book, document->id, 0, 0, posted_line, &posted));
    return posted.lines
               ? ERR_OK
               : fail(book_note(book), ERR_CONFLICT,
                      "%s is no late charge of a run; `invoice show` shows it", document->number);
}

/* ---- as it would be ------------------------------------------------------------------------- */

struct explained {
    struct page *page;
    int64_t item_id;
    bool found;
};

static enum err explained_row(void *self, const struct accrual *row)
{
    struct explained *explained = self;
    struct page *page = explained->page;

    if (row->item_id != explained->item_id)
        return ERR_OK;
    if (!explained->found)
        page_pair(page, "Customer", arena_format(&page->arena, "%s  %s", row->customer, row->name));
    explained->found = true;
    const struct arithmetic of = {arena_text(&page->arena, row->number),
                                  row->instalment,
                                  row->kind,
                                  row->due,
                                  row->upto,
                                  row->currency,
                                  row->accrued,
                                  row->charged,
                                  row->proposed,
                                  row->pieces,
                                  row->piece_count,
                                  false};
    TRY(arithmetic_show(page, &of));
    if (row->reason != ACCRUAL_NONE)
        page_text(page,
                  arena_format(&page->arena, "Left out: %s.", accrual_reason_words(row->reason)));
    return ERR_OK;
}

enum err charge_explain_page(struct book *book, int64_t customer_id, int64_t item_id,
                             struct date upto, struct page *page)
{
    const struct accrual_query query = {
        .upto = upto, .as_of = DATE_NONE, .customer_id = customer_id};
    struct explained explained = {.page = page, .item_id = item_id};

    page->title =
        arena_format(&page->arena, "Late charge up to %s", letter_day(&page->arena, upto));
    TRY(accrual_each(book, &query, explained_row, &explained));
    if (!explained.found)
        page_text(page, "It bears no interest: it is not overdue on that day, was paid in time, or "
                        "is no debit that bears any.");
    return ERR_OK;
}
