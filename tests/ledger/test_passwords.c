/* Passwords: who has one, wrong ones and what they lock, signatures, accounts that several share.
 * The clock is the book's (it is a sandbox); nobody waits. */
#include "app/entering.h"
#include "app/signing.h"
#include "ledger/book.h"
#include "ledger/proof.h"
#include "office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SECOND INT64_C(1000000)
#define START (INT64_C(1795000000) * SECOND)

/* Who sits at the office's keyboard, and where its clock stands. */
static struct {
    const char *says[4]; /* what is typed when a password is asked for; NULL: Esc */
    int said, asked;     /* since the last command began */
    int64_t now;
} typist;

static enum err typed(void *self, enum secret_kind kind, const char *prompt, struct secret *out)
{
    struct office *office = self;
    const char *text = typist.says[typist.said];

    (void)kind;
    (void)prompt;
    typist.asked++;
    if (!text)
        return (fail)(office->session.note, ERR_CANCELLED, "no password was given");
    typist.said++;
    secret_set(out, text, strlen(text));
    return ERR_OK;
}

static enum err types(struct office *office, const char *name, const char *line)
{
    typist.said = typist.asked = 0;
    return office_types(office, name, line);
}

static void done(struct office *office, const char *name, const char *line)
{
    if (types(office, name, line) != ERR_OK)
        fail_msg("%s: %s: %s", name, line, office->session.note->text);
}

static void refused(struct office *office, const char *name, const char *line, enum err code,
                    const char *words)
{
    const enum err e = types(office, name, line);

    if (e != code || !strstr(office->session.note->text, words))
        fail_msg("%s: %s: %s: %s", name, line, err_name(e), office->session.note->text);
}

static void says(const char *first, const char *second, const char *third)
{
    typist.says[0] = first;
    typist.says[1] = second;
    typist.says[2] = third;
}

static void clock_to(struct office *office, int64_t seconds)
{
    typist.now = START + seconds * SECOND;
    book_moment_set(office->session.book, typist.now);
}

static int office_open(void **state)
{
    struct office *office = office_make(START);

    office->session.no_input = false;
    office->session.secret = typed;
    office->session.self = office;
    office->session.place = "pts/7";
    memset(&typist, 0, sizeof typist);
    clock_to(office, 0);
    *state = office;
    return 0;
}

static void trouble_print(void *self, const char *sentence)
{
    (void)self;
    print_error("%s\n", sentence);
}

static int office_close(void **state)
{
    struct office *office = *state;
    int found = 0;

    assert_int_equal(proof_book(office->session.book, NULL, trouble_print, NULL, &found), ERR_OK);
    assert_int_equal(found, 0);
    office_leave(office);
    return 0;
}

static void firm_make(struct office *office)
{
    done(office, "adam", "user add --name adam --role admin");
    done(office, "adam", "user add --name mary --role manager --full-name 'Mary Ann Moore'");
    done(office, "adam", "user add --name carl --role clerk --limit credit=10");
    done(office, "adam", "user add --name audrey --role auditor");
}

static struct password_state state_of(struct office *office, const char *name)
{
    struct password_state state;

    assert_int_equal(password_state(office->session.book, name, &state), ERR_OK);
    return state;
}

static void ones_own_is_set_and_changed(void **state)
{
    struct office *office = *state;
    char first[SECRET_HASH_ROOM];

    firm_make(office);
    says("grey heron 22", "grey heron 22", NULL);
    done(office, "mary", "user password");
    assert_int_equal(typist.asked, 2); /* nothing of before was asked for */
    memcpy(first, state_of(office, "mary").hash, sizeof first);
    assert_memory_equal(first, "$argon2id$", 10);
    assert_false(state_of(office, "mary").lent);

    says("wrong heron 22", "new heron 22!", "new heron 22!");
    refused(office, "mary", "user password", ERR_DENIED, "not the password of mary");
    assert_int_equal(state_of(office, "mary").failures, 1);
    says("grey heron 22", "grey heron 22", "grey heron 22");
    refused(office, "mary", "user password", ERR_INPUT, "the one of before");
    says("grey heron 22", "short", "short");
    refused(office, "mary", "user password", ERR_INPUT, "10 characters");
    says("grey heron 22", "Mary Ann Moore", "Mary Ann Moore");
    refused(office, "mary", "user password", ERR_INPUT, "user's name");
    says("grey heron 22", "blue heron 22", "blue heron 23");
    refused(office, "mary", "user password", ERR_INPUT, "not the same");
    says("grey heron 22", NULL, NULL);
    refused(office, "mary", "user password", ERR_CANCELLED, "no password");
    assert_string_equal(state_of(office, "mary").hash, first);
    says("grey heron 22", "blue heron 22", "blue heron 22");
    done(office, "mary", "user password");
    assert_string_not_equal(state_of(office, "mary").hash, first);
    assert_int_equal(state_of(office, "mary").failures, 0);

    /* the same words of two people are two hashes */
    says("blue heron 22", "blue heron 22", NULL);
    done(office, "audrey", "user password"); /* an auditor too */
    assert_string_not_equal(state_of(office, "audrey").hash, state_of(office, "mary").hash);
}

static void one_person_without_users_has_one_too(void **state)
{
    struct office *office = *state;

    says("grey heron 22", "grey heron 22", NULL);
    done(office, "adam", "user password");
    refused(office, "adam", "user password bob", ERR_MISSING, "no user bob");
    says("grey heron 22", NULL, NULL);
    done(office, "adam", "user password --clear");
    assert_string_equal(state_of(office, "adam").hash, "");
    refused(office, "adam", "user password --clear", ERR_CONFLICT, "has no password");
}

static void an_admin_gives_one_that_is_changed(void **state)
{
    struct office *office = *state;

    firm_make(office);
    says("first words 1", "first words 1", NULL);
    refused(office, "mary", "user password carl", ERR_DENIED, "needs the role admin");
    refused(office, "adam", "user password zoe", ERR_MISSING, "no user zoe");
    done(office, "adam", "user password carl");
    assert_true(state_of(office, "carl").lent);
    says("first words 1", "second words 2", "second words 2");
    done(office, "carl", "user password");
    assert_false(state_of(office, "carl").lent);
    done(office, "adam", "user password carl --clear");
    assert_string_equal(state_of(office, "carl").hash, "");
}

static void five_wrong_ones_lock(void **state)
{
    struct office *office = *state;
    struct secret right = {{0}}, wrong = {{0}};
    struct seen seen;

    firm_make(office);
    says("grey heron 22", "grey heron 22", NULL);
    done(office, "mary", "user password");
    office->session.actor = "mary";
    secret_set(&right, "grey heron 22", 13);
    secret_set(&wrong, "grey heron 2", 12);
    for (int i = 1; i <= 5; i++) {
        clock_to(office, i);
        assert_int_equal(signing_check(&office->session, "mary", &wrong, SIGN_CAME), ERR_DENIED);
        assert_int_equal(state_of(office, "mary").failures, i);
    }
    assert_non_null(strstr(office->session.note->text, "5th wrong one"));
    clock_to(office, 6); /* neither the right one nor another wrong one, which is not counted */
    assert_int_equal(signing_check(&office->session, "mary", &right, SIGN_CAME), ERR_DENIED);
    assert_non_null(strstr(office->session.note->text, "in 59 seconds"));
    assert_int_equal(signing_check(&office->session, "mary", &wrong, SIGN_CAME), ERR_DENIED);
    assert_int_equal(state_of(office, "mary").failures, 5);
    says("grey heron 22", NULL, NULL);
    assert_int_equal(signing_prove(&office->session, "mary", SIGN_UNLOCKED, "Password of mary"),
                     ERR_DENIED);
    assert_int_equal(typist.asked, 2); /* of before: nobody typed in vain */
    clock_to(office, 65);
    assert_int_equal(signing_check(&office->session, "mary", &right, SIGN_CAME), ERR_OK);
    assert_int_equal(state_of(office, "mary").failures, 0);
    assert_int_equal(password_seen(office->session.book, "mary", &office->arena, &seen), ERR_OK);
    assert_true(seen.moment == typist.now);
    assert_string_equal(seen.place, "pts/7");
    assert_int_equal(signing_check(&office->session, "mary", &wrong, SIGN_CAME), ERR_DENIED);
    assert_int_equal(password_seen(office->session.book, "mary", &office->arena, &seen), ERR_OK);
    assert_int_equal(seen.failures, 1);
    assert_int_equal(signing_check(&office->session, "carl", &wrong, SIGN_CAME), ERR_DENIED);
    assert_non_null(strstr(office->session.note->text, "carl has no password"));
    assert_int_equal(signing_check(&office->session, "zoe", &wrong, SIGN_CAME), ERR_DENIED);
}

static void wrong_ones_stay_whatever_becomes_of_the_command(void **state)
{
    struct office *office = *state;

    firm_make(office);
    says("grey heron 22", "grey heron 22", NULL);
    done(office, "mary", "user password");
    office->session.dry_run = true;
    says("guess number 1", NULL, NULL);
    refused(office, "mary", "user password", ERR_DENIED, "not the password");
    office->session.dry_run = false;
    assert_int_equal(state_of(office, "mary").failures, 1);
    assert_true(office->session.dry_run == false);
    assert_int_equal(command_atomic_begin(&office->session), ERR_OK);
    refused(office, "mary", "user password", ERR_USAGE, "run --atomic");
    assert_int_equal(command_atomic_end(&office->session, true), ERR_OK);
}

static bool signed_last(struct office *office)
{
    int64_t last = 0;
    bool is = false;

    assert_int_equal(book_revision(office->session.book, &last), ERR_OK);
    assert_int_equal(sign_of_entry(office->session.book, last, &is), ERR_OK);
    return is;
}

static void approvals_and_closings_are_signed_where_the_book_wants_it(void **state)
{
    struct office *office = *state;

    firm_make(office);
    done(office, "mary", "customer add --code ACME --name Acme");
    done(office, "mary",
         "invoice issue --customer ACME --amount 10000 --number INV-1 "
         "--date 2026-10-02");
    for (int i = 0; i < 3; i++)
        done(office, "carl", "credit issue --customer ACME --amount 11 --reason much");
    done(office, "mary", "approval approve A-1");
    assert_int_equal(typist.asked, 0);
    assert_false(signed_last(office));
    done(office, "adam", "book set --name sign.approvals --value 1");
    done(office, "adam", "book set --name sign.close --value 1");
    refused(office, "mary", "approval approve A-2", ERR_DENIED, "mary has none");
    says("first words 1", "first words 1", NULL);
    done(office, "adam", "user password mary");
    refused(office, "mary", "approval approve A-2", ERR_DENIED, "given by somebody else");
    says("first words 1", "second words 2", "second words 2");
    done(office, "mary", "user password");
    says("first words 1", NULL, NULL);
    refused(office, "mary", "approval approve A-2", ERR_DENIED, "not the password of mary");
    says(NULL, NULL, NULL);
    refused(office, "mary", "approval approve A-2", ERR_CANCELLED, "no password");
    says("second words 2", NULL, NULL);
    done(office, "mary", "approval approve A-2");
    assert_true(signed_last(office));
    assert_int_equal(state_of(office, "mary").failures, 0); /* the signature forgives */
    done(office, "mary", "period close 2026-10");
    assert_true(signed_last(office));
    assert_int_equal(typist.asked, 1);
    office->session.secret = NULL;
    refused(office, "mary", "approval approve A-3", ERR_USAGE, "nobody can be asked");
    office->session.dry_run = true; /* what is not kept is not signed */
    done(office, "mary", "approval approve A-3");
}

static void on_a_shared_account_the_password_decides(void **state)
{
    struct office *office = *state;
    struct session *session = &office->session;

    firm_make(office);
    done(office, "adam", "user add --name lin --role clerk --account till");
    done(office, "adam", "user add --name wu --role clerk --account till");
    session->actor = session->account = "till";
    session->user = NULL;
    assert_int_equal(entering(session, &office->arena), ERR_USAGE);
    assert_non_null(strstr(session->note->text, "shared by lin and wu"));
    session->user = "mary"; /* whoever has an account of its own is not found here */
    assert_int_equal(entering(session, &office->arena), ERR_DENIED);
    assert_non_null(strstr(session->note->text, "mary does not work from the account till"));
    session->user = "lin";
    assert_int_equal(entering(session, &office->arena), ERR_DENIED);
    assert_non_null(strstr(session->note->text, "lin has no password"));
    session->account = "adam";
    says("first words 1", "first words 1", NULL);
    done(office, "adam", "user password lin");

    session->actor = session->account = "till";
    typist.said = 0;
    says("guess number 1", NULL, NULL);
    assert_int_equal(entering(session, &office->arena), ERR_DENIED);
    assert_string_equal(session->actor, "till");
    assert_int_equal(state_of(office, "lin").failures, 1);
    says("first words 1", NULL, NULL);
    typist.said = 0;
    assert_int_equal(entering(session, &office->arena), ERR_OK);
    assert_string_equal(session->actor, "lin");
    /* given by somebody else: nothing works before it is changed */
    refused(office, "lin", "customer list", ERR_DENIED, "given by somebody else");
    says("second words 2", "second words 2", NULL); /* it has just been proved */
    done(office, "lin", "user password");
    done(office, "lin", "customer list");
    says(NULL, NULL, NULL);
    refused(office, "adam", "user password lin --clear", ERR_CONFLICT, "others share");
}

static void on_an_account_of_ones_own_nobody_else_is_taken(void **state)
{
    struct office *office = *state;
    struct session *session = &office->session;

    firm_make(office);
    session->actor = session->account = "carl";
    session->user = "mary";
    assert_int_equal(entering(session, &office->arena), ERR_DENIED);
    assert_non_null(strstr(session->note->text, "not shared"));
    session->user = "carl";
    assert_int_equal(entering(session, &office->arena), ERR_OK);
    session->user = NULL;
    assert_int_equal(entering(session, &office->arena), ERR_OK);
    assert_int_equal(typist.asked, 0);
    /* whoever works from another account is not the one of that name here */
    session->account = "adam";
    done(office, "adam", "user add --name lin --role clerk --account till");
    session->actor = session->account = "lin";
    assert_int_equal(entering(session, &office->arena), ERR_DENIED);
    assert_non_null(strstr(session->note->text, "from the account till"));
}

static void nobody_is_locked_out_by_who_comes_to_his_account(void **state)
{
    struct office *office = *state;

    firm_make(office);
    refused(office, "adam", "user add --name lin --role clerk --account carl", ERR_CONFLICT,
            "carl works from this account without a password");
    says("first words 1", "first words 1", NULL);
    done(office, "adam", "user password carl");
    done(office, "adam", "user add --name lin --role clerk --account carl");
    refused(office, "adam", "user set lin --account ' '", ERR_INPUT, "has a name");
    done(office, "adam", "user set lin --account lin"); /* back to her own */
}

static void a_first_limit_is_granted_like_any_other(void **state)
{
    struct office *office = *state;

    firm_make(office);
    done(office, "adam", "user add --name cora --role coordinator --limit credit-limit=500");
    done(office, "cora", "customer add --code A --name A --limit 500");
    assert_null(strstr(office->out.says, "waits"));
    done(office, "cora", "customer add --code B --name B --limit 501");
    assert_non_null(strstr(office->out.says, "waits for approval A-1"));
    done(office, "mary", "approval approve A-1");
    assert_non_null(strstr(office->out.says, "customer B"));
    done(office, "cora", "customer add --code C --name C");
    assert_null(strstr(office->out.says, "waits"));
    done(office, "mary", "customer add --code D --name D --limit 50000");
    assert_null(strstr(office->out.says, "waits"));
    done(office, "cora", "customer add --code E --name E --limit 0");
    assert_null(strstr(office->out.says, "waits"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(ones_own_is_set_and_changed),
        TEST(one_person_without_users_has_one_too),
        TEST(an_admin_gives_one_that_is_changed),
        TEST(five_wrong_ones_lock),
        TEST(wrong_ones_stay_whatever_becomes_of_the_command),
        TEST(approvals_and_closings_are_signed_where_the_book_wants_it),
        TEST(on_a_shared_account_the_password_decides),
        TEST(on_an_account_of_ones_own_nobody_else_is_taken),
        TEST(nobody_is_locked_out_by_who_comes_to_his_account),
        TEST(a_first_limit_is_granted_like_any_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
