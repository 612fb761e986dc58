/* proofcounter: what customers were asked to confirm, and what they say that they owe, against the
 * books. */
#include "ledger/assertion.h"
#include "ledger/confirmation.h"
#include "ledger/proof.h"
#include "ledger/proofparts.h"
#include "ledger/sent.h"

struct told {
    struct book *book;
    struct trouble *trouble;
};

/* What was owed on the letter's day by what had been entered when it was written. */
static enum err tell_letter(void *self, const struct confirmation *letter)
{
    const struct told *told = self;
    const struct currency currency = letter->balance.currency;
    char says[MONEY_TEXT], owed[MONEY_TEXT];
    struct money sum = money_of(0, currency);

    TRY(sent_owed_as_one(told->book, letter->customer_id, letter->day, letter->entry_id,
                         letter->entry_id, &sum));
    if (sum.minor != letter->balance.minor)
        trouble_say(told->trouble, "letter %s says %s %s, but %s was owed then", letter->number,
                    money_plain(letter->balance, says), currency.code, money_plain(sum, owed));
    return ERR_OK;
}

static enum err tell_assertion(void *self, const struct assertion *row)
{
    const struct told *told = self;
    const struct currency currency = row->amount.currency;
    char says[MONEY_TEXT], owed[MONEY_TEXT], day[DATE_TEXT];

    if (!row->withdrawn && row->owed != row->amount.minor)
        trouble_say(
            told->trouble, "%s says %s %s on %s (asserted balance %lld), but our books say %s",
            row->customer, money_plain(row->amount, says), currency.code, date_iso(row->day, day),
            (long long)row->id, money_plain(money_of(row->owed, currency), owed));
    return ERR_OK;
}

enum err proof_counter(struct book *book, struct trouble *trouble)
{
    struct told told = {book, trouble};

    TRY(confirmation_each(book, 0, tell_letter, &told));
    return proof_series(book, trouble, "SELECT serial FROM confirmation ORDER BY serial",
                        "confirmation");
}

enum err proof_asserted(struct book *book, proof_say *say, void *self, int *found)
{
    struct trouble trouble = {say, self, 0};
    struct told told = {book, &trouble};

    TRY(assertion_each(book, 0, tell_assertion, &told));
    trouble_end(&trouble);
    *found = trouble.found;
    return ERR_OK;
}
