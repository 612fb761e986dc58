/* v_worklist: whom to call today, and everything that a call leads to, without leaving the list. */
#include "ledger/book.h"
#include "report/r_worklist.h"
#include "view/pick.h"
#include "view/views.h"

#include <stdlib.h>
#include <string.h>

#define PAGE_ROWS 200

/* What was done moves no row away from under one's hands: the order stays that of the first load
 * until it is asked for again. */
struct calls {
    struct sink behind;
    int64_t *ids; /* rows in the order that is kept */
    size_t count, room, passed;
};

static enum err calls_head(void *self, const struct table_head *head)
{
    struct calls *calls = ((struct view *)self)->state;

    return calls->behind.head(calls->behind.self, head);
}

static void id_keep(struct calls *calls, int64_t id)
{
    if (calls->passed < calls->count)
        return; /* is there already: those come first, in their order */
    if (calls->count == calls->room) {
        calls->room = calls->room * 2 + 256;
        calls->ids = mem_resize(calls->ids, calls->room, sizeof *calls->ids);
    }
    calls->ids[calls->count++] = id;
}

static enum err calls_row(void *self, const struct row *row)
{
    struct view *view = self;
    struct calls *calls = view->state;

    if (!view->where_text && view->wanted && calls->passed == view->wanted) {
        view->more = true;
        return ERR_CANCELLED; /* load knows that it means enough */
    }
    id_keep(calls, row->id);
    calls->passed++;
    return calls->behind.row(calls->behind.self, row);
}

static enum err calls_foot(void *self, const char *proof)
{
    struct calls *calls = ((struct view *)self)->state;

    return calls->behind.foot(calls->behind.self, proof);
}

static enum err load(struct view *view)
{
    struct calls *calls = view->state;
    struct aging_options options;
    struct sink sink = {calls_head, calls_row, calls_foot, view};

    aging_options_init(&options, view->desk->book);
    options.as_of = view->desk->session->today;
    options.part.collector = *view->about ? view->about : NULL;
    calls->behind = view_sink(view);
    calls->passed = 0;
    const struct worklist_order order = {calls->ids, calls->count};
    enum err e = worklist_table(view->desk->book, &options, &order, &sink);
    if (e == ERR_CANCELLED && view->more)
        e = ERR_OK;
    if (*view->about)
        view->where = arena_format(&view->arena, "Worklist of %s", view->about);
    return e;
}

static enum err start(struct view *view)
{
    view->wanted = PAGE_ROWS;
    return ERR_OK;
}

static void done(struct view *view)
{
    struct calls *calls = view->state;

    free(calls->ids);
}

/* ---- words ---- */

static unsigned sort_again(struct view *view)
{
    struct calls *calls = view->state;

    calls->count = 0;
    desk_say(view->desk, STYLE_NORMAL, "By score again.");
    return REACT_USED | REACT_RELOAD;
}

static unsigned points_show(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const char *points = view_cell(view, "points"), *name = view_cell(view, "name");
    char *lines = points ? arena_text(arena, points) : NULL;

    if (!lines)
        return REACT_USED;
    for (char *p = lines; (p = strchr(p, ';'));) {
        *p = '\n';
        memmove(p + 1, p + 2, strlen(p + 2) + 1);
    }
    desk_tell(view->desk, arena_format(arena, "Score of %s", name ? name : ""), lines);
    return REACT_USED | REACT_REDRAW;
}

/* A dispute is on a paper, and the row is of a customer: which one is asked first. */
static unsigned dispute_open(struct view *view)
{
    struct desk *desk = view->desk;
    struct subject subject = {0};

    view_subject(view, &subject);
    if (!subject.customer)
        return REACT_USED;
    const char *number = pick_code(desk, NULL, ARG_DOCUMENT, "", subject.customer, true);
    if (number)
        desk_run(desk, arena_format(&desk->arena, "dispute open --invoice %s ...",
                                    desk_word_quoted(number, &desk->arena)));
    return REACT_USED | REACT_REDRAW;
}

static const struct view_word words[] = {
    {"points", "every rule that gave points, and the sum", points_show},
    {"dispute", "which paper the customer questions, and why", dispute_open},
    {"reload", "read it again, by score", sort_again},
    {0},
};

static const char *twin(struct view *view)
{
    struct arena *arena = &view->desk->arena;

    return *view->about ? arena_format(arena, "report worklist --collector %s",
                                       desk_word_quoted(view->about, arena))
                        : "report worklist";
}

const struct view_class view_worklist = {
    .name = "worklist",
    .title = "Worklist",
    .help = "whom to call today, the most urgent first",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct calls),
    .opens = "go customer {customer}",
    .empty = "Nobody is to be called.",
    .words = words,
    .start = start,
    .load = load,
    .done = done,
    .twin = twin,
};
