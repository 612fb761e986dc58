/* assertion: what a customer says that it owed at the end of a day; the proof keeps checking it.
 *
 * It holds when the customer's items on accounts receivable, posted by that day, come to the amount
 * in that currency: those of the accounts that were one with it when it was written, or when the
 * letter was that it answers. One that does not hold may be asserted: the proof names it until it
 * holds or is withdrawn.
 * Fails with: INPUT (a day to come), MISSING, CONFLICT (withdrawn already). Memory: the arena. */
#ifndef LEDGER_ASSERTION_H
#define LEDGER_ASSERTION_H

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"
#include "ledger/tx.h"

struct assertion {
    int64_t id, entry_id, customer_id;
    int64_t confirmation_id; /* the letter that it answers; 0 = none */
    const char *customer;    /* its code */
    const char *letter;      /* number of the letter, "" = none */
    struct date day;
    struct money amount;
    int64_t owed; /* by our books on that day, as known now */
    const char *person, *text;
    bool withdrawn;
    const char *reason; /* of the withdrawal */
};

enum err assertion_add(struct tx *tx, const struct assertion *assertion, int64_t *id);
enum err assertion_withdraw(struct tx *tx, int64_t id, const char *reason);
/* Those that stand and came from answers to this letter. */
enum err assertion_withdraw_letter(struct tx *tx, int64_t confirmation_id, const char *reason);
/* One customer's (0 = all) in order of number; text lives until the next. */
enum err assertion_each(struct book *book, int64_t customer_id,
                        enum err (*each)(void *self, const struct assertion *assertion),
                        void *self);

#endif
