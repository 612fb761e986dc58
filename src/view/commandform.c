#include "view/commandform.h"

#include "app/paperfind.h"
#include "base/text.h"
#include "ledger/customer.h"
#include "ledger/document.h"
#include "view/draft.h"
#include "view/payer.h"
#include "view/pick.h"
#include "view/told.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
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

static const char *limit_text(const struct customer *customer, const struct notation *notation,
                              char out[MONEY_TEXT])
{
    if (customer->credit_limit == NO_LIMIT)
        return "";
    return money_show(money_of(customer->credit_limit, customer->currency), notation, out);
}

static const char *choice_at(const struct commandform *state, const char *name, int place)
{
    const int field = form_find(&state->view->form, name);
    const struct arg *arg = field >= 0 ? state->of[field] : NULL;

    for (int i = 0; arg && arg->choices && arg->choices[i]; i++)
        if (i == place)
            return arg->choices[i];
    return "";
}

/* `customer set`: what is on the account already; only what is changed is sent. */
static void customer_stored(struct commandform *state, const char *code)
{
    struct desk *desk = state->view->desk;
    struct customer customer;
    char figure[MONEY_TEXT];

    if (!code || customer_find(desk->book, code, &state->view->life, &customer) != ERR_OK) {
        note_clear(desk->session->note);
        return;
    }
    commandform_stored(state, "name", customer.name);
    commandform_stored(state, "terms", customer.terms);
    commandform_stored(state, "limit", limit_text(&customer, &desk->session->notation, figure));
    commandform_stored(state, "currency", customer.currency.code);
    commandform_stored(state, "email", customer.email);
    commandform_stored(state, "phone", customer.phone);
    commandform_stored(state, "address", customer.address);
    commandform_stored(state, "country", customer.country);
    commandform_stored(state, "contact", customer.contact);
    commandform_stored(state, "parent", customer.parent);
    commandform_stored(state, "collector", customer.collector);
    commandform_stored(state, "salesperson", customer.salesperson);
    commandform_stored(state, "tax-id", customer.tax_number);
    commandform_stored(state, "cycle", customer.cycle);
    commandform_stored(state, "class", customer.class);
    commandform_stored(state, "language", customer.language);
    commandform_stored(state, "statement", choice_at(state, "statement", customer.statement));
    commandform_stored(state, "kind", choice_at(state, "kind", customer.kind));
    commandform_stored(state, "grace", arena_format(&state->view->life, "%d", customer.grace_days));
    commandform_stored(state, "overpayment", customer.overpayment ? "yes" : "no");
}

/* A customer that is named in the form itself brings what is stored. */
static enum err own_check(void *self, struct form *form, int field, struct note *note)
{
    struct commandform *state = self;

    TRY(commandform_check(self, form, field, note));
    const char *code = form_text(form, field);
    if (state->command != command_find("customer", "set") ||
        strcmp(form->fields[field].name, "code") != 0 || strcmp(code, state->stored_of) == 0)
        return ERR_OK;
    state->stored_of = arena_text(&state->view->life, code);
    customer_stored(state, code);
    return ERR_OK;
}

static enum err form_start(struct view *view)
{
    const struct form_owner owner = {.check = own_check, .check_cell = commandform_check_cell};
    struct commandform *state = view->state;
    struct args known;

    TRY(commandform_open(view, owner, &known));
    for (const struct arg *arg = state->command->args; arg && arg->name; arg++)
        commandform_field(state, arg->name, 0);
    state->stored_of = "";
    if (state->command == command_find("customer", "set") && args_given(&known, "code")) {
        state->stored_of = args_get(&known, "code");
        customer_stored(state, state->stored_of);
        view->form.fields[form_find(&view->form, "code")].flags |= FORM_FIXED;
    }
    commandform_fill(state, &known);
    return ERR_OK;
}

void commandform_done(struct view *view)
{
    struct commandform *state = view->state;

    finder_done(&state->finder);
}

/* ---- running ---- */

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

/* A grid has no word beside it but the heads of its columns: "Due and Amount". */
static const char *heads_said(const struct commandform *state, int field)
{
    const struct arg *arg = state->of[field];
    struct arena *arena = &state->view->life;
    const int count = state->columns_typed[field];
    const char *says = "";

    for (int i = 0; i < count; i++) {
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

/* In a form there are fields, no options: "say with --against" says "say with Against". */
static const char *words_of_fields(const struct commandform *state, const char *words)
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
        rest = words_of_fields(state, rest);
        desk_say(state->view->desk, STYLE_ERROR, "%s%s %s", label_said(state, field),
                 strncmp(rest, "is missing", 10) == 0 ? "" : ":", rest);
    } else {
        rest = words_of_fields(state, words);
        desk_say(state->view->desk, STYLE_ERROR, "%s", rest);
    }
    form_error(form, field, rest);
    form->fields[field].edit.fresh = false;
    if (form->fields[field].grid)
        cell_focus(state, field, rest);
}

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

static bool answers(const struct command *command)
{
    return (command->flags & (COMMAND_TABLE | COMMAND_PAGE)) && !(command->flags & COMMAND_WRITES);
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
             words_of_fields(state, arena_text(&desk->arena, desk->message)));
    if (told->proof)
        told->proof = arena_text(&told->arena, words_of_fields(state, told->proof));
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
    } else if (answers(state->command)) {
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

static unsigned form_keyed(struct view *view, struct key key)
{
    unsigned reaction = form_key(&view->form, key);

    if (reaction & REACT_PICK)
        reaction = commandform_pick(view);
    if (reaction & REACT_ACCEPT)
        reaction = commandform_run(view);
    else if (reaction & REACT_CLOSE)
        commandform_leave(view);
    return reaction & ~(unsigned)REACT_ACCEPT;
}

const char *commandform_help(const struct commandform *state)
{
    const struct form *form = &state->view->form;
    const struct arg *arg = form->count ? state->of[form->at] : NULL;
    const struct grid *grid = form->count ? form->fields[form->at].grid : NULL;

    if (!arg)
        return "";
    if (!grid)
        return arg->help ? arg->help : "";
    if (grid->column >= state->columns_typed[form->at])
        return "";
    return arg
        ->columns[state->columns_of[form->at] ? state->columns_of[form->at][grid->column]
                                              : grid->column]
        .help;
}

static void form_view_draw(struct view *view, struct area area)
{
    struct area above = area;

    above.rows -= 2;
    form_draw(&view->form, above);
    draw_text(area.y + area.rows - 1, area.x + 1, area.columns - 2, STYLE_DIM,
              commandform_help(view->state));
}

static enum err form_load(struct view *view)
{
    const struct commandform *state = view->state;

    view->means = state->command->summary;
    return ERR_OK;
}

/* What the keys of forms do, for the bar and the palette; the form itself understands them. */
static unsigned next_run(struct view *view)
{
    return view->class->key(view, key_of(KEYCODE_ENTER));
}

static unsigned list_run(struct view *view)
{
    return view->class->key(view, key_f(4));
}

static unsigned accept_run(struct view *view)
{
    return view->class->key(view, key_f(10));
}

static unsigned leave_run(struct view *view)
{
    return view->class->key(view, key_of(KEYCODE_ESC));
}

static const struct view_word form_words[] = {
    {"next", "next field; on the last one, done", next_run},
    {"list", "the codes to choose from", list_run},
    {"accept", "do it, from any field", accept_run},
    {"leave", "leave; what was typed is kept", leave_run},
    {0},
};

static const char *form_why_not(struct view *view, const struct view_word *word)
{
    return strcmp(word->name, "list") == 0 && !form_has_list(&view->form)
               ? "this field has no list to choose from"
               : NULL;
}

const struct view_class view_form = {
    .name = "form",
    .title = "Form",
    .help = "the arguments of one command",
    .kind = VIEW_FORM,
    .state_size = sizeof(struct commandform),
    .needs_about = true,
    .words = form_words,
    .why_not = form_why_not,
    .start = form_start,
    .load = form_load,
    .key = form_keyed,
    .draw = form_view_draw,
    .done = commandform_done,
    .typed = commandform_typed,
    .draft = commandform_draft,
};

/* ---- which form ---- */

/* The payment desk starts with a paper that is owed, else with the customer. */
static const char *payment_about(struct desk *desk, const struct args *known)
{
    const char *customer = known ? args_get(known, "customer") : NULL;
    const char *number =
        known && args_count(known, "apply") ? args_row(known, "apply", 0)->values[0].text : NULL;
    struct document document;
    struct note note = {0};

    if (number && customer && !strchr(number, '/'))
        number = arena_format(&desk->arena, "%s/%s", customer, number);
    if (number && paper_find(desk->book, number, &desk->arena, &document, &note) == ERR_OK)
        return number;
    note_clear(desk->session->note);
    return customer ? payer_typed(desk->book, customer, &desk->arena) : "";
}

enum err desk_form(struct desk *desk, const struct command *command, const struct args *known)
{
    const char *why = command_role_not(desk->session, command, &desk->arena);
    struct args none;

    if (why) /* before anything is typed in vain */
        return fail(desk->session->note, ERR_DENIED, "%s%s%s: %s", command->noun,
                    command->verb ? " " : "", command->verb ? command->verb : "", why);
    if (command == command_find("payment", "receive"))
        return desk_push(desk, view_class_find("payment"), payment_about(desk, known),
                         known ? args_text(known, true, &desk->arena) : NULL);
    if (command == command_find("customer", "match") && known && args_given(known, "customer") &&
        !args_count(known, "apply"))
        return desk_push(desk, view_class_find("match"), args_get(known, "customer"), NULL);
    args_init(&none, command, &desk->arena, &desk->session->habit, &notation_plain);
    if (!command->args || !command->args->name) { /* nothing to fill in */
        if (answers(command))
            return desk_push(desk, view_class_find("answer"), args_text(&none, true, &desk->arena),
                             NULL);
        return desk_command(desk, &none, NULL);
    }
    const char *line = args_text(known ? known : &none, true, &desk->arena);
    const bool paper = command == command_find("invoice", "issue") ||
                       command == command_find("credit", "issue") ||
                       command == command_find("debit", "issue");
    return desk_push(desk, view_class_find(paper ? "paper" : "form"), line, NULL);
}
