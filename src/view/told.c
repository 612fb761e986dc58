#include "view/told.h"

#include "view/views.h"

static bool wants_eyes(const struct table *told)
{
    return told->count > 1 || (told->count == 1 && told->rows[0].mark != ' ');
}

void told_show(struct desk *desk, struct table *told)
{
    if (!wants_eyes(told))
        return;
    const enum err e = desk_push(desk, view_class_find("told"), NULL, NULL);

    if (e == ERR_OK) {
        struct table *kept = desk->top->state;
        *kept = *told;
        table_init(told);
    }
    desk_say_failure(desk, e == ERR_OK ? view_load(desk->top) : e);
}

static enum err load(struct view *view)
{
    const struct table *told = view->state;

    if (told->head.count == 0)
        return ERR_OK;
    struct sink sink = view_sink(view);
    view->where = told->head.title;
    TRY(sink.head(sink.self, &told->head));
    for (size_t i = 0; i < told->count; i++)
        TRY(sink.row(sink.self, &told->rows[i]));
    return sink.foot(sink.self, told->proof);
}

static void done(struct view *view)
{
    table_done(view->state);
}

static const struct view_word words[] = {
    {"look", "the paper of this row, or its customer", view_subject_open},
    {0},
};

const struct view_class view_told = {
    .name = "told",
    .title = "What was done",
    .kind = VIEW_LIST,
    .state_size = sizeof(struct table),
    .needs_about = true,
    .words = words,
    .load = load,
    .opens = "look",
    .done = done,
    .empty = "Nothing was told.",
};
