/* A real terminal line: the bytes that terminals send arrive as keys, none is lost, and a line that
 * hangs up ends the program instead of making it spin. */
#include "tui/draw.h"
#include "tui/term.h"

#include "picture.h"

#include <fcntl.h>
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
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

#define PATIENCE_MS 10000 /* for a machine under load; nothing waits this long when all is well */

/* The other side: a child that has the terminal and says each key by its name, one a line. */
struct line {
    pid_t child;
    int terminal; /* our end of the terminal */
    int names;    /* what the child says */
};

static void child_runs(int names)
{
    struct term_options options = {.color = true};
    struct note note;
    char name[KEYCODE_TEXT];
    if (term_start(&options, &note) != ERR_OK)
        _exit(3);
    dprintf(names, "start %s\n", note.text);
    for (;;) {
        term_frame();
        draw_text(0, 0, 20, STYLE_TITLE, "Desk");
        term_show();
        struct key key = term_key(-1);
        dprintf(names, "%s\n", keycode_name(key, name));
        if (key_same(key, key_ctrl('z'))) {
            term_suspend();
            dprintf(names, "back\n");
        }
        if (key_is(key, KEYCODE_LEAVE) || key_same(key, key_rune('q')))
            break;
    }
    term_stop();
    _exit(term_is_gone() ? 7 : 0);
}

/* What a shell does: runs the program as a job of its own, sees it stop, and lets it go on. */
static void child_runs_as_job(int names)
{
    int status;
    signal(SIGTTOU, SIG_IGN);
    pid_t job = fork();
    if (job == 0) {
        setpgid(0, 0);
        tcsetpgrp(STDIN_FILENO, getpid());
        signal(SIGTTOU, SIG_DFL);
        child_runs(names);
    }
    while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
        struct termios modes;
        tcgetattr(STDIN_FILENO, &modes);
        tcsetpgrp(STDIN_FILENO, getpgrp());
        dprintf(names, "stopped, echo %s\n", (modes.c_lflag & ECHO) != 0 ? "on" : "off");
        tcsetpgrp(STDIN_FILENO, job);
        kill(-job, SIGCONT);
    }
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 9);
}

static struct line line_open_with(const char *kind, void (*runs)(int names))
{
    struct line line;
    int slave, says[2];
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    assert_int_equal(openpty(&line.terminal, &slave, NULL, NULL, &size), 0);
    assert_int_equal(pipe(says), 0);
    line.child = fork();
    assert_true(line.child >= 0);
    if (line.child == 0) {
        close(line.terminal);
        close(says[0]);
        setsid();
        ioctl(slave, TIOCSCTTY, 0);
        dup2(slave, STDIN_FILENO);
        dup2(slave, STDOUT_FILENO);
        setenv("TERM", kind, 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        unsetenv("LINES");
        unsetenv("COLUMNS");
        runs(says[1]);
    }
    close(slave);
    close(says[1]);
    line.names = says[0];
    return line;
}

static struct line line_open(const char *kind)
{
    return line_open_with(kind, child_runs);
}

/* One line of what the child says; what it draws meanwhile is read away, or it would block. */
static const char *said(struct line *line, char *out, size_t room)
{
    size_t len = 0;
    char away[4096];
    for (;;) {
        struct pollfd waits[] = {{.fd = line->names, .events = POLLIN},
                                 {.fd = line->terminal, .events = POLLIN}};
        assert_true(poll(waits, line->terminal >= 0 ? 2 : 1, PATIENCE_MS) > 0);
        if (line->terminal >= 0 && (waits[1].revents & POLLIN) != 0)
            (void)!read(line->terminal, away, sizeof away);
        if (waits[0].revents == 0)
            continue;
        char c;
        if (read(line->names, &c, 1) != 1 || c == '\n' || len + 1 >= room)
            break;
        out[len++] = c;
    }
    out[len] = 0;
    return out;
}

static void types(struct line *line, const char *bytes)
{
    assert_int_equal(write(line->terminal, bytes, strlen(bytes)), strlen(bytes));
}

static int line_ends(struct line *line)
{
    int status;
    assert_int_equal(waitpid(line->child, &status, 0), line->child);
    if (line->terminal >= 0)
        close(line->terminal);
    close(line->names);
    return status;
}

static void test_the_bytes_of_keys(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *names;
    } cases[] = {
        {"\033Oq\033Or\033Oy\033On\033Op\033OM",
         "1 2 9 . 0 Enter"}, /* the pad of PuTTY and others */
        {"\033Os\033Ot\033Ou\033Ov\033Ow\033Ox", "3 4 5 6 7 8"},
        {"\033Om\033Ok\033Oj\033Oo\033Ol", "- + * / ,"},
        {"\033OA\033[B\033OC\033[D", "Up Down Right Left"},
        {"\033[H\033OH\033[1~\033[F\033OF\033[4~", "Home Home Home End End End"},
        {"\033[Z\033[3~\033[5~\033[6~\t\r\177\b",
         "Shift-Tab Del PgUp PgDn Tab Enter Backspace Backspace"},
        {"\033OP\033[15~\033[21~", "F1 F5 F10"},
        {"\0336\0330", "F6 F10"}, /* Esc and a digit at once */
        {"\033x", "Esc x"},
        {"\033[11~\033[12~\033[13~\033[14~\033[24~", "F1 F2 F3 F4 F12"}, /* as PuTTY does */
        {"\033[[A\033[[D\033OQ", "F1 F4 F2"},
        {"\033[99;7ua\033[?7~b", "Other a Other b"}, /* what nobody told us of is one key */
        {"\033[x\033[;x", "Esc [ x Esc [ ; x"},
        {"\033[200~a\tb\r\nq  \003\n\033[201~d",
         "Paste-a Paste-Tab Paste-b Paste-Enter Paste-q Paste-Space Paste-Space d"},
        {"\033[200~\033[201~\033[200~\r\033[201~\r", "Enter"},
        {"\023\021\003\024", "Ctrl-S Ctrl-Q Ctrl-C Ctrl-T"}, /* no flow control, no signals */
        {"\303\251\344\270\226 ", "é 世 Space"},
    };
    struct line line = line_open("xterm-256color");
    char name[200];
    assert_string_equal(said(&line, name, sizeof name), "start ");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char wanted[200], *word, *rest = wanted;
        snprintf(wanted, sizeof wanted, "%s", cases[i].names);
        types(&line, cases[i].bytes);
        while ((word = strsep(&rest, " ")) != NULL)
            assert_string_equal(said(&line, name, sizeof name), word);
    }
    types(&line, "q");
    assert_int_equal(line_ends(&line), 0);
}

static void test_typing_ahead_loses_nothing(void **state)
{
    (void)state;
    struct line line = line_open("xterm");
    char name[200], all[1001];
    for (int i = 0; i < 1000; i++)
        all[i] = (char)('0' + i * 7 % 10);
    all[1000] = 0;
    types(&line, all);
    said(&line, name, sizeof name);
    for (int i = 0; i < 1000; i++) {
        said(&line, name, sizeof name);
        assert_int_equal(name[0], all[i]);
    }
    types(&line, "q");
    assert_int_equal(line_ends(&line), 0);
}

static void test_an_unknown_terminal_is_said(void **state)
{
    (void)state;
    struct line line = line_open("no-such-terminal");
    char said_first[300];
    said(&line, said_first, sizeof said_first);
    assert_string_equal(said_first,
                        "start Terminal \"no-such-terminal\" is not known here; drawing "
                        "as for xterm-256color.");
    types(&line, "\033OAq");
    assert_string_equal(said(&line, said_first, sizeof said_first), "Up");
    assert_int_equal(line_ends(&line), 0);
    line = line_open("dumb");
    assert_int_equal(WEXITSTATUS(line_ends(&line)), 3); /* no screens there: plain mode */
}

static void test_a_new_size(void **state)
{
    (void)state;
    struct line line = line_open("xterm");
    char name[200];
    struct winsize size = {.ws_row = 43, .ws_col = 132};
    said(&line, name, sizeof name);
    types(&line, "a");
    assert_string_equal(said(&line, name, sizeof name), "a");
    assert_int_equal(ioctl(line.terminal, TIOCSWINSZ, &size), 0);
    assert_string_equal(said(&line, name, sizeof name), "Resize");
    types(&line, "q");
    assert_int_equal(line_ends(&line), 0);
}

static void test_stopping_and_going_on(void **state)
{
    (void)state;
    struct line line = line_open_with("xterm", child_runs_as_job);
    char name[200];
    said(&line, name, sizeof name);
    for (int i = 0; i < 3; i++) {
        types(&line, "\032");
        assert_string_equal(said(&line, name, sizeof name), "Ctrl-Z");
        assert_string_equal(said(&line, name, sizeof name), "stopped, echo on");
        types(&line, "x"); /* typed ahead while nobody reads */
        assert_string_equal(said(&line, name, sizeof name), "back");
        assert_string_equal(said(&line, name, sizeof name), "x");
        types(&line, "\023");
        assert_string_equal(said(&line, name, sizeof name), "Ctrl-S"); /* raw again */
    }
    types(&line, "q");
    assert_int_equal(WEXITSTATUS(line_ends(&line)), 0);
}

static void test_a_line_that_hangs_up(void **state)
{
    (void)state;
    struct line line = line_open("xterm");
    char name[200];
    said(&line, name, sizeof name);
    types(&line, "a");
    assert_string_equal(said(&line, name, sizeof name), "a");
    close(line.terminal);
    line.terminal = -1;
    assert_string_equal(said(&line, name, sizeof name), "Leave");
    assert_int_equal(WEXITSTATUS(line_ends(&line)), 7);
}

static void test_being_told_to_end(void **state)
{
    (void)state;
    struct line line = line_open("xterm");
    char name[200];
    said(&line, name, sizeof name);
    types(&line, "a");
    assert_string_equal(said(&line, name, sizeof name), "a");
    kill(line.child, SIGTERM);
    assert_string_equal(said(&line, name, sizeof name), "Leave");
    assert_int_equal(WEXITSTATUS(line_ends(&line)), 7);
}

static void test_without_a_terminal(void **state)
{
    (void)state;
    picture_start(24, 80);
    term_push(key_rune('a'));
    term_push(key_of(KEYCODE_ESC));
    term_push(key_rune('b'));
    assert_true(term_key_waits());
    assert_false(term_interrupted()); /* 'a' was typed first: it is for what comes next */
    assert_true(key_same(term_key(-1), key_rune('a')));
    assert_true(term_interrupted());
    assert_true(key_same(term_key(-1), key_rune('b')));
    assert_true(key_is(term_key(-1), KEYCODE_NONE)); /* and never waits */
    term_resize(43, 132);
    assert_true(key_is(term_key(0), KEYCODE_RESIZE));
    assert_int_equal(term_rows(), 43);
    assert_int_equal(term_columns(), 132);
    picture_stop();
    picture_stop();
    assert_false(term_is_on());
}

static void test_text_cannot_steer_the_terminal(void **state)
{
    (void)state;
    picture_start(24, 80);
    draw_text(0, 0, 30, STYLE_NORMAL,
              "a\033[2Jb\nc\xFF"
              "d\xE2\x80\xAE"
              "e");
    draw_text(1, 75, 30, STYLE_NORMAL, "outside of it");
    draw_text(2, 78, 30, STYLE_NORMAL, "x世");
    draw_text(-1, 0, 5, STYLE_NORMAL, "above");
    draw_text(24, 0, 5, STYLE_NORMAL, "below");
    draw_right(3, 0, 6, STYLE_NORMAL, "1,234.56");
    draw_right(4, 0, 10, STYLE_NORMAL, "1,234.56");
    draw_text(5, 0, 6, STYLE_NORMAL, "東京電機");
    picture_is("a?[2Jb?c?d?e\n"
               "                                                                           outsi\n"
               "                                                                              x\n"
               "######\n"
               "  1,234.56\n"
               "東京…\n");
    picture_stop();
}

static void test_only_ascii(void **state)
{
    (void)state;
    struct term_options options = {.headless = true, .rows = 24, .columns = 80, .ascii = true};
    struct buf dump;
    assert_int_equal(term_start(&options, NULL), ERR_OK);
    term_frame();
    draw_text(0, 0, 12, STYLE_NORMAL, "▶ Zoë 東x");
    draw_bar(1, 0, 8, STYLE_NORMAL, 1, 2);
    buf_init(&dump, 100000);
    term_dump(&dump);
    assert_memory_equal(dump.data, "> Zoe ??x\n####\n", 15);
    buf_done(&dump);
    term_stop();
}

static void test_meaning_never_by_colour_alone(void **state)
{
    (void)state;
    picture_start(24, 80);
    draw_text(0, 0, 4, STYLE_NORMAL | STYLE_SELECTED, "row");
    draw_text(0, 4, 4, STYLE_TOTAL, "sum");
    draw_text(0, 8, 4, STYLE_MATCH, "hit");
    draw_text(0, 12, 4, STYLE_BAD, "!");
    struct buf looks;
    buf_init(&looks, 100000);
    term_dump_styles(&looks);
    assert_memory_equal(looks.data, "rrrrbbbbuuuubbbb\n", 17);
    buf_done(&looks);
    picture_stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_bytes_of_keys),
        cmocka_unit_test(test_typing_ahead_loses_nothing),
        cmocka_unit_test(test_an_unknown_terminal_is_said),
        cmocka_unit_test(test_a_new_size),
        cmocka_unit_test(test_stopping_and_going_on),
        cmocka_unit_test(test_a_line_that_hangs_up),
        cmocka_unit_test(test_being_told_to_end),
        cmocka_unit_test(test_without_a_terminal),
        cmocka_unit_test(test_text_cannot_steer_the_terminal),
        cmocka_unit_test(test_only_ascii),
        cmocka_unit_test(test_meaning_never_by_colour_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
