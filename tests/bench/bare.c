#include "bench/bare.h"

#include "base/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEVER 2932896 /* settled_on of an open item */

enum fact { CUSTOMER, CHANGE, DOCUMENT, RECEIPT, LINE, ITEM, POSTING, APPLICATION, FACTS };

/* Constants stand in the text; what differs from row to row is bound. */
static const char *const inserts[FACTS] = {
    [CUSTOMER] = "INSERT INTO customer (id, code, name, currency) VALUES (?1, ?2, ?3, 'EUR')",
    [CHANGE] = "INSERT INTO change (entry_id, subject, subject_id, field, before, after)"
               " VALUES (2, 'customer', ?1, 'code', NULL, ?2)",
    [DOCUMENT] = "INSERT INTO document (id, entry_id, kind, number, serial, customer_id, issued,"
                 " effective, posted, currency, total, base_total, rate_num, rate_den, opening,"
                 " reverses_id, related_id, act_id, terms, po, reference, text, reason, digest,"
                 " parts) VALUES (?1, 2, ?2, ?3, ?4, ?5, ?6, ?6, ?6, 'EUR', ?7, ?7, 1, 1, 0, NULL,"
                 " NULL, NULL, ?8, '', '', '', '', ?9, ?10)",
    [RECEIPT] = "INSERT INTO receipt (document_id, method, value, payer, keep, account_id, settles,"
                " settles_currency) VALUES (?1, 3, ?2, '', 0, 2, NULL, NULL)",
    [LINE] = "INSERT INTO line (document_id, seq, text, quantity, price, net, tax_id, account_id)"
             " VALUES (?1, 1, '', 1000000, 0, ?2, NULL, 2)",
    [ITEM] = "INSERT INTO item (id, document_id, seq, customer_id, account_id, currency, amount,"
             " base, due, effective, posted, value, open, settled_on)"
             " VALUES (?1, ?2, 1, ?3, 1, 'EUR', ?4, ?4, ?5, ?6, ?6, ?6, ?7, ?8)",
    [POSTING] = "INSERT INTO posting (document_id, seq, account_id, posted, amount, base)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
    [APPLICATION] = "INSERT INTO application (id, entry_id, act_id, debit_id, credit_id, amount,"
                    " debit_base, credit_base, effective, posted, reverses_id, reason)"
                    " VALUES (?1, 2, ?1, ?2, ?3, ?4, ?4, ?4, ?5, ?5, NULL, '')",
};

/* The indexes that a large import makes last (tx_bulk_papers): the bare loop has them as late. */
static const char *const late[] = {
    "item_by_document",      "item_by_aging",         "item_by_customer",   "application_by_debit",
    "application_by_credit", "application_by_posted", "application_by_act", "document_by_customer",
    "document_by_posted",    "document_by_reference", "document_by_po",     "document_by_total",
    "customer_by_name",      "change_by_subject"};
enum { LATE = sizeof late / sizeof late[0] };

struct load {
    sqlite3 *store;
    sqlite3_stmt *insert[FACTS];
    int64_t document, item, application, customer;
};

static void run(sqlite3 *store, const char *sql)
{
    if (sqlite3_exec(store, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(store));
        exit(1);
    }
}

sqlite3 *bare_open(const char *path, bool write)
{
    sqlite3 *store = NULL;
    const int flags = write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;

    must(sqlite3_open_v2(path, &store, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK);
    sqlite3_busy_timeout(store, 5000);
    run(store, "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA foreign_keys=ON;"
               "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
               "PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON; PRAGMA cache_size=-16384");
    return store;
}

static sqlite3_stmt *prepare(sqlite3 *store, const char *sql)
{
    sqlite3_stmt *q = NULL;

    if (sqlite3_prepare_v3(store, sql, -1, SQLITE_PREPARE_PERSISTENT, &q, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(store));
        exit(1);
    }
    return q;
}

/* Each column by its own kind, as a reader would take it. */
static int64_t read_columns(sqlite3_stmt *q, int columns)
{
    int64_t sum = 0;

    for (int i = 0; i < columns; i++) {
        const int kind = sqlite3_column_type(q, i);
        if (kind == SQLITE_INTEGER)
            sum += sqlite3_column_int64(q, i);
        else if (kind == SQLITE_TEXT)
            sum += sqlite3_column_text(q, i)[0];
    }
    return sum;
}

void bare_scan(sqlite3 *store, const char *table)
{
    char sql[64];
    volatile int64_t sum = 0;

    snprintf(sql, sizeof sql, "SELECT * FROM %s", table);
    sqlite3_stmt *q = prepare(store, sql);
    const int columns = sqlite3_column_count(q);
    while (sqlite3_step(q) == SQLITE_ROW)
        sum += read_columns(q, columns);
    must(sqlite3_finalize(q) == SQLITE_OK);
}

void bare_page(sqlite3 *store, int rows)
{
    static const char sql[] = "SELECT * FROM customer WHERE code > ?1 ORDER BY code LIMIT ?2";
    volatile int64_t sum = 0;
    sqlite3_stmt *q = prepare(store, sql);

    sqlite3_bind_text(q, 1, "", -1, SQLITE_STATIC);
    sqlite3_bind_int(q, 2, rows);
    while (sqlite3_step(q) == SQLITE_ROW)
        sum += read_columns(q, sqlite3_column_count(q));
    must(sqlite3_finalize(q) == SQLITE_OK);
}

/* Drops the late indexes, and keeps how they are made. */
static void drop_late(sqlite3 *store, char *made[LATE])
{
    sqlite3_stmt *q = prepare(store, "SELECT sql FROM sqlite_schema WHERE name = ?1");
    char drop[80];

    for (int i = 0; i < LATE; i++) {
        sqlite3_bind_text(q, 1, late[i], -1, SQLITE_STATIC);
        must(sqlite3_step(q) == SQLITE_ROW);
        made[i] = strdup((const char *)sqlite3_column_text(q, 0));
        must(made[i] != NULL);
        sqlite3_reset(q);
    }
    sqlite3_finalize(q);
    for (int i = 0; i < LATE; i++) {
        snprintf(drop, sizeof drop, "DROP INDEX %s", late[i]);
        run(store, drop);
    }
}

static void make_late(sqlite3 *store, char *made[LATE])
{
    for (int i = 0; i < LATE; i++) {
        run(store, made[i]);
        free(made[i]);
    }
}

static void insert(struct load *load, enum fact fact)
{
    if (sqlite3_step(load->insert[fact]) != SQLITE_DONE) {
        fprintf(stderr, "%s: %s\n", inserts[fact], sqlite3_errmsg(load->store));
        exit(1);
    }
    sqlite3_reset(load->insert[fact]);
}

static void put(struct load *load, enum fact fact, int n, int64_t value)
{
    sqlite3_bind_int64(load->insert[fact], n, value);
}

static void put_text(struct load *load, enum fact fact, int n, const char *text)
{
    sqlite3_bind_text(load->insert[fact], n, text, -1, SQLITE_STATIC);
}

static void add_customer(struct load *load, int64_t id, int32_t code)
{
    char text[16], name[40];

    snprintf(text, sizeof text, "C%06d", code);
    snprintf(name, sizeof name, "Customer %d of the bench", code);
    put(load, CUSTOMER, 1, id);
    put_text(load, CUSTOMER, 2, text);
    put_text(load, CUSTOMER, 3, name);
    insert(load, CUSTOMER);
    put(load, CHANGE, 1, id);
    put_text(load, CHANGE, 2, text);
    insert(load, CHANGE);
    put_text(load, CHANGE, 2, name);
    insert(load, CHANGE);
}

/* Head, item and both postings of a document; returns its item. */
static int64_t add_document(struct load *load, int kind, const char *number, int64_t serial,
                            int64_t customer, int32_t day, int32_t due, int64_t amount,
                            int32_t settled)
{
    const int64_t id = ++load->document, item = ++load->item;

    put(load, DOCUMENT, 1, id);
    put(load, DOCUMENT, 2, kind);
    put_text(load, DOCUMENT, 3, number);
    if (serial)
        put(load, DOCUMENT, 4, serial);
    else
        sqlite3_bind_null(load->insert[DOCUMENT], 4);
    put(load, DOCUMENT, 5, customer);
    put(load, DOCUMENT, 6, day);
    put(load, DOCUMENT, 7, amount < 0 ? -amount : amount);
    put_text(load, DOCUMENT, 8, serial ? "" : "net 30");
    insert(load, DOCUMENT);
    put(load, ITEM, 1, item);
    put(load, ITEM, 2, id);
    put(load, ITEM, 3, customer);
    put(load, ITEM, 4, amount);
    put(load, ITEM, 5, due);
    put(load, ITEM, 6, day);
    put(load, ITEM, 7, settled == NEVER ? amount : 0);
    put(load, ITEM, 8, settled);
    insert(load, ITEM);
    for (int seq = 1; seq <= 2; seq++) {
        put(load, POSTING, 1, id);
        put(load, POSTING, 2, seq);
        put(load, POSTING, 3, seq);
        put(load, POSTING, 4, day);
        put(load, POSTING, 5, seq == 1 ? amount : -amount);
        insert(load, POSTING);
    }
    return item;
}

static void add_payment(struct load *load, const struct billed *billed, int64_t customer,
                        int64_t debit)
{
    char number[24];
    const int64_t serial = load->application + 1001;

    snprintf(number, sizeof number, "P-%lld", (long long)serial);
    const int64_t credit = add_document(load, 4, number, serial, customer, billed->paid.day,
                                        billed->paid.day, -billed->amount, billed->paid.day);
    put(load, RECEIPT, 1, load->document);
    put(load, RECEIPT, 2, billed->paid.day);
    insert(load, RECEIPT);
    put(load, APPLICATION, 1, ++load->application);
    put(load, APPLICATION, 2, debit);
    put(load, APPLICATION, 3, credit);
    put(load, APPLICATION, 4, billed->amount);
    put(load, APPLICATION, 5, billed->paid.day);
    insert(load, APPLICATION);
}

static void add_billed(struct load *load, const struct billed *billed, int64_t customer, size_t at)
{
    char number[24];
    const bool paid = date_is(billed->paid);

    snprintf(number, sizeof number, "R%08zu", at + 1);
    const int64_t debit =
        add_document(load, 1, number, 0, customer, billed->day.day, billed->due.day, billed->amount,
                     paid ? billed->paid.day : NEVER);
    put(load, LINE, 1, load->document);
    put(load, LINE, 2, billed->amount);
    insert(load, LINE);
    if (paid)
        add_payment(load, billed, customer, debit);
}

void bare_history(const struct firm *firm, const char *path)
{
    static const unsigned char digest[40] = {1};
    struct load load = {.store = bare_open(path, true)};
    int64_t *customers = calloc(firm->customers, sizeof *customers);
    char *made[LATE];

    must(customers != NULL);
    run(load.store, "PRAGMA cache_size=-131072; BEGIN IMMEDIATE"); /* as a bulk load has */
    drop_late(load.store, made);
    for (int i = 0; i < FACTS; i++)
        load.insert[i] = prepare(load.store, inserts[i]);
    sqlite3_bind_blob(load.insert[DOCUMENT], 9, digest, 32, SQLITE_STATIC);
    sqlite3_bind_blob(load.insert[DOCUMENT], 10, digest, 40, SQLITE_STATIC);
    for (size_t i = 0; i < firm->invoices; i++) {
        const struct billed *billed = &firm->billed[i];
        int64_t *customer = &customers[billed->customer];
        if (*customer == 0) {
            *customer = ++load.customer;
            add_customer(&load, *customer, billed->customer);
        }
        add_billed(&load, billed, *customer, i);
    }
    for (int i = 0; i < FACTS; i++)
        sqlite3_finalize(load.insert[i]);
    make_late(load.store, made);
    run(load.store, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    must(sqlite3_close(load.store) == SQLITE_OK);
    free(customers);
}
