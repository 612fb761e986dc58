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
    char *said = talk(&firm, "person add --customer ACME\n\n\nKim\nbuyer\n\n\n\nq\n");
    said_has(said, "Name: ! Name is needed\nName: ");
    said_has(said, "Kim is noted at ACME");
    free(said);
    said = talk(&firm, "person add --customer ACME\n"); /* the input ends: nothing is done */
    said_has(said, "Customer [ACME]");
    free(said);
    said = talk(&firm, "nonsense\nq\n");
    said_has(said, "unknown command 'nonsense'");
    free(said);
    firm_close(&firm);
}

static void a_customer_is_matched(void **state)
{
    struct firm firm;
    firm_open(&firm);
    firm_line(&firm, "credit issue --invoice 10461 --date 2026-11-01 --amount 100 --apply "
                     "10461=40.00");
    firm_line(&firm, "payment receive --customer ACME --date 2026-11-02 --amount 25");
    /* a part by hand, too much of it, then the proposals, and one mark off again */
    char *said = talk(&firm, "customer match --customer ACME\n1=20\n1=9999\np\n\n2\n\ny\n<\nq\n");
    const char *const words[] = {
        "> 1, Debit 10442, Due 2026-10-20, Issued 2026-09-20, Days 33, Open 4,310.00\n",
        "1 marked, Debit 10442, Due 2026-10-20, Issued 2026-09-20, Days 33, Open 4,310.00, Takes "
        "20.00\n",
        "! 10442 has 4,310.00 open; no more than that can be taken of it\n1 marked, Debit 10442, "
        "Due 2026-10-20, Issued 2026-09-20, Days 33, Open 4,310.00, Takes 20.00\n",
        "Proposed: what belongs together",
        "1 marked, Credit CM-1001, Date 2026-11-01, Kind credit, Open -60.00, Gives 60.00\n",
        "60.00 of 10461 from CM-1001 (credit of this invoice); difference 25.00: that much of the "
        "credits stays open\nDo it (y, n, or < to go back) [y]: matched at ACME: 10461 60.00 from "
        "CM-1001 on 2026-11-01\n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        said_has(said, words[i]);
    free(said);
    assert_int_equal(firm_open_of(&firm, "10461"), 86000 - 6000);
    assert_int_equal(firm_open_of(&firm, "P-1001"), -2500);
    firm_close(&firm);
}

/* ---- left alone ---- */

/* A person who types one line after the other, and before those with an @ is away for a while. */
struct person {
    struct firm *firm;
    const char *rest;
};

static ssize_t types(void *self, char *out, size_t room)
{
    struct person *person = self;
    const bool away = *person->rest == '@';
    const char *line = person->rest + away;
    const size_t len = strcspn(line, "\n") + (strchr(line, '\n') != NULL);

    assert_true(len <= room);
    if (away)
        book_moment_set(person->firm->session.book,
                        book_moment(person->firm->session.book) + INT64_C(601) * 1000000);
    memcpy(out, line, len);
    person->rest = line + len;
    return (ssize_t)len;
}

static char *talk_slowly(struct firm *firm, const char *answers)
{
    struct person person = {firm, answers};
    char *said = NULL;
    size_t len = 0;
    FILE *in = fopencookie(&person, "r", (cookie_io_functions_t){.read = types});
    FILE *out = open_memstream(&said, &len);

    assert_non_null(in);
    assert_int_equal(plain_run(&firm->session, in, out), ERR_OK);
    fclose(in);
    fclose(out);
    return said;
}

static void what_is_typed_after_a_while_counts_when_it_is_proved_by_whom(void **state)
{
    struct firm firm;
    firm_open(&firm);
    /* who has no password is left alone */
    char *said = talk_slowly(&firm, "pay\n10461\n@<\nq\n");
    assert_null(strstr(said, "assword"));
    free(said);
    static const char answers[] = "user password\ngrey heron 22\ngrey heron 22\n"
                                  "customer add --code ONE --name One\n"
                                  "@customer add --code TWO --name Two\n"
                                  "wrong heron 22\ngrey heron 22\n"
                                  "customer add --code MID --name Mid\n"
                                  "@customer add --code SIX --name Six\nwrong heron 22\n";
    said = talk_slowly(&firm, answers);
    assert_non_null(strstr(said, "> customer ONE is opened: One, in EUR\n"
                                 "> Nobody was here for a while: the password opens it again.\n"
                                 "Password: "));
    assert_non_null(strstr(said, "Password: customer TWO is opened"));
    assert_null(strstr(said, "Six"));
    free(said);
    firm_close(&firm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_after_a_while_counts_when_it_is_proved_by_whom),
        cmocka_unit_test(a_payment_is_taken),
        cmocka_unit_test(mistakes_are_asked_again_and_one_may_go_back),
        cmocka_unit_test(an_invoice_is_written),
        cmocka_unit_test(what_is_missing_is_asked_for),
        cmocka_unit_test(a_customer_is_matched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
