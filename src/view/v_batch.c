/* v_batch: batches, and the lines of one: what is entered, changed, moved, taken out, posted. */
#include "report/batchlook.h"
#include "view/batchdesk.h"
#include "view/views.h"

#include <string.h>

/* ---- all of them ---- */

static unsigned all_turn(struct view *view)
{
    view->extra = strcmp(view->extra, "all") == 0 ? "" : "all";
    return REACT_USED | REACT_RELOAD;
}

static const char *batches_twin(struct view *view)
{
    return strcmp(view->extra, "all") == 0 ? "batch list" : "batch list --open";
}

static const struct view_word batches_words[] = {
    {"open or all", "only what is open; again: everything", all_turn},
    {0},
};

const struct view_class view_batches = {
    .name = "batches",
    .title = "Batches",
    .help = "batches of payments, and how far they are",
    .kind = VIEW_LIST,
    .words = batches_words,
    .twin = batches_twin,
    .opens = "go batch {batch}",
    .empty = "No batch is open; + opens one, o shows the others.",
};

/* ---- one ---- */

static enum err load(struct view *view)
{
    const struct session *session = view->desk->session;
    struct batchlook look;
    struct batch batch;

    TRY(view_command_load(view));
    TRY(batch_find(view->desk->book, view->about, &view->arena, &batch));
    TRY(batchlook_make(view->desk->book, batch.id, &session->notation, &view->arena, &look));
    view->about = arena_text(&view->life, batch.number);
    view->where =
        arena_format(&view->arena, "Batch %s  %s", batch.number, batch_state_word(batch.state));
    view->means = arena_text(&view->arena, batch_means(view->desk, &batch, view->where));
    view->proof = look.swap ? arena_format(&view->arena, "! %s", look.swap)
                  : *look.missing
                      ? arena_format(&view->arena, "On the tape and not entered: %s", look.missing)
                      : NULL;
    return ERR_OK;
}

static enum err batch_here(struct view *view, struct batchdesk *out)
{
    batchdesk_init(out, view->desk);
    return batchdesk_enter(out, view->about);
}

static unsigned word_post(struct view *view)
{
    struct batchdesk here;
    unsigned reaction = REACT_USED | REACT_REDRAW;
    const enum err e = batch_here(view, &here);

    if (e == ERR_OK)
        reaction = batchdesk_post(&here);
    desk_say_failure(view->desk, e);
    batchdesk_done(&here);
    return reaction;
}

static unsigned word_take_back(struct view *view)
{
    struct batchdesk here;
    unsigned reaction = REACT_USED | REACT_REDRAW;
    const enum err e = batch_here(view, &here);

    if (e == ERR_OK)
        reaction = batchdesk_remove_last(&here);
    desk_say_failure(view->desk, e);
    batchdesk_done(&here);
    return reaction;
}

static const struct view_word batch_words[] = {
    {"post", "posts the batch, once the difference is 0", word_post},
    {"take back", "takes the line out that was entered last", word_take_back},
    {0},
};

const struct view_class view_batch = {
    .name = "batch",
    .title = "Batch",
    .kind = VIEW_LIST,
    .needs_about = true,
    .words = batch_words,
    .load = load,
    .runs = "batch show {about}",
    .opens = "payment receive --batch {about} --line {line} ...",
    .empty = "No line yet; p enters payments.",
};
