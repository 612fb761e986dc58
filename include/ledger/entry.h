/* entry: what one journal entry posted is taken back whole.
 *
 * Its matches with the bank and its applications first, then the documents that it made, each by
 * its own way of reversing (R2): what went to the bank before the money itself, a paper is voided,
 * money reversed. What the entry changed of master data stays.
 * Fails with: CONFLICT when the entry posted nothing, when nothing of it still stands, or when it
 * took something back itself: a reversal is final. */
#ifndef LEDGER_ENTRY_H
#define LEDGER_ENTRY_H

#include "ledger/document.h"

/* What of an entry still stands. Texts lie in the arena. */
struct entry_work {
    struct document *documents; /* without those that an application made; in order of id */
    int count;
    int64_t *acts; /* applications */
    int act_count;
    int64_t *matches; /* groups, with the bank */
    int match_count;
    struct date first; /* the day from which all of it can be taken back */
};
/* Fails as entry_reverse does. */
enum err entry_look(struct book *book, int64_t entry_id, struct arena *arena,
                    struct entry_work *out);
/* NONE: the documents today, or on their own day when that is later; an entry that only applied is
 * taken back on the days on which it did. `number`: of the last reversing document, "" = none. */
enum err entry_reverse(struct tx *tx, int64_t entry_id, struct date date, const char *reason,
                       struct entry_work *done, struct arena *arena, char number[64]);

#endif
