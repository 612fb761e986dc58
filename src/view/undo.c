#include "view/undo.h"

#include "app/signing.h"
#include "ledger/approval.h"
#include "ledger/journal.h"

#include <string.h>

struct last {
    struct desk *desk;
    struct entry entry;
    bool found;
};

/* The newest entry that is this clerk's own. */
static enum err last_take(void *self, const struct entry *entry)
{
    struct last *last = self;
    struct arena *arena = &last->desk->arena;

    if (last->found || strcmp(entry->actor, last->desk->session->actor) != 0 ||
        (entry->command && signing_is_own(entry->command)))
        return ERR_OK;
    last->found = true;
    last->entry.id = entry->id;
    last->entry.command = arena_text(arena, entry->command ? entry->command : "");
    last->entry.ref = arena_text(arena, entry->ref ? entry->ref : "");
    last->entry.says = arena_text(arena, entry->says ? entry->says : "");
    return ERR_OK;
}

#define ENTRIES_LOOKED_AT 200

const struct reversal *reversal_of(const struct command *command)
{
    for (const struct reversal *r = reversals_all; r->noun; r++)
        if (command->verb && strcmp(r->noun, command->noun) == 0 &&
            strcmp(r->verb, command->verb) == 0)
            return r;
    return NULL;
}

/* The reversal with its values; NULL when one is not known. */
static const char *line_make(struct desk *desk, const struct reversal *reversal,
                             const struct args *args, const struct entry *entry)
{
    struct arena *arena = &desk->arena;
    struct note inner = {0};
    const char *line = "";
    char **words;
    int count;

    if (words_split(reversal->line, arena, &words, &count, &inner) != ERR_OK)
        return NULL;
    for (int i = 0; i < count; i++) {
        const char *word = words[i];
        size_t len = strlen(word);
        if (word[0] == '{') {
            char *name = arena_bytes(arena, word + 1, len - 2);
            word = strcmp(name, "ref") == 0     ? entry->ref
                   : strcmp(name, "entry") == 0 ? arena_format(arena, "%lld", (long long)entry->id)
                                                : args_get(args, name);
            if (!word || !*word)
                return NULL;
        }
        line = arena_format(arena, "%s%s%s", line, *line ? " " : "", desk_word_quoted(word, arena));
    }
    return line;
}

/* The row of an act that had an argument which makes it another one; NULL = there is none. */
static const struct reversal *reversal_with(const struct args *args)
{
    const char *verb = args->command->verb;
    const size_t len = verb ? strlen(verb) : 0;

    for (const struct reversal *r = reversals_all; r->noun; r++)
        if (len && strcmp(r->noun, args->command->noun) == 0 && strncmp(r->verb, verb, len) == 0 &&
            strncmp(r->verb + len, " --", 3) == 0 && args_given(args, r->verb + len + 3))
            return r;
    return NULL;
}

/* A line as its command with values, as a person would type it, or a reversal is written. */
static enum err line_read(struct desk *desk, const char *line, struct args *args)
{
    const struct session *session = desk->session;
    const struct command *command;
    char **words;
    int count, used;

    TRY(words_split(line, &desk->arena, &words, &count, session->note));
    TRY(command_words(count, words, &command, &used, session->note));
    args_init(args, command, &desk->arena, &session->habit, &notation_plain);
    return args_words(args, count - used, words + used, session->note);
}

/* The line that takes the entry back; NULL when there is none, and `why`. */
static const char *propose(struct desk *desk, const struct entry *entry, const char **why)
{
    const struct reversal *reversal;
    struct args args;
    int64_t waits = 0;

    *why = NULL;
    const enum err e = line_read(desk, entry->command, &args);
    note_clear(desk->session->note);
    if (e != ERR_OK)
        return NULL;
    if (!(reversal = reversal_with(&args)) && !(reversal = reversal_of(args.command)))
        return NULL;
    *why = reversal->why;
    if (approval_of_entry(desk->book, entry->id, &waits) == ERR_OK && waits)
        return arena_format(&desk->arena, "approval reject A-%lld --reason 'taken back'",
                            (long long)waits);
    return reversal->line ? line_make(desk, reversal, &args, entry) : NULL;
}

/* The line, after what it will do was said; false when it was not wanted or failed. */
static bool line_run(struct desk *desk, const struct entry *entry, const char *line)
{
    const bool before = desk->session->yes;
    const char *plan = NULL;
    struct args args;
    enum err e = line_read(desk, line, &args);

    if (e == ERR_OK)
        e = command_plan(desk->session, &args, &desk->arena, &plan);
    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        return false;
    }
    const char *question = arena_format(
        &desk->arena, "Entry %lld was: %s\n\n%s%s%s\n\nRun it?", (long long)entry->id,
        *entry->says ? entry->says : entry->command, line, plan ? "\n" : "", plan ? plan : "");
    if (!desk_ask(desk, question))
        return false;
    desk->session->yes = true; /* it was said and asked */
    e = desk_command(desk, &args, NULL);
    desk->session->yes = before;
    return e == ERR_OK;
}

/* An approval is taken back by what takes back the command that it let run. */
static const struct entry *entry_meant(struct desk *desk, const struct entry *entry,
                                       struct entry *ran)
{
    struct approval approval;
    struct args args;
    enum err e = line_read(desk, entry->command, &args);

    if (e == ERR_OK && args.command == command_find("approval", "approve")) {
        e = approval_find(desk->book, args_get(&args, "approval"), &desk->arena, &approval);
        if (e == ERR_OK && approval.ran_entry &&
            journal_get(desk->book, approval.ran_entry, &desk->arena, ran) == ERR_OK)
            entry = ran;
    }
    note_clear(desk->session->note);
    return entry;
}

static bool entry_take_back(struct desk *desk, const struct entry *last)
{
    struct entry ran;
    const struct entry *entry = entry_meant(desk, last, &ran);
    const char *why = NULL, *line = propose(desk, entry, &why);

    if (line)
        return line_run(desk, entry, line);
    desk_say(desk, STYLE_NORMAL, "%s The last act was: %s",
             why ? why : "Nothing takes it back by itself; set it right by a new act.",
             *entry->says ? entry->says : entry->command);
    return false;
}

bool undo_entry(struct desk *desk, int64_t entry_id)
{
    struct entry entry;
    const enum err e = journal_get(desk->book, entry_id, &desk->arena, &entry);

    desk_say_failure(desk, e);
    return e == ERR_OK && entry_take_back(desk, &entry);
}

/* What is not posted yet, where the view has such. */
static bool view_takes_back(struct desk *desk)
{
    const struct view_word *own = desk->top ? view_word_find(desk->top, "take back") : NULL;
    const unsigned reaction = own ? own->run(desk->top) : REACT_NONE;

    if (reaction != REACT_NONE)
        view_react(desk->top, reaction);
    return reaction != REACT_NONE;
}

void undo_run(struct desk *desk)
{
    struct last last = {.desk = desk};

    if (view_takes_back(desk))
        return;
    const enum err e = journal_each(desk->book, 0, true, ENTRIES_LOOKED_AT, last_take, &last);
    if (e != ERR_OK)
        desk_say_failure(desk, e);
    else if (!last.found)
        desk_say(desk, STYLE_NORMAL, "You have done nothing in this book yet.");
    else
        entry_take_back(desk, &last.entry);
}
