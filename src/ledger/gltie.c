/* gltie: balances of the general ledger outside, beside ours. */
#include "ledger/gltie.h"

#include "ledger/agingscan.h"
#include "ledger/local.h"

enum err glbalance_set(struct tx *tx, int64_t account_id, struct date day, int64_t balance)
{
    const int64_t numbers[] = {tx->entry_id, account_id, day.day, balance};
    int64_t id = 0;

    return fact_write(tx, FACT_GLBALANCE,
                      "INSERT INTO gl_balance (entry_id, account_id, day, balance)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 4, NULL, 0, &id);
}

enum err glbalance_on(struct book *book, int64_t account_id, struct date day, bool *is,
                      int64_t *balance)
{
    struct stmt *q = db_sql(book->db, "SELECT balance FROM gl_balance WHERE day = $1"
                                      " AND account_id = $2 ORDER BY id DESC LIMIT 1");

    bind_i64(q, 1, day.day);
    bind_i64(q, 2, account_id);
    *is = stmt_row(q);
    *balance = *is ? col_i64(q, 0) : 0;
    return stmt_end(q);
}

static enum err add_open(void *self, const struct aging_item *item)
{
    int64_t *sum = self;

    return amount_add(*sum, item->open_base, sum);
}

static enum err tie(struct book *book, struct date as_of, struct gltie *out)
{
    const struct aging_query query = {.as_of = as_of, .control = out->account.control};

    out->is_control = out->account.control != CONTROL_NONE;
    TRY(account_balance(book, out->account.id, as_of, &out->ledger));
    TRY(glbalance_on(book, out->account.id, as_of, &out->is_noted, &out->noted));
    return out->is_control ? aging_scan(book, &query, add_open, &out->items) : ERR_OK;
}

enum err gltie_list(struct book *book, struct date as_of, struct arena *arena, struct gltie **out,
                    int *count)
{
    struct account *accounts = NULL;
    int account_count = 0;

    *count = 0;
    TRY(account_list(book, arena, &accounts, &account_count));
    *out = arena_new(arena, ((size_t)account_count + 1) * sizeof **out);
    for (int i = 0; i < account_count; i++) {
        struct gltie *row = &(*out)[*count];
        *row = (struct gltie){.account = accounts[i]};
        TRY(tie(book, as_of, row));
        *count += row->is_control || row->is_noted;
    }
    return ERR_OK;
}
