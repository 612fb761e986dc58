/* db: the store seam: one book file, prepared statements, transactions, the write lane.
 *
 * Knows: the store (SQLite here), nothing of accounting. No store name leaves this header.
 * Portable SQL only (HOUSE.md 2): $1..$n, RETURNING, ON CONFLICT, CAST(SUM(x) AS BIGINT), flag = 1,
 * NULLS LAST said aloud, no clock, no rowid, no store functions.
 *
 * Statements: db_sql gives a ready statement, cached by its text's address, so callers pass
 * literals:
 *
 *     struct stmt *q = db_sql(db, "SELECT id, name FROM customer WHERE code = $1");
 *     bind_text(q, 1, code);
 *     while (stmt_row(q))
 *         ... col_i64(q, 0), col_text(q, 1) ...      text lives until the next stmt_row/stmt_end
 *     TRY(stmt_end(q));                              gives it back; first error of all the steps
 *
 * db_sql never fails by itself: errors are kept and come out of stmt_end. The same statement may be
 * open several times at once (recursion takes a second copy).
 * Fails with: BUSY (lane not had in time), FULL, IO, CORRUPT, DENIED, CONFLICT (constraint,
 * trigger), CANCELLED, UNAVAILABLE (no memory); the words are in the note given to db_open.
 * Every connection is query_only except between db_begin and db_commit / db_rollback. */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/date.h"
#include "base/err.h"

#include <stdint.h>

struct db;
struct stmt;

enum db_mode {
    DB_CREATE,   /* must not exist; made with schema */
    DB_OPEN,     /* read, and write between begin and commit; schema must be current */
    DB_PROVE,    /* the same of a copy: damage is the copy's, and nobody is told to stop working */
    DB_READ,     /* never writes */
    DB_MIGRATE,  /* opens an older schema, to bring it up */
    DB_MEMORY    /* a new book in memory, for tests */
};

/* note is borrowed for the life of the db. Path checks, settings and gates: TRUST.md 0 and 4,
 * F7-F14. */
enum err db_open(const char *path, enum db_mode mode, struct note *note, struct db **out);
void db_close(struct db *db); /* NULL is fine; statements must be given back */
const char *db_path(const struct db *db);
/* In a program that is installed setgid: where a file really lies for which the group's right may
 * be raised (base/rights.h): the book was opened with it, and the file is in the book's folder or
 * below, on a path that its user cannot change (db/safe.h), and bears the book's name ("harbour-"
 * or "harbour." of harbour.arl and something more) where no other book has a claim to that name.
 * Given to the caller, who frees it; NULL for any other file, which is the user's affair. */
char *db_shared_path(const struct db *db, const char *path);
/* A column that reads as NULL from here on, whatever is asked; literals. */
void db_hide(struct db *db, const char *table, const char *column);
int db_version(const struct db *db);    /* schema version of the file */
int db_version_wanted(void);            /* schema version of this program */
enum err db_migrate(struct db *db);     /* every step in one transaction, in the lane */
bool db_readonly(const struct db *db);

struct stmt *db_sql(struct db *db, const char *sql);      /* sql must be a literal */
struct stmt *db_sql_once(struct db *db, const char *sql); /* any text; dropped at stmt_end */
void bind_i64(struct stmt *q, int n, int64_t value);
void bind_text(struct stmt *q, int n, const char *text); /* NULL binds NULL; copied */
void bind_blob(struct stmt *q, int n, const void *bytes, int len);
void bind_null(struct stmt *q, int n);
bool stmt_row(struct stmt *q); /* false at the end and on error */
int64_t col_i64(struct stmt *q, int n);
const char *col_text(struct stmt *q, int n); /* "" for NULL */
const void *col_blob(struct stmt *q, int n, int *len);
struct date col_date(struct stmt *q, int n); /* of an INTEGER day; DATE_NONE for NULL */
bool col_is_null(struct stmt *q, int n);
enum err stmt_end(struct stmt *q);
enum err stmt_end_after(struct stmt *q, enum err e); /* the same; e, unless it is OK, comes first */
enum err stmt_run(struct stmt *q);  /* a statement without rows: step and end */
int stmt_columns(struct stmt *q);   /* for `book sql`: how many, and their names */
const char *stmt_column_name(struct stmt *q, int n);

/* One value: the first column of the first row, or `otherwise` when there is none or NULL.
 * `bind` letters tell the arguments: i int64_t, t const char *.
 *     db_get(db, &n, 0, "SELECT ...", "it", 5, "x") */
enum err db_get(struct db *db, int64_t *out, int64_t otherwise, const char *sql, const char *bind,
                ...);
enum err db_run(struct db *db, const char *sql, const char *bind, ...);

/* Who is shown to others while this connection holds the lane, and how long to wait for it. */
void db_lane_who(struct db *db, const char *actor, const char *command);
void db_lane_wait(struct db *db, int milliseconds);
/* Asked about ten times a second while waiting or while a long statement runs: true stops with
 * CANCELLED. `holder` is who holds the lane, or NULL when this connection itself works. */
void db_cancel_hook(struct db *db, bool (*stop)(void *self, const char *holder), void *self);
void db_cancel_like(struct db *db, const struct db *other); /* the same hook */

/* takes the lane, then a write transaction; sees file moved or newer schema */
enum err db_begin(struct db *db);
/* durable when it returns OK; gives the lane back, checkpoints by policy */
enum err db_commit(struct db *db);
void db_rollback(struct db *db);
/* Inside a transaction: whatever is written between the two is undone by the second. No nesting. */
enum err db_trial_begin(struct db *db);
enum err db_trial_end(struct db *db);
bool db_writing(const struct db *db);
/* a read snapshot over several statements; nests by counter */
enum err db_read_begin(struct db *db);
void db_read_end(struct db *db);
/* For bulk loads inside a write transaction: more cache, until the commit. */
void db_bulk(struct db *db);
/* For bulk loads that are large beside the book: these indexes (names, NULL ends; none that is
 * unique) are left out until the commit, which makes them anew. Rows first and indexes after is
 * twice as quick, but until then whatever would use one of them scans its table. */
enum err db_index_later(struct db *db, const char *const *names);

/* BUSY when somebody else has the book open, be it only to look. Takes the lane meanwhile. */
enum err db_alone(struct db *db);
/* Online copy of the whole book to a new file, in slices; `progress` may be NULL. */
enum err db_backup(struct db *db, const char *to,
                   bool (*progress)(void *self, int done, int total), void *self);
/* The store's own check: page and index consistency, foreign keys. Lines of trouble go to `say`. */
enum err db_check(struct db *db, void (*say)(void *self, const char *line), void *self, int *found);
/* Whether tables, indexes, views and triggers are those that this program makes, none more. */
enum err db_check_schema(struct db *db, void (*say)(void *self, const char *line), void *self,
                         int *found);

/* Fault injection for tests/fault: fails the n-th store call from now with the given kind. */
enum db_fault {
    DB_FAULT_NONE,
    DB_FAULT_IO,
    DB_FAULT_FULL,
    DB_FAULT_MEMORY,
    DB_FAULT_EXIT,
    DB_FAULT_READ, /* counts and fails calls that read, and no others */
    DB_FAULT_STOP, /* fails nothing: the process is told to stop, as by Ctrl-Z */
};
/* counts write, sync and lock calls of the file layer */
void db_fault_after(long calls, enum db_fault kind);
long db_fault_count(void);

#endif
