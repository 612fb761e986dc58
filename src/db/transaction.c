/* transaction: beginning and ending of writing and reading, the lane around them, checkpoints. */
#include "base/rights.h"
#include "db/store.h"

#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

void db_lane_who(struct db *db, const char *actor, const char *command)
{
    lane_who(&db->lane, actor, command);
}

void db_lane_wait(struct db *db, int milliseconds)
{
    db->lane.wait_ms = milliseconds;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Called by the store every few thousand steps: asks the hook about ten times a second. */
static int asked(void *self)
{
    struct db *db = self;
    int64_t now = now_ms();
    if (now - db->stop_asked_ms < 100)
        return 0;
    db->stop_asked_ms = now;
    return db->stop(db->stop_self, NULL) ? 1 : 0;
}

void db_cancel_hook(struct db *db, bool (*stop)(void *self, const char *holder), void *self)
{
    db->stop = stop;
    db->stop_self = self;
    db->stop_asked_ms = now_ms();
    sqlite3_progress_handler(db->store, STORE_PROGRESS_STEPS, stop != NULL ? asked : NULL, db);
}

void db_cancel_like(struct db *db, const struct db *other)
{
    db_cancel_hook(db, other->stop, other->stop_self);
}

/* The book that we have open must still be what its name shows (TRUST.md F9). */
static enum err check_place(struct db *db)
{
    struct stat is;
    if (db->mode == DB_MEMORY)
        return ERR_OK;
    rights_raise(db->shared);
    const int rc = stat(db->path, &is);
    rights_lower();
    if (rc != 0 || is.st_dev != db->device || is.st_ino != db->inode)
        return fail(db->note, ERR_UNAVAILABLE,
                    "the book was moved: %s is gone or is another file now; nothing was posted, "
                    "open the book again",
                    db->path);
    return ERR_OK;
}

static enum err check_version(struct db *db)
{
    int64_t version = 0;
    int rc = store_own(db, OWN_VERSION, &version);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    if (version != db->version)
        return fail(db->note, ERR_CONFLICT,
                    "the book was brought from version %d to %d by a newer program; leave this one "
                    "and start the new one",
                    db->version, (int)version);
    return ERR_OK;
}

/* Somebody may have put something into the schema since it was judged. */
static enum err check_schema(struct db *db)
{
    int64_t version = 0;
    if (db->mode != DB_OPEN)
        return ERR_OK;
    int rc = store_own(db, OWN_SCHEMA, &version);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    return version == db->schema_seen ? ERR_OK : store_schema_judge(db);
}

static enum err begin_in_lane(struct db *db)
{
    TRY(check_place(db));
    int rc = store_query_only(db, false);
    if (rc == SQLITE_OK)
        rc = store_own(db, OWN_BEGIN, NULL);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    TRY(check_version(db));
    return check_schema(db);
}

enum err db_begin(struct db *db)
{
    /* An open read would fix an older state of the book, in which nothing can be written. */
    must(!db->writing && db->reading == 0 && db->open_count == 0);
    if (db->readonly)
        return fail(db->note, ERR_DENIED,
                    "this book is open for reading only, so nothing can be posted in it");
    TRY(check_schema(db)); /* what takes its time does so before the lane */
    if (db->mode != DB_MEMORY)
        TRY(lane_take(&db->lane, db->stop, db->stop_self, db->note));
    db->writing = true;
    enum err e = begin_in_lane(db);
    if (e != ERR_OK)
        db_rollback(db);
    return e;
}

static void checkpoint(struct db *db, int mode)
{
    must(db->lane.held);
    sqlite3_busy_timeout(db->store, 0); /* whoever reads just now is not waited for */
    int rc = sqlite3_wal_checkpoint_v2(db->store, "main", mode, NULL, NULL);
    sqlite3_busy_timeout(db->store, 5000);
    /* Nothing is lost when it fails: the log keeps what was posted, and the next one tries again.
     */
    if (rc == SQLITE_OK)
        db->commits_since_checkpoint = 0;
}

static void checkpoint_by_policy(struct db *db)
{
    if (db->mode == DB_MEMORY)
        return;
    if (db->bulk)
        checkpoint(db, SQLITE_CHECKPOINT_TRUNCATE);
    else if (db->commits_since_checkpoint >= STORE_CHECKPOINT_COMMITS ||
             db->log_pages >= STORE_CHECKPOINT_PAGES)
        checkpoint(db, SQLITE_CHECKPOINT_PASSIVE);
}

/* A hang-up in the middle of a commit would only leave the clerk without its answer; a stop waits
 * for the lane to be given back anyway. */
static int commit_undisturbed(struct db *db)
{
    sigset_t hold, before;
    sigemptyset(&hold);
    sigaddset(&hold, SIGHUP);
    sigaddset(&hold, SIGINT);
    sigaddset(&hold, SIGTERM);
    sigprocmask(SIG_BLOCK, &hold, &before);
    int rc = store_own(db, OWN_COMMIT, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return rc;
}

static void set_cache(struct db *db, int kib)
{
    char text[48];
    snprintf(text, sizeof text, "PRAGMA cache_size=-%d", kib);
    store_run(db, text); /* only faster or slower */
}

/* Back to the state between transactions: nothing can be written, the lane is free. */
static void leave(struct db *db)
{
    store_query_only(db, true);
    if (db->bulk)
        set_cache(db, STORE_CACHE_KIB);
    later_forget(db);
    db->bulk = db->writing = false;
    db->dead = ERR_OK;
    lane_leave(&db->lane);
}

/* After a disk error the log may end in records that look like a whole transaction, and would
 * become one after a power cut. Emptying the log, while the lane is ours, takes them away for good.
 */
static void give_up(struct db *db, enum err e)
{
    if (!sqlite3_get_autocommit(db->store))
        store_own(db, OWN_ROLLBACK, NULL);
    if (e == ERR_IO && db->mode != DB_MEMORY)
        checkpoint(db, SQLITE_CHECKPOINT_TRUNCATE);
    leave(db);
}

enum err db_commit(struct db *db)
{
    must(db->writing && db->open_count == 0);
    enum err e = store_dead(db);
    if (e == ERR_OK)
        e = later_make(db);
    if (e == ERR_OK) {
        int rc = commit_undisturbed(db);
        if (rc != SQLITE_OK)
            e = store_fail_commit(db, rc);
    }
    if (e != ERR_OK) {
        give_up(db, e);
        return e;
    }
    db->commits_since_checkpoint++;
    checkpoint_by_policy(db);
    leave(db);
    return ERR_OK;
}

void db_rollback(struct db *db)
{
    must(db->writing);
    if (!sqlite3_get_autocommit(db->store))
        store_own(db, OWN_ROLLBACK, NULL);
    leave(db);
}

enum err db_trial_begin(struct db *db)
{
    must(db->writing && db->open_count == 0);
    int rc = store_own(db, OWN_MARK, NULL);
    return rc == SQLITE_OK ? ERR_OK : store_fail(db, rc);
}

enum err db_trial_end(struct db *db)
{
    must(db->writing && db->open_count == 0);
    if (db->dead != ERR_OK || sqlite3_get_autocommit(db->store))
        return store_dead(db); /* the whole transaction is gone */
    int rc = store_own(db, OWN_BACK, NULL);
    if (rc == SQLITE_OK)
        rc = store_own(db, OWN_UNMARK, NULL);
    return rc == SQLITE_OK ? ERR_OK : store_fail(db, rc);
}

bool db_writing(const struct db *db)
{
    return db->writing;
}

enum err db_read_begin(struct db *db)
{
    if (db->writing || db->reading > 0) {
        db->reading++;
        return ERR_OK;
    }
    int rc = store_own(db, OWN_SNAPSHOT, NULL);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    enum err e = check_version(db); /* the first read: it fixes what the others see */
    if (e == ERR_OK)
        db->reading = 1;
    else
        store_own(db, OWN_ROLLBACK, NULL);
    return e;
}

void db_read_end(struct db *db)
{
    must(db->reading > 0);
    db->reading--;
    if (db->reading == 0 && !db->writing && !sqlite3_get_autocommit(db->store))
        store_own(db, OWN_COMMIT, NULL);
}

void db_bulk(struct db *db)
{
    must(db->writing);
    if (!db->bulk)
        set_cache(db, STORE_BULK_KIB);
    db->bulk = true;
}
