#include "ledger/erase.h"

#include "ledger/customer.h"
#include "ledger/erasejudge.h"
#include "ledger/eraseplan.h"
#include "ledger/setting.h"
#include "ledger/user.h"

#include <stdio.h>
#include <string.h>

/* ---- what it would be ---- */

static enum err subject_read(struct book *book, int64_t customer_id, struct arena *arena,
                             struct erasing *out)
{
    struct customer customer;

    TRY(customer_get(book, customer_id, arena, &customer));
    *out =
        (struct erasing){.customer_id = customer_id, .code = customer.code, .name = customer.name};
    if (customer.merged_into)
        return fail(book->note, ERR_CONFLICT, "%s was merged: erase the account that stayed",
                    customer.code);
    if (strcmp(customer.name, ERASED) == 0)
        return fail(book->note, ERR_CONFLICT, "%s is erased already", customer.code);
    out->becomes = code_is_neutral(customer.code)
                       ? customer.code
                       : arena_format(arena, "ERASED-%lld", (long long)customer_id);
    TRY(db_get(book->db, &out->people, 0,
               "SELECT COUNT(*) FROM contact WHERE customer_id" OF_CUSTOMER("$1"), "i",
               customer_id));
    return db_get(book->db, &out->aliases, 0,
                  "SELECT COUNT(*) FROM alias WHERE customer_id" OF_CUSTOMER("$1"), "i",
                  customer_id);
}

static void plan_count(const struct erasures *plan, struct erasing *out)
{
    for (size_t i = 0; i < plan->count; i++) {
        const struct erasure *row = &plan->rows[i];
        const bool with_head =
            row->kind == ERASED_LINES && erasures_find(plan, FACT_DOCUMENT, row->row_id) != NULL;
        if (row->kind == ERASED_ENTRY)
            out->entries++;
        else if (row->kind != ERASED_LINES && row->kind != FACT_DOCUMENT)
            out->facts++;
        else if (!with_head)
            out->papers++;
    }
}

/* Everything but the digests. */
static enum err plan_make(struct book *book, int64_t customer_id, struct named *named,
                          struct erasures *plan, struct erasing *out)
{
    TRY(named_read(book, customer_id, named));
    TRY(eraseplan_facts(book, customer_id, named, plan));
    TRY(eraseplan_entries(book, customer_id, named, plan));
    erasures_sort(plan);
    TRY(erase_judge_mails(book, plan, out->code));
    plan_count(plan, out);
    return ERR_OK;
}

enum err erase_look(struct book *book, int64_t customer_id, struct arena *arena,
                    struct erasing *out)
{
    struct erasures plan = {0};
    struct named named = {0};

    TRY(subject_read(book, customer_id, arena, out));
    TRY(erase_judge(book, customer_id, out->code, arena));
    const enum err e = plan_make(book, customer_id, &named, &plan, out);
    named_done(&named);
    erasures_done(&plan);
    return e;
}

/* ---- master data and drafts ---- */

static enum err account_erase(struct tx *tx, int64_t id, const char *code)
{
    struct db *db = tx->book->db;

    TRY(db_run(db,
               "UPDATE customer SET code = $2, name = $3, email = '', phone = '', address = '',"
               " contact = '', tax_number = '', version = version + 1 WHERE id = $1",
               "itt", id, code, ERASED));
    TRY(db_run(db,
               "UPDATE customer_dated SET salt = '', value = '' WHERE customer_id = $1"
               " AND field IN (4, 5) AND salt <> ''",
               "i", id));
    TRY(db_run(db, "DELETE FROM contact WHERE customer_id = $1", "i", id));
    TRY(db_run(db, "DELETE FROM alias WHERE customer_id = $1", "i", id));
    TRY(db_run(db, "DELETE FROM setting_own WHERE owner = 'customer ' || CAST($1 AS TEXT)", "i",
               id));
    TRY(db_run(db, "UPDATE netting_agreement SET reference = '' WHERE customer_id = $1", "i", id));
    TRY(db_run(db, "UPDATE recurring SET command = $2 WHERE customer_id = $1", "it", id, ERASED));
    TRY(db_run(db, "UPDATE batch_line SET command = '' WHERE customer_id = $1 AND command <> ''",
               "i", id));
    TRY(db_run(db,
               "UPDATE batch_line SET reference = $2 WHERE customer_id = $1 AND reference <> ''",
               "it", id, ERASED));
    return tx_change(tx, "customer", id, "erased", NULL, code);
}

static enum err accounts_erase(struct tx *tx, const struct erasing *what)
{
    for (;;) { /* those that were merged into it, each under its own number */
        int64_t id = 0;
        char code[40];
        TRY(db_get(tx->book->db, &id, 0,
                   "SELECT id FROM customer WHERE merged_into = $1 AND name <> $2 ORDER BY id"
                   " LIMIT 1",
                   "it", what->customer_id, ERASED));
        if (!id)
            break;
        snprintf(code, sizeof code, "ERASED-%lld", (long long)id);
        TRY(account_erase(tx, id, code));
    }
    return account_erase(tx, what->customer_id, what->becomes);
}

/* Lists, rules and names of files that name the customer, of whomever they are. */
static enum err named_elsewhere(struct tx *tx, struct named *named)
{
    static const struct {
        const char *rows, *write;
    } places[] = {
        {"SELECT id, line || ' ' || name FROM saved_view", "DELETE FROM saved_view WHERE id = $1"},
        {"SELECT id, pattern || ' ' || text FROM bank_rule",
         "UPDATE bank_rule SET active = 0, pattern = '" ERASED "', text = '" ERASED
         "' WHERE id = $1"},
        {"SELECT entry_id, name FROM import_file",
         "UPDATE import_file SET name = '" ERASED "' WHERE entry_id = $1"},
    };
    struct erasures found = {0};
    enum err e = ERR_OK;

    for (size_t i = 0; e == ERR_OK && i < sizeof places / sizeof places[0]; i++) {
        struct stmt *q = db_sql(tx->book->db, places[i].rows);
        while (stmt_row(q))
            if (named_in(named, col_text(q, 1), NAMED_BY_STRONG))
                erasures_add(&found, (int64_t)i, col_i64(q, 0), false);
        e = stmt_end(q);
    }
    for (size_t i = 0; e == ERR_OK && i < found.count; i++)
        e = db_run(tx->book->db, places[found.rows[i].kind].write, "i", found.rows[i].row_id);
    erasures_done(&found);
    return e;
}

/* ---- doing it ---- */

static enum err plan_do(struct tx *tx, struct named *named, struct erasures *plan,
                        const struct erasing *what)
{
    int found = 0;

    TRY(journal_plan(tx->book, plan, &found));
    if (found)
        return fail(tx->book->note, ERR_CONFLICT,
                    "the journal of this book does not prove itself, and what was changed must not "
                    "be covered by an erasure: see `book verify`");
    TRY(erasures_write(tx, plan));
    TRY(named_elsewhere(tx, named));
    TRY(accounts_erase(tx, what));
    tx->command = arena_format(&tx->arena, "customer erase %s", what->becomes);
    tx_bulk(tx); /* its end empties the store's log, too */
    return ERR_OK;
}

enum err erase_do(struct tx *tx, int64_t customer_id, struct arena *arena, struct erasing *out)
{
    struct erasures plan = {0};
    struct named named = {0};
    enum err e;

    TRY(subject_read(tx->book, customer_id, arena, out));
    TRY(erase_judge(tx->book, customer_id, out->code, arena));
    TRY_OUT(plan_make(tx->book, customer_id, &named, &plan, out));
    e = plan_do(tx, &named, &plan, out);
out:
    named_done(&named);
    erasures_done(&plan);
    return e;
}

/* ---- two persons ---- */

#define STANDING " FROM erasure_wish WHERE customer_id = $1 AND expires >= $2 AND maker"

enum err erase_wished(struct tx *tx, int64_t customer_id, bool *wished)
{
    const int64_t today = moment_date(tx->moment).day;
    int64_t count = 0;
    bool any = false;

    TRY(users_any(tx->book, &any));
    if (any)
        TRY(db_get(tx->book->db, &count, 0, "SELECT COUNT(*)" STANDING " <> $3", "iit", customer_id,
                   today, tx->actor));
    *wished = !any || count > 0;
    return ERR_OK;
}

enum err erase_ask(struct tx *tx, int64_t customer_id, struct date *until)
{
    const struct date today = moment_date(tx->moment);
    int64_t own = 0, id = 0;

    TRY(db_get(tx->book->db, &own, 0, "SELECT COUNT(*)" STANDING " = $3", "iit", customer_id,
               (int64_t)today.day, tx->actor));
    if (own)
        return fail(tx->book->note, ERR_CONFLICT,
                    "you asked for it already: another person must erase the customer");
    *until = date_add(today, (int)setting_int(tx->book, "approval.days"));
    const int64_t numbers[] = {tx->entry_id, customer_id, until->day};
    const char *const texts[] = {tx->actor};
    return fact_write(tx, FACT_ERASURE_WISH,
                      "INSERT INTO erasure_wish (entry_id, customer_id, expires, maker)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 3, texts, 1, &id);
}

enum err erase_wishes(struct book *book, int64_t customer_id, struct arena *arena,
                      struct erase_wish **out, int *count)
{
    struct stmt *q =
        db_sql(book->db, "SELECT w.customer_id, c.code, w.maker, MAX(w.expires)"
                         " FROM erasure_wish w JOIN customer c ON c.id = w.customer_id"
                         " WHERE w.expires >= $1 AND c.name <> '" ERASED
                         "' AND ($2 = 0 OR w.customer_id = $2)"
                         " GROUP BY w.customer_id, c.code, w.maker ORDER BY MIN(w.id)");
    int room = 0;

    *out = NULL;
    *count = 0;
    bind_i64(q, 1, moment_date(book_moment(book)).day);
    bind_i64(q, 2, customer_id);
    while (stmt_row(q)) {
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = (struct erase_wish){.customer_id = col_i64(q, 0),
                                                 .code = arena_text(arena, col_text(q, 1)),
                                                 .maker = arena_text(arena, col_text(q, 2)),
                                                 .until = col_date(q, 3)};
    }
    return stmt_end(q);
}
