/* erasure: facts whose words were erased, and why the chain still proves itself.
 *
 * An entry's hash stands on the digests of its facts, and a digest on the fact's words. So for each
 * row that loses words a fact is written in the entry that erases: `before` is the digest on which
 * the older entry stands, `after` that of what is there now. Whoever verifies compares the row with
 * `after` and goes on with `before`: a `before` that is forged breaks the older entry, and a change
 * of an erased row does not fit `after`. Of a document only the head and the lines lose words, each
 * for itself: items, taxes and postings stay proved by the digest of the day on which they were
 * posted. Of an entry `before` is its hash, and `after` the same made over the words that are left.
 * Limits: a digest has no salt, so who has the whole book and guesses a short word that was erased,
 * a number of a phone, can tell whether the guess was right. Dated values and commands have a salt,
 * which goes with them.
 * Memory: the arena of the list. Fails with: what the store says. */
#ifndef LEDGER_ERASURE_H
#define LEDGER_ERASURE_H

#include "ledger/erase.h"
#include "ledger/local.h"


/* Kinds beside those of facts; the head of a document, with its receipt, is FACT_DOCUMENT. */
#define ERASED_ENTRY INT64_C(-1)
#define ERASED_LINES INT64_C(-2)

struct erasure {
    int64_t kind, row_id;
    bool ref; /* of an entry: its number goes as well */
    struct hash before, after;
};
struct erasures {
    struct erasure *rows; /* by kind and row */
    size_t count, room;
};
/* What was erased so far. */
enum err erasures_read(struct book *book, struct erasures *out);
void erasures_add(struct erasures *list, int64_t kind, int64_t row_id, bool ref);
void erasures_sort(struct erasures *list); /* each row once */
struct erasure *erasures_find(const struct erasures *list, int64_t kind, int64_t row_id);
void erasures_done(struct erasures *list);

/* The whole chain as journal_verify does it; into each row of the plan go its digests. */
enum err journal_plan(struct book *book, struct erasures *plan, int *found);
/* Writes the facts of a plan that has its digests, and takes the words out. */
enum err erasures_write(struct tx *tx, const struct erasures *plan);

/* ---- which words ---- */

/* What becomes of a column of a kind of fact; NULL: it stays. A text that is empty stays so. */
const char *erased_column(int64_t kind, const char *column);
/* Money of which nobody knew whose it was, before it came to the customer by a transfer. */
#define UNKNOWN_PAPERS                                                                             \
    "(SELECT s.id FROM document s JOIN document w ON w.related_id = s.id"                          \
    " WHERE s.customer_id IS NULL AND w.customer_id" OF_CUSTOMER("$1") ")"
/* And the deposits that hold nothing else. */
#define UNKNOWN_BANKED                                                                             \
    "(SELECT s.id FROM document s JOIN document w ON w.related_id = s.id"                          \
    " WHERE s.customer_id IS NULL AND w.customer_id" OF_CUSTOMER("$1")                             \
    " UNION ALL SELECT x.deposit_id FROM document s JOIN document w ON w.related_id = s.id"        \
    " JOIN deposit_line x ON x.receipt_id = s.id"                                                  \
    " WHERE s.customer_id IS NULL AND w.customer_id" OF_CUSTOMER("$1")                             \
    " AND (SELECT COUNT(*) FROM deposit_line y WHERE y.deposit_id = x.deposit_id) = 1)"

/* Lines `t` of the bank that are no single payment of anybody: in no match, of several, fees. */
#define LINES_OF_NOBODY                                                                            \
    "t.id NOT IN (SELECT l.line_id FROM bank_match l JOIN bank_match m"                            \
    " ON m.group_id = l.group_id JOIN document w ON w.id = m.document_id"                          \
    " LEFT JOIN deposit_line y ON y.deposit_id = w.id WHERE l.line_id IS NOT NULL"                 \
    " AND (w.customer_id IS NOT NULL OR y.id IS NOT NULL)"                                         \
    " GROUP BY l.line_id HAVING COUNT(*) = 1)"

/* The tables in which words are erased, in the order of their kinds; NULL behind the last. */
#define ERASABLE_WORDS 5
struct erasable {
    int64_t kind;
    const char *table;
    const char *also;    /* rows that are no part of the customer's dossier; NULL = none */
    const char *except;  /* rows of it that name nobody; NULL = none */
    const char *foreign; /* rows of nobody or others that lose words when they name it; NULL */
    struct {
        const char *column, *becomes; /* NULL behind the last */
    } words[ERASABLE_WORDS];
};
const struct erasable *erasable_at(size_t n);

#endif
