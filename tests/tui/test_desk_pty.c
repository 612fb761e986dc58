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
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

#define LEAVE_MS 2000 /* a hang-up must be answered within */

static int book_make(void **state)
{
    (void)state;
    return line_book_make("customer add --code ACME --name Acme", NULL);
}

static int book_remove(void **state)
{
    (void)state;
    return line_book_remove();
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_starts_and_q_leaves),
        cmocka_unit_test(a_new_size_is_drawn_anew),
        cmocka_unit_test(when_the_line_is_gone_it_leaves_at_once),
        cmocka_unit_test(asked_to_end_it_leaves_at_once),
        cmocka_unit_test(ctrl_z_without_a_shell_only_draws_anew),
    };
    return cmocka_run_group_tests_name("desk on a line", tests, book_make, book_remove);
}
