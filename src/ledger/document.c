/* document: the one writer of documents. */
#include "ledger/document.h"

#include "ledger/local.h"
#include "ledger/master.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define POSTINGS_MAX 256 /* distinct accounts of one document's lines, taxes and items */

const char *document_kind_word(enum document_kind kind)
{
    static const char *const words[] = {[DOCUMENT_NONE] = "none",
#define X(kind_, word, prefix) [DOCUMENT_##kind_] = word,
                                        DOCUMENT_LIST(X)
#undef X
    };
    must((unsigned)kind < DOCUMENT_KINDS);
    return words[kind];
}

const char *document_kind_prefix(enum document_kind kind)
{
    static const char *const prefixes[] = {[DOCUMENT_NONE] = "",
#define X(kind_, word, prefix) [DOCUMENT_##kind_] = prefix,
                                           DOCUMENT_LIST(X)
#undef X
    };
    must((unsigned)kind < DOCUMENT_KINDS);
    return prefixes[kind];
}

enum document_kind document_kind_of(const char *word)
{
    for (int kind = 1; kind < DOCUMENT_KINDS; kind++)
        if (strcmp(document_kind_word((enum document_kind)kind), word) == 0)
            return (enum document_kind)kind;
    return DOCUMENT_NONE;
}

enum err document_number_judge(struct tx *tx, enum document_kind kind, const char *number)
{
    TRY(tx_series(tx, kind));
    const size_t len = strlen(tx->prefixes[kind]);
    /* numbers are one whatever their case */
    if (len == 0 || strncasecmp(number, tx->prefixes[kind], len) != 0)
        return ERR_OK;
    const char *digits = number + len;
    char *end = NULL;
    const long long serial = isdigit((unsigned char)*digits) ? strtoll(digits, &end, 10) : -1;
    if (end && *end == 0 && serial >= tx->serials[kind])
        return fail(
            tx_note(tx), ERR_CONFLICT,
            "%s would collide with the book's own series (next is %s%lld): leave the number out,"
            " or give the book another prefix",
            number, tx->prefixes[kind], (long long)tx->serials[kind]);
    return ERR_OK;
}

/* A number from outside must not be one that the book's own series has given or will give. */
static enum err judge_number(struct tx *tx, const struct document_new *doc)
{
    struct book *book = tx_book(tx);
    int64_t id = 0, void_id = 0;

    TRY(document_of_customer(book, doc->kind, doc->number, doc->customer_id, &id));
    TRY(db_get(book->db, &void_id, 0, "SELECT id FROM document WHERE reverses_id = $1", "i", id));
    if (void_id != 0)
        return fail(book->note, ERR_CONFLICT,
                    "%s %s of this customer is in the book and void, and a number is used once: "
                    "take another, as %s-2",
                    document_kind_word(doc->kind), doc->number, doc->number);
    if (id != 0)
        return fail(book->note, ERR_CONFLICT, "%s %s of this customer is in the book already",
                    document_kind_word(doc->kind), doc->number);
    return document_number_judge(tx, doc->kind, doc->number);
}

static enum err overflow(struct tx *tx)
{
    return fail(tx_note(tx), ERR_LIMIT,
                "the amounts of the document are larger than can be posted");
}

/* The document's base amounts from its rate: items share the converted sum; of the postings the
 * last one takes the rounding rest, so that the document balances in base too. */
static enum err fill_base(struct tx *tx, struct document_new *doc)
{
    const struct currency from = doc->currency, to = tx->book->currency;
    int64_t sum = 0, rest = 0, part = 0;
    int64_t weights[64], parts[64];

    if (amount_convert(doc->total, from, to, doc->rate, &doc->base_total) != ERR_OK)
        return overflow(tx);
    bool one_sign = doc->item_count <= 64;
    for (int i = 0; i < doc->item_count; i++) {
        if (amount_add(sum, doc->items[i].amount, &sum) != ERR_OK)
            return overflow(tx);
        if (i < 64)
            weights[i] = doc->items[i].amount;
        if ((doc->items[i].amount > 0) != (doc->items[0].amount > 0))
            one_sign = false;
    }
    if (one_sign && sum != 0) {
        if (amount_convert(sum, from, to, doc->rate, &part) != ERR_OK ||
            amount_split(part, weights, (size_t)doc->item_count, parts) != ERR_OK)
            return overflow(tx);
        for (int i = 0; i < doc->item_count; i++)
            doc->items[i].base = parts[i];
    } else {
        for (int i = 0; i < doc->item_count; i++)
            if (amount_convert(doc->items[i].amount, from, to, doc->rate, &doc->items[i].base) !=
                ERR_OK)
                return overflow(tx);
    }
    for (int i = 0; i < doc->item_count; i++)
        if (amount_sub(rest, doc->items[i].base, &rest) != ERR_OK)
            return overflow(tx);
    for (int i = 0; i < doc->posting_count; i++) {
        struct posting *posting = &doc->postings[i];
        if (amount_convert(posting->amount, from, to, doc->rate, &posting->base) != ERR_OK)
            return overflow(tx);
        if (i == doc->posting_count - 1)
            posting->base = rest;
        if (amount_sub(rest, posting->base, &rest) != ERR_OK)
            return overflow(tx);
    }
    return ERR_OK;
}

/* All postings: one a control account from the items, then the others; equal accounts are kept
 * apart. */
static enum err gather_postings(struct tx *tx, const struct document_new *doc, struct posting *all,
                                int *count)
{
    *count = 0;
    for (int i = 0; i < doc->item_count; i++) {
        const struct item_new *item = &doc->items[i];
        int at = 0;
        while (at < *count && all[at].account_id != item->account_id)
            at++;
        if (at == *count)
            all[(*count)++] = (struct posting){.account_id = item->account_id};
        if (amount_add(all[at].amount, item->amount, &all[at].amount) != ERR_OK ||
            amount_add(all[at].base, item->base, &all[at].base) != ERR_OK)
            return overflow(tx);
    }
    for (int i = 0; i < doc->posting_count; i++) {
        must(account_control_of(tx->book, doc->postings[i].account_id) == CONTROL_NONE);
        if (doc->postings[i].amount == 0 && doc->postings[i].base == 0)
            continue;
        if (*count == POSTINGS_MAX)
            return fail(tx_note(tx), ERR_LIMIT, "a document may touch at most %d accounts",
                        POSTINGS_MAX);
        all[(*count)++] = doc->postings[i];
    }
    int64_t amount = 0, base = 0;
    for (int i = 0; i < *count; i++)
        if (amount_add(amount, all[i].amount, &amount) != ERR_OK ||
            amount_add(base, all[i].base, &base) != ERR_OK)
            return overflow(tx);
    must(amount == 0 && base == 0); /* R9 1: whoever builds a document builds both sides */
    return ERR_OK;
}

/* That of the day; papers, whose commands take one, may bring their own instead. */
static enum err judge_rate(struct book *book, struct document_new *doc)
{
    if (doc->rate.num != 0)
        return ERR_OK;
    const enum err e = rate_on(book, doc->currency, doc->effective, &doc->rate);
    const struct note why = *book->note;
    return e == ERR_MISSING ? fail(book->note, e, "%s, or give --rate", why.text) : e;
}

static enum err judge(struct tx *tx, struct document_new *doc)
{
    struct book *book = tx->book;

    if (!date_given(doc->issued))
        doc->issued = doc->effective;
    if (!date_given(doc->posted))
        doc->posted = period_open_from(tx, doc->effective);
    if (doc->posted.day < doc->effective.day)
        return fail(book->note, ERR_INPUT, "a document cannot be posted before its own date");
    TRY(period_judge(tx, doc->posted));
    TRY(judge_rate(book, doc));
    if (currency_is(doc->currency, book->currency) && doc->rate.num != doc->rate.den)
        return fail(book->note, ERR_INPUT, "%s is the book's own currency; it takes no rate",
                    doc->currency.code);
    if (doc->number)
        TRY(judge_number(tx, doc));
    for (int i = 0; i < doc->item_count; i++) {
        struct item_new *item = &doc->items[i];
        if (item->amount > MONEY_MAX || item->amount < -MONEY_MAX)
            return overflow(tx);
        if (!date_given(item->value))
            item->value = doc->effective;
        if (!date_given(item->due))
            item->due = doc->effective;
    }
    return doc->base_given ? ERR_OK : fill_base(tx, doc);
}

static void bind_id(struct stmt *q, int n, int64_t id) /* 0 is NULL */
{
    if (id)
        bind_i64(q, n, id);
    else
        bind_null(q, n);
}

static enum err write_head(struct tx *tx, const struct document_new *doc,
                           const struct document_stored *stored,
                           const struct document_digest *digest)
{
    uint8_t parts[DOCUMENT_PARTS * 8];

    for (int i = 0; i < DOCUMENT_PARTS; i++)
        memcpy(parts + (size_t)i * 8, digest->part[i].bytes, 8);
    struct stmt *q =
        db_sql(tx->book->db,
               "INSERT INTO document (id, entry_id, kind, number, serial, customer_id, issued,"
               " effective, posted, currency, total, base_total, rate_num, rate_den, opening,"
               " reverses_id, related_id, act_id, terms, po, reference, text, reason, digest,"
               " parts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
               " $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)");
    bind_i64(q, 1, stored->id);
    bind_i64(q, 2, stored->entry_id);
    bind_i64(q, 3, (int64_t)doc->kind);
    bind_text(q, 4, stored->number);
    bind_id(q, 5, stored->serial);
    bind_id(q, 6, doc->customer_id);
    bind_i64(q, 7, doc->issued.day);
    bind_i64(q, 8, doc->effective.day);
    bind_i64(q, 9, doc->posted.day);
    bind_text(q, 10, doc->currency.code);
    bind_i64(q, 11, doc->total);
    bind_i64(q, 12, doc->base_total);
    bind_i64(q, 13, doc->rate.num);
    bind_i64(q, 14, doc->rate.den);
    bind_i64(q, 15, doc->opening);
    bind_id(q, 16, doc->reverses_id);
    bind_id(q, 17, doc->related_id);
    bind_id(q, 18, doc->act_id);
    bind_text(q, 19, doc->terms ? doc->terms : "");
    bind_text(q, 20, doc->po ? doc->po : "");
    bind_text(q, 21, doc->reference ? doc->reference : "");
    bind_text(q, 22, doc->text ? doc->text : "");
    bind_text(q, 23, doc->reason ? doc->reason : "");
    bind_blob(q, 24, digest->whole.bytes, HASH_SIZE);
    bind_blob(q, 25, parts, (int)sizeof parts);
    return stmt_run(q);
}

static enum err write_receipt(struct tx *tx, int64_t id, const struct receipt *receipt)
{
    struct stmt *q =
        db_sql(tx->book->db,
               "INSERT INTO receipt (document_id, method, value, payer, keep, account_id, settles,"
               " settles_currency) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    bind_i64(q, 1, id);
    bind_i64(q, 2, (int64_t)receipt->method);
    bind_i64(q, 3, receipt->value.day);
    bind_text(q, 4, receipt->payer ? receipt->payer : "");
    bind_i64(q, 5, (int64_t)receipt->keep);
    bind_i64(q, 6, receipt->account_id);
    if (receipt->settles.currency.code[0]) {
        bind_i64(q, 7, receipt->settles.minor);
        bind_text(q, 8, receipt->settles.currency.code);
    } else {
        bind_null(q, 7);
        bind_null(q, 8);
    }
    return stmt_run(q);
}

static enum err write_lines(struct tx *tx, int64_t id, const struct document_new *doc)
{
    struct db *db = tx->book->db;

    for (int i = 0; i < doc->line_count; i++) {
        const struct document_line *line = &doc->lines[i];
        struct stmt *q =
            db_sql(db, "INSERT INTO line (document_id, seq, text, quantity, price, net, tax_id,"
                       " account_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        bind_i64(q, 1, id);
        bind_i64(q, 2, i + 1);
        bind_text(q, 3, line->text ? line->text : "");
        bind_i64(q, 4, line->quantity);
        bind_i64(q, 5, line->price);
        bind_i64(q, 6, line->net);
        bind_id(q, 7, line->tax_id);
        bind_i64(q, 8, line->account_id);
        TRY(stmt_run(q));
    }
    for (int i = 0; i < doc->tax_count; i++) {
        const struct tax_line *tax = &doc->taxes[i];
        TRY(db_run(db,
                   "INSERT INTO tax_line (document_id, seq, tax_id, rate_ppm, net, tax, account_id)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                   "iiiiiii", id, (int64_t)i + 1, tax->tax_id, tax->rate_ppm, tax->net, tax->tax,
                   tax->account_id));
    }
    for (int i = 0; i < doc->offer_count; i++) {
        const struct offer *offer = &doc->offers[i];
        TRY(db_run(db,
                   "INSERT INTO offer (document_id, seq, until, ppm, discountable, tax_mode)"
                   " VALUES ($1, $2, $3, $4, $5, $6)",
                   "iiiiii", id, (int64_t)i + 1, (int64_t)offer->until.day, offer->ppm,
                   offer->discountable, (int64_t)offer->tax_mode));
    }
    return ERR_OK;
}

static enum err write_items(struct tx *tx, int64_t id, const struct document_new *doc,
                            int64_t first)
{
    for (int i = 0; i < doc->item_count; i++) {
        const struct item_new *item = &doc->items[i];
        struct stmt *q = db_sql(
            tx->book->db,
            "INSERT INTO item (id, document_id, seq, customer_id, account_id, currency, amount,"
            " base, due, effective, posted, value, open, settled_on)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");
        bind_i64(q, 1, first + i);
        bind_i64(q, 2, id);
        bind_i64(q, 3, i + 1);
        bind_id(q, 4, item->customer_id);
        bind_i64(q, 5, item->account_id);
        bind_text(q, 6, doc->currency.code);
        bind_i64(q, 7, item->amount);
        bind_i64(q, 8, item->base);
        bind_i64(q, 9, item->due.day);
        bind_i64(q, 10, doc->effective.day);
        bind_i64(q, 11, doc->posted.day);
        bind_i64(q, 12, item->value.day);
        bind_i64(q, 13, item->amount);
        bind_i64(q, 14, item->amount == 0 ? doc->posted.day : DATE_NEVER.day);
        TRY(stmt_run(q));
    }
    return ERR_OK;
}

static enum err write_postings(struct tx *tx, int64_t id, const struct document_new *doc,
                               const struct posting *all, int count)
{
    for (int i = 0; i < count; i++) {
        struct stmt *q = db_sql(
            tx->book->db, "INSERT INTO posting (document_id, seq, account_id, posted, amount, base)"
                          " VALUES ($1, $2, $3, $4, $5, $6)");
        bind_i64(q, 1, id);
        bind_i64(q, 2, i + 1);
        bind_i64(q, 3, all[i].account_id);
        bind_i64(q, 4, doc->posted.day);
        bind_i64(q, 5, all[i].amount);
        bind_i64(q, 6, all[i].base);
        TRY(stmt_run(q));
        tx_total(tx, all[i].account_id, doc->currency.code, doc->posted, doc->kind, all[i].amount,
                 all[i].base);
    }
    return ERR_OK;
}

enum err document_post(struct tx *tx, struct document_new *doc, struct document_made *out)
{
    struct posting all[POSTINGS_MAX];
    int count = 0;
    struct document_stored stored = {.entry_id = tx->entry_id};
    struct document_digest digest;

    /* look and judge */
    must(tx->in_entry && doc->kind > DOCUMENT_NONE && doc->kind < DOCUMENT_KINDS);
    must(doc->item_count <= POSTINGS_MAX / 2);
    TRY(judge(tx, doc));
    TRY(gather_postings(tx, doc, all, &count));

    /* write */
    if (doc->number)
        snprintf(out->number, sizeof out->number, "%s", doc->number);
    else
        TRY(tx_number(tx, doc->kind, &stored.serial, out->number));
    stored.id = out->id = tx_document_id(tx);
    stored.number = doc->number ? doc->number : out->number;
    out->first_item = 0;
    out->total = doc->total;
    for (int i = 0; i < doc->item_count; i++) {
        const int64_t id = tx_item_id(tx);
        if (i == 0)
            out->first_item = id;
    }
    stored.first_item = out->first_item;
    stored.postings = all;
    stored.posting_count = count;
    document_digest(doc, &stored, &digest);
    TRY(write_head(tx, doc, &stored, &digest));
    if (doc->receipt)
        TRY(write_receipt(tx, stored.id, doc->receipt));
    TRY(write_lines(tx, stored.id, doc));
    TRY(write_items(tx, stored.id, doc, out->first_item));
    TRY(write_postings(tx, stored.id, doc, all, count));
    tx_fact(tx, FACT_DOCUMENT, stored.id, &digest.whole);
    period_take_late(tx, doc->effective, doc->posted);
    return ERR_OK;
}
