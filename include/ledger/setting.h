/* setting: the book's own settings, one row each: name, scope, kind, default, what it means.
 *
 * A setting of the scope OWN may be another one for a class of customers or for one customer; what
 * holds for a customer is its own value, else its class's, else the book's, else the default; of an
 * account that was merged, what holds for the one that stays.
 * Fails with: MISSING (no such setting), CONFLICT (fixed, or nobody's own), INPUT (the value). */
#ifndef LEDGER_SETTING_H
#define LEDGER_SETTING_H

#include "base/arena.h"
#include "ledger/tx.h"

enum setting_kind {
    SETTING_TEXT,
    SETTING_INT,
    SETTING_MONEY,
    SETTING_PERCENT,
    SETTING_FLAG,
    SETTING_CODE,
    SETTING_ACCOUNT
};
enum setting_scope {
    SETTING_BOOK,
    SETTING_FIXED, /* set once, when the book is made */
    SETTING_OWN    /* classes and customers may have their own */
};

struct setting {
    const char *name; /* "terms.default" */
    enum setting_kind kind;
    const char *otherwise; /* default as text */
    enum setting_scope scope;
    const char *help;
};
extern const struct setting settings[]; /* name NULL ends */
enum err setting_text(struct book *book, const char *name, struct arena *arena, const char **out);
/* INT, FLAG; PERCENT in ppm; MONEY in minor units of base */
int64_t setting_int(struct book *book, const char *name);
enum err setting_set(struct tx *tx, const char *name, const char *value);

/* ---- of a class, of a customer ---- */

struct setting_owner {
    const char *class;   /* NULL = none */
    int64_t customer_id; /* 0 = none; one of both is given */
};
/* What holds for a customer; 0: for the book. */
enum err setting_text_for(struct book *book, int64_t customer_id, const char *name,
                          struct arena *arena, const char **out);
int64_t setting_int_for(struct book *book, int64_t customer_id, const char *name);
/* Has the customer, or its class, any setting of its own? */
enum err setting_owned(struct book *book, int64_t customer_id, bool *out);
/* `value` NULL takes it away: what is above holds again. */
enum err setting_own_set(struct tx *tx, const struct setting_owner *owner, const char *name,
                         const char *value);
/* All of one setting, classes first; text lives until the next. */
struct setting_own {
    const char *class, *customer; /* its code; the one that it is not of is "" */
    const char *value;
};
enum err setting_own_each(struct book *book, const char *name,
                          enum err (*each)(void *self, const struct setting_own *own), void *self);

#endif
