/* Plain mode: the same forms as questions, for a braille line or a teletype. */
#include "firm.h"

#include "view/plain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What was said to these answers. */
static char *talk(struct firm *firm, const char *answers)
{
    char *said = NULL;
    size_t len = 0;
    char *typed = strdup(answers);
    FILE *in = fmemopen(typed, strlen(typed), "r"), *out = open_memstream(&said, &len);

    assert_non_null(in);
    assert_int_equal(plain_run(&firm->session, in, out), ERR_OK);
    fclose(in);
    fclose(out);
    free(typed);
    return said;
}

static void said_is(char *said, const char *expected)
{
    if (strcmp(said, expected) != 0)
        fprintf(stderr, "--- said\n%s--- expected\n%s---\n", said, expected);
    assert_string_equal(said, expected);
    free(said);
}

static void said_has(char *said, const char *words)
{
    if (!strstr(said, words))
        fprintf(stderr, "--- said\n%s--- lacks \"%s\"\n", said, words);
    assert_non_null(strstr(said, words));
}

static void a_payment_is_taken(void **state)
{
    struct firm firm;
    firm_open(&firm);
    said_is(talk(&firm, "pay\n10442\n\n77120\n\n\n\n\n<\nq\n"),
            "TEST Northwind Lights, Sun 2026-11-22, anna. Type a command; ? lists them, q leaves.\n"
            "> Customer or invoice:   Acme Holdings Ltd  Boston  open 5,310.00  33 d\n"
            "Amount [4,310.00]:   = 10442 in full\n"
            "Reference: Method (transfer, cheque, cash, card, direct-debit) [transfer]: "
            "Date [2026-11-22]:   Sun\n"
            "1 marked, Document 10442, Issued 2026-09-20, Due 2026-10-20, Days 33, Open 4,310.00, "
            "Pays 4,310.00, Left 0.00\n"
            "2, Document 10461, Issued 2026-10-02, Due 2026-11-01, Days 21, Open 900.00, Left "
            "900.00\n"
            "3, Document 10530/1, Issued 2026-11-10, Due 2026-12-01, Open 30.00, Left 30.00\n"
            "4, Document 10530/2, Issued 2026-11-10, Due 2027-01-01, Open 70.00, Left 70.00\n"
            "A line's number marks it, 2=40.00 pays a part, p proposes, empty goes on: "
            "payment 4,310.00 EUR   left 0.00\n"
            "Do it (y, n, or < to go back) [y]: Posted: 10442 Acme Holdings Ltd 4,310.00 transfer, "
            "P-1001\n"
            "Customer or invoice: > ");
    assert_int_equal(firm_open_of(&firm, "10442"), 0);
    firm_close(&firm);
}

static void mistakes_are_asked_again_and_one_may_go_back(void **state)
{
    struct firm firm;
    firm_open(&firm);
    char *said = talk(&firm, "pay\nNOBODY\n10461\n<\n10442\n-3\n100\n\ncheque\n31.2.\ny\n1\n2\n"
                             "2=40\n\ny\ny\n<\n");
    said_has(said, "! no customer's code or name has 'NOBODY' in it");
    said_has(said, "more than 0.00");
    said_has(said, "Sat, 1 day ago"); /* y is yesterday */
    said_has(said, "Posted: ACME Acme Holdings Ltd 100.00 cheque");
    assert_int_equal(firm_open_of(&firm, "10461"), 90000 - 4000);
    assert_int_equal(firm_balance(&firm, "ACME"), 431000 + 90000 + 10000 - 10000);
    free(said);
    firm_close(&firm);
}

static void an_invoice_is_written(void **state)
{
    struct firm firm;
    firm_open(&firm);
    char *said = talk(&firm, "invoice issue ...\nACME\n\n\n\n\nPO-1\nLamp\n2\n12.50\nVAT20\n\n\n\n"
                             "\nq\n");
    said_has(said, "net 25.00, tax 5.00, total 30.00 EUR, due 2026-12-22");
    said_has(said, "INV-");
    assert_int_equal(firm_balance(&firm, "ACME"), 431000 + 90000 + 10000 + 3000);
    free(said);
    firm_close(&firm);
}

static void what_is_missing_is_asked_for(void **state)
{
    struct firm firm;
    firm_open(&firm);
    char *said = talk(&firm, "contact add --customer ACME\n\n\nKim\nbuyer\n\n\n\nq\n");
    said_has(said, "Name: ! Name is needed\nName: ");
    said_has(said, "Kim is a contact at ACME now");
    free(said);
    said = talk(&firm, "contact add --customer ACME\n"); /* the input ends: nothing is done */
    said_has(said, "Customer [ACME]");
    free(said);
    said = talk(&firm, "nonsense\nq\n");
    said_has(said, "unknown command 'nonsense'");
    free(said);
    firm_close(&firm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_payment_is_taken),
        cmocka_unit_test(mistakes_are_asked_again_and_one_may_go_back),
        cmocka_unit_test(an_invoice_is_written),
        cmocka_unit_test(what_is_missing_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
