/* formwords: the words of a command as its form says them, and the field where a refusal belongs;
 * part of commandform. */
#include "view/commandform.h"

#include <stdlib.h>
#include <string.h>

/* "--line: row 3, price: ..." puts the cursor there. */
static void cell_focus(struct commandform *state, int field, const char *words)
{
    struct grid *grid = state->view->form.fields[field].grid;
    const struct arg *arg = state->of[field];
    const char *comma = strchr(words, ',');
    const int nth = strncmp(words, "row ", 4) == 0 ? (int)strtol(words + 4, NULL, 10) : 0;
    int row = -1;

    for (int i = 0, seen = 0; i < grid->count && seen < nth; i++)
        if (!grid_row_is_blank(grid, i)) {
            seen++;
            row = i;
        }
    for (int i = 0; row >= 0 && comma && i < state->columns_typed[field]; i++) {
        const char *name =
            arg->columns[state->columns_of[field] ? state->columns_of[field][i] : i].name;
        if (strncmp(comma + 2, name, strlen(name)) == 0)
            grid_to(grid, row, i);
    }
}

/* The field of an argument; -1 = the form has none. `name` ends where no letter of a name is. */
static int field_named(const struct commandform *state, const char *name)
{
    const size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz-");

    for (int i = 0; len > 0 && i < state->view->form.count; i++)
        if (state->of[i] && strlen(state->of[i]->name) == len &&
            strncmp(name, state->of[i]->name, len) == 0)
            return i;
    return -1;
}

#define HEADS_MOST 4

/* A grid has no word beside it but the heads of its columns: "Due and Amount". */
static const char *heads_said(const struct commandform *state, int field)
{
    const struct arg *arg = state->of[field];
    struct arena *arena = &state->view->life;
    const int count = state->columns_typed[field];
    const char *says = "";

    for (int i = 0; i < count; i++) {
        if (count > HEADS_MOST && i == 2)
            return arena_format(arena, "%s and so on", says);
        const int column = state->columns_of[field] ? state->columns_of[field][i] : i;
        says = arena_format(arena, "%s%s%s", says,
                            i == 0           ? ""
                            : i + 1 == count ? " and "
                                             : ", ",
                            commandform_label(arg->columns[column].name, arena));
    }
    return says;
}

static const char *label_said(const struct commandform *state, int field)
{
    const struct form_field *it = &state->view->form.fields[field];

    if (it->grid && !*it->label && state->columns_typed[field] > 1)
        return heads_said(state, field);

    return *it->label ? it->label : commandform_label(state->of[field]->name, &state->view->life);
}

const char *commandform_words(const struct commandform *state, const char *words)
{
    struct arena *arena = &state->view->desk->arena;
    const char *out = "", *at = words, *next;

    for (; (next = strstr(at, "--")); at = next) {
        const int field = field_named(state, next + 2);
        const char *said = field >= 0 ? label_said(state, field) : "--";
        out = arena_format(arena, "%s%s%s", out, arena_bytes(arena, at, (size_t)(next - at)), said);
        next += 2 + (field >= 0 ? strlen(state->of[field]->name) : 0);
    }
    return arena_format(arena, "%s%s", out, at);
}

/* Where the command's words belong: "--name: ..." or "--name is missing", else what they are about,
 * else the first field that they name. */
void commandform_refusal(struct commandform *state)
{
    struct form *form = &state->view->form;
    const struct note *note = state->view->desk->session->note;
    const char *words = note->text, *rest = words;
    const char *named = strstr(words, "--");
    const bool begins = named == words;
    int field = note->about ? field_named(state, note->about) : -1;

    for (; field < 0 && named; named = strstr(named + 2, "--"))
        field = field_named(state, named + 2);
    if (field < 0)
        return;
    if (begins && field_named(state, words + 2) == field) {
        rest = words + 2 + strlen(state->of[field]->name);
        rest += *rest == ':' ? 2 : *rest != 0;
        rest = commandform_words(state, rest);
        desk_say(state->view->desk, STYLE_ERROR, "%s%s %s", label_said(state, field),
                 strncmp(rest, "is missing", 10) == 0 ? "" : ":", rest);
    } else {
        rest = commandform_words(state, words);
        desk_say(state->view->desk, STYLE_ERROR, "%s", rest);
    }
    form_error(form, field, rest);
    form->fields[field].edit.fresh = false;
    if (form->fields[field].grid)
        cell_focus(state, field, rest);
}
