/* What phones read: the fields of EPC069-12, and IBANs that check. */
#include "rules/paycode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/qrcode.h"

static void ibans_are_checked(void **state)
{
    static const struct {
        const char *text;
        bool is;
    } cases[] = {{"DE89 3704 0044 0532 0130 00", true},
                 {"de89370400440532013000", true},
                 {"GB82WEST12345698765432", true},
                 {"NO9386011117947", true},
                 {"DE88370400440532013000", false},
                 {"DE89370400440532013", false},
                 {"", false},
                 {"8937 0400 4405", false},
                 {"DE89-3704-0044-0532-0130-00", false}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(iban_valid(cases[i].text), cases[i].is);
}

static void fields_stand_in_their_lines(void **state)
{
    static const struct {
        struct paycode code;
        const char *text;
    } cases[] = {
        {{"Harbour & Finch", "DE89 3704 0044 0532 0130 00", "", 123450, "RF18539007547034", "x"},
         "BCD\n002\n1\nSCT\n\nHarbour & Finch\nDE89370400440532013000\nEUR1234.50\n\n"
         "RF18539007547034"},
        {{"Fink\nEUR9", "DE89370400440532013000", "COBADEFFXXX", 7, "INV 7", "INV 7\n"},
         "BCD\n002\n1\nSCT\nCOBADEFFXXX\nFink EUR9\nDE89370400440532013000\nEUR0.07\n\n\nINV 7 "},
    };
    struct arena arena = {0};
    struct note note = {0};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = NULL;
        assert_int_equal(paycode_make(&cases[i].code, &arena, &text, &note), ERR_OK);
        assert_string_equal(text, cases[i].text);
    }
    struct paycode code = cases[0].code;
    const char *text = NULL;
    code.cents = 0;
    assert_int_equal(paycode_make(&code, &arena, &text, &note), ERR_INPUT);
    code.cents = 100000000000;
    assert_int_equal(paycode_make(&code, &arena, &text, &note), ERR_INPUT);
    code.cents = 1;
    code.iban = "DE00";
    assert_int_equal(paycode_make(&code, &arena, &text, &note), ERR_INPUT);
    arena_done(&arena);
}

/* 70 characters, not bytes; and the longest fields still fit the largest code. */
static void long_names_are_cut_between_characters(void **state)
{
    struct arena arena = {0};
    struct note note = {0};
    struct qrcode code;
    char name[3 * 80 + 1];
    const char *text = NULL;

    for (int i = 0; i < 80; i++)
        memcpy(name + 3 * i, "海", 4);
    const struct paycode pay = {name, "DE89370400440532013000", "", 99999999999, "", "INV-1001"};
    assert_int_equal(paycode_make(&pay, &arena, &text, &note), ERR_OK);
    const char *line = strstr(text, "SCT\n\n") + 5;
    assert_int_equal(strcspn(line, "\n"), 3 * 70);
    assert_int_equal(qrcode_make(text, PAYCODE_VERSION, &arena, &code, &note), ERR_OK);
    assert_int_equal((code.size - 17) % 4, 0);
    /* the finder pattern in the corner: dark, light, dark */
    assert_true(qrcode_dark(&code, 0, 0) && !qrcode_dark(&code, 1, 1) && qrcode_dark(&code, 3, 3));
    assert_false(qrcode_dark(&code, -1, 0));
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ibans_are_checked),
        cmocka_unit_test(fields_stand_in_their_lines),
        cmocka_unit_test(long_names_are_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
