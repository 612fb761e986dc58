/* findingweigh: is a document what is looked for, and how well does it fit? */
#include "base/text.h"
#include "ledger/documentlist.h"
#include "ledger/findingparts.h"

#include <stdlib.h>
#include <string.h>

/* Kinds whose amount is only the shadow of another document's. */
#define SHADOWS                                                                                    \
    (DOCUMENT_MASK(DOCUMENT_REVERSAL) | DOCUMENT_MASK(DOCUMENT_VOID) |                             \
     DOCUMENT_MASK(DOCUMENT_TRANSFER) | DOCUMENT_MASK(DOCUMENT_FX) |                               \
     DOCUMENT_MASK(DOCUMENT_CONTRA))

void weighed_read(struct stmt *q, struct weighed *out)
{
    *out = (struct weighed){.id = col_i64(q, 0),
                            .customer_id = col_i64(q, 1),
                            .kind = (enum document_kind)col_i64(q, 2),
                            .number = col_text(q, 3),
                            .po = col_text(q, 4),
                            .reference = col_text(q, 5),
                            .text = col_text(q, 6),
                            .reason = col_text(q, 7),
                            .currency = col_text(q, 8),
                            .total = col_i64(q, 9),
                            .base_total = col_i64(q, 10),
                            .posted = (int32_t)col_i64(q, 11)};
}

unsigned finding_words(struct finding *finding, const char *text)
{
    const struct sought *sought = finding->query.sought;
    unsigned words = 0;

    if (*text == 0)
        return 0;
    const char *folded = text_fold(&finding->scratch, text);
    for (int i = 0; i < sought->word_count; i++)
        if (strstr(folded, sought->words[i]))
            words |= 1u << i;
    return words;
}

/* ---- one document ---- */

#define TEXTS 6

struct text {
    enum found_field field;
    const char *raw, *folded;
};

struct verdict {
    enum rank rank;
    enum found_field field;
    const char *text;
};

static bool better(enum rank rank, const struct verdict *than)
{
    return rank > than->rank;
}

static enum rank rank_of(const struct text *text, const char *needle)
{
    switch (text->field) {
    case FOUND_IN_NUMBER: return rank_code(text->folded, needle);
    case FOUND_IN_REFERENCE:
    case FOUND_IN_PO: {
        const enum rank rank = rank_code(text->folded, needle);
        return rank > RANK_NAME ? RANK_NAME : rank;
    }
    default: {
        const enum rank rank = rank_text(text->folded, needle);
        return rank > RANK_WORD ? RANK_WORD : rank;
    }
    }
}

static int texts_of(struct finding *finding, const struct weighed *paper, struct text out[TEXTS])
{
    const struct text all[TEXTS] = {
        {FOUND_IN_NUMBER, paper->number, NULL}, {FOUND_IN_REFERENCE, paper->reference, NULL},
        {FOUND_IN_PO, paper->po, NULL},         {FOUND_IN_TEXT, paper->text, NULL},
        {FOUND_IN_REASON, paper->reason, NULL}, {paper->extra_field, paper->extra, NULL}};
    int count = 0;

    for (int i = 0; i < TEXTS; i++)
        if (all[i].raw && *all[i].raw) {
            out[count] = all[i];
            out[count++].folded = text_fold(&finding->scratch, all[i].raw);
        }
    return count;
}

static void texts_rank(const struct text *texts, int count, const char *needle, struct verdict *out)
{
    for (int i = 0; i < count; i++) {
        const enum rank rank = rank_of(&texts[i], needle);
        if (better(rank, out))
            *out = (struct verdict){rank, texts[i].field, texts[i].raw};
    }
}

static bool shadow(const struct weighed *paper)
{
    return (DOCUMENT_MASK(paper->kind) & SHADOWS) != 0;
}

static int8_t owes_of(const struct weighed *paper)
{
    if (paper->total == 0 || shadow(paper))
        return 0;
    return document_owes_less(paper->kind) ? 1 : 2;
}

static enum rank amount_rank(const struct sought_amount *amount, int64_t minor, unsigned digits)
{
    switch (amount->kind) {
    case SOUGHT_FIGURE:
    case SOUGHT_EXACT: return RANK_NAME;
    case SOUGHT_ABOUT: return (enum rank)(RANK_INSIDE + (int)sought_near(amount, minor, digits));
    case SOUGHT_DIGITS_ONLY: return RANK_WORD;
    default: return RANK_INSIDE;
    }
}

/* Which of its figures is the amount, and how well? NONE = none of them. */
static enum rank figure_rank(const struct finding *finding, const struct weighed *paper,
                             const struct sought_amount *amount, enum found_field *field)
{
    const unsigned digits = book_currency_of(finding->book, paper->currency).digits;

    if (shadow(paper))
        return RANK_NONE;
    *field = FOUND_IN_AMOUNT;
    if (sought_fits(amount, paper->total, paper->currency, digits))
        return amount_rank(amount, paper->total, digits);
    *field = paper->figure_field;
    return paper->figure && sought_fits(amount, paper->figure, paper->currency, digits)
               ? amount_rank(amount, paper->figure, digits)
               : RANK_NONE;
}

/* Every amount that it must be, in one of its figures. */
static bool amounts_weigh(const struct finding *finding, const struct weighed *paper,
                          struct verdict *weakest)
{
    const struct sought *sought = finding->query.sought;
    const unsigned digits = book_currency_of(finding->book, paper->currency).digits;
    const bool total = sought_fits_all(sought, paper->total, paper->currency, digits);
    const int64_t figure = total ? paper->total : paper->figure;

    if (!sought_wants_amount(sought))
        return true;
    if (shadow(paper) ||
        (!total && (!figure || !sought_fits_all(sought, figure, paper->currency, digits))))
        return false;
    for (int i = 0; i < sought->amount_count; i++) {
        const enum rank rank = amount_rank(&sought->amounts[i], figure, digits);
        if (sought->amounts[i].word < 0 && (weakest->rank == RANK_NONE || rank < weakest->rank))
            *weakest = (struct verdict){rank, total ? FOUND_IN_AMOUNT : paper->figure_field, NULL};
    }
    return true;
}

static void word_weigh(const struct finding *finding, const struct weighed *paper,
                       const struct text *texts, int count, int word, struct verdict *out)
{
    const struct sought *sought = finding->query.sought;
    enum found_field field;

    texts_rank(texts, count, sought->words[word], out);
    for (int i = 0; i < sought->amount_count; i++) {
        const enum rank rank = sought->amounts[i].word == word
                                   ? figure_rank(finding, paper, &sought->amounts[i], &field)
                                   : RANK_NONE;
        if (better(rank, out))
            *out = (struct verdict){rank, field, NULL};
    }
}

/* All words and amounts; something must be its own and not only its customer's. The weakest decides
 * how well it fits; where it was found is said of what is its own. */
static bool weigh(struct finding *finding, const struct weighed *paper, struct verdict *out)
{
    const struct sought *sought = finding->query.sought;
    const int64_t customer = merged_stays(&finding->merged, paper->customer_id);
    const unsigned theirs =
        customer > 0 && customer < finding->words_count ? finding->words[customer] : 0;
    struct text texts[TEXTS];
    const int count = sought->word_count ? texts_of(finding, paper, texts) : 0;
    struct verdict whole = {.rank = RANK_NONE};

    *out = (struct verdict){.rank = RANK_NONE};
    if (!amounts_weigh(finding, paper, out))
        return false;
    enum rank weakest = out->rank;
    for (int i = 0; i < sought->word_count; i++) {
        struct verdict word = {.rank = RANK_NONE};
        word_weigh(finding, paper, texts, count, i, &word);
        if (word.rank != RANK_NONE && (out->rank == RANK_NONE || word.rank < out->rank))
            *out = word;
        if (word.rank == RANK_NONE && theirs & 1u << i)
            word.rank = RANK_WORD;
        if (word.rank == RANK_NONE)
            return false;
        if (weakest == RANK_NONE || word.rank < weakest)
            weakest = word.rank;
    }
    const bool own = out->rank != RANK_NONE;
    out->rank = weakest;
    if (sought->word_count > 1 && !sought_wants_amount(sought))
        texts_rank(texts, count, sought->whole, &whole);
    if (whole.rank > out->rank)
        *out = whole;
    return own;
}

/* ---- taking it in ---- */

bool finding_wants(const struct finding *finding, unsigned kinds)
{
    return finding->query.kinds == 0 || (finding->query.kinds & kinds) != 0;
}

static size_t slot_of(const struct finding *finding, enum found_kind kind, int64_t id)
{
    uint64_t hash = ((uint64_t)id * 4 + kind) * 0x9E3779B97F4A7C15U;
    size_t at = (size_t)(hash >> 32) & (finding->slot_count - 1);

    for (; finding->slots[at]; at = (at + 1) & (finding->slot_count - 1)) {
        const struct found *found = &finding->found[finding->slots[at] - 1];
        if (found->kind == kind && found->id == id)
            break;
    }
    return at;
}

void finding_take(struct finding *finding, const struct found *found)
{
    if (!finding->slots) {
        finding->slot_count = 32768; /* a power of two, thrice what is kept */
        finding->slots = mem_new(finding->slot_count, sizeof *finding->slots);
    }
    const size_t at = slot_of(finding, found->kind, found->id);
    struct found *old = finding->slots[at] ? &finding->found[finding->slots[at] - 1] : NULL;

    if (old && old->rank >= found->rank)
        return;
    if (!old && finding->found_count == FINDING_MOST) {
        finding->cut = true;
        return;
    }
    if (!old && finding->found_count == finding->found_room) {
        finding->found_room = finding->found_room * 2 + 256;
        finding->found = mem_resize(finding->found, finding->found_room, sizeof *finding->found);
    }
    if (!old) {
        old = &finding->found[finding->found_count++];
        finding->slots[at] = (uint32_t)finding->found_count;
    }
    *old = *found;
    if (found->text)
        old->text = arena_text(&finding->arena, found->text);
    finding->ordered = false;
}

/* What is open of it, in base currency and without sign; money that was moved on is followed. */
static enum err open_read(struct finding *finding, const struct weighed *paper, int64_t *out)
{
    struct book *book = finding->book;
    struct item *items = NULL;
    int64_t open = 0;
    int count = 0;

    *out = 0;
    TRY(db_get(book->db, &open, 0,
               "SELECT CAST(SUM(open) AS BIGINT) FROM item WHERE"
               " document_id = $1",
               "i", paper->id));
    if (open == 0 && paper->kind == DOCUMENT_PAYMENT && finding->query.open_only) {
        TRY(document_money(book, paper->id, &finding->scratch, &items, &count));
        for (int i = 0; i < count; i++)
            *out -= items[i].open_base;
        return ERR_OK;
    }
    if (open == 0 || paper->total == 0)
        return ERR_OK;
    const int64_t total = paper->total < 0 ? -paper->total : paper->total;
    const int64_t base = paper->base_total < 0 ? -paper->base_total : paper->base_total;
    return amount_scale(open < 0 ? -open : open, base, total, out);
}

enum err finding_weigh(struct finding *finding, const struct weighed *paper)
{
    struct verdict verdict;
    const int64_t customer = merged_stays(&finding->merged, paper->customer_id);

    arena_reset(&finding->scratch);
    if (!finding_wants(finding, DOCUMENT_MASK(paper->kind)) ||
        (finding->query.customer_id && finding->query.customer_id != customer) ||
        !weigh(finding, paper, &verdict))
        return ERR_OK;
    struct found found = {.kind = FOUND_DOCUMENT,
                          .id = paper->id,
                          .rank = verdict.rank,
                          .field = verdict.field,
                          .text = verdict.field == FOUND_IN_NUMBER ? NULL : verdict.text,
                          .owes = owes_of(paper),
                          .day = paper->posted};
    TRY(open_read(finding, paper, &found.open_base));
    if (!finding->query.open_only || found.open_base != 0)
        finding_take(finding, &found);
    return ERR_OK;
}

enum err finding_weigh_rows(struct finding *finding, struct stmt *q)
{
    enum err e = ERR_OK;

    while (e == ERR_OK && !finding->cut && stmt_row(q)) {
        struct weighed paper;
        weighed_read(q, &paper);
        e = finding_weigh(finding, &paper);
    }
    return stmt_end_after(q, e);
}

enum err finding_weigh_id(struct finding *finding, int64_t document_id, const struct weighed *extra)
{
    struct stmt *q =
        db_sql(finding->book->db, "SELECT " WEIGHED_COLUMNS " FROM document d WHERE d.id = $1");
    enum err e = ERR_OK;

    bind_i64(q, 1, document_id);
    if (stmt_row(q)) {
        struct weighed paper;
        weighed_read(q, &paper);
        paper.extra = extra->extra;
        paper.extra_field = extra->extra_field;
        paper.figure = extra->figure;
        paper.figure_field = extra->figure_field;
        e = finding_weigh(finding, &paper);
    }
    return stmt_end_after(q, e);
}
