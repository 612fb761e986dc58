/* The program on a real terminal line: it starts, follows a new size, and leaves
 * at once when the line is gone, with nothing half done. */
#include "line.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

#define LEAVE_MS 2000 /* a hang-up must be answered within */

static int book_make(void **state)
{
    (void)state;
    return line_book_make("customer add --code ACME --name Acme", NULL);
}

static void it_starts_and_q_leaves(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Owed to us");
    line_wait(line, "Help");
    line_type(line, "q");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
}

static void a_new_size_is_drawn_anew(void **state)
{
    struct winsize size = {.ws_row = 43, .ws_col = 132};
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    line_type(line, "2");
    line_wait(line, "Acme");
    line_forget(line);
    assert_int_equal(ioctl(line->fd, TIOCSWINSZ, &size), 0);
    line_wait(line, "Collector"); /* a column for which 80 cells are too few */
    line_type(line, "qq");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
}

static void when_the_line_is_gone_it_leaves_at_once(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    line_type(line, "2+");
    line_wait(line, "Salesperson"); /* in the middle of a form */
    line_type(line, "NEW\r");
    close(line->fd);
    line->fd = -1;
    line_end(line, LEAVE_MS);
    line_book_is_whole();
}

static void asked_to_end_it_leaves_at_once(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    kill(line->child, SIGTERM);
    assert_int_equal(line_end(line, LEAVE_MS), 0);
    line_book_is_whole();
}

/* There is no shell to go back to: the kernel does not stop what nobody could continue. */
static void ctrl_z_without_a_shell_only_draws_anew(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    line_forget(line);
    line_type(line, "\032");
    line_wait(line, "Owed to us");
    line_type(line, "q");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
}

#define CTRL_N "\016"
#define F10 "\033[21~"

/* Between the entry of a line and the posting of its batch the program is killed: the batch is
 * found again, and the row that was half typed. */
static void a_killed_program_loses_no_line_of_a_batch(void **state)
{
    struct line *line = line_open("anna");
    (void)state;

    line_book_run("--actor anna --today 2026-11-22 batch open --count 2 --total 70");
    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "Ctrl-N goes on with it");
    line_type(line, CTRL_N);
    line_wait(line, "0 of 2 entered");
    line_type(line, "\r");
    line_wait(line, "to go 70.00");
    line_type(line, "ACME\r50\r7\r\r");
    line_wait(line, "Line 1: ACME"); /* of the figures only what is new is drawn */
    line_forget(line);
    line_type(line, "ACME\r20\r");
    line_wait(line, "unapplied 20.00");
    kill(line->child, SIGKILL);
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 128 + SIGKILL);
    line_book_is_whole();
    assert_int_equal(line_book_figure("SELECT COUNT(*) FROM receipt"), 0); /* nothing counts */

    line = line_open("anna");
    line_wait(line, "1 batch open");
    line_type(line, "1");
    line_wait(line, "typed before and not posted");
    line_wait(line, "to go 20.00");
    line_type(line, "\r\r\r\r");
    line_wait(line, "F10 posts the batch");
    line_type(line, F10);
    line_wait(line, "Post batch");
    line_type(line, "y");
    line_wait(line, "2 payments over 70.00 EUR posted");
    line_type(line, "\033");
    line_wait(line, "Owed to us");
    line_type(line, "q");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
    line_book_is_whole();
    assert_int_equal(line_book_figure("SELECT COUNT(*) FROM receipt"), 2);
}

#define SEVEN_KEYS 143

static void a_thousand_keys_at_once_are_all_taken(void **state)
{
    struct line *line = line_open("anna");
    char keys[SEVEN_KEYS * 7 + 1], want[40];
    (void)state;

    for (int i = 0; i < SEVEN_KEYS; i++)
        snprintf(keys + 7 * i, 8, "?\r1\r%c%c\r", 'A' + i / 26, 'A' + i % 26);
    assert_true(strlen(keys) >= 1000);
    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "Customer or invoice");
    line_type(line, keys);
    snprintf(want, sizeof want, "%d posted", SEVEN_KEYS);
    line_wait(line, want);
    line_type(line, "\033q");
    line_end(line, LINE_PATIENCE_MS);
    line_book_is_whole();
    /* each with its own reference, in the order in which it was typed */
    assert_int_equal(line_book_figure("SELECT COUNT(*) FROM document WHERE length(reference) = 2"),
                     SEVEN_KEYS);
    assert_int_equal(
        line_book_figure("SELECT COUNT(*) FROM document a JOIN document b ON b.id > a.id"
                         " AND length(a.reference) = 2 AND length(b.reference) = 2"
                         " AND b.reference <= a.reference"),
        0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_starts_and_q_leaves),
        cmocka_unit_test(a_new_size_is_drawn_anew),
        cmocka_unit_test(when_the_line_is_gone_it_leaves_at_once),
        cmocka_unit_test(asked_to_end_it_leaves_at_once),
        cmocka_unit_test(ctrl_z_without_a_shell_only_draws_anew),
        cmocka_unit_test(a_killed_program_loses_no_line_of_a_batch),
        cmocka_unit_test(a_thousand_keys_at_once_are_all_taken),
    };
    return cmocka_run_group_tests_name("desk on a line", tests, book_make, line_book_remove);
}
