/* alias: what a payer is known by, and whose money that is then (RULES.md R3 step 0).
 *
 * Master data: adding and taking away leave a row in `change`. Only what somebody confirmed is
 * kept, so every active alias may be followed by itself; one that is not active says that it was
 * asked and denied, or taken away, and is not asked again.
 * Holds: values are compared folded: an account by its letters and digits, a number as references
 * are (rules/reference.h), a name by its words without case, marks and punctuation.
 * Fails with: INPUT (nothing to compare), CONFLICT (there already), MISSING. Memory: the arena
 * given. */
#ifndef LEDGER_ALIAS_H
#define LEDGER_ALIAS_H

#include "base/arena.h"
#include "ledger/tx.h"

enum alias_kind {
    ALIAS_ACCOUNT, /* bank account, or the MICR line of a cheque */
    ALIAS_NUMBER,  /* the number under which the payer keeps his account with us */
    ALIAS_NAME
};
const char *alias_word(enum alias_kind kind); /* "account" */
/* As it is compared; "" when nothing is left. */
const char *alias_folded(enum alias_kind kind, const char *value, struct arena *arena);

struct alias {
    int64_t id;
    enum alias_kind kind;
    const char *value;
    int64_t customer_id;
    const char *customer;  /* its code */
    const char *source;    /* the payment that it was learned from, "" = typed */
    const char *confirmed; /* by whom */
    bool active;
};
enum err alias_add(struct tx *tx, const struct alias *alias, int64_t *id);
/* It was asked, and it is not so: kept, so that nobody is asked again. */
enum err alias_deny(struct tx *tx, const struct alias *alias);
enum err alias_remove(struct tx *tx, int64_t id);
enum err alias_get(struct book *book, int64_t id, struct arena *arena, struct alias *out);
/* Of a customer (0 = all), by customer, kind and value; `all`: inactive ones too. */
enum err alias_list(struct book *book, int64_t customer_id, bool all, struct arena *arena,
                    struct alias **out, int *count);
/* Whose it is: *customer_id 0 when nobody's, or of more than one, which *customers tells. */
enum err alias_find(struct book *book, enum alias_kind kind, const char *value,
                    int64_t *customer_id, int *customers);
/* Was this ever said or denied of that customer? */
enum err alias_known(struct book *book, enum alias_kind kind, const char *value,
                     int64_t customer_id, bool *out);

#endif
