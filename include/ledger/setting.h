/* setting: the book's own settings, one row each: name, kind, default, what it means. */
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

struct setting {
    const char *name;       /* "terms.default" */
    enum setting_kind kind;
    const char *otherwise;  /* default as text */
    bool fixed;             /* set once, when the book is made */
    const char *help;
};
extern const struct setting settings[]; /* name NULL ends */
const struct setting *setting_row(const char *name); /* NULL = no such setting */
enum err setting_text(struct book *book, const char *name, struct arena *arena, const char **out);
/* INT, FLAG; PERCENT in ppm; MONEY in minor units of base */
int64_t setting_int(struct book *book, const char *name);
enum err setting_set(struct tx *tx, const char *name, const char *value);

#endif
