#include "view/deskword.h"

#include "base/text.h"
#include "tui/term.h"
#include "view/acts.h"
#include "view/locking.h"
#include "view/editing.h"
#include "view/noting.h"
#include "view/palette.h"
#include "view/savedlist.h"
#include "view/sending.h"
#include "view/undo.h"

#include <stdlib.h>
#include <string.h>

static void prompt_run(struct desk *desk)
{
    const char *line;

    if (desk_line(desk, ":", "", true, &line))
        desk_run_typed(desk, line);
}

/* From here on, and then from the top, as one means it; what is nowhere leaves the cursor alone. */
static unsigned list_search(struct view *view, const char *text)
{
    struct listbox *box = &view->box;
    struct desk *desk = view->desk;
    const int64_t id = box->id;
    const size_t at = box->at;
    unsigned reaction = listbox_search(box, text);

    if (!(reaction & REACT_BEEP) || sought_is_empty(&box->sought))
        return reaction;
    listbox_go(box, MOTION_FIRST);
    reaction = at > 0 ? listbox_search(box, text) : reaction;
    if (!(reaction & REACT_BEEP)) {
        if (!box->message)
            box->message = "Found above; the search went on from the top.";
        return reaction;
    }
    listbox_to_id(box, id);
    box->message =
        arena_format(&desk->arena, "Nothing here has '%s'%s.", text,
                     view->where_text ? "; the filter f lets only some rows through" : "");
    return reaction;
}

static void search_run(struct desk *desk)
{
    struct view *view = desk->top;
    const char *text;

    if (!view->has_page && view->class->kind != VIEW_LIST)
        return;
    if (!desk_line(desk, "/", "", false, &text))
        return;
    if (view->has_page) {
        view_react(view, pager_search(&view->pager, text));
        return;
    }
    if (view->more) { /* all of it, or "nothing" would not be true */
        view->wanted = 0;
        desk_say_failure(desk, view_load(view));
    }
    view_react(view, list_search(view, text));
}

static void filter_run(struct desk *desk)
{
    struct view *view = desk->top;
    const char *text, *old = view->where_text ? view->where_text : "";

    if (view->has_page || view->class->kind != VIEW_LIST) {
        desk_say(desk, STYLE_ERROR, "Only lists are filtered; / searches here.");
        return;
    }
    if (!desk_line(desk, "only where", old, false, &text))
        return;
    char *before = view->where_text;
    view->where_text = NULL;
    if (*text) {
        size_t len = strlen(text) + 1;
        view->where_text = mem_new(len, 1);
        memcpy(view->where_text, text, len);
    }
    enum err e = view_load(view);
    if (e == ERR_OK) {
        free(before);
        return;
    }
    desk_say_failure(desk, e);
    char words[sizeof desk->message];
    memcpy(words, desk->message, sizeof words);
    free(view->where_text);
    view->where_text = before;
    view_load(view);
    memcpy(desk->message, words, sizeof words);
}

static void twin_run(struct desk *desk)
{
    const char *line = savedlist_line(desk->top);

    if (!line) {
        desk_say(desk, STYLE_NORMAL, "This screen is no single command.");
        return;
    }
    desk_tell(desk, "The same in the shell",
              arena_format(&desk->arena, "arledger -b %s %s",
                           desk_word_quoted(desk->session->book_path, &desk->arena), line));
}

static void reload_run(struct desk *desk)
{
    enum err e = view_load(desk->top);

    if (e == ERR_OK)
        desk_say(desk, STYLE_NORMAL, "Loaded again.");
    desk_say_failure(desk, e);
}

static void redraw_run(struct desk *desk)
{
    (void)desk;
    term_redraw();
}

static void suspend_run(struct desk *desk)
{
    (void)desk;
    term_suspend();
}

static void cancel_run(struct desk *desk)
{
    desk_say(desk, STYLE_NORMAL,
             "Nothing is running; q goes back, and leaves from the first "
             "screen.");
}

static void quit_run(struct desk *desk)
{
    desk->leave = true;
}

static const struct desk_word desk_words[] = {
    {"help", "the keys that are valid here; Enter runs one", help_run},
    {"palette", "everything that can be done, by name", palette_run},
    {"prompt", "type a command", prompt_run},
    {"search", "search in what is shown", search_run},
    {"filter", "show only some rows: over-90 > 500 & collector = anna", filter_run},
    {"choose list", "open a list that was saved, or save this one under a name", savedlist_choose},
    {"save list", "keep what is shown, with its filter and order, under a name", savedlist_save},
    {"schedule", "the line by which cron brings what is shown again and again", savedlist_schedule},
    {"mail", "put what is shown into the outbox, as a mail with its PDF", savedlist_mail},
    {"export", "save what is shown as csv, json or text", export_run},
    {"print", "look at the sheets, then print them", print_run},
    {"acts", "what can be done with this paper or customer", acts_run},
    {"note", "a note on this customer, in your editor", noting_run},
    {"edit template", "change the template that is shown, in your editor", editing_template},
    {"undo", "take your last act back, after a look at how", undo_run},
    {"shell twin", "the command line that shows the same", twin_run},
    {"reload", "read it from the book again", reload_run},
    {"redraw", "draw the whole screen again", redraw_run},
    {"suspend", "back to the shell; `fg` there comes back", suspend_run},
    {"lock", "lock the screens; your password opens them again", locking_lock},
    {"cancel", "stop the running work", cancel_run},
    {"quit", "leave the program", quit_run},
    {0},
};

const struct desk_word *desk_word_find(const char *name)
{
    for (const struct desk_word *word = desk_words; word->name; word++)
        if (strcmp(word->name, name) == 0)
            return word;
    return NULL;
}
