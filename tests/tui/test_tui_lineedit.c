/* One field: what is typed, moved over and taken away, in whole characters as a person sees them.
 */
#include "tui/draw.h"
#include "tui/lineedit.h"
#include "tui/reaction.h"
#include "tui/term.h"

#include "picture.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static unsigned type(void *widget, struct key key)
{
    return lineedit_key(widget, key);
}

static unsigned keys(struct lineedit *edit, const char *script)
{
    return keys_typed(script, type, edit);
}

static void test_editing(void **state)
{
    (void)state;
    static const struct {
        const char *before, *script, *after;
        bool fresh;
    } cases[] = {
        {"", "\"Acme\"", "Acme", false},
        {"100.00", "\"25\"", "25", true},         /* a default is typed over */
        {"100.00", "End \"5\"", "100.005", true}, /* a moved-in one is not */
        {"100.00", "Backspace", "", true},
        {"100.00", "Backspace", "100.0", false},
        {"Acme", "Home \"X\"", "XAcme", false},
        {"Acme", "C-a Del", "cme", false},
        {"Acme", "Left Left \"-\"", "Ac-me", false},
        {"Acme", "C-b C-b C-f \"-\"", "Acm-e", false},
        {"Acme Ltd", "C-w", "Acme ", false},
        {"Acme Ltd  ", "C-w", "Acme ", false},
        {"Acme Ltd", "C-u", "", false},
        {"Acme Ltd", "Left Left Left C-u", "Ltd", false},
        {"Acme Ltd", "C-a C-f C-k", "A", false},
        {"Zoë", "Backspace", "Zo", false},
        {"Zoe\xCC\x88", "Backspace", "Zo", false}, /* e and a combining diaeresis: one character */
        {"Zoe\xCC\x88x", "Left Left Del", "Zox", false},
        {"東京", "Left \"x\"", "東x京", false},
        {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB!", "Left Backspace", "!",
         false}, /* joined */
        {"", "\"é世\"", "é世", false},
        {"", "Backspace Del Left Right C-w C-u C-k", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lineedit edit;
        lineedit_init(&edit, 100);
        lineedit_set(&edit, cases[i].before);
        edit.fresh = cases[i].fresh;
        keys(&edit, cases[i].script);
        if (strcmp(lineedit_text(&edit), cases[i].after) != 0)
            fail_msg("\"%s\" and %s: \"%s\", not \"%s\"", cases[i].before, cases[i].script,
                     lineedit_text(&edit), cases[i].after);
        lineedit_done(&edit);
    }
}

static void test_a_full_field_refuses_and_keeps(void **state)
{
    (void)state;
    struct lineedit edit;
    lineedit_init(&edit, 4);
    keys(&edit, "\"ab\"");
    assert_int_equal(keys(&edit, "世"), REACT_USED | REACT_BEEP); /* three bytes do not fit */
    assert_int_equal(keys(&edit, "é") & REACT_BEEP, 0);
    assert_int_equal(keys(&edit, "c"), REACT_USED | REACT_BEEP);
    assert_string_equal(lineedit_text(&edit), "abé");
    lineedit_set(&edit, "abc世");
    assert_string_equal(lineedit_text(&edit), "abc"); /* cut between characters */
    assert_int_equal(keys(&edit, "Enter"), REACT_NONE);
    assert_int_equal(keys(&edit, "F10"), REACT_NONE);
    lineedit_done(&edit);
}

static void test_its_picture(void **state)
{
    (void)state;
    struct lineedit edit;
    picture_start(24, 80);
    lineedit_init(&edit, 100);
    lineedit_set(&edit, "4,310.00");
    lineedit_draw(&edit, 0, 2, 12, LINEEDIT_LEFT, false);
    lineedit_draw(&edit, 1, 2, 12, LINEEDIT_RIGHT, false);
    lineedit_draw(&edit, 2, 2, 12, LINEEDIT_SECRET, false);
    lineedit_draw(&edit, 3, 2, 12, LINEEDIT_RIGHT, true);
    picture_cursor_is(3, 14);
    lineedit_set(&edit, "東京都千代田区丸の内");
    lineedit_draw(&edit, 4, 2, 12, LINEEDIT_LEFT, true);
    picture_cursor_is(4, 12); /* wide ones: the end is in view, the cursor behind it */
    lineedit_draw(&edit, 5, 2, 12, LINEEDIT_LEFT, false);
    keys(&edit, "Home");
    lineedit_draw(&edit, 6, 2, 12, LINEEDIT_LEFT, true);
    picture_cursor_is(6, 2);
    lineedit_set(&edit, "Zoe\xCC\x88");
    lineedit_draw(&edit, 7, 2, 6, LINEEDIT_LEFT, true);
    picture_cursor_is(7, 5);
    picture_is("  4,310.00____\n"
               "  ____4,310.00\n"
               "  ********____\n"
               "  ____4,310.00\n"
               "  田区丸の内__\n"
               "  東京都千代…\n"
               "  東京都千代田\n"
               "  Zoe\xCC\x88___\n");
    lineedit_done(&edit);
    picture_stop();
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_editing),
        cmocka_unit_test(test_a_full_field_refuses_and_keeps),
        cmocka_unit_test(test_its_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
