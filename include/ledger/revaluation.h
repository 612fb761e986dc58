/* revaluation: open items in other currencies at the rate of a day, taken back the next (R12).
 *
 * Receivables with their credits, and unidentified receipts; not prepayments, which are no claim to
 * money. Posts round(open x rate) - open base on the account for it, never on a control account,
 * one document a currency and control account, and its reversal on the next day. Nothing is posted
 * twice: another run of the same day posts what the rates or items have changed since.
 * Fails with: MISSING (no rate), CLOSED, LIMIT. */
#ifndef LEDGER_REVALUATION_H
#define LEDGER_REVALUATION_H

#include "ledger/document.h"

struct revaluation {
    enum account_control control;
    struct currency currency;
    struct ratio rate;
    int64_t items, open, base; /* how many, in the currency, as they stand in base */
    int64_t gain;   /* what the day's rate makes of them, more than base */
    int64_t before; /* what earlier runs of the day posted and was not undone */
    char number[64]; /* of the document that posted the rest; "" = nothing to post */
};
/* `none`: the target is nothing, which undoes what the day's runs posted. */
enum err revaluation_post(struct tx *tx, struct date day, bool none, struct arena *arena,
                          struct revaluation **out, int *count);

#endif
