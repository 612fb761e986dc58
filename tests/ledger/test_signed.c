/* What the proof says when passwords, wrong ones or signatures were changed past the program; and
 * what is written once stays. */
#include "ledger/firm.h"
#include "ledger/password.h"

#include <stdio.h>
#include <string.h>

#define HASH "$argon2id$v=19$m=65536,t=2,p=1$made$up"

static void some_signatures(void)
{
    assert_done(password_set(firm()->tx, "anna", HASH));
    assert_done(password_failed(firm()->tx, "anna"));
    assert_done(sign_write(firm()->tx, SIGN_CAME, "anna", "pts/1"));
    assert_done(sign_write(firm()->tx, SIGN_ACT, "anna", ""));
}

static void the_proof_sees_what_was_slipped_in(void **state)
{
    static const struct firm_damage damages[] = {
        {"UPDATE user_sign SET name = 'zoe'", "UPDATE user_sign SET name = 'anna'",
         "of another person than its journal entry"},
        {"UPDATE user_password SET name = 'zoe'", "UPDATE user_password SET name = 'anna'",
         "had no password then"},
        {"UPDATE user_password SET phrase = 'secret'",
         "UPDATE user_password SET phrase = '" HASH "'", "is no hash"},
        {"UPDATE user_password SET phrase = phrase || 'x'",
         "UPDATE user_password SET phrase = '" HASH "'", "does not fit its hash"},
        {"UPDATE password_failure SET moment = moment + 1",
         "UPDATE password_failure SET moment = moment - 1", "does not fit its hash"},
        {"UPDATE user_sign SET kind = 2 - kind", "UPDATE user_sign SET kind = 2 - kind",
         "does not fit its hash"},
    };
    static const char *const tables[] = {"user_password", "password_failure", "user_sign", NULL};

    (void)state;
    some_signatures();
    firm_damages(tables, damages, sizeof damages / sizeof damages[0]);
}

static void what_is_written_stays(void **state)
{
    static const char *const tables[] = {"user_password", "password_failure", "user_sign",
                                         "user_account"};

    (void)state;
    some_signatures();
    assert_done(account_set(firm()->tx, "anna", "till"));
    firm_facts_stay(tables, sizeof tables / sizeof *tables, "name");
}

/* Without users the book is one person's: nobody shares an account, whatever was said of one. */
static void an_account_of_nobody_is_shared_by_nobody(void **state)
{
    const char **users = NULL;
    int count = 1;

    (void)state;
    assert_done(account_set(firm()->tx, "anna", "till"));
    assert_answer(account_users(firm()->book, "till", &firm()->arena, &users, &count));
    assert_int_equal(count, 0);
    assert_refused(ERR_MISSING, "only you", account_set(firm()->tx, "zoe", "till"));
    assert_refused(ERR_MISSING, "only you", password_set(firm()->tx, "zoe", HASH));
    assert_refused(ERR_CONFLICT, "has no password", password_clear(firm()->tx, "anna"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, firm_open, firm_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_proof_sees_what_was_slipped_in),
        TEST(what_is_written_stays),
        TEST(an_account_of_nobody_is_shared_by_nobody),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
