#include "tui/form.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TEXT_MAX 1000

void form_init(struct form *form, const char *title, struct form_owner owner)
{
    memset(form, 0, sizeof *form);
    form->title = title;
    form->owner = owner;
}

void form_done(struct form *form)
{
    for (int i = 0; i < form->count; i++) {
        struct form_field *field = &form->fields[i];
        lineedit_done(&field->edit);
        if (field->grid != NULL)
            grid_done(field->grid);
        free(field->grid);
        free(field->hint);
        free(field->error);
    }
    free(form->fields);
    memset(form, 0, sizeof *form);
}

/* ---- fields ---- */

static bool is_visited(const struct form_field *field)
{
    return (field->flags & FORM_FIXED) == 0 && (field->grid == NULL || field->grid->count > 0);
}

static struct form_field *add(struct form *form, const char *name, const char *label,
                              unsigned flags)
{
    if (form->count == form->room) {
        form->room = form->room * 2 + 8;
        form->fields = mem_resize(form->fields, (size_t)form->room, sizeof *form->fields);
    }
    struct form_field *field = &form->fields[form->count++];
    *field = (struct form_field){.name = name, .label = label, .flags = flags};
    lineedit_init(&field->edit, TEXT_MAX);
    if (!is_visited(&form->fields[form->at]))
        form->at = form->count - 1;
    return field;
}

int form_line(struct form *form, const char *name, const char *label, unsigned flags, int cells)
{
    add(form, name, label, flags)->cells = cells;
    return form->count - 1;
}

int form_choice(struct form *form, const char *name, const char *label, unsigned flags,
                const char *const *choices)
{
    struct form_field *field = add(form, name, label, flags);
    field->choices = choices;
    for (size_t i = 0; choices[i] != NULL; i++)
        if (text_width(choices[i]) > field->cells)
            field->cells = text_width(choices[i]);
    if (choices[0] != NULL)
        lineedit_set(&field->edit, choices[0]);
    return form->count - 1;
}

int form_grid(struct form *form, const char *name, unsigned flags,
              const struct grid_column *columns, int count, unsigned grid_flags)
{
    struct form_field *field = add(form, name, "", flags);
    field->grid = mem_new(1, sizeof *field->grid);
    grid_init(field->grid, columns, count, grid_flags);
    if ((grid_flags & GRID_GROWS) != 0)
        grid_add(field->grid, 0);
    return form->count - 1;
}

int form_find(const struct form *form, const char *name)
{
    for (int i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].name, name) == 0)
            return i;
    return -1;
}

static struct form_field *field_at(const struct form *form, int field)
{
    must(field >= 0 && field < form->count);
    return &form->fields[field];
}

static void words_set(char **slot, const char *text)
{
    char *copy = NULL;
    if (text != NULL) {
        size_t len = strlen(text) + 1;
        copy = mem_new(len, 1);
        memcpy(copy, text, len);
    }
    free(*slot);
    *slot = copy;
}

void form_set(struct form *form, int field, const char *text)
{
    lineedit_set(&field_at(form, field)->edit, text);
    form->fields[field].typed[0] = 0;
    words_set(&form->fields[field].error, NULL); /* it was about what stood there before */
}

const char *form_text(const struct form *form, int field)
{
    return lineedit_text(&field_at(form, field)->edit);
}

void form_hint(struct form *form, int field, const char *text)
{
    words_set(&field_at(form, field)->hint, text);
}

void form_error(struct form *form, int field, const char *text)
{
    words_set(&field_at(form, field)->error, text);
    fail(&form->note, ERR_INPUT, "%s", text);
    form->at = field;
}

void form_focus(struct form *form, int field)
{
    struct form_field *it = field_at(form, field);
    if (!is_visited(it))
        return;
    form->at = field;
    it->edit.at = it->edit.text.len;
    it->edit.fresh = true; /* whatever stands there is replaced by typing, kept by moving */
    it->edited = false;
    it->typed[0] = 0;
}

/* ---- leaving and accepting ---- */

static bool begins(const char *text, const char *typed)
{
    return strncasecmp(text, typed, strlen(typed)) == 0;
}

static enum err choice_check(const struct form_field *field, struct note *note)
{
    if (field->choices == NULL || begins(lineedit_text(&field->edit), field->typed))
        return ERR_OK;
    return fail(note, ERR_INPUT, "no choice begins with '%s'; Space shows them one by one",
                field->typed);
}

static enum err field_check(struct form *form, int at)
{
    struct form_field *field = &form->fields[at];
    words_set(&field->error, NULL);
    note_clear(&form->note);
    enum err e = choice_check(field, &form->note);
    if (e == ERR_OK && form->owner.check != NULL)
        e = form->owner.check(form->owner.self, form, at, &form->note);
    if (e != ERR_OK)
        words_set(&form->fields[at].error, form->note.text);
    return e;
}

static enum err required_check(struct form *form, int at)
{
    struct form_field *field = &form->fields[at];
    if ((field->flags & FORM_REQUIRED) == 0 || field->grid != NULL ||
        !text_is_blank(lineedit_text(&field->edit)))
        return ERR_OK;
    enum err e = fail(&form->note, ERR_INPUT, "%s is needed", field->label);
    words_set(&field->error, form->note.text);
    return e;
}

/* A cell that was left is judged; a refusal brings the cursor back to it. */
static enum err cell_check(struct form *form, int at)
{
    struct grid *grid = form->fields[at].grid;
    int row = grid->left_row, column = grid->left_column;
    note_clear(&form->note);
    if (form->owner.check_cell == NULL || row >= grid->count)
        return ERR_OK;
    enum err e = form->owner.check_cell(form->owner.self, form, at, row, column, &form->note);
    if (e != ERR_OK) {
        grid_to(grid, row, column);
        grid->edit.fresh = false;
        grid->edited = true; /* still to be judged when it is left again */
    }
    return e;
}

static enum err grid_check(struct form *form, int at)
{
    struct grid *grid = form->fields[at].grid;
    if (grid->edited) {
        grid_to(grid, grid->row, grid->column);
        TRY(cell_check(form, at));
    }
    return field_check(form, at);
}

enum err form_check(struct form *form)
{
    for (int i = 0; i < form->count; i++) {
        enum err e = required_check(form, i);
        if (e == ERR_OK)
            e = form->fields[i].grid != NULL ? grid_check(form, i) : field_check(form, i);
        if (e != ERR_OK) {
            form->at = i;
            form->fields[i].edit.fresh = false;
            form->fields[i].edited = true;
            return e;
        }
    }
    note_clear(&form->note);
    return ERR_OK;
}

static unsigned accepted(struct form *form)
{
    unsigned refused = REACT_USED | REACT_REDRAW | REACT_BEEP;
    return form_check(form) == ERR_OK ? REACT_USED | REACT_REDRAW | REACT_ACCEPT : refused;
}

/* The next field to visit in direction `by`; `past_sticky` is the way of Enter. -1 = none. */
static int next_field(const struct form *form, int from, int by, bool past_sticky)
{
    for (int i = from + by; i >= 0 && i < form->count; i += by)
        if (is_visited(&form->fields[i]) &&
            !(past_sticky && (form->fields[i].flags & FORM_STICKY) != 0))
            return i;
    return -1;
}

/* Judges the focused field if it was typed into. A bad text keeps the cursor, unless we go back. */
static bool may_leave(struct form *form, int by, unsigned *reaction)
{
    struct form_field *field = &form->fields[form->at];
    bool edited = field->edited;
    if (!edited)
        return true;
    field->edited = false;
    *reaction |= REACT_LEFT;
    int at = form->at;
    if (field_check(form, at) == ERR_OK)
        return true;
    form->fields[at].edited = true;
    *reaction |= REACT_BEEP;
    return by < 0;
}

static unsigned go_by(struct form *form, int by, bool enter)
{
    unsigned reaction = REACT_USED | REACT_REDRAW;
    int at = form->at;
    if (form->fields[at].grid == NULL && !may_leave(form, by, &reaction))
        return reaction;
    if (enter && required_check(form, at) != ERR_OK)
        return reaction | REACT_BEEP;
    if (form->at != at) /* the owner knew a better place */
        return reaction;
    int next = next_field(form, at, by, enter);
    if (next >= 0)
        form_focus(form, next);
    else if (enter)
        return reaction | accepted(form);
    else
        form_focus(form, at); /* the ends are ends: no surprise jump to the other one */
    return reaction;
}

/* ---- keys ---- */

static unsigned choice_to(struct form_field *field, const char *text)
{
    lineedit_set(&field->edit, text);
    field->edited = true;
    return REACT_USED | REACT_REDRAW | REACT_CHANGED;
}

/* The first that begins so, from the one at `from` on and around; NULL = none. */
static const char *choice_begins(const struct form_field *field, const char *typed, size_t from,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (begins(field->choices[(from + i) % count], typed))
            return field->choices[(from + i) % count];
    return NULL;
}

/* Letters in a row narrow. One that fits nowhere begins anew behind a single letter or a whole
 * word; else it is a slip, which is not left: card, typed cqrd, must not become direct-debit. */
static unsigned choice_letter(struct form *form, struct key key, size_t at, size_t count)
{
    struct form_field *field = &form->fields[form->at];
    const char letter = (char)(key.rune < 0x80 ? key.rune : '?');
    size_t len = strlen(field->typed);

    if (len + 1 == sizeof field->typed)
        return REACT_USED | REACT_BEEP;
    const bool again = len == 1 || strcasecmp(field->typed, lineedit_text(&field->edit)) == 0;
    field->typed[len] = letter;
    field->typed[len + 1] = 0;
    const char *found = choice_begins(field, field->typed, at, count);
    if (found == NULL && again) { /* the same letter again is the next one */
        const char only[2] = {letter, 0};
        found = choice_begins(field, only, at + 1, count);
        if (found != NULL)
            memcpy(field->typed, only, sizeof only);
    }
    if (found != NULL)
        return choice_to(field, found);
    field->edited = true;
    choice_check(field, &form->note);
    return REACT_USED | REACT_REDRAW | REACT_BEEP;
}

static unsigned choice_key(struct form *form, struct key key)
{
    struct form_field *field = &form->fields[form->at];
    size_t count = 0, at = 0, len = strlen(field->typed);
    for (; field->choices[count] != NULL; count++)
        if (strcmp(field->choices[count], lineedit_text(&field->edit)) == 0)
            at = count;
    if (count == 0)
        return REACT_NONE;
    words_set(&field->error, NULL);
    if (key_is(key, KEYCODE_BACKSPACE) && len > 0) {
        field->typed[len - 1] = 0;
        return REACT_USED | REACT_REDRAW;
    }
    if (key_is_text(key) && key.rune != ' ')
        return choice_letter(form, key, at, count);
    field->typed[0] = 0;
    if (key_same(key, key_rune(' ')) || key_is(key, KEYCODE_RIGHT))
        return choice_to(field, field->choices[(at + 1) % count]);
    if (key_is(key, KEYCODE_LEFT))
        return choice_to(field, field->choices[(at + count - 1) % count]);
    return REACT_NONE;
}

static unsigned field_key(struct form *form, struct key key)
{
    struct form_field *field = &form->fields[form->at];
    if (field->choices != NULL)
        return choice_key(form, key);
    unsigned reaction = lineedit_key(&field->edit, key);
    if ((reaction & REACT_CHANGED) != 0) {
        field->edited = true;
        words_set(&field->error, NULL);
    }
    return reaction;
}

/* A key of the grid; what it left or changed is told to the owner before anything else happens. */
static unsigned grid_turn(struct form *form, struct key key)
{
    int at = form->at;
    struct grid *grid = form->fields[at].grid;
    unsigned reaction = grid_key(grid, key);
    if ((reaction & REACT_LEFT) != 0 && cell_check(form, at) != ERR_OK)
        return REACT_USED | REACT_REDRAW | REACT_BEEP | REACT_LEFT;
    if ((reaction & REACT_CHANGED) != 0 && form->owner.row_changed != NULL)
        form->owner.row_changed(form->owner.self, form, at, grid->row);
    return reaction;
}

static unsigned move_key(struct form *form, struct key key)
{
    switch (key.code) {
    case KEYCODE_ENTER: return go_by(form, 1, true);
    case KEYCODE_TAB:
    case KEYCODE_DOWN: return go_by(form, 1, false);
    case KEYCODE_BACKTAB:
    case KEYCODE_UP: return go_by(form, -1, false);
    default: return REACT_NONE;
    }
}

/* What is pasted is text: it never leaves the field, nor the grid. When a cell of it was refused,
 * the rest stays out: it would only come behind what is wrong. */
static unsigned pasted_key(struct form *form, struct key key)
{
    const struct form_field *field = &form->fields[form->at];
    unsigned reaction = REACT_USED | REACT_BEEP;

    if (form->refused || !is_visited(field))
        return reaction;
    if (field->grid != NULL)
        reaction = grid_turn(form, key);
    else if (field->choices == NULL)
        reaction = field_key(form, key);
    else if (key.rune > ' ')
        reaction = field_key(form, key_rune(key.rune));
    form->refused = (reaction & REACT_LEFT) != 0 && (reaction & REACT_BEEP) != 0;
    return reaction;
}

static bool has_pick_list(const struct form_field *field)
{
    if (field->grid != NULL)
        return (field->grid->columns[field->grid->column].flags & GRID_PICK) != 0;
    return (field->flags & FORM_PICK) != 0 || (field->choices != NULL && is_visited(field));
}

bool form_has_list(const struct form *form)
{
    return form->count > 0 && has_pick_list(&form->fields[form->at]);
}

unsigned form_key(struct form *form, struct key key)
{
    if (form->count == 0)
        return REACT_NONE;
    note_clear(&form->note);
    if (key_is(key, KEYCODE_ESC) || key_same(key, key_f(12)))
        return REACT_USED | REACT_CLOSE;
    if (key_same(key, key_f(10)) || key_same(key, key_ctrl('s')))
        return accepted(form);
    if (key_same(key, key_f(4)) || key_same(key, key_ctrl('t')))
        return REACT_USED | (has_pick_list(&form->fields[form->at]) ? REACT_PICK : REACT_BEEP);
    if (key_is(key, KEYCODE_PASTED))
        return pasted_key(form, key);
    form->refused = false;
    if (!is_visited(&form->fields[form->at]))
        return move_key(form, key);
    if (form->fields[form->at].grid == NULL) {
        unsigned reaction = move_key(form, key);
        return reaction != REACT_NONE ? reaction : field_key(form, key);
    }
    unsigned reaction = grid_turn(form, key);
    if ((reaction & REACT_USED) != 0)
        return reaction;
    return reaction | move_key(form, key);
}
