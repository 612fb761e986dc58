/* Indexes that a bulk load leaves out are there again after it, however it ends. */
#include "db/db.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *const names[] = {"customer_by_name", "item_by_aging", NULL};

struct shelf {
    struct note note;
    struct db *db;
};

static int64_t indexes(struct shelf *shelf)
{
    int64_t count = 0;

    assert_int_equal(
        db_get(shelf->db, &count, 0, "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'index'", ""),
        ERR_OK);
    return count;
}

static void load(struct shelf *shelf)
{
    assert_int_equal(db_begin(shelf->db), ERR_OK);
    db_bulk(shelf->db);
    assert_int_equal(db_index_later(shelf->db, names), ERR_OK);
    assert_int_equal(
        db_run(shelf->db, "INSERT INTO customer (code, name, currency) VALUES ('A', 'Abel', 'EUR')",
               ""),
        ERR_OK);
}

static void set_up(struct shelf *shelf)
{
    memset(shelf, 0, sizeof *shelf);
    assert_int_equal(db_open(NULL, DB_MEMORY, &shelf->note, &shelf->db), ERR_OK);
}

static void they_are_made_by_the_commit(void **state)
{
    struct shelf shelf;
    int64_t found = 0;
    int trouble = -1;

    set_up(&shelf);
    const int64_t before = indexes(&shelf);
    load(&shelf);
    assert_int_equal(indexes(&shelf), before - 2);
    assert_int_equal(db_commit(shelf.db), ERR_OK);
    assert_int_equal(indexes(&shelf), before);
    assert_int_equal(db_get(shelf.db, &found, 0,
                            "SELECT COUNT(*) FROM customer INDEXED BY customer_by_name"
                            " WHERE name = 'Abel' COLLATE NOCASE",
                            ""),
                     ERR_OK);
    assert_int_equal(found, 1);
    assert_int_equal(db_check(shelf.db, NULL, NULL, &trouble), ERR_OK);
    assert_int_equal(trouble, 0);
    db_close(shelf.db);
}

static void a_roll_back_leaves_them_as_they_were(void **state)
{
    struct shelf shelf;

    set_up(&shelf);
    const int64_t before = indexes(&shelf);
    load(&shelf);
    db_rollback(shelf.db);
    assert_int_equal(indexes(&shelf), before);
    /* and the next transaction has nothing of them to make */
    assert_int_equal(db_begin(shelf.db), ERR_OK);
    assert_int_equal(db_commit(shelf.db), ERR_OK);
    assert_int_equal(indexes(&shelf), before);
    db_close(shelf.db);
}

static void what_is_not_there_is_passed_over(void **state)
{
    static const char *const strange[] = {"no_such_index", NULL};
    struct shelf shelf;

    set_up(&shelf);
    const int64_t before = indexes(&shelf);
    assert_int_equal(db_begin(shelf.db), ERR_OK);
    assert_int_equal(db_index_later(shelf.db, strange), ERR_OK);
    assert_int_equal(db_commit(shelf.db), ERR_OK);
    assert_int_equal(indexes(&shelf), before);
    db_close(shelf.db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_made_by_the_commit),
        cmocka_unit_test(a_roll_back_leaves_them_as_they_were),
        cmocka_unit_test(what_is_not_there_is_passed_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
