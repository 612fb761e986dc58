/* proof: the invariants of a whole book, and the line of the screens that shows the first. */
#include "ledger/proof.h"

#include "ledger/agingscan.h"
#include "ledger/proofparts.h"

static void store_line(void *self, const char *line)
{
    trouble_say(self, "the store: %s", line);
}

static void chain_line(void *self, const char *line)
{
    trouble_say(self, "%s", line);
}

static enum err prove(struct book *book, const struct hash *anchor, struct trouble *trouble)
{
    int found = 0;

    TRY(db_check(book->db, store_line, trouble, &found));
    TRY(journal_verify(book, anchor, chain_line, trouble, &found));
    TRY(proof_documents(book, trouble));
    TRY(proof_items(book, trouble));
    TRY(proof_applications(book, trouble));
    TRY(proof_deposits(book, trouble));
    TRY(proof_periods(book, trouble));
    TRY(proof_batches(book, trouble));
    TRY(proof_revaluations(book, trouble));
    TRY(proof_nettings(book, trouble));
    TRY(proof_recourse(book, trouble));
    TRY(proof_statements(book, trouble));
    TRY(proof_counter(book, trouble));
    TRY(proof_bank(book, trouble));
    TRY(proof_paybatches(book, trouble));
    TRY(proof_credit(book, trouble));
    TRY(proof_promises(book, trouble));
    TRY(proof_dunning(book, trouble));
    TRY(proof_approvals(book, trouble));
    TRY(proof_passwords(book, trouble));
    TRY(proof_charges(book, trouble));
    TRY(proof_recurring(book, trouble));
    TRY(proof_customers(book, trouble));
    TRY(proof_deferred(book, trouble));
    TRY(proof_disputes(book, trouble));
    TRY(proof_sentpapers(book, trouble));
    TRY(proof_pictures(book, trouble));
    TRY(proof_outbox(book, trouble));
    TRY(proof_allowance(book, trouble));
    return db_check_schema(book->db, chain_line, trouble, &found);
}

enum err proof_book(struct book *book, const struct hash *anchor, proof_say *say, void *self,
                    int *found)
{
    struct trouble trouble = {say, self, 0};

    *found = 0;
    TRY(db_read_begin(book->db)); /* all passes see the same book */
    enum err e = prove(book, anchor, &trouble);
    db_read_end(book->db);
    /* damage that stops the reading is what the check was asked to find */
    if (e == ERR_CORRUPT) {
        trouble_say(&trouble, "the rest could not be checked: %s", book->note->text);
        e = ERR_OK;
    }
    trouble_end(&trouble);
    *found = trouble.found;
    return e;
}

static enum err add_open(void *self, const struct aging_item *item)
{
    int64_t *sum = self;

    return amount_add(*sum, item->open_base, sum);
}

enum err proof_control(struct book *book, struct date as_of, struct proof_line *out)
{
    const struct aging_query query = {.as_of = as_of, .control = CONTROL_RECEIVABLE};

    *out = (struct proof_line){0};
    TRY(aging_scan(book, &query, add_open, &out->subledger));
    TRY(account_balance(book, account_of(book, ACCOUNT_PART_RECEIVABLE), as_of, &out->control));
    return db_get(book->db, &out->entries, 0, "SELECT COUNT(*) FROM entry", "");
}
