/* customerread: customers as they stand, with what of them counts today, one by one or in pages. */
#include "ledger/customer.h"

#include "ledger/dated.h"
#include "ledger/local.h"
#include "ledger/setting.h"

#define CUSTOMER                                                                                   \
    "SELECT c.id, c.code, c.name, c.currency, c.terms_id, terms.code, c.credit_limit, c.email, "   \
    "c.phone,"                                                                                     \
    " c.address, c.country, c.contact, c.parent_id, parent.code, c.collector, c.salesperson, "     \
    "c.tax_number,"                                                                                \
    " c.cycle, c.language, c.class, c.statement, c.kind, c.grace_days, c.overpayment, "            \
    "c.merged_into,"                                                                               \
    " c.version, c.statement_id, node.code, c.insured, c.insured_until, c.temporary_limit,"        \
    " c.temporary_until, c.first_limit FROM customer c"                                            \
    " LEFT JOIN terms ON terms.id = c.terms_id"                                                    \
    " LEFT JOIN customer parent ON parent.id = c.parent_id"                                        \
    " LEFT JOIN customer node ON node.id = c.statement_id"

void customer_init(struct customer *customer, struct currency currency)
{
    *customer = (struct customer){.code = "",
                                  .name = "",
                                  .currency = currency,
                                  .terms = "",
                                  .credit_limit = NO_LIMIT,
                                  .insured_until = DATE_NONE,
                                  .temporary_limit = NO_LIMIT,
                                  .temporary_until = DATE_NONE,
                                  .first_limit = NO_LIMIT,
                                  .email = "",
                                  .phone = "",
                                  .address = "",
                                  .country = "",
                                  .contact = "",
                                  .parent = "",
                                  .statement_to = "",
                                  .collector = "",
                                  .salesperson = "",
                                  .tax_number = "",
                                  .cycle = "",
                                  .language = "",
                                  .class = ""};
}

static void read_customer(struct book *book, struct stmt *q, struct arena *arena,
                          struct customer *out)
{
    *out = (struct customer){.id = col_i64(q, 0),
                             .code = arena_text(arena, col_text(q, 1)),
                             .name = arena_text(arena, col_text(q, 2)),
                             .currency = book_currency_of(book, col_text(q, 3)),
                             .terms_id = col_i64(q, 4),
                             .terms = arena_text(arena, col_text(q, 5)),
                             .credit_limit = col_is_null(q, 6) ? NO_LIMIT : col_i64(q, 6),
                             .email = arena_text(arena, col_text(q, 7)),
                             .phone = arena_text(arena, col_text(q, 8)),
                             .address = arena_text(arena, col_text(q, 9)),
                             .country = arena_text(arena, col_text(q, 10)),
                             .contact = arena_text(arena, col_text(q, 11)),
                             .parent_id = col_i64(q, 12),
                             .parent = arena_text(arena, col_text(q, 13)),
                             .collector = arena_text(arena, col_text(q, 14)),
                             .salesperson = arena_text(arena, col_text(q, 15)),
                             .tax_number = arena_text(arena, col_text(q, 16)),
                             .cycle = arena_text(arena, col_text(q, 17)),
                             .language = arena_text(arena, col_text(q, 18)),
                             .class = arena_text(arena, col_text(q, 19)),
                             .statement = (int)col_i64(q, 20),
                             .kind = (int)col_i64(q, 21),
                             .grace_days = (int)col_i64(q, 22),
                             .overpayment = col_i64(q, 23) != 0,
                             .merged_into = col_i64(q, 24),
                             .version = col_i64(q, 25),
                             .statement_id = col_i64(q, 26),
                             .statement_to = arena_text(arena, col_text(q, 27)),
                             .insured = col_i64(q, 28),
                             .insured_until = col_date(q, 29),
                             .temporary_limit = col_is_null(q, 30) ? NO_LIMIT : col_i64(q, 30),
                             .temporary_until = col_date(q, 31),
                             .first_limit = col_is_null(q, 32) ? NO_LIMIT : col_i64(q, 32)};
}

/* A collector or an address whose day has come since the record was written last. */
static enum err dated_today(struct book *book, struct arena *arena, struct customer *customer)
{
    struct stmt *q = db_sql(book->db, "SELECT field, value FROM customer_dated WHERE"
                                      " customer_id = $1 AND from_day <= $2"
                                      " ORDER BY field, from_day, id");
    const char **const texts[DATED_FIELDS] = {[DATED_COLLECTOR] = &customer->collector,
                                              [DATED_SALESPERSON] = &customer->salesperson,
                                              [DATED_ADDRESS] = &customer->address,
                                              [DATED_CONTACT] = &customer->contact};

    bind_i64(q, 1, customer->id);
    bind_i64(q, 2, book_today(book).day);
    while (stmt_row(q)) {
        const char **const text = texts[col_i64(q, 0)];
        if (text)
            *text = arena_text(arena, col_text(q, 1));
    }
    return stmt_end(q);
}

enum err customer_get(struct book *book, int64_t id, struct arena *arena, struct customer *out)
{
    struct stmt *q = db_sql(book->db, CUSTOMER " WHERE c.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        read_customer(book, q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    if (is)
        TRY(dated_today(book, arena, out));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no customer with id %lld", (long long)id);
}

enum err customer_stays(struct book *book, int64_t id, int64_t *out)
{
    int64_t merged = 0;

    *out = id;
    for (int hop = 0; *out && hop < 32; hop++) { /* the chain is short */
        TRY(db_get(book->db, &merged, 0, "SELECT merged_into FROM customer WHERE id = $1", "i",
                   *out));
        if (!merged)
            break;
        *out = merged;
    }
    return ERR_OK;
}

enum err customer_find_id(struct book *book, const char *code, int64_t *id)
{
    TRY(db_get(book->db, id, 0, "SELECT id FROM customer WHERE code = $1", "t", code));
    return customer_stays(book, *id, id);
}

enum err customer_find(struct book *book, const char *code, struct arena *arena,
                       struct customer *out)
{
    int64_t id = 0;

    TRY(customer_find_id(book, code, &id));
    if (!id)
        return fail(book->note, ERR_MISSING,
                    "there is no customer %s; `customer list --search` finds codes",
                    *code ? code : "without a code");
    return customer_get(book, id, arena, out);
}

enum err customer_under(struct book *book, int64_t customer_id, int64_t ancestor, bool *out)
{
    *out = false;
    for (int depth = 0; customer_id && depth < 64; depth++) {
        if (customer_id == ancestor) {
            *out = true;
            return ERR_OK;
        }
        TRY(db_get(book->db, &customer_id, 0, "SELECT parent_id FROM customer WHERE id = $1", "i",
                   customer_id));
    }
    return ERR_OK;
}

enum err customer_root(struct book *book, int64_t customer_id, int64_t *root)
{
    int64_t above = customer_id;

    for (int depth = 0; above && depth < 64; depth++) {
        *root = above;
        TRY(db_get(book->db, &above, 0, "SELECT parent_id FROM customer WHERE id = $1", "i",
                   *root));
    }
    return ERR_OK;
}

enum err customer_is(struct book *book, int64_t account_id, int64_t customer_id, bool *out)
{
    int64_t one = account_id == customer_id;

    if (!one)
        TRY(db_get(book->db, &one, 0,
                   "SELECT 1 FROM customer a, customer b WHERE a.id = $1 AND b.id = $2"
                   " AND " STAYS("a") " = " STAYS("b"),
                   "ii", account_id, customer_id));
    *out = one != 0;
    return ERR_OK;
}

enum err customer_pays_for(struct book *book, int64_t customer_id, int64_t debtor_id, bool *out)
{
    int64_t one = 0, other = 0;

    TRY(customer_under(book, debtor_id, customer_id, out));
    if (!*out)
        TRY(customer_is(book, debtor_id, customer_id, out));
    if (*out || setting_int(book, "hierarchy.tree") == 0)
        return ERR_OK;
    TRY(customer_root(book, customer_id, &one));
    TRY(customer_root(book, debtor_id, &other));
    *out = one == other;
    return ERR_OK;
}

/* A page is read forwards or backwards from a place in the order, always handed out ascending. */
enum err customer_page(struct book *book, enum customer_order order, const char *after_text,
                       int64_t after_id, bool backwards, int limit, struct arena *arena,
                       struct customer **out, int *count)
{
    struct db *db = book->db;
    struct stmt *q;

    *count = 0;
    *out = arena_new(arena, ((size_t)limit + 1) * sizeof **out);
    if (order == CUSTOMER_BY_CODE)
        q = backwards
                ? db_sql(db, CUSTOMER " WHERE c.code < $1 AND $2 = $2 AND c.merged_into IS NULL"
                                      " ORDER BY c.code DESC LIMIT $3")
                : db_sql(db, CUSTOMER " WHERE c.code > $1 AND $2 = $2 AND c.merged_into IS NULL"
                                      " ORDER BY c.code LIMIT $3");
    else
        q = backwards
                ? db_sql(db, CUSTOMER " WHERE (c.name COLLATE NOCASE, c.id) < ($1, $2)"
                                      " AND c.merged_into IS NULL"
                                      " ORDER BY c.name COLLATE NOCASE DESC, c.id DESC LIMIT $3")
                : db_sql(db, CUSTOMER " WHERE (c.name COLLATE NOCASE, c.id) > ($1, $2)"
                                      " AND c.merged_into IS NULL"
                                      " ORDER BY c.name COLLATE NOCASE, c.id LIMIT $3");
    bind_text(q, 1, after_text ? after_text : "");
    bind_i64(q, 2, after_id);
    bind_i64(q, 3, limit);
    while (*count < limit && stmt_row(q))
        read_customer(book, q, arena, &(*out)[(*count)++]);
    TRY(stmt_end(q));
    for (int i = 0; backwards && i < *count / 2; i++) {
        struct customer swap = (*out)[i];
        (*out)[i] = (*out)[*count - 1 - i];
        (*out)[*count - 1 - i] = swap;
    }
    return ERR_OK;
}

enum err customer_count(struct book *book, int64_t *out)
{
    return db_get(book->db, out, 0, "SELECT COUNT(*) FROM customer WHERE merged_into IS NULL", "");
}

enum err customer_each(struct book *book,
                       enum err (*each)(void *self, const struct customer *customer), void *self)
{
    struct arena arena = {0};
    enum err e = ERR_OK;
    struct stmt *q = db_sql(book->db, CUSTOMER " ORDER BY c.code");

    while (e == ERR_OK && stmt_row(q)) {
        struct customer customer;
        arena_reset(&arena);
        read_customer(book, q, &arena, &customer);
        e = each(self, &customer);
    }
    e = stmt_end_after(q, e);
    arena_done(&arena);
    return e;
}
