/* v_reports: the reports, each with the form of its parameters and a preview. */
#include "view/views.h"

#include <string.h>

static const struct column columns[] = {
    {.name = "report", .title = "Report", .kind = CELL_CODE},
    {.name = "summary", .title = "What it tells", .kind = CELL_TEXT},
};

/* Every command of the noun `report` is one. */
static enum err load(struct view *view)
{
    const struct table_head head = {"Reports", NULL, columns, 2};
    struct sink sink = view_sink(view);
    int64_t id = 0;

    view->means = "Enter asks for the day and the rest, then shows it; P prints";
    TRY(sink.head(sink.self, &head));
    for (size_t i = 0; commands_all[i]; i++) {
        const struct command *command = commands_all[i];
        if (strcmp(command->noun, "report") != 0 || (command->flags & COMMAND_HIDDEN))
            continue;
        const struct cell cells[] = {cell_code(command->verb), cell_text(command->summary)};
        TRY(sink_row(&sink, ++id, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

const struct view_class view_reports = {
    .name = "reports",
    .title = "Reports",
    .help = "reports: on screen, on paper, in a file",
    .kind = VIEW_LIST,
    .opens = "report {report} ...",
    .empty = "No reports.",
    .load = load,
};
