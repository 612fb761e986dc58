#include "app/attached.h"

#include "app/filetake.h"
#include "app/outside.h"
#include "ledger/erase.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK 65536
#define SIZE_MOST (INT64_C(1) << 30)

static enum err read_failed(const char *path, struct note *note)
{
    const enum err code = errno == ENOENT ? ERR_MISSING : errno == EACCES ? ERR_DENIED : ERR_IO;

    return fail(note, code, "%s: %s", path, strerror(errno));
}

enum err attached_read(const char *path, int64_t *size, char sha256[HASH_TEXT], struct note *note)
{
    char bytes[BLOCK];
    struct hasher hasher;
    struct stat there;
    struct hash hash;
    ssize_t n;
    int fd;

    *size = 0;
    TRY(filetake_open(path, &fd, note));
    if (fstat(fd, &there) == 0 && there.st_size > SIZE_MOST) {
        close(fd);
        return fail(note, ERR_LIMIT, "%s is larger than %lld MB, which is the most", path,
                    (long long)(SIZE_MOST >> 20));
    }
    hasher_init(&hasher);
    while ((n = read(fd, bytes, sizeof bytes)) > 0) {
        hasher_bytes(&hasher, bytes, (size_t)n);
        *size += n;
    }
    const enum err e = n < 0 ? read_failed(path, note) : ERR_OK;
    close(fd);
    hasher_end(&hasher, &hash);
    hash_hex(&hash, sha256);
    return e;
}

struct verifying {
    void (*say)(void *self, const char *sentence);
    void *self;
    int found;
};

static enum err verify_one(void *self, const struct attachment *attachment)
{
    struct verifying *verifying = self;
    struct arena arena = {0};
    struct note note = {0};
    char sha256[HASH_TEXT];
    int64_t size;
    const char *trouble = NULL;

    if (strcmp(attachment->path, ERASED) == 0)
        return ERR_OK; /* with its customer: nobody knows any more which file it was */
    if (attached_read(attachment->path, &size, sha256, &note) != ERR_OK)
        trouble = arena_format(&arena, "attachment %lld of %s cannot be read: %s",
                               (long long)attachment->id, attachment->customer, note.text);
    else if (size != attachment->size || strcmp(sha256, attachment->sha256) != 0)
        trouble = arena_format(&arena, "attachment %lld of %s is another file by now: %s",
                               (long long)attachment->id, attachment->customer, attachment->path);
    if (trouble) {
        verifying->found++;
        verifying->say(verifying->self, trouble);
    }
    arena_done(&arena);
    return ERR_OK;
}

enum err attached_verify(struct book *book, void (*say)(void *self, const char *sentence),
                         void *self, int *found)
{
    struct verifying verifying = {say, self, 0};
    const enum err e = attachments_each(book, 0, verify_one, &verifying);

    *found = verifying.found;
    return e;
}

enum err attached_open(const char *path, struct note *note)
{
    const char *line = getenv("ARLEDGER_OPEN");

    if (access(path, R_OK) != 0)
        return read_failed(path, note);
    return outside_run(line && *line ? line : "xdg-open", path, true, note);
}
