/* v_recurring: templates of recurring invoices with the day of the next, and what is due now. */
#include "view/views.h"

#include <string.h>

static const char *about_line(struct view *view, const char *line)
{
    struct arena *arena = &view->desk->arena;

    return *view->about
               ? arena_format(arena, "%s --customer %s", line, desk_word_quoted(view->about, arena))
               : line;
}

static const char *recurring_twin(struct view *view)
{
    const char *line = about_line(view, "recurring list");

    return strcmp(view->extra, "all") == 0 ? arena_format(&view->desk->arena, "%s --all", line)
                                           : line;
}

static unsigned all_turn(struct view *view)
{
    view->extra = strcmp(view->extra, "all") == 0 ? "" : "all";
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word recurring_words[] = {
    {"open or all", "those that go on; again: those that have ended too", all_turn},
    {0},
};

const struct view_class view_recurring = {
    .name = "recurring",
    .title = "Recurring invoices",
    .help = "invoices that come again, and the day of the next",
    .kind = VIEW_LIST,
    .twin = recurring_twin,
    .words = recurring_words,
    .opens = "go template {recurring}",
    .empty = "No invoice comes again; + adds a template, o shows those that ended.",
};

const struct view_class view_template = {
    .name = "template",
    .title = "Recurring invoice",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "recurring show {about}",
};

static const char *due_twin(struct view *view)
{
    return about_line(view, "recurring preview");
}

static unsigned due_post(struct view *view)
{
    desk_run(view->desk, about_line(view, "recurring run"));
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word due_words[] = {
    {"post", "makes all that is due today", due_post},
    {0},
};

const struct view_class view_recurringdue = {
    .name = "recurringdue",
    .title = "Recurring invoices that are due",
    .help = "recurring invoices that a run would make now",
    .kind = VIEW_LIST,
    .twin = due_twin,
    .words = due_words,
    .opens = "go template {recurring}",
    .empty = "Nothing is due today; F9 looks ahead.",
};
