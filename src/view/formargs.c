/* What stands in the fields of a command's form, as its arguments. */
#include "view/commandform.h"

#include "base/text.h"

#include <string.h>

/* One row as the argument's own style writes it. */
static void row_write(const struct commandform *state, int field, int row, struct buf *out)
{
    const struct arg *arg = state->of[field];
    const struct grid *grid = state->view->form.fields[field].grid;
    bool first = true;

    for (int i = 0; i < state->columns_typed[field]; i++) {
        const int column = state->columns_of[field] ? state->columns_of[field][i] : i;
        const char *text = grid_text(grid, row, i);
        if (text_is_blank(text))
            continue;
        if (arg->rows_style == ROWS_PAIRS)
            buf_format(out, "%s%s=", first ? "" : "; ", arg->columns[column].name);
        else if (column == 1)
            buf_char(out, '=');
        else if (column > 1)
            buf_format(out, " %s ", arg->columns[column].name);
        buf_quoted(out, text);
        first = false;
    }
}

static enum err rows_set(const struct commandform *state, int field, struct args *out,
                         struct note *note)
{
    const struct grid *grid = state->view->form.fields[field].grid;
    struct buf text;

    buf_init(&text, 1 << 20);
    for (int row = 0; row < grid->count; row++) {
        if (grid_row_is_blank(grid, row))
            continue;
        if (text.len)
            buf_text(&text, state->of[field]->rows_style == ROWS_LIST ? "; " : "\n");
        row_write(state, field, row, &text);
    }
    const enum err e = text.len ? args_set(out, state->of[field]->name, text.data, note) : ERR_OK;
    buf_done(&text);
    return e;
}

/* Row by row: one that is still being typed is left out. */
static void rows_set_those(const struct commandform *state, int field, struct args *out)
{
    const struct grid *grid = state->view->form.fields[field].grid;
    const char *name = state->of[field]->name;
    const int needs = state->needs_column[field];
    struct buf text;

    buf_init(&text, 1 << 20);
    for (int row = 0; row < grid->count; row++) {
        grid->rows[row].id = 0;
        if (grid_row_is_blank(grid, row) ||
            (needs && text_is_blank(grid_text(grid, row, needs - 1))))
            continue;
        buf_reset(&text);
        row_write(state, field, row, &text);
        if (args_set(out, name, text.data, NULL) == ERR_OK)
            grid->rows[row].id = args_count(out, name);
    }
    buf_done(&text);
}

/* Is there something to say about this field? */
static bool is_said(const struct commandform *state, int field, const char *text)
{
    const char *was = state->was[field];

    if (strcmp(text, was) != 0)
        return true;
    if (state->of[field]->flags & ARG_REQUIRED)
        return *text != 0;
    return state->known[field] && *text;
}

static enum err words_set(const struct arg *arg, const char *text, struct arena *arena,
                          struct args *out, struct note *note)
{
    char **words;
    int count;

    TRY(words_split(text, arena, &words, &count, note));
    for (int i = 0; i < count; i++)
        TRY(args_set(out, arg->name, words[i], note));
    return ERR_OK;
}

static enum err field_set(const struct commandform *state, int field, struct arena *arena,
                          struct args *out, struct note *note)
{
    const struct arg *arg = state->of[field];
    const char *text = form_text(&state->view->form, field);

    if (!is_said(state, field, text))
        return ERR_OK;
    if (text_is_blank(text))
        text = arg->kind == ARG_TEXT || arg->kind == ARG_CODE || arg->kind == ARG_REASON ||
                       arg->kind == ARG_CAUSE
                   ? ""
                   : "none";
    if (text_same(text, "none") && (arg->kind == ARG_CHOICE || arg->kind == ARG_DATE))
        return ERR_OK; /* nothing is chosen */
    return arg->flags & ARG_MANY ? words_set(arg, text, arena, out, note)
                                 : args_set(out, arg->name, text, note);
}

enum err commandform_args(struct commandform *state, bool lenient, struct arena *arena,
                          struct args *out, struct note *note)
{
    const struct session *session = state->view->desk->session;

    args_init(out, state->command, arena, &session->habit, &session->notation);
    for (int i = 0; i < state->view->form.count; i++) {
        const bool grid = state->view->form.fields[i].grid != NULL;
        enum err e = ERR_OK;
        if (!state->of[i])
            continue;
        if (grid && lenient)
            rows_set_those(state, i, out);
        else
            e = grid ? rows_set(state, i, out, note) : field_set(state, i, arena, out, note);
        if (e != ERR_OK && !lenient)
            return e;
    }
    return ERR_OK;
}
