#include "report/paperpage.h"

#include "ledger/customer.h"
#include "ledger/deposit.h"
#include "ledger/documentlist.h"
#include "ledger/master.h"
#include "ledger/payment.h"
#include "ledger/pending.h"
#include "ledger/standing.h"
#include "report/letterhead.h"
#include "report/paperfields.h"
#include "report/papertemplate.h"
#include "rules/terms.h"

static const char *amount_text(struct page *page, int64_t minor, struct currency currency)
{
    return letter_money(&page->arena, money_of(minor, currency));
}

/* What a paper is, as its title says it: a word of ours. */
static const char *kind_word(enum document_kind kind)
{
    return kind == DOCUMENT_CREDIT      ? "Credit memo"
           : kind == DOCUMENT_DEBIT     ? "Debit memo"
           : kind == DOCUMENT_PAYMENT   ? "Receipt"
           : kind == DOCUMENT_CHARGE    ? "Charge"
           : kind == DOCUMENT_DEDUCTION ? "Deduction"
                                        : "Invoice";
}

/* Whose it is, and that it is void; *language NULL becomes the customer's. */
static enum err put_head(struct book *book, const struct document *document, struct fields *fields,
                         const char **language)
{
    struct customer customer;

    fields_put(fields, "number", cell_code(document->number));
    if (document->reversed_by) {
        struct document contra;
        TRY(document_get(book, document->reversed_by, fields->arena, &contra));
        fields_date(fields, "void.day", contra.effective);
        fields_put(fields, "void.number", cell_code(contra.number));
        fields_text(fields, "void.reason", contra.reason);
    }
    if (document->customer_id == 0)
        return ERR_OK;
    TRY(customer_get(book, document->customer_id, fields->arena, &customer));
    if (!*language)
        *language = customer.language;
    return paperfields_customer(book, &customer, document->issued, fields);
}

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

static enum err put_lines(struct book *book, const struct document *paper, struct fields *fields)
{
    struct document_line *lines = NULL;
    int count = 0;

    TRY(document_lines(book, paper->id, fields->arena, &lines, &count));
    const int64_t step = price_step(lines, count, paper->currency);
    for (int i = 0; i < count; i++) {
        struct fields *row = fields_row(fields, "lines");
        struct taxcode tax = {.code = ""};
        if (lines[i].tax_id)
            TRY(taxcode_get(book, lines[i].tax_id, fields->arena, &tax));
        fields_text(row, "text", lines[i].text);
        if (lines[i].price != 0) {
            fields_put(row, "quantity", cell_number(CELL_QUANTITY, lines[i].quantity));
            fields_put(row, "price",
                       step ? cell_money(money_of(lines[i].price / step, paper->currency))
                            : cell_number(CELL_QUANTITY, lines[i].price));
        }
        fields_put(row, "tax", cell_code(tax.code));
        fields_money(row, "net", money_of(lines[i].net, paper->currency));
    }
    return ERR_OK;
}

static enum err put_totals(struct book *book, const struct document *paper, struct fields *fields)
{
    struct tax_line *taxes = NULL;
    int count = 0;
    int64_t tax_sum = 0;

    TRY(document_taxes(book, paper->id, fields->arena, &taxes, &count));
    for (int i = 0; i < count; i++) {
        struct fields *row = fields_row(fields, "taxes");
        struct taxcode tax;
        TRY(taxcode_get(book, taxes[i].tax_id, fields->arena, &tax));
        fields_put(row, "code", cell_code(tax.code));
        fields_put(row, "rate", cell_number(CELL_PERCENT, taxes[i].rate_ppm));
        fields_money(row, "net", money_of(taxes[i].net, paper->currency));
        fields_money(row, "tax", money_of(taxes[i].tax, paper->currency));
        fields_text(row, "exemption", tax.exemption);
        tax_sum += taxes[i].tax;
    }
    if (count)
        fields_money(fields, "net", money_of(paper->total.minor - tax_sum, paper->currency));
    fields_money(fields, "total", money_of(paper->total.minor, paper->currency));
    return ERR_OK;
}

/* When and how to pay: instalments, what early payment takes off, the reference to name. */
static enum err put_terms(struct book *book, const struct document *paper, const struct item *items,
                          int count, struct fields *fields)
{
    struct offer *offers = NULL;
    int offer_count = 0;

    if (paper->kind == DOCUMENT_DEDUCTION) /* the other item only closes what it came from */
        count = 1;
    if (count == 1 && paper->kind != DOCUMENT_CREDIT)
        fields_date(fields, "due", items[0].due);
    for (int i = 0; i < count && count > 1; i++) {
        struct fields *row = fields_row(fields, "instalments");
        fields_put(row, "seq", cell_int(items[i].seq));
        fields_money(row, "amount", money_of(items[i].amount, paper->currency));
        fields_date(row, "due", items[i].due);
    }
    TRY(document_offers(book, paper->id, fields->arena, &offers, &offer_count));
    for (int i = 0; i < offer_count; i++) {
        struct fields *row = fields_row(fields, "offers");
        int64_t discount = 0;
        TRY(amount_ppm(offers[i].discountable, offers[i].ppm, &discount));
        fields_put(row, "percent", cell_number(CELL_PERCENT, offers[i].ppm));
        fields_money(row, "amount", money_of(discount, paper->currency));
        fields_date(row, "until", offers[i].until);
    }
    if (paper->kind == DOCUMENT_CREDIT)
        return ERR_OK;
    if (count != 1) /* what falls due in parts is not paid by one code */
        return paperfields_payee(book, paper->number, fields);
    return paperfields_payment(book, paper->total, paper->number, fields);
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

static enum err standing_rows(const struct standing *rows, int count, struct sink *sink)
{
    static const struct table_head head = {NULL, NULL, standing_columns, 7};

    TRY(sink->head(sink->self, &head));
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
        TRY(sink_row(sink, i + 1, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err add_standing(struct book *book, const struct document *document, struct page *page)
{
    struct standing *rows = NULL;
    int count = 0;

    TRY(standing_read(book, document, &page->arena, &rows, &count));
    page_rule(page);
    page_heading(page, 2, "Applied");
    if (count == 0) {
        page_text(page, "Nothing is applied.");
        return ERR_OK;
    }
    struct sink sink = table_sink(page_table(page));
    return standing_rows(rows, count, &sink);
}

static enum err add_paper(struct book *book, const struct document *paper,
                          const struct item *items, int count, const char *language,
                          struct page *page)
{
    const char *name = paper->kind == DOCUMENT_CREDIT ? "credit" : "invoice";
    struct fields fields;

    TRY(papertemplate_begin(book, name, page, &fields));
    TRY(put_head(book, paper, &fields, &language));
    fields_word(&fields, "kind", kind_word(paper->kind));
    fields_date(&fields, "date", paper->issued);
    if (paper->posted.day != paper->issued.day)
        fields_date(&fields, "posted", paper->posted);
    fields_text(&fields, "order", paper->po);
    fields_text(&fields, "reference", paper->reference);
    const bool by_terms = paper->kind != DOCUMENT_CREDIT && count == 1 &&
                          due_rule_gives(paper->terms, paper->issued, items[0].due);
    fields_word(&fields, "terms", by_terms ? paper->terms : "");
    if (paper->related_id) {
        struct document related;
        TRY(document_get(book, paper->related_id, &page->arena, &related));
        fields_put(&fields, "about", cell_code(related.number));
    }
    fields_text(&fields, "text", paper->text);
    TRY(put_lines(book, paper, &fields));
    TRY(put_totals(book, paper, &fields));
    TRY(put_terms(book, paper, items, count, &fields));
    return papertemplate_draw(book, name, language, &fields, page);
}

enum err paperpage_sheet(struct book *book, const struct document *paper, const char *language,
                         struct page *page)
{
    struct item *items = NULL;
    int count = 0;

    TRY(items_of_document(book, paper->id, &page->arena, &items, &count));
    return add_paper(book, paper, items, count, language, page);
}

/* What open batches would pay of it, and what waits for an approval: counted nowhere yet. */
static enum err add_pending(struct book *book, const struct document *paper,
                            const struct item *items, int count, struct page *page)
{
    for (int i = 0; i < count; i++) {
        struct pending *list;
        int waiting;
        TRY(pending_of_item(book, items[i].id, &page->arena, &list, &waiting));
        if (waiting > 0)
            page_pair(page, "Pending",
                      arena_format(&page->arena, "%s, %s",
                                   amount_text(page, pending_sum(list, waiting), paper->currency),
                                   pending_clause(list, waiting, DATE_NONE, &page->arena)));
    }
    return ERR_OK;
}

enum err paperpage_make(struct book *book, const struct document *paper, const char *language,
                        struct page *page)
{
    struct item *items = NULL;
    int count = 0;
    int64_t open = 0, ahead = 0, disputed = 0;
    const struct date today = book_today(book);
    /* as of today, or of the paper's own day when that is still to come */
    const struct date day = paper->posted.day > today.day ? paper->posted : today;

    TRY(items_of_document(book, paper->id, &page->arena, &items, &count));
    TRY(add_paper(book, paper, items, count, language, page));
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
    return add_pending(book, paper, items, count, page);
}

/* The deposit with which the money went to the bank. */
static enum err put_deposit(struct book *book, int64_t payment_id, struct fields *fields)
{
    struct deposit deposit;
    int64_t id = 0;

    TRY(deposit_of(book, payment_id, &id));
    if (id == 0)
        return ERR_OK;
    TRY(deposit_get(book, id, fields->arena, &deposit));
    fields_put(fields, "deposit.number", cell_code(deposit.number));
    fields_date(fields, "deposit.date", deposit.date);
    fields_text(fields, "deposit.bank",
                arena_format(fields->arena, "%s %s", deposit.bank, deposit.bank_name));
    return ERR_OK;
}

static enum err put_rests(struct book *book, const struct document *payment,
                          enum payment_keep keep, struct fields *fields)
{
    static const char *const kept[] = {"Unapplied", "On account", "Prepayment"};
    struct item *items = NULL;
    int count = 0;

    TRY(document_money(book, payment->id, fields->arena, &items, &count));
    for (int i = 0; i < count || i == 0; i++) {
        struct fields *row = fields_row(fields, "rests");
        fields_word(row, "kept", kept[keep]);
        fields_money(row, "amount", count ? money_of(-items[i].open, items[i].currency)
                                          : money_of(0, payment->currency));
        if (count && items[i].customer_id && items[i].customer_id != payment->customer_id) {
            struct customer customer; /* identified, or moved: it is there now */
            TRY(customer_get(book, items[i].customer_id, fields->arena, &customer));
            fields_put(row, "customer", cell_code(customer.code));
        }
    }
    return ERR_OK;
}

enum err paperpage_receipt(struct book *book, const struct document *payment, const char *language,
                           struct page *page)
{
    struct receipt receipt = {.payer = ""};
    struct fields fields;
    struct fields_sink applied = {.fields = &fields, .list = "applied", .word = "kind"};
    struct sink sink = fields_take(&applied);
    struct standing *rows = NULL;
    bool is = false;
    int count = 0;

    TRY(document_receipt(book, payment->id, &page->arena, &receipt, &is));
    TRY(papertemplate_begin(book, "receipt", page, &fields));
    TRY(put_head(book, payment, &fields, &language));
    fields_flag(&fields, "unidentified", payment->customer_id == 0);
    fields_date(&fields, "date", payment->effective);
    if (is && receipt.value.day != payment->effective.day)
        fields_date(&fields, "value", receipt.value);
    fields_word(&fields, "method", payment_method_word(receipt.method));
    fields_text(&fields, "reference", payment->reference);
    fields_text(&fields, "payer", receipt.payer);
    fields_money(&fields, "amount", money_of(payment->total.minor, payment->currency));
    if (receipt.settles.currency.code[0])
        fields_money(&fields, "settles", receipt.settles);
    TRY(put_deposit(book, payment->id, &fields));
    TRY(standing_read(book, payment, &page->arena, &rows, &count));
    TRY(standing_rows(rows, count, &sink));
    TRY(put_rests(book, payment, receipt.keep, &fields));
    return papertemplate_draw(book, "receipt", language, &fields, page);
}
