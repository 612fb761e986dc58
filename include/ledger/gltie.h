/* gltie: our books beside the general ledger outside, account by account, and what may explain a
 * difference.
 *
 * Everything in the book's currency, debits positive. Memory: the arena of the call.
 * Fails with: MISSING, CONFLICT, LIMIT. */
#ifndef LEDGER_GLTIE_H
#define LEDGER_GLTIE_H

#include "ledger/document.h"

/* The balance of an account outside at the end of a day; one noted before for it is replaced. */
enum err glbalance_set(struct tx *tx, int64_t account_id, struct date day, int64_t balance);
enum err glbalance_on(struct book *book, int64_t account_id, struct date day, bool *is,
                      int64_t *balance);

/* One account on a day: a control account, or one whose balance outside was noted. */
struct gltie {
    struct account account;
    bool is_control, is_noted;
    int64_t items;  /* of a control account: what its items come to */
    int64_t ledger; /* what was posted on it */
    int64_t noted;  /* its balance outside */
};
enum err gltie_list(struct book *book, struct date as_of, struct arena *arena, struct gltie **out,
                    int *count);

/* What a journal of the ledger outside has of an account: one row a document. */
struct glforeign {
    const char *number;
    int64_t amount;
};
/* A document, or a remark (number ""), that may explain the difference. */
struct glcause {
    const char *why, *number, *customer;
    enum document_kind kind;
    struct date posted, effective;
    int64_t base;
};
struct glquestion {
    int64_t account_id;
    struct date from, as_of; /* from NONE: after the last day on which both agreed */
    const struct glforeign *foreign; /* by number; NULL: only balances are known */
    int foreign_count;
};
/* The likeliest first. *difference = ours less theirs (0 when theirs is not noted for the day). */
enum err gltie_explain(struct book *book, const struct glquestion *question, struct arena *arena,
                       struct glcause **out, int *count, int64_t *difference);

#endif
