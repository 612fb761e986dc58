/* Which role may run what, and which do not go together. */
#include "rules/role.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Rows: who has the role; columns: what a command needs. */
static void each_role_may_what_it_is_for(void **state)
{
    static const struct {
        enum role has;
        const char *may; /* any, clerk, coordinator, manager, auditor, admin: y or n */
        bool writes;
    } cases[] = {
        {ROLE_CLERK, "yynnnn", true},  {ROLE_COORDINATOR, "yyynnn", true},
        {ROLE_MANAGER, "yyyyyn", true}, {ROLE_AUDITOR, "ynnnyn", false},
        {ROLE_ADMIN, "ynnnyy", true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int wanted = ROLE_ANY; wanted < ROLES; wanted++)
            if (role_may(ROLE_BIT(cases[i].has), (enum role)wanted) !=
                (cases[i].may[wanted] == 'y'))
                fail_msg("%s and %s", role_word(cases[i].has), role_word((enum role)wanted));
        assert_int_equal(role_writes(ROLE_BIT(cases[i].has)), cases[i].writes);
        assert_false(role_may(0, (enum role)i));
    }
}

static void roles_are_read_and_shown(void **state)
{
    static const struct {
        const char *text, *shown, *conflict;
    } cases[] = {
        {"clerk", "clerk", NULL},
        {"Manager, ADMIN", "manager+admin", "may not post"},
        {"admin+clerk", "clerk+admin", "may not post"},
        {"auditor admin", "auditor+admin", "no other role"},
        {"clerk coordinator", "clerk+coordinator", NULL},
        {"", NULL, NULL},
        {"boss", NULL, NULL},
        {"clerks", NULL, NULL},
        {"user", NULL, NULL},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        unsigned roles = 0;
        assert_int_equal(roles_parse(cases[i].text, &roles), cases[i].shown != NULL);
        if (!cases[i].shown)
            continue;
        assert_string_equal(roles_text(roles, &arena), cases[i].shown);
        const char *why = role_conflict(roles);
        assert_int_equal(why != NULL, cases[i].conflict != NULL);
        if (why)
            assert_non_null(strstr(why, cases[i].conflict));
    }
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_role_may_what_it_is_for),
        cmocka_unit_test(roles_are_read_and_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
