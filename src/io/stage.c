#include "io/stage.h"

#include "base/arena.h"
#include "base/spool.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 65536

/* In the file: length as 8 bytes of this machine, the bytes, zeroes up to a multiple of 8. The file
 * never outlives the process, so its form is nobody else's business. */
struct stage {
    struct note *note;
    int fd;
    int64_t size;    /* bytes, with those that still wait in `writing` */
    int64_t written; /* bytes in the file */
    int64_t next;    /* place of the record that stage_next gives */
    char writing[BLOCK];
    size_t waiting;
    char *window; /* a piece of the file, read at once */
    int64_t window_at;
    size_t window_len, window_room;
};

enum err stage_open(struct note *note, struct stage **out)
{
    struct stage *stage = mem_new(1, sizeof(*stage));
    enum err e = spool_open(note, &stage->fd);

    *out = NULL;
    if (e != ERR_OK) {
        free(stage);
        return e;
    }
    stage->note = note;
    *out = stage;
    return ERR_OK;
}

void stage_close(struct stage *stage)
{
    if (stage == NULL)
        return;
    close(stage->fd);
    free(stage->window);
    free(stage);
}

static enum err flush(struct stage *stage)
{
    size_t n = stage->waiting;

    if (n == 0)
        return ERR_OK;
    stage->waiting = 0;
    TRY(spool_write(stage->fd, stage->writing, n, "the temporary file of the import", stage->note));
    stage->written += (int64_t)n;
    return ERR_OK;
}

static enum err put(struct stage *stage, const void *bytes, size_t len)
{
    if (stage->waiting + len > BLOCK)
        TRY(flush(stage));
    if (len > BLOCK) {
        TRY(spool_write(stage->fd, bytes, len, "the temporary file of the import", stage->note));
        stage->written += (int64_t)len;
    } else {
        memcpy(stage->writing + stage->waiting, bytes, len);
        stage->waiting += len;
    }
    stage->size += (int64_t)len;
    return ERR_OK;
}

enum err stage_add(struct stage *stage, const void *bytes, size_t len, int64_t *place)
{
    static const char zeroes[8];
    uint64_t prefix = len;

    if (len > STAGE_RECORD_MAX)
        return fail(stage->note, ERR_LIMIT, "a record of the import is larger than %u bytes",
                    STAGE_RECORD_MAX);
    if (place != NULL)
        *place = stage->size;
    TRY(put(stage, &prefix, sizeof(prefix)));
    if (len > 0)
        TRY(put(stage, bytes, len));
    TRY(put(stage, zeroes, (8 - len % 8) % 8));
    return ERR_OK;
}

enum err stage_rewind(struct stage *stage)
{
    stage->next = 0;
    return flush(stage);
}

/* Makes `len` bytes at a place readable in the window; reads ahead as far as the window goes. */
static enum err look(struct stage *stage, int64_t place, size_t len, const char **at)
{
    int64_t rest = stage->written - place;
    size_t ahead = len > BLOCK ? len : BLOCK;

    if (place >= stage->window_at &&
        place + (int64_t)len <= stage->window_at + (int64_t)stage->window_len) {
        *at = stage->window + (place - stage->window_at);
        return ERR_OK;
    }
    must(place >= 0 && rest >= (int64_t)len);
    if ((int64_t)ahead > rest)
        ahead = (size_t)rest;
    if (ahead > stage->window_room) {
        stage->window = mem_resize(stage->window, ahead, 1);
        stage->window_room = ahead;
    }
    stage->window_len = 0;
    TRY(spool_read(stage->fd, place, stage->window, ahead, stage->note));
    stage->window_at = place;
    stage->window_len = ahead;
    *at = stage->window;
    return ERR_OK;
}

enum err stage_get(struct stage *stage, int64_t place, const void **bytes, size_t *len)
{
    uint64_t prefix;
    const char *at;

    *bytes = NULL;
    TRY(flush(stage));
    TRY(look(stage, place, sizeof(prefix), &at));
    memcpy(&prefix, at, sizeof(prefix));
    must(prefix <= STAGE_RECORD_MAX);
    TRY(look(stage, place, sizeof(prefix) + prefix, &at));
    *bytes = at + sizeof(prefix);
    *len = prefix;
    return ERR_OK;
}

enum err stage_next(struct stage *stage, const void **bytes, size_t *len)
{
    *bytes = NULL;
    *len = 0;
    if (stage->next >= stage->size)
        return ERR_OK;
    TRY(stage_get(stage, stage->next, bytes, len));
    stage->next += 8 + (int64_t)((*len + 7) / 8 * 8);
    return ERR_OK;
}
