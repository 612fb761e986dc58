/* customer: debtor accounts are added and changed. */
#include "ledger/customer.h"

#include "ledger/dated.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

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
