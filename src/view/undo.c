#include "view/undo.h"

#include "ledger/journal.h"

#include <string.h>

/* What takes an act back: {ref} is what it made, {entry} its number in the
 * journal, {name} an argument that it had. */
static const struct reversal {
    const char *noun, *verb, *line;
} reversals[] = {
    {"payment", "receive", "payment reverse --payment {ref} --reason keying"},
    {"deposit", "make", "deposit void --deposit {ref} --reason 'taken back'"},
    {"payment", "autocash", "payment autocash --undo {entry}"},
    {"payment", "apply", "payment unapply --payment {payment} --from {to}"},
    {"credit", "apply", "credit unapply --credit {credit} --from {to}"},
    {"invoice", "issue", "invoice void --invoice {ref} --reason 'taken back'"},
    {"credit", "issue", "credit void --credit {ref} --reason 'taken back'"},
    {"debit", "issue", "debit void --debit {ref} --reason 'taken back'"},
    {"writeoff", "post", "writeoff reverse --writeoff {ref} --reason 'taken back'"},
    {"refund", "pay", "refund void --refund {ref} --reason 'taken back'"},
    {NULL, NULL, NULL},
};

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

    if (last->found || strcmp(entry->actor, last->desk->session->actor) != 0)
        return ERR_OK;
    last->found = true;
    last->entry.id = entry->id;
    last->entry.command = arena_text(arena, entry->command ? entry->command : "");
    last->entry.ref = arena_text(arena, entry->ref ? entry->ref : "");
    last->entry.says = arena_text(arena, entry->says ? entry->says : "");
    return ERR_OK;
}

#define ENTRIES_LOOKED_AT 200

static const struct reversal *reversal_of(const struct command *command)
{
    for (const struct reversal *r = reversals; r->noun; r++)
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

static const char *propose(struct desk *desk, const struct entry *entry)
{
    const struct session *session = desk->session;
    const struct command *command;
    struct note inner = {0};
    struct args args;
    char **words;
    int count, used;

    if (words_split(entry->command, &desk->arena, &words, &count, &inner) != ERR_OK ||
        command_words(count, words, &command, &used, &inner) != ERR_OK)
        return NULL;
    const struct reversal *reversal = reversal_of(command);
    args_init(&args, command, &desk->arena, &session->habit, &notation_plain);
    if (!reversal || args_words(&args, count - used, words + used, &inner) != ERR_OK)
        return NULL;
    return line_make(desk, reversal, &args, entry);
}

void undo_run(struct desk *desk)
{
    struct last last = {.desk = desk};
    enum err e = journal_each(desk->book, 0, true, ENTRIES_LOOKED_AT, last_take, &last);

    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        return;
    }
    if (!last.found) {
        desk_say(desk, STYLE_NORMAL, "You have done nothing in this book yet.");
        return;
    }
    const char *line = propose(desk, &last.entry);
    if (!line) {
        desk_say(desk, STYLE_NORMAL,
                 "Nothing takes the last act back by itself; set it right by a new one: %s",
                 *last.entry.says ? last.entry.says : last.entry.command);
        return;
    }
    const char *question = arena_format(
        &desk->arena, "The last act was entry %lld:\n%s\n\nThis takes it back:\n%s\n\nRun it?",
        (long long)last.entry.id, *last.entry.says ? last.entry.says : last.entry.command, line);
    if (desk_ask(desk, question))
        desk_run(desk, line);
}
