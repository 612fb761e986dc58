/* importpayment: a record becomes a payment, applied to the invoices that it names. */
#include "app/importpost.h"

#include "base/text.h"
#include "ledger/importfile.h"
#include "ledger/merging.h"
#include "ledger/payment.h"

#include <stdlib.h>
#include <string.h>

static enum err method_of(const char *word, enum payment_method *out)
{
    *out = METHOD_TRANSFER;
    if (!word[0])
        return ERR_OK;
    for (int method = METHOD_CASH; method <= METHOD_DIRECT_DEBIT; method++)
        if (text_same(word, payment_method_word((enum payment_method)method))) {
            *out = (enum payment_method)method;
            return ERR_OK;
        }
    if (text_same(word, "check")) {
        *out = METHOD_CHEQUE;
        return ERR_OK;
    }
    return ERR_INPUT;
}

/* Applies a payment to the invoices that its row names, in their order, as far as the money
 * goes. */
static enum err apply_named(struct post *post, const struct record *record, int64_t item,
                            int64_t amount)
{
    char *list = arena_text(&post->scrap, record->texts[FIELD_INVOICE]);
    int64_t left = amount;

    while (*list && left > 0) {
        list += strspn(list, " ,;");
        char *number = list;
        list += strcspn(list, " ,;");
        if (*list)
            *list++ = 0;
        if (!*number)
            break;
        struct document document;
        struct item *items = NULL;
        int count = 0;
        int64_t instead = 0;
        TRY(document_find(post->book, number, 0, &post->scrap, &document));
        if (document.reversed_by)
            TRY(document_instead(post->book, &document, &instead));
        if (instead)
            TRY(document_get(post->book, instead, &post->scrap, &document));
        TRY(items_of_document(post->book, document.id, &post->scrap, &items, &count));
        for (int i = 0; i < count && left > 0; i++) {
            if (items[i].open <= 0)
                continue;
            const struct settle one = {.debit_id = items[i].id, .all = true};
            struct settled settled;
            TRY(payment_apply(post->tx, item, &one, &settled));
            left -= settled.amount;
        }
    }
    return ERR_OK;
}

/* A payment has no number of its own in most files: its row is known by its content and by how many
 * equal ones stand before it in the file. So real repeats all come in, and an overlapping file adds
 * only what is new (R16). */
struct import_row {
    struct post *post;
    const struct record *record;
    int64_t repeats; /* equal ones before it */
    bool there;
};

static struct hash row_content(const struct record *record, int64_t customer_id)
{
    struct hasher h;
    struct hash content;

    hasher_init(&h);
    hasher_i64(&h, customer_id);
    hasher_i64(&h, record->date.day);
    hasher_i64(&h, record->amount);
    hasher_text(&h, record->texts[FIELD_NUMBER]);
    hasher_text(&h, record->texts[FIELD_REFERENCE]);
    hasher_text(&h, record->texts[FIELD_INVOICE]);
    hasher_text(&h, record->texts[FIELD_TEXT]);
    hasher_end(&h, &content);
    return content;
}

static struct hash row_key(const struct import_row *row, int64_t customer_id)
{
    const struct hash content = row_content(row->record, customer_id);
    struct hasher h;
    struct hash key;

    hasher_init(&h);
    hasher_bytes(&h, content.bytes, HASH_SIZE);
    hasher_i64(&h, row->repeats);
    hasher_end(&h, &key);
    return key;
}

static enum err row_find(void *self, int64_t customer_id)
{
    struct import_row *row = self;
    struct hash key = row_key(row, customer_id);

    return row->there ? ERR_OK : importrow_find(row->post->book, &key, &row->there);
}

static enum err row_is_there(struct post *post, const struct record *record, int64_t customer_id,
                             bool *there)
{
    const struct hash content = row_content(record, customer_id);
    struct import_row row = {
        .post = post, .record = record, .repeats = repeats_count(&post->repeats, &content)};

    TRY(row_find(&row, customer_id));
    if (!row.there && customer_id) /* it came before the account was merged */
        TRY(merged_each(post->book, customer_id, row_find, &row));
    *there = row.there;
    struct hash key = row_key(&row, customer_id);
    return *there ? ERR_OK : importrow_add(post->tx, &key);
}

enum err import_payment(struct post *post, const struct record *record)
{
    struct known known = {.currency = book_currency(post->book)};
    struct payment payment = {.date = record->date,
                              .reference = record->texts[FIELD_REFERENCE],
                              .text = record->texts[FIELD_TEXT],
                              .posted = DATE_NONE,
                              .value = DATE_NONE,
                              .rate = record->rate};
    struct document_made made;
    int64_t item = 0;
    bool there = false;

    if (record->texts[FIELD_CUSTOMER][0]) {
        TRY(import_customer(post, record, &known));
    } else if (record->texts[FIELD_INVOICE][0]) {
        struct document document;
        char *number = arena_text(&post->scrap, record->texts[FIELD_INVOICE]);
        number[strcspn(number, " ,;")] = 0;
        TRY(document_find(post->book, number, 0, &post->scrap, &document));
        known.id = document.customer_id;
        known.currency = document.currency;
    }
    if (method_of(record->texts[FIELD_METHOD], &payment.method) != ERR_OK)
        return fail(post->import->act->note, ERR_INPUT,
                    "'%.30s' is no method; cash, cheque, card, transfer and direct-debit are",
                    record->texts[FIELD_METHOD]);
    payment.customer_id = known.id;
    payment.number = record->texts[FIELD_NUMBER][0] ? record->texts[FIELD_NUMBER] : NULL;
    payment.amount =
        money_of(record->amount, record->currency.code[0] ? record->currency : known.currency);
    payment.payer = record->texts[FIELD_NAME];
    if (payment.number && known.id) {
        struct document there_is;
        bool left = false, same = false;
        TRY(import_number(post, DOCUMENT_PAYMENT, payment.number, known.id, &payment.number,
                          &there_is, &left));
        if (there_is.id && !left)
            TRY(import_judge_there(post, &there_is, payment.date, payment.amount, &same));
        post->import->skipped += same;
        if (there_is.id)
            return ERR_OK;
    }
    TRY(import_rate(post, record, payment.amount.currency));
    TRY(row_is_there(post, record, known.id, &there));
    if (there) {
        post->import->skipped++;
        return ERR_OK;
    }
    TRY(payment_receive(post->tx, &payment, &made, &item));
    post->import->made_payments++;
    say_sum(&post->import->payments, payment.amount);
    import_day(post, record, payment.date,
               payment_day_doubt(payment.method, payment.date, book_today(post->book)));
    return known.id ? apply_named(post, record, item, record->amount) : ERR_OK;
}
