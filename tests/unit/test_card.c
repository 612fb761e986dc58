#include "base/card.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void card_numbers_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool card;
    } cases[] = {
        {"4111111111111111", true},
        {"4111 1111 1111 1111", true},
        {"4111-1111-1111-1111", true},
        {"card 4111 1111 1111 1111 12/27", true},
        {"4111 1111 1111 1111 12 27", true},
        {"INV4012888888881881x", true},
        {"4222222222222", true},         /* Visa of 13 */
        {"5555555555554444", true},
        {"2223 0031 2200 3222", true},
        {"378282246310005", true},
        {"3714 496353 98431", true},
        {"30569309025904", true},
        {"3852 000002 3237", true},
        {"36227206271667", true},
        {"6011111111111117", true},
        {"6500000000000002", true},
        {"3530111333300000", true},
        {"10442 4111111111111111", true},
        {"4111111111111112", false},     /* Luhn fails */
        {"411111111111111", false},      /* 15 digits are no Visa */
        {"4111  1111  1111  1111", true},
        {"4111.1111.1111.1111", true},
        {"4111/1111/1111/1111", true},
        {"4111_1111_1111_1111", true},
        {"4111 - 1111 - 1111 - 1111", true},
        {"4111\u00A01111\u00A01111\u00A01111", true},             /* no-break space */
        {"4111\u20111111\u20111111\u20111111", true},             /* no-break hyphen */
        {"4111\u20131111\u20131111\u20131111", true},             /* en dash */
        {"4\u200B1\u200B1\u200B1\u200B111111111111", true},       /* without a shape */
        {"\uFF14\uFF11\uFF11\uFF11111111111111", true},           /* full-width digits */
        {"\u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 " /* Arabic-Indic digits */
         "\u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661", true},
        {"\U0001D7DC\U0001D7CF\U0001D7CF\U0001D7CF111111111111", true}, /* double-struck */
        {"41 11 11 11 11 11 11 11", true},
        {"30.01.2026 10.03.2026", false}, /* would pass as a Diners Club card */
        {"4111    1111    1111    1111", false}, /* columns of figures */
        {"1111111111111117", false},     /* no scheme begins so */
        {"9999999999999995", false},
        {"41111111111111110000000", false}, /* a longer number */
        {"10442 10461 10502", false},
        {"4,111,111,111,111,111", false},
        {"DE89 3704 0044 0532 0130 00", false},
        {"DK50 0040 0440 1162 43", false},
        {"FI21 1234 5600 0007 85", false},
        {"+1 617 555 0100", false},
        {"2026-10-31 2026-11-22", false},
        {"", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (card_in(cases[i].text) != cases[i].card)
            fail_msg("%s", cases[i].text);
}

static void cards_of_others_are_masked(void **state)
{
    (void)state;
    static const struct {
        const char *text, *masked;
        int cards;
    } cases[] = {
        {"INV-10442", "INV-10442", 0},
        {"4111111111111111", "************1111", 1},
        {"card 4111 1111 1111 1111 12/27", "card **** **** **** 1111 12/27", 1},
        {"5555555555554444, 4111-1111-1111-1111.", "************4444, ****-****-****-1111.", 2},
        {"4111111111111111 5555555555554444", "************1111 ************4444", 2},
        {"\uFF14\uFF11\uFF11\uFF11111111111111", "************1111", 1},
        {"DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", 0},
    };
    struct arena arena = {0};

    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t cards = 0;
        assert_string_equal(card_masked(&arena, cases[i].text, &cards), cases[i].masked);
        assert_int_equal(cards, cases[i].cards);
    }
    assert_ptr_equal(card_masked(&arena, cases[0].text, NULL), cases[0].text);
    arena_done(&arena);
}

static void figures_are_counted_over_what_parts_them(void **state)
{
    (void)state;
    assert_int_equal(card_figures("VISA **** 1111"), 4);
    assert_int_equal(card_figures("4111 11xx xxxx 1111"), 10);
    assert_int_equal(card_figures("4111\u20111111 1111"), 12);
    assert_int_equal(card_figures("4111, 1111"), 4);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(card_numbers_are_known),
        cmocka_unit_test(cards_of_others_are_masked),
        cmocka_unit_test(figures_are_counted_over_what_parts_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
