/* approval: what one user may grant alone, and what waits until somebody grants it who may more
 * (RULES.md R14).
 *
 * A concession is a fact: what somebody let go, within the limit that held for them then. Judged is
 * what it adds up to by the clock: on the paper, for the customer in the month and in the last
 * seven days, by the user on the day; the largest of these sums must be within the user's limit of
 * that kind. What was taken back later still counts: nothing is split or repeated past a limit.
 * Above it, an approval: a row that holds a command with its arguments. It has not run and no
 * figure knows it; it is shown as pending. It ends once: approved by another user than its maker,
 * whose own limit suffices then, or rejected (by its maker too), or its last day passes.
 * A book without users knows no limits and writes no concessions.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (ended, expired), DENIED (own, limit). */
#ifndef LEDGER_APPROVAL_H
#define LEDGER_APPROVAL_H

#include "ledger/user.h"

struct concession {
    enum grant_kind kind;
    int64_t customer_id, item_id, document_id; /* 0 = none */
    struct money amount;                       /* above zero */
    struct date day;                           /* on which it is posted */
    const char *reason;                        /* NULL = none said */
    /* filled by concession_judge */
    int64_t base;             /* in the book's currency */
    int64_t reached, allowed; /* the largest sum with this, and the limit of who would grant it */
    const char *which; /* what that sum is of: "on this paper", "for the customer this month" */
};
/* How far it would go with this for who posts; *within: no more than the limit. */
enum err concession_judge(struct tx *tx, struct concession *concession, bool *within);
/* After concession_judge said within. approval_id 0: it needed none. */
enum err concession_write(struct tx *tx, const struct concession *concession, int64_t approval_id);

/* What was granted to a customer, the newest first; texts live until the next. */
struct granted_before {
    enum grant_kind kind;
    const char *document, *by; /* "" = of no paper */
    int64_t base, approval_id;
    struct date day;
};
enum err granted_each(struct book *book, int64_t customer_id,
                      enum err (*each)(void *self, const struct granted_before *granted),
                      void *self);

/* ---- what waits ---- */

enum approval_state { APPROVAL_OPEN, APPROVAL_APPROVED, APPROVAL_REJECTED, APPROVAL_EXPIRED };

struct approval {
    int64_t id, entry_id;
    const char *number; /* "A-12" */
    enum grant_kind kind;
    int64_t customer_id, item_id, document_id;
    const char *customer, *name, *document; /* codes and numbers, "" = none */
    struct money amount;
    int64_t base;
    struct date day, expires;
    const char *maker, *reason, *command;
    int64_t moment;
    /* how it ended */
    enum approval_state state;
    const char *decided_by, *why; /* "" = not yet */
    int64_t decided_at, ran_entry;
    bool withdrawn; /* rejected by its maker */
    bool is_signed; /* the decision, with a password */
};
const char *approval_status(const struct approval *approval); /* "waits", "withdrawn" */
enum err approval_write(struct tx *tx, const struct concession *concession, const char *command,
                        int64_t *id);
/* By "A-12" or "12". */
enum err approval_find(struct book *book, const char *number, struct arena *arena,
                       struct approval *out);
/* The one that the entry did nothing but ask for; 0 = it did what it says. */
enum err approval_of_entry(struct book *book, int64_t entry_id, int64_t *id);
struct approval_query {
    bool open;             /* only those that wait */
    int64_t customer_id;   /* 0 = all */
    struct date to;        /* dated by then; NONE = all */
    const char *waits_for; /* only what this user could decide on (not their own); NULL = all */
};
/* The newest first. */
enum err approval_list(struct book *book, const struct approval_query *query, struct arena *arena,
                       struct approval **out, int *count);
/* May this user approve it now? Not their own, not what has ended. */
enum err approval_may(struct book *book, const struct approval *approval, const char *name);
enum err approval_approve(struct tx *tx, const struct approval *approval, int64_t ran_entry);
enum err approval_reject(struct tx *tx, const struct approval *approval, const char *reason);

#endif
