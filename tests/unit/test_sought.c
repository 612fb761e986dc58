/* What somebody looks for: words and amounts, as they are typed. */
#include "base/sought.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct sought sought(const char *text)
{
    static struct arena arena;
    struct note note = {0};
    struct sought out;

    arena_reset(&arena);
    if (sought_parse(text, &notation_plain, &arena, &out, &note) != ERR_OK)
        fail_msg("%s: %s", text, note.text);
    return out;
}

/* Is the one amount of `text` satisfied by this one? */
static bool fits(const char *text, const char *amount)
{
    struct note note = {0};
    struct money money;
    const struct sought it = sought(text);
    struct currency euro;

    assert_int_equal(currency_find("EUR", &euro), ERR_OK);
    assert_int_equal(money_parse(amount, &notation_plain, euro, &money, &note), ERR_OK);
    for (int i = 0; i < it.amount_count; i++)
        if (!sought_fits(&it.amounts[i], money.minor, money.currency.code, money.currency.digits))
            return false;
    return it.amount_count > 0;
}

static void test_amounts(void **state)
{
    static const struct {
        const char *typed, *amount;
        bool fits;
    } cases[] = {
        {"123.45", "123.45", true},
        {"123.45", "-123.45", true}, /* owed and paid alike */
        {"-123.45", "123.45", true},
        {"123.45", "123.46", false},
        {"123.45", "1123.45", false},
        {"1,234.50", "1234.50", true},
        {"123", "123.00", true},
        {"123", "123.01", false},
        {"123.4", "123.40", true},
        {"=123", "123.00", true},
        {"123.45", "123.45 USD", true},
        {"123", "123 JPY", true},
        {"123.45", "123 JPY", false},
        {"0.125", "0.125 KWD", true},
        /* about: a hundredth more or less */
        {"~123", "123.00", true},
        {"~123", "124.23", true},
        {"~123", "121.77", true},
        {"~123", "124.24", false},
        {"~123", "121.76", false},
        /* the same digits with the point elsewhere */
        {"~123", "1.23", true},
        {"~123", "12.30", true},
        {"~123", "12300.00", true},
        {"~123.45", "12345.00", true},
        {"~12345", "123.45", true},
        /* two neighbours swapped */
        {"~1234.56", "1243.56", true},
        {"~1234.56", "1234.65", true},
        {"~1234.56", "2134.56", true},
        {"~1234.56", "1432.56", false},
        {"~120", "102.00", true},
        {"~123", "120.30", false},
        /* bounds */
        {">500", "500.00", false},
        {">500", "500.01", true},
        {">500", "-700.00", true},
        {"> 500", "500.01", true},
        {">=500", "500.00", true},
        {"<20", "19.99", true},
        {"<20", "20.00", false},
        {"<=20", "20.00", true},
        {"100..200", "100.00", true},
        {"100..200", "200.00", true},
        {"100..200", "200.01", false},
        {"200..100", "150.00", true},
        {"99.50..100.50", "100.00", true},
        {">100 <200", "150.00", true},
        {">100 <200", "250.00", false},
        /* with a currency */
        {">500 EUR", "501.00", true},
        {">500 eur", "501.00", true},
        {">500 USD", "501.00", false},
        {">500 USD", "501.00 USD", true},
        {"100 EUR", "100.00 USD", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (fits(cases[i].typed, cases[i].amount) != cases[i].fits)
            fail_msg("%s: %s %s", cases[i].typed, cases[i].amount,
                     cases[i].fits ? "is meant" : "is not meant");
}

/* What was typed goes before its slips, and they before what is only near. */
static void test_how_near(void **state)
{
    static const struct {
        int64_t cents;
        enum sought_near near;
    } cases[] = {{123456, SOUGHT_TYPED},  {-123456, SOUGHT_TYPED}, {124356, SOUGHT_SLIP},
                 {12345600, SOUGHT_SLIP}, {123500, SOUGHT_NEAR},   {123465, SOUGHT_SLIP}};
    const struct sought it = sought("~1234.56");

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(sought_near(&it.amounts[0], cases[i].cents, 2), cases[i].near);
}

static void test_words_and_amounts(void **state)
{
    struct sought it = sought("Acme  >500 \"net 30\"");

    assert_int_equal(it.word_count, 2);
    assert_string_equal(it.words[0], "acme");
    assert_string_equal(it.words[1], "net 30");
    assert_string_equal(it.whole, "acme net 30");
    assert_int_equal(it.amount_count, 1);
    assert_int_equal(it.amounts[0].kind, SOUGHT_RANGE);
    assert_true(sought_wants_amount(&it));

    it = sought("10442"); /* a number or an amount */
    assert_int_equal(it.word_count, 1);
    assert_int_equal(it.amounts[0].kind, SOUGHT_DIGITS_ONLY);
    assert_int_equal(it.amounts[0].word, 0);
    assert_false(sought_wants_amount(&it));

    it = sought("104.42");
    assert_int_equal(it.amounts[0].kind, SOUGHT_FIGURE);
    assert_string_equal(it.whole, "104.42");

    it = sought("\"104.42\""); /* in quotes only the text */
    assert_int_equal(it.amount_count, 0);
    assert_string_equal(it.whole, "104.42");

    static const char *const words[] = {"INV-1001", "2026-11-22", "4711/12", "a>b", "1.2.3", "12a"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        it = sought(words[i]);
        if (it.amount_count != 0 || it.word_count != 1)
            fail_msg("%s is a word", words[i]);
    }
    it = sought("1001 all"); /* no Albanian money */
    assert_int_equal(it.word_count, 2);
    it = sought("  ");
    assert_true(sought_is_empty(&it));
}

static void test_commas_as_decimals(void **state)
{
    const struct notation comma = {.decimal = ',', .group = '.'};
    struct arena arena = {0};
    struct sought it;
    int64_t low = 0, high = 0;

    assert_int_equal(sought_parse(">1.234,50", &comma, &arena, &it, NULL), ERR_OK);
    assert_true(sought_minor(&it.amounts[0].ranges[0], 2, &low, &high));
    assert_int_equal(low, 123451);
    assert_int_equal(high, INT64_MAX);
    assert_true(sought_minor(&it.amounts[0].ranges[0], 0, &low, &high));
    assert_int_equal(low, 1235);
    assert_int_equal(sought_parse("=1.234,50", &comma, &arena, &it, NULL), ERR_OK);
    assert_false(sought_minor(&it.amounts[0].ranges[0], 0, &low, &high));
    arena_done(&arena);
}

static void test_refusals(void **state)
{
    static const struct {
        const char *typed;
        enum err code;
        const char *words;
    } cases[] = {
        {">", ERR_INPUT, "behind > stands an amount"},
        {"acme >=x", ERR_INPUT, "behind >= stands an amount, as in >=500"},
        {"~", ERR_INPUT, "behind ~ stands an amount"},
        {"a b c d e f g h i j k l m n o p q", ERR_LIMIT, "at most 16 words"},
        {"1 2 3 4 5 6 7 8 9", ERR_LIMIT, "8 amounts"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct note note = {0};
        struct sought it;
        assert_int_equal(sought_parse(cases[i].typed, &notation_plain, &arena, &it, &note),
                         cases[i].code);
        if (!strstr(note.text, cases[i].words))
            fail_msg("%s: %s", cases[i].typed, note.text);
        arena_done(&arena);
    }
}

/* The greatest number there is has no neighbour above it: nothing wraps around to below zero. */
static void test_greatest(void **state)
{
    const struct sought it = sought("~922337203685477.5807");

    (void)state;
    assert_int_equal(it.amount_count, 1);
    for (int i = 0; i < it.amounts[0].range_count; i++) {
        assert_true(it.amounts[0].ranges[i].low >= 0);
        assert_true(it.amounts[0].ranges[i].low <= it.amounts[0].ranges[i].high);
    }
    assert_true(it.amounts[0].range_count > 0 && it.amounts[0].ranges[0].high == INT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_amounts),           cmocka_unit_test(test_how_near),
        cmocka_unit_test(test_words_and_amounts), cmocka_unit_test(test_commas_as_decimals),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_greatest),
    };
    return cmocka_run_group_tests_name("sought", tests, NULL, NULL);
}
