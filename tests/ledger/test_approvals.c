/* Users, their limits and what waits above them (RULES.md R14). */
#include "ledger/approval.h"
#include "ledger/firm.h"

#include <stdio.h>
#include <string.h>

#define NOON INT64_C(43200000000)
#define DAY INT64_C(86400000000)

/* The clock stands at noon of this day. */
static void clock_at(const char *date)
{
    book_moment_set(firm()->book, day(date).day * DAY + NOON);
}

static void hire(const char *name, unsigned roles, const char *writeoff)
{
    struct user user = {.name = name, .full_name = "", .roles = roles, .active = true};
    bool founded;

    for (int kind = 0; kind < GRANT_KINDS; kind++)
        user.limits[kind] = LIMIT_BOOK;
    if (writeoff)
        user.limits[GRANT_WRITEOFF] = amount(writeoff);
    assert_done(user_add(firm()->tx, &user, &founded));
}

static void people(void)
{
    firm()->actor = "anna";
    hire("ben", ROLE_BIT(ROLE_CLERK), "100.00");
    hire("cleo", ROLE_BIT(ROLE_COORDINATOR), "250.00");
    hire("dora", ROLE_BIT(ROLE_AUDITOR), NULL);
}

/* What ben may grant: within writes it, above asks for an approval. */
static enum err grant(const char *customer, int64_t document, const char *sum, int64_t approval,
                      bool *within)
{
    struct concession wish = {.kind = GRANT_WRITEOFF,
                              .customer_id = customer ? firm_customer(customer) : 0,
                              .document_id = document,
                              .amount = money_of(amount(sum), money_in("EUR")),
                              .day = day("2026-06-30")};
    struct tx *tx = firm_start("grant");
    int64_t id = 0;
    enum err e = concession_judge(tx, &wish, within);

    if (e == ERR_OK)
        e = *within ? concession_write(tx, &wish, approval)
                    : approval_write(tx, &wish, "writeoff post", &id);
    return firm_finish(e);
}

static void limits_hold_for_sums(void **state)
{
    static const struct {
        const char *clock, *actor, *customer, *sum;
        int paper; /* 0 = none */
        bool within;
    } steps[] = {
        /* one paper: whoever grants it */
        {"2026-06-01", "ben", "ACME", "60.00", 1, true},
        {"2026-06-02", "ben", "ACME", "60.00", 1, false}, /* 120 on the paper */
        {"2026-06-02", "ben", "ACME", "40.00", 1, true},  /* just 100 */
        {"2026-06-02", "ben", "ACME", "0.01", 1, false},
        {"2026-06-02", "cleo", "ACME", "150.00", 1, true}, /* 250 with ben's */
        {"2026-06-02", "cleo", "ACME", "0.01", 1, false},
        {"2026-06-02", "anna", "ACME", "9000.00", 1, true}, /* a manager has no limit */
        /* 60 % twice, of one customer over the end of the month: cut into pieces */
        {"2026-05-29", "ben", "BOLT", "60.00", 2, true},
        {"2026-06-03", "ben", "BOLT", "60.00", 3, false},
        {"2026-06-05", "ben", "BOLT", "60.00", 3, true},  /* eight days: no longer */
        {"2026-06-28", "ben", "BOLT", "60.00", 4, false}, /* but in one month */
        {"2026-07-20", "ben", "BOLT", "60.00", 4, true},
        /* one person, one day, different customers */
        {"2026-08-01", "ben", "ACME", "60.00", 0, true},
        {"2026-08-01", "ben", "BOLT", "60.00", 0, false},
        {"2026-08-01", "cleo", "BOLT", "60.00", 0, true},
        {"2026-08-02", "ben", "COAL", "60.00", 0, true},
        {"2026-08-03", "ben", NULL, "100.00", 0, true},
        {"2026-08-04", "ben", NULL, "100.01", 0, false},
    };

    (void)state;
    firm_customer("ACME");
    firm_customer("BOLT");
    firm_customer("COAL");
    people();
    int64_t papers[5] = {0};
    for (int i = 1; i < 5; i++)
        papers[i] = firm_invoice(i == 1 ? "ACME" : "BOLT", "2026-01-15", "1000.00").id;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        bool within = false;
        clock_at(steps[i].clock);
        firm()->actor = steps[i].actor;
        if (grant(steps[i].customer, papers[steps[i].paper], steps[i].sum, 0, &within) != ERR_OK)
            fail_msg("step %zu: %s", i, firm()->note.text);
        if (within != steps[i].within)
            fail_msg("step %zu: %s grants %s on %s: %d", i, steps[i].actor, steps[i].sum,
                     steps[i].clock, within);
    }
}

static void who_only_reads_writes_nothing_at_all(void **state)
{
    (void)state;
    firm_customer("ACME");
    people();
    static const struct {
        const char *actor, *says;
    } cases[] = {{"dora", "dora may read"}, {"zoe", "zoe is no user"}};
    for (size_t i = 0; i < 2; i++) {
        const struct tx_author author = {cases[i].actor, "x", NULL};
        struct tx *tx = NULL;
        assert_answer(tx_begin(firm()->book, &tx));
        assert_int_equal(tx_entry_begin(tx, &author), ERR_DENIED);
        assert_non_null(strstr(firm()->note.text, cases[i].says));
        tx_rollback(tx);
    }
}

static void the_store_knows_no_own_approval(void **state)
{
    bool within = true;

    (void)state;
    firm_customer("ACME");
    people();
    firm()->actor = "ben";
    assert_int_equal(grant("ACME", 0, "101.00", 0, &within), ERR_OK);
    assert_false(within);
    /* as ben, and as somebody who says that another one asked for it */
    assert_int_equal(firm_sql("INSERT INTO approval_end (entry_id, approval_id, approved,"
                              " ran_entry, maker, decided_by, reason)"
                              " VALUES (1, 1, 1, 1, 'ben', 'ben', '')"),
                     ERR_CONFLICT);
    assert_int_equal(firm_sql("INSERT INTO approval_end (entry_id, approval_id, approved,"
                              " ran_entry, maker, decided_by, reason)"
                              " VALUES (1, 1, 1, 1, 'cleo', 'ben', '')"),
                     ERR_CONFLICT);
    static const char *const tables[] = {"book_user", "user_limit", "approval"};
    firm_facts_stay(tables, sizeof tables / sizeof *tables, "entry_id");
}

static void nobody_approves_his_own_or_too_late(void **state)
{
    struct approval approval;
    bool within = true;

    (void)state;
    firm_customer("ACME");
    people();
    clock_at("2026-06-01");
    firm()->actor = "ben";
    assert_int_equal(grant("ACME", 0, "101.00", 0, &within), ERR_OK);
    assert_answer(approval_find(firm()->book, "a-1", &firm()->arena, &approval));
    assert_int_equal(approval.state, APPROVAL_OPEN);
    assert_int_equal(approval.expires.day, day("2026-06-15").day);
    assert_int_equal(approval_may(firm()->book, &approval, "ben"), ERR_DENIED);
    assert_int_equal(approval_may(firm()->book, &approval, "cleo"), ERR_OK);
    clock_at("2026-06-16");
    assert_answer(approval_find(firm()->book, "1", &firm()->arena, &approval));
    assert_int_equal(approval.state, APPROVAL_EXPIRED);
    assert_int_equal(approval_may(firm()->book, &approval, "cleo"), ERR_CONFLICT);
    clock_at("2026-06-15");
    firm()->actor = "cleo";
    assert_answer(approval_find(firm()->book, "1", &firm()->arena, &approval));
    assert_refused(ERR_INPUT, "say why", approval_reject(firm()->tx, &approval, " "));
    assert_done(approval_reject(firm()->tx, &approval, "no"));
    assert_answer(approval_find(firm()->book, "1", &firm()->arena, &approval));
    assert_int_equal(approval.state, APPROVAL_REJECTED);
    assert_refused(ERR_CONFLICT, "rejected by cleo already",
                   approval_approve(firm()->tx, &approval, 1));
}

/* Each damage, and what the proof says of it. */
static void the_proof_sees_what_was_slipped_in(void **state)
{
    static const struct firm_damage damages[] = {
        {"UPDATE approval_end SET decided_by = 'zoe'",
         "UPDATE approval_end SET decided_by = 'cleo'", "decided by another person"},
        {"UPDATE concession SET granted_by = 'zoe'", "UPDATE concession SET granted_by = 'cleo'",
         "granted by another person"},
        {"UPDATE concession SET approval_id = 7", "UPDATE concession SET approval_id = 1",
         "nobody with a limit granted it"},
        {"UPDATE concession SET approval_id = 7", "UPDATE concession SET approval_id = 1",
         "names an approval"},
        {"UPDATE concession SET allowed = 26000", "UPDATE concession SET allowed = 25000",
         "another limit"},
        {"UPDATE concession SET base = 9000", "UPDATE concession SET base = 10100",
         "above what was allowed"},
        {"UPDATE approval SET expires = 20000", "UPDATE approval SET expires = 20619",
         "after it had expired"},
        {"UPDATE book_user SET active = 0 WHERE name = 'cleo'",
         "UPDATE book_user SET active = 1 WHERE name = 'cleo'", "no user then"},
        {"UPDATE user_limit SET amount = 1 WHERE name = 'ben'",
         "UPDATE user_limit SET amount = 10000 WHERE name = 'ben'", "does not fit its hash"},
    };
    struct approval approval;
    bool within = true;

    (void)state;
    firm_customer("ACME");
    people();
    clock_at("2026-06-01");
    firm()->actor = "ben";
    assert_int_equal(grant("ACME", 0, "101.00", 0, &within), ERR_OK);
    firm()->actor = "cleo";
    assert_int_equal(grant("ACME", 0, "101.00", 1, &within), ERR_OK);
    assert_true(within);
    assert_answer(approval_find(firm()->book, "1", &firm()->arena, &approval));
    const int64_t ran = firm_head();
    assert_done(approval_approve(firm()->tx, &approval, ran));

    static const char *const tables[] = {"book_user",    "user_limit", "approval",
                                         "approval_end", "concession", NULL};
    firm_damages(tables, damages, sizeof damages / sizeof damages[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(limits_hold_for_sums),
        FIRM(who_only_reads_writes_nothing_at_all),
        FIRM(the_store_knows_no_own_approval),
        FIRM(nobody_approves_his_own_or_too_late),
        FIRM(the_proof_sees_what_was_slipped_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
