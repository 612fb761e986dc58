/* customer: a debtor account: whom we bill, in which currency, on what terms, up to which limit.
 *
 * Master data: changes leave a row in `change`. No limit is NO_LIMIT, never 0. A merged customer's
 * code still finds the one it was merged into.
 * Fails with: MISSING, CONFLICT (code taken, parent circle, currency of a customer with items),
 * INPUT. */
#ifndef LEDGER_CUSTOMER_H
#define LEDGER_CUSTOMER_H

#include "base/arena.h"
#include "ledger/tx.h"

#define NO_LIMIT (-1)

struct customer {
    int64_t id;
    const char *code, *name;
    struct currency currency;
    int64_t terms_id;              /* 0 = the book's default */
    const char *terms;             /* its code, "" = default */
    int64_t credit_limit;          /* minor units, or NO_LIMIT */
    int64_t insured;               /* what an insurer would pay; 0 = nothing */
    struct date insured_until;     /* last day, NONE = no end */
    int64_t temporary_limit;       /* instead of the limit up to a last day; NO_LIMIT = none */
    struct date temporary_until;   /* NONE = none */
    int64_t first_limit;           /* the most until something was paid; NO_LIMIT = none */
    const char *email, *phone, *address, *country, *contact;
    int64_t parent_id;             /* 0 = none */
    const char *parent;            /* its code */
    int64_t statement_id;          /* on whose statement its items stand; 0 = on its own */
    const char *statement_to;      /* its code */
    const char *collector, *salesperson, *tax_number, *cycle, *language, *class;
    int statement;                 /* 0 open-item, 1 activity */
    int kind;                      /* 0 business, 1 consumer */
    int grace_days;
    bool overpayment;
    int64_t merged_into, version;
};

void customer_init(struct customer *customer, struct currency currency); /* empty texts, no limit */
enum err customer_add(struct tx *tx, const struct customer *customer, int64_t *id);
/* Writes what differs from the stored record, a change row each. What ledger/dated.h dates counts
 * from `from` on; NONE: from today, or since ever where it was empty. A parent cannot begin on a
 * day to come. */
enum err customer_set(struct tx *tx, const struct customer *customer, struct date from);
enum err customer_get(struct book *book, int64_t id, struct arena *arena, struct customer *out);
enum err customer_find(struct book *book, const char *code, struct arena *arena,
                       struct customer *out);
/* 0 when there is none: ERR_OK */
enum err customer_find_id(struct book *book, const char *code, int64_t *id);
/* The account that stays: its own id, or that of the one into which it was merged. */
enum err customer_stays(struct book *book, int64_t id, int64_t *out);
/* Keyset pages for lists: up to `limit` customers after (or before) a place, by code or by name. */
enum customer_order { CUSTOMER_BY_CODE, CUSTOMER_BY_NAME };
enum err customer_page(struct book *book, enum customer_order order, const char *after_text,
                       int64_t after_id, bool backwards, int limit, struct arena *arena,
                       struct customer **out, int *count);
enum err customer_count(struct book *book, int64_t *out);
enum err customer_each(struct book *book, enum err (*each)(void *self,
                       const struct customer *customer), void *self);
/* Is `ancestor` the customer itself or above it? */
enum err customer_under(struct book *book, int64_t customer_id, int64_t ancestor, bool *out);
/* The customer at the top of the group: itself where nobody is above it. */
enum err customer_root(struct book *book, int64_t customer_id, int64_t *root);

/* Is an account the customer's: its own, or one of two that became one (ledger/merging.h)? */
enum err customer_is(struct book *book, int64_t account_id, int64_t customer_id, bool *out);

/* May money of a customer pay what a debtor owes: itself, one below it, or, where the setting
 * hierarchy.tree says so, any of the same group (RULES.md R15)? */
enum err customer_pays_for(struct book *book, int64_t customer_id, int64_t debtor_id, bool *out);

#endif
