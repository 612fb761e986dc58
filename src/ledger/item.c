/* item: the instalments of documents, read with what is open in both currencies. */
#include "ledger/item.h"

#include "ledger/local.h"

#define ITEM                                                                                       \
    "SELECT i.id, i.document_id, i.customer_id, i.account_id, i.seq, i.currency, i.amount, "       \
    "i.base,"                                                                                      \
    " i.open, i.due, i.effective, i.posted, i.value, i.settled_on, d.kind, d.number, d.issued"     \
    " FROM item i JOIN document d ON d.id = i.document_id"

static void read_item(struct book *book, struct stmt *q, struct arena *arena, struct item *out)
{
    *out = (struct item){.id = col_i64(q, 0),
                         .document_id = col_i64(q, 1),
                         .customer_id = col_i64(q, 2),
                         .account_id = col_i64(q, 3),
                         .seq = (int)col_i64(q, 4),
                         .currency = book_currency_of(book, col_text(q, 5)),
                         .amount = col_i64(q, 6),
                         .base = col_i64(q, 7),
                         .open = col_i64(q, 8),
                         .due = col_date(q, 9),
                         .effective = col_date(q, 10),
                         .posted = col_date(q, 11),
                         .value = col_date(q, 12),
                         .settled_on = col_date(q, 13),
                         .kind = (enum document_kind)col_i64(q, 14),
                         .number = arena ? arena_text(arena, col_text(q, 15)) : "",
                         .issued = col_date(q, 16)};
}

/* Base less what its applications relieved. Nothing applied, or all of it, needs no look. */
static enum err read_open_base(struct book *book, struct item *item)
{
    int64_t relieved = 0;

    if (item->open == 0 || currency_is(item->currency, book->currency)) {
        item->open_base = item->open;
        return ERR_OK;
    }
    if (item->amount > 0)
        TRY(db_get(book->db, &relieved, 0,
                   "SELECT CAST(SUM(debit_base) AS BIGINT) FROM application WHERE debit_id = $1",
                   "i", item->id));
    else
        TRY(db_get(book->db, &relieved, 0,
                   "SELECT CAST(SUM(credit_base) AS BIGINT) FROM application WHERE credit_id = $1",
                   "i", item->id));
    item->open_base = item->amount > 0 ? item->base - relieved : item->base + relieved;
    return ERR_OK;
}

enum err item_get(struct book *book, int64_t id, struct arena *arena, struct item *out)
{
    struct stmt *q = db_sql(book->db, ITEM " WHERE i.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        read_item(book, q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    if (!is)
        return fail(book->note, ERR_MISSING, "there is no item with id %lld", (long long)id);
    return read_open_base(book, out);
}

/* Rows of a prepared question, grown as they come; then the base of each. */
static enum err read_items(struct book *book, struct stmt *q, struct arena *arena,
                           struct item **out, int *count)
{
    int room = 16;

    *count = 0;
    *out = arena_new(arena, (size_t)room * sizeof **out);
    while (stmt_row(q)) {
        if (*count == room) {
            struct item *more = arena_new(arena, (size_t)room * 2 * sizeof *more);
            for (int i = 0; i < room; i++)
                more[i] = (*out)[i];
            *out = more;
            room *= 2;
        }
        read_item(book, q, arena, &(*out)[(*count)++]);
    }
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(read_open_base(book, &(*out)[i]));
    return ERR_OK;
}

enum err items_of_document(struct book *book, int64_t document_id, struct arena *arena,
                           struct item **out, int *count)
{
    struct stmt *q = db_sql(book->db, ITEM " WHERE i.document_id = $1 ORDER BY i.id");

    bind_i64(q, 1, document_id);
    return read_items(book, q, arena, out, count);
}

enum err items_open(struct book *book, int64_t customer_id, struct arena *arena, struct item **out,
                    int *count)
{
    struct stmt *q = db_sql(book->db, ITEM " WHERE i.customer_id" OF_CUSTOMER(
                                          "$1") " AND i.settled_on = $2 ORDER BY i.due, i.id");

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, DATE_NEVER.day);
    return read_items(book, q, arena, out, count);
}

enum err item_value(struct book *book, int64_t id, struct date *out)
{
    int64_t value = DATE_NONE.day;

    TRY(db_get(book->db, &value, value, "SELECT value FROM item WHERE id = $1", "i", id));
    *out = (struct date){(int32_t)value};
    return ERR_OK;
}

enum err item_open_on(struct book *book, const struct item *item, struct date as_of, int64_t *open)
{
    int64_t later = 0;

    if (item->amount > 0)
        TRY(db_get(book->db, &later, 0,
                   "SELECT CAST(SUM(amount) AS BIGINT) FROM application WHERE debit_id = $1"
                   " AND posted > $2",
                   "ii", item->id, (int64_t)as_of.day));
    else
        TRY(db_get(book->db, &later, 0,
                   "SELECT CAST(-SUM(amount) AS BIGINT) FROM application WHERE credit_id = $1"
                   " AND posted > $2",
                   "ii", item->id, (int64_t)as_of.day));
    *open = item->open + later;
    return ERR_OK;
}

enum err item_disputed(struct book *book, int64_t item_id, struct date as_of, int64_t open,
                       int64_t *out)
{
    int64_t cases = 0;

    TRY(db_get(book->db, &cases, 0,
               "SELECT CAST(SUM(dispute.amount) AS BIGINT) FROM dispute"
               " LEFT JOIN dispute_closing ON dispute_closing.dispute_id = dispute.id"
               " WHERE dispute.item_id = $1 AND dispute.opened <= $2"
               " AND (dispute_closing.closed IS NULL OR dispute_closing.closed > $2)",
               "ii", item_id, (int64_t)as_of.day));
    *out = open <= 0 ? 0 : cases < open ? cases : open;
    return ERR_OK;
}
