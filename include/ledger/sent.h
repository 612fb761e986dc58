/* sent: the statements that were sent: what a customer was told that it owes.
 *
 * A fact each, numbered from a series without gaps ("ST-1001"). The balance is what the customer's
 * items on accounts receivable came to on that day, posted by then, as known when it was written;
 * the proof works it out again.
 * A statement that goes to a customer gathers the branches whose statement was to go to it on that
 * day (RULES.md R15), and the accounts that were merged into one of them; what each of these owed
 * is noted with it. A branch has no statement of its own then: every item stands on one.
 * Fails with: INPUT (days), CONFLICT (its items stand on the statement of another). Memory: the
 * arena given. */
#ifndef LEDGER_SENT_H
#define LEDGER_SENT_H

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"
#include "ledger/tx.h"

struct sent {
    int64_t id, entry_id, customer_id;
    const char *number;
    const char *customer; /* its code */
    bool activity;        /* all that happened from `from` on; else what was open */
    struct date from, day;
    struct money balance;
};
/* Works the balance out; number and id are given back in `out`. */
enum err sent_add(struct tx *tx, const struct sent *sent, struct arena *arena, struct sent *out);
/* The last ones of a customer in a currency, newest day first. */
enum err sent_last(struct book *book, int64_t customer_id, struct currency currency, int most,
                   struct arena *arena, struct sent **out, int *count);
/* The newest of a customer for the same currency and period that went out on a day, by its number;
 * NULL = none. */
enum err sent_on(struct book *book, const struct sent *same, struct date day, struct arena *arena,
                 const char **number);
/* One customer's (0 = all) in order of number; text lives until the next. */
enum err sent_each(struct book *book, int64_t customer_id,
                   enum err (*each)(void *self, const struct sent *sent), void *self);
/* Whose statement has this number; 0 = there is none. */
enum err sent_customer(struct book *book, const char *number, int64_t *customer_id);
/* On whose statement the items of a customer stand on a day; itself when on its own. */
enum err sent_node(struct book *book, int64_t customer_id, struct date day, int64_t *out);
/* The customers on the statement of one on a day: itself first, then its branches by code. Merged
 * accounts are not named: they count with the account that stayed. */
enum err sent_branches(struct book *book, int64_t customer_id, struct date day,
                       struct arena *arena, int64_t **out, int *count);
/* The codes of the branches on it, "NORTH, SOUTH"; "" = nobody's but its own. */
enum err sent_branches_words(struct book *book, int64_t customer_id, struct date day,
                             struct arena *arena, const char **out);
/* What the statement of a customer on a day comes to, in the currency of *out. */
enum err sent_balance(struct book *book, int64_t customer_id, struct date day, struct money *out);
/* What a customer owes on a day in the currency of *out, on all accounts that were one with it when
 * the entry `one_by` was written, by what had been entered until the entry `known_by`; 0 = now. */
enum err sent_owed_as_one(struct book *book, int64_t customer_id, struct date day, int64_t one_by,
                          int64_t known_by, struct money *out);
/* The currencies in which anything was ever posted to whom a statement gathers, by code. */
enum err sent_currencies(struct book *book, int64_t customer_id, struct date day,
                         struct arena *arena, struct currency **out, int *count);

#endif
