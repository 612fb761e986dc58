#include "view/finder.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void finder_done(struct finder *finder)
{
    free(finder->found);
    *finder = (struct finder){0};
}

/* 42 is no whole code of R-0042 where it may be a number with a slip. */
static enum rank rank_of(const struct name *name, const char *needle)
{
    const enum rank code = rank_code(name->folded, needle);
    const enum rank text = rank_text(strchr(name->folded, '\n') + 1, needle);

    if (*needle == 0)
        return RANK_INSIDE;
    if (code == RANK_CODE)
        return code;
    return text > code || text == RANK_NAME ? text : code == RANK_NAME ? RANK_WORD : code;
}

enum err finder_search(struct finder *finder, struct book *book, const char *text, size_t *count,
                       size_t *exact)
{
    struct arena arena = {0};
    struct names *names;

    *count = *exact = 0;
    TRY(names_of(book, &names));
    finder->room = names->count + 1;
    finder->found = mem_resize(finder->found, finder->room, sizeof *finder->found);
    const char *needle = text_fold(&arena, text);
    unsigned char *ranks = arena_new(&arena, finder->room);
    for (size_t i = 0; i < names->count; i++) {
        ranks[i] = (unsigned char)rank_of(&names->rows[names->order[i]], needle);
        *exact += ranks[i] >= RANK_NAME;
    }
    for (int rank = RANK_CODE; rank > RANK_NONE; rank--)
        for (size_t i = 0; i < names->count; i++)
            if (ranks[i] == rank)
                finder->found[(*count)++] = &names->rows[names->order[i]];
    arena_done(&arena);
    return ERR_OK;
}
