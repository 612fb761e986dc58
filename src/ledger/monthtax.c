/* monthtax: the tax of each document by code, as it stands on the tax accounts (R21). */
#include "ledger/baddebttax.h"
#include "ledger/deferredtax.h"
#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/taxleft.h"
#include "ledger/taxpart.h"
#include "rules/discount.h"

#include <stdlib.h>

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

/* What it is of: its own kind, or that of what it takes back. */
static enum document_kind kind_of(const struct taxed *doc)
{
    return doc->reversed ? doc->reversed : doc->kind;
}

/* A credit memo takes back what was charged; a reversal takes back what it reverses. */
static int sign_of(const struct taxed *doc)
{
    const int paper = kind_of(doc) == DOCUMENT_CREDIT ? -1 : 1;

    return doc->reversed ? -paper : paper;
}

/* The lines that say which codes it is: its own, those of what it reverses, of what it is on. */
static enum err read_lines(const struct taxed *doc, struct tax_line **out, int *count, bool *stored)
{
    const int64_t ids[] = {doc->id, doc->reverses_id, doc->related_id, doc->behind_id};

    *count = 0;
    for (int i = 0; i < 4 && *count == 0; i++) {
        *stored = i < 2;
        if (ids[i])
            TRY(document_taxes(doc->book, ids[i], doc->arena, out, count));
    }
    if (*count > CODES_MAX)
        return fail(doc->book->note, ERR_LIMIT, "a document has more than %d tax lines", CODES_MAX);
    return ERR_OK;
}

/* The lines whose codes a document is of, and what of a discount's net is of each. */
struct coded {
    struct tax_line *lines;
    int count;
    bool stored;                 /* not those of what it is on */
    bool own;                    /* stored, and a paper's */
    bool discounts;              /* what took off tax too: untaxed nets are told as well */
    bool shared;                 /* `nets` are known, in base */
    int64_t nets[CODES_MAX + 1]; /* and of what has none */
};

/* Whether what a discount takes off is off the taxed nets, by the terms of its paper. */
static enum err takes_tax(const struct taxed *doc, bool *out)
{
    struct offer *offers = NULL;
    int count = 0;

    TRY(document_offers(doc->book, doc->reversed ? doc->behind_id : doc->related_id, doc->arena,
                        &offers, &count));
    *out = count > 0 && offers[0].tax_mode == DISCOUNT_TAX_ON_EARLY_PAYMENT;
    return ERR_OK;
}

/* The net of an earned discount is what was posted of it beside its tax; it goes off the nets that
 * credit memos had left of the paper, each in proportion. Worked back from the tax it would be off
 * by a rounding: 19 % of 0.30 are 0.06. What was let go after the day takes no tax off, so it is no
 * part of this. */
static enum err read_discount(const struct taxed *doc, struct coded *coded)
{
    int64_t weights[CODES_MAX + 1] = {0}, sum = 0, net = 0;
    struct tax_left left;
    bool is = false;

    if (kind_of(doc) != DOCUMENT_DISCOUNT)
        return ERR_OK;
    TRY(taxleft_before(doc->book, doc->reversed ? doc->reverses_id : doc->id, doc->arena, &left,
                       &is));
    if (!is || left.count != coded->count)
        return ERR_OK;
    coded->lines = left.lines;
    weights[coded->count] = left.bare;
    for (int i = 0; i < coded->count; i++)
        weights[i] = coded->lines[i].net;
    for (int i = 0; i <= coded->count; i++)
        sum += weights[i];
    if (sum == 0)
        return ERR_OK;
    TRY(db_get(doc->book->db, &net, 0,
               "SELECT CAST(COALESCE(SUM(-p.base), 0) AS BIGINT) FROM posting p"
               " WHERE p.document_id = $1 AND p.account_id = $2",
               "ii", doc->id, account_of(doc->book, ACCOUNT_PART_DISCOUNT)));
    TRY(amount_split(net, weights, (size_t)coded->count + 1, coded->nets));
    TRY(takes_tax(doc, &coded->discounts));
    coded->shared = coded->discounts;
    return ERR_OK;
}

/* Relief is of the nets that were written off with the tax; worked back from the tax they would be
 * off by a rounding. */
static enum err read_relief(const struct taxed *doc, struct coded *coded)
{
    struct tax_line *lines = NULL;
    int64_t moved = 0;
    int count = 0;

    if (kind_of(doc) != DOCUMENT_RELIEF)
        return ERR_OK;
    TRY(baddebt_relieved(doc->book, doc->reversed ? doc->reverses_id : doc->id, doc->arena, &lines,
                         &count));
    if (count == 0 || count != coded->count)
        return ERR_OK;
    TRY(db_get(doc->book->db, &moved, 0,
               "SELECT CAST(COALESCE(SUM(-p.base), 0) AS BIGINT) FROM posting p"
               " WHERE p.document_id = $1 AND p.account_id IN (SELECT t.account_id FROM tax t)",
               "i", doc->id));
    coded->lines = lines;
    coded->shared = true;
    for (int i = 0; i < count; i++)
        TRY(amount_convert(moved < 0 ? -lines[i].net : lines[i].net, doc->currency,
                           doc->book->currency, doc->rate, &coded->nets[i]));
    return ERR_OK;
}

static enum err net_of(const struct taxed *doc, const struct coded *coded, int line, int64_t tax,
                       int64_t *net)
{
    const struct tax_line *of = &coded->lines[line];

    *net = 0;
    if (kind_of(doc) == DOCUMENT_CASHTAX)
        return ERR_OK; /* it is of what was applied: waitnets_each */
    if (kind_of(doc) == DOCUMENT_DEDUCTION)
        return amount_convert(-sign_of(doc) * of->net, doc->currency, doc->book->currency,
                              doc->rate, net);
    if (coded->own)
        return amount_convert(sign_of(doc) * of->net, doc->currency, doc->book->currency, doc->rate,
                              net);
    if (coded->shared) {
        *net = coded->nets[line];
        return ERR_OK;
    }
    return amount_scale(tax, PPM, of->rate_ppm, net); /* the part on which that tax was */
}

/* Where a document posted to fewer lines than there are, those with the least tax had no cent. */
static void least_drop(int64_t *weights, int count, int lines)
{
    for (; lines > 0; lines--) {
        int least = -1;
        for (int i = 0; i < count; i++)
            if (weights[i] && (least < 0 || llabs(weights[i]) < llabs(weights[least])))
                least = i;
        if (least >= 0)
            weights[least] = 0;
    }
}

/* Tax that fell due was posted line by line, in their order: what it was of each. */
static enum err read_posted(const struct taxed *doc, const int64_t *of, int count,
                            int64_t account_id, int64_t *parts)
{
    struct posting *postings = NULL;
    int64_t weights[CODES_MAX];
    int posting_count = 0, lines = 0, posted = 0;

    if (kind_of(doc) != DOCUMENT_CASHTAX)
        return ERR_OK;
    TRY(document_postings(doc->book, doc->id, doc->arena, &postings, &posting_count));
    for (int i = 0; i < posting_count; i++)
        posted += postings[i].account_id == account_id;
    for (int i = 0; i < count; i++) {
        weights[i] = of[i];
        lines += of[i] != 0;
    }
    if (posted > lines)
        return ERR_OK;
    least_drop(weights, count, lines - posted);
    for (int i = 0, at = 0; i < count; i++) {
        if (!weights[i]) {
            parts[i] = 0;
            continue;
        }
        while (postings[at].account_id != account_id)
            at++;
        parts[i] = -postings[at++].base;
    }
    return ERR_OK;
}

/* What the document moved on an account, shared over the lines that name it. */
static enum err tell_account(const struct taxed *doc, const struct coded *coded, int64_t account_id,
                             int64_t moved)
{
    const struct tax_line *lines = coded->lines;
    const int count = coded->count;
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
    TRY(read_posted(doc, weights, count, account_id, parts));
    for (int i = 0; i < count; i++) {
        if (!weights[i])
            continue;
        struct tax_row row = {.tax_id = lines[i].tax_id,
                              .account_id = account_id,
                              .tax = parts[i],
                              .kind = doc->kind,
                              .beside = kind_of(doc) == DOCUMENT_CASHTAX};
        TRY(net_of(doc, coded, i, parts[i], &row.net));
        TRY(doc->each(doc->self, &row));
    }
    return ERR_OK;
}

/* Lines at 0 %: they move nothing, and the return wants their net. */
static enum err tell_zero(const struct taxed *doc, const struct coded *coded)
{
    for (int i = 0; i < coded->count; i++) {
        const struct tax_line *line = &coded->lines[i];
        struct tax_row row = {
            .tax_id = line->tax_id, .account_id = line->account_id, .kind = doc->kind};
        if (line->tax)
            continue;
        TRY(net_of(doc, coded, i, 0, &row.net));
        if (coded->own || row.net)
            TRY(doc->each(doc->self, &row));
    }
    return ERR_OK;
}

/* The paper whose lines they are. */
static int64_t paper_of(const struct taxed *doc, const struct coded *coded)
{
    if (coded->own)
        return doc->reversed ? doc->reverses_id : doc->id;
    return doc->reversed ? doc->behind_id : doc->related_id;
}

static enum err tell_document(const struct taxed *doc)
{
    struct coded coded = {.count = 0};
    enum err e = ERR_OK;

    TRY(read_lines(doc, &coded.lines, &coded.count, &coded.stored));
    coded.own = coded.stored && kind_of(doc) != DOCUMENT_DEDUCTION;
    if (!coded.own) {
        TRY(read_discount(doc, &coded));
        TRY(read_relief(doc, &coded));
    }
    struct stmt *q =
        db_sql(doc->book->db, "SELECT p.account_id, CAST(SUM(-p.base) AS BIGINT) FROM posting p"
                              " WHERE p.document_id = $1 AND (p.account_id = $2 OR p.account_id IN"
                              " (SELECT t.account_id FROM tax t)) GROUP BY p.account_id");
    bind_i64(q, 1, doc->id);
    bind_i64(q, 2, account_of(doc->book, ACCOUNT_PART_TAX));
    while (e == ERR_OK && stmt_row(q))
        e = tell_account(doc, &coded, col_i64(q, 0), col_i64(q, 1));
    TRY(stmt_end_after(q, e));
    if (kind_of(doc) == DOCUMENT_DEDUCTION) /* it has lines where they wait for the money */
        return coded.stored ? tell_zero(doc, &coded) : ERR_OK;
    if (!coded.own && !coded.discounts)
        return ERR_OK;
    bool waits = false;
    TRY(deferredtax_stands(doc->book, paper_of(doc, &coded), &waits));
    return waits ? ERR_OK : tell_zero(doc, &coded);
}

/* Tells a row as of another kind of document. */
struct renamed {
    enum document_kind kind;
    enum err (*each)(void *self, const struct tax_row *row);
    void *self;
};

static enum err tell_renamed(void *self, const struct tax_row *row)
{
    const struct renamed *as = self;
    struct tax_row told = *row;

    told.kind = as->kind;
    return as->each(as->self, &told);
}

/* By what settled the paper in the act by which its tax fell due. */
static enum err tell_settled(struct taxed doc, int64_t act_id)
{
    struct renamed as = {.kind = doc.kind, .each = doc.each, .self = doc.self};
    int64_t kind = 0;

    TRY(tax_settled_by(doc.book, act_id, &kind));
    if (kind)
        as.kind = (enum document_kind)kind;
    doc.each = tell_renamed;
    doc.self = &as;
    return tell_document(&doc);
}

#define DOCUMENTS                                                                                  \
    "SELECT d.id, d.kind, COALESCE(r.kind, 0), COALESCE(d.reverses_id, 0),"                        \
    " COALESCE(d.related_id, 0), d.currency, d.rate_num, d.rate_den,"                              \
    " COALESCE(r.related_id, 0), COALESCE(r.act_id, d.act_id, 0) FROM document d"                  \
    " LEFT JOIN document r ON r.id = d.reverses_id WHERE d.posted BETWEEN $1 AND $2"
#define IN_ORDER " ORDER BY d.posted, d.id"

static enum err documents_each(struct book *book, struct date from, struct date to, bool due,
                               enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    struct arena arena = {0};
    enum err e = ERR_OK;
    struct stmt *q =
        due ? db_sql(book->db, DOCUMENTS " AND COALESCE(r.kind, d.kind) IN ($3, $4)" IN_ORDER)
            : db_sql(book->db, DOCUMENTS IN_ORDER);

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    if (due) {
        bind_i64(q, 3, DOCUMENT_CASHTAX);
        bind_i64(q, 4, DOCUMENT_DEDUCTION);
    }
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
        e = due ? tell_settled(doc, col_i64(q, 9)) : tell_document(&doc);
    }
    e = stmt_end_after(q, e);
    arena_done(&arena);
    TRY(e);
    return waitnets_each(book, from, to, due, each, self);
}

enum err taxes_each(struct book *book, struct date from, struct date to,
                    enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    return documents_each(book, from, to, false, each, self);
}

enum err duetaxes_each(struct book *book, struct date from, struct date to,
                       enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    return documents_each(book, from, to, true, each, self);
}
