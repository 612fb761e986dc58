#include "app/repeats.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct repeat {
    struct hash contents;
    int64_t count;
};

static struct repeat *place_of(const struct repeats *repeats, const struct hash *contents)
{
    uint64_t h;

    memcpy(&h, contents->bytes, sizeof h);
    size_t at = (size_t)h & (repeats->room - 1);
    while (repeats->rows[at].count && hash_cmp(&repeats->rows[at].contents, contents) != 0)
        at = (at + 1) & (repeats->room - 1);
    return &repeats->rows[at];
}

static void grow(struct repeats *repeats)
{
    struct repeat *old = repeats->rows;
    const size_t room = repeats->room;

    repeats->room = room ? room * 2 : 256;
    repeats->rows = mem_new(repeats->room, sizeof *repeats->rows);
    for (size_t i = 0; i < room; i++)
        if (old[i].count)
            *place_of(repeats, &old[i].contents) = old[i];
    free(old);
}

int64_t repeats_count(struct repeats *repeats, const struct hash *contents)
{
    if ((repeats->count + 1) * 2 > repeats->room)
        grow(repeats);
    struct repeat *repeat = place_of(repeats, contents);
    if (repeat->count == 0) {
        repeat->contents = *contents;
        repeats->count++;
    }
    return repeat->count++;
}

void repeats_done(struct repeats *repeats)
{
    free(repeats->rows);
    *repeats = (struct repeats){0};
}
