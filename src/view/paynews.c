/* paynews: what other clerks did meanwhile to the papers that a half-entered payment pays. */
#include "base/text.h"
#include "ledger/shortage.h"
#include "view/paydesk.h"

#include <stdlib.h>
#include <string.h>

/* The place in the grid, and what is being typed there. */
struct place {
    int64_t item_id;
    int column, top, at;
    const char *typed; /* NULL = nothing */
};

static const struct item *item_find(const struct payer *payer, int64_t id)
{
    for (int i = 0; i < payer->count; i++)
        if (payer->items[i].id == id)
            return &payer->items[i];
    return NULL;
}

/* What is gone stands in the lines with nothing open, so it is no difference. */
static bool is_same(const struct payer *before, const struct payer *now)
{
    for (int i = 0; i < before->count; i++) {
        const struct item *item = item_find(now, before->items[i].id);
        if ((item ? item->open : 0) != before->items[i].open)
            return false;
    }
    for (int i = 0; i < now->count; i++)
        if (!item_find(before, now->items[i].id))
            return false;
    return true;
}

/* Lines of which nothing is left keep their place, so that none moves under the cursor. */
static void gone_keep(const struct payer *before, struct payer *now, struct arena *arena)
{
    struct item *items = arena_new(arena, (size_t)(before->count + now->count + 1) * sizeof *items);
    int count = 0, at = 0;

    for (int i = 0; i < before->count; i++) {
        struct item gone = before->items[i];
        if (item_find(now, gone.id))
            continue;
        while (at < now->count && now->items[at].due.day <= gone.due.day)
            items[count++] = now->items[at++];
        gone.open = 0;
        gone.number = arena_text(arena, gone.number);
        items[count++] = gone;
    }
    while (at < now->count)
        items[count++] = now->items[at++];
    now->items = items;
    now->count = count;
}

static struct place place_keep(const struct paydesk *desk, const struct grid *grid,
                               struct arena *arena)
{
    struct place place = {.column = grid->column, .top = grid->top};

    if (grid->row < desk->lines.count)
        place.item_id = desk->lines.lines[grid->row].item_id;
    if (grid->edited) {
        place.typed = arena_text(arena, lineedit_text(&grid->edit));
        place.at = (int)grid->edit.at;
    }
    return place;
}

static void place_back(const struct paydesk *desk, struct grid *grid, const struct place *place)
{
    int row = 0;

    for (int i = 0; i < desk->lines.count; i++)
        if (desk->lines.lines[i].item_id == place->item_id)
            row = i;
    grid->top = place->top;
    grid_to(grid, row, place->column);
    if (!place->typed)
        return;
    lineedit_set(&grid->edit, place->typed);
    grid->edit.at = (size_t)place->at;
    grid->edit.fresh = false;
    grid->edited = true;
}

/* Of the lines that are paid here: who took what from them. */
static const char *news_of(struct paydesk *desk, const struct paylines *before)
{
    const char *words = "", *one;
    int more = 0;

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const struct payline *old = paylines_find(before, line->item_id);
        const struct shortage shortage = {.document_id = desk->payer.items[i].document_id,
                                          .instalment = line->instalment,
                                          .left =
                                              money_of(llabs(line->open), desk->payer.currency)};
        if (!old || !old->pays || llabs(line->open) >= llabs(old->open))
            continue;
        if (*words)
            more++;
        else if (shortage_words(desk->book, &shortage, &desk->arena, &one) == ERR_OK && one)
            words = one;
    }
    return more ? arena_format(&desk->arena, "%s; %d more of these papers changed", words, more)
                : words;
}

/* The same payer as the books are now; false when there is none any more, or nothing is new. */
static bool payer_renew(struct paydesk *desk, struct arena *arena, struct payer *out)
{
    struct note note = {0};
    const bool is =
        payer_find(desk->book, &desk->finder, desk->resolved, arena, out, &note) == ERR_OK &&
        out->customer_id == desk->payer.customer_id && out->document_id == desk->payer.document_id;

    note_clear(book_note(desk->book));
    return is && !is_same(&desk->payer, out);
}

bool paydesk_renew(struct paydesk *desk, const char **news)
{
    struct form *form = desk->form;
    struct grid *grid = form->fields[PAY_ITEMS].grid;
    const struct paylines before = desk->lines;
    struct arena arena = {0};
    struct payer now;

    *news = "";
    /* looked at aside: most of what others post is not this customer's */
    const bool is_new =
        desk->resolved && desk->payer.customer_id && payer_renew(desk, &arena, &now);
    arena_done(&arena);
    if (!is_new || !payer_renew(desk, &desk->arena, &now))
        return false;
    const struct place place = place_keep(desk, grid, &desk->arena);
    gone_keep(&desk->payer, &now, &desk->arena);
    desk->payer = now;
    if (strcmp(form_text(form, PAY_WHO), desk->resolved) == 0)
        paydesk_payer_show(desk);
    if (form->at == PAY_AMOUNT && !form->fields[PAY_AMOUNT].edited)
        paydesk_amount_default(desk);
    paydesk_lines_renew(desk, &before);
    place_back(desk, grid, &place);
    *news = news_of(desk, &before);
    return true;
}
