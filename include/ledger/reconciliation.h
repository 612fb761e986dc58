/* reconciliation: the bank's closing balance held against its lines and against the general ledger
 * (RULES.md R18).
 *
 *     opening + lines = closing
 *     general ledger - in transit + unpresented = closing
 *
 * Opening is the closing of the reconciliation before, else what the bank had before
 * bank_account.since or its first statement, else the books' balance before that day. What the
 * books do not have of it is entered once, as the opening balance of the account. In transit is
 * money in that is in our books and not at the bank yet, unpresented money out. A line of the bank
 * that is in no match makes the second proof differ by its amount, so both are 0.00 only when every
 * line is explained. Prepared by one person, approved by another; approved, its lines and matches
 * are frozen.
 * Fails with: CONFLICT (a difference, somebody's own, a later one exists), MISSING. */
#ifndef LEDGER_RECONCILIATION_H
#define LEDGER_RECONCILIATION_H

#include "ledger/bankbook.h"
#include "ledger/document.h"

struct reconciliation {
    int64_t id, account_id; /* id 0 = not submitted yet */
    struct date day;
    struct currency currency;
    int64_t opening, lines, closing;
    bool has_opening, has_closing; /* the bank told it, or one before did */
    int64_t ledger, transit, unpresented;
    int64_t transit_count, unpresented_count;
    int64_t unmatched, unmatched_count; /* lines of the bank in no match */
    struct date began; /* the first day followed, where nothing was approved before; else NONE */
    int64_t before;    /* what the bank had then and the books had not: part of ledger_difference */
    int64_t file_difference;            /* closing less opening and lines */
    int64_t ledger_difference;          /* closing less what the books say it should be */
    const char *prepared_by, *decided_by, *reason; /* "" = not yet */
    bool decided, approved;
};
/* How the account stands on a day; closing_given: the balance as the clerk reads it on paper, when
 * no statement of that day has one. */
enum err reconciliation_look(struct book *book, int64_t account_id, struct date day,
                             const int64_t *closing_given, struct arena *arena,
                             struct reconciliation *out);
/* The bank had that before the day from which it is followed: what the books lack of it becomes an
 * entry against the opening balances, on the day before; id 0 = they have it already. CONFLICT when
 * the bank says another balance, or a reconciliation was approved; USAGE when no day is known. */
enum err reconciliation_open(struct tx *tx, int64_t account_id, int64_t opening,
                             struct document_made *out);
/* Only at 0.00 of both. */
enum err reconciliation_submit(struct tx *tx, const struct reconciliation *looked, int64_t *id);
enum err reconciliation_decide(struct tx *tx, int64_t id, bool approve, const char *reason);
enum err reconciliation_get(struct book *book, int64_t id, struct arena *arena,
                            struct reconciliation *out);
enum err reconciliation_list(struct book *book, int64_t account_id, struct arena *arena,
                             struct reconciliation **out, int *count);

#endif
