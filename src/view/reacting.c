/* reacting: what a widget said about a key, done on the desk: open, close, load more, move. */
#include "tui/term.h"
#include "view/views.h"

#include <string.h>

void view_open(struct view *view, const char *text)
{
    struct desk *desk = view->desk;
    const char *missing = NULL;
    char **words, **filled;
    int count;

    if (words_split(text, &desk->arena, &words, &count, desk->session->note) == ERR_OK) {
        filled = arena_new(&desk->arena, (size_t)(count + 1) * sizeof *filled);
        desk_fill(desk, view, words, count, filled, &missing);
    }
    const struct row *row =
        view->class->kind == VIEW_LIST && view->box.head ? listbox_row(&view->box) : NULL;
    if (missing && row && row->kind != ROW_DATA)
        desk_say(desk, STYLE_NORMAL, "This is a sum; Enter opens the rows above it.");
    else if (missing && strcmp(missing, "id") == 0)
        desk_say(desk, STYLE_NORMAL, "There is nothing to open on this row.");
    else if (missing)
        desk_say(desk, STYLE_NORMAL, "There is nothing to open here: no %s.", missing);
    else
        desk_run_template(desk, text);
}

unsigned view_subject_open(struct view *view)
{
    struct subject subject;

    view_subject(view, &subject);
    if (subject.document || subject.customer)
        desk_run_template(view->desk,
                          subject.document ? "go document {document}" : "go customer {customer}");
    else
        desk_say(view->desk, STYLE_NORMAL, "There is nothing behind this row.");
    return REACT_USED;
}

void view_react(struct view *view, unsigned reaction)
{
    struct desk *desk = view->desk;

    if (reaction & REACT_BEEP) {
        const char *words = view->has_page                   ? view->pager.message
                            : view->class->kind == VIEW_LIST ? view->box.message
                            : view->class->kind == VIEW_FORM ? view->form.note.text
                                                             : NULL;
        if (words && *words)
            desk_say(desk, STYLE_ERROR, "%s", words);
        term_beep();
    } else if (view->class->kind == VIEW_LIST && !view->has_page && view->box.message) {
        desk_say(desk, STYLE_NORMAL, "%s", view->box.message);
        view->box.message = NULL; /* said once */
    }
    if (reaction & REACT_SORT) {
        if (view->source.count || view->class->load)
            desk_say_failure(desk, view_load(view));
        else
            view_shown_again(view);
    }
    if (reaction & REACT_RELOAD)
        desk_say_failure(desk, view_load(view));
    if ((reaction & REACT_OPEN) && view->class->opens)
        view_open(view, view->class->opens);
    if (reaction & REACT_QUIT)
        desk->leave = true;
    if (reaction & REACT_CLOSE) {
        if (view->below)
            desk_back(desk);
        else
            desk_say(desk, STYLE_NORMAL, "This is the first screen; q leaves.");
    }
}

/* At the end of what is loaded: twice as much, or all of it for who wants the end. */
static void more_load(struct view *view, enum motion motion)
{
    struct listbox *box = &view->box;

    if (motion != MOTION_DOWN && motion != MOTION_PAGE_DOWN && motion != MOTION_LAST)
        return;
    view->wanted = motion == MOTION_LAST ? 0 : view->wanted * 2;
    desk_say_failure(view->desk, view_load(view));
    if (motion == MOTION_LAST)
        listbox_go(box, MOTION_LAST);
}

void view_motion(struct view *view, enum motion motion)
{
    unsigned reaction = REACT_NONE;

    if (motion == MOTION_CLOSE)
        reaction = REACT_CLOSE;
    else if (view->has_page)
        reaction = motion == MOTION_OPEN ? REACT_OPEN : pager_go(&view->pager, motion);
    else if (view->class->kind == VIEW_LIST) {
        reaction = listbox_go(&view->box, motion);
        if (view->more && view->box.at + 1 >= view->box.count)
            more_load(view, motion);
    }
    view_react(view, reaction);
}
