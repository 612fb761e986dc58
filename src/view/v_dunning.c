/* v_dunning: what a run of dunning would send today, before it is written; its letters and runs. */
#include "view/views.h"

#include <stdlib.h>
#include <string.h>

/* Customers that are left out of the run: it stays so when the list is loaded again. */
struct run {
    char **codes;
    size_t count, room;
};

static const char *except(struct view *view, const struct run *run)
{
    struct arena *arena = &view->desk->arena;
    const char *list = "";

    for (size_t i = 0; i < run->count; i++)
        list = arena_format(arena, "%s%s%s", list, i ? "; " : "", run->codes[i]);
    return list;
}

/* Opened on a customer, or on the marked ones of a list: "ACME; BOLT". */
static const char *whose_arg(const struct view *view)
{
    return strchr(view->about, ';') ? "only" : "customer";
}

static const char *twin(struct view *view)
{
    const struct run *run = view->state;
    struct arena *arena = &view->desk->arena;
    const char *line = "dunning preview";

    if (*view->about)
        line = arena_format(arena, "%s --%s %s", line, whose_arg(view),
                            desk_word_quoted(view->about, arena));
    if (*view->extra)
        line = arena_format(arena, "%s --collector %s", line, desk_word_quoted(view->extra, arena));
    if (run->count)
        line =
            arena_format(arena, "%s --except %s", line, desk_word_quoted(except(view, run), arena));
    return line;
}

/* How many of how many items. */
static size_t letters(struct view *view, size_t *items)
{
    const int level = table_column(&view->table.head, "level");
    size_t count = 0;

    *items = 0;
    for (size_t i = 0; level >= 0 && i < view->table.count; i++) {
        const struct row *row = &view->table.rows[i];
        *items += row->kind == ROW_DATA;
        count += row->kind == ROW_DATA && row->cells[level].kind != CELL_NONE;
    }
    return count;
}

static enum err load(struct view *view)
{
    const struct run *run = view->state;
    size_t items;

    TRY(view_command_load(view));
    const size_t dunned = letters(view, &items);
    view->means =
        arena_format(&view->arena, "%zu of %zu to be dunned%s", dunned, items,
                     run->count ? arena_format(&view->arena, ", %zu left out", run->count) : "");
    return ERR_OK;
}

/* ---- keys ----------------------------------------------------------------------------------- */

static unsigned refuse(struct view *view, const char *words)
{
    desk_say(view->desk, STYLE_ERROR, "%s", words);
    return REACT_USED | REACT_REDRAW | REACT_BEEP;
}

/* A letter is to a customer, so a customer is left out whole. */
static unsigned word_leave(struct view *view)
{
    struct run *run = view->state;
    const char *code = view_cell(view, "customer");

    if (!code || !*code)
        return REACT_USED | REACT_BEEP;
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->codes[i], code) == 0) {
            desk_say(view->desk, STYLE_NORMAL, "%s is in the run again.", code);
            free(run->codes[i]);
            run->codes[i] = run->codes[--run->count];
            return REACT_USED | REACT_RELOAD;
        }
    if (run->count == run->room) {
        run->room = run->room * 2 + 16;
        run->codes = mem_resize(run->codes, run->room, sizeof *run->codes);
    }
    desk_say(view->desk, STYLE_NORMAL, "%s is left out of the run.", code);
    char *copy = mem_new(strlen(code) + 1, 1);
    memcpy(copy, code, strlen(code));
    run->codes[run->count++] = copy;
    return REACT_USED | REACT_RELOAD;
}

static unsigned word_why(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *document = view_cell(view, "document"), *why = view_cell(view, "why"),
               *pending = view_cell(view, "pending"), *name = view_cell(view, "name");

    if (!document)
        return REACT_USED | REACT_BEEP;
    const char *text = why ? why : "";
    if (pending && *pending)
        text = arena_format(arena, "%s\n\nMoney is on the way: %s", text, pending);
    desk_tell(view->desk, arena_format(arena, "%s  %s", document, name ? name : ""), text);
    return REACT_USED | REACT_REDRAW;
}

/* The letters to the customer under the cursor as they would go out. */
static unsigned word_look(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *level = view_cell(view, "level");

    if (!level || !*level)
        return word_why(view);
    desk_run(view->desk, arena_format(arena, "go letterdraft %s",
                                      desk_word_quoted(view_cell(view, "customer"), arena)));
    return REACT_USED | REACT_REDRAW;
}

static enum err args_make(struct view *view, struct args *args)
{
    struct session *session = view->desk->session;
    const struct run *run = view->state;

    args_init(args, command_find("dunning", "run"), &view->desk->arena, &session->habit,
              &notation_plain);
    if (*view->about)
        TRY(args_set(args, whose_arg(view), view->about, session->note));
    if (*view->extra)
        TRY(args_set(args, "collector", view->extra, session->note));
    return run->count ? args_set(args, "except", except(view, run), session->note) : ERR_OK;
}

static unsigned word_post(struct view *view)
{
    struct args args;

    if (letters(view, &(size_t){0}) == 0)
        return refuse(view, "Nobody is to be dunned; W tells why.");
    if (args_make(view, &args) != ERR_OK)
        desk_say_failure(view->desk, view->desk->session->note->code);
    else
        desk_command(view->desk, &args, NULL);
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word words[] = {
    {"post", "writes the letters, as one run that u takes back", word_post},
    {"mark", "leaves this customer out of the run; again: takes it in", word_leave},
    {"open", "the letter as it would go out, or why there is none", word_look},
    {"why", "why it is dunned at this level, or left alone", word_why},
    {0},
};

static void done(struct view *view)
{
    struct run *run = view->state;

    for (size_t i = 0; i < run->count; i++)
        free(run->codes[i]);
    free(run->codes);
}

const struct view_class view_dunning = {
    .name = "dunning",
    .title = "Dunning",
    .help = "which letters are due, and what is left alone and why",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct run),
    .posts = "dunning run",
    .words = words,
    .load = load,
    .twin = twin,
    .done = done,
    .empty = "Nothing is past due.",
};

/* ---- letters and runs ----------------------------------------------------------------------- */

/* Opened on a customer, or, behind that, on a run. */
static const char *letters_twin(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *line = "dunning list --sort=-letter";

    if (*view->about)
        line = arena_format(arena, "%s --customer %s", line, desk_word_quoted(view->about, arena));
    if (*view->extra)
        line = arena_format(arena, "%s --run %s", line, desk_word_quoted(view->extra, arena));
    return line;
}

const struct view_class view_letters = {
    .name = "letters",
    .title = "Letters of dunning",
    .help = "letters that went out, that wait to be checked, that were taken back",
    .kind = VIEW_LIST,
    .twin = letters_twin,
    .opens = "go letter {letter}",
    .empty = "No letter was written yet; D on a customer shows what is due.",
};

const struct view_class view_letterdraft = {
    .name = "letterdraft",
    .title = "Letter, not written yet",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "dunning draft --customer {about}",
};

const struct view_class view_letter = {
    .name = "letter",
    .title = "Letter",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "dunning show {about}",
};

const struct view_class view_dunningruns = {
    .name = "dunningruns",
    .title = "Runs of dunning",
    .help = "the runs that wrote letters",
    .kind = VIEW_LIST,
    .runs = "dunning runs",
    .opens = "go letters '' {run}",
    .empty = "No run yet; `go dunning` shows what one would send.",
};

const struct view_class view_blocks = {
    .name = "blocks",
    .title = "Blocks of dunning",
    .help = "customers and papers that are left alone, and until when",
    .kind = VIEW_LIST,
    .runs = "dunning blocks --customer {about} --open",
    .opens = "go customer {customer}",
    .empty = "Nothing is blocked; + blocks a customer or a paper.",
};

const struct view_class view_levels = {
    .name = "levels",
    .title = "Levels of dunning",
    .help = "from how many days on, with which fee and minimum",
    .kind = VIEW_LIST,
    .runs = "dunning-level list",
    .opens = "dunning-level set --level {level} --scheme {scheme} ...",
};
