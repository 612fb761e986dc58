/* bankrule: what is done with lines of the bank of a kind: the first rule in order that fits.
 *
 * A rule is a pattern (base/filter.h, over the columns of `bank list`) and the account that such
 * lines are booked against. Master data: a rule is never rewritten, only ended.
 * Fails with: MISSING, CONFLICT (the place is taken). Memory: the arena given. */
#ifndef LEDGER_BANKRULE_H
#define LEDGER_BANKRULE_H

#include "base/arena.h"
#include "ledger/tx.h"

struct bank_rule {
    int64_t id, place, account_id;
    const char *pattern, *text, *account, *account_name;
};
/* place 0: behind the last one. */
enum err bank_rule_add(struct tx *tx, const struct bank_rule *rule, int64_t *id);
enum err bank_rule_end(struct tx *tx, int64_t id);
/* Those in force, in order. */
enum err bank_rule_list(struct book *book, struct arena *arena, struct bank_rule **out, int *count);

#endif
