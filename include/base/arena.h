/* arena: memory that is given back all at once, for text that belongs to records, rows and pages.
 *
 * Holds: everything returned stays valid until arena_done or arena_reset. Allocation never returns
 * NULL: running out of memory ends the program through must().
 * Memory: embedded; zero-initialised is a valid empty arena. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena {
    struct arena_block *last;
    size_t used, total; /* bytes in the last block; bytes in all */
};

void *arena_new(struct arena *arena, size_t size); /* zeroed, aligned for any type */
char *arena_text(struct arena *arena, const char *text);
char *arena_bytes(struct arena *arena, const void *bytes, size_t len); /* a copy, zero added */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for one more in a list that lies in the arena: the list while *room says so, else a longer
 * copy; the old one is left behind. */
void *arena_grow(struct arena *arena, void *list, int count, int *room, size_t size);
void arena_reset(struct arena *arena); /* keeps one block for reuse */
void arena_done(struct arena *arena);

/* Checked plain allocation, for things with a life of their own. Never NULL; free() gives back. */
void *mem_new(size_t count, size_t size);
void *mem_resize(void *old, size_t count, size_t size);

#endif
