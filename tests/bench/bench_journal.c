/* bench_journal: what it costs to prove a journal of JOURNAL_ENTRIES (1,000,000) entries, each with
 * a document, as a ratio to reading the same rows of the same tables and hashing their bytes once.
 * Exit status 1 when it is more than three times as much. */
#include "base/hash.h"
#include "bench/measure.h"
#include "db/db.h"
#include "ledger/book.h"
#include "ledger/customer.h"
#include "ledger/invoice.h"
#include "ledger/journal.h"
#include "ledger/txopen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { A_TRANSACTION = 20000, TURNS = 3 };

static struct note note;

static void demand(enum err e)
{
    if (e == ERR_OK)
        return;
    fprintf(stderr, "%s\n", note.text);
    exit(1);
}

static void fill(struct book *book, long entries)
{
    const struct tx_author author = {.actor = "bench", .command = "invoice issue --customer ACME"};
    const struct paper_line line = {
        .text = "Goods", .quantity = 1000000, .fixed = true, .net = 100};
    struct paper paper = {.kind = DOCUMENT_INVOICE,
                          .date = date_of(2026, 1, 15),
                          .lines = &line,
                          .line_count = 1};
    struct customer customer;
    struct document_made made;
    struct tx *tx = NULL;

    customer_init(&customer, book_currency(book));
    customer.code = customer.name = "ACME";
    demand(tx_begin(book, &tx));
    demand(tx_entry_begin(tx, &author));
    demand(customer_add(tx, &customer, &paper.customer_id));
    demand(tx_entry_end(tx, "", ""));
    for (long i = 2; i < entries; i++) {
        if (i % A_TRANSACTION == 0) {
            demand(tx_commit(tx));
            demand(tx_begin(book, &tx));
        }
        demand(tx_entry_begin(tx, &author));
        demand(invoice_issue(tx, &paper, &made));
        demand(tx_entry_end(tx, made.number, "issued"));
    }
    demand(tx_commit(tx));
}

/* Every row that the proof of the journal reads, its bytes once through the hash. */
static double read_and_hash(struct book *book)
{
    static const char *const tables[] = {
        "SELECT * FROM entry ORDER BY id",
        "SELECT * FROM document ORDER BY id",
        "SELECT * FROM line ORDER BY document_id, seq",
        "SELECT * FROM item ORDER BY id",
        "SELECT * FROM posting ORDER BY document_id, seq",
        "SELECT * FROM change ORDER BY id",
        "SELECT * FROM master_mark ORDER BY id",
    };
    struct hasher h;
    struct hash hash;
    const double begin = measure_cpu();

    hasher_init(&h);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct stmt *q = db_sql_once(book_db(book), tables[i]);
        while (stmt_row(q)) {
            const int columns = stmt_columns(q);
            for (int n = 0; n < columns; n++) {
                int len = 0;
                const void *bytes = col_blob(q, n, &len);
                hasher_bytes(&h, bytes, (size_t)len);
            }
        }
        demand(stmt_end(q));
    }
    hasher_end(&h, &hash);
    return measure_cpu() - begin;
}

static double prove(struct book *book)
{
    const double begin = measure_cpu();
    int found = 0;

    demand(journal_verify(book, NULL, NULL, NULL, &found));
    if (found) {
        fprintf(stderr, "the journal does not prove\n");
        exit(1);
    }
    return measure_cpu() - begin;
}

int main(void)
{
    const char *count = getenv("JOURNAL_ENTRIES"), *folder = getenv("WORK");
    const long entries = count && *count ? strtol(count, NULL, 10) : 1000000;
    const struct book_plan plan = {
        .company = "Bench", .currency = {"EUR", 2}, .actor = "bench", .sandbox = true};
    double bare[TURNS], proved[TURNS];
    struct book *book = NULL;
    char path[4096], beside[4200];

    snprintf(path, sizeof path, "%s/journal-%ld.arl", folder && *folder ? folder : "/tmp",
             (long)getpid());
    demand(book_new(path, &plan, &note, &book));
    fill(book, entries);
    for (int i = 0; i < TURNS; i++) {
        bare[i] = read_and_hash(book);
        proved[i] = prove(book);
    }
    char what[60];
    snprintf(what, sizeof what, "journal verify, %ld entries", entries);
    const bool kept = measure_ratio(what, measure_median(proved, TURNS), "read and hashed",
                                    measure_median(bare, TURNS), 3);
    book_close(book);
    static const char *const ends[] = {"", "-wal", "-shm", "-lane"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(beside, sizeof beside, "%s%s", path, ends[i]);
        unlink(beside);
    }
    return kept ? 0 : 1;
}
