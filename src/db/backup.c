/* backup: an online copy of the whole book, in slices, from one state of it. */
#include "base/rights.h"
#include "db/gate.h"
#include "db/disk.h"
#include "db/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SLICE_PAGES = 256 };

static enum err fail_copy(struct db *db, sqlite3 *copy, const char *to, int rc)
{
    if ((rc & 0xff) == SQLITE_FULL || sqlite3_system_errno(copy) == ENOSPC)
        return fail(db->note, ERR_FULL, "the disk is full: the copy %s was not made", to);
    if ((rc & 0xff) == SQLITE_CORRUPT)
        return store_fail(db, rc);
    return fail(db->note, ERR_IO, "the copy %s was not made: the disk reported an error [%s, %d]",
                to, sqlite3_errmsg(copy), rc);
}

static enum err copy_slices(struct db *db, sqlite3 *copy, const char *to,
                            bool (*progress)(void *self, int done, int total), void *self)
{
    sqlite3_backup *work = sqlite3_backup_init(copy, "main", db->store, "main");
    if (work == NULL)
        return fail_copy(db, copy, to, sqlite3_extended_errcode(copy));
    int rc;
    bool stopped = false;
    do {
        rc = sqlite3_backup_step(work, SLICE_PAGES);
        int total = sqlite3_backup_pagecount(work);
        int done = total - sqlite3_backup_remaining(work);
        stopped = (progress != NULL && progress(self, done, total)) ||
                  (db->stop != NULL && db->stop(db->stop_self, NULL));
    } while (rc == SQLITE_OK && !stopped);
    int finish = sqlite3_backup_finish(work);
    if (rc == SQLITE_DONE && finish == SQLITE_OK && !stopped)
        return ERR_OK;
    if (stopped && (rc == SQLITE_OK || rc == SQLITE_DONE))
        return fail(db->note, ERR_CANCELLED, "stopped as you asked; the copy %s was not made", to);
    return fail_copy(db, copy, to, rc != SQLITE_DONE ? rc : finish);
}

/* The draft is thrown away when anything goes wrong, so it needs no journal and no syncs of its
 * own. */
static enum err copy_into(struct db *db, struct disk *disk, const char *draft, const char *to,
                          bool (*progress)(void *self, int done, int total), void *self)
{
    TRY(gate_make(draft, db->note));
    sqlite3 *copy = NULL;
    int rc = sqlite3_open_v2(draft, &copy,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
                                 SQLITE_OPEN_NOMUTEX,
                             disk->name);
    if (rc == SQLITE_OK)
        rc =
            sqlite3_exec(copy, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", NULL, NULL, NULL);
    enum err e =
        rc != SQLITE_OK ? fail_copy(db, copy, to, rc) : copy_slices(db, copy, to, progress, self);
    if (sqlite3_close(copy) != SQLITE_OK && e == ERR_OK)
        e = fail_copy(db, copy, to, SQLITE_IOERR);
    return e == ERR_OK ? gate_sync(draft, false, db->note) : e;
}

static enum err copy_named(struct db *db, const char *to, bool shared,
                           bool (*progress)(void *self, int done, int total), void *self)
{
    char *real = NULL, *draft = NULL;
    struct disk disk;
    must(!db->writing);
    TRY(gate_path(to, db->note, &real));
    enum err e = gate_free(real, db->note);
    if (e == ERR_OK)
        e = db_read_begin(db); /* one state of the book, however long it takes and whoever posts */
    if (e != ERR_OK) {
        free(real);
        return e;
    }
    must(asprintf(&draft, "%s.new-%ld", real, (long)getpid()) > 0);
    if (disk_init(&disk, "", shared))
        e = copy_into(db, &disk, draft, to, progress, self);
    else
        e = fail(db->note, ERR_UNAVAILABLE, "the store of this computer cannot be used");
    disk_done(&disk);
    db_read_end(db);
    if (e == ERR_OK)
        e = gate_name(draft, real, db->note);
    if (e != ERR_OK)
        unlink(draft);
    free(draft);
    free(real);
    return e;
}

enum err db_backup(struct db *db, const char *to, bool (*progress)(void *self, int done, int total),
                   void *self)
{
    char *shared = db_shared_path(db, to);
    rights_raise(shared != NULL);
    enum err e = copy_named(db, shared != NULL ? shared : to, shared != NULL, progress, self);
    rights_lower();
    free(shared);
    return e;
}
