/* Many clerks at one book, each in a process of its own, one of them only looking, some of them
 * killed: nothing is lost, nothing is doubled, no number is left out, and every report adds up.
 *
 * CROWD_EACH tells how many payments each clerk posts (40). Times are printed, never judged. */
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
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { CLERKS = 8, EACH_MAX = 2000, ROUNDS = 12, SENDERS = 4, REF = 32 };

/* What all processes see: written by one clerk each. */
struct office {
    struct {
        volatile int done;        /* acknowledged so far */
        int64_t waited[EACH_MAX]; /* microseconds, posting by posting */
        char ref[REF], words[200];
        bool stored;
        enum err code;
    } clerks[CLERKS];
    volatile int leave; /* the reader goes home */
    volatile int reports;
    char trouble[300];
};

static char folder[] = "/tmp/crowd-XXXXXX";
static char book[64];
static struct office *office;
static int each_wanted = 40;

static int64_t micros(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int open_office(void **state)
{
    const char *each = getenv("CROWD_EACH");

    if (each && *each)
        each_wanted = (int)strtol(each, NULL, 10);
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

/* 3.00 come: 2.00 for A1, 0.75 for A2, 0.25 stay unapplied. Goes on where the clerk who sat here
 * before was stopped, with the posting that was not acknowledged. */
static void post_payments(int seat)
{
    struct clerk clerk;
    char op_id[32];

    come_in(&clerk);
    while (office->clerks[seat].done < each_wanted) {
        const int n = office->clerks[seat].done;
        snprintf(op_id, sizeof op_id, "clerk-%d-%d", seat, n);
        const int64_t start = micros();
        if (clerk_do(&clerk, op_id,
                     "payment receive --amount 3 --apply 'A1=2.00; A2=0.75' --date 2026-06-28") !=
            ERR_OK) {
            snprintf(office->trouble, sizeof office->trouble, "%s", clerk_words(&clerk));
            _exit(1);
        }
        office->clerks[seat].waited[n] = micros() - start;
        office->clerks[seat].done = n + 1;
    }
    clerk_close(&clerk);
    _exit(0);
}

/* Looks at the aging again and again; in each state the sub-ledger is the control account. */
static void read_reports(void)
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
    } while (!office->leave);
    clerk_close(&clerk);
    _exit(0);
}

static pid_t seat_take(int seat)
{
    fflush(NULL);
    const pid_t child = fork();
    must(child >= 0);
    if (child == 0)
        post_payments(seat);
    return child;
}

static void seat_wait(pid_t child)
{
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail_msg("a clerk left with %d: %s", status, office->trouble);
}

#define assert_figure(clerk, want, sql) assert_int_equal(clerk_figure(clerk, sql), want)

/* Whatever happened, the book holds exactly these payments, each whole, without a gap. */
static void book_is_right(int clerks, int64_t payments)
{
    struct clerk clerk;
    char words[256];

    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    if (clerk_proof(&clerk, words, sizeof words) != 0)
        fail_msg("%s", words);
    assert_figure(&clerk, payments, "SELECT COUNT(*) FROM receipt");
    assert_figure(&clerk, payments,
                  "SELECT COUNT(DISTINCT op_id) FROM entry WHERE op_id IS NOT NULL");
    assert_figure(&clerk, 0, "SELECT MAX(id) - MIN(id) + 1 - COUNT(*) FROM entry");
    assert_figure(&clerk, 0,
                  "SELECT MAX(CAST(SUBSTR(number, 3) AS BIGINT)) "
                  "- MIN(CAST(SUBSTR(number, 3) AS BIGINT)) + 1 - COUNT(*) FROM document "
                  "WHERE number LIKE 'P-%'");
    assert_figure(&clerk, 0, "SELECT COUNT(*) FROM item WHERE amount > 0 AND open < 0");
    if (clerks > 0) {
        assert_figure(&clerk, 10000000 - payments * 200,
                      "SELECT open FROM item, document ON document.id = document_id "
                      "WHERE number = 'A1'");
        assert_figure(&clerk, 10000000 - payments * 75,
                      "SELECT open FROM item, document ON document.id = document_id "
                      "WHERE number = 'A2'");
        assert_figure(&clerk, -payments * 25, "SELECT SUM(open) FROM item WHERE amount < 0");
    }
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
    print_message("# %d clerks, %d payments, 0 lost, 0 doubled: p50 %.1f ms, p99 %.1f ms, max "
                  "%.1f ms; %s\n",
                  clerks, count, (double)times[count / 2] / 1e3,
                  (double)times[count * 99 / 100] / 1e3, (double)times[count - 1] / 1e3, more);
    free(times);
}

static void a_crowd_posts_while_one_looks(void **state)
{
    pid_t seats[CLERKS];
    char more[64];

    fflush(NULL);
    const pid_t reader = fork();
    assert_true(reader >= 0);
    if (reader == 0)
        read_reports();
    for (int i = 0; i < CLERKS; i++)
        seats[i] = seat_take(i);
    for (int i = 0; i < CLERKS; i++)
        seat_wait(seats[i]);
    office->leave = 1;
    seat_wait(reader);
    assert_true(office->reports > 0);
    book_is_right(CLERKS, (int64_t)CLERKS * each_wanted);
    snprintf(more, sizeof more, "%d aging reports meanwhile", office->reports);
    print_times(CLERKS, more);
}

/* Whoever is killed is replaced, and the new one sends the same posting again. */
static void the_killed_lose_nothing(void **state)
{
    pid_t seats[CLERKS];
    int kills = 0, left = CLERKS;
    char more[64];
    unsigned random = 7;

    for (int i = 0; i < CLERKS; i++)
        seats[i] = seat_take(i);
    while (left > 0) {
        const int seat = (int)((random = random * 1103515245u + 12345u) >> 16) % CLERKS;
        const struct timespec moment = {0, (long)(random >> 8 & 0x7fff) * 500}; /* up to 16 ms */
        int status = 0;
        if (seats[seat] == 0)
            continue;
        if (kills < 120) {
            nanosleep(&moment, NULL); /* only to strike at any moment; nothing depends on it */
            kill(seats[seat], SIGKILL);
        }
        assert_int_equal(waitpid(seats[seat], &status, 0), seats[seat]);
        if (WIFSIGNALED(status)) {
            kills++;
            seats[seat] = seat_take(seat);
            continue;
        }
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            fail_msg("a clerk left with %d: %s", status, office->trouble);
        seats[seat] = 0;
        left--;
    }
    assert_true(kills > 0);
    book_is_right(CLERKS, (int64_t)CLERKS * each_wanted);
    snprintf(more, sizeof more, "%d clerks killed", kills);
    print_times(CLERKS, more);
}

/* Several processes are at the same line at the same moment: they open the book, wait until the
 * door closes behind the last one, and send. */
static void send_at_once(int senders, const char *const *op_ids, const char *line)
{
    int door[2];
    pid_t children[CLERKS];

    assert_int_equal(pipe(door), 0);
    fflush(NULL);
    for (int i = 0; i < senders; i++) {
        children[i] = fork();
        must(children[i] >= 0);
        if (children[i] != 0)
            continue;
        struct clerk clerk;
        char byte;
        close(door[1]);
        come_in(&clerk);
        must(read(door[0], &byte, 1) == 0);
        office->clerks[i].code = clerk_do(&clerk, op_ids[i], line);
        office->clerks[i].stored = clerk.out.stored;
        snprintf(office->clerks[i].ref, REF, "%s", clerk.out.ref ? clerk.out.ref : "");
        snprintf(office->clerks[i].words, sizeof office->clerks[i].words, "%s",
                 clerk_words(&clerk));
        clerk_close(&clerk);
        _exit(0);
    }
    close(door[0]);
    close(door[1]);
    for (int i = 0; i < senders; i++)
        seat_wait(children[i]);
}

static void an_invoice_is_paid_by_one_of_two(void **state)
{
    char line[200], a[32], b[32];
    struct clerk clerk;

    for (int round = 0; round < ROUNDS; round++) {
        snprintf(line, sizeof line, "payment receive --amount 10 --apply A%d=10.00", 3 + round);
        snprintf(a, sizeof a, "anna-%d", round);
        snprintf(b, sizeof b, "bert-%d", round);
        send_at_once(2, (const char *const[]){a, b}, line);
        const bool first = office->clerks[0].code == ERR_OK;
        const int loser = first ? 1 : 0;
        if (office->clerks[!loser].code != ERR_OK || office->clerks[loser].code != ERR_CONFLICT)
            fail_msg("%s / %s", office->clerks[0].words, office->clerks[1].words);
        snprintf(a, sizeof a, "A%d", 3 + round); /* the loser is told which paper it was */
        assert_non_null(strstr(office->clerks[loser].words, a));
    }
    book_is_right(0, ROUNDS);
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    assert_figure(&clerk, 2, "SELECT COUNT(*) FROM item WHERE open <> 0");
    clerk_close(&clerk);
    print_message("# %d invoices, each paid by one of two clerks at once\n", ROUNDS);
}

static void a_posting_sent_by_many_is_one(void **state)
{
    static const char *const line = "payment receive --amount 3 --apply 'A1=2.00; A2=0.75'";
    char op_id[32];

    for (int round = 0; round < ROUNDS; round++) {
        int stored = 0;
        snprintf(op_id, sizeof op_id, "form-%d", round);
        send_at_once(SENDERS, (const char *const[]){op_id, op_id, op_id, op_id}, line);
        for (int i = 0; i < SENDERS; i++) {
            if (office->clerks[i].code != ERR_OK)
                fail_msg("%s", office->clerks[i].words);
            assert_string_equal(office->clerks[i].ref, office->clerks[0].ref);
            stored += office->clerks[i].stored;
        }
        assert_int_equal(stored, SENDERS - 1);
    }
    book_is_right(1, ROUNDS);
    print_message("# %d postings sent by %d processes at once: %d effects\n", ROUNDS, SENDERS,
                  ROUNDS);
}

/* The last to leave brings the log into the book; who comes in just then waits, is not refused. */
static void people_come_and_go(void **state)
{
    enum { VISITS = 40 };
    pid_t children[CLERKS];

    (void)state;
    fflush(NULL);
    for (int i = 0; i < CLERKS; i++) {
        children[i] = fork();
        must(children[i] >= 0);
        if (children[i] != 0)
            continue;
        for (int visit = 0; visit < VISITS; visit++) {
            struct clerk clerk;
            come_in(&clerk);
            clerk_close(&clerk);
        }
        _exit(0);
    }
    for (int i = 0; i < CLERKS; i++)
        seat_wait(children[i]);
    print_message("# %d programs opened and left one book %d times each\n", CLERKS, VISITS);
}

#define CROWD(test) cmocka_unit_test_setup_teardown(test, found_book, remove_book)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CROWD(a_crowd_posts_while_one_looks),
        CROWD(the_killed_lose_nothing),
        CROWD(an_invoice_is_paid_by_one_of_two),
        CROWD(a_posting_sent_by_many_is_one),
        CROWD(people_come_and_go),
    };
    return cmocka_run_group_tests_name("a crowd at one book", tests, open_office, close_office);
}
