#include "view/draftfile.h"

#include "base/buf.h"
#include "base/card.h"
#include "base/hash.h"
#include "base/text.h"
#include "ledger/book.h"
#include "ledger/journal.h"
#include "view/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define SLOTS 9         /* terminals of one person on one book */
#define NAME_FIGURES 16 /* of the hash of the book's place and its first entry */
#define FILE_MAX ((size_t)1 << 20)
#define HEAD "arledger drafts 1"

struct draftfile {
    char *stem; /* folder and name, without the slot's number */
    int slot;   /* from 1; 0 = no file could be had */
    int lock;   /* file descriptor */
    bool said;  /* that keeping failed */
};

static char *path_of(const struct draftfile *file, int slot, const char *end, struct arena *arena)
{
    return arena_format(arena, "%s-%d.%s", file->stem, slot, end);
}

/* ---- places ---- */

static bool folder_make(const char *path)
{
    struct arena arena = {0};
    char *part = arena_text(&arena, path);
    bool made = true;

    for (char *p = part + 1; made && (p = strchr(p, '/')); p++) {
        *p = 0;
        made = mkdir(part, 0700) == 0 || errno == EEXIST;
        *p = '/';
    }
    made = made && (mkdir(part, 0700) == 0 || errno == EEXIST);
    arena_done(&arena);
    return made;
}

/* The folder of the person's state; NULL = there is none. */
static const char *folder_find(struct arena *arena)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

    if (state && *state == '/')
        return arena_format(arena, "%s/arledger", state);
    return home && *home == '/' ? arena_format(arena, "%s/.local/state/arledger", home) : NULL;
}

/* The lock of a slot, when nobody has it; the file under its name must still be the one locked. */
static int lock_take(const struct draftfile *file, int slot)
{
    struct arena arena = {0};
    struct stat opened, named;
    const char *path = path_of(file, slot, "lock", &arena);
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

    if (lock >= 0 && (flock(lock, LOCK_EX | LOCK_NB) != 0 || fstat(lock, &opened) != 0 ||
                      stat(path, &named) != 0 || opened.st_ino != named.st_ino)) {
        close(lock);
        lock = -1;
    }
    arena_done(&arena);
    return lock;
}

static void lock_leave(const struct draftfile *file, int slot, int lock)
{
    struct arena arena = {0};

    unlink(path_of(file, slot, "lock", &arena));
    close(lock);
    arena_done(&arena);
}

/* ---- writing ---- */

/* One value of a line: what would end it is written otherwise. */
static void word_write(struct buf *out, const char *word)
{
    for (; *word; word++)
        switch (*word) {
        case '\\': buf_text(out, "\\\\"); break;
        case '\t': buf_text(out, "\\t"); break;
        case '\n': buf_text(out, "\\n"); break;
        default: buf_char(out, *word);
        }
}

static bool is_card_payment(const struct draft *draft)
{
    for (const struct draft_text *it = draft->texts; it; it = it->next)
        if (strcmp(it->field, "method") == 0 && strcmp(it->text, "card") == 0)
            return true;
    return false;
}

static void draft_write(struct buf *out, const struct draft *draft)
{
    const bool card = is_card_payment(draft);

    buf_text(out, "draft\t");
    word_write(out, draft->name);
    buf_char(out, '\n');
    for (const struct draft_text *it = draft->texts; it; it = it->next) {
        if (it->row != DRAFT_MARK &&
            (card_in(it->text) || (card && card_figures(it->text) >= CARD_FIGURES)))
            continue;
        buf_format(out, "text\t%d\t%d\t%d\t", it->row, it->column, it->marked);
        word_write(out, it->field);
        buf_char(out, '\t');
        word_write(out, it->text);
        buf_char(out, '\n');
    }
}

static bool bytes_write(const char *path, const struct buf *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    size_t at = 0;

    if (fd < 0)
        return false;
    while (at < text->len) {
        const ssize_t n = write(fd, text->data + at, text->len - at);
        if (n < 0 && errno != EINTR)
            break;
        at += n > 0 ? (size_t)n : 0;
    }
    const bool whole =
        at == text->len && fdatasync(fd) == 0; /* before it takes the old one's name */
    return close(fd) == 0 && whole;
}

/* Is it safe there now? */
static bool drafts_keep(struct desk *desk)
{
    struct draftfile *file = desk->draftfile;
    struct arena arena = {0};
    struct buf text;
    bool any = false, kept = true;

    buf_init(&text, FILE_MAX);
    buf_text(&text, HEAD "\n");
    for (const struct draft *draft = desk->drafts; draft; draft = draft->next)
        if (draft_waits(draft)) {
            draft_write(&text, draft);
            any = true;
        }
    const char *path = path_of(file, file->slot, "draft", &arena);
    const char *fresh = path_of(file, file->slot, "new", &arena);
    if (!any)
        unlink(path);
    else if (text.full || !bytes_write(fresh, &text) || rename(fresh, path) != 0) {
        if (!file->said)
            desk_say(desk, STYLE_ERROR, "What is typed cannot be kept in %s: %s", path,
                     text.full ? "it is too much" : strerror(errno));
        unlink(fresh);
        kept = false;
    }
    file->said = !kept;
    buf_done(&text);
    arena_done(&arena);
    return kept;
}

void draftfile_save(struct desk *desk)
{
    if (desk->draftfile && desk->draftfile->slot)
        drafts_keep(desk);
}

/* ---- reading ---- */

/* Cuts the next value off a line, in place. */
static char *word_read(char **line)
{
    char *word = *line, *to = word, *p = word;

    for (; *p && *p != '\t'; p++) {
        if (*p == '\\' && p[1]) {
            p++;
            *to++ = *p == 't' ? '\t' : *p == 'n' ? '\n' : *p;
        } else {
            *to++ = *p;
        }
    }
    *line = *p ? p + 1 : p;
    *to = 0;
    return word;
}

/* What is on the screen already goes before what a terminal left that is gone. */
static void line_read(struct desk *desk, char *line, struct draft **draft)
{
    const char *kind = word_read(&line);

    if (strcmp(kind, "draft") == 0) {
        struct draft *it = draft_named(desk, word_read(&line));
        *draft = it->texts ? NULL : it;
        it->live = true;
    } else if (strcmp(kind, "text") == 0 && *draft) {
        struct draft_text text = {0};
        text.row = (int)strtol(word_read(&line), NULL, 10);
        text.column = (int)strtol(word_read(&line), NULL, 10);
        text.marked = strcmp(word_read(&line), "1") == 0;
        text.field = word_read(&line);
        text.text = word_read(&line);
        draft_add(*draft, &text);
    }
}

/* Was it read, whatever it held? */
static bool file_read(struct desk *desk, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct draft *draft = NULL;
    char chunk[4096];
    struct buf text;
    ssize_t n;
    size_t bad;

    if (fd < 0)
        return false;
    buf_init(&text, FILE_MAX);
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        buf_add(&text, chunk, (size_t)n);
    close(fd);
    const size_t head = strlen(HEAD "\n");
    if (!text.full && text.len > head && strncmp(text.data, HEAD "\n", head) == 0 &&
        strlen(text.data) == text.len && text_utf8(text.data, text.len, &bad))
        for (char *line = text.data + head, *end; (end = strchr(line, '\n')); line = end + 1) {
            *end = 0;
            line_read(desk, line, &draft);
        }
    buf_done(&text);
    return n == 0;
}

/* ---- life ---- */

static void gather(struct desk *desk)
{
    struct draftfile *file = desk->draftfile;
    struct arena arena = {0};

    file_read(desk, path_of(file, file->slot, "draft", &arena));
    for (int slot = 1; slot <= SLOTS; slot++) {
        const char *path = path_of(file, slot, "draft", &arena);
        if (slot == file->slot || access(path, R_OK) != 0)
            continue;
        const int lock = lock_take(file, slot);
        if (lock < 0)
            continue; /* that terminal is at work */
        if (file_read(desk, path) && drafts_keep(desk)) /* there is room for it beside our own */
            unlink(path);
        lock_leave(file, slot, lock);
    }
    arena_done(&arena);
}

void draftfile_open(struct desk *desk)
{
    const char *place = book_file(desk->book), *folder = folder_find(&desk->life);
    const struct session *session = desk->session;
    struct draftfile *file;
    struct entry first = {.id = 0};
    char name[HASH_TEXT];
    struct hasher hasher;
    struct hash hash;

    if (!*place || !folder || !folder_make(folder))
        return;
    hasher_init(&hasher);
    hasher_text(&hasher, place);
    /* another book in the same place has drafts of its own */
    if (journal_get(desk->book, 1, &desk->life, &first) == ERR_OK)
        hasher_bytes(&hasher, first.hash.bytes, HASH_SIZE);
    /* several users on one account of the machine have theirs each */
    if (session->account && strcmp(session->account, session->actor) != 0)
        hasher_text(&hasher, session->actor);
    hasher_end(&hasher, &hash);
    desk->draftfile = file = mem_new(1, sizeof *file);
    file->stem = arena_format(&desk->life, "%s/%.*s", folder, NAME_FIGURES, hash_hex(&hash, name));
    file->lock = -1;
    for (int slot = 1; slot <= SLOTS && !file->slot; slot++)
        if ((file->lock = lock_take(file, slot)) >= 0)
            file->slot = slot;
    if (file->slot)
        gather(desk);
}

void draftfile_close(struct desk *desk)
{
    struct draftfile *file = desk->draftfile;

    if (file && file->slot)
        lock_leave(file, file->slot, file->lock);
    free(file);
    desk->draftfile = NULL;
}
