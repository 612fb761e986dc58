/* v_charges: the draft of late charges that waits, or what they would come to. */
#include "ledger/charge.h"
#include "view/views.h"

#include <string.h>

static int64_t waiting(struct view *view)
{
    int64_t id = 0;

    return charge_run_waiting(view->desk->book, &id) == ERR_OK ? id : 0;
}

static const char *charges_twin(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const int64_t id = waiting(view);

    if (*view->about) /* of one customer: what it comes to, whatever waits */
        return arena_format(arena, "charge preview --customer %s",
                            desk_word_quoted(view->about, arena));
    return id ? arena_format(arena, "charge review --run %lld", (long long)id) : "charge preview";
}

static enum err charges_load(struct view *view)
{
    const int64_t id = waiting(view);

    TRY(view_command_load(view));
    if (*view->about)
        view->means = "* would be charged";
    else if (id)
        view->means =
            arena_format(&view->arena, "draft of run %lld: - is left out", (long long)id);
    else
        view->means = "* would be charged; + makes a draft of it";
    return ERR_OK;
}

/* What is only looked at is neither posted nor are lines of it left out. */
static const char *why_not(struct view *view, const struct view_word *word)
{
    (void)word;
    if (*view->about)
        return "this is one customer's part; :chg shows the draft, and posts it";
    return waiting(view) ? NULL : "this is a preview; + makes a draft of it";
}

static unsigned word_leave(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    const struct row *row = listbox_row(&view->box);
    const char *document = view_cell(view, "document"), *part = view_cell(view, "instalment");

    if (!row || row->kind != ROW_DATA || !document)
        return REACT_USED | REACT_BEEP;
    desk_run(view->desk, arena_format(arena, "charge leave --document %s --instalment %s%s",
                                      desk_word_quoted(document, arena), part ? part : "1",
                                      row->mark == '-' ? " --back" : ""));
    listbox_go(&view->box, MOTION_DOWN);
    return REACT_USED | REACT_RELOAD;
}

static unsigned word_post(struct view *view)
{
    desk_run(view->desk, "charge post");
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word words[] = {
    {"mark", "leaves this item out of the draft; again: takes it in", word_leave},
    {"post", "posts the draft without what is left out", word_post},
    {0},
};

const struct view_class view_charges = {
    .name = "charges",
    .title = "Late charges",
    .help = "what late payment costs: a draft that is looked at and posted",
    .kind = VIEW_LIST,
    .load = charges_load,
    .twin = charges_twin,
    .words = words,
    .why_not = why_not,
    .opens = "charge explain --document {document} --instalment {instalment}",
    .empty = "Nobody owes interest; % enters its rates.",
};

const struct view_class view_charged = {
    .name = "charged",
    .title = "Charged",
    .help = "what was charged for late payment, line by line",
    .kind = VIEW_LIST,
    .runs = "charge list",
    .opens = "charge show {charge}",
    .empty = "Nothing was charged yet.",
};
