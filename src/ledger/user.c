/* user: rows of users and their limits; the last one of a name holds. */
#include "ledger/user.h"

#include "ledger/local.h"
#include "ledger/setting.h"

#include <string.h>

#define CLOCK_SLACK MOMENT_DAY

static const struct {
    const char *word, *name, *setting;
} grants[GRANT_KINDS] = {
#define X(kind, word, otherwise, name) {word, name, "limit." word},
    GRANTS(X)
#undef X
};

const char *grant_word(enum grant_kind kind)
{
    return grants[kind].word;
}

const char *grant_name(enum grant_kind kind)
{
    return grants[kind].name;
}

enum err users_any(struct book *book, bool *any)
{
    int64_t id = 0;

    TRY(db_get(book->db, &id, 0, "SELECT id FROM book_user LIMIT 1", ""));
    *any = id != 0;
    return ERR_OK;
}

static enum err limits_read(struct book *book, struct user *user)
{
    for (int kind = 0; kind < GRANT_KINDS; kind++)
        TRY(db_get(book->db, &user->limits[kind], LIMIT_BOOK,
                   "SELECT amount FROM user_limit WHERE name = $1 AND kind = $2"
                   " ORDER BY id DESC LIMIT 1",
                   "ti", user->name, (int64_t)kind));
    return ERR_OK;
}

/* *is false when nobody has the name. */
static enum err read_one(struct book *book, const char *name, struct arena *arena, struct user *out,
                         bool *is)
{
    struct stmt *q = db_sql(book->db, "SELECT name, full_name, roles, active FROM book_user"
                                      " WHERE name = $1 ORDER BY id DESC LIMIT 1");

    bind_text(q, 1, name);
    *is = stmt_row(q);
    if (*is)
        *out = (struct user){.name = arena_text(arena, col_text(q, 0)),
                             .full_name = arena_text(arena, col_text(q, 1)),
                             .roles = (unsigned)col_i64(q, 2),
                             .active = col_i64(q, 3) == 1};
    TRY(stmt_end(q));
    return *is ? limits_read(book, out) : ERR_OK;
}

enum err user_roles(struct book *book, const char *name, bool *any, unsigned *roles)
{
    int64_t found = 0;

    *roles = 0;
    TRY(users_any(book, any));
    if (!*any) {
        *roles = ~0u;
        return ERR_OK;
    }
    TRY(db_get(book->db, &found, 0,
               "SELECT roles * active FROM book_user WHERE name = $1 ORDER BY id DESC LIMIT 1", "t",
               name));
    *roles = (unsigned)found;
    return ERR_OK;
}

enum err user_judge(struct book *book, const char *name, enum role wanted, const char *what)
{
    struct arena arena = {0};
    unsigned roles = 0;
    bool any = false;
    enum err e = user_roles(book, name, &any, &roles);

    struct user user;
    bool was = false;

    if (e == ERR_OK && roles == 0)
        e = read_one(book, name, &arena, &user, &was);
    if (e == ERR_OK && roles == 0 && was)
        e = fail(book->note, ERR_DENIED, "%.60s does not work with this book any more", name);
    else if (e == ERR_OK && roles == 0)
        e = fail(book->note, ERR_DENIED,
                 "%.60s is no user of this book; an admin adds one with `user add`", name);
    else if (e == ERR_OK && !role_may(roles, wanted))
        e = fail(book->note, ERR_DENIED, "%s needs the role %s; %.60s has %s", what,
                 role_word(wanted), name, roles_text(roles, &arena));
    arena_done(&arena);
    return e;
}

enum err user_judge_writes(struct book *book, const char *name)
{
    unsigned roles = 0;
    bool any = false;

    TRY(user_roles(book, name, &any, &roles));
    return role_writes(roles) ? ERR_OK
                              : fail(book->note, ERR_DENIED,
                                     roles ? "%.60s may read this book and write nothing in it"
                                           : "%.60s is no user of this book",
                                     name);
}

/* Whoever sets the clock back could date entries as he likes, and so could a machine whose battery
 * is empty. A manager's entry is counted from, whichever clock was wrong. */
enum err user_judge_clock(struct book *book, const char *name)
{
    char said[MOMENT_TEXT], last_said[MOMENT_TEXT];
    const int64_t now = book_moment(book);
    unsigned roles = 0;
    int64_t last = 0;
    bool any = false;

    TRY(db_get(book->db, &last, 0, "SELECT moment FROM entry ORDER BY id DESC LIMIT 1", ""));
    if (now >= last - CLOCK_SLACK)
        return ERR_OK;
    TRY(user_roles(book, name, &any, &roles));
    return role_may(roles, ROLE_MANAGER)
               ? ERR_OK
               : fail(book->note, ERR_DENIED,
                      "the clock of this computer says %.16s, but the last entry was made at %.16s "
                      "UTC: set the clock right, or a manager posts first",
                      moment_iso(now, said), moment_iso(last, last_said));
}

enum err user_find(struct book *book, const char *name, struct arena *arena, struct user *out)
{
    bool is = false;

    TRY(read_one(book, name, arena, out, &is));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no user %.60s; `user list` shows them",
                     name);
}

enum err user_list(struct book *book, struct arena *arena, struct user **out, int *count)
{
    struct stmt *q = db_sql(book->db, "SELECT u.name, u.full_name, u.roles, u.active FROM book_user"
                                      " u WHERE u.id = (SELECT MAX(x.id) FROM book_user x"
                                      " WHERE x.name = u.name) ORDER BY u.name");
    int room = 0;

    *out = NULL;
    *count = 0;
    while (stmt_row(q)) {
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = (struct user){.name = arena_text(arena, col_text(q, 0)),
                                           .full_name = arena_text(arena, col_text(q, 1)),
                                           .roles = (unsigned)col_i64(q, 2),
                                           .active = col_i64(q, 3) == 1};
    }
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(limits_read(book, &(*out)[i]));
    return ERR_OK;
}

enum err user_allowed(struct book *book, const char *name, enum grant_kind kind, int64_t *out)
{
    unsigned roles = 0;
    bool any = false;

    TRY(user_roles(book, name, &any, &roles));
    TRY(db_get(book->db, out, LIMIT_BOOK,
               "SELECT amount FROM user_limit WHERE name = $1 AND kind = $2"
               " ORDER BY id DESC LIMIT 1",
               "ti", name, (int64_t)kind));
    if (!any)
        *out = MONEY_MAX;
    else if (*out == LIMIT_BOOK)
        *out = role_may(roles, ROLE_MANAGER) ? MONEY_MAX : setting_int(book, grants[kind].setting);
    return ERR_OK;
}

/* ---- operations ---- */

static enum err row_write(struct tx *tx, const struct user *user)
{
    const int64_t numbers[] = {tx->entry_id, user->roles, user->active};
    const char *const texts[] = {user->name, user->full_name ? user->full_name : ""};
    int64_t id = 0;

    return fact_write(tx, FACT_USER,
                      "INSERT INTO book_user (entry_id, roles, active, name, full_name)"
                      " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                      numbers, 3, texts, 2, &id);
}

static enum err limits_write(struct tx *tx, const struct user *user, const struct user *before)
{
    for (int kind = 0; kind < GRANT_KINDS; kind++) {
        const int64_t numbers[] = {tx->entry_id, kind, user->limits[kind]};
        int64_t id = 0;
        if (user->limits[kind] == (before ? before->limits[kind] : LIMIT_BOOK))
            continue;
        TRY(fact_write(tx, FACT_USER_LIMIT,
                       "INSERT INTO user_limit (entry_id, kind, amount, name)"
                       " VALUES ($1, $2, $3, $4) RETURNING id",
                       numbers, 3, &user->name, 1, &id));
    }
    return ERR_OK;
}

/* Roles that do not go together are refused, unless the firm is so small that it wants them
 * reported instead. */
static enum err roles_judge(struct tx *tx, const struct user *user)
{
    const char *why = role_conflict(user->roles);

    if (user->roles == 0)
        return fail(tx_note(tx), ERR_INPUT, "a user has at least one role");
    if (!why || !user->active || setting_int(tx->book, "duties.report"))
        return ERR_OK;
    return fail(tx_note(tx), ERR_CONFLICT,
                "%s; a firm that is too small sets duties.report, and `report duties` then shows "
                "it every day",
                why);
}

/* Somebody must be left who can let others in. */
static enum err admin_judge(struct tx *tx, const struct user *user)
{
    int64_t others = 0;

    if (user->active && role_may(user->roles, ROLE_ADMIN))
        return ERR_OK;
    TRY(db_get(tx->book->db, &others, 0,
               "SELECT COUNT(*) FROM book_user u WHERE u.active = 1 AND u.roles >= $1"
               " AND u.name <> $2 AND u.id = (SELECT MAX(x.id) FROM book_user x"
               " WHERE x.name = u.name)",
               "it", (int64_t)ROLE_BIT(ROLE_ADMIN), user->name));
    return others ? ERR_OK
                  : fail(tx_note(tx), ERR_CONFLICT,
                         "%.60s is the only admin: nobody could give roles any more; make "
                         "somebody else admin first",
                         user->name);
}

/* Who gives roles and limits gives none of them to oneself, unless there is nobody else. */
static enum err own_judge(struct tx *tx, const struct user *user, const struct user *before)
{
    int64_t others = 0;

    if (strcmp(user->name, tx->actor) != 0 ||
        ((user->roles & ~before->roles) == 0 &&
         memcmp(user->limits, before->limits, sizeof user->limits) == 0))
        return ERR_OK;
    TRY(db_get(tx->book->db, &others, 0, "SELECT COUNT(*) FROM book_user WHERE name <> $1", "t",
               user->name));
    return others ? fail(tx_note(tx), ERR_CONFLICT,
                         "%.60s is you: nobody gives a role or a limit to oneself, another admin "
                         "does",
                         user->name)
                  : ERR_OK;
}

enum err user_add(struct tx *tx, const struct user *user, bool *founded)
{
    struct arena arena = {0};
    struct user before;
    bool is = false, any = false;
    enum err e;

    *founded = false;
    TRY_OUT(read_one(tx->book, user->name, &arena, &before, &is));
    if (is)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT, "%.60s is a user already; `user set` changes it",
                     user->name));
    TRY_OUT(users_any(tx->book, &any));
    if (!any && strcmp(user->name, tx->actor) == 0) {
        if (!role_may(user->roles, ROLE_ADMIN))
            TRY_OUT(fail(tx_note(tx), ERR_CONFLICT,
                         "the first user is who lets others in: add yourself with the role admin, "
                         "or add somebody else, and you become admin and manager"));
    } else {
        TRY_OUT(roles_judge(tx, user));
    }
    if (!any && strcmp(user->name, tx->actor) != 0) {
        struct user founder = {.name = tx->actor,
                               .full_name = "",
                               .roles = ROLE_BIT(ROLE_ADMIN) | ROLE_BIT(ROLE_MANAGER),
                               .active = true};
        TRY_OUT(row_write(tx, &founder));
        *founded = true;
    }
    TRY_OUT(row_write(tx, user));
    TRY_OUT(limits_write(tx, user, NULL));
out:
    arena_done(&arena);
    return e;
}

enum err user_set(struct tx *tx, const struct user *user)
{
    struct arena arena = {0};
    struct user before;
    enum err e;

    TRY_OUT(user_find(tx->book, user->name, &arena, &before));
    TRY_OUT(own_judge(tx, user, &before));
    if (user->roles != before.roles || user->active != before.active) {
        TRY_OUT(roles_judge(tx, user));
        TRY_OUT(admin_judge(tx, user));
    }
    TRY_OUT(row_write(tx, user));
    TRY_OUT(limits_write(tx, user, &before));
out:
    arena_done(&arena);
    return e;
}
