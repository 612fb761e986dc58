/* A small posting survives the failure of any one call: all of it or nothing, acknowledged = there.
 */
#include "power.h"
#include "sweep.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void make(struct db *db)
{
    must(db_run(db, "CREATE TABLE purse (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT",
                NULL) == ERR_OK);
    must(db_run(db,
                "CREATE TABLE move (id INTEGER PRIMARY KEY, purse_id INTEGER NOT NULL REFERENCES "
                "purse (id), amount INTEGER NOT NULL, text TEXT) STRICT",
                NULL) == ERR_OK);
    must(db_run(db, "INSERT INTO purse VALUES (1, 1000), (2, 0)", NULL) == ERR_OK);
}

static enum err move(struct db *db, int64_t purse, int64_t amount)
{
    /* long enough a text that the posting takes several pages */
    TRY(db_run(db, "INSERT INTO move (purse_id, amount, text) VALUES ($1, $2, hex(zeroblob(9000)))",
               "ii", purse, amount));
    return db_run(db, "UPDATE purse SET amount = amount + $2 WHERE id = $1", "ii", purse, amount);
}

static enum err post_once(struct db *db, bool bulk, struct sweep *sweep)
{
    TRY(db_begin(db));
    if (bulk)
        db_bulk(db);
    enum err e = move(db, 1, -300);
    if (e == ERR_OK)
        e = move(db, 2, 300);
    if (e != ERR_OK) {
        db_rollback(db);
        return e;
    }
    TRY(db_commit(db));
    sweep_acknowledge(sweep);
    return ERR_OK;
}

static enum err post(struct db *db, struct sweep *sweep)
{
    return post_once(db, false, sweep);
}

static enum err post_bulk(struct db *db, struct sweep *sweep)
{
    return post_once(db, true, sweep);
}

/* The purses hold 1000 together, and every move has its two sides, or none. */
static const char *look(struct db *db, bool *there)
{
    int64_t total = 0, moves = 0, moved = 0, second = 0;
    if (db_get(db, &total, 0, "SELECT SUM(amount) FROM purse", NULL) != ERR_OK ||
        db_get(db, &moves, 0, "SELECT COUNT(*) FROM move", NULL) != ERR_OK ||
        db_get(db, &moved, 0, "SELECT SUM(amount) FROM move", NULL) != ERR_OK ||
        db_get(db, &second, 0, "SELECT amount FROM purse WHERE id = 2", NULL) != ERR_OK)
        return "the book cannot be read";
    *there = moves > 0;
    if (total != 1000 || moved != 0)
        return "the purses do not add up";
    return moves % 2 == 0 && moves <= 4 && second == moves / 2 * 300 ? NULL : "one side only";
}

static void sweep_all(enum db_fault kind)
{
    char trouble[256];
    for (int bulk = 0; bulk < 2; bulk++) {
        struct sweep sweep = {
            .kind = kind, .make = make, .post = bulk ? post_bulk : post, .look = look};
        int reached = sweep_run(&sweep, trouble, sizeof trouble);
        if (trouble[0] != '\0')
            fail_msg("%s%s", bulk ? "bulk: " : "", trouble);
        assert_true(reached >= 10);
        print_message("# %d calls failed in turn\n", reached);
        print_message("# tally tried %d lost 0 doubled 0 corrupt 0 half 0\n", reached);
    }
}

static void killed_at_any_call(void **state)
{
    sweep_all(DB_FAULT_EXIT);
}

static void disk_error_at_any_call(void **state)
{
    sweep_all(DB_FAULT_IO);
}

static void disk_full_at_any_call(void **state)
{
    sweep_all(DB_FAULT_FULL);
}

static void no_memory_at_any_call(void **state)
{
    sweep_all(DB_FAULT_MEMORY);
}

/* One row, a text read of it for which the n-th request for memory is refused, another row. */
static enum err rows_written(struct db *db, struct note *note, long n, bool *refused)
{
    TRY(db_begin(db));
    enum err e = move(db, 1, -300);
    memory_short_at(n);
    struct stmt *q = db_sql(db, "SELECT substr(text, 1, 3000) FROM move");
    if (stmt_row(q))
        (void)col_text(q, 0);
    const enum err end = stmt_end(q);
    *refused = memory_count() >= n;
    memory_short_at(0);
    if (end != ERR_OK) { /* whoever goes on all the same is told why nothing comes of it */
        note_clear(note);
        must(move(db, 2, 300) == ERR_OK || note->text[0] != '\0');
    }
    e = e != ERR_OK ? e : end;
    if (e == ERR_OK)
        e = move(db, 2, 300);
    if (e == ERR_OK)
        return db_commit(db);
    db_rollback(db);
    return e;
}

static void a_text_without_memory_takes_nothing_with_it(void **state)
{
    bool refused = true, there;

    for (long n = 1; refused; n++) {
        struct note note = {0};
        struct db *db;
        assert_int_equal(db_open("", DB_MEMORY, &note, &db), ERR_OK);
        assert_int_equal(db_begin(db), ERR_OK);
        make(db);
        assert_int_equal(db_commit(db), ERR_OK);
        const enum err e = rows_written(db, &note, n, &refused);
        assert_true(e == ERR_OK || e == ERR_UNAVAILABLE);
        const char *half = look(db, &there);
        if (half)
            fail_msg("request %ld: %s", n, half);
        assert_int_equal(there, e == ERR_OK);
        db_close(db);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(killed_at_any_call),
        cmocka_unit_test(disk_error_at_any_call),
        cmocka_unit_test(disk_full_at_any_call),
        cmocka_unit_test(no_memory_at_any_call),
        cmocka_unit_test(a_text_without_memory_takes_nothing_with_it),
    };

    memory_install();
    return cmocka_run_group_tests_name("the store under faults", tests, NULL, NULL);
}
