/* Passwords and the lock on a real terminal line: nothing typed is echoed or kept anywhere, a lock
 * costs no processor, and a line that drops at the lock loses nothing. */
#include "line.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define LEAVE_MS 2000
#define IDLE_CPU_MS 20

static int book_make(void **state)
{
    (void)state;
    return line_book_make("customer add --code ACME --name Acme", NULL);
}

static void in_the_shell_it_is_typed_unseen(void **state)
{
    struct line *line = line_command("clerk", "user", "password");
    (void)state;

    line_wait(line, "New password of clerk:");
    line_type(line, "short\r");
    line_wait(line, "at least 10 characters");
    assert_null(strstr(line->seen, "short"));
    assert_int_equal(line_end(line, LEAVE_MS), 65);

    line = line_command("clerk", "user", "password");
    line_wait(line, "New password of clerk:");
    line_type(line, "grey heron 22\r");
    line_wait(line, "The same once more:");
    line_type(line, "grey heron 22\r");
    line_wait(line, "is set");
    assert_null(strstr(line->seen, "heron"));
    assert_int_equal(line_end(line, LEAVE_MS), 0);

    line = line_command("clerk", "user", "password");
    line_wait(line, "Present password of clerk:");
    line_type(line, "\003"); /* Ctrl-C */
    assert_int_equal(line_end(line, LEAVE_MS), 130);
    assert_false(line_book_has("grey heron"));
    line_book_is_whole();
}

static void a_lock_hides_everything(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    line_type(line, ":lock\r");
    line_wait(line, "arledger is locked");
    line_forget(line);
    for (int i = 0; i < 3; i++)
        line_book_run("--actor anna --today 2026-11-22 invoice issue --customer ACME --amount 7");
    line_type(line, "wrong heron 2\r");
    line_wait(line, "that is not the password of clerk");
    assert_null(strstr(line->seen, "Acme"));
    assert_null(strstr(line->seen, "21.00"));
    assert_null(strstr(line->seen, "heron"));
    line_type(line, "grey heron 22\r");
    line_wait(line, "21.00"); /* and what others did meanwhile is there */
    line_type(line, "q");
    assert_int_equal(line_end(line, LINE_PATIENCE_MS), 0);
    assert_false(line_book_has("heron"));
}

static void nothing_is_looked_at_while_it_is_locked(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Last here"); /* the time before */
    line_type(line, ":lock\r");
    line_wait(line, "arledger is locked");
    line_book_run("--actor anna customer list"); /* by then it waits for a key */
    const int64_t before = line_cpu_ms(line);
    for (int i = 0; i < 3; i++)
        line_book_run("--actor anna --today 2026-11-22 invoice issue --customer ACME --amount 7");
    assert_true(line_cpu_ms(line) - before <= IDLE_CPU_MS);
    kill(line->child, SIGTERM);
    assert_int_equal(line_end(line, LEAVE_MS), 0);
}

static void a_line_that_drops_at_the_lock_keeps_the_draft(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "Customer or invoice");
    line_type(line, "ACME\r55\r");
    line_wait(line, "unapplied 55.00");
    close(line->fd);
    line->fd = -1;
    line_end(line, LEAVE_MS);
    line = line_open("clerk");
    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "typed before and not posted");
    line_type(line, "\033");
    line_type(line, ":lock\r");
    line_wait(line, "arledger is locked");
    close(line->fd);
    line->fd = -1;
    line_end(line, LEAVE_MS);
    line_book_is_whole();
    line = line_open("clerk");
    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "typed before and not posted");
    line_type(line, "\033q");
    line_end(line, LINE_PATIENCE_MS);
}

static void a_manager_ends_a_session(void **state)
{
    struct line *line = line_open("clerk");
    (void)state;

    line_wait(line, "Help");
    line_type(line, "1");
    line_wait(line, "Customer or invoice");
    line_wait(line, "typed before and not posted");
    assert_non_null(strstr(line_book_run("--format csv user sessions | tail -1"), "1,clerk,pts/"));
    line_book_run("--actor mary user end 1");
    line_wait(line, "mary ended this session");
    line_end(line, LEAVE_MS);
    assert_string_equal(line_book_run("--format csv user sessions | tail -n +2"), "");

    line = line_open("clerk"); /* also when it is locked */
    line_wait(line, "Help");
    line_type(line, ":lock\r");
    line_wait(line, "arledger is locked");
    line_book_run("--actor mary user end 1");
    line_wait(line, "mary ended this session");
    line_end(line, LEAVE_MS);
    line_book_is_whole();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_the_shell_it_is_typed_unseen),
        cmocka_unit_test(a_lock_hides_everything),
        cmocka_unit_test(nothing_is_looked_at_while_it_is_locked),
        cmocka_unit_test(a_line_that_drops_at_the_lock_keeps_the_draft),
        cmocka_unit_test(a_manager_ends_a_session),
    };
    return cmocka_run_group_tests_name("the lock on a line", tests, book_make, line_book_remove);
}
