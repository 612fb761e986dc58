/* v_outbox: what was sent, and the mails that wait, went, or did not. */
#include "view/views.h"

#include <string.h>

static unsigned all_turn(struct view *view)
{
    view->extra = *view->extra ? "" : "all";
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word open_words[] = {
    {"open or all", "only what is open; again: everything", all_turn},
    {0},
};

static const char *customer_arg(struct view *view)
{
    struct arena *arena = &view->desk->arena;

    return *view->about
               ? arena_format(arena, " --customer %s", desk_word_quoted(view->about, arena))
               : "";
}

static const char *outbox_twin(struct view *view)
{
    return arena_format(&view->desk->arena, "outbox list%s%s", customer_arg(view),
                        *view->extra ? "" : " --open");
}

const struct view_class view_outbox = {
    .name = "outbox",
    .title = "Outbox",
    .help = "mails that wait to be sent, that were refused, or of which nobody knows",
    .kind = VIEW_LIST,
    .twin = outbox_twin,
    .words = open_words,
    .opens = "go sentpage {number}",
    .empty = "No mail waits; @ on an invoice or a customer puts one here, o shows those that went.",
};

static const char *sent_twin(struct view *view)
{
    return arena_format(&view->desk->arena, "sent list%s --sort -id", customer_arg(view));
}

const struct view_class view_sent = {
    .name = "sent",
    .title = "Sent",
    .help = "statements, papers and letters as they went out",
    .kind = VIEW_LIST,
    .twin = sent_twin,
    .opens = "go sentpage {id}",
    .empty = "Nothing was sent yet; + writes statements.",
};

const struct view_class view_sentpage = {
    .name = "sentpage",
    .title = "Sent",
    .kind = VIEW_PAGE,
    .needs_about = true,
    .runs = "sent show {about}",
};
