/* bankbook: what the bank reports of our accounts there, as the book keeps it: statements and
 * lines.
 *
 * A line is a fact of its own: it moves no balance of ours. What of it is in the books is said by
 * bankmatch.h. A line is known by the hash of its contents and its place among equal ones, so a
 * file that is read again, or one that overlaps, adds only what is new (RULES.md R16).
 * Fails with: MISSING, CONFLICT (another account has that number; the day is reconciled already),
 * INPUT. Memory: the arena given; of `each` functions until the next. */
#ifndef LEDGER_BANKBOOK_H
#define LEDGER_BANKBOOK_H

#include "base/arena.h"
#include "base/hash.h"
#include "ledger/tx.h"

/* One of our accounts at a bank. */
struct bank_account {
    int64_t account_id;
    const char *code, *name; /* in the general ledger */
    const char *number;      /* IBAN or number, capitals and digits; "" = none known */
    struct currency currency;
    struct date since; /* what moved it before was settled outside the book; NONE = nothing was */
};
/* Says which bank account a general-ledger account is; again: another number or day. Until `since`
 * the bank and the books are taken as equal: neither documents nor lines before it wait for the
 * other side. It stays once a reconciliation was approved. */
enum err bank_account_set(struct tx *tx, int64_t account_id, const char *number,
                          struct currency currency, struct date since);
enum err bank_account_get(struct book *book, int64_t account_id, struct arena *arena,
                          struct bank_account *out);
/* By the bank's number; *found tells. */
enum err bank_account_find(struct book *book, const char *number, struct arena *arena,
                           struct bank_account *out, bool *found);
enum err bank_account_list(struct book *book, struct arena *arena, struct bank_account **out,
                           int *count);

struct bankbook_statement {
    int64_t id, account_id;
    struct date first, last;
    bool has_opening, has_closing;
    int64_t opening, closing;
    const char *number;
    struct currency currency;
};
enum err bankbook_statement_add(struct tx *tx, const struct bankbook_statement *statement,
                                int64_t *id);
/* The last statement of the account with a closing balance, up to and with the day. */
enum err bankbook_closing(struct book *book, int64_t account_id, struct date day,
                          struct arena *arena, struct bankbook_statement *out, bool *found);

struct bankbook_line {
    int64_t id, statement_id, account_id;
    struct date booked, value;
    int64_t amount; /* not 0; money in is positive */
    bool returned;
    struct currency currency;
    const char *name, *party, *reference, *bank_ref, *text, *code, *reason; /* "" = none */
    int64_t group; /* of its standing match, 0 = none */
};
/* What makes a line the same as another: everything the bank says of it, and which one of equal
 * ones it is, from 1. */
void bankbook_key(const struct bankbook_line *line, int64_t occurrence, struct hash *out);
enum err bankbook_has(struct book *book, const struct hash *key, bool *out);
/* CONFLICT when the account is reconciled to that day or later. */
enum err bankbook_line_add(struct tx *tx, const struct bankbook_line *line, const struct hash *key,
                           int64_t *id);
enum err bankbook_line_get(struct book *book, int64_t id, struct arena *arena,
                           struct bankbook_line *out);

struct bankbook_query {
    int64_t account_id;   /* 0 = all */
    struct date from, to; /* NONE = no bound; booked */
    bool unmatched;       /* only those, of days from the account's `since` on */
};
/* The texts of a shown line end with its row; here they move into the arena. */
void bankbook_line_keep(struct bankbook_line *line, struct arena *arena);
/* By day, then id. */
enum err bankbook_each(struct book *book, const struct bankbook_query *query,
                       enum err (*each)(void *self, const struct bankbook_line *line), void *self);
/* The last day to which the account is reconciled and approved; NONE = never. */
enum err bankbook_frozen(struct book *book, int64_t account_id, struct date *out);

#endif
