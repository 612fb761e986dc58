/* Electronic invoices: each rule of the standard is broken once, and what is written is well formed
 * however hostile the names are. */
#include "out/ubl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/spool.h"

static struct ubl_line lines[2];
static struct ubl_tax taxes[1];

/* 2 x 10.00 and 1 x 5.00 at 21 %: 25.00, 5.25, 30.25 */
static struct ubl good(void)
{
    lines[0] = (struct ubl_line){"Lamp", 2000000, 10000000, 2000, "S", 210000};
    lines[1] = (struct ubl_line){"Bulb", 1000000, 5000000, 500, "S", 210000};
    taxes[0] = (struct ubl_tax){"S", NULL, 210000, 2500, 525};
    return (struct ubl){
        .number = "INV-1",
        .issued = date_of(2026, 11, 22),
        .due = date_of(2026, 12, 22),
        .currency = {"EUR", 2},
        .order = "PO-7",
        .seller = {.name = "Harbour & Finch",
                   .endpoint = "0106:12345678",
                   .tax_number = "NL001234567B01",
                   .country = "NL",
                   .address = "Wijnhaven 14, 3011 WH Rotterdam"},
        .buyer = {.name = "Acme <b>", .endpoint = "0106:9", .country = "DE", .address = "Weg 1"},
        .lines = lines,
        .line_count = 2,
        .taxes = taxes,
        .tax_count = 1,
        .net = 2500,
        .tax = 525,
        .gross = 3025,
        .payment_reference = "RF18539007547034",
        .iban = "NL91ABNA0417164300"};
}

static char found[2000];

static void note_rule(void *self, const char *rule, const char *words)
{
    (void)self;
    assert_non_null(strstr(words, " ")); /* a sentence */
    strncat(found, rule, sizeof found - strlen(found) - 1);
    strncat(found, " ", sizeof found - strlen(found) - 1);
}

static void expect(const struct ubl *ubl, const char *rules)
{
    found[0] = 0;
    ubl_check(ubl, note_rule, NULL);
    assert_string_equal(found, rules);
}

static void test_heads_and_parties(void **state)
{
    struct ubl u = good();

    expect(&u, "");
    u.number = "";
    u.order = NULL;
    expect(&u, "BR-02 PEPPOL-EN16931-R003 ");
    u = good();
    u.seller.country = "nl";
    u.seller.tax_number = "001234567";
    expect(&u, "BR-09 BR-CO-09 ");
    u = good();
    u.buyer.address = u.buyer.endpoint = NULL;
    u.buyer.country = "";
    expect(&u, "BR-10 BR-11 PEPPOL-EN16931-R010 ");
    u = good();
    u.credit = true;
    expect(&u, "BR-55 ");
    u = good();
    u.due = DATE_NONE;
    expect(&u, "BR-CO-25 ");
    u = good();
    u.seller.tax_number = NULL;
    expect(&u, "BR-CO-26 BR-S-02 ");
}

static void test_amounts(void **state)
{
    struct ubl u = good();

    lines[0].net = 2003;
    expect(&u, "PEPPOL-EN16931-R120 BR-CO-10 BR-S-08 ");
    u = good();
    lines[1].price = -5000000;
    lines[1].quantity = -1000000;
    lines[1].text = "";
    expect(&u, "BR-25 BR-27 ");
    u = good();
    taxes[0].tax = u.tax = 527;
    u.gross = 3027;
    expect(&u, "BR-CO-17 ");
    u = good();
    u.gross = 3024;
    expect(&u, "BR-CO-15 ");
    u = good();
    u.paid = 3026;
    expect(&u, "BR-CO-16 ");
    u = good();
    u.line_count = 0;
    u.net = 0;
    u.gross = 525;
    expect(&u, "BR-16 BR-S-08 ");
}

static void test_categories(void **state)
{
    struct ubl u = good();

    lines[0].category = lines[1].category = taxes[0].category = "AE";
    expect(&u, "BR-AE-05 BR-AE-10 BR-AE-02 ");
    lines[0].rate_ppm = lines[1].rate_ppm = taxes[0].rate_ppm = 0;
    taxes[0].tax = u.tax = 0;
    u.gross = 2500;
    taxes[0].exemption = "Reverse charge";
    u.buyer.tax_number = "DE123456789";
    expect(&u, "");
    lines[0].category = lines[1].category = taxes[0].category = "K";
    u.delivered = DATE_NONE;
    expect(&u, "BR-IC-11 ");
    lines[0].category = lines[1].category = taxes[0].category = "X";
    expect(&u, "BR-CL-17 ");
}

static void written(const struct ubl *ubl, char *to, size_t room)
{
    struct note note = {0};
    struct out out;
    int fd;

    assert_int_equal(spool_open(&note, &fd), ERR_OK);
    assert_int_equal(out_open_fd(&out, fd, false, &note), ERR_OK);
    assert_int_equal(ubl_write(&out, ubl), ERR_OK);
    assert_int_equal(out_close(&out), ERR_OK);
    assert_true(lseek(fd, 0, SEEK_SET) == 0);
    const ssize_t n = read(fd, to, room - 1);
    assert_true(n > 0);
    to[n] = 0;
    close(fd);
}

/* Every element that begins ends, in order. */
static void assert_well_formed(const char *text)
{
    const char *names[32];
    int depth = 0;

    for (const char *p = strstr(text, "?>") + 2; (p = strchr(p, '<')) != NULL; p++) {
        const char *end = strchr(p, '>');
        assert_non_null(end);
        if (p[1] != '/') {
            assert_true(depth < 32);
            names[depth++] = p + 1;
            continue;
        }
        assert_true(depth > 0);
        const size_t len = (size_t)(end - p) - 2;
        assert_memory_equal(names[--depth], p + 2, len);
        assert_true(strchr("> \n", names[depth][len]) != NULL);
    }
    assert_int_equal(depth, 0);
}

static void test_written(void **state)
{
    static char text[20000];
    struct ubl u = good();

    u.paid = 1000;
    u.buyer.name = "Acme <b> & \"Söhne\" ]]>\x1b[31m";
    written(&u, text, sizeof text);
    assert_well_formed(text);
    assert_non_null(strstr(text, "Acme &lt;b&gt; &amp; &quot;Söhne&quot; ]]&gt;"));
    assert_null(strchr(text, '\x1b'));
    /* BT-115 = BT-112 - BT-113 + BT-114 */
    assert_non_null(strstr(text, "<cbc:PrepaidAmount currencyID=\"EUR\">10.00<"));
    assert_non_null(strstr(text, "<cbc:PayableAmount currencyID=\"EUR\">20.25<"));
    assert_non_null(strstr(text, "<cbc:PaymentID>RF18539007547034<"));
    assert_null(strstr(text, "></")); /* no empty element */

    u = good();
    u.credit = true;
    u.preceding = "INV-0";
    u.preceding_issued = date_of(2026, 10, 1);
    written(&u, text, sizeof text);
    assert_well_formed(text);
    assert_non_null(strstr(text, "<cbc:CreditNoteTypeCode>381<"));
    assert_non_null(strstr(text, "<cbc:CreditedQuantity unitCode=\"C62\">2<"));
    assert_null(strstr(text, "DueDate"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads_and_parties), cmocka_unit_test(test_amounts),
        cmocka_unit_test(test_categories), cmocka_unit_test(test_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
