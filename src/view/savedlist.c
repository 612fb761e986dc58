#include "view/savedlist.h"

#include "app/recall.h"
#include "ledger/savedview.h"
#include "view/deskword.h"
#include "view/views.h"

#include <string.h>

#define SAVE "+" /* no name of a list */
#define SAVE_OWN "+me"

/* Both hold: what the line says already, and what was typed on the screen. */
static const char *where_both(struct args *args, const char *typed, struct arena *arena)
{
    const char *old = args_get(args, "where");

    return old ? arena_format(arena, "(%s) & (%s)", old, typed) : typed;
}

const char *savedlist_line(struct view *view)
{
    struct desk *desk = view->desk;
    struct arena *arena = &desk->arena;
    const struct listbox *box = &view->box;
    const char *line = view_twin(view), *sort = NULL, *where = view->where_text;
    struct note before = *desk->session->note;
    struct args args;

    if (!line || strncmp(line, "go ", 3) == 0)
        return line;
    if (view->class->kind == VIEW_LIST && !view->has_page && box->head && box->sort_column >= 0 &&
        box->sort_column < box->head->count)
        sort = arena_format(arena, "%s%s", box->sort_down ? "-" : "",
                            box->head->columns[box->sort_column].name);
    if (!where && !sort)
        return line;
    if (recall_parse(desk->session, line, arena, &args) != ERR_OK) {
        *desk->session->note = before;
        return line;
    }
    if (where) {
        where = where_both(&args, where, arena);
        args_clear(&args, "where");
        args_set(&args, "where", where, &before);
    }
    if (sort && strcmp(sort, "bars") != 0 && strcmp(sort, "-bars") != 0) {
        args_clear(&args, "sort");
        args_set(&args, "sort", sort, &before);
    }
    return args_said(&args, arena);
}

static enum err found(struct desk *desk, const char *name, struct savedview *out)
{
    TRY(savedview_find(desk->book, name, desk->session->actor, &desk->arena, out));
    return out->id ? ERR_OK
                   : fail(desk->session->note, ERR_MISSING,
                          "no list is saved as %.50s; `go views` shows those that are", name);
}

bool savedlist_is(struct desk *desk, const char *name)
{
    struct savedview saved;

    return savedview_find(desk->book, name, desk->session->actor, &desk->arena, &saved) == ERR_OK &&
           saved.id;
}

/* The aging has a screen of its own, on which the list goes on travelling; others are answers. */
enum err savedlist_open(struct desk *desk, const char *name)
{
    struct savedview saved;
    struct args args;

    TRY(found(desk, name, &saved));
    TRY(recall_saved(desk->session, saved.line, &desk->arena, &args));
    if (args.command == command_find("report", "aging") && !args_flag(&args, "detail"))
        return desk_push(desk, view_class_find("aging"), "", saved.name);
    return desk_push(desk, view_class_find("answer"), args_said(&args, &desk->arena), NULL);
}

/* The line of what is shown, when that is one that can be kept; else it is said. */
static const char *line_kept(struct desk *desk)
{
    const char *line = savedlist_line(desk->top);
    struct args shown;

    if (!line || strncmp(line, "go ", 3) == 0) {
        desk_say(desk, STYLE_ERROR, "This screen is no list or report.");
        return NULL;
    }
    if (recall_saved(desk->session, line, &desk->arena, &shown) != ERR_OK) {
        desk_say_failure(desk, ERR_USAGE);
        return NULL;
    }
    return line;
}

static void line_save(struct desk *desk, bool own)
{
    struct view *view = desk->top;
    const char *line = line_kept(desk), *name;

    if (!line)
        return;
    const bool again =
        strcmp(view->class->name, "aging") == 0 && *view->extra && !strchr(view->extra, ' ');
    if (!desk_line(desk, "save this list as:", again ? view->extra : "", false, &name) || !*name)
        return;
    desk_run(desk, arena_format(&desk->arena, "view save --name %s --shows %s%s",
                                desk_word_quoted(name, &desk->arena),
                                desk_word_quoted(line, &desk->arena), own ? " --mine" : ""));
}

void savedlist_save(struct desk *desk)
{
    line_save(desk, false);
}

/* A form of a command about what is shown, asking for the rest. */
static void line_form(struct desk *desk, const char *verb)
{
    const char *line = line_kept(desk);

    if (line)
        desk_run(desk, arena_format(&desk->arena, "report %s --report %s ...", verb,
                                    desk_word_quoted(line, &desk->arena)));
}

void savedlist_schedule(struct desk *desk)
{
    line_form(desk, "schedule");
}

void savedlist_mail(struct desk *desk)
{
    line_form(desk, "mail");
}

void savedlist_choose(struct desk *desk)
{
    struct savedview *views;
    struct choice chosen, *choices;
    int count;

    if (savedview_list(desk->book, desk->session->actor, &desk->arena, &views, &count) != ERR_OK)
        return;
    choices = arena_new(&desk->arena, ((size_t)count + 2) * sizeof *choices);
    for (int i = 0; i < count; i++)
        choices[i] = (struct choice){.code = views[i].name, .text = views[i].line};
    choices[count] =
        (struct choice){.code = SAVE, .text = "save the list that is shown, for everybody"};
    choices[count + 1] = (struct choice){.code = SAVE_OWN, .text = "save it for you alone"};
    if (!desk_choose(desk, "Saved list:", choices, (size_t)count + 2, &chosen))
        return;
    if (strcmp(chosen.code, SAVE) == 0 || strcmp(chosen.code, SAVE_OWN) == 0)
        line_save(desk, strcmp(chosen.code, SAVE_OWN) == 0);
    else
        desk_say_failure(desk, savedlist_open(desk, chosen.code));
}
