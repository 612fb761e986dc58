#include "app/entering.h"

#include "app/signing.h"
#include "ledger/user.h"

#include <string.h>

/* Whoever has an account of its own works from that alone. */
static enum err own_judge(struct session *session, struct arena *arena)
{
    const char *account = session->account, *works;
    unsigned roles = 0;
    bool any = false;

    if (session->user && strcmp(session->user, account) != 0)
        return fail(session->note, ERR_DENIED,
                    "--user: the account %.60s is not shared, so nobody else can be taken on it",
                    account);
    TRY(user_roles(session->book, account, &any, &roles));
    TRY(account_of_user(session->book, account, arena, &works));
    if (any && roles && strcmp(works, account) != 0)
        return fail(session->note, ERR_DENIED, "%.60s works with this book from the account %.60s",
                    account, works);
    return ERR_OK;
}

enum err entering_who(struct session *session, struct arena *arena, const char ***users, int *count)
{
    if (!session->account)
        session->account = session->actor;
    TRY(account_users(session->book, session->account, arena, users, count));
    return *count ? ERR_OK : own_judge(session, arena);
}

static const char *names_say(const char *const *users, int count, struct arena *arena)
{
    const char *text = users[0];

    for (int i = 1; i < count; i++)
        text = arena_format(arena, "%s%s%s", text, i + 1 < count ? ", " : " and ", users[i]);
    return text;
}

enum err entering_as(struct session *session, const char *name, struct arena *arena)
{
    const char **users = NULL;
    int count = 0, at = 0;

    TRY(entering_who(session, arena, &users, &count));
    while (at < count && strcmp(users[at], name) != 0)
        at++;
    if (at < count)
        return ERR_OK;
    return fail(session->note, ERR_DENIED, "%.60s does not work from the account %.60s", name,
                session->account);
}

enum err entered_as(struct session *session, const char *name)
{
    struct password_state state;

    TRY(password_state(session->book, name, &state));
    session->actor = name;
    session->entered = true;
    session->lent = state.lent;
    return ERR_OK;
}

enum err entering(struct session *session, struct arena *arena)
{
    const char **users = NULL;
    int count = 0;

    TRY(entering_who(session, arena, &users, &count));
    if (count == 0)
        return ERR_OK;
    if (!session->user)
        return fail(session->note, ERR_USAGE,
                    "the account %.60s is shared by %s: --user NAME says who you are",
                    session->account, names_say(users, count, arena));
    TRY(entering_as(session, session->user, arena));
    TRY(signing_prove(session, session->user, SIGN_UNLOCKED,
                      arena_format(arena, "Password of %s", session->user)));
    return entered_as(session, session->user);
}
