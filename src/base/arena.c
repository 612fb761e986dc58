#include "base/arena.h"

#include "base/err.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 4096, MOST_ROOM = 1 << 20 };

struct arena_block {
    struct arena_block *before;
    size_t room;
    _Alignas(max_align_t) unsigned char data[];
};

static size_t align_up(size_t size)
{
    size_t unit = _Alignof(max_align_t);
    must(size <= SIZE_MAX - unit);
    return (size + unit - 1) / unit * unit;
}

/* Blocks double up to a megabyte, so that a small row costs little and a large report few calls. */
static void block_add(struct arena *arena, size_t least)
{
    size_t room = arena->last ? arena->last->room : FIRST_ROOM / 2;
    room = room < MOST_ROOM / 2 ? room * 2 : MOST_ROOM;
    if (room < least)
        room = least;
    must(room <= SIZE_MAX - sizeof(struct arena_block));
    struct arena_block *block = malloc(sizeof *block + room);
    must(block != NULL);
    block->before = arena->last;
    block->room = room;
    arena->last = block;
    arena->used = 0;
    arena->total += room;
}

/* Room for `size` bytes, not zeroed. */
static void *take(struct arena *arena, size_t size)
{
    size = align_up(size ? size : 1);
    if (!arena->last || arena->last->room - arena->used < size)
        block_add(arena, size);
    void *at = arena->last->data + arena->used;
    arena->used += size;
    return at;
}

void *arena_new(struct arena *arena, size_t size)
{
    void *at = take(arena, size);
    memset(at, 0, size);
    return at;
}

char *arena_bytes(struct arena *arena, const void *bytes, size_t len)
{
    must(len < SIZE_MAX);
    char *at = take(arena, len + 1);
    if (len)
        memcpy(at, bytes, len);
    at[len] = 0;
    return at;
}

char *arena_text(struct arena *arena, const char *text)
{
    return arena_bytes(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    must(format != NULL);
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    must(len >= 0);
    char *at = take(arena, (size_t)len + 1);
    vsnprintf(at, (size_t)len + 1, format, again);
    va_end(again);
    return at;
}

static void blocks_free(struct arena_block *block)
{
    while (block) {
        struct arena_block *before = block->before;
        free(block);
        block = before;
    }
}

void *arena_grow(struct arena *arena, void *list, int count, int *room, size_t size)
{
    if (count < *room)
        return list;
    *room = *room * 2 + 16;
    void *longer = arena_new(arena, (size_t)*room * size);
    if (count)
        memcpy(longer, list, (size_t)count * size);
    return longer;
}

void arena_reset(struct arena *arena)
{
    if (!arena->last)
        return;
    blocks_free(arena->last->before);
    arena->last->before = NULL;
    arena->used = 0;
    arena->total = arena->last->room;
}

void arena_done(struct arena *arena)
{
    blocks_free(arena->last);
    *arena = (struct arena){0};
}

void *mem_new(size_t count, size_t size)
{
    void *at = calloc(count ? count : 1, size ? size : 1);
    must(at != NULL);
    return at;
}

void *mem_resize(void *old, size_t count, size_t size)
{
    size_t bytes;
    must(!__builtin_mul_overflow(count, size, &bytes));
    void *at = realloc(old, bytes ? bytes : 1);
    must(at != NULL);
    return at;
}
