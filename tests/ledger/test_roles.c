/* Every command for every role, and what is one's own or another's (RULES.md R14, TRUST.md 2). */
#include "ledger/book.h"
#include "office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* People by name: one of each role, and one who is not in the book at all. */
static const struct {
    const char *name, *role;
    /* may run what needs: nothing, clerk, coordinator, manager, auditor, admin */
    const char *may;
} people[] = {
    {"carl", "clerk", "yynnnn"},   {"cora", "coordinator", "yyynnn"},
    {"mary", "manager", "yyyyyn"}, {"audrey", "auditor", "ynnnyn"},
    {"adam", "admin", "ynnnyy"},   {"zoe", NULL, "nnnnnn"},
};
enum { AUDITOR = 3, PEOPLE = sizeof people / sizeof people[0] };

static int office_open(void **state)
{
    struct office *office = office_make(0);

    office_done(office, "adam", "customer add --code ACME --name Acme");
    office_done(office, "adam", "invoice issue --customer ACME --amount 10000 --number INV-1");
    office_done(office, "adam", "user add --name adam --role admin");
    for (int i = 0; i < PEOPLE; i++)
        if (people[i].role && strcmp(people[i].name, "adam") != 0) {
            char line[120];
            snprintf(line, sizeof line, "user add --name %s --role %s %s", people[i].name,
                     people[i].role, i < 2 ? "--limit \"credit=1000; refund=0\"" : "");
            office_done(office, "adam", line);
        }
    *state = office;
    return 0;
}

static int office_close(void **state)
{
    office_leave(*state);
    return 0;
}

static bool is_for_roles(const struct command *command)
{
    return command->run && !(command->flags & (COMMAND_NO_BOOK | COMMAND_SHELL));
}

/* Denied by the row alone: whatever is missing or wrong else is said only to who may. */
static void each_command_is_for_the_roles_of_its_row(void **state)
{
    struct office *office = *state;
    int tried = 0;

    office->session.dry_run = true;
    for (int i = 0; i < PEOPLE; i++)
        for (const struct command *const *c = commands_all; *c; c++) {
            char line[100];
            if (!is_for_roles(*c) || ((*c)->flags & COMMAND_HIDDEN))
                continue;
            snprintf(line, sizeof line, "%s %s", (*c)->noun, (*c)->verb ? (*c)->verb : "");
            /* an auditor writes nothing, not even what everybody else may; but the own password */
            const bool may =
                people[i].may[(*c)->role] == 'y' &&
                !(((*c)->flags & COMMAND_WRITES) && !((*c)->flags & COMMAND_SELF) && i == AUDITOR);
            const enum err e = office_types(office, people[i].name, line);
            if ((e != ERR_DENIED) != may)
                fail_msg("%s of %s, role %s: %s %s", line, people[i].name,
                         people[i].role ? people[i].role : "none", err_name(e),
                         office->session.note->text);
            struct subject nothing = {0};
            const char *why = command_why_not(&office->session, *c, &nothing, &office->arena);
            if (!may && people[i].role &&
                (!why || (!strstr(why, "needs the role") && !strstr(why, "write nothing"))))
                fail_msg("%s of %s: greyed for '%s'", line, people[i].name, why ? why : "nothing");
            tried++;
        }
    assert_true(tried > 600);
}

/* What the rows themselves must say. */
static void rows_ask_for_sensible_roles(void **state)
{
    static const struct {
        const char *noun, *verb;
        enum role role;
    } rows[] = {
        {"period", "close", ROLE_MANAGER},   {"period", "reopen", ROLE_MANAGER},
        {"period", "admit", ROLE_MANAGER},   {"bank", "approve", ROLE_MANAGER},
        {"bank", "reject", ROLE_MANAGER},    {"batch", "accept", ROLE_MANAGER},
        {"invoice", "re-age", ROLE_MANAGER}, {"approval", "approve", ROLE_COORDINATOR},
        {"refund", "pay", ROLE_COORDINATOR}, {"customer", "set", ROLE_COORDINATOR},
        {"payment", "receive", ROLE_CLERK},  {"book", "set", ROLE_ADMIN},
        {"user", "add", ROLE_ADMIN},         {"user", "set", ROLE_ADMIN},
        {"book", "backup", ROLE_ADMIN},      {"book", "sql", ROLE_AUDITOR},
        {"customer", "list", ROLE_ANY},      {"book", "verify", ROLE_ANY},
        {"report", "signs", ROLE_AUDITOR},   {"report", "team", ROLE_AUDITOR},
        {"report", "pack", ROLE_AUDITOR},    {"report", "aging", ROLE_ANY},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct command *command = command_find(rows[i].noun, rows[i].verb);
        if (!command || command->role != rows[i].role)
            fail_msg("%s %s", rows[i].noun, rows[i].verb);
    }
    for (const struct command *const *c = commands_all; *c; c++)
        if (((*c)->flags & COMMAND_WRITES) &&
            ((*c)->role == ROLE_ANY || (*c)->role == ROLE_AUDITOR) &&
            !((*c)->flags & COMMAND_SELF) &&
            strcmp((*c)->noun, "view") != 0) /* how one likes to see a list is everybody's own */
            fail_msg("%s %s writes and is for everybody", (*c)->noun, (*c)->verb);
}

/* Whoever asked is never who approves: each posting role asks, each person tries. */
static void what_is_ones_own_another_approves(void **state)
{
    struct office *office = *state;

    for (int maker = 0; maker < 2; maker++)
        for (int i = 0; i < PEOPLE; i++) {
            char line[60];
            office_done(office, people[maker].name,
                        "credit issue --customer ACME --amount 1001 --reason much");
            if (!office->out.ref || strncmp(office->out.ref, "A-", 2) != 0)
                fail_msg("%s was not asked to wait: %s", people[maker].name, office->out.says);
            snprintf(line, sizeof line, "approval approve %s", office->out.ref);
            const enum err e = office_types(office, people[i].name, line);
            /* cora's own limit is no higher than what is asked for */
            const bool may = people[i].may[ROLE_COORDINATOR] == 'y' && i == 2;
            if ((e == ERR_OK) != may || (e != ERR_OK && e != ERR_DENIED))
                fail_msg("%s of %s by %s: %s %s", line, people[maker].name, people[i].name,
                         err_name(e), office->session.note->text);
        }
}

static void a_manager_with_no_limit_may_not_approve_his_own_either(void **state)
{
    struct office *office = *state;

    office_done(office, "adam", "user set --name mary --limit \"credit=1000\"");
    office_done(office, "mary", "credit issue --customer ACME --amount 1001 --reason much");
    office_done(office, "adam", "user set --name mary --limit \"credit=none\"");
    assert_int_equal(office_types(office, "mary", "approval approve A-1"), ERR_DENIED);
    assert_non_null(strstr(office->session.note->text, "you made A-1"));
    office_done(office, "adam", "user add --name max --role manager");
    office_done(office, "max", "approval approve A-1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_command_is_for_the_roles_of_its_row, office_open,
                                        office_close),
        cmocka_unit_test(rows_ask_for_sensible_roles),
        cmocka_unit_test_setup_teardown(what_is_ones_own_another_approves, office_open,
                                        office_close),
        cmocka_unit_test_setup_teardown(a_manager_with_no_limit_may_not_approve_his_own_either,
                                        office_open, office_close),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
