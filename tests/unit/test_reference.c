/* References: ISO 11649 check digits, numbers as payers write them, candidates in texts. */
#include "rules/reference.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The same numbers in every run. */
static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

static void test_valid_references(void **state)
{
    static const char *const good[] = {"RF18539007547034", "RF18 5390 0754 7034",
                                       "rf18 5390 0754 7034", "RF471234567890"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (!reference_is(good[i]))
            fail_msg("%s is a valid reference", good[i]);
    static const char *const bad[] = {"RF19539007547034",
                                      "RF18539007547043",
                                      "RF18",
                                      "RF",
                                      "",
                                      "RF1853900754703-4",
                                      "XX18539007547034",
                                      "RF18539007547034539007547034",
                                      "RFA8539007547034"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (reference_is(bad[i]))
            fail_msg("%s is no valid reference", bad[i]);
}

static void test_make(void **state)
{
    char out[REFERENCE_TEXT], shown[REFERENCE_SHOWN];
    struct note note = {.text = ""};
    assert_int_equal(reference_make("539007547034", out, &note), ERR_OK);
    assert_string_equal(out, "RF18539007547034");
    assert_string_equal(reference_show(out, shown), "RF18 5390 0754 7034");
    assert_int_equal(reference_make("1234567890", out, &note), ERR_OK);
    assert_string_equal(out, "RF471234567890");
    assert_int_equal(reference_make("inv-2026/0042", out, &note), ERR_OK);
    assert_string_equal(out + 4, "INV20260042");
    assert_true(reference_is(out));
    assert_int_equal(reference_make("123456789012345678901", out, &note), ERR_OK);
    assert_string_equal(reference_show(out, shown) + 5, "1234 5678 9012 3456 7890 1");
    assert_int_equal(reference_make("1234567890123456789012", out, &note), ERR_INPUT);
    assert_int_equal(reference_make("--", out, &note), ERR_INPUT);
    assert_int_equal(reference_make("R\xC3\x84-1", out, &note), ERR_INPUT);
}

/* One digit for another, one letter for another: always found. */
static void test_mistakes_are_found(void **state)
{
    uint64_t seed = 3;
    static const char marks[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int round = 0; round < 200; round++) {
        char number[22], out[REFERENCE_TEXT];
        size_t len = 1 + random_next(&seed) % 21;
        for (size_t i = 0; i < len; i++)
            number[i] = marks[random_next(&seed) % 36];
        number[len] = 0;
        assert_int_equal(reference_make(number, out, NULL), ERR_OK);
        assert_true(reference_is(out));
        for (size_t i = 4; i < len + 4; i++) {
            char kept = out[i];
            if (kept >= '0' && kept <= '9')
                out[i] = (char)('0' + (kept - '0' + 1 + (char)(random_next(&seed) % 9)) % 10);
            else
                out[i] = (char)('A' + (kept - 'A' + 1 + (char)(random_next(&seed) % 25)) % 26);
            assert_false(reference_is(out));
            out[i] = kept;
        }
    }
}

static const struct {
    const char *number, *key, *short_key;
} keys[] = {
    {"INV-42", "inv42", "inv42"},
    {"inv 42", "inv42", "inv42"},
    {"INV/0042", "inv0042", "inv42"},
    {"000123", "000123", "123"},
    {"2026-0042", "2026-0042", "2026-42"},
    {"2026/0042", "2026-0042", "2026-42"},
    {"20260042", "20260042", "20260042"},
    {"INV 7-2", "inv7-2", "inv7-2"},
    {"INV-72", "inv72", "inv72"},
    {"R-1-A", "r1a", "r1a"},
    {"-A1-", "a1", "a1"},
    {"0", "0", "0"},
    {"A-00", "a00", "a0"},
    {"100", "100", "100"},
    {"\xC3\x84-7", "a7", "a7"},
};

static void test_keys(void **state)
{
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        assert_string_equal(reference_key(&arena, keys[i].number), keys[i].key);
        assert_string_equal(reference_key_short(&arena, keys[i].number), keys[i].short_key);
    }
    arena_done(&arena);
}

static const struct {
    const char *text, *found;
} texts[] = {
    {"", ""},
    {"thank you", ""},
    {"Invoice INV-1042, and INV-1043.", "INV-1042|INV-1043"},
    {"INV1042+INV1043", "INV1042|INV1043"},
    {"Rg. 4711 vom 03.11.", "4711"},
    {"no 42", ""},
    {"A42", "A42"},
    {"2026/0042", "2026/0042|2026|0042"},
    {"INV-7/INV-8", "INV-7/INV-8|INV-7|INV-8"},
    {"--INV-7--", "INV-7"},
    {"/ROC/90125//URI/x", "ROC/90125//URI/x|90125"},
    {"pay RF18 5390 0754 7034 today", "RF18539007547034|RF18|5390|0754|7034"},
    {"RF18539007547034", "RF18539007547034|RF18539007547034"},
    {"rf18539007547034.", "RF18539007547034|rf18539007547034"},
    {"RF19 5390 0754 7034", "RF19|5390|0754|7034"},
    {"XRF18539007547034", "XRF18539007547034"},
    {"\xC3\x84"
     "B-77 ok",
     "\xC3\x84"
     "B-77"},
};

static void test_candidates(void **state)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct reference_walk walk = {.text = texts[i].text};
        char word[REFERENCE_WORD];
        struct buf found;
        buf_init(&found, 1000);
        while (reference_next(&walk, word))
            buf_format(&found, "%s%s", found.len ? "|" : "", word);
        if (strcmp(found.data, texts[i].found) != 0)
            fail_msg("\"%s\" gives %s", texts[i].text, found.data);
        buf_done(&found);
    }
}

static void test_long_tokens(void **state)
{
    char text[400], word[REFERENCE_WORD];
    memset(text, '7', sizeof text);
    text[sizeof text - 1] = 0;
    struct reference_walk walk = {.text = text};
    assert_false(reference_next(&walk, word));
    text[63] = ' ';
    walk = (struct reference_walk){.text = text};
    assert_true(reference_next(&walk, word));
    assert_int_equal(strlen(word), 63);
    assert_false(reference_next(&walk, word));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid_references),   cmocka_unit_test(test_make),
        cmocka_unit_test(test_mistakes_are_found), cmocka_unit_test(test_keys),
        cmocka_unit_test(test_candidates),         cmocka_unit_test(test_long_tokens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
