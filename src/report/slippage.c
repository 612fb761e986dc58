#include "report/slippage.h"

#include "ledger/deposit.h"
#include "ledger/journal.h"
#include "report/papertemplate.h"

#define CASH_LINES 8 /* notes and coins of one till rarely come in more kinds */

/* The slip's parts, each of the receipts of some methods. */
struct part {
    unsigned methods;
    const char *list;
};

static void put_head(const struct deposit *deposit, struct fields *fields)
{
    fields_put(fields, "number", cell_code(deposit->number));
    fields_put(fields, "voided", cell_code(deposit->voided));
    fields_put(fields, "bank", cell_code(deposit->bank));
    fields_text(fields, "bank_name", deposit->bank_name);
    fields_date(fields, "date", deposit->date);
    if (deposit->posted.day != deposit->date.day)
        fields_date(fields, "posted", deposit->posted);
    fields_text(fields, "reference", deposit->reference);
    fields_text(fields, "text", deposit->text);
}

/* As it was counted when the deposit was made, else blank lines to be counted by hand. */
static enum err put_cash(struct book *book, int64_t deposit_id, const struct deposit_receipt *rows,
                         int count, struct fields *fields)
{
    struct document_line *lines = NULL;
    int number = 0, line_count = 0;
    int64_t sum = 0;

    for (int i = 0; i < count; i++)
        if (rows[i].method == METHOD_CASH) {
            sum += rows[i].amount.minor; /* a part of what deposit_make added up */
            number++;
        }
    if (number == 0)
        return ERR_OK;
    const struct currency currency = rows[0].amount.currency;
    fields_money(fields, "cash", money_of(sum, currency));
    fields_put(fields, "cash_count", cell_int(number));
    TRY(document_lines(book, deposit_id, fields->arena, &lines, &line_count));
    for (int i = 0; i < line_count; i++) {
        struct fields *row = fields_row(fields, "counted");
        const int64_t pieces = lines[i].quantity / MICRO;
        fields_money(row, "denomination", money_of(lines[i].net / pieces, currency));
        fields_put(row, "count", cell_int(pieces));
        fields_money(row, "amount", money_of(lines[i].net, currency));
    }
    for (int i = 0; line_count == 0 && i < CASH_LINES; i++)
        fields_row(fields, "blanks");
    return ERR_OK;
}

static void put_part(const struct part *part, const struct deposit_receipt *rows, int count,
                     struct fields *fields)
{
    for (int i = 0; i < count; i++) {
        if (!(part->methods & METHOD_MASK(rows[i].method)))
            continue;
        struct fields *row = fields_row(fields, part->list);
        row->id = rows[i].document_id;
        fields_put(row, "reference", cell_code(rows[i].reference));
        fields_text(row, "payer", rows[i].payer[0] ? rows[i].payer : rows[i].name);
        fields_put(row, "receipt", cell_code(rows[i].number));
        fields_put(row, "returned", cell_code(rows[i].reversal));
        fields_money(row, "amount", rows[i].amount);
    }
}

/* What was taken off on the way, by account: bank charges, cash short or over. */
static enum err put_totals(struct book *book, const struct deposit *deposit,
                           const struct deposit_receipt *rows, struct fields *fields)
{
    struct posting *postings = NULL;
    int count = 0;

    TRY(document_postings(book, deposit->document_id, fields->arena, &postings, &count));
    fields_put(fields, "receipts", cell_int(deposit->count));
    if (deposit->gross.minor != deposit->total.minor)
        fields_money(fields, "gross", deposit->gross);
    for (int i = 1; i < count; i++) { /* the first is the bank's */
        struct account account;
        if (deposit->count && postings[i].account_id == rows[0].account_id)
            continue;
        TRY(account_get(book, postings[i].account_id, fields->arena, &account));
        struct fields *row = fields_row(fields, "taken");
        fields_text(row, "account", account.name);
        fields_money(row, "amount", money_of(-postings[i].amount, deposit->total.currency));
    }
    fields_money(fields, "total", deposit->total);
    return ERR_OK;
}

static enum err put_foot(struct book *book, int64_t deposit_id, struct fields *fields)
{
    struct document document;
    struct entry made, head;
    char hex[HASH_TEXT];

    TRY(document_get(book, deposit_id, fields->arena, &document));
    TRY(journal_get(book, document.entry_id, fields->arena, &made));
    TRY(journal_head(book, &head, fields->arena));
    fields_text(fields, "prepared_by", made.actor);
    fields_put(fields, "journal.entry", cell_int(head.id));
    fields_put(fields, "journal.hash", cell_code(hash_hex(&head.hash, hex)));
    return ERR_OK;
}

enum err slippage_make(struct book *book, int64_t deposit_id, struct page *page)
{
    static const struct part parts[] = {
        {METHOD_MASK(METHOD_CHEQUE), "cheques"},
        {METHOD_MASK(METHOD_CARD), "cards"},
        {METHOD_MASK(METHOD_TRANSFER) | METHOD_MASK(METHOD_DIRECT_DEBIT), "transfers"},
    };
    struct deposit deposit;
    struct deposit_receipt *rows = NULL;
    struct fields fields;
    int count = 0;

    TRY(deposit_get(book, deposit_id, &page->arena, &deposit));
    TRY(deposit_receipts(book, deposit_id, &page->arena, &rows, &count));
    TRY(papertemplate_begin(book, "deposit", page, &fields));
    put_head(&deposit, &fields);
    TRY(put_cash(book, deposit_id, rows, count, &fields));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        put_part(&parts[i], rows, count, &fields);
    TRY(put_totals(book, &deposit, rows, &fields));
    TRY(put_foot(book, deposit_id, &fields));
    return papertemplate_draw(book, "deposit", NULL, &fields, page);
}
