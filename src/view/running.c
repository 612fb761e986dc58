/* running: what a line or a key says, done. */
#include "app/words.h"
#include "base/text.h"
#include "tui/term.h"
#include "view/commandform.h"
#include "view/deskword.h"
#include "view/placeword.h"
#include "view/savedlist.h"
#include "view/told.h"
#include "view/views.h"

#include <ctype.h>
#include <string.h>

#define REF_LINE 60 /* a longer one is no number */

const char *desk_word_quoted(const char *word, struct arena *arena)
{
    struct buf quoted;

    buf_init(&quoted, (size_t)1 << 16);
    word_quote(&quoted, word);
    const char *out = arena_text(arena, quoted.data);
    buf_done(&quoted);
    return out;
}

/* ---- placeholders ---- */

/* "ACME; BOLT": what the marked rows say in the first of these columns that they have. */
static const char *marked_values(struct view *view, const char *const *columns)
{
    struct arena *arena = &view->desk->arena;
    const char *list = "";
    int at = -1;

    for (; *columns && at < 0; columns++)
        at = table_column(view->box.head, *columns);
    for (size_t i = 0; at >= 0 && i < view->box.marked_count; i++) {
        const struct row *row = listbox_marked_row(&view->box, i);
        if (row && row->kind == ROW_DATA && row->cells[at].kind != CELL_NONE)
            list = arena_format(arena, "%s%s%s", list, *list ? "; " : "",
                                cell_plain(&row->cells[at], arena));
    }
    return *list ? list : NULL;
}

/* Of "customer.." the name is "customer"; NULL when it means one row alone. */
static const char *several_name(const char *name, struct arena *arena)
{
    const size_t len = strlen(name);

    return len > 2 && strcmp(name + len - 2, "..") == 0 ? arena_bytes(arena, name, len - 2) : NULL;
}

static const char *value_of(struct desk *desk, struct view *view, const struct subject *subject,
                            const char *name)
{
    const char *text = view->class->value ? view->class->value(view, name) : NULL;
    const char *several = several_name(name, &desk->arena);
    char day[DATE_TEXT];

    if (text)
        return text;
    if (several && view_marked(view)) {
        const char *const own[] = {several, NULL};
        return marked_values(view, strcmp(several, "customer") == 0   ? subject_customers
                                   : strcmp(several, "document") == 0 ? subject_documents
                                                                      : own);
    }
    if (several)
        return value_of(desk, view, subject, several);
    if (strcmp(name, "about") == 0)
        return *view->about ? view->about : NULL;
    if (strcmp(name, "extra") == 0)
        return *view->extra ? view->extra : NULL;
    if (strcmp(name, "customer") == 0)
        return subject->customer;
    if (strcmp(name, "document") == 0)
        return subject->document;
    if (strcmp(name, "today") == 0)
        return arena_text(&desk->arena, date_iso(desk->session->today, day));
    return view_cell(view, name);
}

int desk_fill(struct desk *desk, struct view *view, char *const *words, int count, char **out,
              const char **missing)
{
    struct subject subject = {0};
    bool asked = false;
    int n = 0;

    if (missing)
        *missing = NULL;
    for (int i = 0; i < count; i++) {
        size_t len = strlen(words[i]);
        if (len < 3 || words[i][0] != '{' || words[i][len - 1] != '}') {
            out[n++] = words[i];
            continue;
        }
        char *name = arena_bytes(&desk->arena, words[i] + 1, len - 2);
        /* a list is shown by `runs`, which cannot ask what is under the cursor */
        if (!asked && strcmp(name, "about") != 0 && strcmp(name, "extra") != 0) {
            view_subject(view, &subject);
            asked = true;
        }
        const char *value = value_of(desk, view, &subject, name);
        if (value && *value) {
            out[n++] = arena_text(&desk->arena, value);
        } else {
            if (missing && !*missing)
                *missing = name;
            if (n > 0 && i > 0 && out[n - 1] == words[i - 1] && strncmp(out[n - 1], "--", 2) == 0)
                n--;
        }
    }
    return n;
}

/* ---- commands ---- */

static void outcome_say(struct desk *desk, const struct command *command,
                        const struct outcome *outcome)
{
    const char *ref = outcome->ref && *outcome->ref ? outcome->ref : NULL;
    const char *says = outcome->says && *outcome->says ? outcome->says : NULL;

    /* the sentence names it already */
    if (ref && says && strstr(says, ref))
        ref = NULL;
    if (ref && strlen(ref) > REF_LINE) /* a line to be copied stands by itself, and whole */
        desk_tell(desk,
                  says ? arena_format(&desk->arena, "%c%s", toupper((unsigned char)*says), says + 1)
                       : "",
                  ref);
    else if (outcome->stored)
        desk_say(desk, STYLE_NORMAL, "Done before: %s", ref ? ref : says ? says : "");
    else if (ref || says)
        desk_say(desk, outcome->found ? STYLE_ERROR : STYLE_GOOD, "%s%s%s", ref ? ref : "",
                 ref && says ? ": " : "", says ? says : "");
    else
        desk_say(desk, STYLE_GOOD, "Done: %s.", command->summary);
}

enum err desk_command(struct desk *desk, struct args *args, struct outcome *out)
{
    return desk_command_told(desk, args, NULL, out);
}

enum err desk_command_told(struct desk *desk, struct args *args, struct table *told,
                           struct outcome *out)
{
    struct outcome mine;
    struct sink sink;
    const struct command *command = args->command;
    const bool tells = told && (command->flags & COMMAND_TABLE);

    if (!out)
        out = &mine;
    if (tells)
        sink = table_sink(told);
    desk->work_began = 0;
    enum err e = command_run(desk->session, args, &desk->arena, tells ? &sink : NULL, NULL, out);
    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        return e;
    }
    outcome_say(desk, command, out);
    if (desk->top && (command->flags & COMMAND_WRITES)) {
        e = view_load(desk->top);
        if (e != ERR_OK)
            desk_say_failure(desk, e);
    }
    return ERR_OK;
}

static bool lacks_something(const struct args *args)
{
    for (const struct arg *arg = args->command->args; arg && arg->name; arg++)
        if ((arg->flags & ARG_REQUIRED) && !arg->otherwise && !args_given(args, arg->name))
            return true;
    return false;
}

/* Where the command itself knows that something is wanted: "--to is missing: ...". */
static bool says_missing(const struct desk *desk)
{
    const char *words = desk->session->note->text;
    const size_t len = strcspn(words, " ");

    return strncmp(words, "--", 2) == 0 && strncmp(words + len, " is missing", 11) == 0;
}

/* The form opens where the command said what it wants, at that field and in its name. */
static void missing_ask(struct desk *desk, const struct command *command, const struct args *args)
{
    const struct note said = *desk->session->note;

    if (desk_form(desk, command, args) != ERR_OK || desk->top->class != view_class_find("form"))
        return;
    *desk->session->note = said;
    commandform_refusal(desk->top->state);
}

static void command_go(struct desk *desk, const struct command *command, char **words, int count,
                       struct table *told)
{
    struct session *session = desk->session;
    struct note *note = session->note;
    struct args args;
    bool form = count > 0 && strcmp(words[count - 1], "...") == 0;

    if (form)
        count--;
    args_init(&args, command, &desk->arena, &session->habit, &session->notation);
    enum err e = args_words(&args, count, words, note);
    if (e == ERR_OK && (form || lacks_something(&args)))
        e = desk_form(desk, command, &args);
    else if (e == ERR_OK && command_answers(command))
        e = desk_push(desk, view_class_find("answer"), args_said(&args, &desk->arena), NULL);
    else if (e == ERR_OK) {
        if (desk_command_told(desk, &args, told, NULL) == ERR_USAGE && says_missing(desk))
            missing_ask(desk, command, &args);
        return;
    }
    desk_say_failure(desk, e);
}

/* ---- lines ---- */

static void view_go(struct desk *desk, char **words, int count)
{
    const struct view_class *class = count > 1 ? view_class_find(words[1]) : NULL;
    struct note *note = desk->session->note;
    enum err e;

    if (!class)
        e = fail(note, ERR_USAGE, "there is no screen '%.40s'; F2 lists them",
                 count > 1 ? words[1] : "");
    else if (class->needs_about && count < 3)
        e = fail(note, ERR_USAGE, "choose one first: `go %s` wants to know which", class->name);
    else
        e = desk_push(desk, class, count > 2 ? words[2] : "", count > 3 ? words[3] : "");
    desk_say_failure(desk, e);
}

const struct view_word *view_word_find(const struct view *view, const char *name)
{
    for (const struct view_word *word = view->class->words; word && word->name; word++)
        if (strcmp(word->name, name) == 0)
            return word;
    return NULL;
}

/* Words of which the line consists as a whole. */
static bool whole_line_run(struct desk *desk, const char *line)
{
    struct view *view = desk->top;
    const struct view_word *own = view ? view_word_find(view, line) : NULL;
    const struct desk_word *word = desk_word_find(line);
    enum motion motion = motion_find(line);

    const char *why = own && view->class->why_not ? view->class->why_not(view, own) : NULL;

    if (why)
        desk_say(desk, STYLE_ERROR, "Not now: %s.", why);
    else if (own)
        view_react(view, own->run(view));
    else if (word)
        word->run(desk);
    else if (motion != MOTION_NONE && view)
        view_motion(view, motion);
    else
        return false;
    return true;
}

static bool is_noun(const char *word)
{
    for (size_t i = 0; commands_all[i]; i++)
        if (strcmp(commands_all[i]->noun, word) == 0)
            return true;
    return false;
}

/* A line of the shell works here too: its own name in front, and --yes. */
static int shell_words_drop(char **words, int count, bool *yes)
{
    int n = 0;

    *yes = false;
    for (int i = 0; i < count; i++) {
        if (strcmp(words[i], "--yes") == 0 || strcmp(words[i], "-y") == 0)
            *yes = true;
        else if (i > 0 || strcmp(words[i], "arledger") != 0)
            words[n++] = words[i];
    }
    return n;
}

/* `aging --as-of DAY`: a screen takes no arguments, the report of its name does. */
static char **report_meant(struct desk *desk, char **words, int *count)
{
    if (*count < 2 || strncmp(words[1], "--", 2) != 0 || !view_class_find(words[0]) ||
        is_noun(words[0]) || !command_find("report", words[0]))
        return words;
    char **more = arena_new(&desk->arena, (size_t)(*count + 1) * sizeof *more);
    more[0] = arena_text(&desk->arena, "report");
    memcpy(more + 1, words, (size_t)*count * sizeof *more);
    (*count)++;
    return more;
}

/* What a command tells row by row is kept in `told`; NULL = nobody looks at it. */
static void words_run(struct desk *desk, char **words, int count, struct table *told)
{
    const struct command *command;
    bool yes, before = desk->session->yes;
    int used;

    count = shell_words_drop(words, count, &yes);
    if (count == 0)
        return;
    if (strcmp(words[0], "go") == 0) {
        view_go(desk, words, count);
        return;
    }
    words = report_meant(desk, words, &count);
    char *way[PLACEWORD_WAY];
    int steps;
    const bool named = count == 2 && strcmp(words[0], "view") == 0;
    if (named && !command_find("view", words[1])) {
        desk_say_failure(desk, savedlist_open(desk, words[1]));
        return;
    }
    if (placeword_way(desk, words, count, way, &steps)) {
        view_go(desk, way, steps);
        return;
    }
    /* a screen's name is the way there, unless it could be a command mistyped */
    if (count <= 3 && view_class_find(words[0]) && (count == 1 || !is_noun(words[0]))) {
        char *go[5] = {"go", words[0], count > 1 ? words[1] : NULL, count > 2 ? words[2] : NULL};
        view_go(desk, go, count + 1);
        return;
    }
    enum err e = command_words(count, words, &command, &used, desk->session->note);
    if (e != ERR_OK && count == 1 && savedlist_is(desk, words[0]))
        desk_say_failure(desk, savedlist_open(desk, words[0]));
    else if (e != ERR_OK && count == 1 && placeword_named(desk, words[0], way, &steps)) {
        note_clear(desk->session->note);
        view_go(desk, way, steps);
    } else if (e != ERR_OK && !is_noun(words[0]) &&
               !strstr(desk->session->note->text, "did you mean"))
        desk_say(desk, STYLE_ERROR,
                 "There is no command, screen, paper or customer '%.40s'; F2 and Ctrl-G find them.",
                 words[0]);
    else if (e != ERR_OK)
        desk_say_failure(desk, e);
    else {
        desk->session->yes = before || yes;
        command_go(desk, command, words + used, count - used, told);
        desk->session->yes = before;
    }
}

static void line_run(struct desk *desk, const char *line, struct table *told)
{
    char **words;
    int count;
    char *trimmed = text_trim(arena_text(&desk->arena, line));

    if (whole_line_run(desk, trimmed))
        return;
    enum err e = words_split(trimmed, &desk->arena, &words, &count, desk->session->note);
    if (e != ERR_OK)
        desk_say_failure(desk, e);
    else
        words_run(desk, words, count, told);
}

void desk_run(struct desk *desk, const char *line)
{
    line_run(desk, line, NULL);
}

void desk_run_typed(struct desk *desk, const char *line)
{
    struct table told;

    table_init(&told);
    line_run(desk, line, &told);
    told_show(desk, &told);
    table_done(&told);
}

void desk_run_template(struct desk *desk, const char *text)
{
    char **words, **filled;
    int count;

    if (whole_line_run(desk, text) || !desk->top)
        return;
    enum err e = words_split(text, &desk->arena, &words, &count, desk->session->note);
    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        return;
    }
    filled = arena_new(&desk->arena, (size_t)(count + 1) * sizeof *filled);
    words_run(desk, filled, desk_fill(desk, desk->top, words, count, filled, NULL), NULL);
}

/* ---- what a widget answered ---- */

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
