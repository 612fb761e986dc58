#include "db/db.h"

#include "base/rights.h"
#include "db/gate.h"
#include "db/safe.h"
#include "db/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct db *new_db(char *path, enum db_mode mode, struct note *note)
{
    struct db *db = calloc(1, sizeof *db);
    must(db != NULL);
    db->path = path;
    db->mode = mode;
    db->note = note;
    lane_init(&db->lane, STORE_LANE_WAIT_MS);
    return db;
}

void db_close(struct db *db)
{
    if (db == NULL)
        return;
    must(db->open_count == 0);
    rights_raise(db->shared);
    if (db->writing)
        db_rollback(db);
    while (db->reading > 0)
        db_read_end(db);
    store_disconnect(db);
    lane_done(&db->lane);
    rights_lower();
    free(db->path);
    free(db);
}

const char *db_path(const struct db *db)
{
    return db->path;
}

int db_version(const struct db *db)
{
    return db->version;
}

bool db_readonly(const struct db *db)
{
    return db->readonly;
}

/* The right is raised only to see where the path leads and whether it stays there. */
static enum err place_of(const char *path, struct note *note, char **real, bool *shared)
{
    rights_raise(true);
    const enum err e = gate_path(path, note, real);
    *shared = e == ERR_OK && rights_shared() && safe_path(*real);
    rights_lower();
    return e;
}

/* A file that is there, and neither of the two. */
static bool is_another(const char *path, const char *book, const char *real)
{
    struct stat is;

    return strcmp(path, book) != 0 && strcmp(path, real) != 0 && lstat(path, &is) == 0 &&
           !S_ISDIR(is.st_mode);
}

/* Is there in the folder, so many bytes of `real`, another book with whose name that of the file
 * begins? Then the file would be taken for that book's: its log, or a copy of it that makes older
 * ones go. */
static bool is_claimed(size_t folder, const char *book, const char *real)
{
    const char *name = strrchr(real, '/') + 1;
    bool claimed = false;

    for (const char *end = strpbrk(name, "-."); !claimed && end != NULL;
         end = strpbrk(end + 1, "-.")) {
        char *whole = NULL, *ended = NULL;
        must(asprintf(&whole, "%.*s%.*s", (int)folder, real, (int)(end - name), name) > 0 &&
             asprintf(&ended, "%s.arl", whole) > 0);
        claimed = is_another(whole, book, real) || is_another(ended, book, real);
        free(whole);
        free(ended);
    }
    return claimed;
}

/* In the folder of the book or below it, with the book's name at the beginning of its own, and no
 * other book on the way down to it whose name that is too; both are real paths. */
static bool is_ours(const char *book, const char *real)
{
    const size_t above = (size_t)(strrchr(book, '/') + 1 - book), len = strlen(book);
    const bool ended = len > above + 4 && strcmp(book + len - 4, ".arl") == 0;
    const size_t stem = len - above - (ended ? 4 : 0);
    const char *name = strrchr(real, '/') + 1;
    bool ours = strncmp(book, real, above) == 0 && strncmp(book + above, name, stem) == 0 &&
                (name[stem] == '-' || name[stem] == '.');
    for (size_t at = (size_t)(name - real); ours && at >= above; at--)
        if (real[at - 1] == '/')
            ours = !is_claimed(at, book, real);
    return ours;
}

char *db_shared_path(const struct db *db, const char *path)
{
    struct note unsaid = {0};
    char *real = NULL;
    bool shared = false;
    if (!db->shared || place_of(path, &unsaid, &real, &shared) != ERR_OK)
        return NULL;
    rights_raise(shared);
    shared = shared && is_ours(db->path, real);
    rights_lower();
    if (shared)
        return real;
    free(real);
    return NULL;
}

static enum err make_schema(struct db *db)
{
    int rc = store_query_only(db, false);
    if (rc == SQLITE_OK)
        rc = store_own(db, OWN_BEGIN, NULL);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    enum err e = migrate_steps(db, 0);
    if (e == ERR_OK && (rc = store_own(db, OWN_COMMIT, NULL)) != SQLITE_OK)
        e = store_fail(db, rc);
    if (e != ERR_OK)
        store_own(db, OWN_ROLLBACK, NULL);
    rc = store_query_only(db, true);
    return e == ERR_OK && rc != SQLITE_OK ? store_fail(db, rc) : e;
}

static enum err open_memory(struct note *note, struct db **out)
{
    char *path = strdup("");
    must(path != NULL);
    struct db *db = new_db(path, DB_MEMORY, note);
    enum err e;
    TRY_OUT(store_connect(db, false));
    TRY_OUT(make_schema(db));
    db->version = db_version_wanted();
    *out = db;
    db = NULL;
out:
    db_close(db);
    return e;
}

static enum err check_opened(struct db *db, struct stat *is)
{
    const struct stat before = *is;
    int64_t version = 0;
    int rc = store_own(db, OWN_VERSION, &version);
    if (rc != SQLITE_OK)
        return store_fail(db, rc);
    db->version = (int)version; /* as the log says, which may be ahead of the header */
    TRY(store_check_version(db));
    if (stat(db->path, is) != 0 || is->st_dev != before.st_dev || is->st_ino != before.st_ino)
        return fail(db->note, ERR_UNAVAILABLE, "the book %s was moved", db->path);
    db->device = is->st_dev;
    db->inode = is->st_ino;
    return ERR_OK;
}

static bool may_write(const char *real)
{
    char *directory = gate_directory(real);
    bool may = gate_may(real, W_OK) && gate_may(directory, W_OK | X_OK);
    free(directory);
    return may;
}

/* Whoever may write in the file need not ask this program. A copy that is only looked at may lie on
 * a disk that knows no rights. */
static enum err guarded(const char *real, enum db_mode mode, const struct stat *is,
                        struct note *note)
{
    if ((is->st_mode & S_IWOTH) == 0 || mode == DB_READ || mode == DB_PROVE)
        return ERR_OK;
    return fail(note, ERR_UNAVAILABLE,
                "everybody on this computer may write in the file %s, past this program: "
                "`chmod o-w` takes that right away",
                real);
}

/* `real` is given away. */
static enum err open_book(char *real, enum db_mode mode, bool shared, struct note *note,
                          struct db **out)
{
    struct db *db = new_db(real, mode, note);
    struct stat is;
    enum err e;
    db->shared = shared;
    TRY_OUT(gate_book(real, note));
    if (stat(real, &is) != 0)
        TRY_OUT(fail(note, ERR_UNAVAILABLE, "the book %s was moved", real));
    TRY_OUT(guarded(real, mode, &is, note));
    db->readonly = mode == DB_READ || !may_write(real);
    TRY_OUT(store_connect(db, db->readonly));
    TRY_OUT(check_opened(db, &is));
    if (!db->readonly)
        TRY_OUT(lane_open(&db->lane, real, is.st_mode, shared, note));
    *out = db;
    db = NULL;
out:
    db_close(db);
    return e;
}

static enum err fill_new(const char *draft, bool shared, struct note *note)
{
    TRY(gate_make(draft, note));
    char *path = strdup(draft);
    must(path != NULL);
    struct db *db = new_db(path, DB_CREATE, note);
    enum err e;
    db->shared = shared;
    /* so that closing empties the log */
    TRY_OUT(lane_open(&db->lane, draft, 0600, shared, note));
    TRY_OUT(store_connect(db, false));
    TRY_OUT(make_schema(db));
out:
    db_close(db);
    return e;
}

/* A book is made under another name and gets its own when it is whole. */
static enum err create_book(const char *real, bool shared, struct note *note)
{
    char *draft = NULL, *lane = NULL;
    enum err e;
    must(asprintf(&draft, "%s.new-%ld", real, (long)getpid()) > 0);
    must(asprintf(&lane, "%s-lane", draft) > 0);
    TRY_OUT(gate_free(real, note));
    e = fill_new(draft, shared, note);
    if (e == ERR_OK)
        e = gate_sync(draft, false, note);
    if (e == ERR_OK)
        e = gate_name(draft, real, note);
    if (e != ERR_OK)
        unlink(draft);
    unlink(lane);
out:
    free(lane);
    free(draft);
    return e;
}

enum err db_open(const char *path, enum db_mode mode, struct note *note, struct db **out)
{
    *out = NULL;
    if (mode == DB_MEMORY)
        return open_memory(note, out);
    char *real = NULL;
    bool shared;
    TRY(place_of(path, note, &real, &shared));
    rights_raise(shared);
    enum err e = ERR_OK;
    if (mode == DB_CREATE) {
        e = create_book(real, shared, note);
        mode = DB_OPEN;
    }
    if (e == ERR_OK)
        e = open_book(real, mode, shared, note, out);
    else
        free(real);
    rights_lower();
    return e;
}
