/* The store seam on real files: settings, statements, the lane, refused files, copies. */
#include "db/db.h"
#include "db/gate.h"
#include "db/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct note note;
static char folder[] = "/tmp/test_db-XXXXXX";
static char book[64], other[64];

#define assert_ok(call)                                                                            \
    do {                                                                                           \
        if ((call) != ERR_OK)                                                                      \
            fail_msg("%s: %s", #call, note.text);                                                  \
    } while (0)
#define assert_err(call, code) assert_string_equal(err_name(call), err_name(code))

static int in_folder(void **state)
{
    snprintf(folder, sizeof folder, "/tmp/test_db-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(book, sizeof book, "%s/firm.arl", folder);
    snprintf(other, sizeof other, "%s/other", folder);
    note_clear(&note);
    return 0;
}

static int files_in_folder(void)
{
    int count = 0;
    DIR *all = opendir(folder);
    for (struct dirent *d = readdir(all); d != NULL; d = readdir(all))
        count += strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0;
    closedir(all);
    return count;
}

static int out_of_folder(void **state)
{
    DIR *all = opendir(folder);
    for (struct dirent *d = readdir(all); d != NULL; d = readdir(all))
        if (d->d_name[0] != '.' || strlen(d->d_name) > 2)
            unlinkat(dirfd(all), d->d_name, 0);
    closedir(all);
    return rmdir(folder);
}

static struct db *open_book(enum db_mode mode)
{
    struct db *db = NULL;
    assert_ok(db_open(book, mode, &note, &db));
    return db;
}

/* A book with a small ledger of its own beside the real tables. */
static struct db *new_book(enum db_mode mode)
{
    struct db *db = open_book(mode);
    assert_ok(db_begin(db));
    assert_ok(db_run(db,
                     "CREATE TABLE pot (id INTEGER PRIMARY KEY, name TEXT, amount INTEGER "
                     "CHECK (amount < 1000000), parent INTEGER REFERENCES pot (id) "
                     "DEFERRABLE INITIALLY DEFERRED) STRICT",
                     NULL));
    assert_ok(db_run(db, "CREATE UNIQUE INDEX pot_name ON pot (name)", NULL));
    assert_ok(db_run(db,
                     "CREATE TRIGGER pot_stays BEFORE DELETE ON pot BEGIN "
                     "SELECT RAISE(ABORT, 'a pot is never thrown away'); END",
                     NULL));
    assert_ok(db_run(db, "INSERT INTO pot (id, name, amount) VALUES (1, 'rent', 500)", NULL));
    assert_ok(
        db_run(db, "INSERT INTO pot (id, name, amount, parent) VALUES (2, 'tea', 7, 1)", NULL));
    assert_ok(db_commit(db));
    return db;
}

static int64_t get(struct db *db, const char *sql)
{
    struct stmt *q = db_sql_once(db, sql);
    int64_t value = stmt_row(q) ? col_i64(q, 0) : -1;
    assert_ok(stmt_end(q));
    return value;
}

static void raw(const char *path, const char *sql)
{
    sqlite3 *store = NULL;
    assert_int_equal(sqlite3_open(path, &store), SQLITE_OK);
    assert_int_equal(sqlite3_exec(store, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(store);
}

/* ---- settings ---- */

static void assert_settings(struct db *db)
{
    static const struct {
        const char *sql, *answer;
    } cases[] = {
        {"PRAGMA journal_mode", "wal"},
        {"PRAGMA synchronous", "2"},
        {"PRAGMA wal_autocheckpoint", "0"},
        {"PRAGMA foreign_keys", "1"},
        {"PRAGMA trusted_schema", "0"},
        {"PRAGMA cell_size_check", "1"},
        {"PRAGMA mmap_size", "0"},
        {"PRAGMA busy_timeout", "5000"},
        {"PRAGMA recursive_triggers", "1"},
        {"PRAGMA secure_delete", "1"},
        {"PRAGMA query_only", "1"},
        {"PRAGMA cache_size", "-16384"},
        {"PRAGMA application_id", "1095912497"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct stmt *q = db_sql_once(db, cases[i].sql);
        assert_true(stmt_row(q));
        if (strcmp(col_text(q, 0), cases[i].answer) != 0)
            fail_msg("%s is %s, not %s", cases[i].sql, col_text(q, 0), cases[i].answer);
        assert_ok(stmt_end(q));
    }
    assert_int_equal(get(db, "PRAGMA temp_store"), db_readonly(db) ? 2 : 1);
}

static void every_connection_has_every_setting(void **state)
{
    static const enum db_mode modes[] = {DB_CREATE, DB_OPEN, DB_MIGRATE, DB_READ};
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        struct db *db = open_book(modes[i]);
        assert_settings(db);
        db_close(db);
    }
    struct stat is;
    assert_int_equal(stat(book, &is), 0);
    assert_int_equal(is.st_mode & 0777, 0600);
}

static void only_a_transaction_may_write(void **state)
{
    struct db *db = new_book(DB_CREATE);
    const char *add = "INSERT INTO pot (name) VALUES ('cake')";
    assert_err(db_run(db, add, NULL), ERR_DENIED);
    assert_ok(db_begin(db));
    assert_int_equal(get(db, "PRAGMA query_only"), 0);
    assert_ok(db_run(db, add, NULL));
    db_rollback(db);
    assert_int_equal(get(db, "PRAGMA query_only"), 1);
    assert_int_equal(get(db, "SELECT COUNT(*) FROM pot"), 2);
    db_close(db);
    db = open_book(DB_READ);
    assert_err(db_begin(db), ERR_DENIED);
    assert_string_equal(note.text,
                        "this book is open for reading only, so nothing can be posted in it");
    db_close(db);
}

/* A question with its end repeated is answered up to a limit of the store, and refused beyond. */
static void assert_repeats(struct db *db, const char *begin, const char *end, int answered,
                           int refused)
{
    static const int bytes = 400000;
    char *sql = test_malloc((size_t)bytes);

    for (int times = answered; times <= refused; times += refused - answered) {
        int len = snprintf(sql, (size_t)bytes, "%s", begin);
        for (int i = 0; i < times; i++)
            len += snprintf(sql + len, (size_t)(bytes - len), "%s", end);
        const enum err e = stmt_run(db_sql_once(db, sql));
        if ((e == ERR_OK) != (times == answered))
            fail_msg("%s and %d times %s: %s", begin, times, end, e ? note.text : "answered");
    }
    test_free(sql);
}

static void a_question_cannot_loosen_anything(void **state)
{
    static const char *const cases[] = {
        "PRAGMA query_only=OFF",
        "PRAGMA synchronous=OFF",
        "PRAGMA journal_mode=DELETE",
        "PRAGMA wal_checkpoint",
        "PRAGMA writable_schema=ON",
        "BEGIN IMMEDIATE",
        "COMMIT",
        "SAVEPOINT s",
        "ATTACH '/tmp/x' AS x",
        "DETACH main",
        "PRAGMA user_version=9",
    };
    struct db *db = new_book(DB_CREATE);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_err(stmt_run(db_sql_once(db, cases[i])), ERR_DENIED);
    assert_err(stmt_run(db_sql_once(db, "DELETE FROM pot")), ERR_DENIED);
    assert_err(stmt_run(db_sql_once(db, "SELECT \"a word\"")), ERR_INPUT);
    assert_err(stmt_run(db_sql_once(db, "SELECT 1; SELECT 2")), ERR_INPUT);
    assert_err(stmt_run(db_sql_once(db, "  ")), ERR_INPUT);
    assert_err(stmt_run(db_sql_once(db, "SELECT ?1, :name")), ERR_INPUT);
    assert_err(stmt_run(db_sql_once(db, "SELECT zeroblob(1000001)")), ERR_LIMIT);
    assert_ok(stmt_run(db_sql_once(db, "SELECT zeroblob(999000)")));
    assert_repeats(db, "SELECT 1", "+1", 49, 50);
    assert_repeats(db, "SELECT 1", " UNION ALL SELECT 1", 9, 10);
    assert_repeats(db, "SELECT 1", ", 1", 99, 100);
    assert_repeats(db, "SELECT 1", " ", 99000, 100000);
    assert_ok(stmt_run(db_sql_once(db, "PRAGMA integrity_check(1); ")));
    assert_settings(db);
    db_close(db);
}

/* ---- statements ---- */

static int64_t depth(struct db *db, int64_t id)
{
    struct stmt *q = db_sql(db, "SELECT parent FROM pot WHERE id = $1 ORDER BY id");
    bind_i64(q, 1, id);
    int64_t below = stmt_row(q) && !col_is_null(q, 0) ? depth(db, col_i64(q, 0)) : 0;
    assert_ok(stmt_end(q));
    return below + 1;
}

static void the_same_statement_may_be_open_twice(void **state)
{
    struct db *db = new_book(DB_MEMORY);
    for (int times = 0; times < 3; times++)
        assert_int_equal(depth(db, 2), 2);
    db_close(db);
}

static void arguments_are_bound_by_their_number(void **state)
{
    struct db *db = new_book(DB_MEMORY);
    struct stmt *q = db_sql(db, "SELECT $3, $1, $2, $1");
    char text[8] = "dos";
    bind_i64(q, 1, 1);
    bind_text(q, 2, text);
    bind_blob(q, 3, "\0x", 2);
    snprintf(text, sizeof text, "gone"); /* copied when it was bound */
    assert_true(stmt_row(q));
    int len = 0;
    assert_memory_equal(col_blob(q, 0, &len), "\0x", 2);
    assert_int_equal(len, 2);
    assert_int_equal(col_i64(q, 1), 1);
    assert_string_equal(col_text(q, 2), "dos");
    assert_int_equal(col_i64(q, 3), 1);
    assert_int_equal(stmt_columns(q), 4);
    assert_false(stmt_row(q));
    assert_false(stmt_row(q));
    assert_ok(stmt_end(q));
    q = db_sql(db, "SELECT $3, $1, $2, $1"); /* nothing of the last use is left */
    assert_true(stmt_row(q));
    for (int i = 0; i < 4; i++)
        assert_true(col_is_null(q, i));
    assert_string_equal(col_text(q, 0), "");
    assert_ok(stmt_end(q));
    int64_t n = 0;
    assert_ok(db_get(db, &n, -5, "SELECT amount FROM pot WHERE name = $2 AND id = $1", "it",
                     (int64_t)2, "tea"));
    assert_int_equal(n, 7);
    assert_ok(db_get(db, &n, -5, "SELECT amount FROM pot WHERE id = $1", "i", (int64_t)99));
    assert_int_equal(n, -5);
    db_close(db);
}

static void a_write_with_a_row_is_carried_out_whole(void **state)
{
    struct db *db = new_book(DB_MEMORY);
    assert_ok(db_begin(db));
    struct stmt *q = db_sql(db, "INSERT INTO pot (name) VALUES ($1) RETURNING id");
    bind_text(q, 1, "cake");
    assert_true(stmt_row(q));
    assert_int_equal(col_i64(q, 0), 3);
    assert_ok(stmt_end(q));
    assert_ok(db_commit(db));
    assert_int_equal(get(db, "SELECT COUNT(*) FROM pot"), 3);
    db_close(db);
}

static void failures_have_the_books_words(void **state)
{
    static const struct {
        const char *sql;
        enum err err;
        const char *words;
    } cases[] = {
        {"DELETE FROM pot", ERR_CONFLICT, "a pot is never thrown away"},
        {"INSERT INTO pot (name) VALUES ('tea')", ERR_CONFLICT, "this is in the book already ["},
        {"INSERT INTO pot (amount) VALUES (1000000)", ERR_CONFLICT,
         "the book does not allow such a value ["},
        {"SELECT SUM(9223372036854775807) FROM pot", ERR_CORRUPT, "the book cannot answer this ["},
        {"SELECT drawer FROM pot", ERR_CORRUPT, "the book cannot answer this ["},
    };
    struct db *db = new_book(DB_MEMORY);
    assert_ok(db_begin(db));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_err(db_run(db, cases[i].sql, NULL), cases[i].err);
        assert_memory_equal(note.text, cases[i].words, strlen(cases[i].words));
    }
    assert_ok(db_run(db, "UPDATE pot SET amount = 8 WHERE id = 2", NULL));
    assert_ok(db_commit(db)); /* a refused statement does not spoil what else was posted */
    assert_int_equal(get(db, "SELECT amount FROM pot WHERE id = 2"), 8);
    db_close(db);
}

static void a_dangling_reference_is_refused_at_the_commit(void **state)
{
    struct db *db = new_book(DB_CREATE);
    assert_ok(db_begin(db));
    assert_ok(db_run(db, "INSERT INTO pot (name, parent) VALUES ('cake', 77)", NULL));
    assert_err(db_commit(db), ERR_CONFLICT);
    assert_false(db_writing(db));
    assert_int_equal(get(db, "SELECT COUNT(*) FROM pot"), 2);
    assert_ok(db_begin(db)); /* the lane is free again */
    db_rollback(db);
    db_close(db);
}

/* ---- several at work ---- */

static void a_snapshot_stays_as_it_was(void **state)
{
    struct db *one = new_book(DB_CREATE), *two = open_book(DB_OPEN);
    assert_ok(db_read_begin(one));
    assert_ok(db_read_begin(one));
    assert_ok(db_begin(two));
    assert_ok(db_run(two, "INSERT INTO pot (name) VALUES ('cake')", NULL));
    assert_ok(db_commit(two));
    assert_int_equal(get(one, "SELECT COUNT(*) FROM pot"), 2);
    db_read_end(one);
    assert_int_equal(get(one, "SELECT COUNT(*) FROM pot"), 2);
    db_read_end(one);
    assert_int_equal(get(one, "SELECT COUNT(*) FROM pot"), 3);
    db_close(two);
    db_close(one);
}

static bool stop_at_once(void *self, const char *holder)
{
    snprintf(self, 200, "%s", holder != NULL ? holder : "(itself)");
    return true;
}

/* Another process that takes the lane and keeps it until it is killed. */
static pid_t start_holder(void)
{
    int ready[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct db *db = NULL;
        if (db_open(book, DB_OPEN, &note, &db) != ERR_OK)
            _exit(1);
        db_lane_who(db, "anna", "payment\timport");
        if (db_begin(db) != ERR_OK ||
            db_run(db, "INSERT INTO pot (name) VALUES ('half')", NULL) != ERR_OK ||
            write(ready[1], "x", 1) != 1)
            _exit(1);
        alarm(60); /* never outlives a test that failed */
        for (;;)
            pause();
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    return child;
}

static void the_lane_excludes_names_and_frees(void **state)
{
    db_close(new_book(DB_CREATE));
    pid_t holder = start_holder();
    struct db *db = open_book(DB_OPEN);
    char expected[128], seen[200] = "";
    snprintf(expected, sizeof expected, "anna (payment import, process %ld)", (long)holder);

    static const int waits[] = {0, 30};
    for (int i = 0; i < 2; i++) {
        db_lane_wait(db, waits[i]);
        assert_err(db_begin(db), ERR_BUSY);
        assert_memory_equal(note.text, expected, strlen(expected));
        assert_non_null(strstr(note.text, "try again"));
    }
    db_lane_wait(db, 60000);
    db_cancel_hook(db, stop_at_once, seen);
    assert_err(db_begin(db), ERR_CANCELLED);
    assert_string_equal(seen, expected);
    db_cancel_hook(db, NULL, NULL);
    assert_int_equal(get(db, "SELECT COUNT(*) FROM pot"), 2); /* reading needs no lane */

    kill(holder, SIGKILL);
    assert_ok(db_begin(db)); /* waits for the end of the holder, not longer */
    db_rollback(db);
    waitpid(holder, NULL, 0);
    assert_int_equal(get(db, "SELECT COUNT(*) FROM pot"), 2);
    db_close(db);
}

static void a_long_question_can_be_stopped(void **state)
{
    char seen[200] = "";
    struct db *db = new_book(DB_CREATE);
    db_cancel_hook(db, stop_at_once, seen);
    assert_ok(db_begin(db));
    const char *endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                          "INSERT INTO pot (amount) SELECT MAX(i) FROM n";
    assert_err(db_run(db, endless, NULL), ERR_CANCELLED);
    assert_string_equal(seen, "(itself)");
    /* the store gave the transaction up: nothing may slip in after it */
    assert_err(db_run(db, "INSERT INTO pot (name) VALUES ('stray')", NULL), ERR_CANCELLED);
    assert_err(db_commit(db), ERR_CANCELLED);
    /* also where another connection of the same program asks */
    struct db *second;
    assert_ok(db_open(book, DB_READ, &note, &second));
    db_cancel_like(second, db);
    assert_err(db_run(second,
                      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                      "SELECT MAX(i) FROM n",
                      NULL),
               ERR_CANCELLED);
    db_close(second);
    db_cancel_hook(db, NULL, NULL);
    assert_int_equal(get(db, "SELECT COUNT(*) FROM pot"), 2);
    db_close(db);
}

/* An idle reader counts too: whoever puts another file in its place waits until it has left. */
static void whoever_has_it_open_is_noticed(void **state)
{
    struct db *db = new_book(DB_CREATE), *second = NULL;

    assert_ok(db_alone(db));
    assert_ok(db_open(book, DB_READ, &note, &second));
    assert_err(db_alone(db), ERR_BUSY);
    db_close(second);
    assert_ok(db_alone(db));
    assert_ok(db_begin(db)); /* and it works on as before */
    assert_ok(db_run(db, "INSERT INTO pot (name) VALUES ('a')", NULL));
    assert_ok(db_commit(db));
    db_close(db);
}

static void a_moved_or_replaced_book_is_noticed(void **state)
{
    struct db *db = new_book(DB_CREATE);
    assert_int_equal(rename(book, other), 0);
    assert_err(db_begin(db), ERR_UNAVAILABLE);
    assert_memory_equal(note.text, "the book was moved", 18);
    assert_int_equal(rename(other, book), 0);
    assert_ok(db_begin(db));
    db_rollback(db);
    db_close(db);
}

static void a_newer_program_on_the_same_book_is_noticed(void **state)
{
    struct db *db = new_book(DB_CREATE);
    raw(book, "PRAGMA user_version = 42");
    assert_err(db_begin(db), ERR_CONFLICT);
    assert_non_null(strstr(note.text, "to 42 by a newer program"));
    assert_false(db_writing(db));
    assert_err(db_read_begin(db), ERR_CONFLICT);
    db_close(db);
}

/* ---- refused files ---- */

static char *slurp(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char *bytes = calloc(1, 1 << 20);
    *len = fread(bytes, 1, 1 << 20, f);
    fclose(f);
    return bytes;
}

static void assert_refused(enum db_mode mode, enum err code, const char *words)
{
    struct db *db = NULL;
    size_t before_len, after_len;
    char *before = slurp(book, &before_len);
    int files = files_in_folder();
    assert_err(db_open(book, mode, &note, &db), code);
    assert_null(db);
    if (strstr(note.text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", note.text, words);
    char *after = slurp(book, &after_len);
    assert_int_equal(before_len, after_len);
    assert_memory_equal(before, after, before_len);
    assert_int_equal(files, files_in_folder());
    free(before);
    free(after);
}

static void write_file(const char *text)
{
    FILE *f = fopen(book, "wb");
    fputs(text, f);
    fclose(f);
}

static void what_is_no_book_is_refused_untouched(void **state)
{
    struct db *db = NULL;
    assert_err(db_open(book, DB_OPEN, &note, &db), ERR_MISSING);
    write_file("");
    assert_refused(DB_OPEN, ERR_INPUT, "is empty");
    assert_refused(DB_CREATE, ERR_CREATE, "exists already");
    write_file("Date,Amount\n2026-01-01,12.00\n");
    assert_refused(DB_OPEN, ERR_INPUT, "not made by arledger");
    assert_refused(DB_READ, ERR_INPUT, "not made by arledger");
    write_file("");
    raw(book, "CREATE TABLE song (id); INSERT INTO song VALUES (1)");
    assert_refused(DB_OPEN, ERR_INPUT, "another program");
    assert_refused(DB_MIGRATE, ERR_INPUT, "another program");
    assert_err(db_open(folder, DB_OPEN, &note, &db), ERR_INPUT);
    assert_err(db_open("/nowhere/at/all.arl", DB_OPEN, &note, &db), ERR_MISSING);
    assert_err(db_open("/nowhere/at/all.arl", DB_CREATE, &note, &db), ERR_MISSING);
    assert_err(db_open("", DB_OPEN, &note, &db), ERR_INPUT);
}

static void other_versions_are_refused_untouched(void **state)
{
    char both[64];
    db_close(open_book(DB_CREATE));
    raw(book, "PRAGMA user_version = 42");
    snprintf(both, sizeof both, "version 42 and this program knows %d", db_version_wanted());
    assert_refused(DB_OPEN, ERR_CONFLICT, both);
    assert_refused(DB_MIGRATE, ERR_CONFLICT, both);
    raw(book, "PRAGMA user_version = 0");
    assert_refused(DB_OPEN, ERR_CONFLICT, "run `arledger book migrate`");
}

static void links_are_refused(void **state)
{
    struct db *db = NULL;
    db_close(open_book(DB_CREATE));
    assert_int_equal(symlink(book, other), 0);
    assert_err(db_open(other, DB_OPEN, &note, &db), ERR_UNAVAILABLE);
    unlink(other);
    assert_int_equal(link(book, other), 0);
    assert_err(db_open(book, DB_OPEN, &note, &db), ERR_UNAVAILABLE);
}

static void network_disks_are_known(void **state)
{
    static const unsigned long far[] = {0x6969, 0xFF534D42, 0xFE534D42,
                                        0x517B, 0x65735546, 0x01021997};
    static const unsigned long near[] = {0xEF53,     0x9123683E, 0x58465342,
                                         0x01021994, 0x2FC12FC1, 0x794C7630};
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++)
        assert_non_null(gate_network(far[i]));
    for (size_t i = 0; i < sizeof near / sizeof near[0]; i++)
        assert_null(gate_network(near[i]));
}

/* ---- copies and checks ---- */

static bool stop_copy(void *self, int done, int total)
{
    return true;
}

static void a_copy_is_whole_and_replaces_nothing(void **state)
{
    struct db *db = new_book(DB_CREATE), *copy = NULL;
    int before = files_in_folder();
    assert_err(db_backup(db, other, stop_copy, NULL), ERR_CANCELLED);
    assert_int_equal(files_in_folder(), before);
    assert_ok(db_backup(db, other, NULL, NULL));
    assert_int_equal(files_in_folder(), before + 1);
    assert_err(db_backup(db, other, NULL, NULL), ERR_CREATE);
    assert_err(db_backup(db, book, NULL, NULL), ERR_CREATE);
    assert_ok(db_open(other, DB_OPEN, &note, &copy));
    assert_int_equal(get(copy, "SELECT SUM(amount) FROM pot"), 507);
    assert_settings(copy);
    db_close(copy);
    db_close(db);
}

static void count_line(void *self, const char *line)
{
    (void)line;
    ++*(int *)self;
}

static void damage_is_found(void **state)
{
    int found = -1, lines = 0;
    struct db *db = new_book(DB_CREATE);
    assert_ok(db_begin(db)); /* so that the last page holds rows, not the schema */
    assert_ok(db_run(db,
                     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                     " WHERE i < 3000) INSERT INTO pot (amount) SELECT i FROM n",
                     NULL));
    assert_ok(db_commit(db));
    assert_ok(db_check(db, count_line, &lines, &found));
    assert_int_equal(found, 0);
    db_close(db);
    raw(book, "PRAGMA foreign_keys = OFF; UPDATE pot SET parent = 99999 WHERE id = 2");
    db = open_book(DB_READ);
    assert_ok(db_check(db, count_line, &lines, &found));
    assert_int_equal(found, 1);
    assert_int_equal(lines, 1);
    db_close(db);
    struct stat is;
    assert_int_equal(stat(book, &is), 0);
    int fd = open(book, O_WRONLY);
    assert_int_equal(pwrite(fd, "damage, damage", 14, is.st_size - 4096), 14);
    close(fd);
    db = open_book(DB_READ);
    assert_ok(db_check(db, count_line, &lines, &found));
    assert_true(found > 1);
    db_close(db);
}

static void the_log_is_brought_in(void **state)
{
    char log[72];
    struct stat is;
    snprintf(log, sizeof log, "%s-wal", book);
    struct db *db = new_book(DB_CREATE);
    for (int bulk = 0; bulk < 2; bulk++) {
        for (int i = 0; i < (bulk ? 1 : 30); i++) {
            assert_ok(db_begin(db));
            if (bulk)
                db_bulk(db);
            assert_ok(db_run(db,
                             "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                             "WHERE i < 3000) INSERT INTO pot (amount) SELECT i FROM n",
                             NULL));
            assert_ok(db_commit(db));
        }
        assert_int_equal(stat(log, &is), 0);
        assert_true(is.st_size < (bulk ? 1 : 8 << 20));
        assert_settings(db);
    }
    db_close(db);
    assert_int_not_equal(stat(log, &is), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, in_folder, out_of_folder)

static void keep_line(void *self, const char *line)
{
    snprintf(self, 200, "%s", line);
}

/* A name as the store gives them hides nothing, and would run. */
static void what_was_put_into_the_schema_is_named_whatever_its_name(void **state)
{
    struct db *db = NULL;
    char line[200] = "";
    int found = 0;
    sqlite3 *store = NULL;

    assert_ok(db_open(book, DB_CREATE, &note, &db));
    assert_ok(db_check_schema(db, keep_line, line, &found));
    assert_int_equal(found, 0);
    db_close(db);
    assert_int_equal(sqlite3_open(book, &store), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(store,
                     "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema (type, name, tbl_name,"
                     " rootpage, sql) VALUES ('trigger', 'sqlite_evil', 'customer', 0, 'CREATE"
                     " TRIGGER sqlite_evil AFTER INSERT ON customer BEGIN DELETE FROM setting;"
                     " END')",
                     NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(store);
    assert_ok(db_open(book, DB_OPEN, &note, &db));
    assert_ok(db_check_schema(db, keep_line, line, &found));
    assert_int_equal(found, 1);
    assert_non_null(strstr(line, "trigger sqlite_evil of the schema was put there"));
    db_close(db);
}

/* ---- what was put beside our triggers ---- */

static void the_schema_is_the_one_that_is_written_down(void **state)
{
    struct hash hash;
    char hex[HASH_TEXT];
    struct db *db = open_book(DB_CREATE);

    assert_ok(store_schema_hash(db, &hash));
    db_close(db);
    if (strcmp(hash_hex(&hash, hex), store_schema_known) != 0)
        fail_msg("store_schema_known in src/db/migrate.c is %s by now", hex);
}

static void assert_nothing_is_posted(struct db *db, const char *words)
{
    assert_err(db_begin(db), ERR_CORRUPT);
    if (!strstr(note.text, words))
        fail_msg("'%s' is not in: %s", words, note.text);
    assert_int_equal(get(db, "SELECT COUNT(*) FROM entry"), 0); /* what is there can be read */
}

static void nothing_is_posted_where_something_else_would_run(void **state)
{
    static const struct {
        const char *sql, *words;
    } cases[] = {
        {"CREATE TRIGGER evil AFTER INSERT ON entry BEGIN UPDATE customer SET email = 'x'; END",
         "the trigger evil of the schema was put there"},
        {"DROP TRIGGER entry_no_update", "the trigger entry_no_update of the schema is missing"},
        {"DROP TRIGGER entry_no_update; CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN"
         " SELECT 1; END",
         "the trigger entry_no_update of the schema was changed"},
        {"CREATE UNIQUE INDEX one ON customer (currency)", "the index one of the schema was put"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct db *db = open_book(DB_CREATE);
        assert_ok(db_begin(db));
        assert_ok(db_commit(db));
        raw(book, cases[i].sql); /* while it is open */
        assert_nothing_is_posted(db, cases[i].words);
        db_close(db);
        db = open_book(DB_OPEN);
        assert_nothing_is_posted(db, cases[i].words);
        db_close(db);
        assert_int_equal(unlink(book), 0);
    }
    struct db *db = open_book(DB_CREATE);
    raw(book, "CREATE TABLE song (id); CREATE VIEW v_song AS SELECT id FROM song; ANALYZE");
    assert_ok(db_begin(db)); /* somebody's own, which no posting comes to */
    db_rollback(db);
    db_close(db);
}

static void a_book_that_everybody_may_write_in_is_none(void **state)
{
    struct db *db = NULL;

    db_close(open_book(DB_CREATE));
    assert_int_equal(chmod(book, 0666), 0);
    assert_err(db_open(book, DB_OPEN, &note, &db), ERR_UNAVAILABLE);
    assert_non_null(strstr(note.text, "chmod o-w"));
    db_close(open_book(DB_READ)); /* as on a stick */
    assert_int_equal(chmod(book, 0660), 0);
    db_close(open_book(DB_OPEN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_connection_has_every_setting),
        CASE(only_a_transaction_may_write),
        CASE(a_question_cannot_loosen_anything),
        CASE(the_same_statement_may_be_open_twice),
        CASE(arguments_are_bound_by_their_number),
        CASE(a_write_with_a_row_is_carried_out_whole),
        CASE(failures_have_the_books_words),
        CASE(a_dangling_reference_is_refused_at_the_commit),
        CASE(a_snapshot_stays_as_it_was),
        CASE(the_lane_excludes_names_and_frees),
        CASE(a_long_question_can_be_stopped),
        CASE(whoever_has_it_open_is_noticed),
        CASE(a_moved_or_replaced_book_is_noticed),
        CASE(a_newer_program_on_the_same_book_is_noticed),
        CASE(what_is_no_book_is_refused_untouched),
        CASE(other_versions_are_refused_untouched),
        CASE(links_are_refused),
        CASE(network_disks_are_known),
        CASE(a_copy_is_whole_and_replaces_nothing),
        CASE(damage_is_found),
        CASE(what_was_put_into_the_schema_is_named_whatever_its_name),
        CASE(the_log_is_brought_in),
        CASE(the_schema_is_the_one_that_is_written_down),
        CASE(nothing_is_posted_where_something_else_would_run),
        CASE(a_book_that_everybody_may_write_in_is_none),
    };
    return cmocka_run_group_tests_name("db", tests, NULL, NULL);
}
