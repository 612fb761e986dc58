/* A form as questions: field by field, and a grid row by row. */
#include "base/text.h"
#include "view/draft.h"
#include "view/plaintalk.h"

#include <stdlib.h>
#include <string.h>

enum way { WAY_ON, WAY_BACK, WAY_AGAIN, WAY_OUT };

/* What the last key said, once. */
static void message_say(struct plain *plain)
{
    plain_say(plain, plain->desk.message);
    plain->desk.message[0] = 0;
}

static unsigned key_give(struct plain *plain, struct key key)
{
    struct view *view = plain->desk.top;

    plain->desk.message[0] = 0;
    const unsigned reaction =
        view->class->key ? view->class->key(view, key) : form_key(&view->form, key);
    draft_watch(view);
    return reaction;
}

static const char *choices_text(struct plain *plain, const struct form_field *field)
{
    const char *text = "";

    for (int i = 0; field->choices && field->choices[i]; i++)
        if (*field->choices[i])
            text = arena_format(&plain->desk.arena, "%s%s%s", text, *text ? ", " : " (",
                                field->choices[i]);
    return *text ? arena_format(&plain->desk.arena, "%s)", text) : "";
}

static const char *question_of(struct plain *plain, const char *label, const char *more,
                               const char *now)
{
    return *now ? arena_format(&plain->desk.arena, "%s%s [%s]:", label, more, now)
                : arena_format(&plain->desk.arena, "%s%s:", label, more);
}

/* The answer that stands for a choice; a beginning is enough. NULL = none of them. */
static const char *choice_meant(const struct form_field *field, const char *text)
{
    for (int i = 0; field->choices[i]; i++)
        if (text_same(field->choices[i], text))
            return field->choices[i];
    for (int i = 0; field->choices[i]; i++)
        if (*text && strncmp(field->choices[i], text, strlen(text)) == 0)
            return field->choices[i];
    return NULL;
}

static enum way field_judge(struct plain *plain, int at)
{
    struct form *form = &plain->desk.top->form;

    key_give(plain, key_of(KEYCODE_TAB));
    const struct form_field *field = &form->fields[at];
    if (field->error) {
        plain_say(plain, arena_format(&plain->desk.arena, "! %s", field->error));
        return WAY_AGAIN;
    }
    if ((field->flags & FORM_REQUIRED) && text_is_blank(form_text(form, at))) {
        plain_say(plain, arena_format(&plain->desk.arena, "! %s is needed", field->label));
        return WAY_AGAIN;
    }
    if (field->hint)
        plain_say(plain, arena_format(&plain->desk.arena, "  %s", field->hint));
    message_say(plain);
    return WAY_ON;
}

static enum way field_ask(struct plain *plain, int at)
{
    struct form *form = &plain->desk.top->form;
    struct form_field *field = &form->fields[at];

    form_focus(form, at);
    const char *typed = plain_ask(
        plain, question_of(plain, field->label, choices_text(plain, field), form_text(form, at)));
    if (!typed)
        return WAY_OUT;
    if (strcmp(typed, "<") == 0)
        return WAY_BACK;
    if (strcmp(typed, "?") == 0) {
        for (const struct arg *arg = plain->command->args; arg && arg->name; arg++)
            if (strcmp(arg->name, field->name) == 0)
                plain_say(plain, arena_format(&plain->desk.arena, "  %s", arg->help));
        plain_say(plain, "  An empty line takes what is in brackets, - empties it, < goes back.");
        return WAY_AGAIN;
    }
    if (*typed && field->choices && strcmp(typed, "-") != 0)
        typed = choice_meant(field, typed);
    if (!typed) {
        plain_say(plain, "! That is none of them.");
        return WAY_AGAIN;
    }
    if (*typed) {
        form_set(form, at, strcmp(typed, "-") == 0 ? "" : typed);
        field->edited = true;
    }
    return field_judge(plain, at);
}

/* ---- rows that are typed ---- */

static enum way cell_ask(struct plain *plain, int at, int row, int column)
{
    struct form *form = &plain->desk.top->form;
    struct grid *grid = form->fields[at].grid;
    struct note note = {0};

    const char *typed =
        plain_ask(plain, question_of(plain,
                                     arena_format(&plain->desk.arena, "Line %d, %s", row + 1,
                                                  grid->columns[column].title),
                                     "", grid_text(grid, row, column)));
    if (!typed)
        return WAY_OUT;
    if (strcmp(typed, "<") == 0)
        return WAY_BACK;
    if (*typed)
        grid_set(grid, row, column, strcmp(typed, "-") == 0 ? "" : typed);
    if (form->owner.check_cell &&
        form->owner.check_cell(form->owner.self, form, at, row, column, &note) != ERR_OK) {
        plain_say(plain, arena_format(&plain->desk.arena, "! %s", note.text));
        return WAY_AGAIN;
    }
    return WAY_ON;
}

static enum way row_ask(struct plain *plain, int at, int row)
{
    struct grid *grid = plain->desk.top->form.fields[at].grid;

    for (int column = 0; column < grid->column_count;) {
        if (grid->columns[column].flags & GRID_COMPUTED) {
            column++;
            continue;
        }
        const enum way way = cell_ask(plain, at, row, column);
        if (way == WAY_OUT || (way == WAY_BACK && column == 0))
            return way;
        if (way == WAY_BACK)
            column--;
        if (way != WAY_ON)
            continue;
        if (column == 0 && text_is_blank(grid_text(grid, row, 0)))
            return WAY_ON; /* an empty line: that is all */
        column++;
    }
    return WAY_ON;
}

static enum way rows_ask(struct plain *plain, int at)
{
    struct grid *grid = plain->desk.top->form.fields[at].grid;

    for (int row = 0;; row++) {
        if (row >= grid->count)
            grid_add(grid, 0);
        const enum way way = row_ask(plain, at, row);
        if (way != WAY_ON)
            return way;
        if (grid_row_is_blank(grid, row))
            return WAY_ON;
    }
}

/* ---- rows that are marked ---- */

static void rows_say(struct plain *plain, const struct grid *grid)
{
    struct arena *arena = &plain->desk.arena;

    for (int row = 0; row < grid->count; row++) {
        const char *words =
            arena_format(arena, "%d%s", row + 1, grid->rows[row].marked ? " marked" : "");
        for (int i = 0; i < grid->column_count; i++)
            if (*grid_text(grid, row, i))
                words = arena_format(arena, "%s, %s %s", words, grid->columns[i].title,
                                     grid_text(grid, row, i));
        plain_say(plain, words);
    }
}

static void row_mark(struct plain *plain, int at, const char *typed)
{
    struct form *form = &plain->desk.top->form;
    struct grid *grid = form->fields[at].grid;
    struct note note = {0};
    const char *equals = strchr(typed, '=');
    const int row = (int)strtol(typed, NULL, 10) - 1;

    if (row < 0 || row >= grid->count) {
        plain_say(plain, "! There is no such line.");
        return;
    }
    if (!equals) {
        grid->rows[row].marked = !grid->rows[row].marked;
        if (form->owner.row_changed)
            form->owner.row_changed(form->owner.self, form, at, row);
        return;
    }
    for (int i = 0; i < grid->column_count; i++) {
        if (grid->columns[i].flags & GRID_COMPUTED)
            continue;
        const char *before = arena_text(&plain->desk.arena, grid_text(grid, row, i));
        grid_set(grid, row, i, equals + 1);
        if (form->owner.check_cell(form->owner.self, form, at, row, i, &note) != ERR_OK) {
            plain_say(plain, arena_format(&plain->desk.arena, "! %s", note.text));
            grid_set(grid, row, i, before);
        }
        return;
    }
}

static void word_run(struct plain *plain, const char *name)
{
    struct view *view = plain->desk.top;

    for (const struct view_word *word = view->class->words; word && word->name; word++)
        if (strcmp(word->name, name) == 0)
            word->run(view);
    message_say(plain);
}

static enum way marks_ask(struct plain *plain, int at)
{
    const struct grid *grid = plain->desk.top->form.fields[at].grid;

    while (grid->count > 0) {
        rows_say(plain, grid);
        const char *typed = plain_ask(plain, "A line's number marks it, 2=40.00 pays a part, p "
                                             "proposes, empty goes on:");
        if (!typed)
            return WAY_OUT;
        if (strcmp(typed, "<") == 0)
            return WAY_BACK;
        if (!*typed)
            break;
        if (text_same(typed, "p"))
            word_run(plain, "propose");
        else
            row_mark(plain, at, typed);
    }
    return WAY_ON;
}

/* ---- the whole form ---- */

static enum way one_ask(struct plain *plain, int at)
{
    const struct form_field *field = &plain->desk.top->form.fields[at];

    if (!field->grid)
        return field_ask(plain, at);
    return field->grid->flags & GRID_GROWS ? rows_ask(plain, at) : marks_ask(plain, at);
}

/* Asks from `from` on; false = the input ended, or the first field was left empty or backwards. */
static bool fields_ask(struct plain *plain, int from)
{
    struct form *form = &plain->desk.top->form;

    for (int at = from; at < form->count;) {
        enum way way = WAY_AGAIN;
        if (form->fields[at].flags & FORM_FIXED) {
            at++;
            continue;
        }
        while (way == WAY_AGAIN)
            way = one_ask(plain, at);
        if (way == WAY_OUT)
            return false;
        if (way == WAY_ON) {
            at++;
            continue;
        }
        for (at--; at >= 0 && (form->fields[at].flags & FORM_FIXED); at--)
            continue;
        if (at < 0)
            return false;
    }
    return true;
}

/* Done, or asked again when what would stay is said first. True = leave the form. */
static bool form_finish(struct plain *plain, int *again)
{
    struct form *form = &plain->desk.top->form;

    *again = 0;
    if (form->owner.check || form->owner.check_cell)
        key_give(plain, key_of(KEYCODE_NONE)); /* the sums of what was answered last */
    for (;;) {
        if (plain->desk.top->proof)
            plain_say(plain, plain->desk.top->proof);
        const char *typed = plain_ask(plain, "Do it (y, n, or < to go back) [y]:");
        if (!typed || text_same(typed, "n"))
            return true;
        if (strcmp(typed, "<") == 0) {
            *again = form->count - 1;
            return false;
        }
        const unsigned reaction = key_give(plain, key_f(10));
        message_say(plain);
        if (reaction & REACT_CLOSE)
            return true;
        if (!*form_text(form, 0)) /* the payment desk is ready for the next one */
            return false;
        if (form->fields[form->at].error || (reaction & REACT_BEEP)) {
            plain_say(plain, form->note.text);
            *again = form->at;
            return false;
        }
    }
}

void plain_form(struct plain *plain, const struct command *command)
{
    int from = 0;

    plain->command = command;
    message_say(plain);
    while (fields_ask(plain, from))
        if (form_finish(plain, &from))
            break;
    desk_pop(&plain->desk);
}
