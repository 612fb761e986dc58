/* The program on a real terminal line: it starts, follows a new size, and leaves
 * at once when the line is gone, with nothing half done. */
#include "base/err.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define PATIENCE_MS 10000 /* a busy machine; a hang-up must be answered within LEAVE_MS */
#define LEAVE_MS 2000

struct line {
    int fd;
    pid_t child;
    char seen[1 << 18]; /* what was drawn since line_forget */
    size_t len;
};

static const char *program(void)
{
    const char *name = getenv("ARLEDGER");

    return name ? name : "build/release/arledger";
}

static char folder[64];

static int book_make(void **state)
{
    char line[512];
    (void)state;

    snprintf(folder, sizeof folder, "/tmp/desk.XXXXXX");
    must(mkdtemp(folder) != NULL);
    snprintf(line, sizeof line,
             "'%s' -q -b '%s/b.arl' book new --company Lights --currency EUR --sandbox && "
             "'%s' -q -b '%s/b.arl' customer add --code ACME --name Acme >/dev/null",
             program(), folder, program(), folder);
    return system(line);
}

static int book_remove(void **state)
{
    char line[128];
    (void)state;

    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

static struct line *line_open(void)
{
    struct line *line = calloc(1, sizeof *line);
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    char book[128];

    must(line != NULL);
    snprintf(book, sizeof book, "%s/b.arl", folder);
    line->child = forkpty(&line->fd, NULL, NULL, &size);
    must(line->child >= 0);
    if (line->child == 0) {
        setenv("TERM", "xterm", 1);
        execl(program(), "arledger", "-b", book, "--today", "2026-11-22", (char *)NULL);
        _exit(127);
    }
    return line;
}

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Reads until the words were drawn; nothing is waited for longer than that. */
static void line_wait(struct line *line, const char *words)
{
    int64_t end = now_ms() + PATIENCE_MS;

    while (!strstr(line->seen, words)) {
        struct pollfd ready = {.fd = line->fd, .events = POLLIN};
        if (now_ms() > end || poll(&ready, 1, 200) < 0)
            fail_msg("'%s' was never drawn", words);
        if (!(ready.revents & (POLLIN | POLLHUP)))
            continue;
        ssize_t n = read(line->fd, line->seen + line->len, sizeof line->seen - line->len - 1);
        if (n <= 0)
            fail_msg("it left before '%s' was drawn", words);
        line->len += (size_t)n;
        line->seen[line->len] = 0;
    }
}

static void line_forget(struct line *line)
{
    line->len = 0;
    line->seen[0] = 0;
}

static void line_type(struct line *line, const char *keys)
{
    assert_int_equal(write(line->fd, keys, strlen(keys)), (ssize_t)strlen(keys));
}

/* Its exit status; it must be gone within that time. */
static int line_end(struct line *line, int within_ms)
{
    int64_t end = now_ms() + within_ms;
    int status = -1;

    while (waitpid(line->child, &status, WNOHANG) == 0) {
        struct pollfd ready = {.fd = line->fd, .events = POLLIN};
        if (now_ms() > end) {
            kill(line->child, SIGKILL);
            waitpid(line->child, &status, 0);
            fail_msg("it is still there after %d ms", within_ms);
        }
        /* what it draws must not keep it */
        if (line->fd >= 0 && poll(&ready, 1, 20) > 0 && (ready.revents & POLLIN) &&
            read(line->fd, line->seen, sizeof line->seen) < 0 && errno != EIO)
            break;
        if (line->fd < 0)
            poll(NULL, 0, 20);
    }
    if (line->fd >= 0)
        close(line->fd);
    free(line);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void book_is_whole(void)
{
    char line[256];

    snprintf(line, sizeof line, "'%s' -q -b '%s/b.arl' book verify >/dev/null", program(), folder);
    assert_int_equal(system(line), 0);
}

static void it_starts_and_q_leaves(void **state)
{
    struct line *line = line_open();
    (void)state;

    line_wait(line, "Owed to us");
    line_wait(line, "Help");
    line_type(line, "q");
    assert_int_equal(line_end(line, PATIENCE_MS), 0);
}

static void a_new_size_is_drawn_anew(void **state)
{
    struct winsize size = {.ws_row = 43, .ws_col = 132};
    struct line *line = line_open();
    (void)state;

    line_wait(line, "Help");
    line_type(line, "2");
    line_wait(line, "Acme");
    line_forget(line);
    assert_int_equal(ioctl(line->fd, TIOCSWINSZ, &size), 0);
    line_wait(line, "Collector"); /* a column for which 80 cells are too few */
    line_type(line, "qq");
    assert_int_equal(line_end(line, PATIENCE_MS), 0);
}

static void when_the_line_is_gone_it_leaves_at_once(void **state)
{
    struct line *line = line_open();
    (void)state;

    line_wait(line, "Help");
    line_type(line, "2+");
    line_wait(line, "Salesperson"); /* in the middle of a form */
    line_type(line, "NEW\r");
    close(line->fd);
    line->fd = -1;
    line_end(line, LEAVE_MS);
    book_is_whole();
}

static void asked_to_end_it_leaves_at_once(void **state)
{
    struct line *line = line_open();
    (void)state;

    line_wait(line, "Help");
    kill(line->child, SIGTERM);
    assert_int_equal(line_end(line, LEAVE_MS), 0);
    book_is_whole();
}

/* There is no shell to go back to: the kernel does not stop what nobody could continue. */
static void ctrl_z_without_a_shell_only_draws_anew(void **state)
{
    struct line *line = line_open();
    (void)state;

    line_wait(line, "Help");
    line_forget(line);
    line_type(line, "\032");
    line_wait(line, "Owed to us");
    line_type(line, "q");
    assert_int_equal(line_end(line, PATIENCE_MS), 0);
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
