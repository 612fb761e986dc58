/* erasable: the table of all words that a customer's erasing takes out of facts. */
#include "ledger/erasure.h"

#include <string.h>

/* SHA-256 of ERASED, and a page that says it with its own. */
#define ERASED_HASH "538af2e75c82718a0e83bc547fb15f89dfa455c76eff345c0171ee5f692b2ceb"
#define PAGE "G\t" ERASED "\t\nT\t" ERASED "\n"
#define PAGE_HASH "cbc59a36b936f1e9cee5b0e195d3bdf57a0e5051502d25b3b821dbe3b4fbffe1"
#define GOES(column)                                                                               \
    {                                                                                              \
        column, ERASED                                                                             \
    }

/* Statements of others on which the customer's items stood. */
#define GATHERED                                                                                   \
    "t.number IN (SELECT s.number FROM statement s JOIN statement_account a"                       \
    " ON a.statement_id = s.id WHERE a.customer_id" OF_CUSTOMER("$1") ")"
#define NO_NAMES                                                                                   \
    "t.field IN ('currency', 'terms', 'limit', 'country', 'parent', 'statement-to', 'collector',"  \
    " 'salesperson', 'cycle', 'language', 'class', 'statement', 'kind', 'grace', 'overpayment',"   \
    " 'insured', 'insured-until', 'temporary-limit', 'temporary-until', 'first-limit', 'erased')"
#define OF_NOBODY "t.subject NOT IN ('customer', 'contact')"

/* Reasons that are codes, figures, days and numbers of papers stay. */
static const struct erasable erasables[] = {
    {FACT_APPLICATION, "application", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_DISPUTE, "dispute", NULL, NULL, NULL, {GOES("text")}},
    {FACT_CLOSING, "dispute_closing", NULL, NULL, NULL, {GOES("resolution")}},
    {FACT_AMENDMENT, "amendment", NULL, NULL, NULL, {GOES("before"), GOES("after")}},
    {FACT_CHANGE, "change", NULL, NO_NAMES, OF_NOBODY, {GOES("before"), GOES("after")}},
    {FACT_REAGE, "reage", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_REMITTER, "remitter", "t.receipt_id IN " UNKNOWN_PAPERS, NULL, NULL, {GOES("account")}},
    {FACT_BANK_LINE,
     "bank_line",
     "t.id IN (SELECT l.line_id FROM bank_match l JOIN bank_match m ON m.group_id = l.group_id"
     " WHERE l.line_id IS NOT NULL AND m.document_id IN " UNKNOWN_BANKED ")",
     NULL,
     LINES_OF_NOBODY,
     {GOES("name"), GOES("party"), GOES("reference"), GOES("text"), GOES("reason")}},
    {FACT_BANK_MATCH,
     "bank_match",
     "t.group_id IN (SELECT group_id FROM bank_match WHERE document_id IN " UNKNOWN_BANKED ")",
     NULL,
     NULL,
     {GOES("why")}},
    {FACT_BANK_UNMATCH, "bank_unmatch", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_CONTACT,
     "contact_log",
     NULL,
     NULL,
     NULL,
     {GOES("person"), GOES("text"), GOES("next_action")}},
    {FACT_CONTACT_END, "contact_end", NULL, NULL, NULL, {GOES("text")}},
    {FACT_PROMISE, "promise", NULL, NULL, NULL, {GOES("person"), GOES("text")}},
    {FACT_PROMISE_END, "promise_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_ATTACHMENT,
     "attachment",
     NULL,
     NULL,
     NULL,
     {GOES("path"), {"sha256", ERASED_HASH}, GOES("text")}},
    {FACT_CONFIRMATION_ANSWER,
     "confirmation_answer",
     NULL,
     NULL,
     NULL,
     {GOES("person"), GOES("text")}},
    {FACT_ASSERTION, "assertion", NULL, NULL, NULL, {GOES("person"), GOES("text")}},
    {FACT_ASSERTION_END, "assertion_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_APPROVAL, "approval", NULL, NULL, "t.customer_id = 0", {GOES("reason"), GOES("command")}},
    {FACT_APPROVAL_END, "approval_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_DISPUTE_STEP, "dispute_step", NULL, NULL, NULL, {GOES("text")}},
    {FACT_DUNNING_LETTER,
     "dunning_letter",
     NULL,
     NULL,
     NULL,
     {{"sha256", PAGE_HASH}, {"body", PAGE}}},
    {FACT_DUNNING_UNDO, "dunning_undo", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_DUNNING_BLOCK, "dunning_block", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_DUNNING_UNBLOCK, "dunning_unblock", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_PLACEMENT, "placement", NULL, NULL, NULL, {GOES("reference"), GOES("text")}},
    {FACT_PLACEMENT_END, "placement_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_INSOLVENCY,
     "insolvency",
     NULL,
     NULL,
     NULL,
     {GOES("reference"), GOES("administrator"), GOES("text")}},
    {FACT_INSOLVENCY_STEP, "insolvency_step", NULL, NULL, NULL, {GOES("reference")}},
    {FACT_INSOLVENCY_END, "insolvency_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_BAD_DEBT, "bad_debt", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_LIMITATION, "limitation", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_HOLD, "hold", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_HOLD_END, "hold_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_OVERRIDE, "credit_override", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_CREDIT_APPLICATION,
     "credit_application",
     NULL,
     NULL,
     NULL,
     {GOES("referees"), GOES("text")}},
    {FACT_CREDIT_CHECK, "credit_check", NULL, NULL, NULL, {GOES("text")}},
    {FACT_CREDIT_DECISION, "credit_decision", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_SPECIAL_TERMS, "special_terms", NULL, NULL, NULL, {GOES("text")}},
    {FACT_ALLOWANCE_SPECIFIC, "allowance_specific", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_ALLOWANCE_SPECIFIC_END, "allowance_specific_end", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_SENT_PAPER,
     "sent_paper",
     GATHERED,
     NULL,
     "t.customer_id IS NULL",
     {GOES("address"), {"sha256", PAGE_HASH}, {"body", PAGE}}},
    {FACT_OUTBOX,
     "outbox",
     NULL,
     NULL,
     "t.customer_id IS NULL",
     {GOES("recipient"), GOES("subject"), GOES("body")}},
    {FACT_OUTBOX_STEP, "outbox_step", NULL, NULL, NULL, {{"sha256", ""}, GOES("text")}},
    {FACT_RECURRING_MADE, "recurring_made", NULL, NULL, NULL, {GOES("reason")}},
    {FACT_RECURRING_UNDO, "recurring_undo", NULL, NULL, NULL, {GOES("reason")}},
};
#define ERASABLES (sizeof erasables / sizeof erasables[0])

const struct erasable *erasable_at(size_t n)
{
    return n < ERASABLES ? &erasables[n] : NULL;
}

const char *erased_column(int64_t kind, const char *column)
{
    for (size_t i = 0; i < ERASABLES; i++) {
        if (erasables[i].kind != kind)
            continue;
        for (size_t n = 0; n < ERASABLE_WORDS && erasables[i].words[n].column; n++)
            if (strcmp(erasables[i].words[n].column, column) == 0)
                return erasables[i].words[n].becomes;
    }
    return NULL;
}
