/* SHA-256: the published examples, and that the binary form leaves nothing to confuse. */
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_published_examples(void **state)
{
    (void)state;
    /* FIPS 180-4 examples, and the hash of nothing */
    static const struct {
        const char *text, *hex;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hasher h;
        struct hash hash, back;
        char hex[HASH_TEXT];
        hasher_init(&h);
        hasher_bytes(&h, cases[i].text, strlen(cases[i].text));
        hasher_end(&h, &hash);
        assert_string_equal(hash_hex(&hash, hex), cases[i].hex);
        assert_int_equal(hash_parse(hex, &back), 0);
        assert_int_equal(hash_cmp(&hash, &back), 0);
    }
}

static struct hash hash_two(const char *a, const char *b)
{
    struct hasher h;
    struct hash hash;
    hasher_init(&h);
    hasher_text(&h, a);
    hasher_text(&h, b);
    hasher_end(&h, &hash);
    return hash;
}

static void test_texts_cannot_flow_together(void **state)
{
    (void)state;
    static const char *pairs[][2] = {{"ab", "c"}, {"a", "bc"}, {"abc", ""}, {"", "abc"},
                                     {NULL, "abc"}, {"abc", NULL}};
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < i; j++) {
            struct hash a = hash_two(pairs[i][0], pairs[i][1]);
            struct hash b = hash_two(pairs[j][0], pairs[j][1]);
            assert_true(hash_cmp(&a, &b) != 0);
        }
}

static void test_integers_are_little_endian(void **state)
{
    (void)state;
    struct hasher h;
    struct hash by_value, by_bytes;
    hasher_init(&h);
    hasher_i64(&h, 0x0102030405060708);
    hasher_i64(&h, -2);
    hasher_text(&h, "hi");
    hasher_end(&h, &by_value);
    hasher_init(&h);
    hasher_bytes(&h, "\x08\x07\x06\x05\x04\x03\x02\x01", 8);
    hasher_bytes(&h, "\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8);
    hasher_bytes(&h, "\x02\0\0\0\0\0\0\0hi", 10);
    hasher_end(&h, &by_bytes);
    assert_int_equal(hash_cmp(&by_value, &by_bytes), 0);
}

static void test_only_64_hex_digits_are_a_hash(void **state)
{
    (void)state;
    struct hash hash;
    char hex[HASH_TEXT + 1];
    memset(hex, 'A', sizeof hex);
    hex[64] = 0;
    assert_int_equal(hash_parse(hex, &hash), 0);
    assert_int_equal(hash.bytes[31], 0xAA);
    hex[63] = 'g';
    assert_int_not_equal(hash_parse(hex, &hash), 0);
    hex[63] = 0;
    assert_int_not_equal(hash_parse(hex, &hash), 0);
    hex[63] = hex[64] = '0';
    hex[65] = 0;
    assert_int_not_equal(hash_parse(hex, &hash), 0);
    assert_int_not_equal(hash_parse("", &hash), 0);
}

static void test_random_bytes_differ(void **state)
{
    (void)state;
    uint8_t a[32] = {0}, b[32] = {0};
    random_bytes(a, sizeof a);
    random_bytes(b, sizeof b);
    assert_memory_not_equal(a, b, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_examples),
        cmocka_unit_test(test_texts_cannot_flow_together),
        cmocka_unit_test(test_integers_are_little_endian),
        cmocka_unit_test(test_only_64_hex_digits_are_a_hash),
        cmocka_unit_test(test_random_bytes_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
