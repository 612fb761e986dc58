/* misuse: receipts of the days: whose money, when it came, when it was posted and banked. */
#include "ledger/alias.h"
#include "ledger/customer.h"
#include "ledger/misuseparts.h"

#include <stdlib.h>
#include <string.h>

#define PILE 20        /* late receipts of one person and day that are a pile */
#define CHAIN_LOOK 500 /* receipts of crossed payers that one is held against */

/* ---- posters -------------------------------------------------------------------------------- */

int misuse_poster_of(const struct misuse_reading *r, const char *actor)
{
    for (int i = 0; i < r->poster_count; i++)
        if (strcmp(r->posters[i].actor, actor) == 0)
            return i;
    return -1;
}

static int poster_make(struct misuse_reading *r, const char *actor)
{
    const int at = misuse_poster_of(r, actor);

    if (at >= 0)
        return at;
    r->posters =
        arena_grow(r->arena, r->posters, r->poster_count, &r->poster_room, sizeof *r->posters);
    r->posters[r->poster_count] = (struct misuse_poster){.actor = arena_text(r->arena, actor)};
    return r->poster_count++;
}

/* ---- whose money ---------------------------------------------------------------------------- */

/* The very name of one customer, folded as names of payers are. */
struct named {
    uint64_t hash;
    int64_t customer_id;
};
struct naming {
    struct named *rows;
    int count;
};

static uint64_t hash_of(const char *text)
{
    uint64_t hash = 14695981039346656037u;

    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash;
}

static int named_cmp(const void *a, const void *b)
{
    const struct named *x = a, *y = b;

    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static enum err names_read(struct book *book, struct naming *out)
{
    struct arena arena = {0};
    int64_t room = 0;

    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM customer", ""));
    out->rows = mem_new((size_t)room + 1, sizeof *out->rows);
    struct stmt *q = db_sql(book->db, "SELECT id, name FROM customer");
    while (stmt_row(q) && out->count < (int)room) {
        arena_reset(&arena);
        out->rows[out->count++] = (struct named){
            hash_of(alias_folded(ALIAS_NAME, col_text(q, 1), &arena)), col_i64(q, 0)};
    }
    arena_done(&arena);
    const enum err e = stmt_end(q);
    if (out->count)
        qsort(out->rows, (size_t)out->count, sizeof *out->rows, named_cmp);
    return e;
}

static int64_t named_find(const struct naming *names, const char *folded)
{
    const struct named key = {.hash = hash_of(folded)};
    const struct named *row =
        names->count ? bsearch(&key, names->rows, (size_t)names->count, sizeof key, named_cmp)
                     : NULL;

    if (!row)
        return 0;
    const int at = (int)(row - names->rows);
    const bool twice = (at > 0 && names->rows[at - 1].hash == key.hash) ||
                       (at + 1 < names->count && names->rows[at + 1].hash == key.hash);
    return twice ? 0 : row->customer_id;
}

static enum err owner_of(struct book *book, const struct naming *names, const char *account,
                         const char *payer, int64_t *owner_id)
{
    struct arena arena = {0};
    int customers = 0;
    enum err e = ERR_OK;

    *owner_id = 0;
    if (*account)
        e = alias_find(book, ALIAS_ACCOUNT, account, owner_id, &customers);
    if (e == ERR_OK && !*owner_id && customers == 0 && *payer) {
        e = alias_find(book, ALIAS_NAME, payer, owner_id, &customers);
        if (e == ERR_OK && !*owner_id && customers == 0)
            *owner_id = named_find(names, alias_folded(ALIAS_NAME, payer, &arena));
    }
    arena_done(&arena);
    return e;
}

enum err misuse_family(struct book *book, int64_t a, int64_t b, bool *same)
{
    int64_t top_a = a, top_b = b;

    *same = a == b;
    if (*same || !a || !b)
        return ERR_OK;
    TRY(customer_root(book, a, &top_a));
    TRY(customer_root(book, b, &top_b));
    *same = top_a == top_b;
    return ERR_OK;
}

/* ---- the receipts --------------------------------------------------------------------------- */

/* What was reversed since was no money, or was put right. */
#define RECEIPTS                                                                                   \
    "SELECT d.id, d.customer_id, d.base_total, r.value, r.method, r.payer, e.actor, e.moment,"     \
    " m.account FROM document d JOIN receipt r ON r.document_id = d.id JOIN entry e"               \
    " ON e.id = d.entry_id LEFT JOIN remitter m ON m.receipt_id = d.id"                            \
    " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_PAYMENT                                 \
    " AND d.opening = 0 AND NOT EXISTS"                                                            \
    " (SELECT 1 FROM document v WHERE v.reverses_id = d.id) ORDER BY d.id"

static enum err misuse_receipts(struct misuse_reading *r)
{
    struct naming names = {NULL, 0};
    enum err e = names_read(r->book, &names);
    struct stmt *q = db_sql(r->book->db, RECEIPTS);

    bind_i64(q, 1, r->from.day);
    bind_i64(q, 2, r->to.day);
    while (e == ERR_OK && stmt_row(q)) {
        if (r->receipt_count == r->receipt_room) {
            r->receipt_room = r->receipt_room * 2 + 1024;
            r->receipts = mem_resize(r->receipts, (size_t)r->receipt_room, sizeof *r->receipts);
        }
        struct misuse_receipt *one = &r->receipts[r->receipt_count++];
        *one = (struct misuse_receipt){.id = col_i64(q, 0),
                                       .customer_id = col_i64(q, 1),
                                       .base = col_i64(q, 2),
                                       .day = (int32_t)col_i64(q, 3),
                                       .method = (int8_t)col_i64(q, 4),
                                       .actor = poster_make(r, col_text(q, 6)),
                                       .recorded = moment_date(col_i64(q, 7)).day};
        struct misuse_poster *poster = &r->posters[one->actor];
        poster->receipts++;
        e = amount_add(poster->base, one->base, &poster->base);
        if (e == ERR_OK && one->customer_id)
            e = owner_of(r->book, &names, col_text(q, 8), col_text(q, 5), &one->owner_id);
    }
    e = stmt_end_after(q, e);
    free(names.rows);
    return e;
}

enum err misuse_tell(const struct misuse_reading *r, struct misuse *one, int64_t customer_id,
                     int64_t other_id)
{
    struct arena arena = {0};
    struct stmt *q = db_sql(r->book->db, "SELECT (SELECT number FROM document WHERE id = $1),"
                                         " (SELECT code FROM customer WHERE id = $2),"
                                         " (SELECT code FROM customer WHERE id = $3)");

    bind_i64(q, 1, one->document_id);
    bind_i64(q, 2, customer_id);
    bind_i64(q, 3, other_id);
    if (stmt_row(q)) {
        one->document = arena_text(&arena, col_text(q, 0));
        one->customer = arena_text(&arena, col_text(q, 1));
        one->other = arena_text(&arena, col_text(q, 2));
    }
    enum err e = stmt_end(q);
    if (e == ERR_OK)
        e = r->each(r->self, one);
    arena_done(&arena);
    return e;
}

/* ---- a: payers, and chains of them ---------------------------------------------------------- */

/* Money of A for B, then money of C for A: what A is owed was taken from C. */
static enum err chain_look(const struct misuse_reading *r, const int *crossed, int at)
{
    const struct misuse_receipt *later = &r->receipts[crossed[at]];

    for (int i = at - 1; i >= 0 && i >= at - CHAIN_LOOK; i--) {
        const struct misuse_receipt *before = &r->receipts[crossed[i]];
        if (before->actor != later->actor || before->owner_id != later->customer_id ||
            later->owner_id == before->customer_id)
            continue;
        struct misuse one = {.sign = SIGN_CHAIN,
                             .actor = r->posters[later->actor].actor,
                             .document_id = later->id,
                             .day = {later->day},
                             .days = later->day - before->day,
                             .base = later->base};
        return misuse_tell(r, &one, later->customer_id, later->owner_id);
    }
    return ERR_OK;
}

static enum err payers(const struct misuse_reading *r)
{
    int *crossed = mem_new((size_t)r->receipt_count + 1, sizeof *crossed), count = 0;
    enum err e = ERR_OK;

    for (int i = 0; e == ERR_OK && i < r->receipt_count; i++) {
        const struct misuse_receipt *receipt = &r->receipts[i];
        bool same = true;
        if (!receipt->owner_id || receipt->owner_id == receipt->customer_id)
            continue;
        e = misuse_family(r->book, receipt->owner_id, receipt->customer_id, &same);
        if (e != ERR_OK || same)
            continue;
        struct misuse one = {.sign = SIGN_PAYER,
                             .actor = r->posters[receipt->actor].actor,
                             .document_id = receipt->id,
                             .day = {receipt->day},
                             .base = receipt->base};
        e = misuse_tell(r, &one, receipt->customer_id, receipt->owner_id);
        crossed[count++] = i;
        if (e == ERR_OK)
            e = chain_look(r, crossed, count - 1);
    }
    free(crossed);
    return e;
}

/* ---- b: late -------------------------------------------------------------------------------- */

static int64_t lag_of(const struct misuse_receipt *receipt)
{
    return receipt->recorded > receipt->day ? receipt->recorded - receipt->day : 0;
}

static enum err late_tell(const struct misuse_reading *r, enum sign sign,
                          const struct misuse_receipt *receipt, int64_t days)
{
    struct misuse one = {.sign = sign,
                         .actor = r->posters[receipt->actor].actor,
                         .document_id = receipt->id,
                         .day = {receipt->day},
                         .days = days,
                         .base = receipt->base};

    return misuse_tell(r, &one, receipt->customer_id, 0);
}

/* What one poster entered on one day: a pile that is late as a whole is what an old system or a
 * file brought in, and tells nothing about who entered it. */
struct pile {
    int32_t actor, recorded;
    int count, late;
};

static int pile_cmp(const void *a, const void *b)
{
    const struct pile *x = a, *y = b;

    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return x->recorded < y->recorded ? -1 : x->recorded > y->recorded;
}

static int piles_make(const struct misuse_reading *r, struct pile *piles)
{
    int count = 0;

    for (int i = 0; i < r->receipt_count; i++) {
        const struct misuse_receipt *one = &r->receipts[i];
        piles[i] = (struct pile){one->actor, one->recorded, 1, lag_of(one) > MISUSE_LATE};
    }
    if (r->receipt_count)
        qsort(piles, (size_t)r->receipt_count, sizeof *piles, pile_cmp);
    for (int i = 0; i < r->receipt_count; i++)
        if (count && pile_cmp(&piles[count - 1], &piles[i]) == 0) {
            piles[count - 1].count++;
            piles[count - 1].late += piles[i].late;
        } else {
            piles[count++] = piles[i];
        }
    return count;
}

static bool is_piled(const struct pile *piles, int count, const struct misuse_receipt *receipt)
{
    const struct pile key = {receipt->actor, receipt->recorded, 0, 0};
    const struct pile *pile =
        count ? bsearch(&key, piles, (size_t)count, sizeof *piles, pile_cmp) : NULL;

    return pile && pile->late >= PILE && pile->late * 2 > pile->count;
}

static enum err posted_late(struct misuse_reading *r)
{
    int64_t *lags = mem_new((size_t)r->receipt_count + 1, sizeof *lags);
    struct pile *piles = mem_new((size_t)r->receipt_count + 1, sizeof *piles);
    const int pile_count = piles_make(r, piles);
    int count = 0;
    enum err e = ERR_OK;

    for (int i = 0; i < r->receipt_count; i++)
        if (!is_piled(piles, pile_count, &r->receipts[i]))
            lags[count++] = lag_of(&r->receipts[i]);
    r->medians.posted = median(lags, count);
    for (int i = 0; e == ERR_OK && i < r->receipt_count; i++) {
        const int64_t lag = lag_of(&r->receipts[i]);
        if (lag > r->medians.posted + MISUSE_LATE && !is_piled(piles, pile_count, &r->receipts[i]))
            e = late_tell(r, SIGN_POSTED, &r->receipts[i], lag);
    }
    free(piles);
    free(lags);
    return e;
}

/* The day of the deposit that took a receipt to the bank, else the last day looked at. */
static enum err banked_on(const struct misuse_reading *r, int64_t receipt_id, int64_t *day)
{
    return db_get(r->book->db, day, r->to.day,
                  "SELECT d.effective FROM deposit_line l JOIN document d ON d.id = l.deposit_id"
                  " WHERE l.receipt_id = $1 AND NOT EXISTS (SELECT 1 FROM document v"
                  " WHERE v.reverses_id = d.id) ORDER BY l.id DESC LIMIT 1",
                  "i", receipt_id);
}

static bool is_carried(const struct misuse_receipt *receipt)
{
    return receipt->method == METHOD_CASH || receipt->method == METHOD_CHEQUE;
}

/* b of the bank. */
static enum err banked(struct misuse_reading *r)
{
    int64_t *lags = mem_new((size_t)r->receipt_count + 1, sizeof *lags);
    int64_t *sorted = mem_new((size_t)r->receipt_count + 1, sizeof *sorted);
    int count = 0;
    enum err e = ERR_OK;

    for (int i = 0; e == ERR_OK && i < r->receipt_count; i++) {
        int64_t day = 0;
        if (!is_carried(&r->receipts[i]))
            continue;
        e = banked_on(r, r->receipts[i].id, &day);
        lags[i] = day > r->receipts[i].day ? day - r->receipts[i].day : 0;
        sorted[count++] = lags[i];
    }
    r->medians.banked = median(sorted, count);
    for (int i = 0; e == ERR_OK && i < r->receipt_count; i++)
        if (is_carried(&r->receipts[i]) && lags[i] > r->medians.banked + MISUSE_LATE)
            e = late_tell(r, SIGN_BANKED, &r->receipts[i], lags[i]);
    free(lags);
    free(sorted);
    return e;
}

static int poster_cmp(const void *a, const void *b)
{
    const struct misuse_poster *x = a, *y = b;

    return strcmp(x->actor, y->actor);
}

enum err misuse_read(struct book *book, struct date from, struct date to, struct arena *arena,
                     struct misuse_poster **posters, int *count, struct misuse_medians *medians,
                     enum err (*each)(void *self, const struct misuse *one), void *self)
{
    struct misuse_reading r = {
        .book = book, .from = from, .to = to, .arena = arena, .each = each, .self = self};
    enum err e = misuse_receipts(&r);

    if (e == ERR_OK)
        e = payers(&r);
    if (e == ERR_OK)
        e = posted_late(&r);
    if (e == ERR_OK)
        e = banked(&r);
    if (e == ERR_OK)
        e = misuse_acts(&r);
    free(r.receipts);
    if (r.poster_count)
        qsort(r.posters, (size_t)r.poster_count, sizeof *r.posters, poster_cmp);
    *posters = r.posters;
    *count = r.poster_count;
    *medians = r.medians;
    return e;
}
