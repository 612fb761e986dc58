/* The password of a user: set, changed, taken away; asked for unseen, never an argument. */
#include "app/commands.h"
#include "app/signing.h"
#include "ledger/user.h"
#include "rules/passwordrule.h"

#include <string.h>

static const struct arg password_args[] = {
    {.name = "name",
     .kind = ARG_CODE,
     .flags = ARG_BARE,
     .help = "whose; by default your own, an admin anybody's"},
    {.name = "clear", .kind = ARG_FLAG, .help = "take it away"},
    {0},
};

static const char *whose(const struct act *act)
{
    const char *name = args_get(act->args, "name");
    return name ? name : act->session->actor;
}

/* Nobody types a password for who is not there. */
static enum err whose_judge(struct act *act, const char **full_name)
{
    struct user user = {.full_name = ""};
    const char *name = whose(act);
    bool any = false;

    TRY(users_any(act->book, &any));
    if (any)
        TRY(user_find(act->book, name, act->arena, &user));
    else if (strcmp(name, act->session->actor) != 0)
        return fail(act->note, ERR_MISSING, "there is no user %.60s; this book has only you", name);
    *full_name = user.full_name;
    return ERR_OK;
}

/* Who sits there may; proved by the own password, where there is one. */
static enum err actor_prove(struct act *act)
{
    struct session *session = act->session;
    const char *full_name;
    bool is = false;

    if (strcmp(whose(act), session->actor) != 0)
        TRY(user_judge(act->book, session->actor, ROLE_ADMIN, "the password of somebody else"));
    TRY(whose_judge(act, &full_name));
    TRY(password_is(act->book, session->actor, &is));
    if (!is || session->entered) {
        session->entered = false; /* it proves one thing */
        return ERR_OK;
    }
    return signing_prove(session, session->actor, SIGN_UNLOCKED,
                         arena_format(act->arena, "Present password of %s", session->actor));
}

static enum err new_judge(struct act *act, const struct secret *secret)
{
    struct password_state state;
    const char *name = whose(act), *full_name = "";

    TRY(whose_judge(act, &full_name));
    const char *why = password_weak(secret->text, name, full_name);
    if (why)
        return fail(act->note, ERR_INPUT, "%s", why);
    TRY(password_state(act->book, name, &state));
    return secret_fits(secret, state.hash)
               ? fail(act->note, ERR_INPUT, "the new password is the one of before; choose another")
               : ERR_OK;
}

static enum err new_ask(struct act *act, struct secret *secret, struct secret *again)
{
    struct session *session = act->session;
    char *hash = arena_new(act->arena, SECRET_HASH_ROOM);

    if (!session->secret)
        return fail(act->note, ERR_USAGE, "a password is asked for, and nobody can be asked here");
    TRY(session->secret(session->self, SECRET_NEW,
                        arena_format(act->arena, "New password of %s", whose(act)), secret));
    TRY(new_judge(act, secret));
    TRY(session->secret(session->self, SECRET_AGAIN, "The same once more", again));
    if (!secret_same(secret, again))
        return fail(act->note, ERR_INPUT,
                    "both were not the same: the password is what it was before");
    TRY(secret_hash(secret, act->note, hash));
    act->state = hash;
    return ERR_OK;
}

static enum err password_stage(struct act *act)
{
    struct secret secret = {{0}}, again = {{0}};

    if (act->session->tx)
        return fail(act->note, ERR_USAGE,
                    "a password is asked for, and within `run --atomic` nobody can be: run this "
                    "by itself");
    TRY(actor_prove(act));
    if (args_flag(act->args, "clear"))
        return ERR_OK;
    const enum err e = new_ask(act, &secret, &again);
    secret_forget(&secret);
    secret_forget(&again);
    return e;
}

static enum err password_run(struct act *act)
{
    struct session *session = act->session;
    const char *name = whose(act);
    const bool own = strcmp(name, session->actor) == 0;

    act->ref = name;
    if (args_flag(act->args, "clear")) {
        act->says = arena_format(act->arena, "%s has no password any more", name);
        return password_clear(act->tx, name);
    }
    TRY(password_set(act->tx, name, act->state));
    act->says = arena_format(act->arena,
                             own ? "the password of %s is set"
                                 : "the password of %s is set; it is for the first "
                                   "time only, %s changes it then",
                             name, name);
    if (own && !session->dry_run)
        session->lent = false;
    return ERR_OK;
}

const struct command cmd_user_password = {
    .noun = "user",
    .verb = "password",
    .summary = "set a password: your own, or for somebody else as an admin",
    .detail =
        "The operating system says who works; a password is asked only on an account that several "
        "users share (`user set --account`), to unlock a screen that was left alone (setting "
        "lock.idle), and to sign where the book wants that (sign.approvals, "
        "sign.close). It is typed unseen, or comes from --password-file: the present one on the "
        "first line, the new one on the last. Ten characters at least, and not the name. One that "
        "an admin gave is changed at its first use. Five wrong ones in a row lock for a minute; "
        "each is in the journal. The book keeps an Argon2id hash and nothing else.",
    .args = password_args,
    .flags = COMMAND_WRITES | COMMAND_SELF,
    .role = ROLE_ANY,
    .stage = password_stage,
    .run = password_run,
};
