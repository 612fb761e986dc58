/* monthtax: the tax of each document by code, as it stands on the tax accounts (R21). */
#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/monthend.h"

#define CODES_MAX 64 /* tax lines of one document */

struct taxed {
    struct book *book;
    int64_t id, reverses_id, related_id, behind_id; /* behind: what the reversed one is on */
    enum document_kind kind, reversed;
    struct currency currency;
    struct ratio rate;
    struct arena *arena;
    enum err (*each)(void *self, const struct tax_row *row);
    void *self;
};

/* A credit memo takes back what was charged; a reversal takes back what it reverses. */
static int sign_of(const struct taxed *doc)
{
    const int paper = (doc->reversed ? doc->reversed : doc->kind) == DOCUMENT_CREDIT ? -1 : 1;

    return doc->reversed ? -paper : paper;
}

/* The lines that say which codes it is: its own, those of what it reverses, of what it is on. */
static enum err read_lines(const struct taxed *doc, struct tax_line **out, int *count, bool *own)
{
    const int64_t ids[] = {doc->id, doc->reverses_id, doc->related_id, doc->behind_id};

    *count = 0;
    for (int i = 0; i < 4 && *count == 0; i++) {
        *own = i < 2;
        if (ids[i])
            TRY(document_taxes(doc->book, ids[i], doc->arena, out, count));
    }
    if (*count > CODES_MAX)
        return fail(doc->book->note, ERR_LIMIT, "a document has more than %d tax lines", CODES_MAX);
    return ERR_OK;
}

/* What the document moved on an account, shared over the lines that name it. */
static enum err tell_account(const struct taxed *doc, const struct tax_line *lines, int count,
                             bool own, int64_t account_id, int64_t moved)
{
    int64_t weights[CODES_MAX] = {0}, parts[CODES_MAX] = {0}, sum = 0;

    for (int i = 0; i < count; i++) {
        weights[i] = lines[i].account_id == account_id ? lines[i].tax : 0;
        sum += weights[i];
    }
    if (sum == 0) {
        const struct tax_row row = {.account_id = account_id, .tax = moved, .kind = doc->kind};
        return moved ? doc->each(doc->self, &row) : ERR_OK;
    }
    TRY(amount_split(moved, weights, (size_t)count, parts));
    for (int i = 0; i < count; i++) {
        if (!weights[i])
            continue;
        struct tax_row row = {.tax_id = lines[i].tax_id,
                              .account_id = account_id,
                              .tax = parts[i],
                              .kind = doc->kind};
        if (own)
            TRY(amount_convert(sign_of(doc) * lines[i].net, doc->currency, doc->book->currency,
                               doc->rate, &row.net));
        else /* of a discount: the part of it on which that tax was */
            TRY(amount_scale(parts[i], PPM, lines[i].rate_ppm, &row.net));
        TRY(doc->each(doc->self, &row));
    }
    return ERR_OK;
}

/* Lines at 0 %: they move nothing, and the return wants their net. */
static enum err tell_zero(const struct taxed *doc, const struct tax_line *lines, int count)
{
    for (int i = 0; i < count; i++) {
        struct tax_row row = {
            .tax_id = lines[i].tax_id, .account_id = lines[i].account_id, .kind = doc->kind};
        if (lines[i].tax)
            continue;
        TRY(amount_convert(sign_of(doc) * lines[i].net, doc->currency, doc->book->currency,
                           doc->rate, &row.net));
        TRY(doc->each(doc->self, &row));
    }
    return ERR_OK;
}

static enum err tell_document(const struct taxed *doc)
{
    struct tax_line *lines = NULL;
    int count = 0;
    bool own = false;
    enum err e = ERR_OK;

    TRY(read_lines(doc, &lines, &count, &own));
    struct stmt *q =
        db_sql(doc->book->db, "SELECT p.account_id, CAST(SUM(-p.base) AS BIGINT) FROM posting p"
                              " WHERE p.document_id = $1 AND (p.account_id = $2 OR p.account_id IN"
                              " (SELECT t.account_id FROM tax t)) GROUP BY p.account_id");
    bind_i64(q, 1, doc->id);
    bind_i64(q, 2, account_of(doc->book, ACCOUNT_PART_TAX));
    while (e == ERR_OK && stmt_row(q))
        e = tell_account(doc, lines, count, own, col_i64(q, 0), col_i64(q, 1));
    const enum err end = stmt_end(q);
    TRY(e != ERR_OK ? e : end);
    return own ? tell_zero(doc, lines, count) : ERR_OK;
}

enum err taxes_each(struct book *book, struct date from, struct date to,
                    enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    struct arena arena = {0};
    enum err e = ERR_OK;
    struct stmt *q = db_sql(
        book->db, "SELECT d.id, d.kind, COALESCE(r.kind, 0), COALESCE(d.reverses_id, 0),"
                  " COALESCE(d.related_id, 0), d.currency, d.rate_num, d.rate_den,"
                  " COALESCE(r.related_id, 0) FROM document d"
                  " LEFT JOIN document r ON r.id = d.reverses_id"
                  " WHERE d.posted BETWEEN $1 AND $2 ORDER BY d.posted, d.id");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    while (e == ERR_OK && stmt_row(q)) {
        arena_reset(&arena);
        const struct taxed doc = {.book = book,
                                  .id = col_i64(q, 0),
                                  .kind = (enum document_kind)col_i64(q, 1),
                                  .reversed = (enum document_kind)col_i64(q, 2),
                                  .reverses_id = col_i64(q, 3),
                                  .related_id = col_i64(q, 4),
                                  .currency = book_currency_of(book, col_text(q, 5)),
                                  .rate = {col_i64(q, 6), col_i64(q, 7)},
                                  .behind_id = col_i64(q, 8),
                                  .arena = &arena,
                                  .each = each,
                                  .self = self};
        e = tell_document(&doc);
    }
    const enum err end = stmt_end(q);
    arena_done(&arena);
    return e != ERR_OK ? e : end;
}
