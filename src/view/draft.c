#include "view/draft.h"

#include "base/text.h"

#include <string.h>

struct draft_text {
    const char *field, *text;
    int row, column; /* of a grid; -1 = a line */
    bool marked;
    struct draft_text *next;
};

struct draft {
    const char *name;
    struct draft_text *texts;
    struct draft *next;
};

static struct draft *draft_find(struct desk *desk, const char *name)
{
    for (struct draft *draft = desk->drafts; draft; draft = draft->next)
        if (strcmp(draft->name, name) == 0)
            return draft;
    return NULL;
}

static struct draft_text *text_add(struct desk *desk, struct draft_text ***end, const char *field,
                                   const char *text)
{
    struct draft_text *it = arena_new(&desk->life, sizeof *it);

    it->field = arena_text(&desk->life, field);
    it->text = arena_text(&desk->life, text);
    it->row = it->column = -1;
    **end = it;
    *end = &it->next;
    return it;
}

static void grid_keep(struct desk *desk, struct draft_text ***end, const struct form_field *field)
{
    const struct grid *grid = field->grid;

    for (int row = 0; row < grid->count; row++)
        for (int column = 0; column < grid->column_count; column++) {
            struct draft_text *it = text_add(desk, end, field->name, grid_text(grid, row, column));
            it->row = row;
            it->column = column;
            it->marked = grid->rows[row].marked;
        }
}

void draft_keep(struct desk *desk, const char *name, const struct form *form, const bool *which)
{
    struct draft *draft = draft_find(desk, name);

    if (!draft) {
        draft = arena_new(&desk->life, sizeof *draft);
        draft->name = arena_text(&desk->life, name);
        draft->next = desk->drafts;
        desk->drafts = draft;
    }
    draft->texts = NULL;
    struct draft_text **end = &draft->texts;
    for (int i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        if ((field->flags & FORM_SECRET) || (which && !which[i]))
            continue;
        if (field->grid)
            grid_keep(desk, &end, field);
        else
            text_add(desk, &end, field->name, form_text(form, i));
    }
}

static void text_put(struct form *form, const struct draft_text *it)
{
    const int field = form_find(form, it->field);

    if (field < 0)
        return;
    if (it->row < 0) {
        form_set(form, field, it->text);
        return;
    }
    struct grid *grid = form->fields[field].grid;
    if (!grid)
        return;
    while (grid->count <= it->row && (grid->flags & GRID_GROWS))
        grid_add(grid, 0);
    if (it->row >= grid->count || it->column >= grid->column_count)
        return;
    grid->rows[it->row].marked = it->marked;
    grid_set(grid, it->row, it->column, it->text);
}

bool draft_take(struct desk *desk, const char *name, struct form *form)
{
    struct draft *draft = draft_find(desk, name);

    if (!draft || !draft->texts)
        return false;
    for (const struct draft_text *it = draft->texts; it; it = it->next)
        text_put(form, it);
    draft->texts = NULL;
    return true;
}

void draft_forget(struct desk *desk, const char *name)
{
    struct draft *draft = draft_find(desk, name);

    if (draft)
        draft->texts = NULL;
}
