#include "ledger/backup.h"

#include "base/arena.h"
#include "base/rights.h"
#include "db/db.h"
#include "ledger/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct backup_watch nobody;

static void say_nothing(void *self, const char *sentence)
{
    (void)self, (void)sentence;
}

/* Damage is told of the file that has it, by the name that its reader knows. */
static enum err damage_named(enum err e, const char *name, struct note *note)
{
    const struct note said = *note;

    return e == ERR_CORRUPT ? fail(note, e, "%s: %s", name, said.text) : e;
}

/* Every figure of the file, read through a connection of its own. It is opened as if for work: only
 * then no files of the store are left beside it when it is closed. */
static enum err proved(const char *path, const struct hash *anchor,
                       const struct backup_watch *watch, struct note *note,
                       struct backup_state *out)
{
    struct book *book = NULL;
    struct arena arena = {0};
    struct entry head;

    out->found = 0;
    TRY(book_open(path, BOOK_PROVE, note, &book));
    enum err e = proof_book(book, anchor, watch->say ? watch->say : say_nothing, watch->self,
                            &out->found);
    if (e == ERR_OK)
        e = journal_head(book, &head, &arena);
    if (e == ERR_OK)
        out->entries = head.id, out->head = head.hash;
    else
        (void)fail(note, e, "%s", book_note(book)->text);
    book_close(book);
    arena_done(&arena);
    return e;
}

static bool exists(const char *path)
{
    struct stat is;

    return lstat(path, &is) == 0;
}

static enum err folder_sync(const char *path, struct arena *arena, struct note *note)
{
    const char *slash = strrchr(path, '/');
    const char *folder = !slash          ? "."
                         : slash == path ? "/"
                                         : arena_bytes(arena, path, (size_t)(slash - path));
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int rc = fd >= 0 ? fsync(fd) : -1;

    if (fd >= 0)
        close(fd);
    return rc == 0 ? ERR_OK
                   : fail(note, ERR_IO, "%s could not be made safe on disk: %s", folder,
                          strerror(errno));
}

/* Whoever posts holds the lane; whoever only looks finds the file moved when he next posts. A book
 * that is damaged or too old may be replaced: that is what a backup is for. */
static enum err unused(const char *path, struct note *note)
{
    struct note inner = {0};
    struct db *db = NULL;
    enum err e = db_open(path, DB_OPEN, &inner, &db);

    if (e == ERR_OK) {
        db_lane_who(db, "restore", "book restore");
        db_lane_wait(db, 0);
        e = db_begin(db);
        if (e == ERR_OK) {
            db_rollback(db);
            e = db_alone(db);
        }
        db_close(db);
    }
    if (e == ERR_OK || e == ERR_CORRUPT || e == ERR_CONFLICT)
        return ERR_OK;
    if (e == ERR_BUSY)
        return fail(note, ERR_BUSY, "%s is in use; restore it when everybody has left it", path);
    return fail(note, e, "%s", inner.text);
}

static enum err name_change(const char *from, const char *to, struct note *note)
{
    if (exists(to))
        return fail(note, ERR_CREATE, "%s exists already: move it away first", to);
    if (rename(from, to) != 0)
        return fail(note, ERR_CREATE, "%s cannot be named %s: %s", from, to, strerror(errno));
    return ERR_OK;
}

/* What the proof of a draft leaves beside it, and the draft itself when it came to nothing. */
static void draft_clear(const char *draft, bool whole, struct arena *arena)
{
    static const char *const beside[] = {"-lane", "-wal", "-shm"};

    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++)
        unlink(arena_format(arena, "%s%s", draft, beside[i]));
    if (whole)
        unlink(draft);
}

/* The copy is sealed under a name of its own and opened again, before it gets its name. */
static enum err sealed_name(const char *draft, const char *to, const struct seal_secret *secret,
                            struct arena *arena, struct note *note)
{
    const char *sealed = arena_format(arena, "%s.sealing-%ld", to, (long)getpid());
    const char *again = arena_format(arena, "%s.opening-%ld", to, (long)getpid());
    enum err e = seal_file(draft, sealed, secret, note);

    if (e == ERR_OK)
        e = seal_undo(sealed, again, secret, note);
    unlink(again);
    if (e == ERR_OK)
        e = name_change(sealed, to, note);
    if (e != ERR_OK)
        unlink(sealed);
    return e;
}

static enum err copy_make(struct book *book, const char *to, const struct backup_watch *watch,
                          int *found)
{
    struct note *note = book_note(book);
    struct arena arena = {0};
    const char *draft = arena_format(&arena, "%s.proving-%ld", to, (long)getpid());
    struct backup_state state;
    enum err e = ERR_OK;

    *found = 0;
    watch = watch ? watch : &nobody;
    if (exists(to))
        TRY_OUT(fail(note, ERR_CREATE, "%s exists already: choose another name", to));
    TRY_OUT(db_backup(book_db(book), draft, watch->progress, watch->self));
    TRY_OUT(damage_named(proved(draft, NULL, watch, note, &state), to, note));
    *found = state.found;
    TRY_OUT(watch->secret ? sealed_name(draft, to, watch->secret, &arena, note)
                          : name_change(draft, to, note));
    e = folder_sync(to, &arena, note);
out:
    draft_clear(draft, e != ERR_OK || watch->secret, &arena);
    arena_done(&arena);
    return e;
}

/* The group's right is for copies beside a shared book; anywhere else it is the user who writes. */
enum err book_backup(struct book *book, const char *to, const struct backup_watch *watch,
                     int *found)
{
    struct note *note = book_note(book);
    char *shared = db_shared_path(book_db(book), to);

    rights_raise(shared != NULL);
    enum err e = copy_make(book, shared ? shared : to, watch, found);
    rights_lower();
    if (e == ERR_DENIED && !shared && rights_shared()) {
        const struct note said = *note;
        e = fail(note, e, "%s; a copy beside a shared book bears its name: %s-%s", said.text,
                 book_file(book), "evening.arl");
    }
    free(shared);
    return e;
}

/* The old book makes room, with the files that belong to it. */
static enum err old_keep(const char *path, struct arena *arena, struct note *note, bool *kept)
{
    static const char *const beside[] = {"", "-wal", "-shm"};

    *kept = exists(path);
    for (size_t i = 0; *kept && i < sizeof beside / sizeof beside[0]; i++) {
        const char *old = arena_format(arena, "%s%s", path, beside[i]);
        if (exists(old))
            TRY(name_change(old, arena_format(arena, "%s%s%s", path, BEFORE_RESTORE, beside[i]),
                            note));
    }
    return ERR_OK;
}

/* What is sealed is opened beside `beside`; anything else is itself. */
static enum err unsealed(const char *from, const char *beside, const struct seal_secret *secret,
                         struct arena *arena, struct note *note, const char **out)
{
    *out = from;
    if (!seal_is(from))
        return ERR_OK;
    if (!secret)
        return fail(note, ERR_INPUT, "%s is sealed; --key names the file with its key", from);
    *out = arena_format(arena, "%s.opened-%ld", beside, (long)getpid());
    return seal_undo(from, *out, secret, note);
}

/* The source is proved, copied beside the target, and the copy proved. */
static enum err draft_make(const char *from, const char *opened, const char *draft,
                           const struct backup_watch *watch, struct note *note)
{
    struct book *book = NULL;
    struct backup_state state;

    TRY(damage_named(proved(opened, NULL, watch, note, &state), from, note));
    if (state.found)
        return fail(note, ERR_CORRUPT,
                    "%s does not prove (%d trouble%s): nothing was restored; take an older backup",
                    from, state.found, state.found == 1 ? "" : "s");
    TRY(book_open(opened, BOOK_OPEN, note, &book));
    enum err e = db_backup(book_db(book), draft, watch->progress, watch->self);
    book_close(book);
    if (e == ERR_OK)
        e = damage_named(proved(draft, NULL, watch, note, &state), draft, note);
    if (e == ERR_OK && state.found)
        e = fail(note, ERR_CORRUPT, "the copy of %s does not prove: nothing was restored", from);
    return e;
}

enum err book_restore(const char *from, const char *to, const struct backup_watch *watch,
                      struct note *note, bool *kept)
{
    struct arena arena = {0};
    const char *draft = arena_format(&arena, "%s.restored-%ld", to, (long)getpid());
    const char *before = arena_format(&arena, "%s%s", to, BEFORE_RESTORE);
    enum err e = ERR_OK;

    *kept = false;
    watch = watch ? watch : &nobody;
    const char *opened = NULL;
    if (exists(to) && exists(before))
        TRY_OUT(fail(note, ERR_CREATE, "%s exists already: move it away first", before));
    if (exists(to))
        TRY_OUT(unused(to, note));
    TRY_OUT(unsealed(from, to, watch->secret, &arena, note, &opened));
    e = draft_make(from, opened, draft, watch, note);
    if (e == ERR_CORRUPT && exists(to)) {
        const struct note said = *note;
        e = fail(note, e, "%s; %s is not touched", said.text, to);
    }
    TRY_OUT(e);
    TRY_OUT(old_keep(to, &arena, note, kept));
    TRY_OUT(name_change(draft, to, note));
    e = folder_sync(to, &arena, note);
out:
    draft_clear(draft, e != ERR_OK, &arena);
    if (opened && opened != from)
        draft_clear(opened, true, &arena);
    arena_done(&arena);
    return e;
}

enum err backup_prove(const char *from, const struct hash *anchor,
                      const struct backup_watch *watch, struct note *note,
                      struct backup_state *out)
{
    struct arena arena = {0};
    const char *opened = NULL;

    *out = (struct backup_state){.sealed = seal_is(from)};
    watch = watch ? watch : &nobody;
    enum err e = unsealed(from, from, watch->secret, &arena, note, &opened);
    if (e == ERR_OK)
        e = damage_named(proved(opened, anchor, watch, note, out), from, note);
    if (opened && opened != from)
        draft_clear(opened, true, &arena);
    arena_done(&arena);
    return e;
}

/* A migration that was cut short left a copy already, and the book may have gone on since. */
static const char *version_name(const char *path, int version, struct arena *arena)
{
    const char *name = arena_format(arena, "%s.version-%d", path, version);

    for (int n = 2; exists(name); n++)
        name = arena_format(arena, "%s.version-%d.%d", path, version, n);
    return name;
}

enum err book_migrate(const char *path, struct arena *arena, struct note *note,
                      struct book_migration *out)
{
    struct db *db = NULL;

    *out = (struct book_migration){0};
    TRY(db_open(path, DB_MIGRATE, note, &db));
    out->before = out->after = db_version(db);
    enum err e = ERR_OK;
    if (out->before != db_version_wanted()) {
        out->copy = version_name(path, out->before, arena);
        e = db_backup(db, out->copy, NULL, NULL);
        if (e == ERR_OK)
            e = db_migrate(db);
        out->after = db_version(db);
    }
    db_close(db);
    return e;
}
