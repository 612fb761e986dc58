/* rotated: copies of a book in a folder, named by its moment; the old ones make room. */
#include "ledger/backup.h"

#include "base/rights.h"
#include "db/db.h"
#include "rules/rotation.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ENDING ".arl"
#define SEALED_ENDING ".arl.sealed"

struct copy {
    int64_t moment;
    const char *name;
};

static int newest_first(const void *a, const void *b)
{
    const int64_t x = ((const struct copy *)a)->moment, y = ((const struct copy *)b)->moment;
    return (x < y) - (x > y);
}

/* "harbour" of /srv/books/harbour.arl */
static const char *stem_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const size_t len = strlen(name), end = strlen(ENDING);

    return len > end && strcmp(name + len - end, ENDING) == 0 ? arena_bytes(arena, name, len - end)
                                                              : arena_text(arena, name);
}

/* "20261122T120000Z" of a name that is ours, as a moment; false for any other file. */
static bool moment_of(const char *name, const char *stem, int64_t *out)
{
    const size_t len = strlen(stem);
    int year, month, day, hour, minute, second, used = 0;

    if (strncmp(name, stem, len) != 0 || name[len] != '-' ||
        sscanf(name + len + 1, "%4d%2d%2dT%2d%2d%2dZ%n", &year, &month, &day, &hour, &minute,
               &second, &used) != 6 ||
        used != 16)
        return false;
    const char *ending = name + len + 1 + used;
    if (strcmp(ending, ENDING) != 0 && strcmp(ending, SEALED_ENDING) != 0)
        return false;
    *out = ((int64_t)date_of(year, month, day).day * 86400 + hour * 3600 + minute * 60 + second) *
           MOMENT_SECOND;
    return true;
}

static enum err copies_list(const char *folder, const char *stem, struct arena *arena,
                            struct note *note, struct copy **out, size_t *count)
{
    DIR *entries = opendir(folder);
    size_t room = 0;
    int64_t moment = 0;

    *out = NULL;
    *count = 0;
    if (!entries)
        return fail(note, ERR_MISSING, "the folder %s cannot be read: %s", folder, strerror(errno));
    for (struct dirent *one; (one = readdir(entries)) != NULL;) {
        if (!moment_of(one->d_name, stem, &moment))
            continue;
        if (*count == room) {
            room = room * 2 + 64;
            struct copy *more = arena_new(arena, room * sizeof *more);
            if (*count)
                memcpy(more, *out, *count * sizeof *more);
            *out = more;
        }
        (*out)[(*count)++] = (struct copy){moment, arena_text(arena, one->d_name)};
    }
    closedir(entries);
    if (*count)
        qsort(*out, *count, sizeof **out, newest_first);
    return ERR_OK;
}

static enum err old_remove(const char *folder, const char *stem, struct arena *arena,
                           struct note *note, int *removed)
{
    struct copy *copies;
    size_t count;

    TRY(copies_list(folder, stem, arena, note, &copies, &count));
    int64_t *moments = arena_new(arena, (count + 1) * sizeof *moments);
    bool *keep = arena_new(arena, (count + 1) * sizeof *keep);
    for (size_t i = 0; i < count; i++)
        moments[i] = copies[i].moment;
    rotation_keep(moments, count, keep);
    for (size_t i = 0; i < count; i++)
        if (!keep[i]) {
            if (unlink(arena_format(arena, "%s/%s", folder, copies[i].name)) != 0)
                return fail(note, ERR_IO, "the old copy %s/%s cannot be removed: %s", folder,
                            copies[i].name, strerror(errno));
            ++*removed;
        }
    return ERR_OK;
}

static const char *copy_name(struct book *book, const char *folder, const char *stem, bool sealed,
                             struct arena *arena)
{
    const int64_t seconds = book_moment(book) / MOMENT_SECOND, in_day = seconds % 86400;
    char day[DATE_TEXT];

    date_iso((struct date){(int32_t)(seconds / 86400)}, day);
    return arena_format(arena, "%s/%s-%.4s%.2s%.2sT%02d%02d%02dZ%s", folder, stem, day, day + 5,
                        day + 8, (int)(in_day / 3600), (int)(in_day / 60 % 60), (int)(in_day % 60),
                        sealed ? SEALED_ENDING : ENDING);
}

enum err book_backup_rotated(struct book *book, const char *folder,
                             const struct backup_watch *watch, struct arena *arena,
                             const char **name, int *removed, int *found)
{
    const char *stem = stem_of(book_file(book), arena);

    *removed = 0;
    *name = copy_name(book, folder, stem, watch && watch->secret, arena);
    TRY(book_backup(book, *name, watch, found));
    char *shared = db_shared_path(book_db(book), *name);
    rights_raise(shared != NULL);
    if (shared)
        folder = arena_bytes(arena, shared, (size_t)(strrchr(shared, '/') - shared));
    const enum err e = old_remove(folder, stem, arena, book_note(book), removed);
    rights_lower();
    free(shared);
    return e;
}
