/* proofcounter: what customers were asked to confirm, and what they say that they owe, against the
 * books. */
#include "ledger/assertion.h"
#include "ledger/confirmation.h"
#include "ledger/proof.h"
#include "ledger/proofparts.h"

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
    int64_t sum = 0;

    TRY(db_get(told->book->db, &sum, 0,
               "SELECT CAST(SUM(i.amount) AS BIGINT) FROM item i JOIN document d"
               " ON d.id = i.document_id JOIN account k ON k.id = i.account_id"
               " WHERE i.customer_id = $1 AND i.currency = $2 AND i.posted <= $3"
               " AND d.entry_id <= $4 AND k.control = 1",
               "itii", letter->customer_id, currency.code, (int64_t)letter->day.day,
               letter->entry_id));
    if (sum != letter->balance.minor)
        trouble_say(told->trouble, "letter %s says %s %s, but %s was owed then", letter->number,
                    money_plain(letter->balance, says), currency.code,
                    money_plain(money_of(sum, currency), owed));
    return ERR_OK;
}

static enum err tell_assertion(void *self, const struct assertion *row)
{
    const struct told *told = self;
    const struct currency currency = row->amount.currency;
    char says[MONEY_TEXT], owed[MONEY_TEXT], day[DATE_TEXT];

    if (!row->withdrawn && row->owed != row->amount.minor)
        trouble_say(told->trouble,
                    "%s says %s %s on %s (asserted balance %lld), but our books say %s",
                    row->customer, money_plain(row->amount, says), currency.code,
                    date_iso(row->day, day), (long long)row->id,
                    money_plain(money_of(row->owed, currency), owed));
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
