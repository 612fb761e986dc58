/* customer: the debtor accounts and the people at them. */
#include "ledger/customer.h"

#include "ledger/dated.h"
#include "ledger/local.h"
#include "ledger/setting.h"

#include <stdlib.h>
#include <string.h>

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

/* The customer at the top of the group. */
static enum err root_of(struct book *book, int64_t customer_id, int64_t *root)
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
    TRY(root_of(book, customer_id, &one));
    TRY(root_of(book, debtor_id, &other));
    *out = one == other;
    return ERR_OK;
}

static enum err judge(struct tx *tx, const struct customer *customer)
{
    struct book *book = tx_book(tx);
    bool circle = false, above = false;

    if (!customer->code[0] || !customer->name[0])
        return fail(book->note, ERR_INPUT, "a customer needs a code and a name");
    if (strchr(customer->code, '/'))
        return fail(book->note, ERR_INPUT,
                    "a customer's code may not have a stroke: CUSTOMER/NUMBER names a document");
    if (customer->credit_limit < NO_LIMIT || customer->temporary_limit < NO_LIMIT ||
        customer->first_limit < NO_LIMIT || customer->insured < 0)
        return fail(book->note, ERR_INPUT,
                    "a credit limit cannot be negative; leave it out for no limit");
    if ((customer->temporary_limit != NO_LIMIT) != date_is(customer->temporary_until))
        return fail(book->note, ERR_INPUT,
                    "a temporary limit needs its last day, and a last day its limit");
    if (customer->grace_days < 0 || customer->grace_days > 366)
        return fail(book->note, ERR_INPUT, "grace is 0 to 366 days");
    if (customer->parent_id && customer->id) {
        TRY(customer_under(book, customer->parent_id, customer->id, &circle));
        if (circle)
            return fail(book->note, ERR_CONFLICT,
                        "%s cannot be below itself: choose a parent that is not under it",
                        customer->code);
    }
    if (customer->statement_id) {
        TRY(customer_under(book, customer->parent_id, customer->statement_id, &above));
        if (!above)
            return fail(book->note, ERR_CONFLICT,
                        "%s cannot be on that statement: choose a customer above it",
                        customer->code);
    }
    return ERR_OK;
}

static void bind_id(struct stmt *q, int n, int64_t id)
{
    if (id)
        bind_i64(q, n, id);
    else
        bind_null(q, n);
}

static void bind_limit(struct stmt *q, int n, int64_t limit)
{
    if (limit == NO_LIMIT)
        bind_null(q, n);
    else
        bind_i64(q, n, limit);
}

static void bind_day(struct stmt *q, int n, struct date day)
{
    if (date_is(day))
        bind_i64(q, n, day.day);
    else
        bind_null(q, n);
}

static void bind_customer(struct stmt *q, const struct customer *c)
{
    bind_text(q, 1, c->code);
    bind_text(q, 2, c->name);
    bind_text(q, 3, c->currency.code);
    bind_id(q, 4, c->terms_id);
    bind_limit(q, 5, c->credit_limit);
    bind_text(q, 6, c->email);
    bind_text(q, 7, c->phone);
    bind_text(q, 8, c->address);
    bind_text(q, 9, c->country);
    bind_text(q, 10, c->contact);
    bind_id(q, 11, c->parent_id);
    bind_text(q, 12, c->collector);
    bind_text(q, 13, c->salesperson);
    bind_text(q, 14, c->tax_number);
    bind_text(q, 15, c->cycle);
    bind_text(q, 16, c->language);
    bind_text(q, 17, c->class);
    bind_i64(q, 18, c->statement);
    bind_i64(q, 19, c->kind);
    bind_i64(q, 20, c->grace_days);
    bind_i64(q, 21, c->overpayment);
    bind_id(q, 22, c->statement_id);
    bind_i64(q, 23, c->insured);
    bind_day(q, 24, c->insured_until);
    bind_limit(q, 25, c->temporary_limit);
    bind_day(q, 26, c->temporary_until);
    bind_limit(q, 27, c->first_limit);
}

enum err customer_add(struct tx *tx, const struct customer *customer, int64_t *id)
{
    struct book *book = tx_book(tx);
    int64_t taken = 0;

    TRY(judge(tx, customer));
    TRY(db_get(book->db, &taken, 0, "SELECT id FROM customer WHERE code = $1", "t",
               customer->code));
    if (taken)
        return fail(book->note, ERR_CONFLICT,
                    "customer %s is there already; change it with `customer set`", customer->code);

    struct stmt *q = db_sql(
        book->db,
        "INSERT INTO customer (code, name, currency, terms_id, credit_limit, email, phone, address,"
        " country, contact, parent_id, collector, salesperson, tax_number, cycle, language, class,"
        " statement, kind, grace_days, overpayment, statement_id, insured, insured_until,"
        " temporary_limit, temporary_until, first_limit) VALUES ($1, $2, $3, $4, $5, $6, $7, $8,"
        " $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,"
        " $27) RETURNING id");
    bind_customer(q, customer);
    *id = 0;
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    TRY(tx_change(tx, "customer", *id, "code", NULL, customer->code));
    return tx_change(tx, "customer", *id, "name", NULL, customer->name);
}

struct field {
    const char *name, *before, *after;
};

static const char *number_text(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%lld", (long long)number);
}

static const char *day_text(struct arena *arena, struct date day)
{
    char iso[DATE_TEXT];

    return date_is(day) ? arena_text(arena, date_iso(day, iso)) : "";
}

/* What differs, as texts for the change rows. */
static int differences(const struct customer *old, const struct customer *new, struct arena *arena,
                       struct field *out)
{
    const struct field all[] = {
        {"code", old->code, new->code},
        {"name", old->name, new->name},
        {"currency", old->currency.code, new->currency.code},
        {"terms", arena_format(arena, "%lld", (long long)old->terms_id),
         arena_format(arena, "%lld", (long long)new->terms_id)},
        {"limit", arena_format(arena, "%lld", (long long)old->credit_limit),
         arena_format(arena, "%lld", (long long)new->credit_limit)},
        {"email", old->email, new->email},
        {"phone", old->phone, new->phone},
        {"address", old->address, new->address},
        {"country", old->country, new->country},
        {"contact", old->contact, new->contact},
        {"parent", arena_format(arena, "%lld", (long long)old->parent_id),
         arena_format(arena, "%lld", (long long)new->parent_id)},
        {"statement-to", arena_format(arena, "%lld", (long long)old->statement_id),
         arena_format(arena, "%lld", (long long)new->statement_id)},
        {"collector", old->collector, new->collector},
        {"salesperson", old->salesperson, new->salesperson},
        {"tax-id", old->tax_number, new->tax_number},
        {"cycle", old->cycle, new->cycle},
        {"language", old->language, new->language},
        {"class", old->class, new->class},
        {"statement", arena_format(arena, "%d", old->statement),
         arena_format(arena, "%d", new->statement)},
        {"kind", arena_format(arena, "%d", old->kind), arena_format(arena, "%d", new->kind)},
        {"grace", arena_format(arena, "%d", old->grace_days),
         arena_format(arena, "%d", new->grace_days)},
        {"overpayment", old->overpayment ? "1" : "0", new->overpayment ? "1" : "0"},
        {"insured", number_text(arena, old->insured), number_text(arena, new->insured)},
        {"insured-until", day_text(arena, old->insured_until), day_text(arena, new->insured_until)},
        {"temporary-limit", number_text(arena, old->temporary_limit),
         number_text(arena, new->temporary_limit)},
        {"temporary-until", day_text(arena, old->temporary_until),
         day_text(arena, new->temporary_until)},
        {"first-limit", number_text(arena, old->first_limit), number_text(arena, new->first_limit)},
    };
    int count = 0;

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].before, all[i].after) != 0)
            out[count++] = all[i];
    return count;
}

static const char *id_text(struct arena *arena, int64_t id)
{
    return id ? arena_format(arena, "%lld", (long long)id) : "";
}

static enum err one_dated(struct tx *tx, int64_t id, enum dated_field field, struct date from,
                          const char *before, const char **now, struct arena *arena)
{
    return strcmp(before, *now) == 0 ? ERR_OK
                                     : dated_set(tx, id, field, from, before, *now, arena, now);
}

/* Writes what is dated; `now` becomes what counts today. */
static enum err dates_set(struct tx *tx, const struct customer *old, struct customer *now,
                          struct date from, struct arena *arena)
{
    const char *parent = id_text(arena, now->parent_id), *node = id_text(arena, now->statement_id);
    const int64_t id = old->id;

    TRY(one_dated(tx, id, DATED_COLLECTOR, from, old->collector, &now->collector, arena));
    TRY(one_dated(tx, id, DATED_SALESPERSON, from, old->salesperson, &now->salesperson, arena));
    TRY(one_dated(tx, id, DATED_ADDRESS, from, old->address, &now->address, arena));
    TRY(one_dated(tx, id, DATED_CONTACT, from, old->contact, &now->contact, arena));
    TRY(one_dated(tx, id, DATED_PARENT, from, id_text(arena, old->parent_id), &parent, arena));
    TRY(one_dated(tx, id, DATED_STATEMENT, from, id_text(arena, old->statement_id), &node, arena));
    now->parent_id = strtoll(parent, NULL, 10);
    now->statement_id = strtoll(node, NULL, 10);
    return ERR_OK;
}

/* What began in the past must have been no circle then either. */
static enum err family_judge(struct tx *tx, const struct customer *old,
                             const struct customer *customer, struct date from)
{
    struct book *book = tx_book(tx);
    bool under = true;

    if ((customer->parent_id != old->parent_id || customer->statement_id != old->statement_id) &&
        from.day > book_today(book).day)
        return fail(book->note, ERR_INPUT,
                    "whom %s stands under counts from today or an earlier "
                    "day; set it when the day has come",
                    old->code);
    if (!date_is(from))
        from = book_today(book);
    if (customer->parent_id && customer->parent_id != old->parent_id) {
        TRY(dated_circle(book, customer->parent_id, customer->id, from, &under));
        if (under)
            return fail(book->note, ERR_CONFLICT,
                        "%s was above that parent on some day since then: choose a later day",
                        old->code);
    }
    return ERR_OK;
}

enum err customer_set(struct tx *tx, const struct customer *customer, struct date from)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct customer old;
    struct field fields[32];
    int64_t items = 0, taken = 0;
    enum err e;

    /* look and judge */
    TRY_OUT(customer_get(book, customer->id, &arena, &old));
    TRY_OUT(judge(tx, customer));
    if (old.version != customer->version) {
        e = fail(book->note, ERR_CONFLICT, "somebody else changed %s meanwhile; look at it again",
                 old.code);
        goto out;
    }
    TRY_OUT(db_get(book->db, &taken, 0, "SELECT id FROM customer WHERE code = $1", "t",
                   customer->code));
    if (taken && taken != customer->id) {
        e = fail(book->note, ERR_CONFLICT, "the code %s belongs to another customer",
                 customer->code);
        goto out;
    }
    if (!currency_is(old.currency, customer->currency)) {
        TRY_OUT(db_get(book->db, &items, 0, "SELECT id FROM item WHERE customer_id = $1", "i",
                       customer->id));
        if (items) {
            e = fail(book->note, ERR_CONFLICT,
                     "%s has items in %s; its currency cannot change any more", old.code,
                     old.currency.code);
            goto out;
        }
    }
    const int count = differences(&old, customer, &arena, fields);
    if (count == 0)
        goto out;
    TRY_OUT(family_judge(tx, &old, customer, from));

    /* write */
    struct customer now = *customer;
    TRY_OUT(dates_set(tx, &old, &now, from, &arena));
    struct stmt *q = db_sql(
        book->db,
        "UPDATE customer SET code = $1, name = $2, currency = $3, terms_id = $4, credit_limit = $5,"
        " email = $6, phone = $7, address = $8, country = $9, contact = $10, parent_id = $11,"
        " collector = $12, salesperson = $13, tax_number = $14, cycle = $15, language = $16,"
        " class = $17, statement = $18, kind = $19, grace_days = $20, overpayment = $21,"
        " statement_id = $22, insured = $23, insured_until = $24, temporary_limit = $25,"
        " temporary_until = $26, first_limit = $27, version = version + 1 WHERE id = $28");
    bind_customer(q, &now);
    bind_i64(q, 28, customer->id);
    TRY_OUT(stmt_run(q));
    for (int i = 0; i < count; i++)
        TRY_OUT(tx_change(tx, "customer", customer->id, fields[i].name, fields[i].before,
                          fields[i].after));
out:
    arena_done(&arena);
    return e;
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
    const enum err end = stmt_end(q);
    arena_done(&arena);
    return e != ERR_OK ? e : end;
}
