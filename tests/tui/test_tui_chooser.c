/* Choosing by typing: what is best comes first, what cannot be chosen says why. */
#include "tui/chooser.h"
#include "tui/dialog.h"
#include "tui/term.h"

#include "picture.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct choice customers[] = {
    {.code = "BACME", .text = "Bacmeister KG", .id = 1},
    {.code = "NORTH", .text = "North Acme Trading", .id = 2},
    {.code = "ACMEX", .text = "Something else", .hint = "12.00", .id = 3},
    {.code = "ACME", .text = "Acme Holdings Ltd", .hint = "5,090.00", .id = 4},
    {.code = "X1", .text = "Acme", .id = 5, .why_not = "closed since 2025"},
    {.code = "ZOE", .text = "Zoë Café", .id = 6},
};
#define CUSTOMERS (sizeof customers / sizeof *customers)

static unsigned type(void *widget, struct key key)
{
    return chooser_key(widget, key);
}

static unsigned keys(struct chooser *chooser, const char *script)
{
    return keys_typed(script, type, chooser);
}

static void order_is(const struct chooser *chooser, const int64_t *ids, size_t count)
{
    assert_int_equal(chooser->matches, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(chooser->choices[chooser->order[i]].id, ids[i]);
}

static void test_exact_before_prefix_before_word_before_part(void **state)
{
    (void)state;
    struct chooser chooser;
    chooser_init(&chooser, "Customer");
    chooser_fill(&chooser, customers, CUSTOMERS);
    order_is(&chooser, (const int64_t[]){1, 2, 3, 4, 5, 6}, 6);
    keys(&chooser, "\"aCMe\"");
    order_is(&chooser, (const int64_t[]){4, 5, 3, 2, 1}, 5);
    keys(&chooser, "C-u \"cafe\""); /* accents and case do not matter */
    order_is(&chooser, (const int64_t[]){6}, 1);
    assert_int_equal(chooser_choice(&chooser)->id, 6);
    keys(&chooser, "\"zzz\"");
    assert_null(chooser_choice(&chooser));
    assert_true((keys(&chooser, "Enter") & REACT_BEEP) != 0);
    chooser_done(&chooser);
}

static void test_accepting_and_refusing(void **state)
{
    (void)state;
    struct chooser chooser;
    chooser_init(&chooser, "Customer");
    chooser_fill(&chooser, customers, CUSTOMERS);
    keys(&chooser, "\"acme\" Down");
    unsigned reaction = keys(&chooser, "Enter");
    assert_true((reaction & REACT_BEEP) != 0 && (reaction & REACT_ACCEPT) == 0);
    assert_string_equal(chooser.message, "closed since 2025");
    assert_true((keys(&chooser, "Up Enter") & REACT_ACCEPT) != 0);
    assert_int_equal(chooser_choice(&chooser)->id, 4);
    assert_true((keys(&chooser, "Esc") & REACT_CLOSE) != 0);
    assert_true((keys(&chooser, "q") & REACT_CLOSE) == 0); /* a letter is always typed here */
    chooser_done(&chooser);
}

/* What was typed elsewhere and fits nothing stays, with what is near; else everything is near to
 * everything. */
static void test_what_was_mistyped_is_mended(void **state)
{
    (void)state;
    static const struct choice names[] = {
        {.code = "SMITH", .text = "Smith & Sons", .id = 1},
        {.code = "OERST", .text = "Ørsted A/S", .id = 2},
        {.code = "BAECK", .text = "Bäckerei Groß", .id = 3},
        {.code = "BACK2", .text = "Backwell Farm", .id = 4},
    };
    static const struct {
        const char *typed;
        int64_t id; /* 0 = none */
    } cases[] = {{"Smiht", 1},         {"orsted", 2},  {"oersted", 2}, {"Baeckerei", 3},
                 {"Bäkerei Gros", 3}, {"Xyzzy", 0},   {"Smiht Groß", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct chooser chooser;
        chooser_init(&chooser, "Customer");
        chooser_fill(&chooser, names, 4);
        assert_int_equal(chooser.matches, 4);
        chooser_mend(&chooser, cases[i].typed);
        assert_string_equal(lineedit_text(&chooser.edit), cases[i].typed);
        assert_int_equal(chooser.matches, cases[i].id != 0);
        assert_int_equal(chooser.slipped, cases[i].id != 0);
        if (cases[i].id)
            assert_int_equal(chooser_choice(&chooser)->id, cases[i].id);
        keys(&chooser, "C-u");
        assert_int_equal(chooser.matches, 4);
        chooser_done(&chooser);
    }
}

static void test_its_picture(void **state)
{
    (void)state;
    struct chooser chooser;
    chooser_init(&chooser, "Customer");
    chooser_fill(&chooser, customers, CUSTOMERS);
    keys(&chooser, "\"acme\"");
    picture_start(24, 60);
    chooser_draw(&chooser, (struct area){.y = 2, .rows = 8, .columns = 60});
    picture_cursor_is(2, 15);
    picture_is("\n\n"
               " Customer  acme____________________________________________\n"
               "------------------------------------------------------------\n"
               " ▶ ACME   Acme Holdings Ltd                        5,090.00\n"
               "   X1     Acme                            closed since 2025\n"
               "   ACMEX  Something else                              12.00\n"
               "   NORTH  North Acme Trading\n"
               "   BACME  Bacmeister KG\n");
    picture_stop();
    chooser_done(&chooser);
}

static void test_a_question_wants_a_typed_yes(void **state)
{
    (void)state;
    struct dialog dialog = dialog_confirm(
        "Write off", "This writes off 3.20 USD of invoice 10442 and closes it. Go on?");
    assert_true((dialog_key(&dialog, key_of(KEYCODE_ENTER)) & REACT_CLOSE) != 0);
    assert_true((dialog_key(&dialog, key_rune('n')) & REACT_CLOSE) != 0);
    assert_int_equal(dialog_key(&dialog, key_rune('x')), REACT_USED | REACT_BEEP);
    assert_true((dialog_key(&dialog, key_rune('y')) & REACT_ACCEPT) != 0);
    picture_start(24, 50);
    dialog_draw(&dialog, (struct area){.y = 2, .rows = 20, .columns = 50});
    picture_is("\n\n\n\n\n\n\n\n"
               "--------------------------------------------------\n"
               "  Write off\n"
               "  This writes off 3.20 USD of invoice 10442 and\n"
               "  closes it. Go on?\n"
               "\n"
               "\n"
               "  y yes   n no (Enter, Esc)\n"
               "--------------------------------------------------\n");
    term_frame();
    busy_draw(0, "Importing", 12000, 80000, 3000);
    picture_is(" Importing  12,000 of 80,000  4,000/s  Esc stops\n");
    picture_stop();
}

/* However long the list is, what is asked stands below it. */
static void a_long_question_is_seen_at_its_end(void **state)
{
    struct dialog dialog = dialog_confirm("Please confirm", "one\ntwo\nthree\nfour\nfive\nsix\n"
                                                            "seven\neight\n\nPost it?");
    (void)state;
    picture_start(24, 80);
    dialog_draw(&dialog, (struct area){.y = 2, .rows = 12, .columns = 80});
    picture_has("five");
    picture_has("Post it?");
    dialog_key(&dialog, key_of(KEYCODE_PGDN));
    dialog_draw(&dialog, (struct area){.y = 2, .rows = 12, .columns = 80});
    picture_has("eight");
    picture_has("Post it?");
    picture_stop();
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exact_before_prefix_before_word_before_part),
        cmocka_unit_test(test_accepting_and_refusing),
        cmocka_unit_test(test_what_was_mistyped_is_mended),
        cmocka_unit_test(test_its_picture),
        cmocka_unit_test(test_a_question_wants_a_typed_yes),
        cmocka_unit_test(a_long_question_is_seen_at_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
