/* Who sits at the screens: each on a place of its own, for as long as it is held. */
#include "ledger/book.h"
#include "ledger/present.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct desks {
    char folder[64], file[80];
    struct note note;
    struct arena arena;
    struct book *book;
    struct sitter *list;
    int count;
};

static int desks_open(void **state)
{
    struct desks *desks = mem_new(1, sizeof *desks);
    struct book_plan plan = {.company = "Test", .actor = "adam", .sandbox = true};

    snprintf(desks->folder, sizeof desks->folder, "/tmp/present.XXXXXX");
    assert_non_null(mkdtemp(desks->folder));
    snprintf(desks->file, sizeof desks->file, "%s/b.arl", desks->folder);
    assert_int_equal(currency_find("EUR", &plan.currency), ERR_OK);
    assert_int_equal(book_new(desks->file, &plan, &desks->note, &desks->book), ERR_OK);
    *state = desks;
    return 0;
}

static int desks_close(void **state)
{
    struct desks *desks = *state;
    char line[100];

    book_close(desks->book);
    arena_done(&desks->arena);
    snprintf(line, sizeof line, "rm -rf '%s'", desks->folder);
    free(desks);
    return system(line);
}

static void listed(struct desks *desks, int count)
{
    assert_int_equal(present_list(desks->book, &desks->arena, &desks->list, &desks->count), ERR_OK);
    assert_int_equal(desks->count, count);
}

static void each_has_a_place_until_it_leaves(void **state)
{
    struct desks *desks = *state;
    struct present *anna = NULL, *wang = NULL, *third = NULL;

    listed(desks, 0); /* there is no file yet */
    present_enter(desks->book, "anna", "pts/1", &anna);
    present_enter(desks->book, "\xe7\x8e\x8b\xe8\x8a\xb3", "", &wang);
    listed(desks, 2);
    assert_string_equal(desks->list[0].name, "anna");
    assert_string_equal(desks->list[0].place, "pts/1");
    assert_int_equal(desks->list[0].process, getpid());
    assert_string_equal(desks->list[1].name, "\xe7\x8e\x8b\xe8\x8a\xb3");
    assert_string_equal(desks->list[1].place, "");
    present_leave(anna);
    listed(desks, 1); /* and looking lets go of nobody's place */
    assert_int_equal(desks->list[0].number, 2);
    present_enter(desks->book, "carl", "pts/2", &third);
    listed(desks, 2);
    assert_string_equal(desks->list[0].name, "carl"); /* the free place */
    present_change(third, "cora", 5);
    listed(desks, 2);
    assert_string_equal(desks->list[0].name, "cora");
    assert_true(desks->list[0].since == 5);
    present_leave(wang);
    present_leave(third);
    listed(desks, 0);
}

static void whoever_is_asked_to_leave_is_told_by_whom(void **state)
{
    struct desks *desks = *state;
    struct present *anna = NULL, *carl = NULL;

    present_enter(desks->book, "anna", "pts/1", &anna);
    present_enter(desks->book, "carl", "pts/2", &carl);
    assert_null(present_ended(anna));
    assert_int_equal(present_end(desks->book, 2, "mary"), ERR_OK);
    assert_null(present_ended(anna));
    assert_string_equal(present_ended(carl), "mary");
    listed(desks, 2);
    assert_true(desks->list[1].ending && !desks->list[0].ending);
    assert_int_equal(present_end(desks->book, 3, "mary"), ERR_MISSING);
    assert_int_equal(present_end(desks->book, 0, "mary"), ERR_MISSING);
    present_leave(carl);
    assert_int_equal(present_end(desks->book, 2, "mary"), ERR_MISSING);
    present_enter(desks->book, "cora", "", &carl);
    assert_null(present_ended(carl)); /* that was somebody else */
    present_leave(carl);
    present_leave(anna);
    assert_null(present_ended(NULL));
}

static void a_killed_program_is_in_no_list(void **state)
{
    struct desks *desks = *state;
    struct present *gone = NULL;
    int status = 0;
    const pid_t child = fork();

    if (child == 0) {
        present_enter(desks->book, "anna", "pts/1", &gone);
        _exit(gone ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    listed(desks, 0);
}

static void a_book_in_memory_has_no_list(void **state)
{
    struct desks *desks = *state;
    struct book_plan plan = {.company = "Test", .actor = "adam", .sandbox = true};
    struct present *none = NULL;

    book_close(desks->book);
    assert_int_equal(currency_find("EUR", &plan.currency), ERR_OK);
    assert_int_equal(book_new(NULL, &plan, &desks->note, &desks->book), ERR_OK);
    present_enter(desks->book, "anna", "pts/1", &none);
    assert_null(none);
    listed(desks, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desks_open, desks_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_has_a_place_until_it_leaves),
        TEST(whoever_is_asked_to_leave_is_told_by_whom),
        TEST(a_killed_program_is_in_no_list),
        TEST(a_book_in_memory_has_no_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
