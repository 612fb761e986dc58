/* Amounts: what people and files write, what is refused, and that nothing is lost in rounding. */
#include "base/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct notation english = {.decimal = '.', .group = ',', .implied = false};
static const struct notation german = {.decimal = ',', .group = '.', .implied = false};
static const struct notation swiss = {.decimal = '.', .group = '\''};
static const struct notation adding = {.decimal = '.', .group = ',', .implied = true};

static struct currency currency(const char *code)
{
    struct currency found;
    assert_int_equal(currency_find(code, &found), ERR_OK);
    return found;
}

struct parse_case {
    const char *text;
    const struct notation *notation;
    unsigned scale;
    enum err e;
    int64_t value;
};

static const struct parse_case parse_cases[] = {
    {"1234.50", &notation_plain, 2, ERR_OK, 123450},
    {" 1234.5 ", &notation_plain, 2, ERR_OK, 123450},
    {"0", &notation_plain, 2, ERR_OK, 0},
    {"-0", &notation_plain, 2, ERR_OK, 0},
    {".5", &notation_plain, 2, ERR_OK, 50},
    {"5.", &notation_plain, 2, ERR_OK, 500},
    {"+5", &notation_plain, 2, ERR_OK, 500},
    {"5+", &notation_plain, 2, ERR_OK, 500},
    {"- 5", &notation_plain, 2, ERR_OK, -500},
    {"12.00-", &notation_plain, 2, ERR_OK, -1200},
    {"12.00 -", &notation_plain, 2, ERR_OK, -1200},
    {"(12.00)", &notation_plain, 2, ERR_OK, -1200},
    {"( 12.00 )", &notation_plain, 2, ERR_OK, -1200},
    {"1.5000", &notation_plain, 2, ERR_OK, 150},
    {"7.0000000000000000000000000000000000000000", &notation_plain, 0, ERR_OK, 7},
    {"0001", &notation_plain, 2, ERR_OK, 100},
    {"1 234 567.89", &notation_plain, 2, ERR_OK, 123456789},
    {"1\xC2\xA0" "234.00", &notation_plain, 2, ERR_OK, 123400},
    {"1\xE2\x80\xAF" "234.00", &notation_plain, 2, ERR_OK, 123400},
    {"1,234.56", &english, 2, ERR_OK, 123456},
    {"1,234,567", &english, 2, ERR_OK, 123456700},
    {"12,34,567.00", &english, 2, ERR_OK, 123456700},
    {"1.234,56", &german, 2, ERR_OK, 123456},
    {"1.234", &german, 2, ERR_OK, 123400},
    {"12.50", &german, 2, ERR_OK, 1250},
    {"0.125", &german, 3, ERR_OK, 125},
    {"1234,5", &german, 2, ERR_OK, 123450},
    {"1'234.50", &swiss, 2, ERR_OK, 123450},
    {"1\xE2\x80\x99" "234.50", &swiss, 2, ERR_OK, 123450},
    {"12345", &adding, 2, ERR_OK, 12345},
    {"123.45", &adding, 2, ERR_OK, 12345},
    {"5.", &adding, 2, ERR_OK, 500},
    {"9223372036854775807", &notation_plain, 0, ERR_OK, INT64_MAX},
    {"-9223372036854775808", &notation_plain, 0, ERR_OK, INT64_MIN},
    {"9223372036854775808", &notation_plain, 0, ERR_LIMIT, 0},
    {"-9223372036854775809", &notation_plain, 0, ERR_LIMIT, 0},
    {"92233720368547758.08", &notation_plain, 2, ERR_LIMIT, 0},
    {"1000000000000000000000000000000000000000000", &notation_plain, 2, ERR_LIMIT, 0},
    {"", &notation_plain, 2, ERR_INPUT, 0},
    {"   ", &notation_plain, 2, ERR_INPUT, 0},
    {".", &notation_plain, 2, ERR_INPUT, 0},
    {"-", &notation_plain, 2, ERR_INPUT, 0},
    {"()", &notation_plain, 2, ERR_INPUT, 0},
    {"1,234.56", &notation_plain, 2, ERR_INPUT, 0},
    {"1.234,56", &notation_plain, 2, ERR_INPUT, 0},
    {"1.234,56", &english, 2, ERR_INPUT, 0},
    {"1,234.56", &german, 2, ERR_INPUT, 0},
    {"1,50", &english, 2, ERR_INPUT, 0},
    {"1234,567", &english, 2, ERR_INPUT, 0},
    {"1,23", &english, 2, ERR_INPUT, 0},
    {"0,123", &english, 2, ERR_INPUT, 0},
    {"1,234'567", &english, 2, ERR_INPUT, 0},
    {"1,,234", &english, 2, ERR_INPUT, 0},
    {",123", &english, 2, ERR_INPUT, 0},
    {"12 34", &notation_plain, 2, ERR_INPUT, 0},
    {"1.2.3", &notation_plain, 2, ERR_INPUT, 0},
    {"1.2.3", &german, 2, ERR_INPUT, 0},
    {"1e5", &notation_plain, 2, ERR_INPUT, 0},
    {"0x10", &notation_plain, 2, ERR_INPUT, 0},
    {"--5", &notation_plain, 2, ERR_INPUT, 0},
    {"+-5", &notation_plain, 2, ERR_INPUT, 0},
    {"-5-", &notation_plain, 2, ERR_INPUT, 0},
    {"(-5)", &notation_plain, 2, ERR_INPUT, 0},
    {"(5", &notation_plain, 2, ERR_INPUT, 0},
    {"5)", &notation_plain, 2, ERR_INPUT, 0},
    {"\xD9\xA3", &notation_plain, 2, ERR_INPUT, 0}, /* the Arabic three */
    {"inf", &notation_plain, 2, ERR_INPUT, 0},
    {"nan", &notation_plain, 2, ERR_INPUT, 0},
    {"$5", &notation_plain, 2, ERR_INPUT, 0},
    {"\xE2\x82\xAC" "5", &notation_plain, 2, ERR_INPUT, 0},
    {"5 EUR", &notation_plain, 2, ERR_INPUT, 0},
    {"1.005", &notation_plain, 2, ERR_INPUT, 0},
    {"1.5", &notation_plain, 0, ERR_INPUT, 0},
};

static void test_decimals_read_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parse_cases / sizeof *parse_cases; i++) {
        const struct parse_case *c = &parse_cases[i];
        int64_t value = 0;
        struct note note = {0};
        enum err e = decimal_parse(c->text, c->notation, c->scale, &value, &note);
        if (e != c->e || value != c->value || (e != ERR_OK && !note.text[0]))
            fail_msg("\"%s\": %s %lld (%s)", c->text, err_name(e), (long long)value, note.text);
    }
}

static void test_money_read_with_its_currency(void **state)
{
    (void)state;
    static const struct {
        const char *text, *assume;
        enum err e;
        int64_t minor;
        const char *code;
    } cases[] = {
        {"1234.50", "EUR", ERR_OK, 123450, "EUR"},
        {"1234.50 EUR", "USD", ERR_OK, 123450, "EUR"},
        {"EUR 1234.50", "USD", ERR_OK, 123450, "EUR"},
        {"eur-5", "USD", ERR_OK, -500, "EUR"},
        {"5jpy", "USD", ERR_OK, 5, "JPY"},
        {"5.00", "JPY", ERR_OK, 5, "JPY"},
        {"1.234 KWD", "USD", ERR_OK, 1234, "KWD"},
        {"1.2345 CLF", "USD", ERR_OK, 12345, "CLF"},
        {"10000000000000", "EUR", ERR_OK, MONEY_MAX, "EUR"},
        {"-10000000000000", "EUR", ERR_OK, -MONEY_MAX, "EUR"},
        {"9999999999999.99", "EUR", ERR_OK, MONEY_MAX - 1, "EUR"},
        {"10000000000000.01", "EUR", ERR_LIMIT, 0, ""},
        {"-10000000000000.01", "EUR", ERR_LIMIT, 0, ""},
        {"1000000000000001", "JPY", ERR_LIMIT, 0, ""},
        {"5", NULL, ERR_INPUT, 0, ""},
        {"5 EUR", NULL, ERR_OK, 500, "EUR"},
        {"5.5 JPY", "USD", ERR_INPUT, 0, ""},
        {"5.123", "EUR", ERR_INPUT, 0, ""},
        {"5 XQQ", "EUR", ERR_MISSING, 0, ""},
        {"EUR 5 USD", "EUR", ERR_INPUT, 0, ""},
        {"EUR", "EUR", ERR_INPUT, 0, ""},
        {"EU 5", "EUR", ERR_INPUT, 0, ""},
        {"1e5", "EUR", ERR_INPUT, 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct currency assume = {0};
        struct money m = {0};
        struct note note = {0};
        if (cases[i].assume)
            assume = currency(cases[i].assume);
        enum err e = money_parse(cases[i].text, &notation_plain, assume, &m, &note);
        if (e != cases[i].e || m.minor != cases[i].minor ||
            strcmp(m.currency.code, cases[i].code) != 0)
            fail_msg("\"%s\": %s %lld %s (%s)", cases[i].text, err_name(e), (long long)m.minor,
                     m.currency.code, note.text);
    }
}

static void test_desk_calculator(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const struct notation *notation;
        enum err e;
        int64_t minor;
    } cases[] = {
        {"100*3+5", &english, ERR_OK, 30500},
        {"2+3*4", &english, ERR_OK, 1400},
        {"(2+3)*4", &english, ERR_OK, 2000},
        {"10-4-3", &english, ERR_OK, 300},
        {"10/3*3", &english, ERR_OK, 1000}, /* exact on the way, rounded once */
        {"10/3", &english, ERR_OK, 333},
        {"-10/3", &english, ERR_OK, -333},
        {"0.05/2", &english, ERR_OK, 3},
        {"-0.05/2", &english, ERR_OK, -3},
        {"1/3+1/3+1/3", &english, ERR_OK, 100},
        {"*", &english, ERR_OK, 43100},
        {" * ", &english, ERR_OK, 43100},
        {"*/2", &english, ERR_OK, 21550},
        {"*-31", &english, ERR_OK, 40000},
        {"12%", &english, ERR_OK, 5172},
        {"100+12%", &english, ERR_OK, 15172},
        {"100*12%", &english, ERR_OK, 1200},
        {"1,234.50 - 34.50", &english, ERR_OK, 120000},
        {"1.234,50-34,50", &german, ERR_OK, 120000},
        {"12.00-", &english, ERR_OK, -1200},
        {"(12.00)", &english, ERR_OK, -1200},
        {"5*-2", &english, ERR_OK, -1000},
        {"12345", &adding, ERR_OK, 12345},
        {"100+250", &adding, ERR_OK, 350},
        {"100*3", &adding, ERR_OK, 30000},
        {"12.34 EUR", &english, ERR_OK, 1234},
        {"12.34 USD", &english, ERR_INPUT, 0},
        {"1/0", &english, ERR_INPUT, 0},
        {"1/(2-2)", &english, ERR_INPUT, 0},
        {"(1+2", &english, ERR_INPUT, 0},
        {"1+2)", &english, ERR_INPUT, 0},
        {"1+", &english, ERR_OK, 100},
        {"1*3+", &english, ERR_INPUT, 0},
        {"1+*", &english, ERR_INPUT, 0},
        {"5**", &english, ERR_INPUT, 0},
        {"1--2", &english, ERR_OK, 300},
        {"1---2", &english, ERR_INPUT, 0},
        {"2x3", &english, ERR_INPUT, 0},
        {"1e2+1", &english, ERR_INPUT, 0},
        {"33.333", &english, ERR_INPUT, 0},
        {"", &english, ERR_INPUT, 0},
        {"10000000000000*1", &english, ERR_OK, MONEY_MAX},
        {"10000000000000+0.01", &english, ERR_LIMIT, 0},
        {"10000000000000+0.004", &english, ERR_OK, MONEY_MAX},
        {"99999999999999999*99999999999999999*99999999999999999", &english, ERR_LIMIT, 0},
        {"((((((((((((((((((((((((((((((((((1+1))))))))))))))))))))))))))))))))))", &english,
         ERR_LIMIT, 0},
    };
    struct money base = money_of(43100, currency("EUR"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct money m = {0};
        struct note note = {0};
        enum err e = money_calc(cases[i].text, cases[i].notation, base, &m, &note);
        if (e != cases[i].e || m.minor != cases[i].minor || (e != ERR_OK && !note.text[0]))
            fail_msg("\"%s\": %s %lld (%s)", cases[i].text, err_name(e), (long long)m.minor,
                     note.text);
    }
}

static void test_arithmetic_at_its_limits(void **state)
{
    (void)state;
    int64_t out = 7;
    assert_int_equal(amount_add(INT64_MAX, 0, &out), ERR_OK);
    assert_int_equal(amount_add(INT64_MAX, 1, &out), ERR_LIMIT);
    assert_int_equal(amount_add(INT64_MIN, -1, &out), ERR_LIMIT);
    assert_int_equal(amount_sub(INT64_MIN, 1, &out), ERR_LIMIT);
    assert_int_equal(amount_sub(0, INT64_MIN, &out), ERR_LIMIT);
    assert_int_equal(amount_sub(-1, INT64_MIN, &out), ERR_OK);
    assert_true(out == INT64_MAX);
    assert_int_equal(amount_scale(INT64_MAX, INT64_MAX, INT64_MAX, &out), ERR_OK);
    assert_true(out == INT64_MAX);
    assert_int_equal(amount_scale(INT64_MAX, 2, 1, &out), ERR_LIMIT);
    assert_int_equal(amount_scale(INT64_MIN, -1, 1, &out), ERR_LIMIT);
    assert_int_equal(amount_scale(INT64_MIN, 1, 1, &out), ERR_OK);
    assert_int_equal(amount_line(INT64_MAX, INT64_MAX, 4, &out), ERR_LIMIT);
    struct currency clf = currency("CLF"), jpy = currency("JPY");
    assert_int_equal(amount_convert(INT64_MAX, jpy, clf, (struct ratio){INT64_MAX, 1}, &out),
                     ERR_LIMIT);
}

static void test_half_is_rounded_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        int64_t value, num, den, result;
    } cases[] = {
        {5, 1, 2, 3},    {-5, 1, 2, -3},   {5, -1, 2, -3},  {5, 1, -2, -3}, {-5, 1, -2, 3},
        {1, 1, 2, 1},    {-1, 1, 2, -1},   {1, 1, 3, 0},    {2, 1, 3, 1},   {-2, 1, 3, -1},
        {149, 1, 100, 1}, {150, 1, 100, 2}, {-149, 1, 100, -1}, {-150, 1, 100, -2}, {0, 9, 7, 0},
    };
    int64_t out;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(amount_scale(cases[i].value, cases[i].num, cases[i].den, &out), ERR_OK);
        assert_int_equal(out, cases[i].result);
    }
    assert_int_equal(amount_ppm(123450, 20000, &out), ERR_OK); /* 2 % of 1234.50 */
    assert_int_equal(out, 2469);
    assert_int_equal(amount_line(2500000, 3333333, 2, &out), ERR_OK); /* 2.5 x 3.333333 */
    assert_int_equal(out, 833);
    assert_int_equal(amount_line(-2500000, 1, 2, &out), ERR_OK);
    assert_int_equal(out, 0);
    struct currency eur = currency("EUR"), jpy = currency("JPY"), kwd = currency("KWD");
    assert_int_equal(amount_convert(10000, eur, jpy, (struct ratio){16255, 100}, &out), ERR_OK);
    assert_int_equal(out, 16255);
    assert_int_equal(amount_convert(16255, jpy, eur, (struct ratio){100, 16255}, &out), ERR_OK);
    assert_int_equal(out, 10000);
    assert_int_equal(amount_convert(100, eur, kwd, (struct ratio){1, 3}, &out), ERR_OK);
    assert_int_equal(out, 333);
}

/* A fixed sequence, so that a failure shows itself again. */
static uint64_t roll(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

__extension__ typedef __int128 wide;

/* Numbers of every length, with both signs. */
static int64_t roll_any(uint64_t *seed)
{
    const int64_t value = (int64_t)(roll(seed) >> (1 + roll(seed) % 62));

    return roll(seed) % 2 ? value : -value;
}

/* A million times a*b/c, rounded in another way: twice the rest against the divisor. */
static void test_scaling_is_what_long_division_says(void **state)
{
    (void)state;
    uint64_t seed = 35;
    int beyond = 0;

    for (int i = 0; i < 1000000; i++) {
        const int64_t a = roll_any(&seed), b = roll_any(&seed), any = roll_any(&seed);
        const int64_t c = any ? any : 1;
        int64_t out = 0;
        const wide product = (wide)a * b, rest = product % c;
        wide whole = product / c;
        if ((rest < 0 ? -rest : rest) * 2 >= (c < 0 ? -(wide)c : (wide)c))
            whole += (product < 0) == (c < 0) ? 1 : -1;
        const bool fits = whole >= INT64_MIN && whole <= INT64_MAX;
        const enum err e = amount_scale(a, b, c, &out);
        if (e != (fits ? ERR_OK : ERR_LIMIT) || (fits && out != (int64_t)whole))
            fail_msg("%lld * %lld / %lld: %s %lld", (long long)a, (long long)b, (long long)c,
                     err_name(e), (long long)out);
        beyond += !fits;
    }
    assert_in_range(beyond, 1000, 999000);
}

static void test_split_always_adds_up(void **state)
{
    (void)state;
    int64_t parts[12], weights[12];
    const int64_t thirds[] = {1, 1, 1};
    assert_int_equal(amount_split(1000, thirds, 3, parts), ERR_OK);
    assert_int_equal(parts[0], 333);
    assert_int_equal(parts[2], 334);
    const int64_t ends_empty[] = {1, 2, 0};
    assert_int_equal(amount_split(-1000, ends_empty, 3, parts), ERR_OK);
    assert_int_equal(parts[0], -333);
    assert_int_equal(parts[1], -667);
    assert_int_equal(parts[2], 0);
    uint64_t seed = 20261122;
    for (int round = 0; round < 20000; round++) {
        size_t count = 1 + roll(&seed) % 12;
        int64_t total = (int64_t)(roll(&seed) % (2 * (uint64_t)MONEY_MAX)) - MONEY_MAX, sum = 0;
        for (size_t i = 0; i < count; i++)
            weights[i] = (int64_t)(roll(&seed) % 1000000);
        weights[roll(&seed) % count] += 1;
        assert_int_equal(amount_split(total, weights, count, parts), ERR_OK);
        for (size_t i = 0; i < count; i++) {
            sum += parts[i];
            if (weights[i] == 0)
                assert_int_equal(parts[i], 0);
        }
        assert_true(sum == total);
    }
}

static void test_what_is_shown_reads_back(void **state)
{
    (void)state;
    const struct notation *notations[] = {&notation_plain, &english, &german, &swiss};
    const char *codes[] = {"EUR", "JPY", "KWD", "CLF"};
    uint64_t seed = 4711;
    for (int round = 0; round < 20000; round++) {
        struct money m = money_of(0, currency(codes[roll(&seed) % 4])), back;
        uint64_t size = (uint64_t)1 << (roll(&seed) % 50);
        m.minor = (int64_t)(roll(&seed) % (2 * size)) - (int64_t)size;
        if (m.minor > MONEY_MAX || m.minor < -MONEY_MAX)
            continue;
        const struct notation *n = notations[roll(&seed) % 4];
        char text[MONEY_TEXT];
        assert_int_equal(money_parse(money_show(m, n, text), n, m.currency, &back, NULL), ERR_OK);
        assert_true(back.minor == m.minor);
        money_plain(m, text);
        assert_int_equal(money_parse(text, &notation_plain, m.currency, &back, NULL), ERR_OK);
        assert_true(back.minor == m.minor);
        unsigned scale = (unsigned)(roll(&seed) % 19), keep = (unsigned)(roll(&seed) % 19);
        int64_t value = (int64_t)roll(&seed), again;
        decimal_plain(value, scale, keep, text);
        assert_int_equal(decimal_parse(text, &notation_plain, scale, &again, NULL), ERR_OK);
        assert_true(again == value);
    }
}

static void test_how_figures_look(void **state)
{
    (void)state;
    char text[MONEY_TEXT];
    struct currency eur = currency("EUR"), jpy = currency("JPY");
    assert_string_equal(money_plain(money_of(-123450, eur), text), "-1234.50");
    assert_string_equal(money_plain(money_of(-5, eur), text), "-0.05");
    assert_string_equal(money_plain(money_of(1234, jpy), text), "1234");
    assert_string_equal(money_show(money_of(-123456789, eur), &english, text), "-1,234,567.89");
    assert_string_equal(money_show(money_of(100000, eur), &german, text), "1.000,00");
    assert_string_equal(money_show(money_of(99999, eur), &english, text), "999.99");
    assert_string_equal(money_show(money_of(INT64_MIN, eur), &english, text),
                        "-92,233,720,368,547,758.08");
    assert_string_equal(decimal_plain(2500000, 6, 0, text), "2.5");
    assert_string_equal(decimal_plain(2500000, 6, 2, text), "2.50");
    assert_string_equal(decimal_plain(2, 0, 2, text), "2.00");
    assert_string_equal(decimal_plain(0, 6, 0, text), "0");
    assert_string_equal(percent_show(25000, text), "2.5");
    assert_string_equal(percent_show(1, text), "0.0001");
    assert_string_equal(ratio_show((struct ratio){7321, 10000}, text), "0.7321");
    assert_string_equal(ratio_show((struct ratio){200, 273}, text), "0.73260073");
    assert_string_equal(ratio_show((struct ratio){1, 16255}, text), "0.000061519532");
    assert_string_equal(ratio_show((struct ratio){INT64_MAX, 1}, text), "9223372036854775807");
}

static void test_percentages_and_rates(void **state)
{
    (void)state;
    int64_t ppm;
    struct ratio r;
    static const char *percents[] = {"2.5", "2.5%", "2.5 %", "02.50000%"};
    for (size_t i = 0; i < sizeof percents / sizeof *percents; i++) {
        assert_int_equal(percent_parse(percents[i], &ppm, NULL), ERR_OK);
        assert_int_equal(ppm, 25000);
    }
    static const char *no_percents[] = {"", "%", "2.5%%", "2.00001", "x%"};
    for (size_t i = 0; i < sizeof no_percents / sizeof *no_percents; i++)
        assert_int_equal(percent_parse(no_percents[i], &ppm, NULL), ERR_INPUT);
    assert_int_equal(ratio_parse("0.7321", &r, NULL), ERR_OK);
    assert_true(r.num == 7321 && r.den == 10000);
    assert_int_equal(ratio_parse("1/1.365", &r, NULL), ERR_OK);
    assert_true(r.num == 200 && r.den == 273);
    assert_int_equal(ratio_parse("162.55", &r, NULL), ERR_OK);
    assert_true(r.num == 3251 && r.den == 20);
    static const char *no_rates[] = {"", "0", "1/0", "-1", "1/", "/2", "1/2/3", "1:2", "one"};
    for (size_t i = 0; i < sizeof no_rates / sizeof *no_rates; i++)
        assert_int_equal(ratio_parse(no_rates[i], &r, NULL), ERR_INPUT);
    assert_int_equal(ratio_parse("0.12345678901234567890123", &r, NULL), ERR_LIMIT);
    r = ratio_invert((struct ratio){-2, 3});
    assert_true(r.num == -3 && r.den == 2);
}

static void test_currencies_of_iso_4217(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        uint8_t digits;
    } known[] = {{"JPY", 0}, {"KRW", 0}, {"ISK", 0}, {"CLP", 0}, {"XOF", 0}, {"EUR", 2},
                 {"USD", 2}, {"HUF", 2}, {"KWD", 3}, {"BHD", 3}, {"TND", 3}, {"CLF", 4}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_int_equal(currency(known[i].code).digits, known[i].digits);
    assert_string_equal(currency("eur").code, "EUR");
    struct currency c;
    static const char *unknown[] = {"", "E", "EU", "EURO", "EU1", "AAA", "ZZZ", "XXQ"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_int_equal(currency_find(unknown[i], &c), ERR_MISSING);
    size_t at = 0, count = 0;
    const char *name = NULL;
    while (currency_next(&at, &c, &name)) {
        count++;
        assert_true(currency_is(currency(c.code), c));
        assert_true(name[0] && !strchr(name, '\n'));
        if (strcmp(c.code, "EUR") == 0)
            assert_string_equal(name, "Euro");
    }
    assert_true(count > 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimals_read_or_refused),
        cmocka_unit_test(test_money_read_with_its_currency),
        cmocka_unit_test(test_desk_calculator),
        cmocka_unit_test(test_arithmetic_at_its_limits),
        cmocka_unit_test(test_half_is_rounded_away_from_zero),
        cmocka_unit_test(test_scaling_is_what_long_division_says),
        cmocka_unit_test(test_split_always_adds_up),
        cmocka_unit_test(test_what_is_shown_reads_back),
        cmocka_unit_test(test_how_figures_look),
        cmocka_unit_test(test_percentages_and_rates),
        cmocka_unit_test(test_currencies_of_iso_4217),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
