/* Many clerks at one book, each in a process of its own, one of them only looking, some of them
 * killed: nothing is lost, nothing is doubled, no number is left out, and every report adds up.
 *
 * CROWD_EACH tells how many operations each clerk posts (36), CROWD_COPIES how many copies are made
 * meanwhile (5), CROWD_KILLS how many clerks are killed at most (120). Times are printed, never
 * judged. */
#include "crowd/staff.h"
#include "fault/clerk.h"

#include "ledger/proof.h"
#include "ledger/txlane.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { CLERKS = 16, EACH_MAX = 2000, ROUNDS = 12, REF = 32 };
#define LOG_MOST (64 << 20) /* bytes that the store's log may grow to while reports are read */

/* What all processes see: written by one clerk each. */
struct office {
    struct {
        volatile int done;        /* acknowledged so far */
        int64_t waited[EACH_MAX]; /* microseconds, posting by posting */
        char payment[REF];        /* the last one, for what is done with it */
        char ref[REF], words[200];
        bool stored;
        enum err code;
    } clerks[CLERKS];
    volatile int reports;
    volatile int64_t log_most; /* bytes */
    char trouble[300];
};

static char folder[] = "/tmp/crowd-XXXXXX";
static char book[64];
static struct office *office;
static int each_wanted = 36;

static int64_t micros(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int wanted(const char *name, int usual)
{
    const char *value = getenv(name);

    return value && *value ? (int)strtol(value, NULL, 10) : usual;
}

static int open_office(void **state)
{
    each_wanted = wanted("CROWD_EACH", each_wanted);
    if (each_wanted < 1 || each_wanted > EACH_MAX)
        fail_msg("CROWD_EACH is 1 to %d", EACH_MAX);
    office = mmap(NULL, sizeof *office, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(office != MAP_FAILED);
    assert_non_null(mkdtemp(folder));
    snprintf(book, sizeof book, "%s/book", folder);
    return 0;
}

static int close_office(void **state)
{
    munmap(office, sizeof *office);
    rmdir(folder);
    return 0;
}

/* A book with two papers that all clerks are paid for, and one for each round of a race. */
static int found_book(void **state)
{
    struct clerk clerk;
    char line[200];

    memset(office, 0, sizeof *office);
    clerk_remove(book);
    assert_int_equal(clerk_found(&clerk, book), ERR_OK);
    assert_int_equal(clerk_do(&clerk, NULL, "customer add --code ACME --name Acme"), ERR_OK);
    for (int i = 1; i <= 2 + ROUNDS; i++) {
        snprintf(line, sizeof line,
                 "invoice issue --customer ACME --number A%d --amount %d --date 2026-06-01", i,
                 i <= 2 ? 100000 : 10);
        if (clerk_do(&clerk, NULL, line) != ERR_OK)
            fail_msg("%s: %s", line, clerk_words(&clerk));
    }
    clerk_close(&clerk);
    return 0;
}

static int remove_book(void **state)
{
    clerk_remove(book);
    return 0;
}

static void come_in(struct clerk *clerk)
{
    if (clerk_open(clerk, book) != ERR_OK) {
        snprintf(office->trouble, sizeof office->trouble, "%s", clerk_words(clerk));
        _exit(1);
    }
    clerk->session.wait_seconds = 60;
}

/* What a clerk does, over and over, and what it changes: open of A1, of A2, and of the credits; how
 * many receipts, deposits and reversals. The payment is the clerk's last one. */
static const struct step {
    const char *line; /* with the place of the payment's number */
    int a1, a2, credit, receipts, deposits, reversals;
} steps[] = {
    {"payment receive --amount 3 --method cash --apply 'A1=2.00; A2=0.75' --date 2026-06-28", -200,
     -75, -25, 1, 0, 0},
    {"payment unapply --payment %s --from A1 --reason keying", 200, 0, -200, 0, 0, 0},
    {"payment apply --payment %s --to A1 --amount 1.00", -100, 0, 100, 0, 0, 0},
    {"deposit make --payments %s --date 2026-06-29", 0, 0, 0, 0, 1, 0},
    {"payment receive --amount 3 --method transfer --apply 'A1=2.00; A2=0.75' --date 2026-06-28",
     -200, -75, -25, 1, 0, 0},
    {"payment reverse --payment %s --reason keying --date 2026-06-29", 200, 75, 25, 0, 0, 1},
};
enum { STEPS = sizeof steps / sizeof *steps };

/* Goes on where the clerk who sat here before was stopped, with what was not acknowledged. */
static void work(int seat)
{
    struct clerk clerk;
    char op_id[32], line[200];

    come_in(&clerk);
    while (office->clerks[seat].done < each_wanted) {
        const int n = office->clerks[seat].done;
        const struct step *step = &steps[n % STEPS];
        snprintf(op_id, sizeof op_id, "clerk-%d-%d", seat, n);
        snprintf(line, sizeof line, step->line, office->clerks[seat].payment);
        const int64_t start = micros();
        if (clerk_do(&clerk, op_id, line) != ERR_OK) {
            snprintf(office->trouble, sizeof office->trouble, "%s", clerk_words(&clerk));
            _exit(1);
        }
        office->clerks[seat].waited[n] = micros() - start;
        if (step->receipts)
            snprintf(office->clerks[seat].payment, REF, "%s", clerk.out.ref);
        office->clerks[seat].done = n + 1;
    }
    clerk_close(&clerk);
}

static bool all_done(void)
{
    for (int i = 0; i < CLERKS; i++)
        if (office->clerks[i].done < each_wanted)
            return false;
    return true;
}

static void log_look(void)
{
    char path[80];
    struct stat is;

    snprintf(path, sizeof path, "%s-wal", book);
    if (stat(path, &is) == 0 && is.st_size > office->log_most)
        office->log_most = is.st_size;
}

/* Looks at the aging until all are done; in each state the sub-ledger is the control account. */
static void read_reports(int seat)
{
    struct clerk clerk;
    struct proof_line proof;

    come_in(&clerk);
    do {
        enum err e = clerk_do(&clerk, NULL, "report aging");
        if (e == ERR_OK)
            e = txlane_read_begin(clerk.session.book);
        if (e == ERR_OK) {
            e = proof_control(clerk.session.book, clerk.session.today, &proof);
            txlane_read_end(clerk.session.book);
        }
        if (e != ERR_OK || proof.subledger != proof.control) {
            snprintf(office->trouble, sizeof office->trouble, "the reader: %s",
                     e != ERR_OK ? clerk_words(&clerk) : "the control account differs");
            _exit(1);
        }
        office->reports++;
        log_look();
    } while (!all_done());
    (void)seat;
    clerk_close(&clerk);
}

#define assert_figure(clerk, want, sql) assert_int_equal(clerk_figure(clerk, sql), want)

/* Proved whole, every entry and number in its row, each operation once, nothing paid twice. */
static void book_is_whole(struct clerk *clerk, int64_t operations)
{
    char words[256];

    assert_int_equal(clerk_open(clerk, book), ERR_OK);
    if (clerk_proof(clerk, words, sizeof words) != 0)
        fail_msg("%s", words);
    assert_figure(clerk, operations,
                  "SELECT COUNT(DISTINCT op_id) FROM entry WHERE op_id IS NOT NULL");
    assert_figure(clerk, 0, "SELECT MAX(id) - MIN(id) + 1 - COUNT(*) FROM entry");
    assert_figure(clerk, 0,
                  "SELECT MAX(CAST(SUBSTR(number, 3) AS BIGINT)) "
                  "- MIN(CAST(SUBSTR(number, 3) AS BIGINT)) + 1 - COUNT(*) FROM document "
                  "WHERE number LIKE 'P-%'");
    assert_figure(clerk, 0, "SELECT COUNT(*) FROM item WHERE amount > 0 AND open < 0");
}

#define OPEN_OF(number)                                                                            \
    "SELECT open FROM item, document ON document.id = document_id WHERE number = '" number "'"

/* Whatever happened: every clerk's steps are there, once each. */
static void work_is_there(void)
{
    struct clerk clerk;
    struct step sum = {0};

    for (int i = 0; i < CLERKS; i++)
        for (int n = 0; n < office->clerks[i].done; n++) {
            const struct step *step = &steps[n % STEPS];
            sum.a1 += step->a1, sum.a2 += step->a2, sum.credit += step->credit;
            sum.receipts += step->receipts, sum.deposits += step->deposits;
            sum.reversals += step->reversals;
        }
    book_is_whole(&clerk, (int64_t)CLERKS * each_wanted);
    assert_figure(&clerk, sum.receipts, "SELECT COUNT(*) FROM receipt");
    assert_figure(&clerk, sum.deposits, "SELECT COUNT(*) FROM deposit_line");
    assert_figure(&clerk, sum.reversals, "SELECT COUNT(*) FROM document WHERE kind = 6");
    assert_figure(&clerk, 10000000 + sum.a1, OPEN_OF("A1"));
    assert_figure(&clerk, 10000000 + sum.a2, OPEN_OF("A2"));
    assert_figure(&clerk, sum.credit, "SELECT SUM(open) FROM item WHERE amount < 0");
    clerk_close(&clerk);
}

static int by_time(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void print_times(int clerks, const char *more)
{
    const int count = clerks * each_wanted;
    int64_t *times = calloc((size_t)count, sizeof *times);

    assert_non_null(times);
    for (int i = 0; i < count; i++)
        times[i] = office->clerks[i / each_wanted].waited[i % each_wanted];
    qsort(times, (size_t)count, sizeof *times, by_time);
    print_message("# %d clerks, %d operations, 0 lost, 0 doubled: p50 %.1f ms, p99 %.1f ms, max "
                  "%.1f ms; %s\n",
                  clerks, count, (double)times[count / 2] / 1e3,
                  (double)times[count * 99 / 100] / 1e3, (double)times[count - 1] / 1e3, more);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", count);
    free(times);
}

static void a_crowd_posts_while_one_looks(void **state)
{
    char more[96];

    staff_start(0, read_reports);
    for (int i = 0; i < CLERKS; i++)
        staff_start(i, work);
    staff_wait(office->trouble);
    assert_true(office->reports > 0);
    work_is_there();
    assert_in_range(office->log_most, 1, LOG_MOST);
    snprintf(more, sizeof more, "%d aging reports meanwhile, the log at most %d kB",
             office->reports, (int)(office->log_most / 1024));
    print_times(CLERKS, more);
}

/* One copy after the other while all post; each is of one moment, and proves. */
static int copies_wanted(void)
{
    return wanted("CROWD_COPIES", 5);
}

static void make_copies(int seat)
{
    struct clerk clerk;
    char line[200];

    come_in(&clerk);
    for (int i = 0; i < copies_wanted(); i++) {
        snprintf(line, sizeof line, "book backup --to %s.copy-%d", book, i);
        if (clerk_do(&clerk, NULL, line) != ERR_OK || clerk.out.found) {
            snprintf(office->trouble, sizeof office->trouble, "a copy: %s", clerk_words(&clerk));
            _exit(1);
        }
    }
    (void)seat;
    clerk_close(&clerk);
}

static void copies_made_meanwhile_prove(void **state)
{
    char copy[100], words[256], more[64];
    int64_t before = 0;
    struct clerk clerk;

    staff_start(0, make_copies);
    for (int i = 0; i < CLERKS; i++)
        staff_start(i, work);
    staff_wait(office->trouble);
    work_is_there();
    for (int i = 0; i < copies_wanted(); i++) {
        snprintf(copy, sizeof copy, "%s.copy-%d", book, i);
        assert_int_equal(clerk_open(&clerk, copy), ERR_OK);
        if (clerk_proof(&clerk, words, sizeof words) != 0)
            fail_msg("%s: %s", copy, words);
        const int64_t entries = clerk_figure(&clerk, "SELECT COUNT(*) FROM entry");
        assert_true(entries >= before); /* a later copy holds no less */
        before = entries;
        clerk_close(&clerk);
        clerk_remove(copy);
    }
    snprintf(more, sizeof more, "%d copies meanwhile, all prove", copies_wanted());
    print_times(CLERKS, more);
}

/* Whoever is killed is replaced, and the new one sends the same posting again. */
static void the_killed_lose_nothing(void **state)
{
    pid_t seats[CLERKS];
    const int most = wanted("CROWD_KILLS", 120);
    int kills = 0, left = CLERKS;
    char more[64];
    unsigned random = 7;

    for (int i = 0; i < CLERKS; i++)
        seats[i] = staff_start(i, work);
    while (left > 0) {
        const int seat = (int)((random = random * 1103515245u + 12345u) >> 16) % CLERKS;
        const struct timespec moment = {0, (long)(random >> 8 & 0x7fff) * 500}; /* up to 16 ms */
        int status = 0;
        if (seats[seat] == 0)
            continue;
        if (kills < most) {
            nanosleep(&moment, NULL); /* only to strike at any moment; nothing depends on it */
            kill(seats[seat], SIGKILL);
        }
        status = staff_wait_one(seats[seat]);
        if (WIFSIGNALED(status)) {
            kills++;
            seats[seat] = staff_start(seat, work);
            continue;
        }
        if (status != 0) {
            staff_home();
            fail_msg("a clerk left with %d: %s", status, office->trouble);
        }
        seats[seat] = 0;
        left--;
    }
    assert_true(kills > 0);
    work_is_there();
    snprintf(more, sizeof more, "%d clerks killed", kills);
    print_times(CLERKS, more);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", kills);
}

/* Several processes are at the same line at the same moment: they open the book, wait until the
 * door closes behind the last one, and send. */
static struct sending {
    int door[2];
    bool own_ids; /* each its own operation id, else all the same */
    int round;
    const char *line;
} sending;

static void send_line(int seat)
{
    struct clerk clerk;
    char byte, op_id[32];

    close(sending.door[1]);
    snprintf(op_id, sizeof op_id, "form-%d-%d", sending.round, sending.own_ids ? seat : 0);
    come_in(&clerk);
    must(read(sending.door[0], &byte, 1) == 0);
    office->clerks[seat].code = clerk_do(&clerk, op_id, sending.line);
    office->clerks[seat].stored = clerk.out.stored;
    snprintf(office->clerks[seat].ref, REF, "%s", clerk.out.ref ? clerk.out.ref : "");
    snprintf(office->clerks[seat].words, sizeof office->clerks[seat].words, "%s",
             clerk_words(&clerk));
    clerk_close(&clerk);
}

static void send_at_once(int round, bool own_ids, const char *line, void (*send)(int seat))
{
    sending.round = round;
    sending.own_ids = own_ids;
    sending.line = line;
    assert_int_equal(pipe(sending.door), 0);
    for (int i = 0; i < CLERKS; i++)
        staff_start(i, send);
    close(sending.door[0]);
    close(sending.door[1]);
    staff_wait(office->trouble);
}

/* Sixteen clerks have the same invoice before them: one is applied, the others are told who it was,
 * when, and what is left. */
static void an_invoice_is_paid_by_one_of_all(void **state)
{
    char line[200], words[32];
    struct clerk clerk;

    for (int round = 0; round < ROUNDS; round++) {
        int paid = 0;
        snprintf(line, sizeof line, "payment receive --amount 10 --apply A%d=10.00", 3 + round);
        snprintf(words, sizeof words, "A%d was paid by anna", 3 + round);
        send_at_once(round, true, line, send_line);
        for (int i = 0; i < CLERKS; i++) {
            paid += office->clerks[i].code == ERR_OK;
            if (office->clerks[i].code == ERR_OK)
                continue;
            assert_int_equal(office->clerks[i].code, ERR_CONFLICT);
            if (!strstr(office->clerks[i].words, words) ||
                !strstr(office->clerks[i].words, ": 0.00 is left"))
                fail_msg("%s", office->clerks[i].words);
        }
        assert_int_equal(paid, 1);
    }
    book_is_whole(&clerk, ROUNDS);
    assert_figure(&clerk, ROUNDS, "SELECT COUNT(*) FROM receipt");
    assert_figure(&clerk, 2, "SELECT COUNT(*) FROM item WHERE open <> 0");
    clerk_close(&clerk);
    print_message("# %d invoices, each paid by one of %d clerks at once\n", ROUNDS, CLERKS);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", ROUNDS * CLERKS);
}

static void posted_once(int64_t times)
{
    struct clerk clerk;

    book_is_whole(&clerk, times);
    assert_figure(&clerk, times, "SELECT COUNT(*) FROM receipt");
    assert_figure(&clerk, 10000000 - times * 200, OPEN_OF("A1"));
    clerk_close(&clerk);
}

#define ONE_POSTING "payment receive --amount 3 --apply 'A1=2.00; A2=0.75'"

static void a_posting_sent_by_many_is_one(void **state)
{
    for (int round = 0; round < ROUNDS; round++) {
        int stored = 0;
        send_at_once(round, false, ONE_POSTING, send_line);
        for (int i = 0; i < CLERKS; i++) {
            if (office->clerks[i].code != ERR_OK)
                fail_msg("%s", office->clerks[i].words);
            assert_string_equal(office->clerks[i].ref, office->clerks[0].ref);
            stored += office->clerks[i].stored;
        }
        assert_int_equal(stored, CLERKS - 1);
    }
    posted_once(ROUNDS);
    print_message("# %d postings sent by %d processes at once: %d effects\n", ROUNDS, CLERKS,
                  ROUNDS);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", ROUNDS * CLERKS);
}

/* The same with the program itself: what it answers comes through a pipe. */
static void run_program(int seat)
{
    char line[400], byte;
    const char *program = getenv("ARLEDGER");

    close(sending.door[1]);
    snprintf(line, sizeof line, "'%s' -q -b '%s' --wait 60 --op-id shell-%d %s",
             program ? program : "build/release/arledger", book, sending.round, sending.line);
    must(read(sending.door[0], &byte, 1) == 0);
    FILE *out = popen(line, "r");
    must(out != NULL);
    if (fgets(office->clerks[seat].ref, REF, out) == NULL)
        snprintf(office->clerks[seat].ref, REF, "nothing");
    if (pclose(out) != 0) {
        snprintf(office->trouble, sizeof office->trouble, "%.290s", line);
        _exit(1);
    }
}

static void a_posting_sent_by_many_programs_is_one(void **state)
{
    enum { TIMES = 3 };

    for (int round = 0; round < TIMES; round++) {
        send_at_once(round, false, ONE_POSTING, run_program);
        assert_memory_equal(office->clerks[0].ref, "P-", 2);
        for (int i = 0; i < CLERKS; i++)
            assert_string_equal(office->clerks[i].ref, office->clerks[0].ref);
    }
    posted_once(TIMES);
    print_message("# %d postings by %d programs with one --op-id each: %d effects, all answers the "
                  "same\n",
                  TIMES, CLERKS, TIMES);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", TIMES * CLERKS);
}

static void visit(int seat)
{
    enum { VISITS = 40 };
    struct clerk clerk;

    (void)seat;
    for (int i = 0; i < VISITS; i++) {
        come_in(&clerk);
        clerk_close(&clerk);
    }
}

/* The last to leave brings the log into the book; who comes in just then waits, is not refused. */
static void people_come_and_go(void **state)
{
    for (int i = 0; i < CLERKS; i++)
        staff_start(i, visit);
    staff_wait(office->trouble);
    print_message("# %d programs opened and left one book again and again\n", CLERKS);
}

#define CROWD(test) cmocka_unit_test_setup_teardown(test, found_book, remove_book)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CROWD(a_crowd_posts_while_one_looks),          CROWD(the_killed_lose_nothing),
        CROWD(an_invoice_is_paid_by_one_of_all),       CROWD(a_posting_sent_by_many_is_one),
        CROWD(a_posting_sent_by_many_programs_is_one), CROWD(people_come_and_go),
        CROWD(copies_made_meanwhile_prove),
    };
    return cmocka_run_group_tests_name("a crowd at one book", tests, open_office, close_office);
}
