/* password: rows of hashes, of wrong passwords and of signatures; the last of a name holds. */
#include "ledger/password.h"

#include "ledger/local.h"
#include "ledger/user.h"
#include "rules/passwordrule.h"

#include <stdio.h>
#include <string.h>

/* ---- what holds ---- */

static enum err hash_read(struct book *book, const char *name, struct password_state *out)
{
    struct stmt *q = db_sql(book->db, "SELECT p.phrase, e.actor FROM user_password p"
                                      " JOIN entry e ON e.id = p.entry_id WHERE p.name = $1"
                                      " ORDER BY p.id DESC LIMIT 1");

    bind_text(q, 1, name);
    if (stmt_row(q)) {
        snprintf(out->hash, sizeof out->hash, "%s", col_text(q, 0));
        out->lent = *out->hash && strcmp(col_text(q, 1), name) != 0;
    }
    return stmt_end(q);
}

/* Wrong ones since the last right one, or since it was set. */
static enum err failures_read(struct book *book, const char *name, int64_t *count, int64_t *last)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT COUNT(*), COALESCE(MAX(f.moment), 0) FROM password_failure f WHERE f.name = $1"
        " AND f.entry_id > COALESCE((SELECT s.entry_id FROM user_sign s WHERE s.name = $1"
        " ORDER BY s.id DESC LIMIT 1), 0)"
        " AND f.entry_id > COALESCE((SELECT p.entry_id FROM user_password p WHERE p.name = $1"
        " ORDER BY p.id DESC LIMIT 1), 0)");

    bind_text(q, 1, name);
    *count = *last = 0;
    if (stmt_row(q)) {
        *count = col_i64(q, 0);
        *last = col_i64(q, 1);
    }
    return stmt_end(q);
}

enum err password_state(struct book *book, const char *name, struct password_state *out)
{
    *out = (struct password_state){.failures = 0};
    TRY(hash_read(book, name, out));
    return failures_read(book, name, &out->failures, &out->last_failure);
}

enum err password_judge(struct book *book, const char *name, const struct password_state *state)
{
    const int wait = password_wait(state->failures, state->last_failure, book_moment(book));

    if (wait == 0)
        return ERR_OK;
    return fail(book->note, ERR_DENIED,
                "%d wrong passwords for %.60s in a row: the next may be tried in %d second%s",
                PASSWORD_TRIES, name, wait, wait == 1 ? "" : "s");
}

enum err password_is(struct book *book, const char *name, bool *out)
{
    struct password_state state = {.failures = 0};

    TRY(hash_read(book, name, &state));
    *out = *state.hash != 0;
    return ERR_OK;
}

enum err password_seen(struct book *book, const char *name, struct arena *arena, struct seen *out)
{
    struct stmt *q = db_sql(book->db, "SELECT moment, place, entry_id FROM user_sign"
                                      " WHERE name = $1 AND kind = $2 ORDER BY id DESC LIMIT 1");
    int64_t entry_id = 0;

    *out = (struct seen){.place = ""};
    bind_text(q, 1, name);
    bind_i64(q, 2, SIGN_CAME);
    if (stmt_row(q)) {
        out->moment = col_i64(q, 0);
        out->place = arena_text(arena, col_text(q, 1));
        entry_id = col_i64(q, 2);
    }
    TRY(stmt_end(q));
    return db_get(book->db, &out->failures, 0,
                  "SELECT COUNT(*) FROM password_failure WHERE name = $1 AND entry_id > $2", "ti",
                  name, entry_id);
}

enum err sign_of_entry(struct book *book, int64_t entry_id, bool *out)
{
    int64_t id = 0;

    TRY(db_get(book->db, &id, 0, "SELECT id FROM user_sign WHERE entry_id = $1 AND kind = $2", "ii",
               entry_id, (int64_t)SIGN_ACT));
    *out = id != 0;
    return ERR_OK;
}

/* ---- accounts that several share ---- */

enum err account_of_user(struct book *book, const char *name, struct arena *arena, const char **out)
{
    struct stmt *q = db_sql(book->db, "SELECT account FROM user_account WHERE name = $1"
                                      " ORDER BY id DESC LIMIT 1");

    bind_text(q, 1, name);
    *out = arena_text(arena, stmt_row(q) ? col_text(q, 0) : name);
    return stmt_end(q);
}

enum err account_users(struct book *book, const char *account, struct arena *arena,
                       const char ***out, int *count)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT u.name FROM book_user u WHERE u.active = 1 AND u.id ="
        " (SELECT MAX(x.id) FROM book_user x WHERE x.name = u.name) AND COALESCE((SELECT a.account"
        " FROM user_account a WHERE a.name = u.name ORDER BY a.id DESC LIMIT 1), u.name) = $1"
        " AND EXISTS (SELECT 1 FROM user_account b WHERE b.account = $1) ORDER BY u.name");
    int room = 0;
    bool others = false;

    *out = NULL;
    *count = 0;
    bind_text(q, 1, account);
    while (stmt_row(q)) {
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = arena_text(arena, col_text(q, 0));
        others = others || strcmp(col_text(q, 0), account) != 0;
    }
    if (!others)
        *count = 0; /* nobody but whose own it is */
    return stmt_end(q);
}

/* ---- operations ---- */

static enum err user_is(struct tx *tx, const char *name)
{
    struct arena arena = {0};
    struct user user;
    bool any = false;
    enum err e;

    TRY_OUT(users_any(tx->book, &any));
    if (any)
        TRY_OUT(user_find(tx->book, name, &arena, &user));
    else if (strcmp(name, tx->actor) != 0)
        TRY_OUT(
            fail(tx_note(tx), ERR_MISSING, "there is no user %.60s; this book has only you", name));
out:
    arena_done(&arena);
    return e;
}

static enum err hash_write(struct tx *tx, const char *name, const char *hash)
{
    const char *const texts[] = {name, hash};
    int64_t id = 0;

    return fact_write(tx, FACT_PASSWORD,
                      "INSERT INTO user_password (entry_id, name, phrase) VALUES ($1, $2, $3)"
                      " RETURNING id",
                      &tx->entry_id, 1, texts, 2, &id);
}

enum err password_set(struct tx *tx, const char *name, const char *hash)
{
    must(*hash);
    TRY(user_is(tx, name));
    return hash_write(tx, name, hash);
}

enum err password_clear(struct tx *tx, const char *name)
{
    struct arena arena = {0};
    const char **users = NULL, *account = NULL;
    bool is = false;
    int count = 0;
    enum err e;

    TRY_OUT(user_is(tx, name));
    TRY_OUT(password_is(tx->book, name, &is));
    if (!is)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT, "%.60s has no password", name));
    TRY_OUT(account_of_user(tx->book, name, &arena, &account));
    TRY_OUT(account_users(tx->book, account, &arena, &users, &count));
    if (count > 0)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT,
                     "%.60s works from %.60s, which others share, and could not come in without a "
                     "password; give a new one instead",
                     name, account));
    TRY_OUT(hash_write(tx, name, ""));
out:
    arena_done(&arena);
    return e;
}

enum err password_failed(struct tx *tx, const char *name)
{
    const int64_t numbers[] = {tx->entry_id, tx->moment};
    int64_t id = 0;

    return fact_write(tx, FACT_PASSWORD_FAILURE,
                      "INSERT INTO password_failure (entry_id, moment, name) VALUES ($1, $2, $3)"
                      " RETURNING id",
                      numbers, 2, &name, 1, &id);
}

enum err sign_write(struct tx *tx, enum sign_kind kind, const char *name, const char *place)
{
    const int64_t numbers[] = {tx->entry_id, kind, tx->moment};
    const char *const texts[] = {name, place};
    int64_t id = 0;

    return fact_write(tx, FACT_USER_SIGN,
                      "INSERT INTO user_sign (entry_id, kind, moment, name, place)"
                      " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                      numbers, 3, texts, 2, &id);
}

/* Whoever works from there alone is asked for a password from now on. */
static enum err owner_judge(struct tx *tx, const char *account)
{
    struct arena arena = {0};
    const char *works = NULL;
    unsigned roles = 0;
    bool any = false, is = false;
    enum err e;

    TRY_OUT(user_roles(tx->book, account, &any, &roles));
    TRY_OUT(account_of_user(tx->book, account, &arena, &works));
    TRY_OUT(password_is(tx->book, account, &is));
    if (any && roles && strcmp(works, account) == 0 && !is)
        TRY_OUT(fail(tx_note(tx), ERR_CONFLICT,
                     "%.60s works from this account without a password and could not come in any "
                     "more: `user password` gives one first",
                     account));
out:
    arena_done(&arena);
    return e;
}

enum err account_set(struct tx *tx, const char *name, const char *account)
{
    const char *const texts[] = {name, account};
    int64_t id = 0;

    TRY(user_is(tx, name));
    if (!account[strspn(account, " ")])
        return fail(tx_note(tx), ERR_INPUT, "an account of the operating system has a name");
    if (strcmp(name, account) != 0)
        TRY(owner_judge(tx, account));
    return fact_write(tx, FACT_USER_ACCOUNT,
                      "INSERT INTO user_account (entry_id, name, account) VALUES ($1, $2, $3)"
                      " RETURNING id",
                      &tx->entry_id, 1, texts, 2, &id);
}
