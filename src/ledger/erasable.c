/* erasable: the table of all words that a customer's erasing takes out of facts. */
#include "ledger/erasure.h"

#include <string.h>

/* SHA-256 of ERASED, and a page that says it with its own. */
#define ERASED_HASH \
    "538af2e75c82718a0e83bc547fb15f89dfa455c76eff345c0171ee5f692b2ceb"
#define PAGE "G\t" ERASED "\t\n"
#define PAGE_HASH \
    "9c5d09846e0bc07032eb50350837c151e207581d58fede11f2e89801929e9522"
#define GOES(column)                                                                               \
    {                                                                                              \
        column, ERASED                                                                             \
    }

/* Reasons that are codes, figures, days and numbers of papers stay. */
static const struct erasable erasables[] = {
    {FACT_APPLICATION, "application", false, {GOES("reason")}},
    {FACT_DISPUTE, "dispute", false, {GOES("text")}},
    {FACT_CLOSING, "dispute_closing", false, {GOES("resolution")}},
    {FACT_AMENDMENT, "amendment", false, {GOES("before"), GOES("after")}},
    {FACT_CHANGE, "change", true, {GOES("before"), GOES("after")}},
    {FACT_REAGE, "reage", false, {GOES("reason")}},
    {FACT_REMITTER, "remitter", false, {GOES("account")}},
    {FACT_BANK_LINE,
     "bank_line",
     true,
     {GOES("name"), GOES("party"), GOES("reference"), GOES("text"), GOES("reason")}},
    {FACT_BANK_MATCH, "bank_match", true, {GOES("why")}},
    {FACT_BANK_UNMATCH, "bank_unmatch", true, {GOES("reason")}},
    {FACT_CONTACT, "contact_log", false, {GOES("person"), GOES("text"), GOES("next_action")}},
    {FACT_CONTACT_END, "contact_end", false, {GOES("text")}},
    {FACT_PROMISE, "promise", false, {GOES("person"), GOES("text")}},
    {FACT_PROMISE_END, "promise_end", false, {GOES("reason")}},
    {FACT_ATTACHMENT, "attachment", false, {GOES("path"), {"sha256", ERASED_HASH}, GOES("text")}},
    {FACT_CONFIRMATION_ANSWER, "confirmation_answer", false, {GOES("person"), GOES("text")}},
    {FACT_ASSERTION, "assertion", false, {GOES("person"), GOES("text")}},
    {FACT_ASSERTION_END, "assertion_end", false, {GOES("reason")}},
    {FACT_APPROVAL, "approval", true, {GOES("reason"), GOES("command")}},
    {FACT_APPROVAL_END, "approval_end", false, {GOES("reason")}},
    {FACT_DISPUTE_STEP, "dispute_step", false, {GOES("text")}},
    {FACT_DUNNING_LETTER, "dunning_letter", false, {{"sha256", PAGE_HASH}, {"body", PAGE}}},
    {FACT_DUNNING_UNDO, "dunning_undo", false, {GOES("reason")}},
    {FACT_DUNNING_BLOCK, "dunning_block", false, {GOES("reason")}},
    {FACT_DUNNING_UNBLOCK, "dunning_unblock", false, {GOES("reason")}},
    {FACT_PLACEMENT, "placement", false, {GOES("reference"), GOES("text")}},
    {FACT_PLACEMENT_END, "placement_end", false, {GOES("reason")}},
    {FACT_INSOLVENCY,
     "insolvency",
     false,
     {GOES("reference"), GOES("administrator"), GOES("text")}},
    {FACT_INSOLVENCY_STEP, "insolvency_step", false, {GOES("reference")}},
    {FACT_INSOLVENCY_END, "insolvency_end", false, {GOES("reason")}},
    {FACT_BAD_DEBT, "bad_debt", false, {GOES("reason")}},
    {FACT_LIMITATION, "limitation", false, {GOES("reason")}},
    {FACT_HOLD, "hold", false, {GOES("reason")}},
    {FACT_HOLD_END, "hold_end", false, {GOES("reason")}},
    {FACT_OVERRIDE, "credit_override", false, {GOES("reason")}},
    {FACT_CREDIT_APPLICATION, "credit_application", false, {GOES("referees"), GOES("text")}},
    {FACT_CREDIT_CHECK, "credit_check", false, {GOES("text")}},
    {FACT_CREDIT_DECISION, "credit_decision", false, {GOES("reason")}},
    {FACT_SPECIAL_TERMS, "special_terms", false, {GOES("text")}},
    {FACT_ALLOWANCE_SPECIFIC, "allowance_specific", false, {GOES("reason")}},
    {FACT_ALLOWANCE_SPECIFIC_END, "allowance_specific_end", false, {GOES("reason")}},
    {FACT_SENT_PAPER,
     "sent_paper",
     false,
     {GOES("address"), {"sha256", PAGE_HASH}, {"body", PAGE}}},
    {FACT_OUTBOX, "outbox", false, {GOES("recipient"), GOES("subject"), GOES("body")}},
    {FACT_OUTBOX_STEP, "outbox_step", false, {{"sha256", ""}, GOES("text")}},
    {FACT_RECURRING_MADE, "recurring_made", false, {GOES("reason")}},
    {FACT_RECURRING_UNDO, "recurring_undo", false, {GOES("reason")}},
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
