#include "ledger/merging.h"

#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

static enum err judge(struct tx *tx, const struct customer *from, const struct customer *into)
{
    struct book *book = tx_book(tx);
    bool under = false;

    if (from->id == into->id)
        return fail(book->note, ERR_CONFLICT, "%s is one account already", into->code);
    if (from->merged_into)
        return fail(book->note, ERR_CONFLICT, "%s was merged already", from->code);
    if (!currency_is(from->currency, into->currency))
        return fail(book->note, ERR_CONFLICT,
                    "%s is kept in %s and %s in %s: accounts of two currencies stay two",
                    from->code, from->currency.code, into->code, into->currency.code);
    TRY(customer_under(book, into->id, from->id, &under));
    if (under)
        return fail(book->note, ERR_CONFLICT,
                    "%s stands under %s: merge the other way, or take it out of the group first",
                    into->code, from->code);
    return ERR_OK;
}

/* Whoever stood under the one that goes stands under the one that stays. */
static enum err children_move(struct tx *tx, int64_t from_id, int64_t into_id, struct arena *arena)
{
    struct book *book = tx_book(tx);

    for (;;) {
        struct customer child;
        int64_t id = 0;
        TRY(db_get(book->db, &id, 0,
                   "SELECT id FROM customer WHERE parent_id = $1 AND merged_into IS NULL LIMIT 1",
                   "i", from_id));
        if (!id)
            return ERR_OK;
        TRY(customer_get(book, id, arena, &child));
        child.parent_id = into_id;
        if (child.statement_id == from_id)
            child.statement_id = into_id;
        TRY(customer_set(tx, &child, book_today(book)));
    }
}

enum err merged_words(struct book *book, int64_t customer_id, struct arena *arena, const char **out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT code, name FROM customer WHERE merged_into = $1 ORDER BY id");

    *out = "";
    bind_i64(q, 1, customer_id);
    while (stmt_row(q))
        *out = arena_format(arena, "%s%s%s %s", *out, **out ? "; " : "", col_text(q, 0),
                            col_text(q, 1));
    return stmt_end(q);
}

enum err merged_each(struct book *book, int64_t customer_id,
                     enum err (*each)(void *self, int64_t account_id), void *self)
{
    struct stmt *q = db_sql(book->db, "SELECT id FROM customer WHERE merged_into = $1 ORDER BY id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q))
        e = each(self, col_i64(q, 0));
    return stmt_end_after(q, e);
}

enum err merged_load(struct book *book, struct arena *arena, struct merged_set *out)
{
    int64_t room = 0;

    *out = (struct merged_set){.count = 0};
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM customer WHERE merged_into IS NOT NULL",
               ""));
    if (room == 0)
        return ERR_OK;
    out->pairs = arena_new(arena, (size_t)room * sizeof *out->pairs);
    struct stmt *q = db_sql(book->db, "SELECT id, merged_into FROM customer"
                                      " WHERE merged_into IS NOT NULL ORDER BY id");
    while (stmt_row(q) && out->count < (int)room)
        out->pairs[out->count++] = (struct merged_pair){col_i64(q, 0), col_i64(q, 1)};
    return stmt_end(q);
}

static int pair_cmp(const void *a, const void *b)
{
    const struct merged_pair *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

int64_t merged_stays(const struct merged_set *set, int64_t customer_id)
{
    const struct merged_pair key = {.id = customer_id};
    const struct merged_pair *pair =
        set->count ? bsearch(&key, set->pairs, (size_t)set->count, sizeof key, pair_cmp) : NULL;

    return pair ? pair->into : customer_id;
}

enum err customer_merge(struct tx *tx, int64_t from_id, int64_t into_id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct customer from, into;
    enum err e;

    TRY_OUT(customer_get(book, from_id, &arena, &from));
    TRY_OUT(customer_get(book, into_id, &arena, &into));
    TRY_OUT(judge(tx, &from, &into));

    TRY_OUT(children_move(tx, from_id, into_id, &arena));
    from.parent_id = into_id;
    from.statement_id = 0;
    TRY_OUT(customer_set(tx, &from, book_today(book)));
    TRY_OUT(db_run(book->db,
                   "UPDATE customer SET merged_into = $1, version = version + 1"
                   " WHERE id = $2 OR merged_into = $2",
                   "ii", into_id, from_id));
    e = tx_change(tx, "customer", from_id, "merged-into", NULL, into.code);
out:
    arena_done(&arena);
    return e;
}
