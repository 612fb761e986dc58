#include "sweep.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CLEAN = 0, FAILED_WHOLE = 1, SWALLOWED = 2, WRONG = 3, DIED = 99, TRIES_MAX = 2000 };

struct place {
    char folder[64], original[96], book[96];
};

static void note_trouble(char *trouble, size_t room, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void note_trouble(char *trouble, size_t room, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    if (trouble[0] == '\0')
        vsnprintf(trouble, room, format, values);
    va_end(values);
}

void sweep_acknowledge(struct sweep *sweep)
{
    must(write(sweep->channel, "y", 1) == 1);
}

static void copy_file(const char *from, const char *to)
{
    char bytes[65536];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    must(in >= 0 && out >= 0);
    for (ssize_t len; (len = read(in, bytes, sizeof bytes)) > 0;)
        must(write(out, bytes, (size_t)len) == len);
    close(in);
    close(out);
}

static void remove_beside(const char *book)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-lane", "-journal"};
    char name[128];
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(name, sizeof name, "%s%s", book, ends[i]);
        unlink(name);
    }
}

static void make_original(struct sweep *sweep, struct place *place)
{
    struct note note = {0};
    struct db *db = NULL;
    snprintf(place->folder, sizeof place->folder, "/tmp/sweep-XXXXXX");
    must(mkdtemp(place->folder) != NULL);
    snprintf(place->original, sizeof place->original, "%s/original", place->folder);
    snprintf(place->book, sizeof place->book, "%s/book", place->folder);
    must(db_open(place->original, DB_CREATE, &note, &db) == ERR_OK);
    must(db_begin(db) == ERR_OK);
    sweep->make(db);
    must(db_commit(db) == ERR_OK);
    db_close(db);
}

/* What the child does: its exit status tells the parent. */
static int run_once(struct sweep *sweep, const char *book, long n)
{
    struct note note = {0};
    struct db *db = NULL;
    db_fault_after(n, sweep->kind);
    enum err e = db_open(book, DB_OPEN, &note, &db);
    if (e != ERR_OK)
        return db_fault_count() >= n && note.text[0] != '\0' ? FAILED_WHOLE : WRONG;
    e = sweep->post(db, sweep);
    bool reached = db_fault_count() >= n;
    if (e != ERR_OK && (!reached || note.text[0] == '\0' || db_writing(db)))
        return WRONG;
    if (e != ERR_OK && sweep->post(db, sweep) != ERR_OK)
        return WRONG;
    db_close(db);
    reached = reached || db_fault_count() >= n;
    return !reached ? CLEAN : e != ERR_OK ? FAILED_WHOLE : SWALLOWED;
}

static int run_child(struct sweep *sweep, const char *book, long n, int *acknowledged)
{
    int ends[2], status = 0;
    char bytes[8];
    must(pipe(ends) == 0);
    fflush(NULL);
    pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        close(ends[0]);
        sweep->channel = ends[1];
        _exit(run_once(sweep, book, n));
    }
    close(ends[1]);
    ssize_t len = read(ends[0], bytes, sizeof bytes);
    *acknowledged = len > 0 ? 1 : 0;
    close(ends[0]);
    must(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : WRONG;
}

static void look(struct sweep *sweep, const char *book, long n, int acknowledged, char *trouble,
                 size_t room)
{
    struct note note = {0};
    struct db *db = NULL;
    bool there = false;
    int found = 0;
    db_fault_after(0, DB_FAULT_NONE);
    if (db_open(book, DB_READ, &note, &db) != ERR_OK) {
        note_trouble(trouble, room, "call %ld: the book cannot be read: %s", n, note.text);
        return;
    }
    const char *seen = sweep->look(db, &there);
    if (seen != NULL || (acknowledged && !there))
        note_trouble(trouble, room, "call %ld: a reader sees it half: %s", n,
                     seen != NULL ? seen : "");
    db_close(db);
    if (db_open(book, DB_OPEN, &note, &db) != ERR_OK) {
        note_trouble(trouble, room, "call %ld: the book does not open: %s", n, note.text);
        return;
    }
    const char *half = sweep->look(db, &there);
    if (half != NULL)
        note_trouble(trouble, room, "call %ld: half done: %s", n, half);
    if (acknowledged && !there)
        note_trouble(trouble, room, "call %ld: acknowledged and not there", n);
    if (db_check(db, NULL, NULL, &found) != ERR_OK || found != 0)
        note_trouble(trouble, room, "call %ld: the store's check finds %d", n, found);
    db_lane_wait(db, 0);
    if (db_begin(db) != ERR_OK)
        note_trouble(trouble, room, "call %ld: the lane is not free: %s", n, note.text);
    else
        db_rollback(db);
    db_close(db);
}

int sweep_run(struct sweep *sweep, char *trouble, size_t room)
{
    struct place place;
    int reached = 0, status = DIED;
    trouble[0] = '\0';
    make_original(sweep, &place);
    for (long n = 1; status != CLEAN && n <= TRIES_MAX && trouble[0] == '\0'; n++) {
        int acknowledged = 0;
        remove_beside(place.book);
        copy_file(place.original, place.book);
        status = run_child(sweep, place.book, n, &acknowledged);
        bool died = status == DIED;
        if (status == WRONG || (sweep->kind == DB_FAULT_EXIT && !died && status != CLEAN))
            note_trouble(trouble, room, "call %ld: the post did not end as it must", n);
        if (status == CLEAN && !acknowledged)
            note_trouble(trouble, room, "call %ld: nothing failed, nothing was acknowledged", n);
        look(sweep, place.book, n, acknowledged, trouble, room);
        reached += status != CLEAN;
    }
    remove_beside(place.book);
    remove_beside(place.original);
    rmdir(place.folder);
    return trouble[0] == '\0' ? reached : 0;
}
