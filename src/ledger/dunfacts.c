#include "ledger/dunfacts.h"

#include "ledger/beside.h"
#include "ledger/disputed.h"
#include "ledger/dunblock.h"
#include "ledger/invoice.h"
#include "ledger/promise.h"

#include <stdlib.h>

static void *grown(void *old, size_t *room, size_t size)
{
    *room = *room ? *room * 2 : 64;
    return mem_resize(old, *room, size);
}

static void mark_add(struct dunmarks *marks, const struct dunmark *mark)
{
    if (marks->count == marks->room)
        marks->rows = grown(marks->rows, &marks->room, sizeof *marks->rows);
    marks->rows[marks->count++] = *mark;
}

static int mark_cmp(const void *a, const void *b)
{
    const struct dunmark *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

const struct dunmark *dunmark_find(const struct dunmarks *marks, int64_t id)
{
    size_t low = 0, high = marks->count; /* behind the last one of the id */

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (marks->rows[middle].id <= id)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && marks->rows[low - 1].id == id ? &marks->rows[low - 1] : NULL;
}

const struct dunlevel *dunlevel_find(const struct dunlevels *levels, int64_t item_id)
{
    size_t low = 0, high = levels->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (levels->rows[middle].item_id < item_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < levels->count && levels->rows[low].item_id == item_id ? &levels->rows[low] : NULL;
}

static enum err dispute_take(void *self, const struct disputed *disputed)
{
    mark_add(self, &(struct dunmark){.id = disputed->item_id, .number = disputed->amount});
    return ERR_OK;
}

/* A plan goes before a promise, a later day before an earlier one. */
static enum err promise_take_mark(void *self, const struct promised *promised)
{
    struct dunmarks *marks = self;
    const struct dunmark mark = {.id = promised->item_id,
                                 .number = promised->plan,
                                 .amount = promised->amount,
                                 .until = promised->until,
                                 .words = ""};
    struct dunmark *last = marks->count ? &marks->rows[marks->count - 1] : NULL;

    if (!last || last->id != mark.id)
        mark_add(marks, &mark);
    else if (mark.number > last->number ||
             (mark.number == last->number && mark.until.day > last->until.day))
        *last = mark;
    return ERR_OK;
}

/* Of several for one item the last day, and their sum. */
static enum err in_hand_take(void *self, const struct in_hand *row)
{
    struct dunmarks *marks = self;
    struct dunmark *last = marks->count ? &marks->rows[marks->count - 1] : NULL;

    if (!last || last->id != row->item_id) {
        mark_add(marks, &(struct dunmark){.id = row->item_id, .words = ""});
        last = &marks->rows[marks->count - 1];
    }
    last->until = row->day;
    return amount_add(last->number, row->amount, &last->number);
}

static enum err level_take(void *self, const struct dunlevel *level)
{
    struct dunlevels *levels = self;

    if (levels->count == levels->room)
        levels->rows = grown(levels->rows, &levels->room, sizeof *levels->rows);
    levels->rows[levels->count++] = *level;
    return ERR_OK;
}

static enum err extensions_read(struct dunfacts *facts)
{
    struct extension *rows;
    int count;

    TRY(extensions_on(facts->book, facts->day, facts->arena, &rows, &count));
    for (int i = 0; i < count; i++)
        mark_add(&facts->extensions,
                 &(struct dunmark){.id = rows[i].item_id, .until = rows[i].until, .words = ""});
    return ERR_OK;
}

/* Every entry is above 0: said so that the index of charges is used; what is settled is passed over
 * here, since the store would go through all open items first. */
static enum err charges_read(struct dunfacts *facts)
{
    struct stmt *q = db_sql(facts->book->db, "SELECT i.id, i.settled_on FROM document d JOIN item i"
                                             " ON i.document_id = d.id WHERE d.kind = " KIND_CHARGE
                                             " AND d.entry_id > 0");

    while (stmt_row(q))
        if (col_i64(q, 1) > facts->day.day)
            mark_add(&facts->charges, &(struct dunmark){.id = col_i64(q, 0), .words = ""});
    TRY(stmt_end(q));
    if (facts->charges.count)
        qsort(facts->charges.rows, facts->charges.count, sizeof(struct dunmark), mark_cmp);
    return ERR_OK;
}

static enum err block_items(struct dunfacts *facts, const struct dunblock *block)
{
    struct stmt *q = db_sql(facts->book->db, "SELECT id FROM item WHERE document_id = $1");

    bind_i64(q, 1, block->document_id);
    while (stmt_row(q))
        mark_add(
            &facts->blocks,
            &(struct dunmark){.id = col_i64(q, 0), .until = block->until, .words = block->reason});
    return stmt_end(q);
}

static enum err blocks_read(struct dunfacts *facts)
{
    struct dunblock *blocks;
    int count;

    TRY(dunblock_list(facts->book, facts->customer_id, true, facts->day, facts->arena, &blocks,
                      &count));
    for (int i = 0; i < count; i++)
        if (blocks[i].document_id)
            TRY(block_items(facts, &blocks[i]));
        else
            mark_add(&facts->customers, &(struct dunmark){.id = blocks[i].customer_id,
                                                          .until = blocks[i].until,
                                                          .words = blocks[i].reason});
    if (facts->blocks.count)
        qsort(facts->blocks.rows, facts->blocks.count, sizeof(struct dunmark), mark_cmp);
    if (facts->customers.count)
        qsort(facts->customers.rows, facts->customers.count, sizeof(struct dunmark), mark_cmp);
    return ERR_OK;
}

/* A friendly reminder does not put off a letter about what is overdue. */
static enum err letters_read(struct dunfacts *facts, int64_t interval)
{
    struct stmt *q = db_sql(
        facts->book->db,
        "SELECT " STAYS(
            "c") ", CAST(MAX(l.day) AS BIGINT) FROM dunning_letter l"
                 " JOIN customer c ON c.id = l.customer_id WHERE l.day <= $1"
                 " AND l.day > $2 AND l.level >= 1 AND NOT EXISTS (SELECT 1 FROM dunning_undo u"
                 " WHERE u.letter_id = l.id AND u.day <= $1) GROUP BY 1 ORDER BY 1");

    bind_i64(q, 1, facts->day.day);
    bind_i64(q, 2, facts->day.day - interval);
    while (stmt_row(q))
        mark_add(&facts->letters,
                 &(struct dunmark){.id = col_i64(q, 0), .until = col_date(q, 1), .words = ""});
    return stmt_end(q);
}

enum err dunfacts_read(struct dunfacts *facts, int64_t interval)
{
    TRY(disputed_each_of(facts->book, DISPUTE_DUNNING, facts->day, 0, facts->customer_id,
                         dispute_take, &facts->disputes));
    TRY(promised_each(facts->book, facts->day, facts->customer_id, promise_take_mark,
                      &facts->promises));
    TRY(in_hand_each(facts->book, facts->day, in_hand_take, &facts->in_hand));
    TRY(extensions_read(facts));
    TRY(charges_read(facts));
    TRY(blocks_read(facts));
    TRY(letters_read(facts, interval));
    TRY(placed_load(facts->book, facts->day, facts->customer_id, facts->arena, &facts->placed));
    TRY(insolvent_load(facts->book, facts->day, facts->arena, &facts->insolvent));
    return dunlevels_each(facts->book, facts->day, facts->customer_id, level_take, &facts->levels);
}

void dunfacts_done(struct dunfacts *facts)
{
    struct dunmarks *lists[] = {&facts->disputes, &facts->promises, &facts->extensions,
                                &facts->charges,  &facts->blocks,   &facts->customers,
                                &facts->letters,  &facts->in_hand};

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        free(lists[i]->rows);
    free(facts->levels.rows);
}
