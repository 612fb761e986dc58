/* sent: statements as facts, with the balance that each one told. */
#include "ledger/sent.h"

#include "ledger/activity.h"
#include "ledger/customer.h"
#include "ledger/local.h"
#include "ledger/sentpaper.h"

#include <stdlib.h>
#include <string.h>

/* Applications pair items of one customer, so that they take nothing off the sum. */
static enum err owed_on(struct book *book, int64_t customer_id, struct date day, struct money *out)
{
    return db_get(book->db, &out->minor, 0,
                  "SELECT CAST(SUM(i.amount) AS BIGINT) FROM item i JOIN account k"
                  " ON k.id = i.account_id WHERE i.customer_id = $1 AND i.currency = $2"
                  " AND i.posted <= $3 AND k.control = 1",
                  "iti", customer_id, out->currency.code, (int64_t)day.day);
}

enum err sent_owed_as_one(struct book *book, int64_t customer_id, struct date day, int64_t one_by,
                          int64_t known_by, struct money *out)
{
    return db_get(book->db, &out->minor, 0,
                  "SELECT CAST(SUM(i.amount) AS BIGINT) FROM item i JOIN document d"
                  " ON d.id = i.document_id JOIN account k ON k.id = i.account_id"
                  " WHERE i.customer_id" OF_CUSTOMER_BY(
                      "$1", "$4") " AND i.currency = $2"
                                  " AND i.posted <= $3 AND d.entry_id <= $5 AND k.control = 1",
                  "itiii", customer_id, out->currency.code, (int64_t)day.day,
                  one_by ? one_by : INT64_MAX, known_by ? known_by : INT64_MAX);
}

/* What stands on one statement: every account, merged ones too. */
struct on_it {
    int64_t *ids;
    int count;
};

static enum err accounts_read(struct book *book, int64_t customer_id, struct date day,
                              struct arena *arena, struct on_it *out)
{
    int64_t *branches = NULL, merged = 0;
    int count = 0;

    TRY(sent_branches(book, customer_id, day, arena, &branches, &count));
    TRY(db_get(book->db, &merged, 0, "SELECT COUNT(*) FROM customer WHERE merged_into IS NOT NULL",
               ""));
    *out =
        (struct on_it){.ids = arena_new(arena, ((size_t)(count + merged) + 1) * sizeof(int64_t))};
    for (int i = 0; i < count; i++) {
        struct stmt *q =
            db_sql(book->db,
                   "SELECT id FROM customer WHERE id" OF_CUSTOMER("$1") " ORDER BY id <> $1, id");
        bind_i64(q, 1, branches[i]);
        while (stmt_row(q) && out->count < count + (int)merged)
            out->ids[out->count++] = col_i64(q, 0);
        TRY(stmt_end(q));
    }
    return ERR_OK;
}

enum err sent_balance(struct book *book, int64_t customer_id, struct date day, struct money *out)
{
    struct arena arena = {0};
    struct on_it accounts;
    enum err e;

    out->minor = 0;
    TRY_OUT(accounts_read(book, customer_id, day, &arena, &accounts));
    for (int i = 0; i < accounts.count; i++) {
        struct money owed = money_of(0, out->currency);
        TRY_OUT(owed_on(book, accounts.ids[i], day, &owed));
        TRY_OUT(amount_add(out->minor, owed.minor, &out->minor));
    }
out:
    arena_done(&arena);
    return e;
}

static enum err judge(struct tx *tx, const struct sent *sent, struct arena *arena)
{
    struct customer branch, node;
    int64_t node_id = 0;

    if (sent->day.day > book_today(tx->book).day)
        return fail(tx_note(tx), ERR_INPUT,
                    "a statement tells what is owed, not what will be: its "
                    "last day is today at the latest");
    if (sent->from.day > sent->day.day)
        return fail(tx_note(tx), ERR_INPUT, "the statement would end before it begins");
    TRY(sent_node(tx->book, sent->customer_id, sent->day, &node_id));
    if (node_id == sent->customer_id)
        return ERR_OK;
    TRY(customer_get(tx->book, sent->customer_id, arena, &branch));
    TRY(customer_get(tx->book, node_id, arena, &node));
    return fail(tx_note(tx), ERR_CONFLICT,
                "%s has no statement of its own: its items stand on that of %s", branch.code,
                node.code);
}

static enum err statement_write(struct tx *tx, const char *code, int64_t serial, struct sent *out)
{
    const int64_t numbers[] = {tx->entry_id,  serial,       out->customer_id,  out->activity,
                               out->from.day, out->day.day, out->balance.minor};
    const char *const texts[] = {out->number, code};
    struct hash digest;
    struct stmt *q =
        db_sql(tx->book->db,
               "INSERT INTO statement (entry_id, serial, number, customer_id, currency, kind,"
               " from_day, day, balance) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id");

    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, serial);
    bind_text(q, 3, out->number);
    bind_i64(q, 4, out->customer_id);
    bind_text(q, 5, code);
    bind_i64(q, 6, out->activity);
    bind_i64(q, 7, out->from.day);
    bind_i64(q, 8, out->day.day);
    bind_i64(q, 9, out->balance.minor);
    if (stmt_row(q))
        out->id = col_i64(q, 0);
    TRY(stmt_end(q));
    fact_digest(numbers, 7, texts, 2, &digest);
    tx_fact(tx, FACT_STATEMENT, out->id, &digest);
    return ERR_OK;
}

/* What it gathers beside the customer's own items. */
static enum err gathered_write(struct tx *tx, const struct sent *sent, struct arena *arena)
{
    struct on_it accounts;

    TRY(accounts_read(tx->book, sent->customer_id, sent->day, arena, &accounts));
    for (int i = 0; i < accounts.count; i++) {
        struct money owed = money_of(0, sent->balance.currency);
        int64_t id = 0;
        if (accounts.ids[i] == sent->customer_id)
            continue;
        TRY(owed_on(tx->book, accounts.ids[i], sent->day, &owed));
        const int64_t numbers[] = {tx->entry_id, sent->id, accounts.ids[i], owed.minor};
        TRY(fact_write(tx, FACT_STATEMENT_ACCOUNT,
                       "INSERT INTO statement_account (entry_id, statement_id, customer_id,"
                       " balance) VALUES ($1, $2, $3, $4) RETURNING id",
                       numbers, 4, NULL, 0, &id));
    }
    return ERR_OK;
}

enum err sent_add(struct tx *tx, const struct sent *sent, struct arena *arena, struct sent *out)
{
    int64_t serial = 0;

    /* look and judge */
    *out = *sent;
    if (!sent->activity)
        out->from = sent->day;
    TRY(judge(tx, out, arena));
    TRY(sent_balance(tx->book, sent->customer_id, sent->day, &out->balance));

    /* write */
    TRY(tx_series_take(tx, "statement", arena, &serial, &out->number));
    TRY(statement_write(tx, sent->balance.currency.code, serial, out));
    return gathered_write(tx, out, arena);
}

/* ---- reading -------------------------------------------------------------------------------- */

#define SENT                                                                                       \
    "SELECT s.id, s.entry_id, s.customer_id, s.number, c.code, s.kind, s.from_day, s.day,"         \
    " s.balance, s.currency FROM statement s JOIN customer c ON c.id = s.customer_id"

static void sent_read(struct book *book, struct stmt *q, struct sent *out)
{
    *out = (struct sent){.id = col_i64(q, 0),
                         .entry_id = col_i64(q, 1),
                         .customer_id = col_i64(q, 2),
                         .number = col_text(q, 3),
                         .customer = col_text(q, 4),
                         .activity = col_i64(q, 5) != 0,
                         .from = col_date(q, 6),
                         .day = col_date(q, 7),
                         .balance = {col_i64(q, 8), book_currency_of(book, col_text(q, 9))}};
}

enum err sent_last(struct book *book, int64_t customer_id, struct currency currency, int most,
                   struct arena *arena, struct sent **out, int *count)
{
    struct stmt *q =
        db_sql(book->db, SENT
               " WHERE s.customer_id" OF_CUSTOMER("$1") " AND s.currency = $2"
                                                        " ORDER BY s.day DESC, s.id DESC LIMIT $3");

    *count = 0;
    *out = arena_new(arena, ((size_t)most + 1) * sizeof **out);
    bind_i64(q, 1, customer_id);
    bind_text(q, 2, currency.code);
    bind_i64(q, 3, most);
    while (stmt_row(q) && *count < most) {
        struct sent *sent = &(*out)[(*count)++];
        sent_read(book, q, sent);
        sent->number = arena_text(arena, sent->number);
        sent->customer = arena_text(arena, sent->customer);
    }
    return stmt_end(q);
}

enum err sent_on(struct book *book, const struct sent *same, struct date day, struct arena *arena,
                 const char **number)
{
    struct stmt *q =
        db_sql(book->db, "SELECT s.number FROM statement s WHERE s.customer_id = $1"
                         " AND s.currency = $2 AND s.day = $3 AND s.kind = $4"
                         " AND (s.kind = 0 OR s.from_day = $5) AND EXISTS (SELECT 1"
                         " FROM sent_paper p WHERE p.number = s.number AND p.kind = $6"
                         " AND p.day = $7) ORDER BY s.id DESC LIMIT 1");

    bind_i64(q, 1, same->customer_id);
    bind_text(q, 2, same->balance.currency.code);
    bind_i64(q, 3, same->day.day);
    bind_i64(q, 4, same->activity);
    bind_i64(q, 5, same->from.day);
    bind_i64(q, 6, SENTPAPER_STATEMENT);
    bind_i64(q, 7, day.day);
    *number = NULL;
    if (stmt_row(q))
        *number = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

enum err sent_each(struct book *book, int64_t customer_id,
                   enum err (*each)(void *self, const struct sent *sent), void *self)
{
    struct stmt *q = db_sql(
        book->db, SENT " WHERE ($1 = 0 OR s.customer_id" OF_CUSTOMER("$1") ") ORDER BY s.serial");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        struct sent sent;
        sent_read(book, q, &sent);
        e = each(self, &sent);
    }
    return stmt_end_after(q, e);
}

enum err sent_customer(struct book *book, const char *number, int64_t *customer_id)
{
    return db_get(book->db, customer_id, 0, "SELECT customer_id FROM statement WHERE number = $1",
                  "t", number);
}

static int currency_cmp(const void *a, const void *b)
{
    const struct currency *x = a, *y = b;

    return strcmp(x->code, y->code);
}

enum err sent_currencies(struct book *book, int64_t customer_id, struct date day,
                         struct arena *arena, struct currency **out, int *count)
{
    int64_t *ids = NULL;
    int branches = 0;

    *count = 0;
    *out = NULL;
    TRY(sent_branches(book, customer_id, day, arena, &ids, &branches));
    for (int b = 0; b < branches; b++) {
        struct currency *own = NULL, *both;
        int many = 0, found = 0;
        TRY(activity_currencies(book, ids[b], arena, &own, &many));
        both = arena_new(arena, ((size_t)(*count + many) + 1) * sizeof *both);
        for (; found < *count; found++)
            both[found] = (*out)[found];
        for (int i = 0; i < many; i++) {
            int at = 0;
            while (at < found && !currency_is(both[at], own[i]))
                at++;
            if (at == found)
                both[found++] = own[i];
        }
        *out = both;
        *count = found;
    }
    qsort(*out, (size_t)*count, sizeof **out, currency_cmp);
    return ERR_OK;
}
