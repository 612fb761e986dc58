#include "app/attached.h"

#include "app/outside.h"
#include "ledger/erase.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 65536

static enum err read_failed(const char *path, struct note *note)
{
    const enum err code = errno == ENOENT ? ERR_MISSING : errno == EACCES ? ERR_DENIED : ERR_IO;

    return fail(note, code, "%s: %s", path, strerror(errno));
}

enum err attached_read(const char *path, int64_t *size, char sha256[HASH_TEXT], struct note *note)
{
    FILE *file = fopen(path, "rb");
    char bytes[BLOCK];
    struct hasher hasher;
    struct hash hash;
    size_t n;

    *size = 0;
    if (!file)
        return read_failed(path, note);
    hasher_init(&hasher);
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0) {
        hasher_bytes(&hasher, bytes, n);
        *size += (int64_t)n;
    }
    const enum err e = ferror(file) ? read_failed(path, note) : ERR_OK; /* a folder, too */
    fclose(file);
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
