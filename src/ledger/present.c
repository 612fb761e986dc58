#include "ledger/present.h"

#include "base/rights.h"
#include "db/db.h"
#include "ledger/local.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PLACES 64
#define PLACE 256 /* bytes of one */
#define CARD 192  /* of it, who sits there; behind that, who asked that one to leave */
#define ASKER (PLACE - CARD)

struct present {
    int fd, place;
    int64_t since;
    char from[64];
    char asker[ASKER];
};

static off_t at_of(int place)
{
    return (off_t)place * PLACE;
}

/* The file beside the book; -1 when there is none. With the rights that the book itself has. */
static int file_open(struct book *book, int flags)
{
    struct arena arena = {0};
    struct stat is;
    const char *path = book_file(book), *desks = arena_format(&arena, "%s-desks", path);
    int fd = -1;

    if (*path) {
        char *shared = db_shared_path(book_db(book), desks);
        rights_raise(shared != NULL);
        const mode_t mode = stat(path, &is) == 0 ? is.st_mode & 0666 : 0600;
        fd = open(desks, flags | O_CLOEXEC | O_NOFOLLOW, mode);
        /* the umask of whoever came first must not shut the others out */
        if (fd >= 0 && fstat(fd, &is) == 0 && is.st_uid == geteuid() && is.st_size == 0)
            (void)fchmod(fd, mode);
        rights_lower();
        free(shared);
    }
    arena_done(&arena);
    return fd;
}

/* Locks of the open file, not of the process: looking at the list lets go of nothing. */
static bool place_take(int fd, int place)
{
    struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = at_of(place), .l_len = PLACE};

    return fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

static bool place_is_taken(int fd, int place)
{
    struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = at_of(place), .l_len = PLACE};

    return fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

static void card_write(struct present *present, const char *name)
{
    char card[PLACE] = {0};

    snprintf(card, CARD, "%lld\t%ld\t%.40s\t%.80s", (long long)present->since, (long)getpid(),
             present->from, name);
    if (pwrite(present->fd, card, sizeof card, at_of(present->place)) < 0)
        return; /* it is for people to read: without it the book works as well */
}

void present_enter(struct book *book, const char *name, const char *place, struct present **out)
{
    struct present made = {.fd = file_open(book, O_RDWR | O_CREAT), .since = book_moment(book)};

    *out = NULL;
    if (made.fd < 0)
        return;
    snprintf(made.from, sizeof made.from, "%s", place ? place : "");
    while (made.place < PLACES && !place_take(made.fd, made.place))
        made.place++;
    if (made.place == PLACES) {
        close(made.fd);
        return;
    }
    *out = mem_new(1, sizeof **out);
    **out = made;
    card_write(*out, name);
}

void present_change(struct present *present, const char *name, int64_t since)
{
    if (!present)
        return;
    present->since = since;
    card_write(present, name);
}

const char *present_ended(struct present *present)
{
    if (!present ||
        pread(present->fd, present->asker, ASKER - 1, at_of(present->place) + CARD) <= 0)
        return NULL;
    return *present->asker ? present->asker : NULL;
}

void present_leave(struct present *present)
{
    if (present)
        close(present->fd);
    free(present);
}

/* ---- the list ---- */

/* "since \t process \t place \t name", and the asker behind it. */
static void card_read(int fd, int place, struct arena *arena, struct sitter *out)
{
    char card[PLACE + 1] = {0};
    char *rest = card;

    *out = (struct sitter){.number = place + 1, .name = "", .place = ""};
    if (pread(fd, card, PLACE, at_of(place)) != PLACE)
        return;
    out->ending = card[CARD] != 0;
    card[CARD - 1] = 0;
    out->since = strtoll(rest, &rest, 10);
    out->process = strtol(rest, &rest, 10);
    if (*rest++ != '\t')
        return;
    const size_t len = strcspn(rest, "\t");
    out->place = arena_bytes(arena, rest, len);
    out->name = arena_text(arena, rest[len] ? rest + len + 1 : "");
}

enum err present_list(struct book *book, struct arena *arena, struct sitter **out, int *count)
{
    const int fd = file_open(book, O_RDWR);
    int room = 0;

    *out = NULL;
    *count = 0;
    if (fd < 0)
        return ERR_OK; /* nobody ever sat there */
    for (int place = 0; place < PLACES; place++) {
        if (!place_is_taken(fd, place))
            continue;
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        card_read(fd, place, arena, &(*out)[(*count)++]);
    }
    close(fd);
    return ERR_OK;
}

enum err present_find(struct book *book, int number, struct arena *arena, struct sitter *out)
{
    struct sitter *list;
    int count;

    TRY(present_list(book, arena, &list, &count));
    for (int i = 0; i < count; i++)
        if (list[i].number == number) {
            *out = list[i];
            return ERR_OK;
        }
    return fail(book->note, ERR_MISSING, "there is no session %d; `user sessions` lists them",
                number);
}

enum err present_end(struct book *book, int number, const char *by)
{
    struct arena arena = {0};
    struct sitter sitter;
    char asker[ASKER] = {0};
    enum err e = present_find(book, number, &arena, &sitter);
    const int fd = e == ERR_OK ? file_open(book, O_RDWR) : -1;

    snprintf(asker, sizeof asker, "%.60s", by);
    if (e == ERR_OK &&
        (fd < 0 || pwrite(fd, asker, sizeof asker, at_of(number - 1) + CARD) != sizeof asker))
        e = fail(book->note, ERR_IO, "the list of sessions cannot be written: %s", strerror(errno));
    if (fd >= 0)
        close(fd);
    arena_done(&arena);
    return e;
}
