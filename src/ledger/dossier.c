#include "ledger/dossier.h"

#include "ledger/local.h"

#include <string.h>

/* Which rows of a table are of the customer: by its own column, or over what they hang on. */
#define MINE                                                                                       \
    " IN (SELECT CAST($1 AS BIGINT) UNION ALL SELECT id FROM customer WHERE merged_into = $1)"
#define BY_CUSTOMER "t.customer_id" MINE
#define DOCUMENTS " IN (SELECT id FROM document WHERE customer_id" MINE ")"
#define BY_DOCUMENT "t.document_id" DOCUMENTS
#define ITEMS " IN (SELECT id FROM item WHERE customer_id" MINE ")"
#define BY_ITEM "t.item_id" ITEMS
#define DISPUTES " IN (SELECT id FROM dispute WHERE item_id" ITEMS ")"
#define BY_DISPUTE "t.dispute_id" DISPUTES
/* What the bank reports is matched with the deposit in which a payment came: that is the customer's
 * where it holds no money of others. */
#define BANKED                                                                                     \
    " IN (SELECT id FROM document WHERE customer_id" MINE                                          \
    " UNION ALL SELECT x.deposit_id FROM document r JOIN deposit_line x ON x.receipt_id = r.id"    \
    " JOIN deposit_line y ON y.deposit_id = x.deposit_id JOIN document w ON w.id = y.receipt_id"   \
    " WHERE r.customer_id" MINE " GROUP BY x.deposit_id"                                           \
    " HAVING MIN(CASE WHEN w.customer_id" MINE " THEN 1 ELSE 0 END) = 1)"
#define GROUPS " IN (SELECT group_id FROM bank_match WHERE document_id" BANKED ")"
#define OVER(column, table) "t." column " IN (SELECT id FROM " table " WHERE customer_id" MINE ")"

/* clang-format off */
#define DOSSIER_LIST(X)                                                                            \
    X(customer, "t.id" MINE)                                                                       \
    X(customer_dated, BY_CUSTOMER)                                                                 \
    X(change, "(t.subject = 'customer' AND t.subject_id" MINE ") OR (t.subject = 'contact' AND"    \
              " t.subject_id IN (SELECT id FROM contact WHERE customer_id" MINE "))")              \
    X(contact, BY_CUSTOMER)                                                                        \
    X(setting_own, "t.owner IN (SELECT 'customer ' || CAST(id AS TEXT) FROM customer"             \
                   " WHERE id" MINE ")")                                                           \
    X(alias, BY_CUSTOMER)                                                                          \
    X(contact_log, BY_CUSTOMER)                                                                    \
    X(contact_end, OVER("contact_id", "contact_log"))                                              \
    X(attachment, BY_CUSTOMER)                                                                     \
    X(document, BY_CUSTOMER)                                                                       \
    X(line, BY_DOCUMENT)                                                                           \
    X(tax_line, BY_DOCUMENT)                                                                       \
    X(offer, BY_DOCUMENT)                                                                          \
    X(receipt, BY_DOCUMENT)                                                                        \
    X(remitter, "t.receipt_id" DOCUMENTS)                                                          \
    X(amendment, BY_DOCUMENT)                                                                      \
    X(item, BY_CUSTOMER)                                                                           \
    X(application, "t.debit_id" ITEMS)                                                             \
    X(reage, BY_ITEM)                                                                              \
    X(posting, BY_DOCUMENT)                                                                        \
    X(dispute, BY_ITEM)                                                                            \
    X(dispute_closing, BY_DISPUTE)                                                                 \
    X(dispute_step, BY_DISPUTE)                                                                    \
    X(dispute_outcome, BY_DISPUTE)                                                                 \
    X(promise, BY_CUSTOMER)                                                                        \
    X(promise_part, OVER("promise_id", "promise"))                                                 \
    X(promise_item, OVER("promise_id", "promise"))                                                 \
    X(promise_end, OVER("promise_id", "promise"))                                                  \
    X(special_terms, BY_CUSTOMER)                                                                  \
    X(statement, BY_CUSTOMER)                                                                      \
    X(confirmation, BY_CUSTOMER)                                                                   \
    X(assertion, BY_CUSTOMER)                                                                      \
    X(payable, BY_CUSTOMER)                                                                        \
    X(netting_agreement, BY_CUSTOMER)                                                              \
    X(batch_line, BY_CUSTOMER)                                                                     \
    X(approval, BY_CUSTOMER)                                                                       \
    X(concession, BY_CUSTOMER)                                                                     \
    X(dunning_letter, BY_CUSTOMER)                                                                 \
    X(dunning_block, BY_CUSTOMER)                                                                  \
    X(recurring, BY_CUSTOMER)                                                                      \
    X(placement, BY_CUSTOMER)                                                                      \
    X(insolvency, BY_CUSTOMER)                                                                     \
    X(bad_debt, BY_CUSTOMER)                                                                       \
    X(bad_debt_step, OVER("bad_debt_id", "bad_debt"))                                              \
    X(placement_item, OVER("placement_id", "placement"))                                           \
    X(placement_end, OVER("placement_id", "placement"))                                            \
    X(placement_recovery, OVER("placement_id", "placement"))                                       \
    X(insolvency_step, OVER("insolvency_id", "insolvency"))                                        \
    X(insolvency_end, OVER("insolvency_id", "insolvency"))                                         \
    X(limitation, BY_ITEM)                                                                         \
    X(dunning_item, OVER("letter_id", "dunning_letter"))                                           \
    X(dunning_release, OVER("letter_id", "dunning_letter"))                                        \
    X(dunning_undo, OVER("letter_id", "dunning_letter"))                                           \
    X(dunning_unblock, OVER("block_id", "dunning_block"))                                          \
    X(charge_run, BY_CUSTOMER)                                                                     \
    X(charge_draft, BY_CUSTOMER)                                                                   \
    X(charge_line, BY_ITEM)                                                                        \
    X(charge_piece, "t.line_id IN (SELECT id FROM charge_line WHERE item_id" ITEMS ")")            \
    X(hold, BY_CUSTOMER)                                                                           \
    X(hold_end, OVER("hold_id", "hold"))                                                           \
    X(credit_override, BY_CUSTOMER)                                                                \
    X(credit_override_rule, OVER("override_id", "credit_override"))                                \
    X(credit_application, BY_CUSTOMER)                                                             \
    X(credit_check, OVER("application_id", "credit_application"))                                  \
    X(credit_decision, OVER("application_id", "credit_application"))                               \
    X(order_line, BY_CUSTOMER)                                                                     \
    X(sent_paper, BY_CUSTOMER)                                                                     \
    X(recurring_made, OVER("recurring_id", "recurring"))                                           \
    X(recurring_undo, "t.made_id IN (SELECT m.id FROM recurring_made m JOIN recurring r"           \
                      " ON r.id = m.recurring_id WHERE r.customer_id" MINE ")")                    \
    X(outbox, BY_CUSTOMER)                                                                         \
    X(outbox_step, OVER("outbox_id", "outbox"))                                                    \
    X(statement_account, BY_CUSTOMER)                                                              \
    X(confirmation_answer, OVER("confirmation_id", "confirmation"))                                \
    X(assertion_end, OVER("assertion_id", "assertion"))                                            \
    X(approval_end, OVER("approval_id", "approval"))                                               \
    X(netting_line, BY_DOCUMENT)                                                                   \
    X(batch_pays, BY_ITEM)                                                                         \
    X(deposit_line, "t.receipt_id" DOCUMENTS)                                                      \
    X(bank_match, "t.group_id" GROUPS)                                                             \
    X(bank_unmatch, "t.group_id" GROUPS)                                                           \
    X(bank_line, "t.id IN (SELECT line_id FROM bank_match WHERE line_id IS NOT NULL"               \
                 " AND group_id" GROUPS ")")                                                       \
    X(period_frozen, BY_CUSTOMER)                                                                  \
    X(allowance_specific, BY_CUSTOMER)                                                             \
    X(allowance_specific_end, OVER("specific_id", "allowance_specific"))                           \
    X(allowance_part, BY_CUSTOMER)                                                                 \
    X(erasure_wish, BY_CUSTOMER)
/* clang-format on */

const char *const dossier_parts[] = {
#define X(table, where) #table,
    DOSSIER_LIST(X)
#undef X
        NULL,
};

const char *dossier_where(const char *part)
{
    static const char *const wheres[] = {
#define X(table, where) where,
        DOSSIER_LIST(X)
#undef X
    };

    for (size_t i = 0; dossier_parts[i]; i++)
        if (strcmp(dossier_parts[i], part) == 0)
            return wheres[i];
    return NULL;
}

static bool says_nothing(const char *column)
{
    static const char *const names[] = {"digest",   "parts",       "salt",    "mark",   "id",
                                        "entry_id", "customer_id", "version", "sha256", NULL};

    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], column) == 0)
            return true;
    return false;
}

struct dossier {
    struct book *book;
    int64_t customer_id;
    enum err (*each)(void *self, const struct dossier_field *field);
    void *self;
};

/* Rows count from 1 within their part: ids of the store are nobody's business. */
static enum err part_pass(const struct dossier *dossier, const char *part, const char *sql)
{
    struct stmt *q = db_sql_once(dossier->book->db, sql);
    enum err e = ERR_OK;

    bind_i64(q, 1, dossier->customer_id);
    for (int64_t number = 1; e == ERR_OK && stmt_row(q); number++)
        for (int i = 0; e == ERR_OK && i < stmt_columns(q); i++) {
            const struct dossier_field field = {part, number, stmt_column_name(q, i),
                                                col_is_null(q, i) ? "" : col_text(q, i)};
            if (*field.value && !says_nothing(field.name))
                e = dossier->each(dossier->self, &field);
        }
    return stmt_end_after(q, e);
}

enum err dossier_each(struct book *book, int64_t customer_id,
                      enum err (*each)(void *self, const struct dossier_field *field), void *self)
{
    const struct dossier dossier = {book, customer_id, each, self};

#define X(table, where)                                                                            \
    TRY(part_pass(&dossier, #table, "SELECT t.* FROM " #table " t WHERE " where));
    DOSSIER_LIST(X)
#undef X
    return ERR_OK;
}
