/* Failures: the words arrive whole, harmless and cut at a letter; must() stops the program. */
#include "base/err.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail /* cmocka's own, in the way of ours */

static void test_note_holds_the_words(void **state)
{
    (void)state;
    struct note note = {0};
    assert_int_equal(fail(&note, ERR_MISSING, "There is no customer \"%s\".", "C1"), ERR_MISSING);
    assert_int_equal(note.code, ERR_MISSING);
    assert_string_equal(note.text, "There is no customer \"C1\".");
    assert_int_equal(fail(&note, ERR_INPUT, "Line %d: %s", 3, note.text), ERR_INPUT);
    assert_string_equal(note.text, "Line 3: There is no customer \"C1\".");
    assert_int_equal(fail(NULL, ERR_BUSY, "dropped"), ERR_BUSY);
    note_clear(&note);
    assert_int_equal(note.code, ERR_OK);
    assert_string_equal(note.text, "");
}

static void test_words_cannot_steer_a_terminal(void **state)
{
    (void)state;
    struct note note = {0};
    fail(&note, ERR_INPUT, "\"%s\"\nsecond line", "\x1B]0;evil\x07\x7F");
    assert_string_equal(note.text, "\"?]0;evil??\"\nsecond line");
}

static void test_long_words_are_cut_at_a_letter(void **state)
{
    (void)state;
    struct note note = {0};
    char words[1200];
    memset(words, 'a', sizeof words);
    memcpy(words + 1021, "\xE2\x82\xAC", 3); /* a euro sign over the edge */
    words[sizeof words - 1] = 0;
    fail(&note, ERR_INPUT, "%s", words);
    assert_int_equal(strlen(note.text), 1021);
    words[1000] = 0;
    fail(&note, ERR_INPUT, "%s%s", words, "0123456789012345678901z");
    assert_int_equal(strlen(note.text), 1023);
}

static void test_exit_status_of_each_code(void **state)
{
    (void)state;
    assert_int_equal(err_exit_status(ERR_OK), 0);
    assert_int_equal(err_exit_status(ERR_FOUND), 1);
    assert_int_equal(err_exit_status(ERR_USAGE), 2);
    assert_int_equal(err_exit_status(ERR_CLOSED), 65);
    assert_int_equal(err_exit_status(ERR_CORRUPT), 74);
    assert_int_equal(err_exit_status(ERR_BUSY), 75);
    assert_int_equal(err_exit_status(ERR_DENIED), 77);
    assert_int_equal(err_exit_status(ERR_CANCELLED), 130);
    assert_string_equal(err_name(ERR_CONFLICT), "CONFLICT");
    assert_string_equal(err_words(ERR_CONFLICT), "the books forbid it");
}

static void say_restored(void)
{
    assert_int_equal(write(STDERR_FILENO, "restored;", 9), 9);
}

static void test_must_restores_says_where_and_aborts(void **state)
{
    (void)state;
    int ends[2], status;
    char said[512] = {0};
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        signal(SIGABRT, SIG_DFL);
        dup2(ends[1], STDERR_FILENO);
        must_hook(say_restored);
        must(1 + 1 == 3);
        _exit(0);
    }
    close(ends[1]);
    size_t len = 0;
    for (ssize_t got; (got = read(ends[0], said + len, sizeof said - 1 - len)) > 0;)
        len += (size_t)got;
    close(ends[0]);
    assert_true(waitpid(child, &status, 0) == child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    assert_true(strncmp(said, "restored;", 9) == 0);
    assert_non_null(strstr(said, "1 + 1 == 3"));
    assert_non_null(strstr(said, "test_err.c:"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_note_holds_the_words),
        cmocka_unit_test(test_words_cannot_steer_a_terminal),
        cmocka_unit_test(test_long_words_are_cut_at_a_letter),
        cmocka_unit_test(test_exit_status_of_each_code),
        cmocka_unit_test(test_must_restores_says_where_and_aborts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
