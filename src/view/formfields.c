#include "view/commandform.h"

#include "base/text.h"
#include "ledger/customer.h"
#include "view/draft.h"
#include "view/pick.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char *const yes_no[] = {"no", "yes", NULL};

/* ---- fields from the row ---- */

static const struct arg *arg_find(const struct command *command, const char *name)
{
    for (const struct arg *arg = command->args; arg && arg->name; arg++)
        if (strcmp(arg->name, name) == 0)
            return arg;
    return NULL;
}

/* "tax-id" -> "Tax id" */
const char *commandform_label(const char *name, struct arena *arena)
{
    char *label = arena_text(arena, name);

    label[0] = (char)toupper((unsigned char)label[0]);
    if (strcmp(name, "po") == 0)
        label[1] = 'O';
    for (char *p = label; *p; p++)
        if (*p == '-')
            *p = ' ';
    return label;
}

#define MOVING_DAY 16 /* "quarter-start -1" */

static int cells_of(enum arg_kind kind, bool writes)
{
    switch (kind) {
    case ARG_TEXT:
    case ARG_FILE: return 36;
    case ARG_DATE: return writes ? 12 : MOVING_DAY;
    case ARG_INT:
    case ARG_PERCENT: return 8;
    case ARG_CURRENCY: return 5;
    case ARG_MONEY:
    case ARG_RATIO: return 16;
    default: return 18;
    }
}

static unsigned flags_of(const struct arg *arg)
{
    return (arg->flags & ARG_REQUIRED ? FORM_REQUIRED : 0u) |
           (arg->flags & ARG_STICKY ? FORM_STICKY : 0u) |
           (arg->flags & ARG_SECRET ? FORM_SECRET : 0u) |
           (arg->kind == ARG_MONEY ? FORM_RIGHT : 0u) |
           (pick_has(arg->kind) || arg->choices ? FORM_PICK : 0u);
}

/* With an empty one in front where nothing is chosen by itself. */
static const char *const *choices_of(const struct arg *arg, struct arena *arena)
{
    int count = 0, at = 0;

    if (arg->kind == ARG_FLAG)
        return yes_no;
    while (arg->choices[count])
        count++;
    const char **choices = arena_new(arena, (size_t)(count + 2) * sizeof *choices);
    if (!arg->otherwise)
        choices[at++] = "";
    memcpy(choices + at, arg->choices, (size_t)count * sizeof *choices);
    return choices;
}

static int field_keep(struct commandform *state, int field, const struct arg *arg)
{
    must(field < COMMANDFORM_FIELDS);
    state->of[field] = arg;
    state->was[field] = arg->kind == ARG_ROWS
                            ? ""
                            : arena_text(&state->view->life, form_text(&state->view->form, field));
    return field;
}

static int columns_count(const struct arg *arg)
{
    int count = 0;

    while (arg->columns[count].name)
        count++;
    return count;
}

static int rows_field(struct commandform *state, const struct arg *arg)
{
    struct arena *life = &state->view->life;
    const int count = columns_count(arg);
    struct grid_column *columns = arena_new(life, (size_t)count * sizeof *columns);

    for (int i = 0; i < count; i++) {
        const enum arg_kind kind = arg->columns[i].kind;
        const char *title = commandform_label(arg->columns[i].name, life);
        const int cells = kind == ARG_TEXT ? 14 : kind == ARG_DATE || kind == ARG_MONEY ? 10 : 8;
        columns[i] = (struct grid_column){
            .title = title,
            .cells = text_width(title) > cells ? text_width(title) : cells,
            .flags = (kind == ARG_MONEY || kind == ARG_INT ? GRID_RIGHT : 0u) |
                     (pick_has(kind) ? GRID_PICK : 0u) | (i == 0 ? GRID_FILLS : 0u)};
    }
    return commandform_rows(state, arg->name, columns, count, NULL, count);
}

int commandform_rows(struct commandform *state, const char *name, const struct grid_column *columns,
                     int count, const int *columns_of, int columns_typed)
{
    const struct arg *arg = arg_find(state->command, name);

    if (!arg)
        return -1;
    const int field = form_grid(&state->view->form, arg->name, 0, columns, count, GRID_GROWS);
    field_keep(state, field, arg);
    state->columns_of[field] = columns_of;
    state->columns_typed[field] = columns_typed;
    return field;
}

int commandform_rows_line(struct commandform *state, const char *name, unsigned flags)
{
    const struct arg *arg = arg_find(state->command, name);

    if (!arg)
        return -1;
    return field_keep(state,
                      form_line(&state->view->form, arg->name,
                                commandform_label(arg->name, &state->view->life), flags, 36),
                      arg);
}

int commandform_field(struct commandform *state, const char *name, unsigned flags)
{
    const struct arg *arg = arg_find(state->command, name);
    struct arena *life = &state->view->life;
    struct form *form = &state->view->form;
    int field;

    if (!arg || arg->flags & ARG_SCRIPTS)
        return -1;
    if (arg->kind == ARG_ROWS)
        return rows_field(state, arg);
    flags |= flags_of(arg);
    const char *label = commandform_label(arg->name, life);
    if (arg->kind == ARG_FLAG || arg->kind == ARG_CHOICE) {
        field = form_choice(form, arg->name, label, flags, choices_of(arg, life));
    } else {
        field = form_line(form, arg->name, label, flags,
                          cells_of(arg->kind, (state->command->flags & COMMAND_WRITES) != 0));
    }
    if (arg->otherwise)
        form_set(form, field, arg->otherwise);
    return field_keep(state, field, arg);
}

/* ---- filling in ---- */

/* Canonical text as the person at this desk writes it. */
static const char *as_typed(const struct commandform *state, enum arg_kind kind, const char *text)
{
    const char decimal = state->view->desk->session->notation.decimal;
    char *copy = arena_text(&state->view->life, text);

    if (kind == ARG_MONEY && decimal != '.')
        for (char *p = copy; *p; p++)
            if (*p == '.')
                *p = decimal;
    return copy;
}

static void rows_fill(struct commandform *state, int field, const struct args *known)
{
    const struct arg *arg = state->of[field];
    struct grid *grid = state->view->form.fields[field].grid;

    for (int row = 0; grid && row < args_count(known, arg->name); row++) {
        const struct value *values = args_row(known, arg->name, row)->values;
        if (row >= grid->count)
            grid_add(grid, 0);
        for (int i = 0; i < state->columns_typed[field]; i++) {
            const int column = state->columns_of[field] ? state->columns_of[field][i] : i;
            if (values[column].text)
                grid_set(grid, row, i,
                         as_typed(state, arg->columns[column].kind, values[column].text));
        }
    }
}

void commandform_stored(struct commandform *state, const char *name, const char *text)
{
    const int field = form_find(&state->view->form, name);

    if (field < 0)
        return;
    form_set(&state->view->form, field, text ? text : "");
    state->was[field] = arena_text(&state->view->life, text ? text : "");
}

static const char *sticky_name(const struct commandform *state, struct arena *arena)
{
    return arena_format(arena, "sticky %s %s", state->command->noun, state->command->verb);
}

void commandform_fill(struct commandform *state, const struct args *known)
{
    struct view *view = state->view;
    struct form *form = &view->form;
    struct note note = {0};

    draft_take(view->desk, sticky_name(state, &view->life), form);
    for (int i = 0; i < form->count; i++) {
        const struct arg *arg = state->of[i];
        if (!arg || !args_given(known, arg->name))
            continue;
        state->known[i] = true;
        if (arg->kind == ARG_ROWS)
            rows_fill(state, i, known);
        else
            form_set(form, i, as_typed(state, arg->kind, args_get(known, arg->name)));
    }
    const char *op_id = draft_marked(view->desk, view->draft, "operation");
    if (draft_take(view->desk, view->draft, form)) {
        if (op_id)
            snprintf(state->op_id, sizeof state->op_id, "%s", op_id);
        desk_say(view->desk, STYLE_NORMAL, "This is what was typed before and not done.");
    }
    int first = -1, needed = -1;
    bool any_known = false;
    for (int i = 0; i < form->count; i++) {
        any_known = any_known || state->known[i];
        if (form->fields[i].grid == NULL && *form_text(form, i) && form->owner.check)
            form->owner.check(form->owner.self, form, i, &note); /* for its hint */
        if (first < 0 && !state->known[i] && !(form->fields[i].flags & (FORM_STICKY | FORM_FIXED)))
            first = i;
        if (needed < 0 && !state->known[i] && (form->fields[i].flags & FORM_REQUIRED) &&
            form->fields[i].grid == NULL && !*form_text(form, i))
            needed = i;
    }
    /* who opened it for a paper is asked at once for what cannot be left out */
    if (needed >= 0 && any_known)
        first = needed;
    form_focus(form, first >= 0 ? first : 0);
}

/* ---- judging a field ---- */

/* A sum that is reckoned, as 12+30; `base` is what a share or * would be of. */
static bool sum_of(const struct session *session, const char *text, int64_t base, struct money *out)
{
    return money_calc(text, &session->notation, money_of(base, book_currency(session->book)), out,
                      NULL) == ERR_OK;
}

static enum err value_check(struct commandform *state, const struct arg *arg, const char *text,
                            const char **canonical, struct note *note)
{
    struct desk *desk = state->view->desk;
    const struct session *session = desk->session;
    const size_t prefix = strlen(arg->name) + 4; /* "--name: " */
    struct note inner = {0};
    struct money money, of_more;
    struct args scratch;
    char plain[MONEY_TEXT];

    args_init(&scratch, state->command, &desk->arena, &session->habit, &session->notation);
    enum err e = args_set(&scratch, arg->name, text, &inner);
    if (e == ERR_OK) {
        *canonical = args_get(&scratch, arg->name);
        return ERR_OK;
    }
    if (arg->kind == ARG_MONEY && sum_of(session, text, 0, &money)) {
        if (!sum_of(session, text, 1000000, &of_more) || of_more.minor != money.minor)
            return fail(note, ERR_INPUT, "%.40s of what is not known here: give the amount", text);
        *canonical = arena_text(&desk->arena, money_plain(money, plain));
        return ERR_OK;
    }
    return fail(note, e, "%s", strlen(inner.text) > prefix ? inner.text + prefix : inner.text);
}

/* The code that is meant: in the case in which it is kept, or found by a part of the name. */
static void customer_meant(struct commandform *state, int field, const char *text)
{
    struct book *book = state->view->desk->book;
    struct customer customer;
    size_t count = 0, exact = 0;
    const char *code = NULL;

    if (customer_find(book, text, &state->view->desk->arena, &customer) == ERR_OK)
        code = customer.code;
    else if (finder_search(&state->finder, book, text, &count, &exact) == ERR_OK &&
             (count == 1 || exact == 1))
        code = state->finder.found[0]->code;
    if (code && strcmp(code, text) != 0)
        form_set(&state->view->form, field, code);
}

static enum err code_check(struct commandform *state, int field, const char *text,
                           struct note *note)
{
    const struct arg *arg = state->of[field];
    struct form *form = &state->view->form;
    const char *words = NULL;

    if (arg->kind == ARG_CUSTOMER) {
        customer_meant(state, field, text);
        text = form_text(form, field);
    }
    enum err e = code_words(state->view->desk, arg->kind, text, &words, note);
    if (e == ERR_MISSING && text_same(text, "none") && !(arg->flags & ARG_REQUIRED)) {
        note_clear(note);
        e = ERR_OK;
    }
    note_clear(state->view->desk->session->note);
    if (e == ERR_OK)
        form_hint(form, field, words);
    return e;
}

enum err commandform_check(void *self, struct form *form, int field, struct note *note)
{
    struct commandform *state = self;
    const struct arg *arg = state->of[field];
    const char *text = form_text(form, field), *canonical = text;

    form_hint(form, field, NULL);
    if (!arg || form->fields[field].grid || text_is_blank(text) || (arg->flags & ARG_MANY))
        return ERR_OK;
    if (text_same(text, "none") && !(arg->flags & ARG_REQUIRED))
        return ERR_OK;
    TRY(value_check(state, arg, text, &canonical, note));
    /* a report that is kept is asked for again on other days */
    const bool moves =
        arg->kind == ARG_DATE && !(state->command->flags & COMMAND_WRITES) && date_moves(text);
    if (!moves && (arg->kind == ARG_DATE || arg->kind == ARG_CURRENCY || arg->kind == ARG_MONEY)) {
        const char *shown = as_typed(state, arg->kind, canonical);
        if (strcmp(shown, text) != 0)
            form_set(form, field, shown);
    }
    if (arg->kind == ARG_DATE) {
        struct date day = DATE_NONE;
        date_parse_iso(canonical, &day);
        const char *weekday = weekday_name(date_weekday(day));
        form_hint(form, field,
                  moves ? arena_format(&state->view->desk->arena, "%s %s", weekday, canonical)
                        : weekday);
    }
    return pick_has(arg->kind) ? code_check(state, field, text, note) : ERR_OK;
}

enum err commandform_check_cell(void *self, struct form *form, int field, int row, int column,
                                struct note *note)
{
    struct commandform *state = self;
    struct grid *grid = form->fields[field].grid;
    const char *text = grid_text(grid, row, column), *words, *canonical = text;

    if (text_is_blank(text) || column >= state->columns_typed[field])
        return ERR_OK;
    const struct arg_column *it =
        &state->of[field]
             ->columns[state->columns_of[field] ? state->columns_of[field][column] : column];
    /* a row of one column, through the argument's own reader */
    const struct arg alone = {.name = it->name, .kind = it->kind, .help = it->help};
    const struct arg only[] = {alone, {0}};
    const struct command one = {.noun = "row", .verb = NULL, .args = only};
    struct commandform scratch = {.view = state->view, .command = &one};
    TRY(value_check(&scratch, &alone, text, &canonical, note));
    if (it->kind == ARG_DATE || it->kind == ARG_MONEY)
        grid_set(grid, row, column, as_typed(state, it->kind, canonical));
    const enum err e =
        pick_has(it->kind) ? code_words(state->view->desk, it->kind, text, &words, note) : ERR_OK;
    note_clear(state->view->desk->session->note);
    return e;
}
