/* statement: prepared statements, kept by the address of their text. */
#include "db/store.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static size_t bucket_of(const char *sql)
{
    uintptr_t at = (uintptr_t)sql;
    at ^= at >> 15;
    at *= 0x9E3779B97F4A7C15u; /* the golden ratio: spreads neighbouring addresses */
    return (size_t)(at >> 40) & (STORE_BUCKETS - 1);
}

/* The n of "$n"; 0 for any other kind of parameter. */
static int number_of(const char *parameter)
{
    int n = 0;
    if (parameter == NULL || parameter[0] != '$')
        return 0;
    for (const char *digit = parameter + 1; *digit != '\0'; digit++) {
        if (*digit < '0' || *digit > '9' || n >= 1000)
            return 0;
        n = n * 10 + (*digit - '0');
    }
    return n;
}

/* The store numbers $names by first appearance; callers count by n. */
static bool place_parameters(struct stmt *q)
{
    int count = sqlite3_bind_parameter_count(q->compiled);
    bool same = true;
    q->places = 0;
    for (int i = 1; i <= count; i++) {
        const char *name = sqlite3_bind_parameter_name(q->compiled, i);
        int n = number_of(name);
        if (n == 0)
            return false;
        same = same && n == i;
        q->places = n > q->places ? n : q->places;
    }
    if (same)
        return true;
    q->place = calloc((size_t)q->places + 1, sizeof *q->place);
    must(q->place != NULL);
    for (int i = 1; i <= count; i++)
        q->place[number_of(sqlite3_bind_parameter_name(q->compiled, i))] = (unsigned short)i;
    return true;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n;")] == '\0';
}

static struct stmt *prepare(struct db *db, const char *sql, bool once)
{
    struct stmt *q = calloc(1, sizeof *q);
    must(q != NULL);
    q->db = db;
    q->sql = sql;
    q->once = once;
    const char *rest = "";
    int rc = sqlite3_prepare_v3(db->store, sql, -1, once ? 0 : SQLITE_PREPARE_PERSISTENT,
                                &q->compiled, &rest);
    bool whole = rc == SQLITE_OK && q->compiled != NULL && is_blank(rest);
    if (whole && place_parameters(q)) {
        q->writes = !sqlite3_stmt_readonly(q->compiled);
        return q;
    }
    must(once || rc != SQLITE_OK); /* a literal is one statement with $1..$n */
    if (rc == SQLITE_ERROR && once)
        q->err = fail(db->note, ERR_INPUT, "the question is not understood [%s]",
                      sqlite3_errmsg(db->store));
    else if (rc != SQLITE_OK)
        q->err = store_fail(db, rc);
    else
        q->err = fail(db->note, ERR_INPUT,
                      q->compiled == NULL ? "there is no question"
                      : whole             ? "write places for values as $1, $2 and so on"
                                          : "ask one question at a time");
    sqlite3_finalize(q->compiled);
    q->compiled = NULL;
    q->once = true; /* never cached */
    return q;
}

static void drop(struct stmt *q)
{
    sqlite3_finalize(q->compiled);
    free(q->place);
    free(q);
}

struct stmt *db_sql(struct db *db, const char *sql)
{
    struct stmt **head = &db->bucket[bucket_of(sql)];
    struct stmt *q = *head;
    while (q != NULL && (q->sql != sql || q->open))
        q = q->next;
    if (q != NULL) {
        /* else the text was no literal; a whole comparison costs a thirtieth of an import */
        must(strncmp(sqlite3_sql(q->compiled), sql, STORE_TEXT_SEEN) == 0);
    } else {
        q = prepare(db, sql, false);
        if (!q->once) {
            q->next = *head;
            *head = q;
        }
    }
    q->open = true;
    db->open_count++;
    return q;
}

struct stmt *db_sql_once(struct db *db, const char *sql)
{
    struct stmt *q = prepare(db, sql, true);
    q->open = true;
    db->open_count++;
    return q;
}

void store_drop_statements(struct db *db)
{
    for (int i = 0; i < STORE_BUCKETS; i++)
        while (db->bucket[i] != NULL) {
            struct stmt *q = db->bucket[i];
            db->bucket[i] = q->next;
            drop(q);
        }
}

static int place(struct stmt *q, int n)
{
    must(q->open && !q->stepped && n >= 1 && n <= q->places);
    int at = q->place != NULL ? q->place[n] : n;
    must(at > 0);
    return at;
}

static void bound(struct stmt *q, int rc)
{
    if (rc != SQLITE_OK && q->err == ERR_OK)
        q->err = store_fail(q->db, rc);
}

void bind_i64(struct stmt *q, int n, int64_t value)
{
    if (q->compiled != NULL)
        bound(q, sqlite3_bind_int64(q->compiled, place(q, n), value));
}

void bind_text(struct stmt *q, int n, const char *text)
{
    if (q->compiled == NULL)
        return;
    if (text != NULL && *text == '\0') /* most texts of a fact: nothing to copy */
        bound(q, sqlite3_bind_text(q->compiled, place(q, n), "", 0, SQLITE_STATIC));
    else
        bound(q, sqlite3_bind_text(q->compiled, place(q, n), text, -1, SQLITE_TRANSIENT));
}

void bind_blob(struct stmt *q, int n, const void *bytes, int len)
{
    if (q->compiled == NULL)
        return;
    if (bytes != NULL && len == 0) /* an empty blob, which the store would take for NULL */
        bound(q, sqlite3_bind_zeroblob(q->compiled, place(q, n), 0));
    else
        bound(q, sqlite3_bind_blob(q->compiled, place(q, n), bytes, len, SQLITE_TRANSIENT));
}

void bind_null(struct stmt *q, int n)
{
    if (q->compiled != NULL)
        bound(q, sqlite3_bind_null(q->compiled, place(q, n)));
}

static void step_failed(struct stmt *q, int rc)
{
    struct db *db = q->db;
    q->err = store_fail(db, rc);
    /* Full disk, input/output errors and cancelling make the store roll back by itself. What
     * follows would be written outside any transaction: so nothing may follow. */
    if (db->writing && sqlite3_get_autocommit(db->store))
        db->dead = q->err;
}

bool stmt_row(struct stmt *q)
{
    if (q->err != ERR_OK || q->done)
        return false;
    if (q->db->dead != ERR_OK) {
        q->err = store_dead(q->db);
        return false;
    }
    q->stepped = true;
    int rc = sqlite3_step(q->compiled);
    if (rc == SQLITE_ROW)
        return true;
    q->done = true;
    if (rc != SQLITE_DONE)
        step_failed(q, rc);
    return false;
}

int64_t col_i64(struct stmt *q, int n)
{
    return sqlite3_column_int64(q->compiled, n);
}

const char *col_text(struct stmt *q, int n)
{
    const unsigned char *text = sqlite3_column_text(q->compiled, n);
    return text != NULL ? (const char *)text : "";
}

const void *col_blob(struct stmt *q, int n, int *len)
{
    const void *bytes = sqlite3_column_blob(q->compiled, n);
    *len = sqlite3_column_bytes(q->compiled, n);
    return bytes;
}

struct date col_date(struct stmt *q, int n)
{
    return col_is_null(q, n) ? DATE_NONE : (struct date){(int32_t)col_i64(q, n)};
}

bool col_is_null(struct stmt *q, int n)
{
    return sqlite3_column_type(q->compiled, n) == SQLITE_NULL;
}

enum err stmt_end(struct stmt *q)
{
    must(q->open);
    /* A write that returned a row is not over: its constraints are checked at its end. */
    while (q->writes && q->stepped && stmt_row(q))
        continue;
    /* A text that found no memory is told only now, where no further row was asked for. The store
     * has rolled back by then: what follows must not be written. */
    if (q->stepped) {
        const int rc = sqlite3_reset(q->compiled);
        if (rc != SQLITE_OK && q->err == ERR_OK)
            step_failed(q, rc);
    }
    enum err e = q->err;
    q->db->open_count--;
    if (q->once) {
        drop(q);
        return e;
    }
    if (q->places > 0)
        sqlite3_clear_bindings(q->compiled);
    q->err = ERR_OK;
    q->open = q->stepped = q->done = false;
    return e;
}

enum err stmt_end_after(struct stmt *q, enum err e)
{
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}

enum err stmt_run(struct stmt *q)
{
    while (stmt_row(q))
        continue;
    return stmt_end(q);
}

int stmt_columns(struct stmt *q)
{
    return q->compiled != NULL ? sqlite3_column_count(q->compiled) : 0;
}

const char *stmt_column_name(struct stmt *q, int n)
{
    const char *name = q->compiled != NULL ? sqlite3_column_name(q->compiled, n) : NULL;
    return name != NULL ? name : "";
}

static struct stmt *bind_list(struct db *db, const char *sql, const char *bind, va_list values)
{
    struct stmt *q = db_sql(db, sql);
    for (int n = 1; bind != NULL && bind[n - 1] != '\0'; n++) {
        must(bind[n - 1] == 'i' || bind[n - 1] == 't');
        if (bind[n - 1] == 'i')
            bind_i64(q, n, va_arg(values, int64_t));
        else
            bind_text(q, n, va_arg(values, const char *));
    }
    return q;
}

enum err db_get(struct db *db, int64_t *out, int64_t otherwise, const char *sql, const char *bind,
                ...)
{
    va_list values;
    va_start(values, bind);
    struct stmt *q = bind_list(db, sql, bind, values);
    va_end(values);
    *out = otherwise;
    if (stmt_row(q) && !col_is_null(q, 0))
        *out = col_i64(q, 0);
    return stmt_end(q);
}

enum err db_run(struct db *db, const char *sql, const char *bind, ...)
{
    va_list values;
    va_start(values, bind);
    struct stmt *q = bind_list(db, sql, bind, values);
    va_end(values);
    return stmt_run(q);
}
