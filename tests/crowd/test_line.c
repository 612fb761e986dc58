/* The program on terminal lines that stall, shrink, drop or end, and on a book that changes under
 * it: nobody else waits, nothing typed is lost, nothing is posted by half.
 *
 * CROWD_ENDS tells how often a program is told to end (8), CROWD_SIZES how often a line changes its
 * size (60). */
#include "tui/line.h"

#include "base/err.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { ROWS = 40, POSTINGS = 8 };

static unsigned chance = 7;

static unsigned next_chance(unsigned below)
{
    return ((chance = chance * 1103515245u + 12345u) >> 16) % below;
}

static int wanted(const char *name, int usual)
{
    const char *value = getenv(name);

    return value && *value ? (int)strtol(value, NULL, 10) : usual;
}

static int book_make(void **state)
{
    return line_book_make("customer add --code ACME --name Acme",
                          "customer add --code BETA --name Beta",
                          "customer add --code CITY --name City", NULL);
}

static int64_t receipts(void)
{
    return line_book_figure("SELECT COUNT(*) FROM receipt");
}

static void at_payments(struct line *line)
{
    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "Customer or invoice");
}

static void told(const char *what, int count)
{
    print_message("# %s: %d times\n", what, count);
    print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", count);
}

/* ---- a line that nobody reads ---- */

/* Types until nothing more is taken: the program waits to write, and no longer reads. */
static void type_until_it_stalls(struct line *line, const char *keys)
{
    const size_t len = strlen(keys);
    struct pollfd room = {.fd = line->fd, .events = POLLOUT};
    size_t at = 0;

    assert_int_equal(fcntl(line->fd, F_SETFL, O_NONBLOCK), 0);
    while (poll(&room, 1, 500) > 0) {
        const ssize_t n = write(line->fd, keys + at, len - at);
        if (n < 0 && errno != EAGAIN)
            fail_msg("%s", strerror(errno));
        at = n < 0 ? at : (at + (size_t)n) % len;
    }
    assert_int_equal(fcntl(line->fd, F_SETFL, 0), 0);
}

static void a_line_that_nobody_reads_keeps_nobody_waiting(void **state)
{
    struct line *line = line_open("anna");

    at_payments(line);
    type_until_it_stalls(line, "ACME\r1\rstalled\r");
    const int64_t before = receipts();
    for (int i = 0; i < POSTINGS; i++)
        line_book_run("--wait 0 payment receive --customer ACME --amount 2 --yes");
    assert_int_equal(receipts(), before + POSTINGS); /* it stood still all the time */
    kill(line->child, SIGKILL); /* it would go through all that was typed first */
    line_end(line, LINE_PATIENCE_MS);
    line_book_is_whole();
    told("posted beside a line that nobody reads", POSTINGS);
}

/* ---- sizes ---- */

static void size_set(struct line *line, unsigned rows, unsigned columns)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

    assert_int_equal(ioctl(line->fd, TIOCSWINSZ, &size), 0);
}

/* A letter after each change: all of them stand there at last, in their order. */
static void any_size_keeps_what_is_typed(void **state)
{
    enum { LETTERS = 20 };
    const int sizes = wanted("CROWD_SIZES", 60);
    struct line *line = line_open("anna");
    char text[LETTERS + 1] = "";

    assert_true(sizes >= LETTERS);
    at_payments(line);
    line_type(line, "BETA\r7\r");
    size_set(line, 10, 60);
    line_wait(line, "Enlarge to 80x24");
    for (int i = 0, at = 0; i < sizes; i++) {
        const bool least = i % 7 == 0;
        size_set(line, least ? 1 : 1 + next_chance(60), least ? 1 : 1 + next_chance(200));
        if (i % (sizes / LETTERS) == 0 && at < LETTERS) {
            text[at] = (char)('a' + at);
            line_type(line, text + at++);
        } else {
            line_type(line, "\014"); /* drawn anew, as far as there is room */
        }
        line_drop(line);
    }
    size_set(line, 24, 80);
    line_drop(line);
    line_type(line, "\014");
    line_wait(line, text);
    line_type(line, "\r\r"); /* it stays unapplied: once more posts it */
    line_wait(line, "Posted: BETA");
    line_type(line, "\033q");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
    char sql[120];
    snprintf(sql, sizeof sql, "SELECT COUNT(*) FROM document WHERE reference = '%s'", text);
    assert_int_equal(line_book_figure(sql), 1);
    told("another size", sizes);
}

/* ---- told to end ---- */

static struct termios usual_settings(void)
{
    struct termios usual;
    int master, slave;

    assert_int_equal(openpty(&master, &slave, NULL, NULL, NULL), 0);
    assert_int_equal(tcgetattr(slave, &usual), 0);
    close(slave);
    close(master);
    return usual;
}

static const char *payments_write(int round)
{
    static char path[128];

    snprintf(path, sizeof path, "%s.csv", line_book_path());
    FILE *file = fopen(path, "w");
    must(file != NULL);
    fputs("Customer,Date,Amount,Reference\n", file);
    for (int i = 0; i < ROWS; i++)
        fprintf(file, "ACME,2026-11-20,%d.00,%d-%d\n", 1 + i, round, i);
    must(fclose(file) == 0);
    return path;
}

static struct line *start_import(int round)
{
    const char *const words[] = {
        "--yes",
        "import",
        "payments",
        "--file",
        payments_write(round),
        "--map",
        "customer=Customer; date=Date; amount=Amount; reference=Reference",
        NULL};

    return line_words("anna", words);
}

static struct line *start_desk(int round)
{
    struct line *line = line_open("anna");

    line_type(line, "1"); /* before it is ready, as a hasty clerk would */
    for (int i = 0; i < POSTINGS; i++)
        line_type(line, "ACME\r1\rended\r");
    (void)round;
    return line;
}

static void pause_ms(int64_t ms)
{
    const struct timespec moment = {ms / 1000, ms % 1000 * 1000000};

    nanosleep(&moment, NULL); /* only to strike at any moment; nothing depends on it */
}

/* The terminal is as it was; an import is there whole or not at all. */
static void end_at(struct line *(*start)(int round), int round, int step, int64_t whole_ms)
{
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
    const struct termios usual = usual_settings();
    struct termios after;
    const int64_t before = receipts();

    struct line *line = start(round);
    const int line_of = dup(line->fd);
    pause_ms(whole_ms * round / step);
    kill(line->child, signals[round % 3]);
    const int status = line_end(line, LINE_PATIENCE_MS);
    assert_int_equal(tcgetattr(line_of, &after), 0);
    assert_int_equal(after.c_lflag, usual.c_lflag);
    assert_int_equal(after.c_iflag, usual.c_iflag);
    assert_int_equal(after.c_oflag, usual.c_oflag);
    close(line_of);
    const int64_t more = receipts() - before;
    if (start == start_import) {
        assert_true(more == 0 || more == ROWS);
        assert_true(status != 0 || more == ROWS);
    } else {
        assert_in_range(more, 0, POSTINGS);
    }
    line_book_is_whole();
}

static void told_to_end_at_any_moment(void **state)
{
    const int ends = wanted("CROWD_ENDS", 8);
    int64_t began = line_now_ms();

    assert_int_equal(line_end(start_import(1000), LINE_PATIENCE_MS), 0);
    const int64_t import_ms = line_now_ms() - began;
    for (int i = 0; i < ends; i++)
        end_at(i % 2 ? start_desk : start_import, i, ends, import_ms);
    told("told to end", ends);
}

/* ---- a book that a newer program brought up ---- */

static void version_set(int version)
{
    sqlite3 *store = NULL;
    char sql[64];

    snprintf(sql, sizeof sql, "PRAGMA user_version = %d", version);
    assert_int_equal(sqlite3_open(line_book_path(), &store), SQLITE_OK);
    assert_int_equal(sqlite3_exec(store, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(store);
}

static void a_newer_book_is_noticed_and_what_was_typed_is_kept(void **state)
{
    const int64_t version = line_book_figure("SELECT user_version FROM pragma_user_version");
    const int64_t before = receipts();
    struct line *line = line_open("anna");

    at_payments(line);
    line_type(line, "CITY\r33\rnewer-book");
    line_wait(line, "newer-book");
    version_set(999);
    line_type(line, "\r\r");
    line_wait(line, "to 999 by a newer program");
    kill(line->child, SIGTERM);
    line_end(line, LINE_PATIENCE_MS);
    version_set((int)version);
    assert_int_equal(receipts(), before);
    line = line_open("anna");
    at_payments(line);
    line_wait(line, "typed before and not posted");
    line_wait(line, "newer-book");
    line_type(line, "\r\r\r\r");
    line_wait(line, "Posted: CITY");
    line_type(line, "\033q");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
    assert_int_equal(receipts(), before + 1);
    line_book_is_whole();
    told("a book of a newer version", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_that_nobody_reads_keeps_nobody_waiting),
        cmocka_unit_test(any_size_keeps_what_is_typed),
        cmocka_unit_test(told_to_end_at_any_moment),
        cmocka_unit_test(a_newer_book_is_noticed_and_what_was_typed_is_kept),
    };
    cmocka_set_test_filter(getenv("CROWD_ONLY"));
    return cmocka_run_group_tests_name("lines in trouble", tests, book_make, line_book_remove);
}
