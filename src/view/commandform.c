#include "view/commandform.h"

#include "base/text.h"
#include "ledger/document.h"
#include "view/draft.h"
#include "view/pick.h"
#include "view/told.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- opening ---- */

enum err commandform_open(struct view *view, struct form_owner owner, struct args *known)
{
    struct commandform *state = view->state;
    const struct session *session = view->desk->session;
    char **words;
    int count = 0, used = 0;

    TRY(words_split(view->about, &view->life, &words, &count, session->note));
    TRY(command_words(count, words, &state->command, &used, session->note));
    /* the line is canonical, whatever the user's notation is */
    args_init(known, state->command, &view->life, &session->habit, &notation_plain);
    TRY(args_words(known, count - used, words + used, session->note));
    state->view = view;
    view->draft = view->about;
    owner.self = state;
    form_init(&view->form, state->command->summary, owner);
    view->form_started = true;
    view->where =
        arena_format(&view->life, "%s%s%s", state->command->noun, state->command->verb ? " " : "",
                     state->command->verb ? state->command->verb : "");
    snprintf(state->op_id, sizeof state->op_id, "form-%" PRIx64 "-%lx", (uint64_t)moment_now(),
             (unsigned long)getpid());
    return ERR_OK;
}

void commandform_done(struct view *view)
{
    struct commandform *state = view->state;

    finder_done(&state->finder);
}

/* ---- running ---- */

/* Sticky values are there the next time; other fields that Enter passes over are not. */
static void sticky_keep(const struct commandform *state)
{
    struct desk *desk = state->view->desk;
    bool which[COMMANDFORM_FIELDS] = {false}, any = false;

    for (int i = 0; i < state->view->form.count; i++) {
        which[i] = state->of[i] && (state->of[i]->flags & ARG_STICKY);
        any = any || which[i];
    }
    if (any)
        draft_keep(
            desk,
            arena_format(&desk->arena, "sticky %s %s", state->command->noun, state->command->verb),
            &state->view->form, which);
}

/* The cursor goes to what was made, where the list below shows it. */
static void row_follow(struct view *view, const char *ref)
{
    if (!ref || !*ref || view->class->kind != VIEW_LIST || view->has_page || view->source.count)
        return;
    for (size_t i = 0; i < view->table.count; i++) {
        const struct row *row = &view->table.rows[i];
        if (row->kind == ROW_DATA && row->id &&
            strcmp(cell_plain(&row->cells[0], &view->desk->arena), ref) == 0) {
            listbox_to_id(&view->box, row->id);
            return;
        }
    }
}

/* What was done, in the form's words; what it tells row by row is found below the form. */
static void done_say(struct commandform *state, struct table *told)
{
    struct view *view = state->view;
    struct desk *desk = view->desk;

    desk_say(desk, desk->message_style, "%s",
             commandform_words(state, arena_text(&desk->arena, desk->message)));
    if (told->proof)
        told->proof = arena_text(&told->arena, commandform_words(state, told->proof));
    if (!view->below)
        return;
    desk->top = view->below;
    told_show(desk, told);
    view->below = desk->top;
    desk->top = view;
}

static unsigned run(struct view *view, struct table *told)
{
    struct commandform *state = view->state;
    struct desk *desk = view->desk;
    struct session *session = desk->session;
    struct outcome outcome = {0};
    struct args args;
    enum err e = commandform_args(state, false, &desk->arena, &args, session->note);

    if (e != ERR_OK) {
        desk_say_failure(desk, e);
    } else if (command_answers(state->command)) {
        e = desk_push(desk, view_class_find("answer"), args_said(&args, &desk->arena), NULL);
        desk_say_failure(desk, e);
        return REACT_USED | REACT_REDRAW;
    } else {
        session->op_id = state->op_id;
        e = desk_command_told(desk, &args, told, &outcome);
        session->op_id = NULL;
    }
    if (e != ERR_OK) {
        commandform_refusal(state);
        return REACT_USED | REACT_REDRAW;
    }
    sticky_keep(state);
    draft_forget(desk, view->about);
    if (view->below) {
        view_load(view->below); /* it shows what was done */
        row_follow(view->below, outcome.ref);
    }
    done_say(state, told);
    return REACT_USED | REACT_CLOSE;
}

unsigned commandform_run(struct view *view)
{
    struct table told;

    table_init(&told);
    const unsigned reaction = run(view, &told);
    table_done(&told);
    return reaction;
}

/* ---- keys ---- */

/* Whose papers are meant: the customer's that is named, or whose paper is named beside. */
static const char *whose(struct view *view)
{
    struct commandform *state = view->state;
    struct form *form = &view->form;
    const int customer = form_find(form, "customer");
    struct document document;

    if (customer >= 0 && !text_is_blank(form_text(form, customer)))
        return form_text(form, customer);
    for (int i = 0; i < form->count; i++)
        if (i != form->at && state->of[i] && state->of[i]->kind == ARG_DOCUMENT &&
            !text_is_blank(form_text(form, i)) &&
            document_find(view->desk->book, form_text(form, i), 0, &view->desk->arena, &document) ==
                ERR_OK)
            return document.customer;
    return NULL;
}

unsigned commandform_pick(struct view *view)
{
    struct commandform *state = view->state;
    struct form *form = &view->form;
    struct form_field *field = &form->fields[form->at];
    struct grid *grid = field->grid;
    const struct arg *arg = state->of[form->at];
    enum arg_kind kind = arg->kind;

    if (grid)
        kind = arg->columns[state->columns_of[form->at] ? state->columns_of[form->at][grid->column]
                                                        : grid->column]
                   .kind;
    const char *const *words = field->choices ? field->choices : grid ? NULL : arg->choices;
    const char *code = words ? pick_word(view->desk, field->label, words)
                             : pick_code(view->desk, &state->finder, kind,
                                         grid ? grid_text(grid, grid->row, grid->column)
                                              : form_text(form, form->at),
                                         whose(view), strcmp(arg->name, "to") == 0);
    if (!code)
        return REACT_USED | REACT_REDRAW;
    if (grid) {
        lineedit_set(&grid->edit, code);
        grid->edited = true;
    } else {
        form_set(form, form->at, code);
        field->edited = true;
    }
    return form_key(form, key_of(KEYCODE_ENTER)) | REACT_USED | REACT_REDRAW;
}

bool commandform_typed(struct view *view)
{
    const struct commandform *state = view->state;
    const struct form *form = &view->form;

    for (int i = 0; i < form->count; i++) {
        const struct grid *grid = form->fields[i].grid;
        for (int row = 0; grid && row < grid->count; row++)
            if (!grid_row_is_blank(grid, row))
                return true;
        if (!grid && state->of[i] && !state->known[i] &&
            strcmp(form_text(form, i), state->was[i]) != 0)
            return true;
    }
    return false;
}

void commandform_draft(struct view *view)
{
    const struct commandform *state = view->state;

    draft_mark(view->desk, view->draft, "operation", state->op_id);
}

void commandform_leave(struct view *view)
{
    if (!draft_leave(view))
        return;
    desk_say(view->desk, STYLE_NORMAL, "Nothing is done; what was typed is kept for next time.");
}

const char *commandform_help(const struct commandform *state)
{
    const struct form *form = &state->view->form;
    const struct arg *arg = form->count ? state->of[form->at] : NULL;
    const struct grid *grid = form->count ? form->fields[form->at].grid : NULL;

    if (!arg || (grid && grid->column >= state->columns_typed[form->at]))
        return "";
    const int column = !grid                         ? 0
                       : state->columns_of[form->at] ? state->columns_of[form->at][grid->column]
                                                     : grid->column;
    const char *help = grid ? arg->columns[column].help : arg->help;
    return help ? commandform_words(state, help) : "";
}
