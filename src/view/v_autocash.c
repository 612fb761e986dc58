/* The run of AutoCash over the money that waits: looked at first, posted as one entry. */
#include "view/views.h"

#include <stdlib.h>
#include <string.h>

#define POSTS '+' /* marks of a row */
#define LEFT_OUT '-'

/* What the clerk left out, by id of the row: it stays so when the list is loaded again. */
struct run {
    int64_t *left_out;
    size_t count, room;
};

static bool is_left_out(const struct run *run, int64_t id)
{
    for (size_t i = 0; i < run->count; i++)
        if (run->left_out[i] == id)
            return true;
    return false;
}

static void left_out_turn(struct run *run, int64_t id)
{
    for (size_t i = 0; i < run->count; i++)
        if (run->left_out[i] == id) {
            run->left_out[i] = run->left_out[--run->count];
            return;
        }
    if (run->count == run->room) {
        run->room = run->room * 2 + 16;
        run->left_out = mem_resize(run->left_out, run->room, sizeof *run->left_out);
    }
    run->left_out[run->count++] = id;
}

/* ---- the rows ------------------------------------------------------------------------------- */

static const char *range(struct view *view)
{
    const char *line = "";

    if (*view->about)
        line = arena_format(&view->desk->arena, " --from %s",
                            desk_word_quoted(view->about, &view->desk->arena));
    if (*view->extra)
        line = arena_format(&view->desk->arena, "%s --to %s", line,
                            desk_word_quoted(view->extra, &view->desk->arena));
    return line;
}

static const char *twin(struct view *view)
{
    return arena_format(&view->desk->arena, "payment autocash%s --explain", range(view));
}

/* A row that is found for certain has something to post: applied, or at least identified. */
static void rows_mark(struct view *view)
{
    const struct run *run = view->state;
    size_t posts = 0, payments = 0;

    for (size_t i = 0; i < view->table.count; i++) {
        struct row *row = &view->table.rows[i];
        payments += row->kind == ROW_DATA;
        if (row->kind != ROW_DATA || row->mark == '*')
            continue;
        row->mark = is_left_out(run, row->id) ? LEFT_OUT : POSTS;
        posts += row->mark == POSTS;
    }
    view->means = arena_format(&view->arena, "%zu of %zu to be posted", posts, payments);
}

static enum err load(struct view *view)
{
    TRY(view_command_load(view));
    rows_mark(view);
    return ERR_OK;
}

/* ---- keys ----------------------------------------------------------------------------------- */

static unsigned refuse(struct view *view, const char *words)
{
    desk_say(view->desk, STYLE_ERROR, "%s", words);
    return REACT_USED | REACT_REDRAW | REACT_BEEP;
}

static unsigned word_leave(struct view *view)
{
    const struct row *row = listbox_row(&view->box);

    if (!row || row->kind != ROW_DATA)
        return REACT_USED | REACT_BEEP;
    if (row->mark == '*')
        return refuse(view, "This one is not certain, so the run leaves it; Enter tells why.");
    left_out_turn(view->state, row->id);
    rows_mark(view);
    listbox_go(&view->box, MOTION_DOWN);
    return REACT_USED | REACT_REDRAW;
}

static const char *apart(const char *text, struct arena *arena)
{
    const char *out = "";

    for (const char *end; *text; text = *end ? end + 2 : end) {
        end = strstr(text, "; ");
        end = end ? end : text + strlen(text);
        out = arena_format(arena, "%s%s%.*s", out, *out ? "\n" : "", (int)(end - text), text);
    }
    return out;
}

static unsigned word_look(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *payment = view_cell(view, "payment"), *why = view_cell(view, "says"),
               *failed = view_cell(view, "misses"), *amount = view_cell(view, "amount");

    if (!payment)
        return REACT_USED | REACT_BEEP;
    const char *text = apart(why ? why : "", arena);
    if (failed && *failed)
        text = arena_format(arena, "%s\n\nRules that did not fit:\n%s", text, apart(failed, arena));
    desk_tell(view->desk, arena_format(arena, "%s  %s", payment, amount ? amount : ""), text);
    return REACT_USED | REACT_REDRAW;
}

/* The payments that are left out, as --except takes them. */
static const char *exceptions(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *list = NULL;

    for (size_t i = 0; i < view->table.count; i++) {
        const struct row *row = &view->table.rows[i];
        if (row->kind != ROW_DATA || row->mark != LEFT_OUT)
            continue;
        const char *number = cell_plain(&row->cells[0], arena);
        list = list ? arena_format(arena, "%s; %s", list, number) : number;
    }
    return list;
}

static size_t posting(const struct view *view)
{
    size_t posts = 0;

    for (size_t i = 0; i < view->table.count; i++)
        posts += view->table.rows[i].mark == POSTS;
    return posts;
}

static enum err args_make(struct view *view, struct args *args)
{
    struct session *session = view->desk->session;
    const char *except = exceptions(view);

    args_init(args, command_find("payment", "autocash"), &view->desk->arena, &session->habit,
              &notation_plain);
    if (*view->about)
        TRY(args_set(args, "from", view->about, session->note));
    if (*view->extra)
        TRY(args_set(args, "to", view->extra, session->note));
    if (except)
        TRY(args_set(args, "except", except, session->note));
    return args_set(args, "post", "yes", session->note);
}

static unsigned word_post(struct view *view)
{
    struct desk *desk = view->desk;
    struct args args;

    if (posting(view) == 0)
        return refuse(view, "Nothing is certain enough to be posted.");
    if (args_make(view, &args) != ERR_OK)
        desk_say_failure(desk, desk->session->note->code);
    else
        desk_command(desk, &args, NULL);
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word words[] = {
    {"post", "posts all that stands with +, as one entry that u takes back", word_post},
    {"mark", "leaves this payment out of the run; again: takes it in", word_leave},
    {"open", "what is proposed, and which rules did not fit", word_look},
    {0},
};

static void done(struct view *view)
{
    free(((struct run *)view->state)->left_out);
}

const struct view_class view_autocash = {
    .name = "autocash",
    .title = "AutoCash",
    .help = "what waiting money is for, by rules, before it is posted",
    .posts = "payment autocash",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct run),
    .hides = "misses",
    .words = words,
    .load = load,
    .twin = twin,
    .done = done,
    .empty = "No money waits.",
};
