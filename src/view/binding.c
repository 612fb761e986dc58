#include "view/binding.h"

#include "base/text.h"
#include "tui/term.h"
#include "view/acts.h"
#include "view/deskword.h"
#include "view/views.h"

#include <string.h>

const char *view_kind_scope(enum view_kind kind)
{
    switch (kind) {
    case VIEW_LIST: return "table";
    case VIEW_PAGE: return "page";
    case VIEW_FORM: return "form";
    default: return "";
    }
}

/* ---- reading the table ---- */

static const struct view_word *own_word(const struct key_row *row)
{
    const struct view_class *class = view_class_find(row->scope);

    for (const struct view_word *word = class ? class->words : NULL; word && word->name; word++)
        if (strcmp(word->name, row->text) == 0)
            return word;
    return NULL;
}

/* The first argument whose value no row gives: "kind note". */
static const char *fixed_words(const struct binding *binding, struct arena *arena)
{
    for (int i = 0; i + 1 < binding->count; i++)
        if (strncmp(binding->words[i], "--", 2) == 0 && binding->words[i + 1][0] != '{' &&
            binding->words[i + 1][0] != '-' && strcmp(binding->words[i + 1], "...") != 0)
            return arena_format(arena, "%s %s", binding->words[i] + 2, binding->words[i + 1]);
    return "";
}

/* What the text is: a motion, a word of the view or the desk, a way to a screen, a command. */
static enum err text_read(struct desk *desk, const struct key_row *row, struct binding *out,
                          struct note *note)
{
    struct note inner = {0};
    int used;

    if ((out->view_word = own_word(row))) {
        out->kind = BINDING_VIEW;
        return ERR_OK;
    }
    if ((out->motion = motion_find(row->text)) != MOTION_NONE) {
        out->kind = BINDING_MOTION;
        return ERR_OK;
    }
    if ((out->word = desk_word_find(row->text))) {
        out->kind = BINDING_DESK;
        return ERR_OK;
    }
    TRY(words_split(row->text, &desk->life, &out->words, &out->count, note));
    if (out->count > 1 && strcmp(out->words[0], "go") == 0) {
        out->kind = BINDING_GO;
        out->class = view_class_find(out->words[1]);
        return out->class ? ERR_OK
                          : fail(note, ERR_USAGE, "key %s: there is no screen '%s'", row->key,
                                 out->words[1]);
    }
    out->kind = BINDING_COMMAND;
    out->fixed = fixed_words(out, &desk->life);
    if (command_words(out->count, out->words, &out->command, &used, &inner) != ERR_OK)
        return fail(note, ERR_MISSING, "key %s: %s", row->key, inner.text);
    return ERR_OK;
}

enum err bindings_make(struct desk *desk, struct note *note)
{
    char name[KEYCODE_TEXT];
    size_t rows = 0;

    while (keys_all[rows].scope)
        rows++;
    desk->bindings = arena_new(&desk->life, (rows + 1) * sizeof *desk->bindings);
    desk->binding_count = 0;
    for (size_t i = 0; i < rows; i++) {
        struct binding *binding = &desk->bindings[desk->binding_count];
        *binding = (struct binding){.row = &keys_all[i]};
        TRY(keycode_parse(keys_all[i].key, &binding->key, note));
        binding->name = arena_text(&desk->life, keycode_name(binding->key, name));
        enum err e = text_read(desk, &keys_all[i], binding, note);
        if (e == ERR_OK)
            desk->binding_count++;
        else if (e != ERR_MISSING)
            return e;
    }
    return ERR_OK;
}

/* ---- finding ---- */

bool view_types(const struct view *view)
{
    return view->class->kind == VIEW_FORM || view->class->types;
}

const char *view_scope(const struct view *view)
{
    if (view->has_page)
        return "page";
    /* Home and the like belong to what is typed */
    return view->class->types ? "" : view_kind_scope(view->class->kind);
}

static int scope_rank(const char *scope, const struct view *view)
{
    if (strcmp(scope, view->class->name) == 0)
        return 3;
    if (strcmp(scope, view_scope(view)) == 0)
        return 2;
    /* letters are typed in a form, never commands */
    return strcmp(scope, "global") == 0 ? 1 : 0;
}

bool binding_in_scope(const struct binding *binding, const struct view *view)
{
    return scope_rank(binding->row->scope, view) > 0;
}

const struct binding *binding_of_key(const struct desk *desk, const struct view *view,
                                     struct key key)
{
    const struct binding *best = NULL;
    int rank = 0;

    for (size_t i = 0; i < desk->binding_count; i++) {
        const struct binding *binding = &desk->bindings[i];
        int mine = scope_rank(binding->row->scope, view);
        if (mine > rank && key_same(binding->key, key)) {
            best = binding;
            rank = mine;
        }
    }
    return best;
}

const char *binding_help(const struct binding *binding, struct arena *arena)
{
    switch (binding->kind) {
    case BINDING_MOTION: return motion_help(binding->motion);
    case BINDING_DESK: return binding->word->help;
    case BINDING_VIEW: return binding->view_word->help;
    case BINDING_GO: return binding->class->help;
    default:
        return *binding->fixed
                   ? arena_format(arena, "%s: %s", binding->fixed, binding->command->summary)
                   : binding->command->summary;
    }
}

#define WORDS_MAX 64 /* of a line in the table */

const char *binding_why_not(struct desk *desk, const struct binding *binding)
{
    struct subject subject;
    const char *missing = NULL;
    char *filled[WORDS_MAX];

    if (binding->count > 0 && binding->count < WORDS_MAX)
        desk_fill(desk, desk->top, binding->words, binding->count, filled, &missing);
    if (missing && (strcmp(missing, "about") == 0 || strcmp(missing, "id") == 0))
        return "there is nothing here yet for which it could be done";
    if (missing)
        return arena_format(&desk->arena, "there is no %s on this row", missing);
    view_subject(desk->top, &subject);
    if (binding->kind == BINDING_DESK && binding->word->run == acts_run && !subject.document &&
        !subject.customer)
        return "there is no paper and no customer here";
    if (binding->kind == BINDING_VIEW && desk->top->class->why_not)
        return desk->top->class->why_not(desk->top, binding->view_word);
    if (binding->kind == BINDING_GO)
        return view_why_not(desk, binding->class);
    if (binding->kind != BINDING_COMMAND)
        return NULL;
    return command_why_not(desk->session, binding->command, &subject, &desk->arena);
}

/* Marked rows are never passed over in silence. */
static void one_row_say(struct desk *desk, const struct binding *binding, const struct view *view,
                        size_t marked)
{
    bool row = false;

    for (int i = 0; i < binding->count; i++) {
        if (strstr(binding->words[i], "..}"))
            return;
        row = row || (binding->words[i][0] == '{' && strcmp(binding->words[i], "{about}") != 0);
    }
    if (row && marked > 0 && !desk->message[0] && desk->top != view)
        desk_say(desk, STYLE_NORMAL, "Of the row under the cursor alone, not of the %zu marked.",
                 marked);
}

void binding_run(struct desk *desk, const struct binding *binding)
{
    const char *why = binding_why_not(desk, binding);

    if (why)
        desk_say(desk, STYLE_ERROR, "Not now: %s.", why);
    else if (binding->kind == BINDING_MOTION)
        view_motion(desk->top, binding->motion);
    else if (binding->kind == BINDING_DESK)
        binding->word->run(desk);
    else if (binding->kind == BINDING_VIEW)
        view_react(desk->top, binding->view_word->run(desk->top));
    else {
        const struct view *view = desk->top;
        const size_t marked = view_marked(view);
        desk_run_template(desk, binding->row->text);
        one_row_say(desk, binding, view, marked);
    }
}

/* ---- the bottom bar ---- */

static bool is_before(const struct binding *a, const struct binding *b)
{
    return a->row->bar < b->row->bar;
}

/* Keys that the bar shows with their companions. */
static const char *const companions[][2] = {{"[", "[ ]"}, {"{", "{ }"}, {"s", "< > s"}};

static struct frame_key bar_key(const struct binding *binding)
{
    const struct key_row *row = binding->row;

    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++)
        if (strcmp(companions[i][0], row->key) == 0 && strcmp(row->scope, "form") != 0)
            return (struct frame_key){companions[i][1], row->label};
    return (struct frame_key){binding->name, row->label};
}

static int bar_cells(const struct binding *binding)
{
    struct frame_key key = bar_key(binding);
    return text_width(key.key) + 1 + text_width(key.text) + 2;
}

int bindings_bar(struct desk *desk, struct frame_key *out, int room)
{
    const struct binding *chosen[32];
    int count = 0, cells = 1;

    for (size_t i = 0; i < desk->binding_count; i++) {
        const struct binding *binding = &desk->bindings[i];
        if (binding->row->bar == 0 || !binding_in_scope(binding, desk->top) ||
            binding_of_key(desk, desk->top, binding->key) != binding ||
            (view_types(desk->top) && key_is_text(binding->key) &&
             strcmp(binding->row->scope, desk->top->class->name) != 0) ||
            count == (int)(sizeof chosen / sizeof *chosen) || binding_why_not(desk, binding))
            continue;
        cells += bar_cells(binding);
        int at = count++;
        for (; at > 0 && is_before(binding, chosen[at - 1]); at--)
            chosen[at] = chosen[at - 1];
        chosen[at] = binding;
    }
    /* help stands last and stays: the others make room, the last ones first */
    while (count > 1 && (count > room || cells - 2 > term_columns())) {
        cells -= bar_cells(chosen[count - 2]);
        chosen[count - 2] = chosen[count - 1];
        count--;
    }
    for (int i = 0; i < count; i++)
        out[i] = bar_key(chosen[i]);
    return count;
}
