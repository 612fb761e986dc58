/* Passwords guessed by several at once, and while somebody else holds the write lane: no guess is
 * left uncounted, and none that is says more than that it was wrong. */
#include "fault/clerk.h"

#include "app/signing.h"
#include "ledger/txopen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define RIGHT "grey heron 22"
enum { GUESSERS = 9, TRIES = 5 };

static char folder[40], book[64];

static enum err types_right(void *self, enum secret_kind kind, const char *prompt,
                            struct secret *out)
{
    (void)self;
    (void)kind;
    (void)prompt;
    secret_set(out, RIGHT, strlen(RIGHT));
    return ERR_OK;
}

static int found_book(void **state)
{
    struct clerk clerk;

    (void)state;
    snprintf(folder, sizeof folder, "/tmp/guessing-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(book, sizeof book, "%s/book", folder);
    assert_int_equal(clerk_found(&clerk, book), ERR_OK);
    clerk.session.secret = types_right;
    clerk.session.no_input = false;
    assert_int_equal(clerk_do(&clerk, NULL, "user password"), ERR_OK);
    clerk_close(&clerk);
    return 0;
}

static int remove_book(void **state)
{
    (void)state;
    clerk_remove(book);
    rmdir(folder);
    return 0;
}

static enum err guess(struct clerk *clerk, const char *text)
{
    struct secret secret = {{0}};

    secret_set(&secret, text, strlen(text));
    note_clear(clerk->session.note);
    return signing_check(&clerk->session, "anna", &secret, SIGN_UNLOCKED);
}

static int64_t failures_of(struct clerk *clerk)
{
    struct password_state state;

    assert_int_equal(password_state(clerk->session.book, "anna", &state), ERR_OK);
    return state.failures;
}

static void a_guess_that_cannot_be_counted_says_nothing(void **state)
{
    struct clerk holder, clerk;
    struct tx *tx = NULL;
    char words[sizeof holder.note.text];

    (void)state;
    assert_int_equal(clerk_open(&holder, book), ERR_OK);
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    assert_int_equal(tx_begin(holder.session.book, &tx), ERR_OK);
    assert_int_equal(guess(&clerk, "wrong heron"), ERR_BUSY);
    memcpy(words, clerk_words(&clerk), sizeof words);
    assert_int_equal(guess(&clerk, RIGHT), ERR_BUSY);
    assert_string_equal(clerk_words(&clerk), words);
    tx_rollback(tx);
    assert_int_equal(failures_of(&clerk), 0);
    assert_int_equal(guess(&clerk, RIGHT), ERR_OK);
    clerk_close(&clerk);
    clerk_close(&holder);
}

/* Guesses once everybody is there; what became of it is the exit status. */
static void guesser(const volatile int *open)
{
    struct clerk clerk;

    if (clerk_open(&clerk, book) != ERR_OK)
        _exit(100);
    clerk.session.wait_seconds = 60;
    while (!*open)
        usleep(1000);
    const enum err e = guess(&clerk, "wrong heron");
    clerk_close(&clerk);
    _exit(e == ERR_DENIED ? 0 : 101);
}

static void guesses_made_at_once_are_locked_after_the_fifth(void **state)
{
    volatile int *open =
        mmap(NULL, sizeof *open, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pid_t guessers[GUESSERS];
    struct clerk clerk;

    (void)state;
    assert_true(open != MAP_FAILED);
    for (int i = 0; i < GUESSERS; i++) {
        guessers[i] = fork();
        assert_true(guessers[i] >= 0);
        if (guessers[i] == 0)
            guesser(open);
    }
    *open = 1;
    for (int i = 0; i < GUESSERS; i++) {
        int status = 0;
        assert_int_equal(waitpid(guessers[i], &status, 0), guessers[i]);
        assert_int_equal(status, 0);
    }
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    assert_int_equal(failures_of(&clerk), TRIES);
    assert_int_equal(guess(&clerk, RIGHT), ERR_DENIED);
    assert_non_null(strstr(clerk_words(&clerk), "5 wrong passwords"));
    clerk_close(&clerk);
    munmap((void *)open, sizeof *open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_guess_that_cannot_be_counted_says_nothing, found_book,
                                        remove_book),
        cmocka_unit_test_setup_teardown(guesses_made_at_once_are_locked_after_the_fifth,
                                        found_book, remove_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
