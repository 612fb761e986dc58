/* part of `accrual`: what a customer's settings say of charges, and what changed its items. */
#include "ledger/accrualpart.h"
#include "ledger/chargerate.h"
#include "ledger/disputed.h"
#include "ledger/local.h"
#include "ledger/setting.h"

#include <string.h>

/* ---- what holds for a customer -------------------------------------------------------------- */

static enum err rates_find(struct accrual_reader *reader, const char *scheme,
                           struct accrual_terms *terms)
{
    struct accrual_table *table = reader->tables;

    while (table && strcmp(table->scheme, scheme) != 0)
        table = table->next;
    if (!table) {
        table = arena_new(reader->arena, sizeof *table);
        table->scheme = arena_text(reader->arena, scheme);
        table->next = reader->tables;
        TRY(charge_rate_table(reader->book, scheme, reader->arena, &table->rates, &table->count));
        reader->tables = table;
    }
    terms->rates = table->rates;
    terms->rate_count = table->count;
    return ERR_OK;
}

static enum err terms_ask(struct accrual_reader *reader, int64_t of, struct accrual_terms *out)
{
    struct book *book = reader->book;
    const char *scheme, *basis;

    TRY(setting_text_for(book, of, "charge.scheme", reader->arena, &scheme));
    TRY(setting_text_for(book, of, "charge.basis", reader->arena, &basis));
    *out = (struct accrual_terms){
        .scheme = interest_scheme_of(scheme),
        .grace = (int)setting_int_for(book, of, "charge.grace"),
        .minimum = setting_int_for(book, of, "charge.minimum"),
        .most_ppm = setting_int_for(book, of, "charge.maximum-rate"),
        .exempt = setting_int_for(book, of, "charge.exempt") != 0,
        .disputed = setting_int_for(book, of, "charge.disputed") != 0,
        .credits = setting_int_for(book, of, "charge.credits") != 0,
        .compound = setting_int_for(book, of, "charge.compound") != 0,
        .lump = setting_int_for(book, of, "charge.compensation") != 0,
    };
    TRY(interest_basis_parse(basis, &out->basis, book->note));
    return rates_find(reader, scheme, out);
}

enum err accrual_terms_read(struct accrual_reader *reader, int64_t customer_id,
                            struct accrual_terms *out)
{
    bool own = false;

    TRY(setting_owned(reader->book, customer_id, &own));
    if (!own && !reader->common_read)
        TRY(terms_ask(reader, 0, &reader->common));
    reader->common_read = reader->common_read || !own;
    if (own)
        TRY(terms_ask(reader, customer_id, out));
    else
        *out = reader->common;
    out->customer_id = customer_id;
    return ERR_OK;
}

/* ---- what changed an item ------------------------------------------------------------------- */

struct changes {
    struct arena *arena;
    struct interest_change *rows;
    int count, room;
    bool any; /* of the disputes */
};

static void change_add(struct changes *changes, struct date day, int64_t less)
{
    changes->rows = arena_grow(changes->arena, changes->rows, changes->count, &changes->room,
                               sizeof *changes->rows);
    changes->rows[changes->count++] = (struct interest_change){day, less};
}

/* What a deduction took over bears interest there, from the same due day: here it was never open
 * (accrualload.c says by what day each counts; a deduction has none of its own). */
static void applied_add(const struct accrual_reader *reader, const struct accrual_item *item,
                        struct changes *changes)
{
    int count;
    const struct accrual_applied *applied =
        accrual_applied_of(&reader->load, item->row.item_id, &count);

    for (int i = 0; i < count; i++)
        change_add(changes, date_is(applied[i].day) ? applied[i].day : item->start,
                   applied[i].less);
}

/* A case counts from the day it was opened, and no more on the day it was closed. */
static enum err span_add(void *self, const struct disputed_span *span)
{
    struct changes *changes = self;

    changes->any = true;
    change_add(changes, date_add(span->opened, -1), span->amount);
    if (span->closed.day < DATE_NEVER.day)
        change_add(changes, date_add(span->closed, -1), -span->amount);
    return ERR_OK;
}

static enum err charged_read(struct accrual_reader *reader, struct accrual_item *item)
{
    struct stmt *q = db_sql(
        reader->book->db,
        "SELECT l.kind, l.item_id = $1, CAST(SUM(l.amount) AS BIGINT), MAX(l.upto)"
        " FROM item i JOIN charge_line l ON l.item_id = i.id"
        " JOIN document d ON d.id = l.document_id"
        " WHERE i.document_id = $4 AND CASE $3 WHEN 1 THEN d.effective ELSE d.posted END <= $2"
        " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id"
        " AND CASE $3 WHEN 1 THEN v.effective ELSE v.posted END <= $2)"
        " GROUP BY l.kind, l.item_id = $1");

    bind_i64(q, 1, item->row.item_id);
    bind_i64(q, 2, reader->known.day);
    bind_i64(q, 3, reader->effective);
    bind_i64(q, 4, item->row.document_id);
    while (stmt_row(q)) {
        const bool here = col_i64(q, 1) != 0;
        const int64_t sum = col_i64(q, 2);
        if (col_i64(q, 0) == ACCRUAL_LUMP) {
            if (here)
                item->lump_charged = sum;
            item->lump_elsewhere = item->lump_elsewhere || (!here && sum > 0);
        } else if (here) {
            item->row.charged = sum;
            if (sum != 0)
                item->row.charged_to.day = (int32_t)col_i64(q, 3);
        }
    }
    return stmt_end(q);
}

static enum err item_read(struct accrual_reader *reader, const struct accrual_terms *terms,
                          struct accrual_item *item, struct arena *arena)
{
    struct changes changes = {.arena = arena};

    if (!item->reversed)
        applied_add(reader, item, &changes);
    else /* a paper that was taken back was never owed */
        change_add(&changes, item->start, item->row.amount);
    item->bears = (struct interest_item){.amount = item->row.amount,
                                         .due = item->start,
                                         .changes = changes.rows,
                                         .change_count = changes.count};
    item->late = item->row.amount;
    for (int i = 0; i < changes.count; i++)
        if (changes.rows[i].day.day <= item->start.day)
            item->late -= changes.rows[i].less;
    if (!terms->disputed && accrual_among(&reader->load.disputed, item->row.item_id))
        TRY(disputed_spans(reader->book, DISPUTE_INTEREST, item->row.item_id, reader->known,
                           span_add, &changes));
    item->is_disputed = changes.any;
    item->bears.changes = changes.rows;
    item->bears.change_count = changes.count;
    return accrual_among(&reader->load.charged, item->row.document_id) ? charged_read(reader, item)
                                                                       : ERR_OK;
}

/* ---- money that is paid against nothing ----------------------------------------------------- */

static void credits_add(const struct accrual_load *load, const struct accrual *of,
                        struct changes *changes)
{
    int count;
    const struct accrual_credit *credits =
        accrual_credits_of(load, of->customer_id, of->currency.code, &count);

    for (int i = 0; i < count; i++)
        if (credits[i].open > 0)
            change_add(changes, credits[i].day, credits[i].open);
}

static enum err cover(struct accrual_reader *reader, struct accrual_item *items, int count,
                      struct arena *arena)
{
    struct changes credits = {.arena = arena};

    credits_add(&reader->load, &items[0].row, &credits);
    if (credits.count == 0)
        return ERR_OK;
    struct interest_item *bears = arena_new(arena, (size_t)count * sizeof *bears);
    for (int i = 0; i < count; i++)
        bears[i] = items[i].bears;
    TRY(interest_offset(bears, count, credits.rows, credits.count, reader->upto, arena));
    for (int i = 0; i < count; i++)
        items[i].bears = bears[i];
    return ERR_OK;
}

enum err accrual_read(struct accrual_reader *reader, const struct accrual_terms *terms,
                      struct accrual_item *items, int count, struct arena *arena)
{
    for (int i = 0; i < count; i++)
        TRY(item_read(reader, terms, &items[i], arena));
    return terms->credits ? cover(reader, items, count, arena) : ERR_OK;
}
