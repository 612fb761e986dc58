/* The forms that the rows of commands open for their arguments. */
#include "firm.h"
#include "picture.h"

#include "ledger/customer.h"
#include "tui/term.h"
#include "view/binding.h"
#include "view/modal.h"
#include "view/views.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void a_customer_is_added(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "customer add ...");
    firm_keys(&firm, "\"NEW\" Enter \"New & Old Ltd\" Enter \"n30\"");
    firm_keys(&firm, "C-u \"N30\" Enter \"1,234.5\" Enter");
    assert_string_equal(firm_hint(&firm, "terms"), "net 30");
    assert_string_equal(firm_field(&firm, "limit"), "1234.5");
    firm_keys(&firm, "F10");
    assert_string_equal(firm.desk.top->class->name, "customers");
    assert_string_equal(firm_last_command(&firm),
                        "customer add --code NEW --name 'New & Old Ltd' --terms N30 --limit "
                        "1234.5");
    firm_left(&firm);
}

static void a_refusal_has_the_cursor_and_keeps_the_text(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "customer add ...");
    firm_keys(&firm, "\"NEW\" Enter F10"); /* the name is needed */
    assert_string_equal(firm_focus(&firm), "name");
    firm_keys(&firm, "\"New\" Enter \"XX\" Enter"); /* terms that are not there */
    assert_string_equal(firm_focus(&firm), "terms");
    assert_string_equal(firm_field(&firm, "terms"), "XX");
    firm_keys(&firm, "C-u Tab Tab Tab Tab Tab Tab \"NLD\" F10"); /* the command itself says no */
    assert_string_equal(firm_focus(&firm), "country");
    assert_string_equal(firm_field(&firm, "country"), "NLD");
    firm_says(&firm, "not a country");
    firm_keys(&firm, "Backspace F10");
    assert_string_equal(firm.desk.top->class->name, "customers");
    firm_left(&firm);
}

static void only_what_is_changed_is_sent(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "customer set --code ACME ...");
    assert_string_equal(firm_field(&firm, "name"), "Acme Holdings Ltd");
    assert_string_equal(firm_field(&firm, "terms"), "N30");
    assert_string_equal(firm_field(&firm, "address"), "1 Main Street, Boston");
    assert_int_not_equal(firm.desk.top->form.fields[0].flags & FORM_FIXED, 0);
    firm_keys(&firm, "\"Acme Ltd\" F10");
    assert_string_equal(firm_last_command(&firm), "customer set --code ACME --name 'Acme Ltd'");
    firm_left(&firm);
}

static void a_customer_is_found_by_a_part_of_the_name(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "person add ...");
    firm_keys(&firm, "\"boreal\" Enter");
    assert_string_equal(firm_field(&firm, "customer"), "BOREALIS");
    assert_string_equal(firm_hint(&firm, "customer"), "Borealis GmbH");
    firm_keys(&firm, "\"Kim\" F10");
    assert_string_equal(firm_last_command(&firm), "person add --customer BOREALIS --name Kim");
    firm_left(&firm);
}

static void f4_lists_what_there_is(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "person add ...");
    const char *keys = "\"cobalt\" F4 Down Enter";
    /* the keys behind F4 are the list's: they wait in the terminal's queue */
    struct keycode_script at = {.at = keys};
    struct key key;
    while (keycode_next(&at, &key, NULL) == ERR_OK && !key_is(key, KEYCODE_NONE))
        term_push(key);
    while (term_key_waits())
        firm_key(&firm.desk, term_key(0));
    assert_string_equal(firm_field(&firm, "customer"), "COBALT2");
    assert_string_equal(firm_focus(&firm), "name");
    firm_left(&firm);
}

static void days_are_typed_short_and_said_long(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "debit issue --customer ACME ...");
    firm_keys(&firm, "Esc");
    desk_run(&firm.desk, "rate add ...");
    firm_keys(&firm, "\"usd\" Enter");
    assert_string_equal(firm_field(&firm, "currency"), "USD");
    firm_left(&firm);
}

/* A form reckons, but it does not know of what a share would be. */
static void amounts_are_reckoned_but_no_shares(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "customer add ...");
    firm_keys(&firm, "\"NEW\" Enter \"New\" Enter \"N30\" Enter \"1000+234.5\" Enter");
    assert_string_equal(firm_field(&firm, "limit"), "1234.50");
    firm_keys(&firm, "BackTab C-u \"50%\" Enter");
    assert_string_equal(firm_focus(&firm), "limit");
    assert_string_equal(firm_field(&firm, "limit"), "50%");
    firm_says(&firm, "give the amount");
    firm_left(&firm);
}

static void what_was_typed_is_there_the_next_time(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "customer add ...");
    firm_keys(&firm, "\"NEW\" Enter \"Half a name\" Esc");
    firm_says(&firm, "kept for next time");
    assert_string_equal(firm.desk.top->class->name, "customers");
    desk_run(&firm.desk, "customer add ...");
    firm_says(&firm, "typed before");
    assert_string_equal(firm_field(&firm, "name"), "Half a name");
    firm_keys(&firm, "F10");
    desk_run(&firm.desk, "customer add ...");
    assert_string_equal(firm_field(&firm, "name"), "");
    firm_left(&firm);
}

static void a_second_enter_posts_nothing_twice(void **state)
{
    struct firm firm;
    int64_t before = 0, after = 0;
    firm_at_form(&firm, "person add --customer ACME ...");
    firm_keys(&firm, "\"Kim\" F10 F10 Enter");
    assert_int_equal(book_revision(firm.session.book, &before), ERR_OK);
    firm_keys(&firm, "F10");
    assert_int_equal(book_revision(firm.session.book, &after), ERR_OK);
    assert_int_equal(before, after);
    firm_left(&firm);
}

static void every_command_opens_its_form(void **state)
{
    struct firm firm;
    firm_open(&firm);
    picture_start(24, 80);
    assert_int_equal(desk_push(&firm.desk, view_class_find("customers"), "", ""), ERR_OK);
    for (const struct command *const *c = commands_all; *c; c++) {
        if (((*c)->flags & COMMAND_SHELL) || !(*c)->args || !(*c)->args->name)
            continue;
        const enum err e = desk_form(&firm.desk, *c, NULL);
        if (e != ERR_OK)
            fprintf(stderr, "%s %s: %s\n", (*c)->noun, (*c)->verb, firm.session.note->text);
        assert_int_equal(e, ERR_OK);
        desk_picture(&firm.desk);
        desk_pop(&firm.desk);
        arena_reset(&firm.desk.arena);
    }
    firm_left(&firm);
}

static void every_key_names_arguments_that_there_are(void **state)
{
    struct firm firm;
    firm_open(&firm);
    for (size_t i = 0; i < firm.desk.binding_count; i++) {
        const struct binding *binding = &firm.desk.bindings[i];
        for (int w = 0; binding->kind == BINDING_COMMAND && w < binding->count; w++) {
            const struct arg *arg = binding->command->args;
            if (strncmp(binding->words[w], "--", 2) != 0)
                continue;
            while (arg && arg->name && strcmp(arg->name, binding->words[w] + 2) != 0)
                arg++;
            if (!arg || !arg->name)
                fail_msg("%s: there is no %s", binding->row->text, binding->words[w]);
        }
    }
    firm_close(&firm);
}

static void the_picture(void **state)
{
    struct firm firm;
    firm_at_form(&firm, "customer set --code LONG ...");
    desk_picture(&firm.desk);
    picture_has("customer set");
    picture_has("Enter Next  F10 Accept");
    firm_left(&firm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_customer_is_added),
        cmocka_unit_test(a_refusal_has_the_cursor_and_keeps_the_text),
        cmocka_unit_test(only_what_is_changed_is_sent),
        cmocka_unit_test(a_customer_is_found_by_a_part_of_the_name),
        cmocka_unit_test(f4_lists_what_there_is),
        cmocka_unit_test(days_are_typed_short_and_said_long),
        cmocka_unit_test(amounts_are_reckoned_but_no_shares),
        cmocka_unit_test(what_was_typed_is_there_the_next_time),
        cmocka_unit_test(a_second_enter_posts_nothing_twice),
        cmocka_unit_test(every_command_opens_its_form),
        cmocka_unit_test(every_key_names_arguments_that_there_are),
        cmocka_unit_test(the_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
