/* rescan: documents put together from full scans, and held against their digests. */
#include "ledger/rescan.h"

#include <string.h>

#define MARK_SIZE 8 /* bytes kept of each part's hash */

/* A document as it is read back; `odd` marks parts with rows that the writer never makes. */
struct reread {
    struct document_new doc;
    struct document_stored stored;
    struct receipt receipt;
    bool odd[DOCUMENT_PARTS];
};

static const char *table_sql(enum rescan_table table)
{
    static const char *const sql[] = {
        [RESCAN_RECEIPT] = "SELECT document_id, method, value, payer, keep, account_id, settles,"
                           " settles_currency FROM receipt ORDER BY document_id",
        [RESCAN_LINE] = "SELECT document_id, seq, text, quantity, price, net, tax_id, account_id"
                        " FROM line ORDER BY document_id, seq",
        [RESCAN_TAX] = "SELECT document_id, seq, tax_id, rate_ppm, net, tax, account_id"
                       " FROM tax_line ORDER BY document_id, seq",
        [RESCAN_OFFER] = "SELECT document_id, seq, until, ppm, discountable, tax_mode FROM offer"
                         " ORDER BY document_id, seq",
        [RESCAN_ITEM] = "SELECT document_id, seq, id, customer_id, account_id, currency, amount,"
                        " base, due, effective, posted, value FROM item ORDER BY document_id, id",
        [RESCAN_POSTING] = "SELECT document_id, seq, account_id, posted, amount, base FROM posting"
                           " ORDER BY document_id, seq",
    };
    return sql[table];
}

static enum document_part table_part(enum rescan_table table)
{
    static const enum document_part parts[] = {
        [RESCAN_RECEIPT] = PART_HEAD, [RESCAN_LINE] = PART_LINES, [RESCAN_TAX] = PART_TAXES,
        [RESCAN_OFFER] = PART_TAXES,  [RESCAN_ITEM] = PART_ITEMS, [RESCAN_POSTING] = PART_POSTINGS,
    };
    return parts[table];
}

static void step(struct rescan *scan, enum rescan_table table)
{
    struct stmt *q = scan->tables[table].q;

    scan->tables[table].at_end = !stmt_row(q);
    if (!scan->tables[table].at_end)
        scan->tables[table].document_id = col_i64(q, 0);
}

void rescan_open(struct rescan *scan, struct book *book, const struct erasures *erased,
                 const struct erasures *plan)
{
    *scan = (struct rescan){.book = book, .erased = erased, .plan = plan};
    scan->heads = db_sql(
        book->db, "SELECT id, entry_id, kind, number, serial, customer_id, issued, effective,"
                  " posted, currency, total, base_total, rate_num, rate_den, opening, reverses_id,"
                  " related_id, act_id, terms, po, reference, text, reason, digest, parts"
                  " FROM document ORDER BY id");
    for (int table = 0; table < RESCAN_TABLES; table++) {
        scan->tables[table].q = db_sql_once(book->db, table_sql((enum rescan_table)table));
        step(scan, (enum rescan_table)table);
    }
}

/* A day as stored; one beyond what a day can be was not written by this program. */
static struct date day(struct stmt *q, int n, bool *odd)
{
    const int64_t value = col_i64(q, n);

    if (value != (int32_t)value)
        *odd = true;
    return (struct date){(int32_t)value};
}

/* Without a look at the list of currencies, for the code itself may have been changed. */
static void read_code(const char *code, struct currency *out, bool *odd)
{
    const size_t len = strlen(code);

    *out = (struct currency){.digits = 2};
    if (len >= sizeof out->code)
        *odd = true;
    else
        memcpy(out->code, code, len);
}

static void read_head(struct rescan *scan, struct reread *out)
{
    struct stmt *q = scan->heads;
    struct arena *arena = &scan->arena;
    bool *odd = &out->odd[PART_HEAD];

    out->stored.id = col_i64(q, 0);
    out->stored.entry_id = col_i64(q, 1);
    out->stored.serial = col_i64(q, 4);
    out->stored.number = arena_text(arena, col_text(q, 3));
    out->doc = (struct document_new){.kind = (enum document_kind)col_i64(q, 2),
                                     .customer_id = col_i64(q, 5),
                                     .issued = day(q, 6, odd),
                                     .effective = day(q, 7, odd),
                                     .posted = day(q, 8, odd),
                                     .total = col_i64(q, 10),
                                     .base_total = col_i64(q, 11),
                                     .rate = {col_i64(q, 12), col_i64(q, 13)},
                                     .opening = col_i64(q, 14) != 0,
                                     .reverses_id = col_i64(q, 15),
                                     .related_id = col_i64(q, 16),
                                     .act_id = col_i64(q, 17),
                                     .terms = arena_text(arena, col_text(q, 18)),
                                     .po = arena_text(arena, col_text(q, 19)),
                                     .reference = arena_text(arena, col_text(q, 20)),
                                     .text = arena_text(arena, col_text(q, 21)),
                                     .reason = arena_text(arena, col_text(q, 22))};
    read_code(col_text(q, 9), &out->doc.currency, odd);
}

static void read_receipt(struct rescan *scan, struct reread *out)
{
    struct stmt *q = scan->tables[RESCAN_RECEIPT].q;
    bool *odd = &out->odd[PART_HEAD];

    out->receipt = (struct receipt){.method = (enum payment_method)col_i64(q, 1),
                                    .value = day(q, 2, odd),
                                    .payer = arena_text(&scan->arena, col_text(q, 3)),
                                    .keep = (enum payment_keep)col_i64(q, 4),
                                    .account_id = col_i64(q, 5)};
    out->receipt.settles.minor = col_i64(q, 6);
    if (!col_is_null(q, 7))
        read_code(col_text(q, 7), &out->receipt.settles.currency, odd);
    out->doc.receipt = &out->receipt;
}

/* Room for one more of a growing list in the arena; the list doubles at each power of two. */
static void *room(struct arena *arena, const void *old, int count, size_t size)
{
    if (count > 0 && (count & (count - 1)) != 0)
        return NULL;
    void *more = arena_new(arena, (size_t)(count ? count * 2 : 1) * size);
    if (count > 0)
        memcpy(more, old, (size_t)count * size);
    return more;
}

#define GROW(list, count)                                                                          \
    do {                                                                                           \
        void *more_ = room(&scan->arena, list, count, sizeof *(list));                             \
        if (more_)                                                                                 \
            (list) = more_;                                                                        \
    } while (0)

static void read_line(struct rescan *scan, struct stmt *q, struct reread *out)
{
    struct document_line *lines = (struct document_line *)(uintptr_t)out->doc.lines;

    GROW(lines, out->doc.line_count);
    lines[out->doc.line_count] =
        (struct document_line){.text = arena_text(&scan->arena, col_text(q, 2)),
                               .quantity = col_i64(q, 3),
                               .price = col_i64(q, 4),
                               .net = col_i64(q, 5),
                               .tax_id = col_i64(q, 6),
                               .account_id = col_i64(q, 7)};
    out->doc.lines = lines;
    if (col_i64(q, 1) != ++out->doc.line_count)
        out->odd[PART_LINES] = true;
}

static void read_tax(struct rescan *scan, struct stmt *q, struct reread *out)
{
    struct tax_line *taxes = (struct tax_line *)(uintptr_t)out->doc.taxes;

    GROW(taxes, out->doc.tax_count);
    taxes[out->doc.tax_count] = (struct tax_line){.tax_id = col_i64(q, 2),
                                                  .rate_ppm = col_i64(q, 3),
                                                  .net = col_i64(q, 4),
                                                  .tax = col_i64(q, 5),
                                                  .account_id = col_i64(q, 6)};
    out->doc.taxes = taxes;
    if (col_i64(q, 1) != ++out->doc.tax_count)
        out->odd[PART_TAXES] = true;
}

static void read_offer(struct rescan *scan, struct stmt *q, struct reread *out)
{
    struct offer *offers = (struct offer *)(uintptr_t)out->doc.offers;

    GROW(offers, out->doc.offer_count);
    offers[out->doc.offer_count] = (struct offer){.until = day(q, 2, &out->odd[PART_TAXES]),
                                                  .ppm = col_i64(q, 3),
                                                  .discountable = col_i64(q, 4),
                                                  .tax_mode = day(q, 5, &out->odd[PART_TAXES]).day};
    out->doc.offers = offers;
    if (col_i64(q, 1) != ++out->doc.offer_count)
        out->odd[PART_TAXES] = true;
}

static void read_item(struct rescan *scan, struct stmt *q, struct reread *out)
{
    const int at = out->doc.item_count;
    bool *odd = &out->odd[PART_ITEMS];

    GROW(out->doc.items, at);
    out->doc.items[at] = (struct item_new){.customer_id = col_i64(q, 3),
                                           .account_id = col_i64(q, 4),
                                           .amount = col_i64(q, 6),
                                           .base = col_i64(q, 7),
                                           .due = day(q, 8, odd),
                                           .value = day(q, 11, odd)};
    if (at == 0)
        out->stored.first_item = col_i64(q, 2);
    out->doc.item_count++;
    /* what the writer copies from the head is not hashed again, so it is compared */
    if (col_i64(q, 1) != at + 1 || col_i64(q, 2) != out->stored.first_item + at ||
        strcmp(col_text(q, 5), out->doc.currency.code) != 0 ||
        col_i64(q, 9) != out->doc.effective.day || col_i64(q, 10) != out->doc.posted.day)
        *odd = true;
}

static void read_posting(struct rescan *scan, struct stmt *q, struct reread *out)
{
    struct posting *postings = (struct posting *)(uintptr_t)out->stored.postings;

    GROW(postings, out->stored.posting_count);
    postings[out->stored.posting_count] = (struct posting){
        .account_id = col_i64(q, 2), .amount = col_i64(q, 4), .base = col_i64(q, 5)};
    out->stored.postings = postings;
    if (col_i64(q, 1) != ++out->stored.posting_count || col_i64(q, 3) != out->doc.posted.day)
        out->odd[PART_POSTINGS] = true;
}

static void read_rows(struct rescan *scan, enum rescan_table table, struct reread *out)
{
    while (!scan->tables[table].at_end && scan->tables[table].document_id == out->stored.id) {
        struct stmt *q = scan->tables[table].q;
        switch (table) {
        case RESCAN_RECEIPT: read_receipt(scan, out); break;
        case RESCAN_LINE: read_line(scan, q, out); break;
        case RESCAN_TAX: read_tax(scan, q, out); break;
        case RESCAN_OFFER: read_offer(scan, q, out); break;
        case RESCAN_ITEM: read_item(scan, q, out); break;
        case RESCAN_POSTING: read_posting(scan, q, out); break;
        case RESCAN_TABLES: break;
        }
        step(scan, table);
    }
}

/* Rows of documents that are not there, up to (not with) `id`. */
static void skip_rows(struct rescan *scan, enum rescan_table table, int64_t id,
                      struct trouble *trouble)
{
    while (!scan->tables[table].at_end && scan->tables[table].document_id < id) {
        trouble_say(trouble, "there are %s of document %lld, which is missing",
                    document_part_word(table_part(table)),
                    (long long)scan->tables[table].document_id);
        step(scan, table);
    }
}

static const struct {
    enum document_part part;
    int64_t kind;
} wordy[] = {{PART_HEAD, FACT_DOCUMENT}, {PART_LINES, ERASED_LINES}};

/* Parts that lost words are what their erasure says; the whole stands on what they were. */
static void parts_restore(struct rescan *scan, struct reread *read, struct document_digest *digest)
{
    for (size_t i = 0; i < sizeof wordy / sizeof wordy[0]; i++) {
        const struct erasure *erased =
            erasures_find(scan->erased, wordy[i].kind, read->stored.id);
        if (!erased)
            continue;
        if (hash_cmp(&digest->part[wordy[i].part], &erased->after) != 0)
            read->odd[wordy[i].part] = true;
        digest->part[wordy[i].part] = erased->before;
        document_whole(digest);
    }
}

static void word_erase(const char **word)
{
    if (*word && **word)
        *word = ERASED;
}

/* What the parts will be when their words are gone. */
static void parts_plan(struct rescan *scan, struct reread *read, const struct document_digest *now)
{
    struct document_digest then;
    struct erasure *planned[2] = {NULL, NULL};

    for (size_t i = 0; scan->plan && i < 2; i++)
        planned[i] = erasures_find(scan->plan, wordy[i].kind, read->stored.id);
    if (!planned[0] && !planned[1])
        return;
    word_erase(&read->doc.po);
    word_erase(&read->doc.reference);
    word_erase(&read->doc.text);
    word_erase(&read->doc.reason);
    word_erase(&read->receipt.payer);
    struct document_line *lines = (struct document_line *)(uintptr_t)read->doc.lines;
    for (int i = 0; i < read->doc.line_count; i++)
        word_erase(&lines[i].text);
    document_digest(&read->doc, &read->stored, &then);
    for (size_t i = 0; i < 2; i++)
        if (planned[i]) {
            planned[i]->before = now->part[wordy[i].part];
            planned[i]->after = then.part[wordy[i].part];
        }
}

/* Names the parts that changed; or the digest, when it alone does not fit. */
static void compare(struct rescan *scan, struct reread *read, struct trouble *trouble)
{
    struct document_digest digest;
    const enum document_kind kind = read->doc.kind;
    const char *word =
        kind > DOCUMENT_NONE && kind < DOCUMENT_KINDS ? document_kind_word(kind) : "document";
    int len = 0, marks_len = 0;
    bool named = false, fits = true;
    const uint8_t *stored = col_blob(scan->heads, 23, &len);
    const uint8_t *marks = col_blob(scan->heads, 24, &marks_len);

    memset(&scan->digest, 0, sizeof scan->digest);
    if (len == HASH_SIZE)
        memcpy(scan->digest.bytes, stored, HASH_SIZE);
    document_digest(&read->doc, &read->stored, &digest);
    parts_restore(scan, read, &digest);
    /* if the whole fits, a part's mark that does not was changed itself, not the part */
    const bool whole = hash_cmp(&digest.whole, &scan->digest) == 0;
    for (int i = 0; i < DOCUMENT_PARTS; i++) {
        const bool mark = marks_len == DOCUMENT_PARTS * MARK_SIZE &&
                          memcmp(marks + i * MARK_SIZE, digest.part[i].bytes, MARK_SIZE) == 0;
        fits = fits && mark;
        if (!read->odd[i] && (mark || whole || marks_len != DOCUMENT_PARTS * MARK_SIZE))
            continue;
        trouble_say(trouble, "%s %s (document %lld): its %s %s changed after posting", word,
                    read->stored.number, (long long)read->stored.id,
                    document_part_word((enum document_part)i), i == PART_HEAD ? "was" : "were");
        named = true;
    }
    if (!named && (!whole || !fits))
        trouble_say(trouble,
                    "%s %s (document %lld): its digest was changed after posting, the rest is as it"
                    " was",
                    word, read->stored.number, (long long)read->stored.id);
    parts_plan(scan, read, &digest);
}

enum err rescan_next(struct rescan *scan, struct trouble *trouble)
{
    struct reread read = {0};

    arena_reset(&scan->arena);
    scan->at_end = !stmt_row(scan->heads);
    if (scan->at_end) {
        for (int table = 0; table < RESCAN_TABLES; table++)
            skip_rows(scan, (enum rescan_table)table, INT64_MAX, trouble);
        return ERR_OK;
    }
    read_head(scan, &read);
    scan->id = read.stored.id;
    scan->entry_id = read.stored.entry_id;
    for (int table = 0; table < RESCAN_TABLES; table++) {
        skip_rows(scan, (enum rescan_table)table, scan->id, trouble);
        read_rows(scan, (enum rescan_table)table, &read);
    }
    compare(scan, &read, trouble);
    return ERR_OK;
}

enum err rescan_close(struct rescan *scan)
{
    enum err e = scan->heads ? stmt_end(scan->heads) : ERR_OK;

    for (int table = 0; table < RESCAN_TABLES; table++)
        if (scan->tables[table].q) {
            e = stmt_end_after(scan->tables[table].q, e);
        }
    arena_done(&scan->arena);
    return e;
}
