/* bench_autocash: AutoCash of a day's bank lines against all that is open (LINES=100000
 * INVOICES=1000000), beside a bare read of the same rows in the same run. */
#include "bench/bare.h"
#include "bench/measure.h"

#include "base/err.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH 4096
#define SEED 20260228
#define TODAY "2025-12-17"

struct bench {
    const char *program, *work;
    size_t invoices, lines;
    struct firm firm;
    char book[PATH], papers[PATH], money[PATH];
};

static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

/* ---- the files ------------------------------------------------------------------------------ */

static void day_text(struct date day, char out[DATE_TEXT])
{
    date_iso(day, out);
}

static void write_papers(const struct bench *bench)
{
    FILE *file = fopen(bench->papers, "w");
    char issued[DATE_TEXT], due[DATE_TEXT];

    must(file != NULL);
    fputs("customer,name,number,date,due,amount\n", file);
    for (size_t i = 0; i < bench->firm.invoices; i++) {
        const struct billed *b = &bench->firm.billed[i];
        day_text(b->day, issued);
        day_text(b->due, due);
        fprintf(file, "C%06d,Customer %06d,R%07zu,%s,%s,%lld.%02lld\n", (int)b->customer,
                (int)b->customer, i + 1, issued, due, (long long)b->amount / 100,
                (long long)b->amount % 100);
    }
    must(fclose(file) == 0);
}

/* One line in ten each: two numbers, one in another spelling, a sum without a number, and one that
 * fits nothing; the others quote the number of one invoice. */
static void write_line(FILE *file, const struct bench *bench, size_t n, uint64_t *seed)
{
    const size_t at = (size_t)(random_next(seed) % bench->firm.invoices);
    const struct billed *b = &bench->firm.billed[at];
    const unsigned kind = (unsigned)(n % 10);
    int64_t amount = b->amount;
    char text[128];

    snprintf(text, sizeof text, "payment of invoice R%07zu thank you", at + 1);
    if (kind == 0)
        for (size_t other = at + 1; other < bench->firm.invoices && other < at + 2000; other++)
            if (bench->firm.billed[other].customer == b->customer) {
                amount += bench->firm.billed[other].amount;
                snprintf(text, sizeof text, "R%07zu and R%07zu", at + 1, other + 1);
                break;
            }
    if (kind == 1)
        snprintf(text, sizeof text, "inv. R %07zu / line %zu", at + 1, n);
    if (kind == 2)
        snprintf(text, sizeof text, "transfer of %zu", n);
    if (kind == 3) {
        amount = amount * 3 + 1;
        snprintf(text, sizeof text, "on account %zu", n);
    }
    fprintf(file, "C%06d,%s,%lld.%02lld,%s\n", (int)b->customer, TODAY, (long long)amount / 100,
            (long long)amount % 100, text);
}

static void write_money(const struct bench *bench)
{
    FILE *file = fopen(bench->money, "w");
    uint64_t seed = SEED;

    must(file != NULL);
    fputs("customer,date,amount,reference\n", file);
    for (size_t n = 0; n < bench->lines; n++)
        write_line(file, bench, n, &seed);
    must(fclose(file) == 0);
}

/* ---- the book ------------------------------------------------------------------------------- */

static struct child program(const struct bench *bench, const char *const *words)
{
    const char *all[32] = {bench->program, "-b", bench->book, "--today", TODAY, "--yes", "--quiet"};
    size_t count = 7;

    for (size_t i = 0; words[i] && count < 31; i++)
        all[count++] = words[i];
    const struct child child = measure_child(all, NULL);
    if (child.status != 0) {
        fprintf(stderr, "bench: %s %s ended with status %d\n", all[7], all[8], child.status);
        exit(1);
    }
    return child;
}

static void remove_book(const struct bench *bench)
{
    static const char *const beside[] = {"", "-wal", "-shm", "-lane"};
    char name[PATH + 8];

    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        snprintf(name, sizeof name, "%s%s", bench->book, beside[i]);
        unlink(name);
    }
}

static void make_book(const struct bench *bench)
{
    const char *const make[] = {"book", "new", "--company", "Bench", "--currency", "EUR", NULL};
    const char *const papers[] = {
        "import",
        "invoices",
        bench->papers,
        "--create-customers",
        "--map",
        "customer=customer; name=name; number=number; date=date; due=due; amount=amount",
        NULL};
    const char *const money[] = {"import",
                                 "payments",
                                 bench->money,
                                 "--map",
                                 "customer=customer; date=date; amount=amount; reference=reference",
                                 NULL};

    remove_book(bench);
    program(bench, make);
    program(bench, papers);
    program(bench, money);
}

/* ---- the bare read -------------------------------------------------------------------------- */

static sqlite3_stmt *ask(sqlite3 *store, const char *sql)
{
    sqlite3_stmt *q = NULL;

    must(sqlite3_prepare_v2(store, sql, -1, &q, NULL) == SQLITE_OK);
    return q;
}

/* The money by customer, and of each customer once what it owes: the rows that a run reads. */
static double bare_read(const struct bench *bench, int64_t *rows)
{
    sqlite3 *store = bare_open(bench->book, false);
    sqlite3_stmt *money = ask(store, "SELECT i.customer_id, i.open, d.reference FROM item i JOIN"
                                     " document d ON d.id = i.document_id AND d.kind = 4 WHERE"
                                     " i.settled_on = 2932896 AND i.amount < 0"
                                     " ORDER BY i.customer_id");
    sqlite3_stmt *owed = ask(store, "SELECT i.id, i.open, i.due, d.number, d.po, d.terms FROM item"
                                    " i JOIN document d ON d.id = i.document_id WHERE"
                                    " i.customer_id = ?1 AND i.settled_on = 2932896"
                                    " ORDER BY i.due, i.id");
    const double begin = measure_now();
    int64_t last = 0;

    *rows = 0;
    while (sqlite3_step(money) == SQLITE_ROW) {
        const int64_t customer = sqlite3_column_int64(money, 0);
        ++*rows;
        if (customer == last)
            continue;
        last = customer;
        sqlite3_bind_int64(owed, 1, customer);
        while (sqlite3_step(owed) == SQLITE_ROW)
            *rows += sqlite3_column_text(owed, 3) != NULL;
        sqlite3_reset(owed);
    }
    const double seconds = measure_now() - begin;
    sqlite3_finalize(money);
    sqlite3_finalize(owed);
    sqlite3_close(store);
    return seconds;
}

/* ---- the run -------------------------------------------------------------------------------- */

static void bench_run(struct bench *bench)
{
    const char *const look[] = {"payment", "autocash", "--format", "csv", NULL};
    const char *const post[] = {"payment", "autocash", "--post", "--format", "csv", NULL};
    const char *const verify[] = {"book", "verify", NULL};
    int64_t rows = 0;

    firm_make(&bench->firm, bench->invoices, SEED);
    write_papers(bench);
    write_money(bench);
    make_book(bench);
    printf("AutoCash of %zu bank lines against %zu open invoices\n", bench->lines, bench->invoices);
    double bare = bare_read(bench, &rows);
    bare = bare_read(bench, &rows); /* the first one warmed the system's cache */
    const struct child looked = program(bench, look);
    measure_ratio("what would be applied", looked.seconds, "bare read of the same rows", bare, 0);
    measure_figure("  lines a second", (double)bench->lines / looked.seconds, "", 0);
    measure_figure("  rows read", (double)rows, "", 0);
    measure_figure("  memory", looked.mib, "MiB", 0);
    const struct child posted = program(bench, post);
    measure_ratio("the same, posted as one entry", posted.seconds, "the look at it", looked.seconds,
                  0);
    measure_figure("  lines a second", (double)bench->lines / posted.seconds, "", 0);
    program(bench, verify);
    remove_book(bench);
    unlink(bench->papers);
    unlink(bench->money);
    firm_done(&bench->firm);
}

static size_t size_of(const char *name, size_t otherwise)
{
    const char *text = getenv(name);

    return text ? (size_t)strtoul(text, NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
    measure_main(argc, argv);
    struct bench bench = {.program = getenv("ARLEDGER"),
                          .work = getenv("WORK"),
                          .invoices = size_of("INVOICES", 1000000),
                          .lines = size_of("LINES", 100000)};

    if (!bench.program || !bench.work) {
        fprintf(stderr, "bench: ARLEDGER names the program and WORK a folder; `make bench`\n");
        return 2;
    }
    const char *const folder[] = {"/bin/mkdir", "-p", bench.work, NULL};
    must(measure_child(folder, NULL).status == 0);
    snprintf(bench.book, PATH, "%s/autocash.arl", bench.work);
    snprintf(bench.papers, PATH, "%s/autocash-papers.csv", bench.work);
    snprintf(bench.money, PATH, "%s/autocash-money.csv", bench.work);
    bench_run(&bench);
    return 0;
}
