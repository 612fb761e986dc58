/* digest: the binary form of every fact and of an entry, as it is hashed (HOUSE.md 5, RULES.md
 * R17b). */
#include "ledger/local.h"

#include <string.h>

const char *document_part_word(enum document_part part)
{
    static const char *const words[] = {
        [PART_HEAD] = "head",   [PART_LINES] = "lines",       [PART_TAXES] = "taxes and discounts",
        [PART_ITEMS] = "items", [PART_POSTINGS] = "postings",
    };
    must((unsigned)part < DOCUMENT_PARTS);
    return words[part];
}

static void text(struct hasher *h, const char *words)
{
    hasher_text(h, words ? words : "");
}

static void head(struct hasher *h, const struct document_new *doc,
                 const struct document_stored *stored)
{
    const int64_t numbers[] = {
        stored->id,       stored->entry_id, (int64_t)doc->kind, stored->serial,
        doc->customer_id, doc->issued.day,  doc->effective.day, doc->posted.day,
        doc->total,       doc->base_total,  doc->rate.num,      doc->rate.den,
        doc->opening,     doc->reverses_id, doc->related_id,    doc->act_id};
    hasher_numbers(h, numbers, sizeof numbers / sizeof numbers[0]);
    text(h, stored->number);
    text(h, doc->currency.code);
    text(h, doc->terms);
    text(h, doc->po);
    text(h, doc->reference);
    text(h, doc->text);
    text(h, doc->reason);
    const struct receipt *receipt = doc->receipt;
    hasher_i64(h, receipt != NULL);
    if (!receipt)
        return;
    const int64_t money[] = {(int64_t)receipt->method, receipt->value.day, (int64_t)receipt->keep,
                             receipt->account_id, receipt->settles.minor};
    hasher_numbers(h, money, sizeof money / sizeof money[0]);
    text(h, receipt->payer);
    text(h, receipt->settles.currency.code);
}

static void lines(struct hasher *h, const struct document_new *doc)
{
    for (int i = 0; i < doc->line_count; i++) {
        const struct document_line *line = &doc->lines[i];
        text(h, line->text);
        const int64_t numbers[] = {line->quantity, line->price, line->net, line->tax_id,
                                   line->account_id};
        hasher_numbers(h, numbers, sizeof numbers / sizeof numbers[0]);
    }
}

static void taxes(struct hasher *h, const struct document_new *doc)
{
    hasher_i64(h, doc->tax_count);
    for (int i = 0; i < doc->tax_count; i++) {
        const struct tax_line *tax = &doc->taxes[i];
        const int64_t numbers[] = {tax->tax_id, tax->rate_ppm, tax->net, tax->tax, tax->account_id};
        hasher_numbers(h, numbers, sizeof numbers / sizeof numbers[0]);
    }
    for (int i = 0; i < doc->offer_count; i++) {
        const int64_t numbers[] = {doc->offers[i].until.day, doc->offers[i].ppm,
                                   doc->offers[i].discountable, doc->offers[i].tax_mode};
        hasher_numbers(h, numbers, sizeof numbers / sizeof numbers[0]);
    }
}

static void items(struct hasher *h, const struct document_new *doc, int64_t first)
{
    for (int i = 0; i < doc->item_count; i++) {
        const struct item_new *item = &doc->items[i];
        const int64_t numbers[] = {first + i, item->customer_id, item->account_id, item->amount,
                                   item->base, item->due.day, item->value.day, doc->effective.day,
                                   doc->posted.day};
        hasher_numbers(h, numbers, sizeof numbers / sizeof numbers[0]);
    }
}

static void postings(struct hasher *h, const struct document_new *doc,
                     const struct document_stored *stored)
{
    hasher_i64(h, doc->posted.day);
    for (int i = 0; i < stored->posting_count; i++) {
        const int64_t numbers[] = {stored->postings[i].account_id, stored->postings[i].amount,
                                   stored->postings[i].base};
        hasher_numbers(h, numbers, sizeof numbers / sizeof numbers[0]);
    }
}

void document_digest(const struct document_new *doc, const struct document_stored *stored,
                     struct document_digest *out)
{
    struct hasher part[DOCUMENT_PARTS];

    for (int i = 0; i < DOCUMENT_PARTS; i++)
        hasher_init(&part[i]);
    head(&part[PART_HEAD], doc, stored);
    lines(&part[PART_LINES], doc);
    taxes(&part[PART_TAXES], doc);
    items(&part[PART_ITEMS], doc, stored->first_item);
    postings(&part[PART_POSTINGS], doc, stored);
    for (int i = 0; i < DOCUMENT_PARTS; i++)
        hasher_end(&part[i], &out->part[i]);
    document_whole(out);
}

void document_whole(struct document_digest *digest)
{
    struct hasher whole;

    hasher_init(&whole);
    for (int i = 0; i < DOCUMENT_PARTS; i++)
        hasher_bytes(&whole, digest->part[i].bytes, HASH_SIZE);
    hasher_end(&whole, &digest->whole);
}

void application_digest(int64_t id, int64_t entry_id, int64_t act_id, int64_t debit_id,
                        int64_t credit_id, int64_t amount, int64_t debit_base, int64_t credit_base,
                        int64_t effective, int64_t posted, int64_t reverses_id, const char *reason,
                        struct hash *out)
{
    const int64_t numbers[] = {id,         entry_id,    act_id,    debit_id, credit_id,  amount,
                               debit_base, credit_base, effective, posted,   reverses_id};
    const char *const texts[] = {reason ? reason : ""};

    fact_digest(numbers, (int)(sizeof numbers / sizeof numbers[0]), texts, 1, out);
}

void fact_digest(const int64_t *numbers, int number_count, const char *const *texts, int text_count,
                 struct hash *out)
{
    struct hasher h;

    hasher_init(&h);
    hasher_numbers(&h, numbers, (size_t)number_count);
    for (int i = 0; i < text_count; i++)
        hasher_text(&h, texts[i]);
    hasher_end(&h, out);
}

void command_digest(const void *salt, size_t salt_len, const char *command, struct hash *out)
{
    struct hasher h;

    hasher_init(&h);
    hasher_bytes(&h, salt, salt_len);
    hasher_text(&h, command);
    hasher_end(&h, out);
}

void entry_digest(const struct entry_image *image, struct hash *out)
{
    struct hasher h;

    hasher_init(&h);
    hasher_bytes(&h, image->previous.bytes, HASH_SIZE);
    hasher_i64(&h, image->id);
    hasher_i64(&h, image->form);
    hasher_i64(&h, image->moment);
    hasher_text(&h, image->actor);
    hasher_bytes(&h, image->command_hash.bytes, HASH_SIZE);
    hasher_text(&h, image->op_id);
    hasher_text(&h, image->ref);
    hasher_text(&h, image->says);
    for (int kind = 0; kind < FACT_KINDS; kind++) {
        const bool always = image->form == 1 && kind < FACT_KINDS_1;
        if (!always && image->fact_count[kind] == 0)
            continue;
        if (!always)
            hasher_i64(&h, kind);
        hasher_i64(&h, image->fact_count[kind]);
        hasher_bytes(&h, image->facts[kind].bytes, HASH_SIZE);
    }
    hasher_end(&h, out);
}
