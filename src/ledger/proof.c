/* proof: the invariants of a whole book, and the line of the screens that shows the first. */
#include "ledger/proof.h"

#include "ledger/agingscan.h"
#include "ledger/proofparts.h"
#include "ledger/setting.h"

static void store_line(void *self, const char *line)
{
    trouble_say(self, "the store: %s", line);
}

static void chain_line(void *self, const char *line)
{
    trouble_say(self, "%s", line);
}

/* The accounts that the settings name are in the chart. */
static enum err proof_chart(struct book *book, struct trouble *trouble)
{
    struct arena arena = {0};
    enum err e = ERR_OK;

    for (int part = 0; e == ERR_OK && part < ACCOUNT_PARTS; part++) {
        if (account_of(book, (enum account_part)part))
            continue;
        const char *word = account_part_name((enum account_part)part), *code = "";
        e = setting_text(book, arena_format(&arena, "account.%s", word), &arena, &code);
        if (e == ERR_OK)
            trouble_say(trouble,
                        "account %s, which the setting account.%s names, is not in the chart", code,
                        word);
    }
    arena_done(&arena);
    return e;
}

static enum err prove_parts(struct book *book, struct trouble *trouble)
{
    static enum err (*const parts[])(struct book * book, struct trouble * trouble) = {
        proof_chart,      proof_documents, proof_items,        proof_applications, proof_deposits,
        proof_periods,    proof_batches,   proof_revaluations, proof_nettings,     proof_recourse,
        proof_statements, proof_counter,   proof_bank,         proof_paybatches,   proof_credit,
        proof_promises,   proof_dunning,   proof_approvals,    proof_passwords,    proof_charges,
        proof_recurring,  proof_customers, proof_deferred,     proof_disputes,     proof_sentpapers,
        proof_pictures,   proof_outbox,    proof_allowance,
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const enum err e = parts[i](book, trouble);
        if (e == ERR_MISSING) /* what is gone stops one pass, and not those behind it */
            trouble_say(trouble, "a part of the book could not be checked: %s", book->note->text);
        else if (e != ERR_OK)
            return e;
    }
    return ERR_OK;
}

static enum err prove(struct book *book, const struct hash *anchor, struct trouble *trouble)
{
    int found = 0;

    TRY(db_check(book->db, store_line, trouble, &found));
    TRY(journal_verify(book, anchor, chain_line, trouble, &found));
    TRY(prove_parts(book, trouble));
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
