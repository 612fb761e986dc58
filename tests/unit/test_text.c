#include "base/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void names_enter_the_books_clean(void **state)
{
    (void)state;
    static const struct {
        const char *given, *kept; /* NULL: refused */
        const char *because;      /* words of the refusal */
        bool lines;
    } cases[] = {
        {"Acme Holdings", "Acme Holdings", NULL, false},
        {"  Acme \t\r\n", "Acme", NULL, false},
        {"\xC2\xA0 Acme\xE3\x80\x80", "Acme", NULL, false},
        {"", "", NULL, false},
        {"Mu\xCC\x88ller", "M\xC3\xBCller", NULL, false}, /* u + diaeresis becomes one letter */
        {"株式会社", "株式会社", NULL, false},
        {"One\nTwo", NULL, "one line", false},
        {"One\r\nTwo\n", "One\nTwo", NULL, true},
        {"One\rTwo", NULL, "U+000D", true},
        {"A\tB", NULL, "character 2 (U+0009) is a control character", false},
        {"A\x1B[2J", NULL, "U+001B", true},
        {"A\x7F", NULL, "U+007F", false},
        {"A\xC2\x9B" "31m", NULL, "U+009B", false},
        {"abc\xE2\x80\xAE" "fdp", NULL, "character 4 (U+202E) turns", false},
        {"x\xE2\x81\xA6y", NULL, "U+2066", false},
        {"x\xE2\x80\xA8y", NULL, "breaks the line", true},
        {"x\xEF\xBF\xBFy", NULL, "is not a character", false},
        {"x\xEF\xB7\x90y", NULL, "is not a character", false},
        {"x\xCD\xB8y", NULL, "not assigned", false}, /* U+0378 */
        {"caf\xE9", NULL, "character 4 is not UTF-8 (byte 0xE9)", false},
        {"\xC0\xAF", NULL, "not UTF-8", false},
        {"\xED\xA0\x80", NULL, "not UTF-8", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct note note = {0};
        char *out = NULL;
        enum err e = text_clean(cases[i].given, strlen(cases[i].given), cases[i].lines, &arena,
                                &out, &note);
        if (cases[i].kept) {
            assert_int_equal(e, ERR_OK);
            assert_string_equal(out, cases[i].kept);
        } else {
            assert_int_equal(e, ERR_INPUT);
            if (!strstr(note.text, cases[i].because))
                fail_msg("case %zu says: %s", i, note.text);
        }
        arena_done(&arena);
    }
    struct arena arena = {0};
    char *out;
    assert_int_equal(text_clean("a\0b", 3, false, &arena, &out, NULL), ERR_INPUT);
    arena_done(&arena);
}

static void foreign_bytes_steer_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *given, *safe;
    } cases[] = {
        {"plain", "plain"},
        {"\x1B]52;c;aGk=\x07", "?]52;c;aGk=?"},
        {"a\r\nb\tc", "a??b?c"},
        {"\xC2\x9B" "2J", "?2J"},
        {"\xE2\x80\xAEtxt", "?txt"},
        {"caf\xE9", "caf?"},
        {"\xE2\x82", "??"},
        {"M\xC3\xBCller", "M\xC3\xBCller"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out;
        buf_init(&out, 1000);
        text_safe(&out, cases[i].given, strlen(cases[i].given));
        assert_string_equal(out.data, cases[i].safe);
        buf_done(&out);
    }
    /* Every byte there is: nothing below blank, no DEL, no C1 gets through. */
    char all[256];
    for (int i = 0; i < 256; i++)
        all[i] = (char)i;
    struct buf out;
    buf_init(&out, 1000);
    text_safe(&out, all, sizeof all);
    assert_int_equal(out.len, 256);
    for (size_t i = 0; i < out.len; i++)
        assert_true(out.data[i] >= 0x20 && out.data[i] < 0x7F);
    buf_done(&out);
}

static void bad_bytes_are_located(void **state)
{
    (void)state;
    size_t at = 99;
    assert_true(text_utf8("Müller", 7, &at));
    assert_int_equal(at, 99);
    assert_false(text_utf8("ab\xFFz", 4, &at));
    assert_int_equal(at, 2);
    assert_false(text_utf8("ab\xE2\x82", 4, &at)); /* cut in the middle */
    assert_int_equal(at, 2);
    assert_true(text_utf8("", 0, NULL));
}

static const struct {
    const char *text;
    int cells;
} widths[] = {
    {"", 0},          {"Acme", 4},           {"Müller", 6},
    {"株式会社", 8},  {"u\xCC\x88", 1},      {"\xEF\xBC\xA1\xEF\xBC\xA3", 4}, /* full-width AC */
    {"ab\xFF", 3},    {"e\xE2\x80\x8D" "f", 2}, /* a joiner takes no cell */
};

static void widths_are_cells_of_the_terminal(void **state)
{
    (void)state;
    static const char *const locales[] = {"C.UTF-8", "C"};
    for (size_t l = 0; l < COUNT(locales); l++) {
        assert_non_null(setlocale(LC_ALL, locales[l]));
        for (size_t i = 0; i < COUNT(widths); i++)
            if (text_width(widths[i].text) != widths[i].cells)
                fail_msg("%s is %d cells in %s", widths[i].text, text_width(widths[i].text),
                         locales[l]);
    }
}

static void text_fills_exactly_its_cells(void **state)
{
    (void)state;
    static const struct {
        const char *locale, *text;
        int cells;
        bool right;
        const char *shown;
    } cases[] = {
        {"C.UTF-8", "Acme", 6, false, "Acme  "},
        {"C.UTF-8", "12.00", 7, true, "  12.00"},
        {"C.UTF-8", "Acme Holdings", 6, false, "Acme …"},
        {"C", "Acme Holdings", 6, false, "Acme ~"},
        {"C.UTF-8", "株式会社", 8, false, "株式会社"},
        {"C.UTF-8", "株式会社", 5, false, "株式…"},
        {"C.UTF-8", "株式会社", 6, false, "株式… "}, /* half of a wide one stays empty */
        {"C.UTF-8", "nu\xCC\x88ll", 3, false, "nu\xCC\x88…"},
        {"C.UTF-8", "Acme", 1, false, "…"},
        {"C.UTF-8", "Acme", 0, false, ""},
        {"C.UTF-8", "", 2, false, "  "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_non_null(setlocale(LC_ALL, cases[i].locale));
        struct buf out;
        buf_init(&out, 1000);
        text_fit(&out, cases[i].text, cases[i].cells, cases[i].right);
        assert_string_equal(out.data, cases[i].shown);
        buf_done(&out);
    }
    setlocale(LC_ALL, "C.UTF-8");
    int taken;
    assert_int_equal(text_prefix("株式", 3, &taken), 3);
    assert_int_equal(taken, 2);
    assert_int_equal(text_prefix("nu\xCC\x88l", 2, &taken), 4); /* the mark goes with its letter */
}

static void the_first_letter_says_where_a_text_begins(void **state)
{
    static const char *const leftward[] = {"مصباح", "12, שלום", "(العربية) Ltd"};
    static const char *const others[] = {"", "12", "Acme مصباح", "株式会社", "Αθήνα", "\xD7"};

    (void)state;
    for (size_t i = 0; i < sizeof leftward / sizeof *leftward; i++)
        assert_true(text_is_leftward(leftward[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(text_is_leftward(others[i]));
}

static void searching_folds_case_marks_and_blanks(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"  ACME   Holdings ", "acme holdings"}, {"Müller", "muller"},
        {"MU\xCC\x88LLER", "muller"},            {"Straße", "strasse"},
        {"Łódź", "łodz"},                        {"ＡＣＭＥ　１", "acme 1"},
        {"Öl\xC2\xA0 AG", "ol ag"},              {"", ""},
        {"   ", ""},                             {"İstanbul", "istanbul"},
        {"ΑΘΉΝΑ", "αθηνα"},                      {"Caf\xE9 X", "caf\xE9 x"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(text_fold(&arena, cases[i].text), cases[i].folded);
    arena_done(&arena);
    assert_int_equal(text_fold_compare("acme  ltd", "ACME LTD "), 0);
    assert_int_equal(text_fold_compare("Muller", "Müller"), 0);
    assert_int_equal(text_fold_compare("Äpfel", "Birnen"), -1);
    assert_int_equal(text_fold_compare("acme b", "Acme a"), 1);
    assert_int_equal(text_fold_compare("acme", "acme ltd"), -1);
    assert_int_equal(text_fold_compare("", ""), 0);
}

static void small_questions(void **state)
{
    (void)state;
    assert_true(text_is_blank(NULL));
    assert_true(text_is_blank(" \t\xC2\xA0"));
    assert_false(text_is_blank(" x"));
    assert_true(text_same("EUR", "eur"));
    assert_false(text_same("EUR", "EU"));
    assert_false(text_same("Ä", "ä")); /* ASCII only */
    assert_string_equal(text_article("invoice"), "an");
    assert_string_equal(text_article("void"), "a");
    char text[] = "  a b \n";
    assert_string_equal(text_trim(text), "a b");
    char blank[] = "   ";
    assert_string_equal(text_trim(blank), "");
}

static void letters_without_their_marks(void **state)
{
    (void)state;
    assert_int_equal(text_ascii(0xFC), 'u');   /* ü */
    assert_int_equal(text_ascii(0xD8), 'O');   /* Ø */
    assert_int_equal(text_ascii(0x179), 'Z');  /* Ź */
    assert_int_equal(text_ascii(0x2013), '-'); /* a dash */
    assert_int_equal(text_ascii(0x4E0A), 0);   /* 上 */
    assert_int_equal(text_ascii(0x3A6), 0);    /* Φ */
    assert_int_equal(text_ascii(0xD800), 0);   /* no character */
    assert_int_equal(text_ascii(0x110000), 0);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_enter_the_books_clean),
        cmocka_unit_test(foreign_bytes_steer_nothing),
        cmocka_unit_test(bad_bytes_are_located),
        cmocka_unit_test(widths_are_cells_of_the_terminal),
        cmocka_unit_test(text_fills_exactly_its_cells),
        cmocka_unit_test(the_first_letter_says_where_a_text_begins),
        cmocka_unit_test(searching_folds_case_marks_and_blanks),
        cmocka_unit_test(letters_without_their_marks),
        cmocka_unit_test(small_questions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
