/* Two clerks, each with the program on a terminal line of their own, at one book: what one posts
 * shows at the other without a key, and who comes second is told who, when and what is left. */
#include "line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SHOWN_MS 2000 /* a second is the aim; a busy machine gets another one */

struct desks {
    struct line *anna, *bert;
};

static int book_make(void **state)
{
    (void)state;
    const int made = line_book_make("customer add --code ACME --name 'Acme Holdings'",
                                    "customer add --code BETA --name 'Beta Lamps'", NULL);
    setenv("XDG_STATE_HOME", "/dev/null", 1); /* no draft goes from one test to the next */
    return made;
}

static void invoice(const char *number, const char *customer, const char *amount)
{
    char line[200];

    snprintf(line, sizeof line,
             "invoice issue --customer %s --number %s --amount %s --date 2026-11-02 --today "
             "2026-11-22",
             customer, number, amount);
    line_book_run(line);
}

static struct desks desks_open(void)
{
    struct desks desks = {line_open("anna"), line_open("bert")};

    line_wait(desks.anna, "Help");
    line_wait(desks.bert, "Help");
    return desks;
}

static void desks_close(struct desks desks)
{
    line_type(desks.anna, "\003\033\033qq");
    line_type(desks.bert, "\003\033\033qq");
    line_end(desks.anna, LINE_PATIENCE_MS);
    line_end(desks.bert, LINE_PATIENCE_MS);
    line_book_is_whole();
}

static void at_payments(struct line *line)
{
    line_forget(line);
    line_type(line, ":pay\r");
    line_wait(line, "Customer or invoice");
    line_forget(line);
}

static int64_t open_of(const char *number)
{
    char sql[200];

    snprintf(sql, sizeof sql,
             "SELECT SUM(open) FROM item i JOIN document d ON d.id = i.document_id"
             " WHERE d.number LIKE '%s'",
             number);
    return line_book_figure(sql);
}

/* The list of customers at one, a payment at the other. */
static void what_one_posts_shows_at_the_other_without_a_key(void **state)
{
    (void)state;
    invoice("10442", "ACME", "4310");
    struct desks desks = desks_open();
    line_forget(desks.bert);
    line_type(desks.bert, "2");
    line_wait(desks.bert, "4,310.00");
    at_payments(desks.anna);
    line_type(desks.anna, "10442\r3555\r77\r");
    line_forget(desks.bert);
    line_wait(desks.anna, "Posted: 10442");
    const int64_t posted = line_now_ms();
    line_wait(desks.bert, "755");
    const int64_t took = line_now_ms() - posted;
    print_message("# shown at the other desk after %d ms\n", (int)took);
    assert_in_range(took, 0, SHOWN_MS);
    desks_close(desks);
}

/* Half a payment is typed when another clerk pays the paper: what was typed stays. */
static void a_half_typed_payment_is_told_and_kept(void **state)
{
    (void)state;
    invoice("10443", "ACME", "500");
    struct desks desks = desks_open();
    at_payments(desks.anna);
    at_payments(desks.bert);
    line_type(desks.bert, "10443\r\rcheque-half");
    line_wait(desks.bert, "cheque-half");
    line_type(desks.anna, "10443\r\r\r");
    line_wait(desks.anna, "Posted: 10443");
    line_wait(desks.bert, "10443 was paid by anna at ");
    line_wait(desks.bert, ": 0.00 is left");
    line_forget(desks.bert);
    line_type(desks.bert, "77");
    line_type(desks.bert, "\014"); /* drawn anew */
    line_wait(desks.bert, "cheque-half77");
    line_wait(desks.bert, "500.00");
    line_wait(desks.bert, "unapplied");
    desks_close(desks);
    assert_int_equal(open_of("10443"), 0);
}

/* Both send the same payment at the same moment: one is applied, the other is told, and goes on. */
static void of_two_who_pay_at_once_one_is_told(void **state)
{
    enum { ROUNDS = 5 };
    char number[16], keys[64];

    (void)state;
    struct desks desks = desks_open();
    at_payments(desks.anna);
    at_payments(desks.bert);
    for (int round = 0; round < ROUNDS; round++) {
        snprintf(number, sizeof number, "2%04d", round);
        invoice(number, "BETA", "70");
        snprintf(keys, sizeof keys, "%sB", number);
        invoice(keys, "BETA", "70");
        snprintf(keys, sizeof keys, "%s\r\ranna-%d", number, round);
        line_type(desks.anna, keys);
        line_wait(desks.anna, strchr(keys, '-'));
        snprintf(keys, sizeof keys, "%s\r\rbert-%d", number, round);
        line_type(desks.bert, keys);
        line_wait(desks.bert, strchr(keys, '-'));
        line_forget(desks.anna);
        line_forget(desks.bert);
        line_type(desks.anna, "\r");
        line_type(desks.bert, "\r");
        snprintf(keys, sizeof keys, "%s was paid by ", number);
        struct line *second = line_wait_either(desks.anna, desks.bert, keys);
        struct line *first = second == desks.anna ? desks.bert : desks.anna;
        line_wait(second, ": 0.00 is left");
        line_wait(first, "Posted: ");
        assert_int_equal(open_of(number), 0);
        line_forget(second);
        line_type(second, "\033[17~\033[21~"); /* F6 F10: the other paper of that sum */
        line_wait(second, "Posted: ");
        line_forget(first);
        line_forget(second);
    }
    desks_close(desks);
    assert_int_equal(open_of("2000%"), 0);
}

/* The last Enter comes twice, in one piece with all the others. */
static void a_double_enter_posts_once(void **state)
{
    (void)state;
    invoice("10450", "ACME", "90");
    const int64_t before = line_book_figure("SELECT COUNT(*) FROM receipt");
    struct desks desks = desks_open();
    at_payments(desks.anna);
    line_type(desks.anna, "10450\r\rtwice\r\r\r");
    line_wait(desks.anna, "is needed");
    desks_close(desks);
    assert_int_equal(line_book_figure("SELECT COUNT(*) FROM receipt"), before + 1);
}

/* A program that waits for keys costs next to nothing. */
static void waiting_costs_nothing(void **state)
{
    enum { LOOKS = 4 };

    (void)state;
    struct desks desks = desks_open();
    at_payments(desks.bert);
    const int64_t begin = line_now_ms(), cpu = line_cpu_ms(desks.bert);
    line_type(desks.anna, "2"); /* something to wait for: as often as news is looked for */
    for (int i = 0; i < LOOKS; i++) {
        char name[16], line[80];
        snprintf(name, sizeof name, "Waiting %d", i);
        snprintf(line, sizeof line, "customer add --code W%d --name '%s'", i, name);
        line_book_run(line);
        line_wait(desks.anna, name);
    }
    const int64_t took = line_now_ms() - begin, used = line_cpu_ms(desks.bert) - cpu;
    print_message("# %d ms of processor in %d ms, while others posted %d times\n", (int)used,
                  (int)took, LOOKS);
    assert_in_range(used, 0, took / 20);
    desks_close(desks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_one_posts_shows_at_the_other_without_a_key),
        cmocka_unit_test(a_half_typed_payment_is_told_and_kept),
        cmocka_unit_test(of_two_who_pay_at_once_one_is_told),
        cmocka_unit_test(a_double_enter_posts_once),
        cmocka_unit_test(waiting_costs_nothing),
    };
    return cmocka_run_group_tests_name("two desks", tests, book_make, line_book_remove);
}
