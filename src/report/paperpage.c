#include "report/paperpage.h"

#include "base/text.h"
#include "ledger/customer.h"
#include "ledger/dated.h"
#include "ledger/deposit.h"
#include "ledger/documentlist.h"
#include "ledger/master.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "ledger/standing.h"
#include "report/letterhead.h"
#include "rules/reference.h"

static const char *amount_text(struct page *page, int64_t minor, struct currency currency)
{
    return letter_money(&page->arena, money_of(minor, currency));
}

static void pair_if(struct page *page, const char *label, const char *text)
{
    if (text && text[0])
        page_pair(page, label, text);
}

/* "Credit memo CM-1001": the words of the paper. */
static const char *title_of(struct page *page, const struct document *document)
{
    const char *word = document->kind == DOCUMENT_CREDIT      ? "Credit memo"
                       : document->kind == DOCUMENT_DEBIT     ? "Debit memo"
                       : document->kind == DOCUMENT_PAYMENT   ? "Receipt"
                       : document->kind == DOCUMENT_CHARGE    ? "Charge"
                       : document->kind == DOCUMENT_DEDUCTION ? "Deduction"
                                                              : "Invoice";

    return arena_format(&page->arena, "%s %s", word, document->number);
}

static enum err add_firm(struct book *book, struct page *page)
{
    const char *address = NULL, *tax = NULL;

    TRY(setting_text(book, "address", &page->arena, &address));
    TRY(setting_text(book, "company.tax-number", &page->arena, &tax));
    page_text(page, book_company(book));
    if (*address)
        page_text(page, address);
    if (*tax)
        page_text(page, arena_format(&page->arena, "Tax number %s", tax));
    return ERR_OK;
}

static enum err add_head(struct book *book, const struct document *document, struct page *page)
{
    struct customer customer;

    page->title = title_of(page, document);
    TRY(add_firm(book, page));
    if (document->reversed_by) {
        struct document contra;
        TRY(document_get(book, document->reversed_by, &page->arena, &contra));
        page_text(page, arena_format(&page->arena, "%s from %s on, by %s: %s",
                                     document->kind == DOCUMENT_PAYMENT ? "REVERSED" : "VOID",
                                     letter_day(&page->arena, contra.effective), contra.number,
                                     contra.reason[0] ? contra.reason : "no reason given"));
    }
    if (document->customer_id == 0)
        return ERR_OK;
    TRY(customer_get(book, document->customer_id, &page->arena, &customer));
    TRY(dated_on(book, customer.id, DATED_ADDRESS, document->issued, &page->arena,
                 &customer.address));
    page_text(page, customer.address[0]
                        ? arena_format(&page->arena, "%s\n%s", customer.name, customer.address)
                        : customer.name);
    page_pair(page, "Customer", customer.code);
    pair_if(page, "Tax number", customer.tax_number);
    return ERR_OK;
}

static const struct column line_columns[] = {
    {.name = "text", .title = "Text", .kind = CELL_TEXT},
    {.name = "quantity", .title = "Quantity", .kind = CELL_QUANTITY},
    {.name = "price", .title = "Price", .kind = CELL_QUANTITY},
    {.name = "tax", .title = "Tax", .kind = CELL_CODE},
    {.name = "net", .title = "Net", .kind = CELL_MONEY},
};

/* Minor units per price unit of 10^-6; prices with finer parts of a cent are shown as they are. */
static int64_t price_step(const struct document_line *lines, int count, struct currency currency)
{
    int64_t step = MICRO;

    for (int digits = currency.digits; digits > 0; digits--)
        step /= 10;
    for (int i = 0; i < count; i++)
        if (lines[i].price % step != 0)
            return 0;
    return step;
}

static enum err add_lines(struct book *book, const struct document *paper, struct page *page)
{
    struct document_line *lines = NULL;
    int count = 0;
    struct column columns[5];
    const struct table_head head = {NULL, NULL, columns, 5};

    TRY(document_lines(book, paper->id, &page->arena, &lines, &count));
    if (count == 0)
        return ERR_OK;
    const int64_t step = price_step(lines, count, paper->currency);
    for (int i = 0; i < 5; i++)
        columns[i] = line_columns[i];
    columns[2].kind = step ? CELL_MONEY : CELL_QUANTITY;
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        struct taxcode tax = {.code = ""};
        if (lines[i].tax_id)
            TRY(taxcode_get(book, lines[i].tax_id, &page->arena, &tax));
        const bool priced = lines[i].price != 0;
        const struct cell cells[] = {
            cell_text(lines[i].text),
            priced ? cell_number(CELL_QUANTITY, lines[i].quantity) : cell_none(),
            !priced ? cell_none()
            : step  ? cell_money(money_of(lines[i].price / step, paper->currency))
                    : cell_number(CELL_QUANTITY, lines[i].price),
            cell_code(tax.code), cell_money(money_of(lines[i].net, paper->currency))};
        TRY(sink_row(&sink, i + 1, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err add_totals(struct book *book, const struct document *paper, struct page *page)
{
    struct tax_line *taxes = NULL;
    int count = 0;
    int64_t tax_sum = 0;
    char rate[MONEY_TEXT];

    TRY(document_taxes(book, paper->id, &page->arena, &taxes, &count));
    for (int i = 0; i < count; i++)
        tax_sum += taxes[i].tax;
    page_space(page);
    if (count)
        page_figure(page, "Net", amount_text(page, paper->total.minor - tax_sum, paper->currency),
                    NULL);
    for (int i = 0; i < count; i++) {
        struct taxcode tax;
        TRY(taxcode_get(book, taxes[i].tax_id, &page->arena, &tax));
        page_figure(
            page,
            arena_format(&page->arena, "%s %s %%", tax.code, percent_show(taxes[i].rate_ppm, rate)),
            amount_text(page, taxes[i].tax, paper->currency),
            arena_format(&page->arena, " on %s",
                         amount_text(page, taxes[i].net, paper->currency)));
    }
    page_figure(page, "Total", amount_text(page, paper->total.minor, paper->currency), NULL);
    return ERR_OK;
}

/* When and how to pay: instalments, what early payment takes off, the reference to name. */
static enum err add_terms(struct book *book, const struct document *paper, const struct item *items,
                          int count, struct page *page)
{
    struct offer *offers = NULL;
    int offer_count = 0;
    char reference[REFERENCE_TEXT] = "", shown[REFERENCE_SHOWN], rate[MONEY_TEXT];

    if (paper->kind == DOCUMENT_DEDUCTION) /* the other item only closes what it came from */
        count = 1;
    if (count == 1 && paper->kind != DOCUMENT_CREDIT)
        page_pair(page, "Due", letter_day(&page->arena, items[0].due));
    for (int i = 0; i < count && count > 1; i++)
        page_pair(page, arena_format(&page->arena, "Instalment %d", items[i].seq),
                  arena_format(&page->arena, "%s due %s",
                               amount_text(page, items[i].amount, paper->currency),
                               letter_day(&page->arena, items[i].due)));
    TRY(document_offers(book, paper->id, &page->arena, &offers, &offer_count));
    for (int i = 0; i < offer_count; i++) {
        int64_t discount = 0;
        TRY(amount_ppm(offers[i].discountable, offers[i].ppm, &discount));
        page_pair(page, i == 0 ? "Discount" : "",
                  arena_format(&page->arena, "%s %%, %s, when paid until %s",
                               percent_show(offers[i].ppm, rate),
                               amount_text(page, discount, paper->currency),
                               letter_day(&page->arena, offers[i].until)));
    }
    if (paper->kind != DOCUMENT_CREDIT && reference_make(paper->number, reference, NULL) == ERR_OK)
        page_pair(page, "Payment reference", reference_show(reference, shown));
    /* what falls due in parts is not paid by one code */
    return paper->kind != DOCUMENT_CREDIT && count == 1
               ? letter_payment(book, paper->total, reference, paper->number, page)
               : ERR_OK;
}

/* ---- below the paper: what was applied ------------------------------------------------------ */

static const struct column standing_columns[] = {
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "instalment", .title = "Part", .kind = CELL_INT},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "discount", .title = "Discount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "writeoff", .title = "Write-off", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};

static enum err add_standing(struct book *book, const struct document *document, struct page *page)
{
    struct standing *rows = NULL;
    int count = 0;
    const struct table_head head = {NULL, NULL, standing_columns, 7};

    TRY(standing_read(book, document, &page->arena, &rows, &count));
    page_rule(page);
    page_heading(page, 2, "Applied");
    if (count == 0) {
        page_text(page, "Nothing is applied.");
        return ERR_OK;
    }
    struct sink sink = table_sink(page_table(page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const struct standing *row = &rows[i];
        const bool writeoff = row->kind == DOCUMENT_WRITEOFF;
        const struct cell cells[] = {
            cell_code(row->number),
            cell_text(document_kind_word(row->kind)),
            cell_int(row->instalment),
            cell_date(row->date),
            cell_money(money_of(writeoff ? 0 : row->amount, row->currency)),
            cell_money(money_of(row->discount, row->currency)),
            cell_money(money_of(row->writeoff, row->currency))};
        TRY(sink_row(&sink, i + 1, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err add_paper(struct book *book, const struct document *paper,
                          const struct item *items, int count, struct page *page)
{
    TRY(add_head(book, paper, page));
    page_pair(page, "Date", letter_day(&page->arena, paper->issued));
    if (paper->posted.day != paper->issued.day)
        page_pair(page, "Posted", letter_day(&page->arena, paper->posted));
    pair_if(page, "Your order", paper->po);
    pair_if(page, "Your reference", paper->reference);
    pair_if(page, "Terms", paper->kind == DOCUMENT_CREDIT || count > 1 ? "" : paper->terms);
    if (paper->related_id) {
        struct document related;
        TRY(document_get(book, paper->related_id, &page->arena, &related));
        page_pair(page, "About", related.number);
    }
    if (paper->text[0])
        page_text(page, paper->text);
    page_space(page);
    TRY(add_lines(book, paper, page));
    TRY(add_totals(book, paper, page));
    return add_terms(book, paper, items, count, page);
}

enum err paperpage_sheet(struct book *book, const struct document *paper, struct page *page)
{
    struct item *items = NULL;
    int count = 0;

    TRY(items_of_document(book, paper->id, &page->arena, &items, &count));
    return add_paper(book, paper, items, count, page);
}

enum err paperpage_make(struct book *book, const struct document *paper, struct page *page)
{
    struct item *items = NULL;
    int count = 0;
    int64_t open = 0, ahead = 0, disputed = 0;
    const struct date today = book_today(book);
    /* as of today, or of the paper's own day when that is still to come */
    const struct date day = paper->posted.day > today.day ? paper->posted : today;

    TRY(items_of_document(book, paper->id, &page->arena, &items, &count));
    TRY(add_paper(book, paper, items, count, page));
    TRY(add_standing(book, paper, page));
    for (int i = 0; i < count; i++) {
        int64_t part = 0, now = 0;
        TRY(item_open_on(book, &items[i], day, &now));
        open += now;
        ahead += now - items[i].open;
        TRY(item_disputed(book, items[i].id, day, now, &part));
        disputed += part;
    }
    page_pair(page, paper->kind == DOCUMENT_CREDIT ? "Left" : "Open",
              amount_text(page, open < 0 ? -open : open, paper->currency));
    if (ahead > 0)
        page_pair(page, "Of it paid ahead", amount_text(page, ahead, paper->currency));
    if (disputed)
        page_pair(page, "Disputed", amount_text(page, disputed, paper->currency));
    return ERR_OK;
}

/* The deposit with which the money went to the bank. */
static enum err add_deposit(struct book *book, int64_t payment_id, struct page *page)
{
    struct deposit deposit;
    int64_t id = 0;

    TRY(deposit_of(book, payment_id, &id));
    if (id == 0)
        return ERR_OK;
    TRY(deposit_get(book, id, &page->arena, &deposit));
    page_pair(page, "Deposited",
              arena_format(&page->arena, "%s on %s, to %s %s", deposit.number,
                           letter_day(&page->arena, deposit.date), deposit.bank,
                           deposit.bank_name));
    return ERR_OK;
}

enum err paperpage_receipt(struct book *book, const struct document *payment, struct page *page)
{
    static const char *const kept[] = {"Unapplied", "On account", "Prepayment"};
    struct receipt receipt = {.payer = ""};
    struct item *items = NULL;
    bool is = false;
    int count = 0;

    TRY(document_receipt(book, payment->id, &page->arena, &receipt, &is));
    TRY(add_head(book, payment, page));
    if (payment->customer_id == 0)
        page_text(page, "Unidentified when it came.");
    page_pair(page, "Date", letter_day(&page->arena, payment->effective));
    if (is && receipt.value.day != payment->effective.day)
        page_pair(page, "Value", letter_day(&page->arena, receipt.value));
    page_pair(page, "Method", payment_method_word(receipt.method));
    pair_if(page, "Reference", payment->reference);
    pair_if(page, "Payer", receipt.payer);
    page_pair(page, "Amount", amount_text(page, payment->total.minor, payment->currency));
    if (receipt.settles.currency.code[0])
        page_pair(page, "Settles",
                  amount_text(page, receipt.settles.minor, receipt.settles.currency));
    TRY(add_deposit(book, payment->id, page));
    TRY(add_standing(book, payment, page));
    TRY(document_money(book, payment->id, &page->arena, &items, &count));
    for (int i = 0; i < count; i++) {
        const char *left = amount_text(page, -items[i].open, items[i].currency);
        if (items[i].customer_id && items[i].customer_id != payment->customer_id) {
            struct customer customer; /* identified, or moved: it is there now */
            TRY(customer_get(book, items[i].customer_id, &page->arena, &customer));
            left = arena_format(&page->arena, "%s, with %s", left, customer.code);
        }
        page_pair(page, kept[receipt.keep], left);
    }
    if (count == 0)
        page_pair(page, kept[receipt.keep], amount_text(page, 0, payment->currency));
    return ERR_OK;
}
