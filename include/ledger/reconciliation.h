/* reconciliation: the bank's closing balance held against its lines and against the general ledger
 * (RULES.md R18).
 *
 *     opening + lines = closing
 *     general ledger - in transit + unpresented = closing
 *
 * Opening is the closing of the reconciliation before, else what the first statement opens with,
 * else the books' balance before bank_account.since. In transit is
 * money in that is in our books and not at the bank yet, unpresented money out. A line of the bank
 * that is in no match makes the second proof differ by its amount, so both are 0.00 only when every
 * line is explained. Prepared by one person, approved by another; approved, its lines and matches
 * are frozen.
 * Fails with: CONFLICT (a difference, somebody's own, a later one exists), MISSING. */
#ifndef LEDGER_RECONCILIATION_H
#define LEDGER_RECONCILIATION_H

#include "ledger/bankbook.h"

struct reconciliation {
    int64_t id, account_id; /* id 0 = not submitted yet */
    struct date day;
    struct currency currency;
    int64_t opening, lines, closing;
    bool has_opening, has_closing; /* the bank told it, or one before did */
    int64_t ledger, transit, unpresented;
    int64_t transit_count, unpresented_count;
    int64_t unmatched, unmatched_count; /* lines of the bank in no match */
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
/* Only at 0.00 of both. */
enum err reconciliation_submit(struct tx *tx, const struct reconciliation *looked, int64_t *id);
enum err reconciliation_decide(struct tx *tx, int64_t id, bool approve, const char *reason);
enum err reconciliation_get(struct book *book, int64_t id, struct arena *arena,
                            struct reconciliation *out);
enum err reconciliation_list(struct book *book, int64_t account_id, struct arena *arena,
                             struct reconciliation **out, int *count);

#endif
