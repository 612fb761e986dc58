#include "view/finder.h"

#include "base/text.h"
#include "ledger/customer.h"
#include "tui/chooser.h"

#include <stdlib.h>
#include <string.h>

#define RANK_EXACT 8 /* the chooser's least rank of a whole word: code 9, name 8 */
#define RANK_MOST 9

void finder_done(struct finder *finder)
{
    free(finder->rows);
    free(finder->found);
    arena_done(&finder->arena);
    *finder = (struct finder){0};
}

const char *address_town(const char *address, struct arena *arena)
{
    const char *comma = address ? strrchr(address, ',') : NULL;

    return comma ? text_trim(arena_text(arena, comma + 1)) : "";
}

static enum err row_add(void *self, const struct customer *customer)
{
    struct finder *finder = self;
    struct arena *arena = &finder->arena;

    if (customer->merged_into)
        return ERR_OK;
    if (finder->count == finder->room) {
        finder->room = finder->room * 2 + 256;
        finder->rows = mem_resize(finder->rows, finder->room, sizeof *finder->rows);
    }
    finder->rows[finder->count++] =
        (struct finder_row){.id = customer->id,
                            .code = arena_text(arena, customer->code),
                            .name = arena_text(arena, customer->name),
                            .town = address_town(customer->address, arena),
                            .code_folded = text_fold(arena, customer->code),
                            .name_folded = text_fold(arena, customer->name)};
    return ERR_OK;
}

static enum err rows_load(struct finder *finder, struct book *book)
{
    int64_t revision = 0;

    TRY(book_revision(book, &revision));
    if (finder->loaded && revision == finder->revision)
        return ERR_OK;
    arena_reset(&finder->arena);
    finder->count = 0;
    finder->loaded = false;
    TRY(customer_each(book, row_add, finder));
    finder->found = mem_resize(finder->found, finder->count + 1, sizeof *finder->found);
    finder->revision = revision;
    finder->loaded = true;
    return ERR_OK;
}

enum err finder_search(struct finder *finder, struct book *book, const char *text, size_t *count,
                       size_t *exact)
{
    struct arena arena = {0};

    *count = *exact = 0;
    TRY(rows_load(finder, book));
    const char *needle = text_fold(&arena, text);
    for (size_t i = 0; i < finder->count; i++) {
        struct finder_row *row = &finder->rows[i];
        row->rank = choice_rank(row->code_folded, row->name_folded, needle);
        if (row->rank >= RANK_EXACT)
            (*exact)++;
    }
    for (int rank = RANK_MOST; rank > 0; rank--)
        for (size_t i = 0; i < finder->count; i++)
            if (finder->rows[i].rank == rank)
                finder->found[(*count)++] = &finder->rows[i];
    arena_done(&arena);
    return ERR_OK;
}
