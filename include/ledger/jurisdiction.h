/* jurisdiction: what the law of a country, or of a part of it, says of old debts and old credits.
 *
 * Master data: changes leave a row in `change`. A customer's country finds its row: the code itself
 * ("US-NY"), else its country ("US"); of its kind, else the row of both kinds. What a row does not
 * know (0 years) nobody guesses.
 * Memory: the arena given. Fails with: INPUT, MISSING. */
#ifndef LEDGER_JURISDICTION_H
#define LEDGER_JURISDICTION_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/limitation.h"

enum jurisdiction_kind { JURISDICTION_BUSINESS, JURISDICTION_CONSUMER, JURISDICTION_EITHER };
extern const char *const jurisdiction_kinds[]; /* words in the order of the enum, NULL ends */

struct jurisdiction {
    int64_t id;
    const char *code, *name, *source;
    enum jurisdiction_kind kind;
    int years; /* until a claim lapses; 0 = not known */
    enum limitation_counted counted;
    int dormant_years; /* until a credit is dormant; 0 = as the setting dormant.years says */
    bool income;       /* dormant credits may be taken to income */
};
/* By code, kind. */
enum err jurisdiction_list(struct book *book, struct arena *arena, struct jurisdiction **out,
                           int *count);
/* A new row, or the row of this code and kind changed. */
enum err jurisdiction_set(struct tx *tx, const struct jurisdiction *jurisdiction);
/* That of a customer among those listed; NULL = none. kind: 0 business, 1 consumer. */
const struct jurisdiction *jurisdiction_of(const struct jurisdiction *rows, int count,
                                           const char *country, int kind);

/* ---- the day on which an item lapses, where somebody said it ---- */

/* A claim that was acknowledged, sued for, or cut short: it lapses on that day instead. */
enum err limitation_set(struct tx *tx, int64_t item_id, struct date until, const char *reason);
/* DATE_NONE: by the rule. */
enum err limitation_said(struct book *book, int64_t item_id, struct arena *arena,
                         struct date *until, const char **reason);

#endif
