#include "bench/bareposting.h"

#include "bench/bare.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#define NEVER 2932896         /* settled_on of an open item */
#define DAY 20439             /* the day of the bench */
#define MONTH 671             /* and its month */
#define CHECKPOINT_EVERY 500  /* commits, as the program does */
#define CHECKPOINT_PAGES 1024 /* of the log */

enum doing {
    BEGIN,
    NEXT_ENTRY,
    NEXT_DOCUMENT,
    NEXT_ITEM,
    NEXT_APPLICATION,
    NEXT_SERIAL,
    DOCUMENT,
    RECEIPT,
    ITEM,
    POSTING,
    TOTAL,
    COUNTER,
    APPLICATION,
    STORE,
    ENTRY,
    COMMIT,
    DOINGS
};

static const char *const texts[DOINGS] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [NEXT_ENTRY] = "SELECT MAX(id) FROM entry",
    [NEXT_DOCUMENT] = "SELECT MAX(id) FROM document",
    [NEXT_ITEM] = "SELECT MAX(id) FROM item",
    [NEXT_APPLICATION] = "SELECT MAX(id) FROM application",
    [NEXT_SERIAL] = "SELECT next FROM counter WHERE series = 'payment'",
    [DOCUMENT] = "INSERT INTO document (id, entry_id, kind, number, serial, customer_id, issued,"
                 " effective, posted, currency, total, base_total, rate_num, rate_den, opening,"
                 " reverses_id, related_id, act_id, terms, po, reference, text, reason, digest,"
                 " parts) VALUES (?1, ?2, 4, ?3, ?4, ?5, ?6, ?6, ?6, 'EUR', ?7, ?7, 1, 1, 0, NULL,"
                 " NULL, NULL, '', '', 'bench', '', '', ?8, ?9)",
    [RECEIPT] = "INSERT INTO receipt (document_id, method, value, payer, keep, account_id, settles,"
                " settles_currency) VALUES (?1, 3, ?2, '', 0, ?3, NULL, NULL)",
    [ITEM] = "INSERT INTO item (id, document_id, seq, customer_id, account_id, currency, amount,"
             " base, due, effective, posted, value, open, settled_on)"
             " VALUES (?1, ?2, 1, ?3, ?4, 'EUR', ?5, ?5, ?6, ?6, ?6, ?6, ?5, 2932896)",
    [POSTING] = "INSERT INTO posting (document_id, seq, account_id, posted, amount, base)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
    [TOTAL] = "INSERT INTO period_total (account_id, currency, month, kind, amount, base)"
              " VALUES (?1, 'EUR', ?2, 4, ?3, ?3) ON CONFLICT (account_id, currency, month, kind)"
              " DO UPDATE SET amount = period_total.amount + excluded.amount,"
              " base = period_total.base + excluded.base",
    [COUNTER] = "UPDATE counter SET next = ?1 WHERE series = 'payment'",
    [APPLICATION] = "INSERT INTO application (id, entry_id, act_id, debit_id, credit_id, amount,"
                    " debit_base, credit_base, effective, posted, reverses_id, reason)"
                    " VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?5, ?5, ?6, ?6, NULL, '')",
    [STORE] = "UPDATE item SET open = ?1, settled_on = ?2 WHERE id = ?3",
    [ENTRY] = "INSERT INTO entry (id, moment, actor, command, salt, command_hash, op_id, op_hash,"
              " ref, says, form, hash) VALUES (?1, 0, 'bench', ?4, ?2, ?3, NULL, NULL, 'P-1001',"
              " 'P-1001: 300.00 EUR from C000001; three papers of it', 2, ?3)",
    [COMMIT] = "COMMIT",
};

struct bareposting {
    sqlite3 *store;
    sqlite3_stmt *of[DOINGS];
    int lane;
    int64_t money, owed; /* accounts */
    int commits, log_pages;
};

static int64_t step(struct bareposting *bare, enum doing doing)
{
    sqlite3_stmt *q = bare->of[doing];
    const int rc = sqlite3_step(q);
    const int64_t figure = rc == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;

    if (rc != SQLITE_ROW && rc != SQLITE_DONE) {
        fprintf(stderr, "bench: %s: %s\n", texts[doing], sqlite3_errmsg(bare->store));
        exit(1);
    }
    sqlite3_reset(q);
    return figure;
}

static void run(struct bareposting *bare, enum doing doing, const int64_t *values, int count)
{
    for (int i = 0; i < count; i++)
        sqlite3_bind_int64(bare->of[doing], i + 1, values[i]);
    step(bare, doing);
}

#define RUN(bare, doing, ...)                                                                      \
    run(bare, doing, (const int64_t[]){__VA_ARGS__},                                               \
        (int)(sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t)))

static int pages(void *self, sqlite3 *store, const char *name, int count)
{
    (void)store, (void)name;
    ((struct bareposting *)self)->log_pages = count;
    return SQLITE_OK;
}

static int64_t account(struct bareposting *bare, const char *sql)
{
    sqlite3_stmt *q = NULL;

    must(sqlite3_prepare_v2(bare->store, sql, -1, &q, NULL) == SQLITE_OK);
    must(sqlite3_step(q) == SQLITE_ROW);
    const int64_t id = sqlite3_column_int64(q, 0);
    sqlite3_finalize(q);
    return id;
}

struct bareposting *bareposting_open(const char *path)
{
    static const unsigned char digest[40] = {1};
    struct bareposting *bare = calloc(1, sizeof *bare);
    char name[4200];

    must(bare != NULL);
    bare->store = bare_open(path, true);
    snprintf(name, sizeof name, "%s-lane", path);
    bare->lane = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    must(bare->lane >= 0);
    sqlite3_wal_hook(bare->store, pages, bare);
    /* who leaves last would bring the log in outside the lane */
    sqlite3_db_config(bare->store, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    for (int i = 0; i < DOINGS; i++)
        must(sqlite3_prepare_v3(bare->store, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &bare->of[i],
                                NULL) == SQLITE_OK);
    sqlite3_bind_blob(bare->of[DOCUMENT], 8, digest, 32, SQLITE_STATIC);
    sqlite3_bind_blob(bare->of[DOCUMENT], 9, digest, 40, SQLITE_STATIC);
    sqlite3_bind_blob(bare->of[ENTRY], 2, digest, 16, SQLITE_STATIC);
    sqlite3_bind_blob(bare->of[ENTRY], 3, digest, 32, SQLITE_STATIC);
    bare->owed = account(bare, "SELECT account_id FROM item WHERE amount < 0 LIMIT 1");
    bare->money = account(bare, "SELECT account_id FROM receipt LIMIT 1");
    return bare;
}

void bareposting_close(struct bareposting *bare)
{
    for (int i = 0; i < DOINGS; i++)
        sqlite3_finalize(bare->of[i]);
    must(sqlite3_close(bare->store) == SQLITE_OK);
    close(bare->lane);
    free(bare);
}

static void receipt_write(struct bareposting *bare, const struct target *target, int64_t document,
                          int64_t entry, int64_t item, int64_t amount)
{
    const int64_t serial = step(bare, NEXT_SERIAL);
    char number[32];

    snprintf(number, sizeof number, "P-%lld", (long long)serial);
    sqlite3_bind_text(bare->of[DOCUMENT], 3, number, -1, SQLITE_STATIC);
    sqlite3_bind_int64(bare->of[DOCUMENT], 1, document);
    sqlite3_bind_int64(bare->of[DOCUMENT], 2, entry);
    for (int i = 0; i < 4; i++)
        sqlite3_bind_int64(bare->of[DOCUMENT], 4 + i,
                           (const int64_t[]){serial, target->customer, DAY, amount}[i]);
    step(bare, DOCUMENT);
    RUN(bare, RECEIPT, document, DAY, bare->money);
    RUN(bare, ITEM, item, document, target->customer, bare->owed, -amount, DAY);
    RUN(bare, POSTING, document, 1, bare->owed, DAY, -amount);
    RUN(bare, POSTING, document, 2, bare->money, DAY, amount);
    RUN(bare, TOTAL, bare->owed, MONTH, -amount);
    RUN(bare, TOTAL, bare->money, MONTH, amount);
    RUN(bare, COUNTER, serial + 1);
}

static void checkpoint(struct bareposting *bare)
{
    if (++bare->commits < CHECKPOINT_EVERY && bare->log_pages < CHECKPOINT_PAGES)
        return;
    if (sqlite3_wal_checkpoint_v2(bare->store, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) ==
        SQLITE_OK)
        bare->commits = 0;
}

void bareposting_post(struct bareposting *bare, const struct target *target)
{
    int64_t left = target_amount(target);

    must(flock(bare->lane, LOCK_EX) == 0);
    step(bare, BEGIN);
    const int64_t entry = step(bare, NEXT_ENTRY) + 1, document = step(bare, NEXT_DOCUMENT) + 1;
    const int64_t item = step(bare, NEXT_ITEM) + 1, first = step(bare, NEXT_APPLICATION) + 1;
    receipt_write(bare, target, document, entry, item, left);
    for (int i = 0; i < TARGETS; i++) {
        const int64_t open = target->open[i] - target->pays[i];
        left -= target->pays[i];
        RUN(bare, APPLICATION, first + i, entry, target->items[i], item, target->pays[i], DAY);
        RUN(bare, STORE, open, open ? NEVER : DAY, target->items[i]);
        RUN(bare, STORE, -left, left ? NEVER : DAY, item);
    }
    sqlite3_bind_int64(bare->of[ENTRY], 1, entry);
    sqlite3_bind_text(bare->of[ENTRY], 4, target->line, -1, SQLITE_STATIC);
    step(bare, ENTRY);
    step(bare, COMMIT);
    checkpoint(bare);
    must(flock(bare->lane, LOCK_UN) == 0);
}
