#include "app/signing.h"

#include "ledger/book.h"
#include "ledger/setting.h"
#include "rules/passwordrule.h"

#include <string.h>

/* ---- entries of the program itself: in no list, asked for no role ---- */

#define NOUN "password"

static const struct arg note_args[] = {
    {.name = "name", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "the user"},
    {.name = "from", .kind = ARG_TEXT, .help = "the terminal"},
    {0},
};

static const char *from_of(const struct act *act)
{
    const char *from = args_get(act->args, "from");
    return from ? from : "";
}

/* Asked while the lane is held, so that of many who try at once none slips past the lock. */
static enum err open_judge(struct act *act)
{
    const char *name = args_get(act->args, "name");
    struct password_state state;

    TRY(password_state(act->book, name, &state));
    return password_judge(act->book, name, &state);
}

static enum err failed_run(struct act *act)
{
    act->says = arena_format(act->arena, "wrong password for %s", args_get(act->args, "name"));
    return password_failed(act->tx, args_get(act->args, "name"));
}

static enum err came_run(struct act *act)
{
    act->says = arena_format(act->arena, "%s came in", args_get(act->args, "name"));
    return sign_write(act->tx, SIGN_CAME, args_get(act->args, "name"), from_of(act));
}

static enum err unlocked_run(struct act *act)
{
    act->says = arena_format(act->arena, "%s unlocked", args_get(act->args, "name"));
    return sign_write(act->tx, SIGN_UNLOCKED, args_get(act->args, "name"), from_of(act));
}

static enum err fits_run(struct act *act)
{
    (void)act;
    return ERR_OK;
}

#define ROW(verb_, before_, run_)                                                                  \
    {                                                                                              \
        .noun = NOUN, .verb = verb_, .summary = verb_, .args = note_args,                          \
        .flags = COMMAND_WRITES | COMMAND_OWN, .before = before_, .run = run_                      \
    }
static const struct command failed_row = ROW("failed", open_judge, failed_run);
static const struct command came_row = ROW("came", open_judge, came_run);
static const struct command unlocked_row = ROW("unlocked", open_judge, unlocked_run);
static const struct command fits_row = ROW("fits", open_judge, fits_run); /* never kept */
static const struct command vouched_row = ROW("came", NULL, came_run);

bool signing_is_own(const char *command)
{
    return strncmp(command, NOUN " ", sizeof NOUN) == 0;
}

/* As an entry of its own, kept whatever becomes of the command that asked. */
static enum err note_write(struct session *session, const struct command *row, const char *actor,
                           const char *name)
{
    const struct session before = *session;
    struct arena arena = {0};
    struct outcome out;
    struct args args;
    enum err e;

    session->dry_run = row == &fits_row;
    session->op_id = NULL;
    session->actor = actor;
    args_init(&args, row, &arena, &session->habit, &notation_plain);
    TRY_OUT(args_set(&args, "name", name, session->note));
    if (session->place && *session->place)
        TRY_OUT(args_set(&args, "from", session->place, session->note));
    TRY_OUT(command_run(session, &args, &arena, NULL, NULL, &out));
out:
    session->dry_run = before.dry_run;
    session->op_id = before.op_id;
    session->actor = before.actor;
    arena_done(&arena);
    return e;
}

/* ---- checking ---- */

static enum err wrong(struct session *session, const char *name)
{
    struct password_state state;

    TRY(note_write(session, &failed_row, session->account ? session->account : session->actor,
                   name));
    TRY(password_state(session->book, name, &state));
    if (password_judge(session->book, name, &state) == ERR_OK)
        return fail(session->note, ERR_DENIED, "that is not the password of %.60s", name);
    note_clear(session->note);
    return fail(session->note, ERR_DENIED,
                "that is not the password of %.60s, and it was the %dth wrong one: the next may be "
                "tried in %d seconds",
                name, PASSWORD_TRIES, PASSWORD_LOCK_SECONDS);
}

/* Comes in as a fact; who unlocks or signs only when wrong ones are to be counted no more. */
static enum err right(struct session *session, const char *name, enum sign_kind kind,
                      int64_t failures)
{
    const struct command *row = kind == SIGN_CAME                         ? &came_row
                                : kind == SIGN_UNLOCKED && failures != 0 ? &unlocked_row
                                                                          : &fits_row;

    return note_write(session, row, name, name);
}

enum err signing_check(struct session *session, const char *name, const struct secret *secret,
                       enum sign_kind kind)
{
    struct password_state state;

    if (session->tx)
        return fail(session->note, ERR_USAGE,
                    "a password is asked for, which stops everybody within `run --atomic`: run "
                    "this by itself");
    TRY(password_state(session->book, name, &state));
    if (!*state.hash)
        return fail(session->note, ERR_DENIED,
                    "%.60s has no password; `user password` sets it, an admin for somebody else",
                    name);
    TRY(password_judge(session->book, name, &state));
    /* Either way the lane is waited for: who cannot be counted is not told which it was. */
    return secret_fits(secret, state.hash) ? right(session, name, kind, state.failures)
                                           : wrong(session, name);
}

enum err signing_prove(struct session *session, const char *name, enum sign_kind kind,
                       const char *prompt)
{
    struct secret secret = {{0}};
    struct password_state state;

    /* nobody types in vain */
    TRY(password_state(session->book, name, &state));
    TRY(password_judge(session->book, name, &state));
    if (*state.hash) {
        if (!session->secret || session->tx)
            return fail(session->note, ERR_USAGE, "nobody can be asked for this here: %s", prompt);
        TRY(session->secret(session->self, SECRET_NOW, prompt, &secret));
    }
    const enum err e = signing_check(session, name, &secret, kind);
    secret_forget(&secret);
    return e;
}

enum err signing_came(struct session *session)
{
    const int wait = session->wait_seconds;
    bool is = false;

    TRY(password_is(session->book, session->actor, &is));
    if (!is)
        return ERR_OK;
    session->wait_seconds = wait > 1 ? 1 : wait;
    if (note_write(session, &vouched_row, session->actor, session->actor) != ERR_OK)
        note_clear(session->note); /* the books are busy: that keeps nobody out */
    session->wait_seconds = wait;
    return ERR_OK;
}

enum err signing_act(struct act *act)
{
    struct session *session = act->session;
    const struct command *command = act->args->command;
    struct password_state state;

    if (!command->signs || session->dry_run || !setting_int(act->book, command->signs))
        return ERR_OK;
    TRY(password_state(act->book, session->actor, &state));
    if (!*state.hash)
        return fail(act->note, ERR_DENIED,
                    "`%s %s` is signed with a password, and %.60s has none; `user password` sets "
                    "it",
                    command->noun, command->verb, session->actor);
    if (state.lent)
        return fail(act->note, ERR_DENIED,
                    "the password of %.60s was given by somebody else and signs nothing; change "
                    "it with `user password` first",
                    session->actor);
    TRY(signing_prove(session, session->actor, SIGN_ACT,
                      arena_format(act->arena, "Password of %s, to sign `%s %s`", session->actor,
                                   command->noun, command->verb)));
    act->proved = true;
    return ERR_OK;
}
