/* Writing an invoice: lines, sums while it is typed, how it will look, posting. */
#include "firm.h"
#include "picture.h"

#include "ledger/invoice.h"
#include "tui/term.h"
#include "view/modal.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void an_invoice_is_written_and_posted(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "invoice issue ...");
    firm_keys(&firm, "\"borealis\" Enter \"PO-7\" Enter");
    assert_string_equal(firm_focus(&firm), "line");
    assert_string_equal(firm_field(&firm, "customer"), "BOREALIS");
    firm_keys(&firm, "\"Lamp; big = \" Enter \"2\" Enter \"12.50\" Enter \"VAT20\" Enter");
    firm_shows(&firm, "Net                         25.00");
    firm_shows(&firm, "Tax 20 %                     5.00");
    firm_shows(&firm, "Total EUR                   30.00");
    firm_shows(&firm, "2 % discount until 2026-12-02");
    firm_shows(&firm, "30.00 due 2026-12-22");
    firm_keys(&firm, "\"Oil\" Enter Enter \"3\"");
    firm_shows(
        &firm,
        "Total EUR                   33.60"); /* as it is typed, with the tax of the line before */
    firm_keys(&firm, "F10");
    firm_says(&firm, "INV-");
    assert_string_equal(firm.desk.top->class->name, "customers");
    assert_int_equal(firm_balance(&firm, "BOREALIS"), 100000 + 3360);
    firm_left(&firm);
}

static void enter_at_the_end_shows_it_first(void **state)
{
    struct firm firm;
    int64_t before = 0, after = 0;
    firm_at_form(&firm, "invoice issue --customer ACME ...");
    firm_keys(&firm, "Enter \"Lamp\" Enter \"2\" Enter \"10\" Enter Enter");
    assert_int_equal(book_revision(firm.session.book, &before), ERR_OK);
    firm_keys(&firm, "Enter");
    firm_says(&firm, "F10 posts it");
    firm_shows(&firm, "Acme Holdings Ltd");
    firm_shows(&firm, "Lamp");
    assert_int_equal(book_revision(firm.session.book, &after), ERR_OK);
    assert_int_equal(before, after); /* looking posts nothing */
    firm_keys(&firm, "Esc");
    assert_string_equal(firm.desk.top->class->name, "paper");
    firm_keys(&firm, "F7 F10");
    firm_says(&firm, "20.00 EUR");
    assert_int_equal(firm_balance(&firm, "ACME"), 431000 + 90000 + 10000 + 2000);
    firm_left(&firm);
}

static void what_is_wrong_has_the_cursor(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "invoice issue ...");
    firm_keys(&firm, "\"nobody at all\" Enter");
    assert_string_equal(firm_focus(&firm), "customer");
    assert_string_equal(firm_field(&firm, "customer"), "nobody at all");
    firm_keys(&firm, "C-u \"ACME\" Enter Enter \"Lamp\" Enter Enter Enter \"NOTAX\" Enter");
    assert_string_equal(firm_focus(&firm), "line");
    const struct grid *grid =
        firm.desk.top->form.fields[form_find(&firm.desk.top->form, "line")].grid;
    assert_int_equal(grid->column, 3);
    firm_keys(&firm, "C-u F10"); /* no price: the command says so */
    firm_says(&firm, "price");
    assert_string_equal(firm_focus(&firm), "line");
    assert_int_equal(grid->column, 2);
    assert_string_equal(grid_text(grid, 0, 0), "Lamp");
    firm_keys(&firm, "\"5\" BackTab BackTab BackTab");
    firm_keys(&firm, "BackTab BackTab BackTab \"31.2.2026\" Tab");
    assert_non_null(strstr(firm.desk.message, "2026"));
    firm_left(&firm);
}

static void instalments_and_terms_of_its_own(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "invoice issue --customer ACME ...");
    firm_keys(&firm, "Enter \"Lamp\" Tab Tab \"100\" Tab Tab Tab");
    assert_string_equal(firm_focus(&firm), "instalments");
    firm_keys(&firm, "\"2026-12-01=40; 2027-01-01=60\" F10");
    firm_says(&firm, "2 instalments");
    firm_left(&firm);
}

static void a_credit_memo_names_its_invoice(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "credit issue --customer ACME --invoice 10461 ...");
    assert_string_equal(firm_field(&firm, "invoice"), "10461");
    firm_keys(&firm, "Enter \"short\" Enter \"Lamp\" Enter Enter \"100\" F10");
    firm_says(&firm, "10461");
    assert_int_equal(firm_open_of(&firm, "10461"), 80000);
    firm_left(&firm);
}

static void long_and_chinese_names(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "invoice issue --customer CN1 ...");
    firm_shows(&firm, "北京东方照明有限公司");
    firm_keys(&firm, "Enter \"北京灯\" Enter \"1\" Enter \"8\" Enter F10");
    firm_says(&firm, "8.00 EUR");
    firm_left(&firm);
}

static void what_was_typed_is_there_the_next_time(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "invoice issue --customer ACME ...");
    firm_keys(&firm, "\"PO\" Enter \"Lamp\" Enter \"2\" Enter \"10\" Enter Esc");
    firm_says(&firm, "kept for next time");
    desk_run(&firm.desk, "invoice issue --customer CN1 ...");
    assert_string_equal(firm_field(&firm, "po"), ""); /* somebody else's */
    firm_keys(&firm, "Esc");
    desk_run(&firm.desk, "invoice issue --customer ACME ...");
    assert_string_equal(firm_field(&firm, "po"), "PO");
    firm_keys(&firm, "F10");
    firm_says(&firm, "20.00 EUR");
    firm_left(&firm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_invoice_is_written_and_posted),
        cmocka_unit_test(enter_at_the_end_shows_it_first),
        cmocka_unit_test(what_is_wrong_has_the_cursor),
        cmocka_unit_test(instalments_and_terms_of_its_own),
        cmocka_unit_test(a_credit_memo_names_its_invoice),
        cmocka_unit_test(long_and_chinese_names),
        cmocka_unit_test(what_was_typed_is_there_the_next_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
