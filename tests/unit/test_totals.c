/* What an invoice comes to: net, tax per code, gross, and what a discount counts on. */
#include "rules/totals.h"

#include "base/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define QTY(whole) ((int64_t)(whole)*MICRO)
#define RATE_21 210000

struct totals_case {
    const char *words;
    enum discount_tax mode;
    int64_t discount_ppm;
    struct total_line lines[4];
    int count;
    int64_t net, tax, gross, discountable;
};

static const struct totals_case totals_cases[] = {
    {"100.00 + 21 %, 2 % on early payment",
     DISCOUNT_TAX_ON_EARLY_PAYMENT,
     20000,
     {{.fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = RATE_21}},
     1,
     10000,
     2100,
     12100,
     12100},
    {"the tax is always on the price less 2 %",
     DISCOUNT_TAX_ALWAYS,
     20000,
     {{.fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = RATE_21}},
     1,
     10000,
     2058,
     12058,
     10000},
    {"the discount never touches the tax",
     DISCOUNT_TAX_NEVER,
     20000,
     {{.fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = RATE_21}},
     1,
     10000,
     2100,
     12100,
     10000},
    {"always, but no discount offered",
     DISCOUNT_TAX_ALWAYS,
     0,
     {{.fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = RATE_21}},
     1,
     10000,
     2100,
     12100,
     10000},
    {"2 pieces at 10.00, untaxed",
     DISCOUNT_TAX_ON_EARLY_PAYMENT,
     0,
     {{.quantity = QTY(2), .price = QTY(10)}},
     1,
     2000,
     0,
     2000,
     2000},
    {"three lines of 0.33 at 20 %: tax once on 0.99, not three times on 0.33",
     DISCOUNT_TAX_ON_EARLY_PAYMENT,
     0,
     {{.quantity = QTY(1), .price = 330000, .tax_code = "V", .tax_ppm = 200000},
      {.quantity = QTY(1), .price = 330000, .tax_code = "V", .tax_ppm = 200000},
      {.quantity = QTY(1), .price = 330000, .tax_code = "V", .tax_ppm = 200000}},
     3,
     99,
     20,
     119,
     119},
    {"half a cent goes away from zero, once per line",
     DISCOUNT_TAX_ON_EARLY_PAYMENT,
     0,
     {{.quantity = QTY(1), .price = 5000},
      {.quantity = QTY(-1), .price = 5000},
      {.quantity = QTY(3), .price = 5000}},
     3,
     2,
     0,
     2,
     2},
    {"two codes, freight without discount",
     DISCOUNT_TAX_ON_EARLY_PAYMENT,
     20000,
     {{.fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = RATE_21},
      {.fixed = true, .net = 5000, .tax_code = "VAT6", .tax_ppm = 60000},
      {.fixed = true, .net = 1000, .tax_code = "VAT21", .tax_ppm = RATE_21, .undiscounted = true}},
     3,
     16000,
     2610,
     18610,
     10000 + 2100 + 5000 + 300},
    {"the same, taxed on the price less discount",
     DISCOUNT_TAX_ALWAYS,
     20000,
     {{.fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = RATE_21},
      {.fixed = true, .net = 5000, .tax_code = "VAT6", .tax_ppm = 60000},
      {.fixed = true, .net = 1000, .tax_code = "VAT21", .tax_ppm = RATE_21, .undiscounted = true}},
     3,
     16000,
     2268 + 294,
     16000 + 2268 + 294,
     15000},
    {"a code of 0 % is a code, no code is none",
     DISCOUNT_TAX_ON_EARLY_PAYMENT,
     0,
     {{.fixed = true, .net = 700, .tax_code = "Z", .tax_ppm = 0}, {.fixed = true, .net = 300}},
     2,
     1000,
     0,
     1000,
     1000},
    {"no lines", DISCOUNT_TAX_ON_EARLY_PAYMENT, 0, {{.fixed = false}}, 0, 0, 0, 0, 0},
};

static void test_totals(void **state)
{
    for (size_t i = 0; i < sizeof totals_cases / sizeof totals_cases[0]; i++) {
        struct totals_case c = totals_cases[i];
        struct document_totals got;
        assert_int_equal(totals_make(c.lines, c.count, 2, c.mode, c.discount_ppm, &got, NULL),
                         ERR_OK);
        if (got.net != c.net || got.tax != c.tax || got.gross != c.gross ||
            got.discountable != c.discountable)
            fail_msg("%s: net %lld tax %lld gross %lld discountable %lld", c.words,
                     (long long)got.net, (long long)got.tax, (long long)got.gross,
                     (long long)got.discountable);
    }
}

static void test_tax_groups(void **state)
{
    struct totals_case c = totals_cases[7];
    struct document_totals got;
    assert_int_equal(totals_make(c.lines, 3, 2, c.mode, c.discount_ppm, &got, NULL), ERR_OK);
    assert_int_equal(got.group_count, 2);
    assert_string_equal(got.groups[0].code, "VAT21");
    assert_int_equal(got.groups[0].net, 11000);
    assert_int_equal(got.groups[0].base, 11000);
    assert_int_equal(got.groups[0].tax, 2310);
    assert_int_equal(got.groups[0].discount_net, 10000);
    assert_int_equal(got.groups[0].discount_tax, 2100);
    assert_string_equal(got.groups[1].code, "VAT6");
    assert_int_equal(got.groups[1].tax, 300);
}

static void test_one_code_two_rates(void **state)
{
    struct total_line lines[] = {
        {.fixed = true, .net = 100, .tax_code = "VAT", .tax_ppm = 200000},
        {.fixed = true, .net = 100, .tax_code = "VAT", .tax_ppm = 210000},
    };
    struct document_totals got;
    struct note note = {.text = ""};
    assert_int_equal(totals_make(lines, 2, 2, DISCOUNT_TAX_NEVER, 0, &got, &note), ERR_INPUT);
    assert_non_null(strstr(note.text, "VAT"));
}

static void test_too_many_codes(void **state)
{
    static const char *const codes[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                        "j", "k", "l", "m", "n", "o", "p", "q"};
    struct total_line lines[17];
    struct document_totals got;
    struct note note = {.text = ""};
    for (int i = 0; i < 17; i++)
        lines[i] = (struct total_line){.fixed = true, .net = 1, .tax_code = codes[i]};
    assert_int_equal(totals_make(lines, 16, 2, DISCOUNT_TAX_NEVER, 0, &got, &note), ERR_OK);
    assert_int_equal(totals_make(lines, 17, 2, DISCOUNT_TAX_NEVER, 0, &got, &note), ERR_LIMIT);
    assert_non_null(strstr(note.text, "16"));
}

static void test_too_large(void **state)
{
    struct total_line lines[] = {{.quantity = INT64_MAX, .price = INT64_MAX}};
    struct document_totals got;
    struct note note = {.text = ""};
    assert_int_equal(totals_make(lines, 1, 2, DISCOUNT_TAX_NEVER, 0, &got, &note), ERR_LIMIT);
    assert_true(note.text[0] != 0);
}

static void test_currencies_without_decimals(void **state)
{
    struct total_line lines[] = {
        {.quantity = QTY(3), .price = 333500000, .tax_code = "JCT", .tax_ppm = 100000}};
    struct document_totals got;
    assert_int_equal(totals_make(lines, 1, 0, DISCOUNT_TAX_NEVER, 0, &got, NULL), ERR_OK);
    assert_int_equal(got.net, 1001);
    assert_int_equal(got.tax, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals),
        cmocka_unit_test(test_tax_groups),
        cmocka_unit_test(test_one_code_two_rates),
        cmocka_unit_test(test_too_many_codes),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_currencies_without_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
