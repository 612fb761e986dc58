/* connection: opens and closes the file with every setting of TRUST.md 4; guards what is asked. */
#include "db/store.h"

#include "db/gate.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* TRUST.md 4: each setting, how it is asked, and what the store must answer. */
static const struct {
    const char *set, *ask, *answer;
} settings[] = {
    {"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
    {"PRAGMA fullfsync=ON", "PRAGMA fullfsync", "1"},
    {"PRAGMA checkpoint_fullfsync=ON", "PRAGMA checkpoint_fullfsync", "1"},
    {"PRAGMA wal_autocheckpoint=0", "PRAGMA wal_autocheckpoint", "0"},
    {"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"},
    {"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0"},
    {"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", "1"},
    {"PRAGMA mmap_size=0", "PRAGMA mmap_size", "0"},
    {"PRAGMA busy_timeout=5000", "PRAGMA busy_timeout", "5000"},
    {"PRAGMA recursive_triggers=ON", "PRAGMA recursive_triggers", "1"},
    {"PRAGMA secure_delete=ON", "PRAGMA secure_delete", "1"},
    {"PRAGMA cache_size=-16384", "PRAGMA cache_size", "-16384"},
};

static const struct {
    int which, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 1000000},      {SQLITE_LIMIT_SQL_LENGTH, 100000},
    {SQLITE_LIMIT_COLUMN, 100},          {SQLITE_LIMIT_EXPR_DEPTH, 50},
    {SQLITE_LIMIT_COMPOUND_SELECT, 10},  {SQLITE_LIMIT_ATTACHED, 1},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 500},
};

static const struct {
    int which, on;
} switches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

static const char *const own_text[OWN_COUNT] = {
    [OWN_BEGIN] = "BEGIN IMMEDIATE",
    [OWN_SNAPSHOT] = "BEGIN",
    [OWN_COMMIT] = "COMMIT",
    [OWN_ROLLBACK] = "ROLLBACK",
    [OWN_VERSION] = "PRAGMA user_version",
    [OWN_SCHEMA] = "PRAGMA schema_version",
    [OWN_MARK] = "SAVEPOINT trial",
    [OWN_BACK] = "ROLLBACK TO trial",
    [OWN_UNMARK] = "RELEASE trial",
};

int store_run(struct db *db, const char *sql)
{
    bool before = db->own_work;
    db->own_work = true;
    int rc = sqlite3_exec(db->store, sql, NULL, NULL, NULL);
    db->own_work = before;
    return rc;
}

int store_own(struct db *db, enum store_own which, int64_t *out)
{
    bool before = db->own_work;
    db->own_work = true;
    sqlite3_stmt **s = &db->own[which];
    int rc = SQLITE_OK;
    if (*s == NULL)
        rc = sqlite3_prepare_v3(db->store, own_text[which], -1, SQLITE_PREPARE_PERSISTENT, s, NULL);
    if (rc == SQLITE_OK) {
        if (sqlite3_step(*s) == SQLITE_ROW && out != NULL)
            *out = sqlite3_column_int64(*s, 0);
        rc = sqlite3_reset(*s);
    }
    db->own_work = before;
    return rc;
}

static int ask(struct db *db, const char *question, const char *answer, bool *same)
{
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(db->store, question, -1, &s, NULL);
    if (rc == SQLITE_OK) {
        const unsigned char *text =
            sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_text(s, 0) : NULL;
        *same = text != NULL && strcmp((const char *)text, answer) == 0;
        rc = sqlite3_reset(s);
    }
    sqlite3_finalize(s);
    return rc;
}

/* The flag is set while this PRAGMA is being prepared; running it would only make every prepared
 * statement of the connection be compiled again, before and after each transaction. Should a later
 * store set it when it runs, the question finds out. */
int store_query_only(struct db *db, bool on)
{
    const char *set = on ? "PRAGMA query_only=ON" : "PRAGMA query_only=OFF";
    bool before = db->own_work, same = false;
    db->own_work = true;
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(db->store, set, -1, &s, NULL);
    sqlite3_finalize(s);
    if (rc == SQLITE_OK)
        rc = ask(db, "PRAGMA query_only", on ? "1" : "0", &same);
    db->own_work = before;
    return rc == SQLITE_OK && !same ? store_run(db, set) : rc;
}

static bool listed(const char *name, const char *const *list)
{
    for (; *list != NULL; list++)
        if (sqlite3_stricmp(name, *list) == 0)
            return true;
    return false;
}

/* Some settings take effect while a question is being prepared, so the guard has to stand there. */
static bool pragma_is_harmless(const char *name, const char *value)
{
    static const char *const looks[] = {"integrity_check",  "quick_check", "foreign_key_check",
                                        "table_info",       "table_xinfo", "table_list",
                                        "index_list",       "index_info",  "index_xinfo",
                                        "foreign_key_list", NULL};
    static const char *const acts[] = {"wal_checkpoint", "incremental_vacuum", "optimize",
                                       "shrink_memory", NULL};
    return value != NULL ? listed(name, looks) : !listed(name, acts);
}

static int guard(void *self, int action, const char *a, const char *b, const char *schema,
                 const char *trigger)
{
    /* they tell addresses in memory, take bytes for structures, or reach beyond the file */
    static const char *const beyond[] = {"fts3_tokenizer", "load_extension", "sqlite_log",
                                         "rtreenode",      "rtreedepth",     "rtreecheck",
                                         NULL};
    (void)schema, (void)trigger;
    const struct db *db = self;
    if (db->own_work)
        return SQLITE_OK;
    switch (action) {
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_ATTACH:
    case SQLITE_DETACH: return SQLITE_DENY;
    case SQLITE_READ:
        return db->hidden_table && strcmp(a, db->hidden_table) == 0 &&
                       strcmp(b, db->hidden_column) == 0
                   ? SQLITE_IGNORE
                   : SQLITE_OK;
    case SQLITE_FUNCTION: return listed(b, beyond) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: return pragma_is_harmless(a, b) ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_OK;
    }
}

void db_hide(struct db *db, const char *table, const char *column)
{
    db->hidden_table = table;
    db->hidden_column = column;
}

static int log_grown(void *self, sqlite3 *store, const char *schema, int pages)
{
    (void)store, (void)schema;
    ((struct db *)self)->log_pages = pages;
    return SQLITE_OK;
}

static enum err fail_setting(struct db *db, const char *setting, int rc)
{
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    return fail(db->note, ERR_UNAVAILABLE,
                "this computer's store does not keep a safety setting of the book [%s]", setting);
}

static enum err apply_settings(struct db *db, bool readonly)
{
    bool memory = db->mode == DB_MEMORY, same = false;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        sqlite3_limit(db->store, limits[i].which, limits[i].value);
    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++) {
        int now = -1;
        int rc = sqlite3_db_config(db->store, switches[i].which, switches[i].on, &now);
        /* A store built without loading of extensions does not know the switch, which is as good.
         */
        if (switches[i].which != SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION && now != switches[i].on)
            return fail_setting(db, "database configuration", rc);
    }
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        int rc = store_run(db, settings[i].set);
        if (rc == SQLITE_OK && !memory)
            rc = ask(db, settings[i].ask, settings[i].answer, &same);
        if (rc != SQLITE_OK || (!same && !memory))
            return fail_setting(db, settings[i].set, rc);
    }
    const char *temporary =
        db->disk.directory[0] != '\0' ? "PRAGMA temp_store=FILE" : "PRAGMA temp_store=MEMORY";
    int rc = store_run(db, temporary);
    if (rc == SQLITE_OK && !memory && !readonly)
        rc = ask(db, "PRAGMA journal_mode=WAL", "wal", &same);
    if (rc == SQLITE_OK && !same && !memory)
        return fail_setting(db, "journal_mode=WAL", rc);
    if (rc == SQLITE_OK)
        rc = store_query_only(db, true);
    return rc == SQLITE_OK ? ERR_OK : fail_setting(db, "query_only", rc);
}

/* With a log every connection keeps a shared lock on the book; only one that is alone can do
 * without the log. */
enum err db_alone(struct db *db)
{
    bool same = false;

    TRY(lane_take(&db->lane, db->stop, db->stop_self, db->note));
    const bool before = db->own_work;
    db->own_work = true;
    sqlite3_busy_timeout(db->store, 0);
    const int rc = ask(db, "PRAGMA journal_mode=DELETE", "delete", &same);
    (void)ask(db, "PRAGMA journal_mode=WAL", "wal", &(bool){false});
    sqlite3_busy_timeout(db->store, 5000);
    db->own_work = before;
    lane_leave(&db->lane);
    return rc == SQLITE_OK && same
               ? ERR_OK
               : fail(db->note, ERR_BUSY, "somebody has the book %s open", db->path);
}

/* Read through the store's own file, since opening and closing the file another way would drop the
 * locks of this process (sqlite.org/howtocorrupt.html 2.2); and before any question is asked, since
 * that could already play back another program's journal. */
static enum err check_header(struct db *db)
{
    unsigned char head[100] = {0};
    sqlite3_file *file = NULL;
    int rc = sqlite3_file_control(db->store, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (rc == SQLITE_OK && file != NULL && file->pMethods != NULL)
        rc = file->pMethods->xRead(file, head, sizeof head, 0);
    if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
        return store_fail(db, rc);
    if (memcmp(head, "SQLite format 3", 16) != 0)
        return fail(db->note, ERR_INPUT, "%s is not a book: it was not made by arledger", db->path);
    int mark = 0, version = 0;
    for (int i = 0; i < 4; i++) {
        mark = (int)((unsigned)mark << 8 | head[68 + i]);
        version = (int)((unsigned)version << 8 | head[60 + i]);
    }
    if (mark != STORE_MARK)
        return fail(db->note, ERR_INPUT, "%s is not a book: it is the database of another program",
                    db->path);
    db->version = version;
    return ERR_OK;
}

enum err store_check_version(const struct db *db)
{
    int wanted = db_version_wanted();
    if (db->version > wanted)
        return fail(db->note, ERR_CONFLICT,
                    "the book %s has version %d and this program knows %d: use the newer program",
                    db->path, db->version, wanted);
    if (db->version < wanted && db->mode != DB_MIGRATE)
        return fail(
            db->note, ERR_CONFLICT,
            "the book %s has version %d and this program needs %d: run `arledger book migrate`",
            db->path, db->version, wanted);
    return ERR_OK;
}

static bool log_is_empty(const struct db *db)
{
    char log[PATH_MAX];
    struct stat is;
    snprintf(log, sizeof log, "%s-wal", db->path);
    return stat(log, &is) != 0 || is.st_size == 0;
}

/* Refuses by the header what must stay untouched. A log may hold a later version than the header of
 * an older book, so with a log the question waits until the store has read it. */
static enum err check_header_version(const struct db *db)
{
    if (db->version < db_version_wanted() && !log_is_empty(db))
        return ERR_OK;
    return store_check_version(db);
}

/* On a disk that cannot change (a backup medium, a frozen copy) the store can do without the files
 * that it keeps beside a book. Anywhere else it must not be told so: somebody may post. */
static bool cannot_change(const struct db *db)
{
    struct statvfs disk;
    return db->path[0] != '\0' && statvfs(db->path, &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0 &&
           log_is_empty(db);
}

static int open_frozen(struct db *db, int flags)
{
    char name[3 * PATH_MAX + 32] = "file:";
    size_t len = strlen(name);
    for (const char *c = db->path; *c != '\0'; c++)
        len += (size_t)snprintf(name + len, sizeof name - len, "%%%02X", (unsigned char)*c);
    snprintf(name + len, sizeof name - len, "?immutable=1");
    return sqlite3_open_v2(name, &db->store, flags | SQLITE_OPEN_URI, db->disk.name);
}

static int open_file(struct db *db, bool readonly)
{
    int flags = readonly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    if (db->mode == DB_MEMORY)
        return sqlite3_open_v2(":memory:", &db->store, flags | SQLITE_OPEN_CREATE, db->disk.name);
    if (readonly && cannot_change(db))
        return open_frozen(db, flags);
    return sqlite3_open_v2(db->path, &db->store, flags, db->disk.name);
}

/* Where a reader may not make the files beside the book, it depends on somebody who may. */
static enum err fail_reader(struct db *db, enum err e)
{
    char *directory = gate_directory(db->path);
    bool may = gate_may(directory, W_OK);
    free(directory);
    if (may || (e != ERR_DENIED && e != ERR_IO))
        return e;
    return fail(db->note, ERR_DENIED,
                "%s cannot be read now: you may not write in its folder, and nobody who may has it "
                "open; ask for that right, or read a copy",
                db->path);
}

enum err store_connect(struct db *db, bool readonly)
{
    bool memory = db->mode == DB_MEMORY;
    char *directory = memory ? strdup("") : gate_directory(db->path);
    must(directory != NULL);
    bool ready = disk_init(&db->disk, readonly ? "" : directory, db->shared);
    free(directory);
    if (!ready)
        return fail(db->note, ERR_UNAVAILABLE, "the store of this computer cannot be used");
    sqlite3_soft_heap_limit64(192 << 20);
    int rc = open_file(db, readonly);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    sqlite3_extended_result_codes(db->store, 1);
    /* before the first question: the last program to leave may just be bringing the log in */
    sqlite3_busy_timeout(db->store, 5000);
    if (db->mode != DB_MEMORY && db->mode != DB_CREATE)
        TRY(check_header(db));
    if (db->mode != DB_MEMORY && db->mode != DB_CREATE)
        TRY(check_header_version(db));
    enum err e = apply_settings(db, readonly);
    if (e != ERR_OK)
        return db->readonly ? fail_reader(db, e) : e;
    sqlite3_set_authorizer(db->store, guard, db);
    sqlite3_wal_hook(db->store, log_grown, db);
    return ERR_OK;
}

void store_disconnect(struct db *db)
{
    store_drop_statements(db);
    for (int i = 0; i < OWN_COUNT; i++) {
        sqlite3_finalize(db->own[i]);
        db->own[i] = NULL;
    }
    if (db->store != NULL) {
        /* The last connection to close brings the log into the book: a checkpoint, so in the lane.
         */
        bool may = db->mode == DB_MEMORY || (!db->readonly && lane_try(&db->lane));
        if (!may)
            sqlite3_db_config(db->store, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        must(sqlite3_close(db->store) == SQLITE_OK);
        db->store = NULL;
        lane_leave(&db->lane);
    }
    disk_done(&db->disk);
}
