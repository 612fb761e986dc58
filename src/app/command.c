#include "app/command.h"

#include "app/recall.h"
#include "app/say.h"
#include "app/signing.h"
#include "app/words.h"
#include "base/text.h"
#include "ledger/journal.h"
#include "ledger/period.h"
#include "ledger/txlane.h"
#include "ledger/txopen.h"
#include "ledger/user.h"

#include <stdio.h>
#include <string.h>

#define NOUN_MAX 48

const struct command *command_find(const char *noun, const char *verb)
{
    for (const struct command *const *c = commands_all; *c; c++)
        if (strcmp((*c)->noun, noun) == 0 &&
            (verb ? (*c)->verb && strcmp((*c)->verb, verb) == 0 : !(*c)->verb))
            return *c;
    return NULL;
}

static enum err verb_unknown(const char *noun, const char *verb, struct note *note)
{
    struct arena arena = {0};
    const char *near = NULL, *all = "";
    int nearest = 99;
    enum err e;

    for (const struct command *const *c = commands_all; *c; c++) {
        if (strcmp((*c)->noun, noun) != 0 || !(*c)->verb || ((*c)->flags & COMMAND_HIDDEN))
            continue;
        int distance = verb ? word_distance(verb, (*c)->verb) : 99;
        if (distance < nearest) {
            nearest = distance;
            near = (*c)->verb;
        }
        all = arena_format(&arena, "%s%s%s", all, *all ? ", " : "", (*c)->verb);
    }
    if (!verb)
        e = fail(note, ERR_USAGE, "%s: what with it? one of %s", noun, all);
    else if (near)
        e = fail(note, ERR_USAGE, "unknown command '%s %.40s': did you mean %s %s?", noun, verb,
                 noun, near);
    else
        e = fail(note, ERR_USAGE, "unknown command '%s %.40s'; %s has %s", noun, verb, noun, all);
    arena_done(&arena);
    return e;
}

/* A noun of two words may be written apart: dispute reason list. */
static bool noun_apart(int count, char *const *words, char noun[NOUN_MAX])
{
    if (count < 2 || snprintf(noun, NOUN_MAX, "%s-%s", words[0], words[1]) >= NOUN_MAX)
        return false;
    for (const struct command *const *c = commands_all; *c; c++)
        if (strcmp((*c)->noun, noun) == 0)
            return true;
    return false;
}

enum err command_words(int count, char *const *words, const struct command **out, int *used,
                       struct note *note)
{
    const char *near = NULL;
    int nearest = 99;
    bool known = false;
    char noun[NOUN_MAX];

    if (count == 0)
        return fail(note, ERR_USAGE, "there is no command; `arledger --help` lists them");
    const char *verb = count > 1 && words[1][0] != '-' ? words[1] : NULL;
    if (verb && (*out = command_find(words[0], verb))) {
        *used = 2;
        return ERR_OK;
    }
    if ((*out = command_find(words[0], NULL))) {
        *used = 1;
        return ERR_OK;
    }
    if (verb && noun_apart(count, words, noun)) {
        *used = 3;
        verb = count > 2 && words[2][0] != '-' ? words[2] : NULL;
        *out = verb ? command_find(noun, verb) : NULL;
        return *out ? ERR_OK : verb_unknown(noun, verb, note);
    }
    for (const struct command *const *c = commands_all; *c; c++) {
        known = known || strcmp((*c)->noun, words[0]) == 0;
        int distance = word_distance(words[0], (*c)->noun);
        if (distance < nearest && !((*c)->flags & COMMAND_HIDDEN)) {
            nearest = distance;
            near = (*c)->noun;
        }
    }
    if (known)
        return verb_unknown(words[0], verb, note);
    if (near)
        return fail(note, ERR_USAGE, "unknown command '%.40s': did you mean %s?", words[0], near);
    return fail(note, ERR_USAGE, "unknown command '%.40s'; `arledger --help` lists them", words[0]);
}

/* ---- one run
 * ------------------------------------------------------------------------------------- */

static bool lane_stop(void *self, const char *holder)
{
    struct session *session = self;
    struct arena arena = {0};

    if (!session->progress)
        return false;
    const char *what = holder ? arena_format(&arena, "waiting for %s", holder) : "working";
    bool stop = session->progress(session->self, what, 0, 0);
    arena_done(&arena);
    return stop;
}

static void lane_ready(struct session *session, const char *text)
{
    txlane_set(session->book, &(struct txlane){.actor = session->actor,
                                               .command = text,
                                               .wait_seconds = session->wait_seconds,
                                               .stop = lane_stop,
                                               .self = session});
}

/* The result of an earlier run under the same operation id, if there was one. */
static enum err stored_find(struct act *act, const char *text, struct outcome *out)
{
    struct entry entry;

    out->stored = false;
    if (!act->session->op_id)
        return ERR_OK;
    TRY(journal_op_find(act->book, act->session->op_id, text, act->arena, &entry, &out->stored));
    if (out->stored) {
        out->ref = entry.ref;
        out->says = entry.says;
    }
    return ERR_OK;
}

/* Somebody may be asked; while a transaction holds the lane nobody is waited for. */
static bool can_ask(const struct session *session)
{
    return !session->no_input && session->ask && !session->tx;
}

static enum err consent(struct act *act)
{
    struct session *session = act->session;
    const struct command *command = act->args->command;
    const char *verb = command->verb ? command->verb : "";
    const char *question = NULL;

    if (session->yes || session->dry_run)
        return ERR_OK;
    if (command->flags & COMMAND_ASKS) {
        if (!can_ask(session))
            return fail(act->note, ERR_USAGE,
                        "%s %s asks before it works, and nobody can answer; give --yes",
                        command->noun, verb);
        question = act->says ? act->says
                             : arena_format(act->arena, "%s %s: %s", command->noun, verb,
                                            command->summary);
    } else if ((command->flags & COMMAND_TELLS) && act->plan && can_ask(session)) {
        question = arena_format(act->arena, "%s Do it?", act->plan);
    }
    if (question && !session->ask(session->self, question))
        return fail(act->note, ERR_CANCELLED, "not confirmed; nothing was changed");
    return ERR_OK;
}

/* What is dated in a closed month is posted on the first open day: that is said. */
static void late_say(struct act *act)
{
    const struct period_late late = period_late(act->tx);
    char month[PERIOD_TEXT];

    if (late.count == 0)
        return;
    act->late = arena_format(act->arena, "posted on %s, since %s is closed",
                             say_day(act->arena, late.posted),
                             period_text(date_month(late.first), month));
    act->says = say_join(act->arena, act->says, act->late);
}

/* ---- who may --------------------------------------------------------------------------------- */

static const char *command_name(const struct command *command, struct arena *arena)
{
    return command->verb ? arena_format(arena, "%s %s", command->noun, command->verb)
                         : command->noun;
}

static enum err role_judge(struct session *session, const struct command *command)
{
    struct arena arena = {0};

    if (!session->book || (command->flags & (COMMAND_NO_BOOK | COMMAND_OWN)))
        return ERR_OK;
    if (session->lent && !(command->flags & COMMAND_SELF))
        return fail(session->note, ERR_DENIED,
                    "the password of %.60s was given by somebody else: `user password` changes it "
                    "first",
                    session->actor);
    enum err e = user_judge(session->book, session->actor, command->role,
                            arena_format(&arena, "`%s`", command_name(command, &arena)));
    if (e == ERR_OK && (command->flags & COMMAND_WRITES) && !(command->flags & COMMAND_SELF))
        e = user_judge_writes(session->book, session->actor);
    arena_done(&arena);
    return e;
}

enum err command_actor(struct session *session)
{
    TRY(user_roles(session->book, session->actor, &session->roles_asked, &session->roles));
    return user_judge(session->book, session->actor, ROLE_ANY, "this book");
}

bool command_answers(const struct command *command)
{
    return (command->flags & (COMMAND_TABLE | COMMAND_PAGE)) && !(command->flags & COMMAND_WRITES);
}

const char *command_role_not(const struct session *session, const struct command *command,
                             struct arena *arena)
{
    if (!session->roles_asked || (command->flags & COMMAND_NO_BOOK))
        return NULL;
    if (!role_may(session->roles, command->role))
        return arena_format(arena, "it needs the role %s", role_word(command->role));
    return (command->flags & COMMAND_WRITES) && !(command->flags & COMMAND_SELF) &&
                   !role_writes(session->roles)
               ? "you may read this book and write nothing in it"
               : NULL;
}

const char *command_why_not(const struct session *session, const struct command *command,
                            const struct subject *subject, struct arena *arena)
{
    const char *why = command_role_not(session, command, arena);

    return why || !command->why_not ? why : command->why_not(subject);
}

/* The command's journal entry around its facts. */
static enum err entry_run(struct act *act, const char *text, struct outcome *out)
{
    struct tx_author author = {act->session->actor, text, act->session->op_id};
    const bool self = (act->args->command->flags & (COMMAND_SELF | COMMAND_OWN)) != 0;

    TRY(stored_find(act, text, out)); /* another process may have been first while we waited */
    if (out->stored)
        return ERR_OK;
    if (act->args->command->before)
        TRY(act->args->command->before(act));
    TRY(self ? tx_entry_self(act->tx, &author) : tx_entry_begin(act->tx, &author));
    TRY(act->args->command->run(act));
    if (act->proved)
        TRY(sign_write(act->tx, SIGN_ACT, act->session->actor,
                       act->session->place ? act->session->place : ""));
    late_say(act);
    return tx_entry_end(act->tx, act->ref, act->says);
}

static enum err inner_run(struct act *outer, struct args *args, struct outcome *out)
{
    struct act act = {.session = outer->session,
                      .book = outer->book,
                      .tx = outer->tx,
                      .args = args,
                      .note = outer->note,
                      .arena = outer->arena};

    must(args->command->flags & COMMAND_WRITES);
    *out = (struct outcome){0};
    TRY(args_check(args, outer->note));
    TRY(entry_run(&act, args_text(args, true, outer->arena), out));
    if (!out->stored) {
        out->ref = act.ref;
        out->says = act.says;
    }
    return ERR_OK;
}

enum err command_inner(struct act *outer, struct args *args, const char *op_id, struct outcome *out)
{
    struct session *session = outer->session;
    const char *before = session->op_id;

    session->op_id = op_id;
    enum err e = inner_run(outer, args, out);
    session->op_id = before;
    return e;
}

enum err command_try(struct act *outer, struct args *args,
                     enum err (*look)(struct act *outer, const struct outcome *outcome))
{
    struct outcome outcome;

    TRY(tx_trial_begin(outer->tx));
    enum err e = command_inner(outer, args, NULL, &outcome);
    if (e == ERR_OK)
        e = look(outer, &outcome);
    const enum err end = tx_trial_end(outer->tx);
    return e != ERR_OK ? e : end;
}

static enum err run_writing(struct act *act, const char *text, struct outcome *out)
{
    struct session *session = act->session;

    /* who waits is shown what runs, and the side file keeps it: nothing that is personal */
    lane_ready(session, args_text(act->args, false, act->arena));
    if (session->tx) {
        act->tx = session->tx;
        return entry_run(act, text, out);
    }
    TRY(tx_begin(act->book, &act->tx));
    enum err e = role_judge(session, act->args->command); /* as it is now that we have the lane */
    if (e == ERR_OK && !(act->args->command->flags & COMMAND_SELF))
        e = user_judge_clock(act->book, session->actor);
    if (e == ERR_OK)
        e = entry_run(act, text, out);
    struct tx *tx = act->tx;
    act->tx = NULL;
    if (e != ERR_OK || session->dry_run || out->stored) {
        tx_rollback(tx);
        return e;
    }
    return tx_commit(tx);
}

static enum err run_reading(struct act *act, const char *text)
{
    if (!act->book)
        return act->args->command->run(act);
    lane_ready(act->session, text);
    TRY(txlane_read_begin(act->book));
    enum err e = act->args->command->run(act);
    txlane_read_end(act->book);
    return e;
}

static enum err run_staged(struct act *act, struct outcome *out)
{
    const struct command *command = act->args->command;
    bool writes = (command->flags & COMMAND_WRITES) != 0;
    const char *text = args_text(act->args, true, act->arena);

    if (writes) {
        /* a stored result stands, even when what was done then could not be done again */
        TRY(stored_find(act, text, out));
        if (out->stored)
            return ERR_OK;
    }
    if (command->stage)
        TRY(command->stage(act));
    TRY(consent(act));
    if (writes && !act->preview)
        TRY(signing_act(act));
    act->says = NULL;
    return writes && !act->preview ? run_writing(act, text, out) : run_reading(act, text);
}

struct currency command_base(const struct session *session)
{
    return session->book ? book_currency(session->book) : (struct currency){.code = ""};
}

/* Where a screen or its questions have the terminal, neither end of it is a file. */
static enum err files_check(const struct session *session, const struct args *args)
{
    for (const struct arg *arg = args->command->args; session->screens && arg && arg->name; arg++)
        if (arg->kind == ARG_FILE && args_given(args, arg->name) &&
            strcmp(args_get(args, arg->name), "-") == 0)
            return fail(session->note, ERR_INPUT,
                        "--%s: - is for the shell; here the keys and the picture have the "
                        "terminal: name a file",
                        arg->name);
    return ERR_OK;
}

static enum err call_check(struct session *session, struct args *args)
{
    const struct command *command = args->command;

    if (!command->run)
        return fail(session->note, ERR_USAGE, "%s%s%s works from the shell only", command->noun,
                    command->verb ? " " : "", command->verb ? command->verb : "");
    if (session->book)
        TRY(user_roles(session->book, session->actor, &session->roles_asked, &session->roles));
    TRY(role_judge(session, command)); /* before what is missing: nobody types it in vain */
    TRY(recall_fill(session, args));
    TRY(args_check(args, session->note));
    TRY(files_check(session, args));
    if (!(command->flags & COMMAND_NO_BOOK) && !session->book)
        return fail(session->note, ERR_MISSING, "no book is open; -b FILE names one");
    return ERR_OK;
}

static struct act act_begin(struct session *session, const struct args *args, struct arena *arena)
{
    note_clear(session->note);
    return (struct act){.session = session,
                        .book = session->book,
                        .args = args,
                        .note = session->note,
                        .arena = arena};
}

enum err command_run(struct session *session, struct args *args, struct arena *arena,
                     struct sink *sink, struct page *page, struct outcome *out)
{
    struct act act = act_begin(session, args, arena);

    act.sink = sink;
    act.page = page;
    *out = (struct outcome){0};
    out->code = call_check(session, args);
    if (out->code != ERR_OK)
        return out->code;
    out->code = run_staged(&act, out);
    if (out->code == ERR_OK && args->command->after && !session->dry_run && !out->stored)
        out->code = args->command->after(&act);
    if (args->command->unstage)
        args->command->unstage(&act);
    if (out->code == ERR_OK && !out->stored) {
        out->ref = act.ref;
        out->says = session->dry_run && act.plan ? act.plan : act.says;
        out->late = act.late;
        out->waits = act.waits;
        out->found = act.found;
    }
    return out->code;
}

enum err command_plan(struct session *session, struct args *args, struct arena *arena,
                      const char **plan)
{
    struct act act = act_begin(session, args, arena);

    *plan = NULL;
    TRY(call_check(session, args));
    if (!(args->command->flags & COMMAND_TELLS) || !args->command->stage)
        return ERR_OK;
    const enum err e = args->command->stage(&act);
    if (args->command->unstage)
        args->command->unstage(&act);
    *plan = act.plan;
    return e;
}

enum err command_atomic_begin(struct session *session)
{
    must(!session->tx);
    if (!session->book)
        return fail(session->note, ERR_MISSING, "no book is open; -b FILE names one");
    lane_ready(session, "run --atomic");
    return tx_begin(session->book, &session->tx);
}

enum err command_atomic_end(struct session *session, bool keep)
{
    struct tx *tx = session->tx;

    session->tx = NULL;
    if (keep && !session->dry_run)
        return tx_commit(tx);
    tx_rollback(tx);
    return ERR_OK;
}
