/* u: every writing command has its exact reversal, or says why there is none. */
#include "firm.h"
#include "picture.h"

#include "tui/term.h"
#include "view/undo.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void every_writing_command_is_in_the_table(void **state)
{
    int missing = 0;

    for (size_t i = 0; commands_all[i]; i++) {
        const struct command *command = commands_all[i];
        const struct reversal *reversal = reversal_of(command);
        if (!(command->flags & COMMAND_WRITES) || (command->flags & COMMAND_HIDDEN))
            continue;
        if (reversal && (reversal->line == NULL) != (reversal->why == NULL))
            continue;
        print_error("%s %s: what takes it back, or why does nothing? (view/reversals.c)\n",
                    command->noun, command->verb);
        missing++;
    }
    assert_int_equal(missing, 0);
}

/* Each line is a command, and what it is filled with is there: a name is an argument of the act. */
static void every_line_can_be_filled(void **state)
{
    for (const struct reversal *r = reversals_all; r->noun; r++) {
        char verb[32]; /* without the argument behind it */
        snprintf(verb, sizeof verb, "%.*s", (int)strcspn(r->verb, " "), r->verb);
        const struct command *of = command_find(r->noun, verb), *by;
        struct arena arena = {0};
        struct note note = {0};
        char **words;
        int count = 0, used = 0;
        if (!of)
            fail_msg("%s %s is no command", r->noun, r->verb);
        if (!r->line)
            continue;
        assert_int_equal(words_split(r->line, &arena, &words, &count, &note), ERR_OK);
        assert_int_equal(command_words(count, words, &by, &used, &note), ERR_OK);
        for (int i = used; i < count; i++) {
            bool known = words[i][0] != '{' || strcmp(words[i], "{ref}") == 0 ||
                         strcmp(words[i], "{entry}") == 0;
            for (const struct arg *a = of->args; !known && a && a->name; a++)
                known = strncmp(words[i] + 1, a->name, strlen(a->name)) == 0 &&
                        words[i][1 + strlen(a->name)] == '}';
            if (!known)
                fail_msg("%s %s: %s is none of its arguments", r->noun, r->verb, words[i]);
        }
        arena_done(&arena);
    }
}

/* Acts and what they left; u takes each back, and the book is as before. */
static void acts_come_back_whole(void **state)
{
    static const char *const acts[] = {
        "payment receive --customer ACME --amount 4000 --apply \"10442=310.00 from CM-1001; "
        "10442=4000.00\"",
        "credit issue --invoice 10461 --amount 950.00",
        "customer match --customer ACME --apply \"10442=100.00 from CM-1001; 10461=50.00 from "
        "P-1001\"",
        "payment apply --payment P-1001 --apply \"10461=20.00; 10442=30.00 from CM-1001\"",
        "credit apply --credit CM-1001 --to 10442",
        "payment transfer --payment P-1001 --customer BOREALIS --amount 5.00",
        "debit issue --customer ACME --amount 9.00",
        "writeoff post --invoice W1 --amount 1.00 --reason small",
        "refund pay --from P-1001 --amount 10.00",
    };

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        struct firm firm;
        firm_open(&firm);
        picture_start(24, 80);
        firm_line(&firm, "credit issue --customer ACME --date 2026-11-01 --amount 400.00");
        firm_line(&firm, "payment receive --customer ACME --date 2026-11-02 --amount 60.00");
        firm_line(&firm, "invoice issue --customer ACME --number W1 --amount 100.00");
        firm_line(&firm, "payment receive --customer ACME --amount 99.00 --apply W1");
        assert_int_equal(desk_push(&firm.desk, view_class_find("start"), "", ""), ERR_OK);
        const int64_t acme = firm_balance(&firm, "ACME");
        const int64_t borealis = firm_balance(&firm, "BOREALIS");
        firm_line(&firm, acts[i]);
        term_push(key_rune('y'));
        firm_keys(&firm, "u");
        const int64_t opens[] = {firm_open_of(&firm, "10442"), firm_open_of(&firm, "10461"),
                                 firm_open_of(&firm, "CM-1001"), firm_open_of(&firm, "P-1001")};
        if (opens[0] != 431000 || opens[1] != 90000 || opens[2] != -40000 || opens[3] != -6000 ||
            firm_balance(&firm, "ACME") != acme || firm_balance(&firm, "BOREALIS") != borealis)
            fail_msg("%s: not as before; it said \"%s\"", acts[i], firm.desk.message);
        assert_int_equal(firm.asked, 0); /* the dialog was the only question */
        firm_close(&firm);
        picture_stop();
    }
}

static void without_a_reversal_the_reason_is_said(void **state)
{
    struct firm firm;
    firm_open(&firm);
    picture_start(24, 80);
    assert_int_equal(desk_push(&firm.desk, view_class_find("start"), "", ""), ERR_OK);
    firm_line(&firm, "rate add --currency USD --date 2026-11-01 --rate 0.90");
    firm_keys(&firm, "u");
    assert_non_null(strstr(firm.desk.message, "put right by another one for the same day"));
    firm_line(&firm, "invoice void --invoice 10461 --reason wrong");
    firm_keys(&firm, "u");
    assert_non_null(strstr(firm.desk.message, "a reversal cannot be reversed"));
    firm_close(&firm);
    picture_stop();
}

/* A view that has something of its own to take back goes before the journal. */
static void a_view_takes_its_own_back_first(void **state)
{
    struct firm firm;
    firm_open(&firm);
    picture_start(24, 80);
    assert_int_equal(desk_push(&firm.desk, view_class_find("payment"), "", ""), ERR_OK);
    firm_keys(&firm, "\"10461\" Enter Enter \"5\" Enter");
    firm_line(&firm, "debit issue --customer ACME --amount 9.00"); /* the last act in the journal */
    term_push(key_rune('y'));
    undo_run(&firm.desk);
    assert_int_equal(firm_open_of(&firm, "10461"), 90000);
    assert_int_equal(firm_open_of(&firm, "DM-1001"), 900);
    firm_close(&firm);
    picture_stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_writing_command_is_in_the_table),
        cmocka_unit_test(every_line_can_be_filled),
        cmocka_unit_test(acts_come_back_whole),
        cmocka_unit_test(without_a_reversal_the_reason_is_said),
        cmocka_unit_test(a_view_takes_its_own_back_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
