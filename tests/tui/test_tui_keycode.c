/* Keys and their names: what a table of keys says is what a script types and what the help shows.
 */
#include "tui/keycode.h"
#include "tui/motion.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_names_go_both_ways(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Enter",       "Esc",      "Tab",  "Shift-Tab", "Backspace", "Del",         "Ins",
        "Up",          "Down",     "Left", "Right",     "Home",      "End",         "PgUp",
        "PgDn",        "Space",    "F1",   "F6",        "F10",       "F20",         "Ctrl-S",
        "Ctrl-L",      "Ctrl-\\",  "a",    "[",         "?",         "\"",          "é",
        "世",          "-",        "Z",    "Ctrl-Z",    "Paste-a",   "Paste-Space", "Paste-Tab",
        "Paste-Enter", "Paste-世",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct key key;
        char back[KEYCODE_TEXT];
        struct note note = {0};
        if (keycode_parse(names[i], &key, &note) != ERR_OK)
            fail_msg("%s: %s", names[i], note.text);
        assert_string_equal(keycode_name(key, back), names[i]);
    }
}

static void test_keys_that_terminals_cannot_tell_apart(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"C-m", "Enter"},     {"C-j", "Enter"},   {"C-i", "Tab"},         {"C-h", "Backspace"},
        {"C-[", "Esc"},       {"enter", "Enter"}, {"S-Tab", "Shift-Tab"}, {"BackTab", "Shift-Tab"},
        {"PageDown", "PgDn"}, {"f4", "F4"},       {"c-S", "Ctrl-S"},      {"ctrl-s", "Ctrl-S"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct key a, b;
        assert_int_equal(keycode_parse(pairs[i][0], &a, NULL), ERR_OK);
        assert_int_equal(keycode_parse(pairs[i][1], &b, NULL), ERR_OK);
        if (!key_same(a, b))
            fail_msg("%s is not %s", pairs[i][0], pairs[i][1]);
    }
}

static void test_what_is_no_key(void **state)
{
    (void)state;
    static const char *const names[] = {"", "F0", "F21", "C-", "C-1", "Entr", "ab", "F1x", " "};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct key key;
        struct note note = {0};
        if (keycode_parse(names[i], &key, &note) != ERR_INPUT)
            fail_msg("\"%s\" was taken for a key", names[i]);
        assert_non_null(strstr(note.text, "there is no key"));
    }
}

static void test_a_script_of_keys(void **state)
{
    (void)state;
    struct keycode_script script = {.at = "F6 \"a \"\"b\" Enter \" C-s"};
    static const char *const wanted[] = {"F6",    "a",  "Space",  "\"", "b",
                                         "Enter", "\"", "Ctrl-S", ""};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct key key;
        char name[KEYCODE_TEXT];
        assert_int_equal(keycode_next(&script, &key, NULL), ERR_OK);
        assert_string_equal(keycode_name(key, name), wanted[i]);
    }
    struct keycode_script open = {.at = "\"abc"};
    struct key key;
    for (int i = 0; i < 3; i++)
        assert_int_equal(keycode_next(&open, &key, NULL), ERR_OK);
    assert_int_equal(keycode_next(&open, &key, NULL), ERR_INPUT);
}

static void test_motions_have_names_and_keys(void **state)
{
    (void)state;
    for (int i = 1; i < MOTION_COUNT; i++)
        assert_true(motion_help((enum motion)i)[0] != 0);
    assert_int_equal(motion_find("move page-down"), MOTION_PAGE_DOWN);
    assert_int_equal(motion_find("search previous"), MOTION_PREVIOUS);
    assert_int_equal(motion_find("fly"), MOTION_NONE);
    assert_int_equal(motion_of_key(key_rune('j')), MOTION_DOWN);
    assert_int_equal(motion_of_key(key_of(KEYCODE_PGUP)), MOTION_PAGE_UP);
    assert_int_equal(motion_of_key(key_rune('z')), MOTION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_go_both_ways),
        cmocka_unit_test(test_keys_that_terminals_cannot_tell_apart),
        cmocka_unit_test(test_what_is_no_key),
        cmocka_unit_test(test_a_script_of_keys),
        cmocka_unit_test(test_motions_have_names_and_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
