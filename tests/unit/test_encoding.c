/* Encodings by their names, and characters that come in pieces. */
#include "io/encoding.h"
#include "io/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct convert_case {
    const char *encoding, *bytes;
    size_t len;
    enum err e;
    size_t used;
    const char *text;
};

static const struct convert_case convert_cases[] = {
    {"cp1252", "\x80 5", 3, ERR_OK, 3, "€ 5"},
    {"Windows-1252", "caf\xe9", 4, ERR_OK, 4, "café"},
    {"cp1252", "a\x81z", 3, ERR_INPUT, 1, "a"},
    {"iso-8859-1", "\xa4", 1, ERR_OK, 1, "¤"},
    {"latin-1", "\xe9", 1, ERR_OK, 1, "é"},
    {"ISO_8859-15", "\xa4", 1, ERR_OK, 1, "€"},
    {"cp850", "\x81", 1, ERR_OK, 1, "ü"},
    {"cp437", "\x81", 1, ERR_OK, 1, "ü"},
    {"cp1250", "\xe8", 1, ERR_OK, 1, "č"},
    {"iso-8859-2", "\xb1", 1, ERR_OK, 1, "ą"},
    {"cp1251", "\xe6", 1, ERR_OK, 1, "ж"},
    {"macintosh", "\x8e", 1, ERR_OK, 1, "é"},
    {"utf-16le", "A\0\xac\x20", 4, ERR_OK, 4, "A€"},
    {"utf-16le", "A\0\xac", 3, ERR_OK, 2, "A"},
    {"utf-16le", "A\0\x00\xdc", 4, ERR_INPUT, 2, "A"},
    {"utf-16be", "\0A\x20\xac", 4, ERR_OK, 4, "A€"},
    {"utf-16be", "\xd8\x3d", 2, ERR_OK, 0, ""},
};

static void test_convert(void **state)
{
    for (size_t i = 0; i < sizeof(convert_cases) / sizeof(*convert_cases); i++) {
        const struct convert_case *c = &convert_cases[i];
        struct encoding encoding;
        struct note note = {0};
        char out[64];
        size_t used, made;
        enum err e;

        if (encoding_open(&encoding, c->encoding, &note) != ERR_OK)
            fail_msg("%s: %s", c->encoding, note.text);
        e = encoding_convert(&encoding, c->bytes, c->len, &used, out, sizeof(out), &made);
        out[made] = 0;
        if (e != c->e || used != c->used)
            fail_msg("%s, case %zu: %s, %zu used", c->encoding, i, err_name(e), used);
        assert_string_equal(out, c->text);
        encoding_close(&encoding);
    }
}

static void test_names(void **state)
{
    struct encoding encoding;
    struct note note = {0};
    const char *names = encoding_names();
    char name[32];

    while (*names != 0) { /* all that we offer can be had */
        size_t n = strcspn(names, ",");

        memcpy(name, names, n);
        name[n] = 0;
        assert_int_equal(encoding_open(&encoding, name, &note), ERR_OK);
        assert_string_equal(encoding.name, name);
        encoding_close(&encoding);
        names += n + strspn(names + n, ", ");
    }
    assert_int_equal(encoding_open(&encoding, NULL, &note), ERR_OK);
    assert_null(encoding.converter);
    assert_int_equal(encoding_open(&encoding, "utf-7", &note), ERR_USAGE);
    assert_non_null(strstr(note.text, "utf-7"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_convert),
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
