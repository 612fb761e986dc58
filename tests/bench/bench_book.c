/* bench_book: a book of 100,000 and one of 1,000,000 invoices, and what working on them costs as
 * ratios to the bare work in the same run (SIZES="100000 1000000"). Exit status 1 when a limit that
 * a table line names is not kept. */
#include "bench/bare.h"
#include "bench/finding.h"
#include "bench/measure.h"
#include "bench/posting.h"
#include "bench/work.h"
#include "ledger/accrual.h"
#include "ledger/agingscan.h"
#include "ledger/customer.h"
#include "ledger/txlane.h"
#include "report/r_aging.h"
#include "report/r_openitems.h"
#include "report/r_worklist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SEED 20251231

struct bench {
    struct work work;
    struct firm firm;
    char book[WORK_PATH], bare[WORK_PATH], history[WORK_PATH], payments[WORK_PATH], keys[WORK_PATH];
    bool kept; /* every limit so far */
};

static void note_kept(struct bench *bench, bool kept)
{
    bench->kept = bench->kept && kept;
}

static void bench_import(struct bench *bench)
{
    work_book(&bench->work, bench->bare);
    const double begin = measure_now(), begin_cpu = measure_cpu();
    bare_history(&bench->firm, bench->bare);
    const double bare = measure_now() - begin, bare_cpu = measure_cpu() - begin_cpu;
    work_remove(bench->bare);
    work_book(&bench->work, bench->book);
    const struct child child = work_history(&bench->work, bench->book, bench->history);
    note_kept(bench, measure_ratio("import history", child.seconds, "prepared inserts", bare, 3));
    measure_ratio("  its processor time", child.cpu, "of the same", bare_cpu, 0);
    measure_figure("  invoices a second", (double)bench->firm.invoices / child.seconds, "", 0);
    measure_figure("  memory", child.mib, "MiB", 0);
    measure_figure("import part payments",
                   work_payments(&bench->work, bench->book, bench->payments).seconds * 1e3, "ms",
                   0);
}

/* ---- aging ---------------------------------------------------------------------------------- */

/* The figures alone: customer, due day and open amount from the store, summed into buckets of each
 * customer. The report besides reads names, puts them in order and proves itself. */
struct aged {
    int64_t *buckets; /* of each customer, BUCKETS_MAX apart */
    size_t customers;
    struct bucket_set set;
    struct date as_of;
    int64_t total;
};

static enum err age(void *self, const struct aging_item *item)
{
    struct aged *aged = self;

    must((size_t)item->customer_id <= aged->customers);
    const int bucket = bucket_of(&aged->set, aging_days(aged->as_of, item->due));
    aged->buckets[(size_t)item->customer_id * BUCKETS_MAX + (size_t)bucket] += item->open;
    aged->total += item->open;
    return ERR_OK;
}

static double time_figures(struct bench *bench, struct book *book, struct date as_of)
{
    struct aged aged = {.customers = bench->firm.customers, .as_of = as_of};
    const struct aging_query query = {.as_of = as_of, .control = CONTROL_RECEIVABLE};
    const double begin = measure_cpu();

    aged.buckets = calloc((aged.customers + 1) * BUCKETS_MAX, sizeof *aged.buckets);
    must(aged.buckets != NULL);
    must(bucket_set_parse(BUCKETS_DEFAULT, AGING_BY_DUE, &aged.set, book_note(book)) == ERR_OK);
    must(aging_scan(book, &query, age, &aged) == ERR_OK);
    free(aged.buckets);
    const double end = measure_cpu();
    must(aged.total == firm_open(&bench->firm, as_of));
    return end - begin;
}

/* Takes the report's rows and sums the column of totals. */
struct taken {
    int column;
    int64_t total;
    size_t rows;
};

static enum err take_head(void *self, const struct table_head *head)
{
    struct taken *taken = self;

    taken->column = table_column(head, "total");
    must(taken->column >= 0);
    return ERR_OK;
}

static enum err take_row(void *self, const struct row *row)
{
    struct taken *taken = self;

    taken->total += row->cells[taken->column].money.minor;
    taken->rows++;
    return ERR_OK;
}

static enum err take_foot(void *self, const char *proof)
{
    (void)self, (void)proof;
    return ERR_OK;
}

static double time_aging(struct bench *bench, struct book *book, struct date as_of)
{
    struct taken taken = {0};
    struct sink sink = {take_head, take_row, take_foot, &taken};
    struct aging_options options;
    const double begin = measure_cpu();

    aging_options_init(&options, book);
    options.as_of = as_of;
    must(aging_table(book, &options, &sink) == ERR_OK);
    const double end = measure_cpu();
    must(taken.total == firm_open(&bench->firm, as_of)); /* a wrong answer has no speed */
    return end - begin;
}

static double time_scan(sqlite3 *store)
{
    const double begin = measure_cpu();

    bare_scan(store, "item");
    bare_scan(store, "application");
    return measure_cpu() - begin;
}

/* Today, yesterday (a few facts are later), then ends of months. */
static struct date aging_day(int back, char what[64])
{
    if (back < 0) {
        snprintf(what, 64, "aging report as of yesterday");
        return date_add(firm_today(), -1);
    }
    if (back == 0) {
        snprintf(what, 64, "aging report");
        return firm_today();
    }
    snprintf(what, 64, "aging report as of %d months ago", back);
    return date_month_last(date_month(firm_today()) - back);
}

static void bench_aging(struct bench *bench, struct book *book, sqlite3 *store)
{
    static const int months[] = {0, -1, 1, 3, 6, 12, 18, 24, 30, 35};
    enum { DATES = sizeof months / sizeof months[0], ROUNDS = 3 };
    const bool large = bench->firm.invoices >= 1000000; /* the size that the limits are for */
    double scans[ROUNDS], figures[ROUNDS], ages[DATES][ROUNDS];
    char what[64];

    for (int round = 0; round < ROUNDS; round++) {
        scans[round] = time_scan(store);
        figures[round] = time_figures(bench, book, firm_today());
        for (int i = 0; i < DATES; i++)
            ages[i][round] = time_aging(bench, book, aging_day(months[i], what));
    }
    const double scan = measure_median(scans, ROUNDS);
    note_kept(bench, measure_ratio("aging of all, figures", measure_median(figures, ROUNDS),
                                   "scan of both tables", scan, large ? 0.10 : 0));
    for (int i = 0; i < DATES; i++) {
        aging_day(months[i], what);
        note_kept(bench, measure_ratio(what, measure_median(ages[i], ROUNDS), "scan of both tables",
                                       scan, large && months[i] ? 0.50 : 0));
    }
}

/* ---- the worklist --------------------------------------------------------------------------- */

/* The first page, as the screen takes it: everybody is scored, and a screen of names is read. */
static enum err take_page(void *self, const struct row *row)
{
    struct taken *taken = self;

    taken->total += row->cells[taken->column].money.minor;
    return ++taken->rows == 50 ? ERR_CANCELLED : ERR_OK;
}

static enum err take_overdue_head(void *self, const struct table_head *head)
{
    struct taken *taken = self;

    taken->column = table_column(head, "overdue");
    return ERR_OK;
}

static double time_worklist(struct book *book)
{
    struct taken taken = {0};
    struct sink sink = {take_overdue_head, take_page, take_foot, &taken};
    struct aging_options options;
    const double begin = measure_cpu();

    aging_options_init(&options, book);
    const enum err e = worklist_table(book, &options, NULL, &sink);
    const double end = measure_cpu();
    must(e == ERR_CANCELLED && taken.rows == 50 && taken.total > 0);
    return end - begin;
}

static void bench_worklist(struct bench *bench, struct book *book)
{
    enum { ROUNDS = 5 };
    double calls[ROUNDS], ages[ROUNDS];

    for (int round = 0; round < ROUNDS; round++) {
        ages[round] = time_aging(bench, book, firm_today());
        calls[round] = time_worklist(book);
    }
    note_kept(bench, measure_ratio("worklist: its first page", measure_median(calls, ROUNDS),
                                   "aging report of today", measure_median(ages, ROUNDS), 2));
}

/* ---- late charges --------------------------------------------------------------------------- */

static enum err count_charge(void *self, const struct accrual *row)
{
    int64_t *rows = self;

    *rows += row->amount > 0;
    return ERR_OK;
}

static enum err take_open_head(void *self, const struct table_head *head)
{
    struct taken *taken = self;

    taken->column = table_column(head, "open");
    must(taken->column >= 0);
    return ERR_OK;
}

/* What late charges of everybody would come to, beside the list of what is open: both go through
 * items with their papers, and charges also through what was paid late for a year, so what one line
 * costs is compared. */
static void bench_charges(struct bench *bench, struct book *book)
{
    enum { ROUNDS = 5 };
    double charges[ROUNDS], lists[ROUNDS];
    struct aging_options options;

    aging_options_init(&options, book);
    for (int round = 0; round < ROUNDS; round++) {
        const struct accrual_query query = {.upto = firm_today()};
        struct taken taken = {0};
        struct sink sink = {take_open_head, take_row, take_foot, &taken};
        int64_t rows = 0;
        const double begin = measure_cpu();
        must(accrual_each(book, &query, count_charge, &rows) == ERR_OK);
        const double between = measure_cpu();
        must(openitems_table(book, &options, &sink) == ERR_OK && rows > 0 && taken.rows > 0);
        charges[round] = (between - begin) / (double)rows * 1e3;
        lists[round] = (measure_cpu() - between) / (double)taken.rows * 1e3;
    }
    note_kept(bench, measure_ratio("late charges: 1000 lines", measure_median(charges, ROUNDS),
                                   "1000 lines of open items", measure_median(lists, ROUNDS), 2.5));
}

/* ---- the customer list ---------------------------------------------------------------------- */

struct overdue {
    int64_t amount, customer_id;
};
struct overdues {
    struct overdue *of;
    struct date today;
};

static enum err add_overdue(void *self, const struct aging_item *item)
{
    struct overdues *overdues = self;
    struct overdue *of = &overdues->of[item->customer_id];

    of->customer_id = item->customer_id;
    if (item->open > 0 && item->due.day < overdues->today.day)
        of->amount += item->open;
    return ERR_OK;
}

static int by_overdue(const void *a, const void *b)
{
    const struct overdue *x = a, *y = b;

    return (x->amount < y->amount) - (x->amount > y->amount);
}

static double time_overdue(struct bench *bench, struct book *book)
{
    struct overdues overdues = {.today = firm_today()};
    const struct aging_query query = {.as_of = firm_today(), .control = CONTROL_RECEIVABLE};
    struct arena arena = {0};
    const double begin = measure_cpu();

    overdues.of = calloc(bench->firm.customers + 1, sizeof *overdues.of);
    must(overdues.of != NULL);
    must(aging_scan(book, &query, add_overdue, &overdues) == ERR_OK);
    qsort(overdues.of, bench->firm.customers + 1, sizeof *overdues.of, by_overdue);
    for (int i = 0; i < 50 && overdues.of[i].customer_id; i++) {
        struct customer customer;
        must(customer_get(book, overdues.of[i].customer_id, &arena, &customer) == ERR_OK);
    }
    free(overdues.of);
    arena_done(&arena);
    return measure_cpu() - begin;
}

static void bench_customers(struct bench *bench, struct book *book, sqlite3 *store)
{
    enum { ROUNDS = 101, ROWS = 50, LONG = 3 };
    double pages[ROUNDS], bare[ROUNDS], sorts[LONG], scans[LONG];
    struct arena arena = {0};
    struct customer *customers = NULL;
    int count = 0;

    for (int i = 0; i < ROUNDS; i++) {
        double begin = measure_cpu();
        arena_reset(&arena);
        must(customer_page(book, CUSTOMER_BY_CODE, "", 0, false, ROWS, &arena, &customers,
                           &count) == ERR_OK);
        pages[i] = measure_cpu() - begin;
        begin = measure_cpu();
        bare_page(store, ROWS);
        bare[i] = measure_cpu() - begin;
    }
    must(count == ROWS);
    arena_done(&arena);
    measure_ratio("customer list: a page", measure_median(pages, ROUNDS), "50 rows by the index",
                  measure_median(bare, ROUNDS), 0);
    for (int i = 0; i < LONG; i++) {
        sorts[i] = time_overdue(bench, book);
        const double begin = measure_cpu();
        bare_scan(store, "customer");
        scans[i] = measure_cpu() - begin;
    }
    measure_ratio("customer list: by overdue, its first page", measure_median(sorts, LONG),
                  "scan of customers", measure_median(scans, LONG), 0);
}

/* ---- whole programs ------------------------------------------------------------------------- */

static void bench_programs(struct bench *bench)
{
    enum { ROUNDS = 11 };
    const char *const screen[] = {"--headless", "80x24", "--script", bench->keys, NULL};
    const char *const rows[] = {"--format", "csv", "item", "list", "--all", NULL};
    const char *const verify[] = {"book", "verify", NULL};
    const char *const nothing[] = {bench->work.program, "--version", NULL};
    double starts[ROUNDS], bare[ROUNDS];
    FILE *keys = fopen(bench->keys, "w");

    must(keys != NULL && fputs("dump -\nq\n", keys) >= 0 && fclose(keys) == 0);
    for (int i = 0; i < ROUNDS; i++) {
        starts[i] = work_run(&bench->work, bench->book, screen).seconds;
        bare[i] = measure_child(nothing, NULL).seconds;
    }
    unlink(bench->keys);
    measure_ratio("start of the program to its first screen", measure_median(starts, ROUNDS),
                  "start without a book", measure_median(bare, ROUNDS), 0);
    const struct child report = work_run(&bench->work, bench->book, rows);
    measure_figure("a report of every item", report.seconds * 1e3, "ms", 0);
    note_kept(bench, measure_figure("  memory", report.mib, "MiB", 64));
    measure_figure("book verify", work_run(&bench->work, bench->book, verify).seconds * 1e3, "ms",
                   0);
}

static struct book *open_book(const struct bench *bench, enum book_mode mode, struct note *note)
{
    struct book *book = NULL;

    if (book_open(bench->book, mode, note, &book) != ERR_OK) {
        fprintf(stderr, "bench: %s\n", note->text);
        exit(1);
    }
    book_today_set(book, firm_today());
    return book;
}

static void bench_size(struct bench *bench, size_t invoices)
{
    struct note note = {0};
    double operations = 0, bare = 0;

    printf("%zu invoices\n", invoices);
    firm_make(&bench->firm, invoices, SEED);
    work_path(&bench->work, "book.arl", invoices, bench->book);
    work_path(&bench->work, "bare.arl", invoices, bench->bare);
    work_path(&bench->work, "history.csv", invoices, bench->history);
    work_path(&bench->work, "payments.csv", invoices, bench->payments);
    work_path(&bench->work, "keys.txt", invoices, bench->keys);
    firm_write_history(&bench->firm, bench->history);
    firm_write_payments(&bench->firm, bench->payments);
    bench_import(bench);
    bench_programs(bench);

    struct book *book = open_book(bench, BOOK_READ, &note);
    sqlite3 *store = bare_open(bench->book, false);
    must(txlane_read_begin(book) == ERR_OK); /* as a command reads */
    bench_aging(bench, book, store);
    bench_worklist(bench, book);
    bench_charges(bench, book);
    bench_customers(bench, book, store);
    txlane_read_end(book);
    finding_keys(book);
    finding_whole(book);
    must(sqlite3_close(store) == SQLITE_OK);
    book_close(book);

    /* last: the bare rows have no digests, so the book proves nothing any more */
    book = open_book(bench, BOOK_OPEN, &note);
    posting_compare(book, bench->book, 500, &operations, &bare);
    note_kept(bench, measure_ratio("a payment with three applications", operations,
                                   "the same statements", bare, 2));
    book_close(book);

    work_remove(bench->book);
    unlink(bench->history);
    unlink(bench->payments);
    firm_done(&bench->firm);
}

int main(int argc, char **argv)
{
    struct bench bench = {.kept = true};
    const char *sizes = getenv("SIZES");
    char *end = NULL;

    measure_main(argc, argv);
    if (!work_open(&bench.work))
        return 2;
    for (const char *at = sizes ? sizes : "100000 1000000"; *at; at = end) {
        const size_t size = (size_t)strtoul(at, &end, 10);
        if (end == at)
            break;
        bench_size(&bench, size);
    }
    return bench.kept ? 0 : 1;
}
