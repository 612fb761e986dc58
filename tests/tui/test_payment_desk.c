/* The payment desk: heads down, one payment after the other. */
#include "firm.h"
#include "picture.h"

#include "rules/reference.h"
#include "tui/term.h"
#include "view/modal.h"
#include "view/payer.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void exact_payment_takes_13_keys(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    assert_in_range(firm_keys(&firm, "\"10442\" Enter Enter \"77120\" Enter"), 1, 14);
    firm_says(&firm, "Posted: 10442 Acme Holdings Ltd 4,310.00 transfer, P-");
    assert_int_equal(firm_open_of(&firm, "10442"), 0);
    assert_string_equal(firm_focus(&firm), "who");
    assert_string_equal(firm_field(&firm, "who"), "");
    assert_string_equal(firm_field(&firm, "amount"), "");
    assert_string_equal(firm_last_command(&firm),
                        "payment receive --amount 4310.00 --customer ACME --date 2026-11-22 "
                        "--method transfer --reference 77120 --apply 10442=4310.00");
    assert_string_equal(firm.desk.top->means, "1 posted  4,310.00 EUR");
    firm_left(&firm);
}

static void part_payment_takes_at_most_22_keys(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    assert_in_range(firm_keys(&firm, "\"10442\" Enter \"1234.56\" Enter \"77121\" Enter"), 1, 22);
    firm_says(&firm, "Posted: 10442 Acme Holdings Ltd 1,234.56");
    assert_int_equal(firm_open_of(&firm, "10442"), 431000 - 123456);
    firm_left(&firm);
}

static void what_stays_unapplied_is_said_before(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter \"912\" Enter \"A1\" Enter");
    firm_says(&firm, "12.00 stays unapplied with Acme Holdings Ltd");
    assert_int_equal(firm_open_of(&firm, "10461"), 90000);
    firm_keys(&firm, "Enter");
    firm_says(&firm, "Posted: 10461");
    assert_int_equal(firm_open_of(&firm, "10461"), 0);
    assert_int_equal(firm_balance(&firm, "ACME"), 431000 + 10000 - 1200);
    firm_left(&firm);
}

static void a_thousand_keys_at_once_lose_none(void **state)
{
    struct firm firm;
    const char *payment = "\"10442\" Enter \"1.00\" Enter \"9\" Enter ";
    int keys = 0, payments = 0;
    firm_at(&firm, "payment", "");
    for (; keys < 1000; payments++) { /* 13 keys each; the keys wait in the terminal's queue */
        struct keycode_script at = {.at = payment};
        struct key key;
        for (;;) {
            assert_int_equal(keycode_next(&at, &key, NULL), ERR_OK);
            if (key_is(key, KEYCODE_NONE))
                break;
            term_push(key);
            keys++;
        }
    }
    firm.answer = true; /* the same reference again: one question each, answered by the test */
    while (term_key_waits())
        firm_key(&firm.desk, term_key(0));
    assert_int_equal(firm_open_of(&firm, "10442"), 431000 - 100 * payments);
    assert_int_equal(firm.asked, payments - 1);
    firm_left(&firm);
}

static void wrong_input_keeps_text_and_cursor(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"99999\" Enter");
    assert_string_equal(firm_focus(&firm), "who");
    assert_string_equal(firm_field(&firm, "who"), "99999");
    assert_non_null(strstr(firm_hint(&firm, "who"), "no invoice and no customer has the number"));
    /* what was typed ahead stays in the field and posts nothing */
    firm_keys(&firm, "Enter \"77120\" Enter");
    assert_string_equal(firm_focus(&firm), "who");
    assert_string_equal(firm_field(&firm, "who"), "9999977120");
    firm_keys(&firm, "C-u \"10461\" Enter \"x\" Enter");
    assert_string_equal(firm_focus(&firm), "amount");
    firm_keys(&firm, "C-u \"-5\" Enter");
    assert_string_equal(firm_focus(&firm), "amount");
    assert_non_null(strstr(firm_hint(&firm, "amount"), "more than 0.00"));
    firm_keys(&firm, "C-u \"100*2+50\" Enter");
    assert_string_equal(firm_field(&firm, "amount"), "250.00");
    firm_keys(&firm, "Tab Tab \"2026-02-31\" Tab");
    assert_string_equal(firm_focus(&firm), "date");
    firm_keys(&firm, "C-u \"y\" Tab");
    assert_string_equal(firm_field(&firm, "date"), "2026-11-21");
    assert_non_null(strstr(firm_hint(&firm, "date"), "Sat"));
    assert_int_equal(firm_open_of(&firm, "10461"), 90000);
    firm_left(&firm);
}

static void an_ambiguous_number_is_never_guessed(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10500\" Enter");
    assert_string_equal(firm_focus(&firm), "who");
    assert_non_null(strstr(firm_hint(&firm, "who"), "also the code of another customer"));
    firm_keys(&firm, "\"/\" Enter");
    assert_non_null(strstr(firm_hint(&firm, "who"), "Ten Five Hundred"));
    firm_keys(&firm, "BackTab C-u \"1050\" Enter"); /* a part of a number is nobody */
    assert_string_equal(firm_focus(&firm), "who");
    firm_left(&firm);
}

static void marks_and_parts(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"acme\" Enter \"1000\" Enter Tab Tab Tab");
    assert_string_equal(firm_focus(&firm), "items");
    /* 10442 part by hand, then the rest to the next */
    firm_keys(&firm, "\"400\" Down Space");
    const struct grid *grid =
        firm.desk.top->form.fields[form_find(&firm.desk.top->form, "items")].grid;
    assert_string_equal(grid_text(grid, 0, 6), "400.00");
    assert_string_equal(grid_text(grid, 1, 6), "600.00");
    assert_string_equal(grid_text(grid, 1, 7), "300.00");
    firm_keys(&firm, "F10");
    firm_says(&firm, "Posted: ACME");
    assert_int_equal(firm_open_of(&firm, "10442"), 391000);
    assert_int_equal(firm_open_of(&firm, "10461"), 30000);
    firm_left(&firm);
}

static void a_discount_closes_the_invoice(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10470\" Enter \"980\" Enter");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10470 in full with discount 20.00");
    firm_keys(&firm, "\"R1\" Enter");
    firm_says(&firm, "Posted: 10470 Borealis GmbH 980.00");
    assert_int_equal(firm_open_of(&firm, "10470"), 0);
    assert_int_equal(firm_balance(&firm, "BOREALIS"), 0);
    firm_left(&firm);
}

/* The discount that was shown goes with the day: what is paid now is seen before it is posted. */
static void what_a_field_changed_is_seen_before(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10470\" Enter \"980\" Enter Tab Tab C-u \"2026-12-12\" Enter");
    firm_says(&firm,
              "Changed: 10470, 20.00 short: F11 lets it go; 20.00 of 10470 stays open: once more "
              "posts it.");
    assert_int_equal(firm_open_of(&firm, "10470"), 100000);
    firm_keys(&firm, "Enter");
    firm_says(&firm,
              "Posted: 10470 Borealis GmbH 980.00 transfer, P-1001, in hand until 2026-12-12; "
              "20.00 of 10470 stays open");
    firm_keys(&firm, "C-u \"acme\" Enter \"1000\" Enter Tab Tab C-u \"t\" BackTab BackTab");
    firm_keys(&firm, "\"10461 and 10530\" F10");
    firm_says(&firm, "Changed: 2 papers in full: once more posts it.");
    firm_left(&firm);
}

static void a_day_of_a_closed_month_is_told(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm.answer = true;
    firm_line(&firm, "period close 2026-10");
    firm_keys(&firm, "\"10442\" Enter Enter Tab Tab C-u \"2026-10-20\" Enter");
    firm_says(&firm,
              "Posted: 10442 Acme Holdings Ltd 4,310.00 transfer, P-1001; posted on 2026-11-01, "
              "since 2026-10 is closed");
    firm_left(&firm);
}

static void a_strange_day_is_asked_for_once(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter \"10\" Enter Tab Tab C-u \"2019-01-20\" Enter");
    firm_says(&firm, "2019-01-20 is more than a year back: once more posts it.");
    firm_keys(&firm, "Enter \"10442\" Enter \"11\" Enter Enter");
    assert_int_equal(firm_open_of(&firm, "10442"), 431000 - 1100);
    firm_left(&firm);
}

static void other_money_names_its_way(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter \"10 USD\" Enter");
    assert_string_equal(firm_focus(&firm), "amount");
    assert_non_null(strstr(firm_hint(&firm, "amount"), "only EUR here; `:payment receive"));
    firm_left(&firm);
}

static void what_is_proposed_is_in_sight(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm.answer = true; /* one like the other */
    for (int i = 0; i < 20; i++)
        firm_line(&firm, "payment receive --customer COBALT1 --amount 1 --date 2026-10-01");
    firm_keys(&firm, "\"COBALT1\" Enter \"10\" Enter F6");
    const struct grid *grid =
        firm.desk.top->form.fields[form_find(&firm.desk.top->form, "items")].grid;
    assert_true(grid->rows[20].marked);
    assert_int_equal(grid->row, 20);
    firm_left(&firm);
}

static void proposals_in_turn(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"acme\" Enter \"900\" Enter");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10461 in full"); /* one paper of that sum */
    firm_keys(&firm, "\"for 10461\" F6");
    firm_says(&firm, "by the numbers in the reference");
    firm_keys(&firm, "F6"); /* what the amount finds is there already */
    firm_says(&firm, "oldest due first");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10442 in part");
    firm_keys(&firm, "F6");
    firm_says(&firm, "Nothing is marked");
    firm_keys(&firm, "F6");
    firm_says(&firm, "by the numbers in the reference");
    firm_left(&firm);
}

/* The same rules in the same order as in the shell, and the settings that hold for the customer. */
static void the_rules_of_the_shell(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    desk_run(&firm.desk, "book set --name autocash.steps --value exact --customer ACME");
    firm_keys(&firm, "\"acme\" Enter \"900\" Enter \"for 10442\" F6");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10442 in part"); /* the oldest */
    firm_keys(&firm, "F6");
    firm_says(&firm, "Nothing is marked");
    firm_keys(&firm, "F6");
    firm_says(&firm, "by the amount");
    firm_left(&firm);
}

/* 900.00 and the first instalment of 30.00: no other papers come to 930.00. */
static void the_only_choice_of_papers(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"acme\" Enter \"930\" Enter");
    firm_keys(&firm, "F6");
    firm_says(&firm, "a choice of items that comes to it");
    firm_keys(&firm, "F10");
    assert_int_equal(firm_open_of(&firm, "10461"), 0);
    assert_int_equal(firm_open_of(&firm, "10530"), 7000);
    assert_int_equal(firm_open_of(&firm, "10442"), 431000);
    firm_left(&firm);
}

/* The lines of ACME with a credit memo and earlier money: 10442, 10461, CM-1001, P-1001, 10530. */
static void desk_with_credits(struct firm *firm, const char *about)
{
    firm_open(firm);
    picture_start(24, 80);
    firm_line(firm, "credit issue --customer ACME --date 2026-11-02 --amount 310.00");
    firm_line(firm, "payment receive --customer ACME --date 2026-11-03 --amount 40.00");
    assert_int_equal(desk_push(&firm->desk, view_class_find("payment"), about, ""), ERR_OK);
}

static void credits_that_are_marked_add_to_the_cash(void **state)
{
    struct firm firm;
    desk_with_credits(&firm, "10442");
    firm_keys(&firm, "Tab Tab Tab Tab Down Down Space");
    assert_string_equal(firm_field(&firm, "amount"), "4,000.00"); /* nobody typed it: it follows */
    assert_string_equal(firm_hint(&firm, "amount"), "= 10442 in full less credits 310.00");
    firm_keys(&firm, "Down \"15\" Down");
    assert_string_equal(firm_field(&firm, "amount"), "3,985.00");
    const struct grid *grid =
        firm.desk.top->form.fields[form_find(&firm.desk.top->form, "items")].grid;
    assert_string_equal(grid_text(grid, 2, 6), "-310.00");
    assert_string_equal(grid_text(grid, 3, 6), "-15.00");
    assert_string_equal(grid_text(grid, 3, 7), "-25.00");
    desk_picture(&firm.desk);
    picture_has("payment 3,985.00 EUR + credits 325.00   left 0.00");
    firm_keys(&firm, "F10");
    firm_says(&firm, "Posted: 10442");
    assert_non_null(strstr(firm_last_command(&firm),
                           "--apply '10442=310.00 from CM-1001; 10442=15.00 from P-1001; "
                           "10442=3985.00'"));
    assert_int_equal(firm_open_of(&firm, "10442"), 0);
    assert_int_equal(firm_open_of(&firm, "CM-1001"), 0);
    assert_int_equal(firm_open_of(&firm, "P-1001"), -2500);
    firm_left(&firm);
}

static void a_typed_amount_does_not_follow(void **state)
{
    struct firm firm;
    desk_with_credits(&firm, "");
    firm_keys(&firm, "\"10461\" Enter \"590\" Enter Tab Tab Tab Down Down Space");
    assert_string_equal(firm_field(&firm, "amount"), "590.00");
    firm_keys(&firm, "F10"); /* 590.00 and 310.00 are the 900.00 of 10461 */
    firm_says(&firm, "Posted: 10461");
    assert_int_equal(firm_open_of(&firm, "10461"), 0);
    assert_int_equal(firm_open_of(&firm, "CM-1001"), 0);
    firm_left(&firm);
}

static void more_than_a_credit_has_is_refused(void **state)
{
    struct firm firm;
    desk_with_credits(&firm, "10442");
    firm_keys(&firm, "Tab Tab Tab Tab Down Down \"310.01\" Down");
    firm_says(&firm, "no more than that can be used of it");
    firm_keys(&firm, "C-u \"-310\" Down"); /* the sign does not matter */
    assert_string_equal(firm_field(&firm, "amount"), "4,000.00");
    firm_left(&firm);
}

static void credits_that_cover_it_all_want_no_money(void **state)
{
    struct firm firm;
    desk_with_credits(&firm, "10530/1");
    firm_keys(&firm, "C-u \"ACME\" Enter Tab Tab Tab Tab Down Down Space");
    firm_says(&firm, "`customer match` applies them");
    assert_string_equal(firm_field(&firm, "amount"), "");
    firm_keys(&firm, "F10");
    assert_int_equal(firm_open_of(&firm, "CM-1001"), -31000);
    firm_left(&firm);
}

/* What the money earns a discount on is not paid by a credit memo, as long as others are there. */
static void credits_go_first_where_no_discount_is(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_line(&firm, "credit issue --customer BOREALIS --date 2026-11-19 --amount 50.00");
    firm_line(&firm, "invoice issue --customer BOREALIS --number 10600 --date 2026-11-20 --terms "
                     "N30 --amount 70.00");
    firm_keys(&firm, "\"BOREALIS\" Enter \"1000\" Enter Tab Tab Tab Space Down Down Space");
    assert_string_equal(firm_field(&firm, "amount"), "1,000.00");
    firm_keys(&firm, "F10");
    firm_says(&firm, "Posted: BOREALIS");
    assert_non_null(strstr(firm_last_command(&firm), "10600=50.00 from CM-1001"));
    assert_int_equal(firm_open_of(&firm, "10470"), 0);
    assert_int_equal(firm_open_of(&firm, "10600"), 0);
    firm_left(&firm);
}

static void instalments_are_lines(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "10530");
    assert_string_equal(firm_focus(&firm), "amount");
    assert_string_equal(firm_field(&firm, "amount"), "100.00");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10530 in full");
    firm_keys(&firm, "\"30\" Tab");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10530/1 in full");
    assert_false(firm.desk.top->form.fields[5].grid->rows[3].marked);
    firm_keys(&firm, "BackTab \"50\" Enter");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10530 in part");
    firm_keys(&firm, "\"Q\" Enter");
    firm_says(&firm, "Posted: 10530");
    assert_int_equal(firm_open_of(&firm, "10530"), 5000);
    assert_non_null(strstr(firm_last_command(&firm), "instalment 1; 10530=20.00 instalment 2"));
    firm_left(&firm);
}

static void same_again_and_counted_up(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter \"10\" Enter \"77199\" Enter");
    firm_keys(&firm, "F9 Enter F9 Enter");
    assert_string_equal(firm_field(&firm, "who"), "ACME");
    assert_string_equal(firm_field(&firm, "amount"), "10.00");
    firm_keys(&firm, "F9 F9");
    assert_string_equal(firm_field(&firm, "reference"), "77200");
    firm_left(&firm);
}

static void what_was_typed_survives_leaving(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    assert_int_equal(desk_push(&firm.desk, view_class_find("payment"), "", ""), ERR_OK);
    firm_keys(&firm, "\"10461\" Enter \"123\" Esc");
    firm_says(&firm, "kept for next time");
    assert_int_equal(desk_push(&firm.desk, view_class_find("payment"), "", ""), ERR_OK);
    firm_says(&firm, "typed before");
    assert_string_equal(firm_field(&firm, "who"), "10461");
    firm_keys(&firm, "Enter");
    assert_string_equal(firm_field(&firm, "amount"), "123.00");
    firm_keys(&firm, "Enter Enter");
    firm_says(&firm, "Posted: 10461 Acme Holdings Ltd 123.00");
    firm_left(&firm);
}

static void the_last_one_is_taken_back(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter Enter \"5\" Enter");
    assert_int_equal(firm_open_of(&firm, "10461"), 0);
    term_push(key_rune('y'));
    firm_keys(&firm, "F8");
    assert_int_equal(firm_open_of(&firm, "10461"), 90000);
    assert_string_equal(firm.desk.top->means, "0 posted  0.00 EUR");
    firm_left(&firm);
}

static void a_receipt_that_looks_the_same_is_shown_and_asked_for(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter \"10\" Enter \"R7\" Enter");
    firm_keys(&firm, "\"10461\" Enter \"10\" Enter \"R7\" Tab");
    assert_string_equal(firm_hint(&firm, "reference"), "! seen before: look below");
    desk_picture(&firm.desk);
    picture_has("P-1001 of 2026-11-22 is the same");
    firm_keys(&firm, "F10"); /* no */
    assert_int_equal(firm.asked, 1);
    assert_non_null(strstr(firm.question, "P-1001"));
    assert_int_equal(firm_open_of(&firm, "10461"), 89000);
    assert_string_equal(firm_field(&firm, "reference"), "R7");
    firm.answer = true;
    firm_keys(&firm, "F10");
    assert_int_equal(firm_open_of(&firm, "10461"), 88000);
    firm_left(&firm);
}

static void amounts_are_typed_as_the_person_writes_them(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm.session.notation = (struct notation){.decimal = ',', .group = '.'};
    firm_keys(&firm, "\"10442\" Enter");
    assert_string_equal(firm_field(&firm, "amount"), "4.310,00");
    firm_keys(&firm, "\"1.234,5\" Enter \"R\" Enter");
    firm_says(&firm, "Posted: 10442 Acme Holdings Ltd 1.234,50");
    assert_int_equal(firm_open_of(&firm, "10442"), 431000 - 123450);
    assert_non_null(strstr(firm_last_command(&firm), "--amount 1234.50 "));
    firm_left(&firm);
}

static void an_rf_reference_finds_its_invoice(void **state)
{
    struct firm firm;
    char made[REFERENCE_TEXT], keys[64];
    firm_at(&firm, "payment", "");
    firm_line(&firm, "invoice issue --customer ACME --amount 5.00"); /* of our own series */
    assert_int_equal(reference_make("INV-1001", made, NULL), ERR_OK);
    snprintf(keys, sizeof keys, "\"%s\" Enter", made);
    firm_keys(&firm, keys);
    assert_string_equal(firm_field(&firm, "amount"), "5.00");
    firm_keys(&firm, "BackTab C-u \"1001\" Enter"); /* and without its prefix */
    assert_string_equal(firm_field(&firm, "amount"), "5.00");
    assert_string_equal(firm_hint(&firm, "amount"), "= INV-1001 in full");
    firm_left(&firm);
}

static void a_wrong_rf_reference_is_nobody(void **state)
{
    struct firm firm;
    char made[REFERENCE_TEXT], keys[64];
    firm_at(&firm, "payment", "");
    assert_int_equal(reference_make("10442", made, NULL), ERR_OK);
    snprintf(keys, sizeof keys, "\"%.4s %s\" Enter", made, made + 4);
    firm_keys(&firm, keys); /* in groups, as it is printed */
    assert_string_equal(firm_hint(&firm, "amount"), "= 10442 in full");
    made[3] = made[3] == '9' ? '0' : (char)(made[3] + 1);
    snprintf(keys, sizeof keys, "BackTab C-u \"%s\" Enter", made);
    firm_keys(&firm, keys);
    assert_string_equal(firm_focus(&firm), "who");
    firm_left(&firm);
}

/* A scanner types the number and Enter; what it and the paper have around it is left out. */
static void a_scanned_barcode_finds_its_invoice(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"]C110461\" Enter");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10461 in full");
    firm_keys(&firm, "BackTab C-u \"NW*10442#\" Enter");
    assert_string_equal(firm_focus(&firm), "who");
    firm_line(&firm, "book set --name scan.before --value 'NW*'");
    firm_line(&firm, "book set --name scan.after --value '#'");
    firm_keys(&firm, "C-u \"NW*10442#\" Enter");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10442 in full");
    firm_keys(&firm, "BackTab C-u \"]A0nw*10461#\" Enter");
    assert_string_equal(firm_hint(&firm, "amount"), "= 10461 in full");
    firm_keys(&firm, "BackTab C-u \"10442\" Enter"); /* typed by hand */
    assert_string_equal(firm_hint(&firm, "amount"), "= 10442 in full");
    firm_left(&firm);
}

static void amounts_are_reckoned(void **state)
{
    static const struct {
        const char *typed, *is;
    } cases[] = {
        {"*", "4,310.00"},     {"50%", "2,155.00"},  {"*-10", "4,300.00"},
        {"100*3+5", "305.00"}, {"1000/3", "333.33"}, {"(1+2)*3", "9.00"},
    };
    struct firm firm;
    char keys[64];
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10442\" Enter");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(keys, sizeof keys, "C-u \"%s\" Tab BackTab", cases[i].typed);
        firm_keys(&firm, keys);
        assert_string_equal(firm_field(&firm, "amount"), cases[i].is);
    }
    firm_left(&firm);
}

/* As on an adding machine, while one wants it: the point is not typed. */
static void decimals_may_be_implied(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10442\" Enter C-p");
    firm_says(&firm, "12345 is 123.45");
    assert_string_equal(firm_field(&firm, "amount"), "4,310.00"); /* what stood there stays */
    firm_keys(&firm, "C-u \"12345\" Tab BackTab");
    assert_string_equal(firm_field(&firm, "amount"), "123.45");
    firm_keys(&firm, "C-u \"12.5\" Tab BackTab");
    assert_string_equal(firm_field(&firm, "amount"), "12.50");
    firm_keys(&firm, "C-u \"43100\" Tab Tab Tab Tab \"5000\" Down");
    const struct grid *grid =
        firm.desk.top->form.fields[form_find(&firm.desk.top->form, "items")].grid;
    assert_string_equal(grid_text(grid, 0, 6), "50.00");
    firm_keys(&firm, "C-p");
    firm_says(&firm, "as they are written");
    firm_left(&firm);
}

static void dates_are_letters(void **state)
{
    static const struct {
        const char *typed, *is;
    } cases[] = {
        {"y", "2026-11-21"},  {"b", "2026-11-20"}, {"m", "2026-11-01"}, {"h", "2026-11-30"},
        {"mo", "2026-11-16"}, {"7", "2026-11-07"}, {"t", "2026-11-22"},
    };
    struct firm firm;
    char keys[64];
    firm_at(&firm, "payment", "10442");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        form_focus(&firm.desk.top->form, form_find(&firm.desk.top->form, "date"));
        snprintf(keys, sizeof keys, "C-u \"%s\" Tab", cases[i].typed);
        firm_keys(&firm, keys);
        assert_string_equal(firm_field(&firm, "date"), cases[i].is);
    }
    firm_left(&firm);
}

static void method_and_date_keep_their_value(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10442\" Enter \"5\" Tab Tab \"c\" Tab C-u \"y\" Tab F10");
    firm_says(&firm, "Posted: 10442");
    assert_string_equal(firm_field(&firm, "date"), "2026-11-21");
    assert_string_not_equal(firm_field(&firm, "method"), "transfer");
    firm_keys(&firm, "\"10442\" Enter \"6\" Enter Enter");
    assert_non_null(strstr(firm_last_command(&firm), "--date 2026-11-21 --method c"));
    firm_left(&firm);
}

/* A day ahead is one cheque's; other money with a day to come is asked for with each payment. */
static void a_day_ahead_is_of_one_payment_only(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter Enter \"C1\" Tab \"ch\" Tab \"+20\" F10");
    firm_says(&firm,
              "Posted: 10461 Acme Holdings Ltd 900.00 cheque, P-1001, in hand until 2026-12-12");
    assert_string_equal(firm_field(&firm, "date"), "2026-11-22");
    firm_keys(&firm, "\"10442\" Enter \"1\" Enter \"R1\" Tab \"tr\" Tab \"+20\" F10");
    firm_says(&firm, "2026-12-12 is still to come, and it is no cheque: once more posts it.");
    firm_keys(&firm, "F10");
    firm_says(&firm, "in hand until 2026-12-12");
    firm_keys(&firm, "\"10442\" Enter \"2\" Enter \"R2\" F10");
    assert_non_null(strstr(firm_last_command(&firm), "--date 2026-11-22 --method transfer"));
    firm_keys(&firm, "\"10442\" Enter \"3\" Enter \"R3\" Tab \"card\" Tab \"+20\" F10");
    firm_says(&firm, "2026-12-12 is still to come, and it is no cheque: once more posts it.");
    /* in a batch it is the batch's day again */
    firm_keys(&firm, "F10");
    firm_line(&firm, "batch open --count 2 --total 12 --date 2026-11-20");
    desk_run(&firm.desk, "payment receive --batch A ...");
    firm_keys(&firm, "\"10442\" Enter \"4\" Enter \"C2\" Tab \"ch\" Tab \"2026-12-12\" F10");
    assert_string_equal(firm_field(&firm, "date"), "2026-11-20");
    firm_left(&firm);
}

static void the_date_is_followed_by_the_first_field(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "Tab Tab Tab Tab");
    assert_string_equal(firm_focus(&firm), "date");
    firm_keys(&firm, "Tab"); /* there are no lines */
    assert_string_equal(firm_focus(&firm), "who");
    firm_left(&firm);
}

static void lines_go_with_the_customer(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter BackTab C-u");
    assert_int_equal(firm.desk.top->form.fields[5].grid->count, 0);
    assert_string_equal(firm_field(&firm, "amount"), "");
    assert_true(!firm_hint(&firm, "amount") || !*firm_hint(&firm, "amount"));
    firm_keys(&firm, "\"acme\" Enter \"4400\" Enter F6");
    assert_string_equal(firm_hint(&firm, "amount"), "= 1 in full, 1 in part");
    firm_left(&firm);
}

/* A line of a batch takes no more keys than a payment: 13. */
static void a_line_of_a_batch_takes_13_keys(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_line(&firm, "batch open --count 2 --total 5544.56");
    desk_run(&firm.desk, "payment receive --batch A ...");
    assert_in_range(firm_keys(&firm, "\"10442\" Enter Enter \"77120\" Enter"), 1, 14);
    firm_says(&firm, "Line 1: 10442 Acme Holdings Ltd 4,310.00");
    assert_int_equal(firm_open_of(&firm, "10442"), 431000);
    assert_string_equal(firm_last_command(&firm),
                        "payment receive --amount 4310.00 --customer ACME --date 2026-11-22 "
                        "--method transfer --reference 77120 --apply 10442=4310.00 --batch "
                        "2026-11-22/A");
    assert_in_range(firm_keys(&firm, "\"acme\" Enter \"1234.56\" Enter \"77121\" Enter Enter"), 1,
                    22);
    firm_says(&firm, "difference 0: F10 posts the batch");
    firm_keys(&firm, "\"acme\" Enter \"1234.56\" Enter \"77121\" Enter Enter");
    firm_says(&firm, "Acme Holdings Ltd 1,234.56, the same as line 2");
    term_push(key_rune('n')); /* asked, and not wanted */
    firm_keys(&firm, "F8");
    assert_non_null(strstr(firm.desk.top->means, "3 of 2"));
    for (int i = 0; i < 2; i++) {
        term_push(key_rune('y'));
        firm_keys(&firm, "F8");
    }
    assert_string_equal(firm.desk.top->means,
                        "1 of 2  entered 4,310.00 of 5,544.56  to go 1,234.56");
    firm_keys(&firm, "F10");
    firm_says(&firm, "Not yet");
    /* at the items, whose it is */
    firm_keys(&firm, "\"10442\" Enter");
    desk_picture(&firm.desk);
    picture_has("pending 4,310.00, batch A, anna");
    firm_left(&firm);
}

static void a_list_hands_over_whom_it_means(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    desk_run(&firm.desk, "payment receive --customer 10500 ..."); /* a number of a paper, too */
    assert_string_equal(firm_focus(&firm), "amount");
    assert_non_null(strstr(firm_hint(&firm, "who"), "Ten Five Hundred"));
    desk_run(&firm.desk, "payment receive --customer ACME --apply 10461 ...");
    assert_string_equal(firm_field(&firm, "amount"), "900.00");
    firm_keys(&firm, "Enter \"Z\" Enter");
    firm_says(&firm, "Posted: 10461");
    desk_run(&firm.desk, "payment receive --customer ACME --amount 1000 --method cash ...");
    assert_string_equal(firm_field(&firm, "amount"), "1,000.00");
    assert_string_equal(firm_field(&firm, "method"), "cash");
    firm_keys(&firm, "F6");
    assert_non_null(strstr(firm_hint(&firm, "amount"), "10442 in part"));
    desk_run(&firm.desk, "payment receive --customer ACME --apply CM-9 ..."); /* no debit */
    assert_string_equal(firm_field(&firm, "who"), "ACME");
    firm_left(&firm);
}

/* Another clerk posts while a payment is half typed: what is open is as it is now, what was typed
 * and where the cursor stands is as it was. */
static void the_others_work_appears_under_the_typing(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"ACME\" Enter \"1500\" Enter \"HALF\" Tab Tab Tab Down \"90\"");
    assert_string_equal(firm_focus(&firm), "items");
    firm_line(&firm, "payment receive --amount 850 --apply 10461=850.00 --reference other");
    assert_int_equal(view_load(firm.desk.top), ERR_OK);
    firm_keys(&firm, "\"0\" Backspace"); /* still in the same cell: 90 of 10461 */
    desk_picture(&firm.desk);
    picture_has("HALF");
    picture_has("50.00");
    firm_keys(&firm, "Enter"); /* 90 is more than there is now */
    firm_says(&firm, "10461 has 50.00 open; no more than that can be paid of it");
    firm_keys(&firm, "C-u \"40\" Enter");
    /* now somebody takes the rest of it: the mark goes, its line stays where it was */
    firm_line(&firm, "payment receive --amount 50 --apply 10461=50.00 --reference other2");
    assert_int_equal(view_load(firm.desk.top), ERR_OK);
    firm_says(&firm, "10461 was paid by ");
    firm_says(&firm, ": 0.00 is left");
    desk_picture(&firm.desk);
    picture_has("[ ] 10461");
    picture_has("unapplied 1,500.00");
    assert_string_equal(firm_field(&firm, "amount"), "1,500.00");
    firm_keys(&firm, "Up Space");
    firm_says(&firm, "10461 has nothing open any more");
    firm_keys(&firm, "F6");
    picture_has("10461");
    /* the desk posts what is possible, without asking for the customer again */
    firm_keys(&firm, "F10");
    firm_says(&firm, "Posted: ACME");
    firm_left(&firm);
}

/* The refusal says who was first; what was typed is kept, and F6 goes on from there. */
static void who_comes_second_is_told_and_goes_on(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter Enter \"77\"");
    firm_line(&firm, "payment receive --amount 900 --apply 10461=900.00 --reference other");
    firm_keys(&firm, "Enter");
    firm_says(&firm, "10461 was paid by ");
    firm_says(&firm, ": 0.00 is left");
    assert_string_equal(firm_field(&firm, "who"), "10461");
    assert_string_equal(firm_field(&firm, "amount"), "900.00");
    assert_string_equal(firm_field(&firm, "reference"), "77");
    assert_non_null(strstr(firm_hint(&firm, "who"), "10461 is paid already"));
    firm_keys(&firm, "F6 F10");
    firm_says(&firm, "Posted: ACME");
    assert_int_equal(firm_open_of(&firm, "10442"), 431000 - 90000); /* the oldest of the others */
    firm_left(&firm);
}

/* What was allowed beside the money is said with it, and so is what waits for somebody else. */
static void a_discount_given_late_is_told(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10470\" Enter \"980\" Enter \"R1\" Tab Tab C-u \"2026-12-12\" Tab F11 F10");
    firm_says(&firm, "no cheque: once more posts it.");
    firm_keys(&firm, "F10");
    firm_says(&firm,
              "Posted: 10470 Borealis GmbH 980.00 transfer, P-1001, in hand until 2026-12-12; "
              "discount 20.00 on 10470 is unearned");
    firm_left(&firm);
    firm_at(&firm, "payment", "");
    firm_line(&firm, "user add --name cleo --role manager");
    firm_line(&firm, "user add --name bert --role clerk --limit discount=0");
    firm.session.actor = "bert";
    firm_keys(&firm, "\"10470\" Enter \"980\" Enter \"R1\" Tab Tab C-u \"2026-12-12\" Tab F11 F10");
    firm_says(&firm, "no cheque: once more posts it.");
    firm_keys(&firm, "F10");
    firm_says(&firm, "; unearned discount of 20.00 EUR on 10470 waits for approval A-1: ");
    firm_left(&firm);
}

/* What pays the paper that was typed is named: whoever has another cheque for it must see that. */
static void a_cheque_in_hand_is_named_at_its_paper(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10461\" Enter Enter \"C1\" Tab \"ch\" Tab \"+20\" F10");
    firm_says(&firm, "in hand until 2026-12-12");
    firm_keys(&firm, "\"10461\" Enter");
    assert_string_equal(firm_hint(&firm, "who"), "Acme Hol…  money in hand until 2026-12-12");
    /* another paper of the same customer that is paid is paid */
    firm_line(&firm, "payment receive --customer ACME --amount 4310 --apply 10442");
    firm_keys(&firm, "BackTab C-u \"10442\" Enter");
    assert_non_null(strstr(firm_hint(&firm, "who"), "10442 is paid already"));
    firm_left(&firm);
}

static void the_picture(void **state)
{
    struct firm firm;
    firm_at(&firm, "payment", "");
    firm_keys(&firm, "\"10442\" Enter Enter \"77120\"");
    desk_picture(&firm.desk);
    picture_has("Customer or invoice  10442_________  Acme Holdings Ltd  open 5,310.00  33 d");
    picture_has("[x] 10442");
    picture_has("payment 4,310.00 EUR   left 0.00");
    picture_has("F6 Propose");
    firm_keys(&firm, "BackTab BackTab C-u \"10520\" Enter");
    desk_picture(&firm.desk);
    picture_has("The Very Long Company Name o…  open 77.00");
    firm_keys(&firm, "BackTab C-u \"10510\" Enter");
    desk_picture(&firm.desk);
    picture_has("北京东方照明有限公司  北京  open 88.00");
    firm_left(&firm);
}

/* The name is how a slip is seen: figures that stand in the lines below make room for it. */
static void the_name_is_there_beside_long_figures(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct payer payer = {.customer_id = 1,
                                .code = "HARBOURLTD",
                                .name = "Harbourside Lighting Ltd",
                                .town = "London",
                                .currency = {"GBP", 2},
                                .foreign = true,
                                .open = 380047,
                                .prepaid = 25319,
                                .oldest_days = 12};
    assert_string_equal(payer_words(&payer, &notation_plain, 80, &arena),
                        "Harbourside Lighting Ltd  London  open 3800.47 GBP  12 d  prepaid 253.19 "
                        "GBP");
    assert_string_equal(payer_words(&payer, &notation_plain, 47, &arena),
                        "Harbours…  open 3800.47 GBP  prepaid 253.19 GBP");
    assert_string_equal(payer_words(&payer, &notation_plain, 43, &arena),
                        "Harbourside Lighting Ltd  open 3800.47 GBP");
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_payment_takes_13_keys),
        cmocka_unit_test(part_payment_takes_at_most_22_keys),
        cmocka_unit_test(what_stays_unapplied_is_said_before),
        cmocka_unit_test(a_thousand_keys_at_once_lose_none),
        cmocka_unit_test(wrong_input_keeps_text_and_cursor),
        cmocka_unit_test(an_ambiguous_number_is_never_guessed),
        cmocka_unit_test(marks_and_parts),
        cmocka_unit_test(a_discount_closes_the_invoice),
        cmocka_unit_test(what_a_field_changed_is_seen_before),
        cmocka_unit_test(a_discount_given_late_is_told),
        cmocka_unit_test(a_cheque_in_hand_is_named_at_its_paper),
        cmocka_unit_test(a_day_of_a_closed_month_is_told),
        cmocka_unit_test(a_strange_day_is_asked_for_once),
        cmocka_unit_test(other_money_names_its_way),
        cmocka_unit_test(what_is_proposed_is_in_sight),
        cmocka_unit_test(proposals_in_turn),
        cmocka_unit_test(the_rules_of_the_shell),
        cmocka_unit_test(the_only_choice_of_papers),
        cmocka_unit_test(credits_that_are_marked_add_to_the_cash),
        cmocka_unit_test(a_typed_amount_does_not_follow),
        cmocka_unit_test(more_than_a_credit_has_is_refused),
        cmocka_unit_test(credits_that_cover_it_all_want_no_money),
        cmocka_unit_test(credits_go_first_where_no_discount_is),
        cmocka_unit_test(instalments_are_lines),
        cmocka_unit_test(same_again_and_counted_up),
        cmocka_unit_test(what_was_typed_survives_leaving),
        cmocka_unit_test(the_last_one_is_taken_back),
        cmocka_unit_test(a_receipt_that_looks_the_same_is_shown_and_asked_for),
        cmocka_unit_test(amounts_are_typed_as_the_person_writes_them),
        cmocka_unit_test(an_rf_reference_finds_its_invoice),
        cmocka_unit_test(a_wrong_rf_reference_is_nobody),
        cmocka_unit_test(a_scanned_barcode_finds_its_invoice),
        cmocka_unit_test(amounts_are_reckoned),
        cmocka_unit_test(decimals_may_be_implied),
        cmocka_unit_test(dates_are_letters),
        cmocka_unit_test(method_and_date_keep_their_value),
        cmocka_unit_test(a_day_ahead_is_of_one_payment_only),
        cmocka_unit_test(the_date_is_followed_by_the_first_field),
        cmocka_unit_test(lines_go_with_the_customer),
        cmocka_unit_test(a_line_of_a_batch_takes_13_keys),
        cmocka_unit_test(a_list_hands_over_whom_it_means),
        cmocka_unit_test(the_others_work_appears_under_the_typing),
        cmocka_unit_test(who_comes_second_is_told_and_goes_on),
        cmocka_unit_test(the_picture),
        cmocka_unit_test(the_name_is_there_beside_long_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
