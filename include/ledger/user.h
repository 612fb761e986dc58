/* user: who works with the book, in which roles, and up to which limits (RULES.md R14, TRUST.md 5).
 *
 * A user is a user name of the operating system. Facts: each change is a row, the last one of a
 * name holds, so what somebody was and might grant on any day stays known. A book without users is
 * a one-person firm: nobody is asked. The first user that is added starts it: whoever adds becomes
 * admin and manager. At least one active user stays admin, so nobody locks himself out; beyond
 * the founding nobody gives a role or a limit to oneself.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (there already, roles that do not go
 * together, the last admin, one's own), DENIED. */
#ifndef LEDGER_USER_H
#define LEDGER_USER_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/role.h"

/* What a user grants up to a limit. A new kind goes to the end: its number is stored.
 * X(kind, word, setting's default, what it is) */
#define GRANTS(X)                                                                                  \
    X(WRITEOFF, "writeoff", "50.00", "write-off")                                                  \
    X(CREDIT, "credit", "500.00", "credit memo")                                                   \
    X(REFUND, "refund", "100.00", "refund")                                                        \
    X(LIMIT, "credit-limit", "5000.00", "credit limit raise")                                      \
    X(DISCOUNT, "discount", "20.00", "unearned discount")
enum grant_kind {
#define X(kind, word, otherwise, name) GRANT_##kind,
    GRANTS(X)
#undef X
        GRANT_KINDS
};
const char *grant_word(enum grant_kind kind); /* "writeoff" */
const char *grant_name(enum grant_kind kind); /* "write-off" */

#define LIMIT_BOOK INT64_C(-1) /* as role and settings say */

struct user {
    const char *name, *full_name;
    unsigned roles; /* rules/role.h */
    bool active;
    int64_t limits[GRANT_KINDS]; /* minor units of base; LIMIT_BOOK; MONEY_MAX = none */
};
/* Users at all? */
enum err users_any(struct book *book, bool *any);
/* What somebody may be: 0 for who is no user, or inactive. All roles in a book without users. */
enum err user_roles(struct book *book, const char *name, bool *any, unsigned *roles);
/* DENIED unless the role may; `what` is said: "period close". */
enum err user_judge(struct book *book, const char *name, enum role wanted, const char *what);
/* DENIED for who only reads, and for who is no user. */
enum err user_judge_writes(struct book *book, const char *name);
/* DENIED when the clock is more than a day behind the last entry, and this is no manager. */
enum err user_judge_clock(struct book *book, const char *name);
enum err user_find(struct book *book, const char *name, struct arena *arena, struct user *out);
/* By name. */
enum err user_list(struct book *book, struct arena *arena, struct user **out, int *count);
/* Up to how much somebody may grant: the own limit, else none for managers, else the setting. */
enum err user_allowed(struct book *book, const char *name, enum grant_kind kind, int64_t *out);

/* *founded: whoever adds became a user as well, admin and manager, since there was none. */
enum err user_add(struct tx *tx, const struct user *user, bool *founded);
enum err user_set(struct tx *tx, const struct user *user);

#endif
