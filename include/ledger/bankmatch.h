/* bankmatch: lines of the bank and documents of ours that are the same money (RULES.md R18).
 *
 * A match is a group of lines and documents whose sums on the bank's account are equal: one to one,
 * a deposit of many receipts, several lines of one deposit. It posts nothing. Taking it back is a
 * fact too, so both show in the history.
 * Holds: a line, and a document on one account, is in at most one standing group (also a trigger);
 * sums of both sides are equal (R9 6); what an approved reconciliation covers stays.
 * Fails with: CONFLICT with figures, MISSING. */
#ifndef LEDGER_BANKMATCH_H
#define LEDGER_BANKMATCH_H

#include "ledger/bankbook.h"
#include "ledger/document.h"

struct bankmatch_new {
    int64_t account_id;
    const int64_t *lines, *documents;
    int line_count, document_count;
    const char *rule, *why; /* "amount", "7,310.00 on 2026-11-18, the only one" */
};
enum err bankmatch_make(struct tx *tx, const struct bankmatch_new *match, int64_t *group);
enum err bankmatch_undo(struct tx *tx, int64_t group, const char *reason);
/* CONFLICT when the bank confirmed the document: it is unmatched first. */
enum err bankmatch_free(struct tx *tx, const struct document *document);

/* A document of ours that moved a bank account. Texts until the next. */
struct banked {
    int64_t document_id, customer_id;
    enum document_kind kind;
    const char *number, *customer, *reference, *text;
    struct date posted;
    struct currency currency;
    int64_t amount; /* on the account: money in is positive */
    int64_t group;  /* of its standing match, 0 = none */
};
struct banked_query {
    int64_t account_id;
    struct date to; /* NONE = no bound; posted */
    bool unmatched; /* those that the bank had not confirmed by then; a document and its reversal
                       that neither arrived cancel each other and are left out */
    int64_t group;  /* only of this match, 0 = all */
};
enum err banked_each(struct book *book, const struct banked_query *query,
                     enum err (*each)(void *self, const struct banked *banked), void *self);

/* The rows of a match, as its history shows it. */
struct bankmatch {
    int64_t group, entry_id;
    const char *rule, *why, *actor;
    struct date day, undone; /* NONE = it stands */
    const char *reason;      /* why it was undone */
};
/* Every match that a line was ever in, the oldest first. */
enum err bankmatch_history(struct book *book, int64_t line_id,
                           enum err (*each)(void *self, const struct bankmatch *match), void *self);

/* Money that the bank moved and no paper of ours did: charges, interest, what another ledger
 * books. Debit the bank, credit `contra`, or the other way round below zero. */
struct bank_entry {
    int64_t bank_id, contra_id;
    struct date date;
    int64_t amount; /* not 0; money in is positive */
    struct currency currency;
    const char *reference, *text;
    bool opening; /* what the account had before its first statement; needs no line */
};
enum err bank_entry_post(struct tx *tx, const struct bank_entry *entry, struct document_made *out);
enum err bank_entry_void(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                         struct document_made *out);

#endif
