/* Early-payment discount: the three tax modes, part payments, deadlines, caps. */
#include "rules/discount.h"

#include "base/money.h"
#include "rules/totals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct date day(const char *iso)
{
    struct date d;
    assert_int_equal(date_parse_iso(iso, &d), ERR_OK);
    return d;
}

/* The same numbers in every run. */
static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

/* An invoice of 2026-11-01 with 2 % in 10 days and 1 % in 20. */
static struct discount_offer offer_of(int64_t original, int64_t discountable)
{
    return (struct discount_offer){
        .original = original,
        .discountable = discountable,
        .discountable_left = discountable,
        .tiers = {{20000, day("2026-11-11")}, {10000, day("2026-11-21")}},
        .count = 2,
    };
}

static int64_t available(const struct discount_offer *offer, int64_t open, const char *value)
{
    int64_t out = -1;
    assert_int_equal(discount_available(offer, open, day(value), &out), ERR_OK);
    return out;
}

static int64_t for_cash(const struct discount_offer *offer, int64_t open, int64_t cash,
                        const char *value)
{
    int64_t out = -1;
    assert_int_equal(discount_for_cash(offer, open, cash, day(value), &out), ERR_OK);
    return out;
}

/* 100.00 + 21 %, 2 %: what the customer pays early, and late. */
static const struct {
    enum discount_tax mode;
    int64_t early, late, tax_in_discount;
} modes[] = {
    {DISCOUNT_TAX_ON_EARLY_PAYMENT, 11858, 12100, 42},
    {DISCOUNT_TAX_ALWAYS, 11858, 12058, 0},
    {DISCOUNT_TAX_NEVER, 11900, 12100, 0},
};

static void test_tax_modes(void **state)
{
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        struct total_line line = {
            .fixed = true, .net = 10000, .tax_code = "VAT21", .tax_ppm = 210000};
        struct document_totals totals;
        assert_int_equal(totals_make(&line, 1, 2, modes[i].mode, 20000, &totals, NULL), ERR_OK);
        struct discount_offer offer = offer_of(totals.gross, totals.discountable);
        int64_t discount = available(&offer, totals.gross, "2026-11-05");
        assert_int_equal(totals.gross - discount, modes[i].early);
        assert_int_equal(totals.gross - available(&offer, totals.gross, "2026-12-05"),
                         modes[i].late);
        int64_t part, tax;
        assert_int_equal(discount_tax_parts(discount, totals.discountable,
                                            &totals.groups[0].discount_tax, 1, &part, &tax),
                         ERR_OK);
        assert_int_equal(tax, modes[i].tax_in_discount);
    }
}

/* The last day belongs to the discount, with grace days behind it. */
static const struct {
    const char *value;
    int grace;
    int64_t rate;
} deadlines[] = {
    {"2026-11-01", 0, 20000}, {"2026-11-11", 0, 20000}, {"2026-11-12", 0, 10000},
    {"2026-11-21", 0, 10000}, {"2026-11-22", 0, 0},     {"2026-11-13", 2, 20000},
    {"2026-11-14", 2, 10000}, {"2026-11-23", 2, 10000}, {"2026-11-24", 2, 0},
    {"2026-10-20", 0, 20000},
};

static void test_deadlines(void **state)
{
    for (size_t i = 0; i < sizeof deadlines / sizeof deadlines[0]; i++) {
        struct discount_offer offer = offer_of(10000, 10000);
        offer.grace_days = deadlines[i].grace;
        assert_int_equal(discount_rate(&offer, day(deadlines[i].value)), deadlines[i].rate);
    }
}

static const struct {
    const char *words;
    bool parts_allowed;
    int64_t open, cash, discount;
} payments[] = {
    {"pays all less 2 %", false, 10000, 9800, 200},
    {"49.00 at 2 % earns 1.00 and credits 50.00", true, 10000, 4900, 100},
    {"part payments earn nothing here", false, 10000, 4900, 0},
    {"part payments earn nothing here, a cent short", false, 10000, 9799, 0},
    {"takes less than it might", false, 10000, 9900, 100},
    {"pays all and forgets the discount", true, 10000, 10000, 0},
    {"pays too much", true, 10000, 12000, 0},
    {"pays nothing", true, 10000, 0, 0},
    {"the second half closes it", true, 5000, 4900, 100},
    {"one cent", true, 10000, 1, 0},
    {"a quarter is half a cent", true, 10000, 25, 1},
};

static void test_payments(void **state)
{
    for (size_t i = 0; i < sizeof payments / sizeof payments[0]; i++) {
        struct discount_offer offer = offer_of(10000, 10000);
        offer.parts_allowed = payments[i].parts_allowed;
        int64_t got = for_cash(&offer, payments[i].open, payments[i].cash, "2026-11-05");
        if (got != payments[i].discount)
            fail_msg("%s: discount %lld", payments[i].words, (long long)got);
    }
}

/* 80.00 of 100.00 is goods, the rest freight: 2 % of the goods. */
static void test_freight_left_out(void **state)
{
    struct discount_offer offer = offer_of(10000, 8000);
    assert_int_equal(available(&offer, 10000, "2026-11-05"), 160);
    assert_int_equal(available(&offer, 5000, "2026-11-05"), 80);
    assert_int_equal(available(&offer, 10000, "2026-11-15"), 80);
    offer.discountable = offer.discountable_left = 0;
    assert_int_equal(available(&offer, 10000, "2026-11-05"), 0);
}

/* After a credit memo of 50.00 and a discount of 0.60 taken, 0.40 remains of 2 % of 50.00. */
static void test_life_cap(void **state)
{
    struct discount_offer offer = offer_of(10000, 10000);
    int64_t cap;
    offer.discountable_left = 5000;
    offer.taken = 60;
    assert_int_equal(discount_life_cap(&offer, &cap), ERR_OK);
    assert_int_equal(cap, 40);
    assert_int_equal(available(&offer, 5000, "2026-11-05"), 40);
    offer.taken = 120;
    assert_int_equal(discount_life_cap(&offer, &cap), ERR_OK);
    assert_int_equal(cap, 0);
    assert_int_equal(available(&offer, 5000, "2026-11-05"), 0);
}

static const struct {
    const char *value;
    int64_t cash, wanted;
    enum err e;
    int64_t earned, unearned;
} judged[] = {
    {"2026-11-05", 9800, 200, ERR_OK, 200, 0},
    /* a day late for the first tier: half of it is earned */
    {"2026-11-12", 9800, 200, ERR_OK, 100, 100},
    {"2026-12-24", 9800, 200, ERR_OK, 0, 200},
    {"2026-12-24", 9800, 0, ERR_OK, 0, 0},
    {"2026-11-05", 9700, 300, ERR_CONFLICT, 0, 0},
    {"2026-11-05", 9900, 101, ERR_CONFLICT, 0, 0},
    {"2026-11-05", 9900, -1, ERR_CONFLICT, 0, 0},
};

static void test_judged(void **state)
{
    for (size_t i = 0; i < sizeof judged / sizeof judged[0]; i++) {
        struct discount_offer offer = offer_of(10000, 10000);
        struct note note = {.text = ""};
        int64_t earned = 0, unearned = 0;
        enum err e = discount_judge(&offer, 10000, judged[i].cash, judged[i].wanted,
                                    day(judged[i].value), 2, &earned, &unearned, &note);
        assert_int_equal(e, judged[i].e);
        if (e == ERR_OK) {
            assert_int_equal(earned, judged[i].earned);
            assert_int_equal(unearned, judged[i].unearned);
        }
    }
    struct discount_offer offer = offer_of(10000, 10000);
    struct note note = {.text = ""};
    int64_t earned, unearned;
    assert_int_equal(
        discount_judge(&offer, 10000, 9000, 201, day("2026-11-05"), 2, &earned, &unearned, &note),
        ERR_CONFLICT);
    assert_non_null(strstr(note.text, "2.01"));
    assert_non_null(strstr(note.text, "2.00"));
}

static void test_no_offer(void **state)
{
    struct discount_offer none = {.original = 10000, .discountable = 10000};
    int64_t earned, unearned;
    struct note note = {.text = ""};
    assert_int_equal(available(&none, 10000, "2026-11-01"), 0);
    assert_int_equal(for_cash(&none, 10000, 9800, "2026-11-01"), 0);
    assert_int_equal(
        discount_judge(&none, 10000, 9800, 200, day("2026-11-01"), 2, &earned, &unearned, &note),
        ERR_CONFLICT);
}

/* 3.48 (2 %) off an invoice of 100.00 + 21.00 and 50.00 + 3.00, each tax on its own. */
static void test_tax_per_code(void **state)
{
    const int64_t taxes[] = {2100, 300};
    int64_t parts[2], total;
    assert_int_equal(discount_tax_parts(348, 17400, taxes, 2, parts, &total), ERR_OK);
    assert_int_equal(parts[0], 42);
    assert_int_equal(parts[1], 6);
    assert_int_equal(total, 48);
    assert_int_equal(discount_tax_parts(0, 0, taxes, 2, parts, &total), ERR_OK);
    assert_int_equal(total, 0);
}

/* However it is paid, cash and discounts never come to more than the invoice, and the
 * discounts never to more than 2 % of it. */
static void test_pieces(void **state)
{
    uint64_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        int64_t original = (int64_t)(random_next(&seed) % 1000000) + 1;
        struct discount_offer offer =
            offer_of(original, (int64_t)(random_next(&seed) % (uint64_t)original) + 1);
        offer.parts_allowed = i % 2;
        int64_t open = original, cap;
        assert_int_equal(discount_life_cap(&offer, &cap), ERR_OK);
        for (int k = 0; k < 12 && open > 0; k++) {
            int64_t cash = (int64_t)(random_next(&seed) % (uint64_t)open) + 1;
            int64_t discount = for_cash(&offer, open, cash, "2026-11-05");
            assert_true(discount >= 0 && cash + discount <= open);
            open -= cash + discount;
            offer.taken += discount;
            assert_true(offer.taken <= cap);
        }
    }
}

static void test_largest_amounts(void **state)
{
    struct discount_offer offer = offer_of(MONEY_MAX, MONEY_MAX);
    offer.parts_allowed = true;
    assert_true(available(&offer, MONEY_MAX, "2026-11-05") == MONEY_MAX / 50);
    assert_true(for_cash(&offer, MONEY_MAX, MONEY_MAX / 100 * 49, "2026-11-05") == MONEY_MAX / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tax_modes), cmocka_unit_test(test_deadlines),
        cmocka_unit_test(test_payments),  cmocka_unit_test(test_freight_left_out),
        cmocka_unit_test(test_life_cap),  cmocka_unit_test(test_judged),
        cmocka_unit_test(test_no_offer),  cmocka_unit_test(test_tax_per_code),
        cmocka_unit_test(test_pieces),    cmocka_unit_test(test_largest_amounts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
