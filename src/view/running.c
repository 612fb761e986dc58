/* running: what a line or a key says, done. */
#include "app/words.h"
#include "base/text.h"
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
