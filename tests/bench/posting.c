#include "bench/posting.h"

#include "bench/measure.h"
#include "db/db.h"
#include "ledger/account.h"
#include "ledger/payment.h"
#include "ledger/txopen.h"

#include <stdio.h>
#include <stdlib.h>

#define TARGETS 3
#define AUTHOR "bench"
#define WORDS "payment receive --customer C000001 --amount 300.00 --apply oldest"

/* Three open items of one customer. */
struct target {
    int64_t customer, items[TARGETS], open[TARGETS];
};

static void ok(enum err e, struct book *book)
{
    if (e == ERR_OK)
        return;
    fprintf(stderr, "bench: %s\n", book_note(book)->text);
    exit(1);
}

static size_t find_targets(struct book *book, struct target *out, size_t room)
{
    struct stmt *q = db_sql(book_db(book), "SELECT customer_id, id, open FROM item"
                                           " WHERE settled_on = 2932896 AND open > 1000"
                                           " ORDER BY customer_id, id");
    size_t count = 0;
    int filled = 0;

    while (count < room && stmt_row(q)) {
        struct target *target = &out[count];
        if (filled && target->customer != col_i64(q, 0))
            filled = 0;
        target->customer = col_i64(q, 0);
        target->items[filled] = col_i64(q, 1);
        target->open[filled++] = col_i64(q, 2);
        if (filled == TARGETS) {
            count++;
            filled = 0;
        }
    }
    ok(stmt_end(q), book);
    return count;
}

static void post(struct book *book, const struct target *target)
{
    const struct tx_author author = {.actor = AUTHOR, .command = WORDS};
    struct payment payment = {.customer_id = target->customer,
                              .amount = money_of(0, book_currency(book)),
                              .date = book_today(book),
                              .method = METHOD_TRANSFER,
                              .reference = "bench"};
    struct document_made made;
    struct tx *tx = NULL;
    int64_t item = 0;

    for (int i = 0; i < TARGETS; i++)
        payment.amount.minor += target->open[i];
    ok(tx_begin(book, &tx), book);
    ok(tx_entry_begin(tx, &author), book);
    ok(payment_receive(tx, &payment, &made, &item), book);
    for (int i = 0; i < TARGETS; i++) {
        const struct settle settle = {.debit_id = target->items[i], .all = true};
        struct settled settled;
        ok(payment_apply(tx, item, &settle, &settled), book);
    }
    ok(tx_entry_end(tx, made.number, "a payment of the bench"), book);
    ok(tx_commit(tx), book);
}

/* What the ledger keeps while it writes, handed to the bare statements ready made. */
struct ids {
    int64_t entry, document, item, application, serial;
};

static struct ids next_ids(struct book *book)
{
    struct db *db = book_db(book);
    struct ids ids;

    ok(db_get(db, &ids.entry, 0, "SELECT MAX(id) FROM entry", ""), book);
    ok(db_get(db, &ids.document, 0, "SELECT MAX(id) FROM document", ""), book);
    ok(db_get(db, &ids.item, 0, "SELECT MAX(id) FROM item", ""), book);
    ok(db_get(db, &ids.application, 0, "SELECT MAX(id) FROM application", ""), book);
    ok(db_get(db, &ids.serial, 0, "SELECT next FROM counter WHERE series = 'payment'", ""), book);
    ids.entry++, ids.document++, ids.item++, ids.application++;
    return ids;
}

static void bare_document(struct book *book, const struct ids *ids, const struct target *target,
                          int64_t amount, int64_t day)
{
    static const unsigned char digest[40] = {1};
    struct db *db = book_db(book);
    char number[32];

    snprintf(number, sizeof number, "P-%lld", (long long)ids->serial);
    struct stmt *q = db_sql(
        db, "INSERT INTO document (id, entry_id, kind, number, serial, customer_id, issued,"
            " effective, posted, currency, total, base_total, rate_num, rate_den, opening,"
            " reverses_id, related_id, act_id, terms, po, reference, text, reason, digest, parts)"
            " VALUES ($1, $2, 4, $3, $4, $5, $6, $6, $6, 'EUR', $7, $7, 1, 1, 0, NULL, NULL, NULL,"
            " '', '', 'bench', '', '', $8, $9)");
    bind_i64(q, 1, ids->document);
    bind_i64(q, 2, ids->entry);
    bind_text(q, 3, number);
    bind_i64(q, 4, ids->serial);
    bind_i64(q, 5, target->customer);
    bind_i64(q, 6, day);
    bind_i64(q, 7, amount);
    bind_blob(q, 8, digest, 32);
    bind_blob(q, 9, digest, 40);
    ok(stmt_run(q), book);
    const int64_t money = account_of(book, ACCOUNT_PART_BANK_CLEARING),
                  owed = account_of(book, ACCOUNT_PART_RECEIVABLE);
    ok(db_run(db,
              "INSERT INTO receipt (document_id, method, value, payer, keep, account_id, settles,"
              " settles_currency) VALUES ($1, 3, $2, '', 0, $3, NULL, NULL)",
              "iii", ids->document, day, money),
       book);
    ok(db_run(db,
              "INSERT INTO item (id, document_id, seq, customer_id, account_id, currency, amount,"
              " base, due, effective, posted, value, open, settled_on)"
              " VALUES ($1, $2, 1, $3, $4, 'EUR', $5, $5, $6, $6, $6, $6, $5, 2932896)",
              "iiiiii", ids->item, ids->document, target->customer, owed, -amount, day),
       book);
    static const char posting[] = "INSERT INTO posting (document_id, seq, account_id, posted,"
                                  " amount, base) VALUES ($1, $2, $3, $4, $5, $5)";
    ok(db_run(db, posting, "iiiii", ids->document, (int64_t)1, owed, day, -amount), book);
    ok(db_run(db, posting, "iiiii", ids->document, (int64_t)2, money, day, amount), book);
    static const char total[] =
        "INSERT INTO period_total (account_id, currency, month, kind, amount, base)"
        " VALUES ($1, 'EUR', 671, 4, $2, $2) ON CONFLICT (account_id, currency, month, kind)"
        " DO UPDATE SET amount = period_total.amount + excluded.amount,"
        " base = period_total.base + excluded.base";
    ok(db_run(db, total, "ii", owed, -amount), book);
    ok(db_run(db, total, "ii", money, amount), book);
    ok(db_run(db, "UPDATE counter SET next = $1 WHERE series = 'payment'", "i", ids->serial + 1),
       book);
}

static void bare_entry(struct book *book, const struct ids *ids)
{
    static const unsigned char hash[32] = {1};
    struct stmt *q = db_sql(
        book_db(book), "INSERT INTO entry (id, moment, actor, command, salt, command_hash, op_id,"
                       " op_hash, ref, says, form, hash) VALUES ($1, 0, '" AUTHOR "', '" WORDS
                       "', $2, $3, NULL, NULL, 'P-1001', 'a payment of the bench', 1, $3)");
    bind_i64(q, 1, ids->entry);
    bind_blob(q, 2, hash, 16);
    bind_blob(q, 3, hash, 32);
    ok(stmt_run(q), book);
}

static void bare_post(struct book *book, const struct ids *ids, const struct target *target)
{
    struct db *db = book_db(book);
    const int64_t day = book_today(book).day;
    int64_t amount = 0;

    for (int i = 0; i < TARGETS; i++)
        amount += target->open[i];
    ok(db_begin(db), book);
    bare_document(book, ids, target, amount, day);
    int64_t left = amount;
    for (int i = 0; i < TARGETS; i++) {
        static const char store[] = "UPDATE item SET open = $1, settled_on = $2 WHERE id = $3";
        ok(db_run(db,
                  "INSERT INTO application (id, entry_id, act_id, debit_id, credit_id, amount,"
                  " debit_base, credit_base, effective, posted, reverses_id, reason)"
                  " VALUES ($1, $2, $1, $3, $4, $5, $5, $5, $6, $6, NULL, '')",
                  "iiiiii", ids->application + i, ids->entry, target->items[i], ids->item,
                  target->open[i], day),
           book);
        left -= target->open[i];
        ok(db_run(db, store, "iii", (int64_t)0, day, target->items[i]), book);
        ok(db_run(db, store, "iii", -left, left ? (int64_t)2932896 : day, ids->item), book);
    }
    bare_entry(book, ids);
    ok(db_commit(db), book);
}

void posting_compare(struct book *book, size_t rounds, double *operations, double *bare)
{
    struct target *targets = calloc(rounds * 2, sizeof *targets);
    double *times = calloc(rounds * 2, sizeof *times);

    must(targets != NULL && times != NULL);
    rounds = find_targets(book, targets, rounds * 2) / 2;
    must(rounds > 0);
    for (size_t i = 0; i < rounds; i++) {
        const double begin = measure_now();
        post(book, &targets[2 * i]);
        const double middle = measure_now();
        const struct ids ids = next_ids(book);
        const double again = measure_now();
        bare_post(book, &ids, &targets[2 * i + 1]);
        times[i] = middle - begin;
        times[rounds + i] = measure_now() - again;
    }
    *operations = measure_median(times, rounds);
    *bare = measure_median(times + rounds, rounds);
    free(times);
    free(targets);
}
