/* confirmation: letters that ask a customer to confirm its balance, and what came back.
 *
 * A fact each, numbered from a series without gaps ("CF-1001"), with the balance as
 * sent_owed_as_one tells it and how many items were open. Of several answers to one letter the
 * last one counts; one that agrees makes an assertion (ledger/assertion.h), and a later one
 * withdraws that.
 * Fails with: INPUT (days), MISSING (no such letter). Memory: the arena given. */
#ifndef LEDGER_CONFIRMATION_H
#define LEDGER_CONFIRMATION_H

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"
#include "ledger/tx.h"

enum confirmation_state {
    CONFIRMATION_SENT,
    CONFIRMATION_OVERDUE,
    CONFIRMATION_AGREED,
    CONFIRMATION_DIFFERENT
};

struct confirmation {
    int64_t id, entry_id, customer_id, items;
    const char *number;
    const char *customer, *name; /* its code and name */
    struct date day, sent, due;
    struct money balance;
    bool answered;
    struct date answered_on;
    int64_t answer; /* what the customer says that it owes */
    const char *person, *text;
    enum confirmation_state state; /* on the book's day */
};
const char *confirmation_state_word(enum confirmation_state state);

/* Works balance, items, day of sending and number out. */
enum err confirmation_send(struct tx *tx, const struct confirmation *letter, struct arena *arena,
                           struct confirmation *out);

struct confirmation_answer {
    int64_t confirmation_id, amount;
    struct date day;
    const char *person, *text; /* "" = not said */
};
/* *assertion_id is what an answer that agrees makes, else 0. */
enum err confirmation_answer(struct tx *tx, const struct confirmation_answer *answer,
                             int64_t *assertion_id);

enum err confirmation_find(struct book *book, const char *number, struct arena *arena,
                           struct confirmation *out);
/* One customer's (0 = all) in order of number; text lives until the next. */
enum err confirmation_each(struct book *book, int64_t customer_id,
                           enum err (*each)(void *self, const struct confirmation *letter),
                           void *self);

#endif
