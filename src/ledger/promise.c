/* promise: promises and plans taken and ended: facts with their parts and items. */
#include "ledger/promise.h"

#include "ledger/item.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

static int id_cmp(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

static bool is_meant(const struct promise *promise, const struct item *item)
{
    if (item->open <= 0 || !currency_is(item->currency, promise->currency))
        return false;
    for (int i = 0; i < promise->item_count; i++)
        if (promise->items[i] == item->id)
            return true;
    return promise->items == NULL;
}

/* The items that are meant, and what is open on them; without a list the oldest due ones until the
 * amount is reached. */
static enum err items_choose(struct book *book, struct promise *promise, struct arena *arena,
                             int64_t *open)
{
    struct item *items;
    int count, chosen = 0;

    *open = 0;
    TRY(items_open(book, promise->customer_id, arena, &items, &count));
    int64_t *ids = arena_new(arena, ((size_t)count + 1) * sizeof *ids);
    for (int i = 0; i < count; i++) {
        if (!is_meant(promise, &items[i]))
            continue;
        if (!promise->items && promise->amount > 0 && *open >= promise->amount)
            continue;
        ids[chosen++] = items[i].id;
        TRY(amount_add(*open, items[i].open, open));
    }
    promise->whole = promise->items == NULL;
    promise->items = ids;
    promise->item_count = chosen;
    qsort(ids, (size_t)chosen, sizeof *ids, id_cmp);
    return ERR_OK;
}

/* Parts by day, their sum the amount. */
static enum err parts_judge(struct book *book, struct promise *promise)
{
    int64_t sum = 0;

    must(promise->part_count > 0);
    if (promise->part_count == 1 && promise->parts[0].amount == 0)
        promise->parts[0].amount = promise->amount;
    for (int i = 0; i < promise->part_count; i++) {
        const struct promise_part *part = &promise->parts[i];
        if (part->amount <= 0)
            return fail(book->note, ERR_INPUT, "an amount that is promised is above 0");
        if (part->day.day < promise->taken.day)
            return fail_about(
                book->note, "date",
                fail(book->note, ERR_INPUT,
                     "a promise is for a day to come, not before the day it is taken"));
        if (i > 0 && part->day.day <= part[-1].day.day)
            return fail(book->note, ERR_INPUT, "the days of a plan ascend, one instalment a day");
        TRY(amount_add(sum, part->amount, &sum));
    }
    if (promise->amount && sum != promise->amount) {
        char is[MONEY_TEXT], wanted[MONEY_TEXT];
        return fail(book->note, ERR_INPUT, "the instalments come to %s; %s is open",
                    money_plain(money_of(sum, promise->currency), is),
                    money_plain(money_of(promise->amount, promise->currency), wanted));
    }
    promise->amount = sum;
    return ERR_OK;
}

/* An item pays by one plan at a time; a promise may be renewed. */
static enum err plans_judge(struct book *book, const struct promise *promise)
{
    for (int i = 0; promise->plan && i < promise->item_count; i++) {
        struct promised other;
        bool is;
        TRY(promised_on(book, promise->items[i], promise->taken, &is, &other));
        if (is && other.plan)
            return fail(book->note, ERR_CONFLICT,
                        "an invoice of it is in plan %lld already; cancel that one first",
                        (long long)other.promise_id);
    }
    return ERR_OK;
}

static enum err part_write(struct tx *tx, int64_t promise_id, const struct promise_part *part)
{
    struct stmt *q =
        db_sql(tx->book->db, "INSERT INTO promise_part (entry_id, promise_id, day, amount)"
                             " VALUES ($1, $2, $3, $4) RETURNING id");
    const int64_t numbers[] = {tx->entry_id, promise_id, part->day.day, part->amount};
    int64_t id = 0;

    return fact_write_row(tx, FACT_PROMISE_PART, q, numbers, 4, NULL, 0, &id);
}

static enum err item_write(struct tx *tx, int64_t promise_id, int64_t item_id)
{
    struct stmt *q = db_sql(tx->book->db, "INSERT INTO promise_item (entry_id, promise_id, item_id)"
                                          " VALUES ($1, $2, $3) RETURNING id");
    const int64_t numbers[] = {tx->entry_id, promise_id, item_id};
    int64_t id = 0;

    return fact_write_row(tx, FACT_PROMISE_ITEM, q, numbers, 3, NULL, 0, &id);
}

static enum err promise_write(struct tx *tx, const struct promise *promise, int64_t *id)
{
    const int64_t numbers[] = {tx->entry_id,    promise->customer_id, promise->contact_id,
                               promise->amount, promise->taken.day,   promise->plan,
                               promise->whole};
    const char *const texts[] = {promise->currency.code, promise->person ? promise->person : "",
                                 promise->text ? promise->text : ""};
    struct stmt *q = db_sql(tx->book->db,
                            "INSERT INTO promise (entry_id, customer_id, contact_id, amount, taken,"
                            " plan, whole, currency, person, text)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id");
    struct hash digest;

    for (int i = 0; i < 7; i++)
        bind_i64(q, i + 1, numbers[i]);
    if (!promise->contact_id)
        bind_null(q, 3);
    for (int i = 0; i < 3; i++)
        bind_text(q, i + 8, texts[i]);
    *id = 0;
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    fact_digest(numbers, 7, texts, 3, &digest);
    tx_fact(tx, FACT_PROMISE, *id, &digest);
    return ERR_OK;
}

enum err promise_take(struct tx *tx, const struct promise *wanted, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct promise promise = *wanted;
    char most[MONEY_TEXT];
    int64_t open, sum = 0;
    enum err e;

    /* look */
    for (int i = 0; i < promise.part_count; i++)
        TRY_OUT(amount_add(sum, promise.parts[i].amount, &sum));
    if (!promise.plan && promise.amount == 0)
        promise.amount = sum;
    TRY_OUT(items_choose(book, &promise, &arena, &open));

    /* judge */
    if (promise.item_count == 0)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "nothing is open that could be promised"));
    if (promise.plan || promise.amount == 0)
        promise.amount = open;
    TRY_OUT(parts_judge(book, &promise));
    if (promise.amount > open)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "only %s is open that could be promised",
                     money_plain(money_of(open, promise.currency), most)));
    TRY_OUT(plans_judge(book, &promise));

    /* write */
    TRY_OUT(promise_write(tx, &promise, id));
    for (int i = 0; i < promise.part_count; i++)
        TRY_OUT(part_write(tx, *id, &promise.parts[i]));
    for (int i = 0; i < promise.item_count; i++)
        TRY_OUT(item_write(tx, *id, promise.items[i]));
out:
    arena_done(&arena);
    return e;
}

enum err promise_cancel(struct tx *tx, int64_t id, bool plan, struct date day, const char *reason)
{
    struct book *book = tx_book(tx);
    const char *const noun = plan ? "plan" : "promise";
    int64_t taken = 0, row = 0;

    /* look */
    TRY(db_get(book->db, &taken, INT64_MIN, "SELECT taken FROM promise WHERE id = $1 AND plan = $2",
               "ii", id, (int64_t)plan));
    TRY(db_get(book->db, &row, 0, "SELECT id FROM promise_end WHERE promise_id = $1", "i", id));

    /* judge */
    if (taken == INT64_MIN)
        return fail(book->note, ERR_MISSING, "there is no %s %lld; `%s list` shows them", noun,
                    (long long)id, noun);
    if (row)
        return fail(book->note, ERR_CONFLICT, "%s %lld is cancelled already", noun, (long long)id);
    if (day.day < taken)
        return fail(book->note, ERR_INPUT, "%s %lld cannot be cancelled before it was made", noun,
                    (long long)id);

    /* write */
    struct stmt *q = db_sql(book->db, "INSERT INTO promise_end (entry_id, promise_id, day, reason)"
                                      " VALUES ($1, $2, $3, $4) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, id);
    bind_i64(q, 3, day.day);
    bind_text(q, 4, reason);
    if (stmt_row(q))
        row = col_i64(q, 0);
    TRY(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, id, day.day};
    const char *const texts[] = {reason};
    fact_digest(numbers, 3, texts, 1, &digest);
    tx_fact(tx, FACT_PROMISE_END, row, &digest);
    return ERR_OK;
}
