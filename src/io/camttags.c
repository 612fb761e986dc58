#include "io/camttags.h"

#include <string.h>

static const struct tag {
    unsigned char place, parent;
    const char *name;
} tags[] = {
#define X(place, parent, name) {CAMT_##place, CAMT_##parent, name},
    CAMT_TAGS(X)
#undef X
};
#define TAGS (sizeof(tags) / sizeof(*tags))

/* Places that hold the same as another one. */
static enum camt_place same_as(enum camt_place place)
{
    switch (place) {
    case CAMT_STATEMENT2:
    case CAMT_STATEMENT4: return CAMT_STATEMENT;
    case CAMT_PAGING2:
    case CAMT_PAGING4: return CAMT_PAGING;
    case CAMT_D_CODES: return CAMT_CODES;
    default: return place;
    }
}

enum camt_place camt_place(enum camt_place parent, const char *name)
{
    parent = same_as(parent);
    for (size_t i = 0; i < TAGS; i++)
        if (tags[i].parent == parent && strcmp(tags[i].name, name) == 0)
            return (enum camt_place)tags[i].place;
    return CAMT_ELSEWHERE;
}
