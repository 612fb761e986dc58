/* documentlist: documents and items as lists show them: with what is open, and a word of status.
 *
 * Rows are handed out one by one in constant memory; text lives until the next row. As of a day D
 * counts what is posted on or before D; without one, everything. Fails with: what the store says,
 * and what `each` returns. */
#ifndef LEDGER_DOCUMENTLIST_H
#define LEDGER_DOCUMENTLIST_H

#include "ledger/item.h"
#include "ledger/recourse.h"

/* The open credits of a document, with those of the transfers that moved its money on (identified,
 * other customer, other currency), in order of id. */
enum err document_money(struct book *book, int64_t document_id, struct arena *arena,
                        struct item **out, int *count);

/* ---- documents ---- */

enum document_order {
    DOCUMENTS_NEWEST,
    DOCUMENTS_OLDEST,
    DOCUMENTS_BY_NUMBER,
    DOCUMENTS_NUMBER_DOWN
};

struct document_query {
    unsigned kinds;       /* a mask of DOCUMENT_MASK */
    int64_t id;           /* only this one; 0 = all */
    int64_t customer_id;  /* 0 = all */
    struct date as_of;    /* NONE: everything that is posted */
    struct date from, to; /* of the date on the paper; NONE = open end */
    const char *currency; /* NULL = all */
    bool open_only;
    enum document_order order;
    /* A page: up to `limit` rows (0 = all) behind this place; the place is that of a row that was
     * handed out. after_id 0 begins at the start. */
    struct date after_posted;
    const char *after_number;
    int64_t after_id;
    int limit;
};
enum document_status {
    STATUS_OPEN,
    STATUS_PART_PAID,
    STATUS_OVERDUE,
    STATUS_DISPUTED,
    STATUS_PAID,
    STATUS_VOID,
    STATUS_UNAPPLIED,
    STATUS_PART_APPLIED,
    STATUS_APPLIED,
    STATUS_UNIDENTIFIED,
    STATUS_PREPAID,
    STATUS_REVERSED,
    STATUS_POST_DATED,  /* a receipt that is in hand: its day is still to come */
    STATUS_NEXT_PERIOD, /* a receipt whose own month was closed: it counts from the next one on */
    STATUS_AGENCY,      /* open, and somebody else collects it */
    STATUS_LEGAL,
    STATUS_INSOLVENT
};
bool document_owes_less(enum document_kind kind); /* by it the customer owes less */
const char *document_status_word(enum document_status status); /* "part-paid" */

struct document_row {
    int64_t id;
    enum document_kind kind;
    enum document_status status;
    const char *number, *customer, *name; /* customer "" = unidentified */
    const char *po, *reference;
    struct date issued, posted;
    struct date due; /* of the first instalment that is open, else of the last */
    struct currency currency;
    int64_t total, open; /* of a credit or payment, too, > 0: what is not applied */
    int64_t disputed;
    enum payment_method method; /* of a payment */
};
/* `today` tells what is overdue: as_of when there is one. */
enum err documents_each(struct book *book, const struct document_query *query,
                        enum err (*each)(void *self, const struct document_row *row), void *self);

/* ---- items ---- */

struct item_query {
    int64_t customer_id;          /* 0 = all */
    struct date as_of;            /* must be given */
    const char *currency;         /* NULL = all */
    enum account_control control; /* CONTROL_NONE = all */
    bool all;                     /* settled ones too */
    int64_t after_id;             /* a page by id; only without customer_id */
    int limit;                    /* 0 = all */
};
struct item_row {
    int64_t id, document_id;
    const char *customer, *number;
    enum document_kind kind;
    int instalment;
    struct date issued, due;
    struct currency currency;
    int64_t amount, open, disputed; /* credits negative */
    enum document_status status;
};
/* The word for one item of so much, by what is open and disputed of it, whether it is past due, and
 * who collects it. */
enum document_status item_status(int64_t amount, int64_t open, int64_t disputed, bool late,
                                 enum recourse recourse);
/* Of a customer by due date, else in order of posting. */
enum err items_each(struct book *book, const struct item_query *query,
                    enum err (*each)(void *self, const struct item_row *row), void *self);

#endif
