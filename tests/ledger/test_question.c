/* Questions in the store's language, on a connection of their own. */
#include "base/table.h"
#include "ledger/book.h"
#include "ledger/question.h"
#include "ledger/txlane.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char folder[40], path[64];
static struct note note;

static int book_made(void **state)
{
    struct book_plan plan = {.company = "Test", .actor = "adam", .sandbox = true};
    struct book *book = NULL;

    snprintf(folder, sizeof folder, "/tmp/question.XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/b.arl", folder);
    assert_int_equal(currency_find("EUR", &plan.currency), ERR_OK);
    assert_int_equal(book_new(path, &plan, &note, &book), ERR_OK);
    *state = book;
    return 0;
}

static int book_gone(void **state)
{
    char line[100];

    book_close(*state);
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

static enum err asked(struct book *book, const char *sql)
{
    struct table table;

    table_init(&table);
    struct sink sink = table_sink(&table);
    note_clear(book_note(book));
    const enum err e = question_ask(book, sql, &sink);
    table_done(&table);
    return e;
}

static bool stop_now(void *self, const char *holder)
{
    (void)holder;
    ++*(int *)self;
    return true;
}

static void a_question_without_an_end_is_stopped(void **state)
{
    int stops = 0;

    txlane_set(*state, &(struct txlane){"adam", "book sql", 0, stop_now, &stops});
    assert_int_equal(asked(*state, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                   " SELECT MAX(i) FROM n"),
                     ERR_CANCELLED);
    assert_int_equal(stops, 1);
}

static void what_reaches_into_memory_is_no_question(void **state)
{
    assert_int_equal(asked(*state, "SELECT length('abc')"), ERR_OK);
    assert_int_equal(asked(*state, "SELECT hex(fts3_tokenizer('simple'))"), ERR_INPUT);
    assert_non_null(strstr(book_note(*state)->text, "not authorized"));
    assert_int_equal(asked(*state, "SELECT load_extension('x')"), ERR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_question_without_an_end_is_stopped, book_made, book_gone),
        cmocka_unit_test_setup_teardown(what_reaches_into_memory_is_no_question, book_made,
                                        book_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
