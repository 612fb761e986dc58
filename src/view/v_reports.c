/* v_reports: the reports, each with the form of its parameters and a preview. */
#include "view/views.h"

#include "ledger/savedview.h"

#include <string.h>

#define SAVED_ID ((int64_t)1 << 32) /* above the numbers of the reports */

static const struct column columns[] = {
    {.name = "report", .title = "Report", .kind = CELL_CODE},
    {.name = "summary", .title = "What it tells", .kind = CELL_TEXT},
};

/* A report is a command that answers; `report schedule` is none. */
static enum err commands_pass(struct sink *sink)
{
    int64_t id = 0;

    for (size_t i = 0; commands_all[i]; i++) {
        const struct command *command = commands_all[i];
        if (strcmp(command->noun, "report") != 0 || (command->flags & COMMAND_HIDDEN) ||
            !(command->flags & (COMMAND_TABLE | COMMAND_PAGE)))
            continue;
        const struct cell cells[] = {cell_code(command->verb), cell_text(command->summary)};
        TRY(sink_row(sink, ++id, ' ', cells));
    }
    return ERR_OK;
}

/* Behind them, what was saved as it is set: its row has the name, and the line that it shows. */
static enum err saved_pass(struct view *view, struct sink *sink)
{
    struct arena *arena = &view->desk->arena;
    struct savedview *views;
    int count;

    TRY(savedview_list(view->desk->book, view->desk->session->actor, arena, &views, &count));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {
            cell_code(views[i].name),
            cell_text(
                arena_format(arena, "%s: %s", views[i].own ? "mine" : "saved", views[i].line))};
        TRY(sink_row(sink, SAVED_ID + views[i].id, ' ', cells));
    }
    return ERR_OK;
}

static enum err load(struct view *view)
{
    const struct table_head head = {"Reports", NULL, columns, 2};
    struct sink sink = view_sink(view);

    view->means = "Enter asks what it needs, then shows it; v there keeps it as it is set";
    TRY(sink.head(sink.self, &head));
    TRY(commands_pass(&sink));
    TRY(saved_pass(view, &sink));
    return sink.foot(sink.self, NULL);
}

static bool on_saved(struct view *view)
{
    const struct row *row = listbox_row(&view->box);

    return row && row->id > SAVED_ID;
}

/* A report asks for its parameters first; what was saved has them. */
static unsigned look(struct view *view)
{
    desk_run_template(view->desk, on_saved(view) ? "view {report}" : "report {report} ...");
    return REACT_USED;
}

static unsigned forget(struct view *view)
{
    if (!on_saved(view)) {
        desk_say(view->desk, STYLE_ERROR, "Only what was saved is forgotten; a report stays.");
        return REACT_USED;
    }
    desk_run_template(view->desk, "view remove {report}");
    return REACT_USED | REACT_RELOAD;
}

static const struct view_word words[] = {
    {"look", "ask for the day and the rest, then show it; at once when it was saved", look},
    {"forget", "forget what was saved", forget},
    {0},
};

const struct view_class view_reports = {
    .name = "reports",
    .title = "Reports",
    .help = "reports: on screen, on paper, in a file",
    .kind = VIEW_LIST,
    .words = words,
    .opens = "look",
    .empty = "No reports.",
    .load = load,
};
