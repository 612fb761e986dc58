/* placementread: placements with what stands of them, and what is placed on a day. */
#include "ledger/placement.h"

#include "ledger/local.h"

#include <stdlib.h>

/* ---- placements ----------------------------------------------------------------------------- */

/* Recovered is what stands on the day: a payment that was reversed by then brought nothing. */
#define MONEY(column)                                                                              \
    "(SELECT CAST(COALESCE(SUM(r." column ") , 0) AS BIGINT) FROM placement_recovery r"            \
    " WHERE r.placement_id = p.id AND r.currency = COALESCE(i.currency, c.currency)"               \
    " AND r.day <= $3 AND EXISTS (SELECT 1 FROM document y WHERE y.id = r.payment_id"              \
    " AND y.posted <= $3)" UNREVERSED_ON("r.payment_id", "$3") ")"

#define PLACEMENTS                                                                                 \
    "SELECT p.id, c.id, p.kind, p.day, p.whole, p.commission_ppm, p.agency,"                       \
    " p.reference, p.text, c.code, c.name, COALESCE(e.actor, ''), z.day, z.reason,"                \
    " COALESCE(i.currency, c.currency), CAST(COALESCE(SUM(x.amount), 0) AS BIGINT),"               \
    " CAST(COALESCE(SUM(CASE WHEN w.id IS NULL AND i.posted <= $3"                                 \
    " THEN " OPEN_ON("$3") " ELSE 0 END), 0) AS BIGINT),"                                          \
    " " MONEY("amount") ", " MONEY("commission")                                                   \
    " FROM placement p" JOIN_STAYS("p")                                                            \
    " LEFT JOIN entry e ON e.id = p.entry_id"                                                      \
    " LEFT JOIN placement_end z ON z.placement_id = p.id AND z.item_id = 0"                        \
    " LEFT JOIN placement_item x ON x.placement_id = p.id LEFT JOIN item i ON i.id = x.item_id"    \
    " LEFT JOIN placement_end w ON w.placement_id = p.id AND w.item_id = x.item_id"                \
    " AND w.day <= $3"                                                                             \
    " WHERE ($1 = 0 OR p.id = $1) AND ($2 = 0 OR c.id = $2) AND p.day <= $3"                       \
    " AND ($4 = 0 OR z.day IS NULL OR z.day > $3)"                                                 \
    " GROUP BY p.id, c.id, p.kind, p.day, p.whole, p.commission_ppm, p.agency,"                    \
    " p.reference, p.text, c.code, c.name, c.currency, e.actor, z.day, z.reason, i.currency"       \
    " ORDER BY p.day, p.id, i.currency"

enum err placement_list(struct book *book, const struct placement_query *query, struct arena *arena,
                        struct placement **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT (SELECT COUNT(*) FROM placement) + (SELECT COUNT(*) FROM placement_item)",
               ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, PLACEMENTS);
    bind_i64(q, 1, query->id);
    bind_i64(q, 2, query->customer_id);
    bind_i64(q, 3, query->as_of.day);
    bind_i64(q, 4, query->standing);
    while (stmt_row(q) && *count < (int)room + 1)
        (*out)[(*count)++] = (struct placement){
            .id = col_i64(q, 0),
            .customer_id = col_i64(q, 1),
            .kind = (enum placement_kind)col_i64(q, 2),
            .day = col_date(q, 3),
            .whole = col_i64(q, 4) != 0,
            .commission_ppm = col_i64(q, 5),
            .agency = arena_text(arena, col_text(q, 6)),
            .reference = arena_text(arena, col_text(q, 7)),
            .text = arena_text(arena, col_text(q, 8)),
            .customer = arena_text(arena, col_text(q, 9)),
            .name = arena_text(arena, col_text(q, 10)),
            .actor = arena_text(arena, col_text(q, 11)),
            .ended = col_date(q, 12),
            .reason = col_is_null(q, 13) ? "" : arena_text(arena, col_text(q, 13)),
            .currency = book_currency_of(book, col_text(q, 14)),
            .placed = col_i64(q, 15),
            .open = col_i64(q, 16),
            .recovered = col_i64(q, 17),
            .commission = col_i64(q, 18)};
    return stmt_end(q);
}

enum err placement_get(struct book *book, int64_t id, struct arena *arena, struct placement *out)
{
    const struct placement_query query = {.id = id, .as_of = DATE_NEVER};
    struct placement *rows = NULL;
    int count = 0;

    if (id > 0)
        TRY(placement_list(book, &query, arena, &rows, &count));
    if (count == 0)
        return fail(book->note, ERR_MISSING,
                    "there is no placement %lld; `placement list` shows them", (long long)id);
    *out = rows[0];
    return ERR_OK;
}

enum err placement_items(struct book *book, int64_t id, struct arena *arena, int64_t **out,
                         int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM placement_item WHERE placement_id = $1",
               "i", id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db, "SELECT item_id FROM placement_item WHERE placement_id = $1 ORDER BY item_id");
    bind_i64(q, 1, id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = col_i64(q, 0);
    return stmt_end(q);
}

enum err placement_bill(struct book *book, int64_t payment_id, int64_t *document_id)
{
    return db_get(book->db, document_id, 0,
                  "SELECT r.cost_id FROM placement_recovery r WHERE r.payment_id = $1"
                  " AND r.cost_id <> 0 AND NOT EXISTS"
                  " (SELECT 1 FROM document v WHERE v.reverses_id = r.cost_id)",
                  "i", payment_id);
}

/* ---- what is placed on a day ---------------------------------------------------------------- */

static struct placed read_placed(struct stmt *q, struct arena *arena)
{
    return (struct placed){.owner = col_i64(q, 0),
                           .customer_id = col_i64(q, 6),
                           .placement_id = col_i64(q, 1),
                           .kind = (enum placement_kind)col_i64(q, 2),
                           .since = col_date(q, 3),
                           .agency = arena_text(arena, col_text(q, 4)),
                           .reference = arena_text(arena, col_text(q, 5))};
}

static enum err read_one(struct stmt *q, bool *is, struct placed *out, struct arena *arena)
{
    *is = stmt_row(q);
    if (*is)
        *out = read_placed(q, arena);
    return stmt_end(q);
}

static enum err customer_on(struct book *book, int64_t customer_id, struct date day, bool *is,
                            struct placed *out, struct arena *arena)
{
    struct stmt *q =
        db_sql(book->db, "SELECT p.customer_id, p.id, p.kind, p.day, p.agency, p.reference,"
                         " p.customer_id"
                         " FROM placement p WHERE p.customer_id" OF_CUSTOMER(
                             "$1") " AND p.day <= $2"
                                   " AND p.whole = 1 AND NOT EXISTS (SELECT 1 FROM placement_end z"
                                   " WHERE z.placement_id = p.id AND z.item_id = 0 AND z.day <= $2)"
                                   " ORDER BY p.id LIMIT 1");

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, day.day);
    return read_one(q, is, out, arena);
}

enum err placed_on(struct book *book, int64_t item_id, struct date day, bool *is,
                   struct placed *out, struct arena *arena)
{
    int64_t customer_id = 0;
    struct stmt *q =
        db_sql(book->db, "SELECT x.item_id, p.id, p.kind, p.day, p.agency, p.reference,"
                         " p.customer_id"
                         " FROM placement_item x JOIN placement p ON p.id = x.placement_id"
                         " WHERE x.item_id = $1 AND p.day <= $2 AND NOT EXISTS"
                         " (SELECT 1 FROM placement_end z WHERE z.placement_id = p.id"
                         " AND z.item_id IN (0, $1) AND z.day <= $2) ORDER BY p.id LIMIT 1");

    bind_i64(q, 1, item_id);
    bind_i64(q, 2, day.day);
    TRY(read_one(q, is, out, arena));
    if (*is)
        return ERR_OK;
    TRY(db_get(book->db, &customer_id, 0,
               "SELECT " STAYS("c") " FROM item i JOIN customer c ON c.id = i.customer_id"
                                    " WHERE i.id = $1 AND i.amount > 0",
               "i", item_id));
    return customer_id ? customer_on(book, customer_id, day, is, out, arena) : ERR_OK;
}

/* The rows of a question, by owner; there are few beside the items of a book. */
static enum err read_all(struct stmt *q, struct arena *arena, struct placed **out, int *count)
{
    int room = 0;
    struct placed *rows = NULL;

    *count = 0;
    while (stmt_row(q)) {
        if (*count == room) {
            room = room ? room * 2 : 64;
            rows = mem_resize(rows, (size_t)room, sizeof *rows);
        }
        rows[(*count)++] = read_placed(q, arena);
    }
    *out = arena_new(arena, ((size_t)*count + 1) * sizeof **out);
    for (int i = 0; i < *count; i++)
        (*out)[i] = rows[i];
    free(rows);
    return stmt_end(q);
}

enum err placed_load(struct book *book, struct date as_of, int64_t customer_id, struct arena *arena,
                     struct placed_set *out)
{
    *out = (struct placed_set){0};
    struct stmt *q = db_sql(
        book->db,
        "SELECT x.item_id, p.id, p.kind, p.day, p.agency, p.reference, c.id"
        " FROM placement p" JOIN_STAYS("p") " JOIN placement_item x ON x.placement_id = p.id"
        " WHERE p.day <= $1 AND ($2 = 0 OR p.customer_id" OF_CUSTOMER(
            "$2") ") AND NOT EXISTS"
                  " (SELECT 1 FROM placement_end z WHERE z.placement_id = p.id"
                  " AND z.item_id IN (0, x.item_id) AND z.day <= $1) ORDER BY x.item_id, p.id");
    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, customer_id);
    TRY(read_all(q, arena, &out->items, &out->item_count));
    q = db_sql(
        book->db,
        "SELECT c.id, p.id, p.kind, p.day, p.agency, p.reference, c.id"
        " FROM placement p" JOIN_STAYS("p")
                 " WHERE p.day <= $1 AND p.whole = 1 AND ($2 = 0 OR p.customer_id" OF_CUSTOMER(
                     "$2") ") AND NOT EXISTS (SELECT 1 FROM placement_end z"
                           " WHERE z.placement_id = p.id AND z.item_id = 0 AND z.day <= $1)"
                           " ORDER BY 1, p.id");
    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, customer_id);
    return read_all(q, arena, &out->customers, &out->customer_count);
}

static const struct placed *owner_find(const struct placed *rows, int count, int64_t owner)
{
    int low = 0, high = count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (rows[middle].owner < owner)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && rows[low].owner == owner ? &rows[low] : NULL;
}

const struct placed *placed_find(const struct placed_set *set, int64_t customer_id, int64_t item_id)
{
    const struct placed *item = owner_find(set->items, set->item_count, item_id);

    return item || !customer_id ? item
                                : owner_find(set->customers, set->customer_count, customer_id);
}
