/* documentread: posted documents as they are read: head, lines, taxes, offers, postings, receipt.
 * */
#include "ledger/document.h"

#include "base/text.h"
#include "ledger/local.h"

#include <string.h>

#define HEAD                                                                                       \
    "SELECT d.id, d.entry_id, d.kind, d.number, d.customer_id, customer.code, d.issued, "          \
    "d.effective,"                                                                                 \
    " d.posted, d.currency, d.total, d.base_total, d.rate_num, d.rate_den, d.opening, "            \
    "d.reverses_id,"                                                                               \
    " d.related_id, d.act_id, d.terms, d.po, d.reference, d.text, d.reason,"                       \
    " (SELECT r.id FROM document r WHERE r.reverses_id = d.id)"                                    \
    " FROM document d LEFT JOIN customer ON customer.id = d.customer_id"

static void read_head(struct book *book, struct stmt *q, struct arena *arena, struct document *out)
{
    const struct currency currency = book_currency_of(book, col_text(q, 9));

    *out = (struct document){.id = col_i64(q, 0),
                             .entry_id = col_i64(q, 1),
                             .kind = (enum document_kind)col_i64(q, 2),
                             .number = arena_text(arena, col_text(q, 3)),
                             .customer_id = col_i64(q, 4),
                             .customer = arena_text(arena, col_text(q, 5)),
                             .issued = col_date(q, 6),
                             .effective = col_date(q, 7),
                             .posted = col_date(q, 8),
                             .currency = currency,
                             .total = {col_i64(q, 10), currency},
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
                             .reason = arena_text(arena, col_text(q, 22)),
                             .reversed_by = col_i64(q, 23)};
}

/* What amend changed lies over what was printed; the fact itself stays as it was. */
static enum err read_amendments(struct book *book, struct arena *arena, struct document *document)
{
    struct stmt *q =
        db_sql(book->db, "SELECT field, after FROM amendment WHERE document_id = $1 ORDER BY id");

    bind_i64(q, 1, document->id);
    document->extension = "";
    while (stmt_row(q)) {
        const char *field = col_text(q, 0), *after = arena_text(arena, col_text(q, 1));
        if (strcmp(field, "po") == 0)
            document->po = after;
        else if (strcmp(field, "reference") == 0)
            document->reference = after;
        else if (strcmp(field, "text") == 0)
            document->text = after;
        else if (strcmp(field, "extension") == 0)
            document->extension = after;
    }
    return stmt_end(q);
}

enum err document_get(struct book *book, int64_t id, struct arena *arena, struct document *out)
{
    struct stmt *q = db_sql(book->db, HEAD " WHERE d.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        read_head(book, q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    if (!is)
        return fail(book->note, ERR_MISSING, "there is no document with id %lld", (long long)id);
    return read_amendments(book, arena, out);
}

enum err document_of_customer(struct book *book, enum document_kind kind, const char *number,
                              int64_t customer_id, int64_t *id)
{
    TRY(db_get(book->db, id, 0,
               "SELECT id FROM document WHERE number = $1 AND kind = $2 AND customer_id = $3",
               "tii", number, (int64_t)kind, customer_id));
    /* + keeps the value of $2 from being held against each partial index: the store would compile
     * the question anew for each paper */
    return *id ? ERR_OK
               : db_get(book->db, id, 0,
                        "SELECT MIN(d.id) FROM customer m JOIN document d ON d.customer_id = m.id"
                        " WHERE m.merged_into = $3 AND d.number = $1 AND +d.kind = $2",
                        "tii", number, (int64_t)kind, customer_id);
}

enum err document_instead(struct book *book, const struct document *is, int64_t *id)
{
    return db_get(book->db, id, 0,
                  "SELECT d.id FROM document d WHERE d.customer_id = $1 AND d.kind = $2"
                  " AND d.reference = $3 AND NOT EXISTS (SELECT 1 FROM document v"
                  " WHERE v.reverses_id = d.id) ORDER BY d.id DESC LIMIT 1",
                  "iit", is->customer_id, (int64_t)is->kind, is->number);
}

/* Looks a number up as it stands; counts how many documents have it, keeps the first two. The +
 * keeps the store from walking through all papers of a busy customer instead. */
static enum err look_up(struct book *book, const char *number, int64_t customer_id, unsigned kinds,
                        struct arena *arena, struct document found[2], int *count)
{
    struct stmt *q = customer_id
                         ? db_sql(book->db, HEAD " WHERE d.number = $1 AND +d.customer_id = $2")
                         : db_sql(book->db, HEAD " WHERE d.number = $1");

    *count = 0;
    bind_text(q, 1, number);
    if (customer_id)
        bind_i64(q, 2, customer_id);
    while (stmt_row(q)) {
        if (!(kinds & DOCUMENT_MASK(col_i64(q, 2))))
            continue;
        /* the two oldest, in order: a few rows at most, which need no sorter */
        struct document next;
        read_head(book, q, arena, &next);
        for (int i = 0; i < 2 && i <= *count; i++)
            if (i == *count || next.id < found[i].id) {
                const struct document moved = found[i];
                found[i] = next;
                next = moved;
            }
        (*count)++;
    }
    return stmt_end(q);
}

static enum err without_zeros(struct book *book, const char *number, int64_t customer_id,
                              unsigned kinds, struct arena *arena, struct document found[2],
                              int *count)
{
    const char *bare = number;

    while (*bare == '0')
        bare++;
    if (bare != number && *bare)
        TRY(look_up(book, bare, customer_id, kinds, arena, found, count));
    return ERR_OK;
}

enum err document_find(struct book *book, const char *number, unsigned kinds, struct arena *arena,
                       struct document *out)
{
    struct document found[2];
    int count = 0;
    int64_t customer_id = 0;

    if (kinds == 0)
        kinds = DOCUMENT_PAPERS;
    TRY(look_up(book, number, 0, kinds, arena, found, &count));
    const char *slash = strchr(number, '/');
    if (count == 0 && slash) { /* CUSTOMER/NUMBER, unless the number itself has the stroke */
        const char *code = arena_bytes(arena, number, (size_t)(slash - number));
        TRY(db_get(book->db, &customer_id, 0, "SELECT id FROM customer WHERE code = $1", "t",
                   code));
        if (customer_id) {
            number = slash + 1;
            TRY(look_up(book, number, customer_id, kinds, arena, found, &count));
        }
    }
    if (count == 0)
        TRY(without_zeros(book, number, customer_id, kinds, arena, found, &count));
    if (count == 0) /* there, but of a kind that was not asked for? */
        TRY(look_up(book, number, customer_id, ~0u, arena, found, &count));
    if (count && !(kinds & DOCUMENT_MASK(found[0].kind)))
        return fail(book->note, ERR_MISSING, "%s is %s %s, and that is not what is meant here",
                    found[0].number,
                    text_article(document_kind_word(found[0].kind)),
                    document_kind_word(found[0].kind));
    if (count == 0)
        return fail(book->note, ERR_MISSING, "there is no document %s; look for it with `find`",
                    number);
    if (count > 1 && strcmp(found[0].customer, found[1].customer) != 0)
        return fail(book->note, ERR_CONFLICT, "%d customers have a document %s: say %s/%s or %s/%s",
                    count, number, found[0].customer, found[0].number, found[1].customer,
                    found[1].number);
    if (count > 1)
        return fail(book->note, ERR_CONFLICT,
                    "%s is both a %s and a %s of %s: use the verb of the one you mean", number,
                    document_kind_word(found[0].kind), document_kind_word(found[1].kind),
                    found[0].customer);
    *out = found[0];
    return read_amendments(book, arena, out);
}

/* Room for the rows of one document. */
static enum err count_rows(struct book *book, const char *sql, int64_t id, size_t size,
                           struct arena *arena, void **out)
{
    int64_t count = 0;

    TRY(db_get(book->db, &count, 0, sql, "i", id));
    *out = arena_new(arena, ((size_t)count + 1) * size);
    return ERR_OK;
}

enum err document_lines(struct book *book, int64_t id, struct arena *arena,
                        struct document_line **out, int *count)
{
    void *room = NULL;

    *count = 0;
    TRY(count_rows(book, "SELECT COUNT(*) FROM line WHERE document_id = $1", id, sizeof **out,
                   arena, &room));
    *out = room;
    struct stmt *q =
        db_sql(book->db, "SELECT text, quantity, price, net, tax_id, account_id FROM line"
                         " WHERE document_id = $1 ORDER BY seq");
    bind_i64(q, 1, id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct document_line){.text = arena_text(arena, col_text(q, 0)),
                                                    .quantity = col_i64(q, 1),
                                                    .price = col_i64(q, 2),
                                                    .net = col_i64(q, 3),
                                                    .tax_id = col_i64(q, 4),
                                                    .account_id = col_i64(q, 5)};
    return stmt_end(q);
}

enum err document_taxes(struct book *book, int64_t id, struct arena *arena, struct tax_line **out,
                        int *count)
{
    void *room = NULL;

    *count = 0;
    TRY(count_rows(book, "SELECT COUNT(*) FROM tax_line WHERE document_id = $1", id, sizeof **out,
                   arena, &room));
    *out = room;
    struct stmt *q = db_sql(book->db, "SELECT tax_id, rate_ppm, net, tax, account_id FROM tax_line"
                                      " WHERE document_id = $1 ORDER BY seq");
    bind_i64(q, 1, id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct tax_line){.tax_id = col_i64(q, 0),
                                               .rate_ppm = col_i64(q, 1),
                                               .net = col_i64(q, 2),
                                               .tax = col_i64(q, 3),
                                               .account_id = col_i64(q, 4)};
    return stmt_end(q);
}

enum err document_offers(struct book *book, int64_t id, struct arena *arena, struct offer **out,
                         int *count)
{
    void *room = NULL;

    *count = 0;
    TRY(count_rows(book, "SELECT COUNT(*) FROM offer WHERE document_id = $1", id, sizeof **out,
                   arena, &room));
    *out = room;
    struct stmt *q = db_sql(book->db, "SELECT until, ppm, discountable, tax_mode FROM offer"
                                      " WHERE document_id = $1 ORDER BY seq");
    bind_i64(q, 1, id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct offer){.until = col_date(q, 0),
                                            .ppm = col_i64(q, 1),
                                            .discountable = col_i64(q, 2),
                                            .tax_mode = (int)col_i64(q, 3)};
    return stmt_end(q);
}

enum err document_postings(struct book *book, int64_t id, struct arena *arena, struct posting **out,
                           int *count)
{
    void *room = NULL;

    *count = 0;
    TRY(count_rows(book, "SELECT COUNT(*) FROM posting WHERE document_id = $1", id, sizeof **out,
                   arena, &room));
    *out = room;
    struct stmt *q = db_sql(book->db, "SELECT account_id, amount, base FROM posting"
                                      " WHERE document_id = $1 ORDER BY seq");
    bind_i64(q, 1, id);
    while (stmt_row(q))
        (*out)[(*count)++] = (struct posting){
            .account_id = col_i64(q, 0), .amount = col_i64(q, 1), .base = col_i64(q, 2)};
    return stmt_end(q);
}

enum err document_receipt(struct book *book, int64_t id, struct arena *arena, struct receipt *out,
                          bool *is)
{
    struct stmt *q =
        db_sql(book->db, "SELECT method, value, payer, keep, account_id, settles, settles_currency"
                         " FROM receipt WHERE document_id = $1");

    *is = false;
    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *is = true;
        *out = (struct receipt){.method = (enum payment_method)col_i64(q, 0),
                                .value = col_date(q, 1),
                                .payer = arena_text(arena, col_text(q, 2)),
                                .keep = (enum payment_keep)col_i64(q, 3),
                                .account_id = col_i64(q, 4)};
        if (!col_is_null(q, 5))
            out->settles = (struct money){col_i64(q, 5), book_currency_of(book, col_text(q, 6))};
    }
    return stmt_end(q);
}
