#include "report/slippage.h"

#include "ledger/deposit.h"
#include "ledger/journal.h"
#include "ledger/setting.h"
#include "report/letterhead.h"

#define BLANK "____________________"
#define CASH_LINES 8 /* notes and coins of one till rarely come in more kinds */

/* The slip's parts, each of the receipts of some methods. */
struct part {
    unsigned methods;
    const char *title, *number; /* its heading; what its references are called */
};

static const char *amount_text(struct page *page, int64_t minor, struct currency currency)
{
    char text[MONEY_TEXT];

    return arena_format(&page->arena, "%s %s", money_plain(money_of(minor, currency), text),
                        currency.code);
}

static enum err add_head(struct book *book, const struct deposit *deposit, struct page *page)
{
    const char *address = NULL;

    page->title = arena_format(&page->arena, "Deposit %s", deposit->number);
    TRY(setting_text(book, "address", &page->arena, &address));
    page_text(page, book_company(book));
    if (address && address[0])
        page_text(page, address);
    if (deposit->voided[0])
        page_text(page, arena_format(&page->arena, "VOID, by %s", deposit->voided));
    page_pair(page, "Bank",
              arena_format(&page->arena, "%s %s", deposit->bank, deposit->bank_name));
    page_pair(page, "Date", letter_day(&page->arena, deposit->date));
    if (deposit->posted.day != deposit->date.day)
        page_pair(page, "Posted", letter_day(&page->arena, deposit->posted));
    if (deposit->reference[0])
        page_pair(page, "Reference", deposit->reference);
    if (deposit->text[0])
        page_text(page, deposit->text);
    return ERR_OK;
}

static int64_t sum_of(const struct deposit_receipt *rows, int count, unsigned methods, int *number)
{
    int64_t sum = 0;

    *number = 0;
    for (int i = 0; i < count; i++)
        if (methods & METHOD_MASK(rows[i].method)) {
            sum += rows[i].amount.minor; /* a part of what deposit_make added up */
            (*number)++;
        }
    return sum;
}

static const struct column cash_columns[] = {
    {.name = "denomination", .title = "Denomination", .kind = CELL_TEXT},
    {.name = "count", .title = "Count", .kind = CELL_TEXT},
    {.name = "amount", .title = "Amount", .kind = CELL_TEXT},
};

/* To be counted by hand, beside what the book expects. */
static enum err add_blanks(struct page *page)
{
    const struct table_head head = {NULL, NULL, cash_columns, 3};
    struct sink sink = table_sink(page_table(page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < CASH_LINES; i++) {
        const struct cell cells[] = {cell_text("____________"), cell_text("________"),
                                     cell_text("______________")};
        TRY(sink_row(&sink, i + 1, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

/* As it was counted when the deposit was made. */
static enum err add_counted(const struct document_line *lines, int count, struct currency currency,
                            struct page *page)
{
    static const struct column columns[] = {
        {.name = "denomination", .title = "Denomination", .kind = CELL_MONEY},
        {.name = "count", .title = "Count", .kind = CELL_INT},
        {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    };
    const struct table_head head = {NULL, NULL, columns, 3};
    struct sink sink = table_sink(page_table(page));

    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const int64_t number = lines[i].quantity / MICRO;
        const struct cell cells[] = {cell_money(money_of(lines[i].net / number, currency)),
                                     cell_int(number),
                                     cell_money(money_of(lines[i].net, currency))};
        TRY(sink_row(&sink, i + 1, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err add_cash(struct book *book, int64_t deposit_id, const struct deposit_receipt *rows,
                         int count, struct page *page)
{
    struct document_line *lines = NULL;
    int number = 0, line_count = 0;
    const int64_t sum = sum_of(rows, count, METHOD_MASK(METHOD_CASH), &number);

    if (number == 0)
        return ERR_OK;
    page_space(page);
    page_heading(page, 2, "Cash");
    TRY(document_lines(book, deposit_id, &page->arena, &lines, &line_count));
    TRY(line_count ? add_counted(lines, line_count, rows[0].amount.currency, page)
                   : add_blanks(page));
    page_pair(page, "Cash",
              arena_format(&page->arena, "%s in %d receipt%s",
                           amount_text(page, sum, rows[0].amount.currency), number,
                           number == 1 ? "" : "s"));
    return ERR_OK;
}

static enum err add_part(const struct part *part, const struct deposit_receipt *rows, int count,
                         struct page *page)
{
    const struct column columns[] = {
        {.name = "reference", .title = part->number, .kind = CELL_CODE},
        {.name = "payer", .title = "Payer", .kind = CELL_TEXT},
        {.name = "receipt", .title = "Receipt", .kind = CELL_CODE},
        {.name = "returned", .title = "Returned", .kind = CELL_CODE, .worth = 1},
        {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    };
    const struct table_head head = {NULL, NULL, columns, 5};
    int number = 0;

    (void)sum_of(rows, count, part->methods, &number);
    if (number == 0)
        return ERR_OK;
    page_space(page);
    page_heading(page, 2, part->title);
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        if (!(part->methods & METHOD_MASK(rows[i].method)))
            continue;
        const struct cell cells[] = {cell_code(rows[i].reference),
                                     cell_text(rows[i].payer[0] ? rows[i].payer : rows[i].name),
                                     cell_code(rows[i].number), cell_code(rows[i].reversal),
                                     cell_money(rows[i].amount)};
        TRY(sink_row(&sink, rows[i].document_id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

/* What was taken off on the way, by account: bank charges, cash short or over. */
static enum err add_totals(struct book *book, const struct deposit *deposit,
                           const struct deposit_receipt *rows, struct page *page)
{
    struct posting *postings = NULL;
    int count = 0;

    TRY(document_postings(book, deposit->document_id, &page->arena, &postings, &count));
    page_rule(page);
    page_pair(page, "Receipts", arena_format(&page->arena, "%lld", (long long)deposit->count));
    if (deposit->gross.minor != deposit->total.minor)
        page_pair(page, "Gross",
                  amount_text(page, deposit->gross.minor, deposit->gross.currency));
    for (int i = 1; i < count; i++) { /* the first is the bank's */
        struct account account;
        if (deposit->count && postings[i].account_id == rows[0].account_id)
            continue;
        TRY(account_get(book, postings[i].account_id, &page->arena, &account));
        page_pair(page, account.name,
                  amount_text(page, -postings[i].amount, deposit->total.currency));
    }
    page_pair(page, "Total", amount_text(page, deposit->total.minor, deposit->total.currency));
    return ERR_OK;
}

static enum err add_foot(struct book *book, int64_t deposit_id, struct page *page)
{
    struct document document;
    struct entry made, head;
    char hex[HASH_TEXT];

    TRY(document_get(book, deposit_id, &page->arena, &document));
    TRY(journal_get(book, document.entry_id, &page->arena, &made));
    TRY(journal_head(book, &head, &page->arena));
    page_space(page);
    page_pair(page, "Prepared by", arena_format(&page->arena, "%s  " BLANK, made.actor));
    page_pair(page, "Verified by", BLANK);
    page_pair(page, "Journal",
              arena_format(&page->arena, "entry %lld, %s", (long long)head.id,
                           hash_hex(&head.hash, hex)));
    return ERR_OK;
}

enum err slippage_make(struct book *book, int64_t deposit_id, struct page *page)
{
    static const struct part parts[] = {
        {METHOD_MASK(METHOD_CHEQUE), "Cheques", "Number"},
        {METHOD_MASK(METHOD_CARD), "Cards", "Reference"},
        {METHOD_MASK(METHOD_TRANSFER) | METHOD_MASK(METHOD_DIRECT_DEBIT), "Transfers",
         "Reference"},
    };
    struct deposit deposit;
    struct deposit_receipt *rows = NULL;
    int count = 0;

    TRY(deposit_get(book, deposit_id, &page->arena, &deposit));
    TRY(deposit_receipts(book, deposit_id, &page->arena, &rows, &count));
    TRY(add_head(book, &deposit, page));
    TRY(add_cash(book, deposit_id, rows, count, page));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        TRY(add_part(&parts[i], rows, count, page));
    TRY(add_totals(book, &deposit, rows, page));
    return add_foot(book, deposit_id, page);
}
