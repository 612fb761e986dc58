/* What a password must be, what is kept of it, how long wrong ones lock, when a desk is idle. */
#include "base/secret.h"
#include "rules/passwordrule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SECOND INT64_C(1000000)

static void length_is_asked_for_and_nothing_else(void **state)
{
    static const struct {
        const char *password, *why; /* NULL = it is one */
    } cases[] = {
        {"", "10 characters"},
        {"123456789", "10 characters"},
        {"aaaaaaaaaa", NULL},
        {"ten chars!", NULL},
        {"\xe7\x94\xb2\xe4\xb9\x99\xe4\xb8\x99\xe4\xb8\x81", "10 characters"}, /* 4, in 12 bytes */
        {"\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\xc3\xa4\xc3\xb6", NULL},
        {"annabellesmith", "user's name"},
        {"Annabelle Smith", "user's name"},
        {"annabelle smith ", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *why = password_weak(cases[i].password, "AnnabelleSmith", "Annabelle Smith");
        if (!cases[i].why ? why != NULL : !why || !strstr(why, cases[i].why))
            fail_msg("'%s': %s", cases[i].password, why ? why : "taken");
    }
}

static void five_wrong_ones_lock_for_a_minute(void **state)
{
    static const struct {
        int64_t failures, last, now; /* seconds */
        int wait;
    } cases[] = {
        {0, 0, 100, 0},      {4, 100, 100, 0},   {5, 100, 100, 60}, {5, 100, 101, 59},
        {5, 100, 159, 1},    {5, 100, 160, 0},   {5, 100, 500, 0},  {6, 100, 100, 0},
        {9, 100, 100, 0},    {10, 100, 100, 60}, {10, 100, 160, 0},
        {5, 100, 99, 0}, /* the clock was set back: nobody waits for it */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(password_wait(cases[i].failures, cases[i].last * SECOND,
                                       cases[i].now * SECOND),
                         cases[i].wait);
    /* no part of a second is given away */
    assert_int_equal(password_wait(5, 0, 59 * SECOND + 1), 1);
    assert_int_equal(password_wait(5, 0, 1), 60);
}

static void a_desk_locks_when_its_minutes_are_over(void **state)
{
    (void)state;
    assert_int_equal(idle_left(0, 0), -1);
    assert_int_equal(idle_left(0, 3600 * SECOND), -1);
    assert_int_equal(idle_left(-5, 0), -1);
    assert_int_equal(idle_left(10, 0), 600000);
    assert_int_equal(idle_left(10, 599 * SECOND), 1000);
    assert_int_equal(idle_left(10, 600 * SECOND - 1), 1); /* never a wait of nothing */
    assert_int_equal(idle_left(10, 600 * SECOND), 0);
    assert_int_equal(idle_left(10, 9000 * SECOND), 0);
}

static void a_hash_is_argon2id_and_salted(void **state)
{
    char one[SECRET_HASH_ROOM], two[SECRET_HASH_ROOM];
    struct secret secret = {{0}}, other = {{0}};
    struct note note = {0};

    (void)state;
    assert_true(secret_set(&secret, "four small green boats", 22));
    assert_true(secret_set(&other, "four small green boat", 21));
    assert_int_equal(secret_hash(&secret, &note, one), ERR_OK);
    assert_int_equal(secret_hash(&secret, &note, two), ERR_OK);
    assert_memory_equal(one, "$argon2id$v=19$m=65536,t=2,p=1$", 31);
    assert_string_not_equal(one, two);
    assert_true(secret_fits(&secret, one));
    assert_true(secret_fits(&secret, two));
    assert_false(secret_fits(&other, one));
    assert_false(secret_fits(&secret, ""));
    assert_false(secret_fits(&secret, "four small green boats"));
    assert_null(strstr(one, "boats"));
}

static void a_secret_is_overwritten_and_has_an_end(void **state)
{
    static const struct secret nothing;
    char long_one[SECRET_MAX + 2];
    struct secret a = {{0}}, b = {{0}};

    (void)state;
    memset(long_one, 'x', sizeof long_one);
    assert_true(secret_set(&a, long_one, SECRET_MAX));
    assert_int_equal(strlen(a.text), SECRET_MAX);
    assert_true(secret_set(&a, "short", 5)); /* and nothing of the long one behind it */
    assert_true(secret_set(&b, "short", 5));
    assert_true(secret_same(&a, &b));
    assert_false(secret_set(&b, long_one, SECRET_MAX + 1));
    assert_false(secret_same(&a, &b));
    secret_forget(&a);
    assert_memory_equal(&a, &nothing, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(length_is_asked_for_and_nothing_else),
        cmocka_unit_test(five_wrong_ones_lock_for_a_minute),
        cmocka_unit_test(a_desk_locks_when_its_minutes_are_over),
        cmocka_unit_test(a_hash_is_argon2id_and_salted),
        cmocka_unit_test(a_secret_is_overwritten_and_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
