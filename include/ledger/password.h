/* password: the words by which users prove who they are, where that is asked (TRUST.md 5.2).
 *
 * Who works is told by the operating system. A password is asked where that is not enough: on an
 * account that several users share, to unlock a desk that was left alone, and to sign.
 * Facts: hashes of passwords (the last of a name holds, "" = none any more), wrong ones, and what
 * was signed. A password that somebody else set is to be changed by its user first.
 * Knows: no password, only hashes (base/secret.h). Memory: embedded, or the arena given.
 * Fails with: MISSING, CONFLICT, DENIED (locked). */
#ifndef LEDGER_PASSWORD_H
#define LEDGER_PASSWORD_H

#include "base/arena.h"
#include "base/secret.h"
#include "ledger/tx.h"

struct password_state {
    char hash[SECRET_HASH_ROOM]; /* "" = has none */
    bool lent;                   /* somebody else set it: it is to be changed */
    int64_t failures;            /* in a row, up to now */
    int64_t last_failure;        /* moment */
};
enum err password_state(struct book *book, const char *name, struct password_state *out);
/* DENIED while too many wrong ones lock the user. */
enum err password_judge(struct book *book, const char *name, const struct password_state *state);
/* Does the user have one? */
enum err password_is(struct book *book, const char *name, bool *out);

/* For a user of the book; in a book without users, for whoever works. MISSING for anybody else. */
enum err password_set(struct tx *tx, const char *name, const char *hash);
/* CONFLICT when there is none, or when its user could not come in any more without. */
enum err password_clear(struct tx *tx, const char *name);
enum err password_failed(struct tx *tx, const char *name);

enum sign_kind { SIGN_CAME, SIGN_UNLOCKED, SIGN_ACT };
/* The right one was given; SIGN_ACT: for what the entry does. */
enum err sign_write(struct tx *tx, enum sign_kind kind, const char *name, const char *place);
/* Was the entry signed with a password? */
enum err sign_of_entry(struct book *book, int64_t entry_id, bool *out);

/* When somebody came in last, and how many wrong passwords there were since; moment 0 = never. */
struct seen {
    int64_t moment, failures;
    const char *place;
};
enum err password_seen(struct book *book, const char *name, struct arena *arena, struct seen *out);

/* ---- accounts of the operating system that several share ---- */

/* Active users who work from an account, by name; none when it is nobody's but its own. */
enum err account_users(struct book *book, const char *account, struct arena *arena,
                       const char ***out, int *count);
/* From where a user works: the account of its own name, else what was said. */
enum err account_of_user(struct book *book, const char *name, struct arena *arena,
                         const char **out);
/* CONFLICT when a user who works from there already would be asked for a password and has none. */
enum err account_set(struct tx *tx, const char *name, const char *account);

#endif
