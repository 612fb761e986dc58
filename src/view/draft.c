#include "view/draft.h"

#include "base/text.h"
#include "ledger/journal.h"
#include "view/draftfile.h"

#include <stdlib.h>
#include <string.h>

static struct draft *draft_find(const struct desk *desk, const char *name)
{
    for (struct draft *draft = desk->drafts; draft; draft = draft->next)
        if (strcmp(draft->name, name) == 0)
            return draft;
    return NULL;
}

struct draft *draft_named(struct desk *desk, const char *name)
{
    struct draft *draft = draft_find(desk, name);

    if (draft)
        return draft;
    draft = mem_new(1, sizeof *draft);
    draft->name = arena_text(&desk->life, name);
    draft->next = desk->drafts;
    desk->drafts = draft;
    return draft;
}

static void draft_clear(struct draft *draft)
{
    draft->texts = NULL;
    draft->live = draft->in_use = false;
    arena_reset(&draft->arena);
}

void draft_add(struct draft *draft, const struct draft_text *text)
{
    struct draft_text *it = arena_new(&draft->arena, sizeof *it), **end = &draft->texts;

    *it = *text;
    it->field = arena_text(&draft->arena, text->field);
    it->text = arena_text(&draft->arena, text->text);
    it->next = NULL;
    while (*end)
        end = &(*end)->next;
    *end = it;
}

bool draft_waits(const struct draft *draft)
{
    return draft->texts && draft->live;
}

void drafts_close(struct desk *desk)
{
    while (desk->drafts) {
        struct draft *draft = desk->drafts;
        desk->drafts = draft->next;
        arena_done(&draft->arena);
        free(draft);
    }
}

/* ---- keeping ---- */

static void grid_keep(struct draft *draft, const struct form_field *field)
{
    const struct grid *grid = field->grid;

    for (int row = 0; row < grid->count; row++)
        for (int column = 0; column < grid->column_count; column++)
            draft_add(draft, &(struct draft_text){.field = field->name,
                                                  .text = grid_text(grid, row, column),
                                                  .row = row,
                                                  .column = column,
                                                  .marked = grid->rows[row].marked});
}

static void form_keep(struct draft *draft, const struct form *form, const bool *which, bool live)
{
    draft_clear(draft);
    draft->live = live;
    for (int i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        if ((field->flags & FORM_SECRET) || (which && !which[i]))
            continue;
        if (field->grid && live && !(field->grid->flags & GRID_GROWS))
            continue; /* rows that are not typed are others by then */
        if (field->grid)
            grid_keep(draft, field);
        else
            draft_add(draft, &(struct draft_text){.field = field->name,
                                                  .text = form_text(form, i),
                                                  .row = DRAFT_LINE,
                                                  .column = DRAFT_LINE});
    }
}

void draft_keep(struct desk *desk, const char *name, const struct form *form, const bool *which)
{
    form_keep(draft_named(desk, name), form, which, false);
}

void draft_mark(struct desk *desk, const char *name, const char *key, const char *text)
{
    draft_add(
        draft_named(desk, name),
        &(struct draft_text){.field = key, .text = text, .row = DRAFT_MARK, .column = DRAFT_MARK});
}

static const char *mark_of(const struct draft *draft, const char *key)
{
    for (const struct draft_text *it = draft ? draft->texts : NULL; it; it = it->next)
        if (it->row == DRAFT_MARK && strcmp(it->field, key) == 0)
            return it->text;
    return NULL;
}

const char *draft_marked(struct desk *desk, const char *name, const char *key)
{
    const char *text = mark_of(draft_find(desk, name), key);

    return text ? arena_text(&desk->arena, text) : NULL;
}

/* ---- taking ---- */

static void text_put(struct form *form, const struct draft_text *it)
{
    const int field = form_find(form, it->field);

    if (field < 0 || it->row == DRAFT_MARK)
        return;
    struct grid *grid = form->fields[field].grid;
    if (it->row < 0 || !grid) {
        if (!grid && it->row < 0)
            form_set(form, field, it->text);
        return;
    }
    while (grid->count <= it->row && (grid->flags & GRID_GROWS))
        grid_add(grid, 0);
    if (it->row >= grid->count || it->column >= grid->column_count)
        return;
    grid->rows[it->row].marked = it->marked;
    grid_set(grid, it->row, it->column, it->text);
}

/* The line dropped behind the posting and before the answer. */
static bool was_posted(struct desk *desk, const struct draft *draft)
{
    const char *op_id = mark_of(draft, "operation");
    struct entry entry;
    bool found = false;

    if (!op_id || journal_op_find(desk->book, op_id, NULL, &desk->arena, &entry, &found) != ERR_OK)
        return false;
    if (found)
        desk_say(desk, STYLE_ACCENT, "What was typed before was posted before the line dropped: %s",
                 *entry.ref ? entry.ref : entry.says);
    return found;
}

bool draft_take(struct desk *desk, const char *name, struct form *form)
{
    struct draft *draft = draft_find(desk, name);

    if (!draft || !draft->texts || draft->in_use)
        return false;
    if (was_posted(desk, draft)) {
        draft_forget(desk, name);
        return false;
    }
    for (const struct draft_text *it = draft->texts; it; it = it->next)
        text_put(form, it);
    draft->in_use = draft->live;
    if (!draft->live)
        draft_clear(draft);
    return true;
}

void draft_forget(struct desk *desk, const char *name)
{
    struct draft *draft = draft_find(desk, name);

    if (!draft || !draft->texts)
        return;
    const bool waited = draft_waits(draft);
    draft_clear(draft);
    if (waited)
        draftfile_save(desk);
}

/* ---- forms that are open ---- */

/* What is typed as it stands; false = nothing is, and nothing is kept. */
static bool view_keep(struct view *view, bool in_use)
{
    struct desk *desk = view->desk;

    if (!view->class->typed || !view->class->typed(view)) {
        draft_forget(desk, view->draft);
        return false;
    }
    struct draft *draft = draft_named(desk, view->draft);
    form_keep(draft, &view->form, NULL, true);
    draft->in_use = in_use;
    if (view->class->draft)
        view->class->draft(view);
    draftfile_save(desk);
    return true;
}

void draft_watch(struct view *view)
{
    const struct form *form = &view->form;

    if (!view->form_started || !view->draft)
        return;
    const struct grid *grid = form->fields[form->at].grid;
    const struct draft_place place = {form->at, grid ? grid->row : 0, grid ? grid->column : 0};
    if (memcmp(&place, &view->draft_place, sizeof place) == 0)
        return;
    view->draft_place = place;
    view_keep(view, true);
}

bool draft_leave(struct view *view)
{
    return view->form_started && view->draft && view_keep(view, false);
}

void drafts_keep_all(struct desk *desk)
{
    for (struct view *view = desk->top; view; view = view->below)
        if (view->form_started && view->draft)
            view_keep(view, true);
}

void drafts_leave_all(struct desk *desk)
{
    for (struct view *view = desk->top; view; view = view->below)
        draft_leave(view);
}
