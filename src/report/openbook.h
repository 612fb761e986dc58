/* openbook: the open items of a day gathered into one line a customer and currency: the figures
 * that aging, collection and statements stand on.
 *
 * One pass over the open items; names are read afterwards, for the lines that are there.
 * Holds: sum of a line's buckets and credits = its total, the open amounts of its items.
 * Memory: openbook_done gives back; 32 bytes an item when items are kept.
 * Fails with: what the store says, LIMIT. */
#ifndef REPORT_OPENBOOK_H
#define REPORT_OPENBOOK_H

#include "ledger/agingscan.h"
#include "ledger/debtor.h"
#include "ledger/recourse.h"
#include "report/r_aging.h"
#include "rules/aging.h"

struct openbook_plan {
    struct aging_query scan;
    struct bucket_set buckets;
    enum aging_credits credits; /* CREDITS_BUCKET puts them in the buckets, else they stand apart */
    const char *currency;       /* code, NULL = all */
    struct aging_part part;     /* see openbook_wanted */
    bool kept;                  /* what-if: promises that wait are kept by the day */
    bool items;                 /* keep them */
    bool ours;                  /* overdue is what nobody else collects (ledger/recourse.h) */
    bool split;                 /* a line of its own for what is ours, with an agency, at law .. */
    bool all_debtors;           /* keep every customer: for the way up to a head office */
};

#define NO_INDEX UINT32_MAX
#define CURRENCIES_MAX 200 /* more than there are */

struct openitem {
    int64_t id, open;
    struct date due, effective;
    uint32_t next; /* of the same line, NO_INDEX ends */
};

struct openline {
    int64_t customer_id; /* 0 = nobody known */
    struct currency currency;
    int64_t total, credits; /* credits <= 0: those that are in no bucket */
    int64_t overdue;        /* debits past due by due date, whatever the basis */
    int64_t overdue_base;   /* the same in base currency */
    int64_t disputed;
    enum recourse recourse; /* split: of all its items; else the gravest of them */
    struct date oldest; /* due date of the oldest debit past due, NONE = none */
    int items;
    uint32_t first;              /* item */
    uint32_t sibling;            /* line of the same customer in another currency */
    const struct debtor *debtor; /* after openbook_read; never NULL */
};

struct whatif;
struct disputed_sum {
    int64_t item_id, amount;
};

/* Ids of customers are dense, so an id is its own hash; kept here to touch few cache lines. */
struct openslot {
    int64_t customer_id;
    uint32_t line; /* + 1; 0 = free */
};

struct openbook {
    struct book *book;
    struct whatif *whatif; /* NULL = the books as they stand */
    struct openbook_plan plan;
    struct arena arena;
    struct openline *lines;
    int64_t *sums; /* buckets of line n from n * bucket_count on */
    size_t line_count, line_room;
    struct openslot *slots; /* customer -> its first line */
    size_t slot_count;
    struct openitem *items;
    size_t item_count, item_room;
    struct disputed_sum *disputes; /* by item */
    size_t dispute_count, dispute_room;
    struct recourse_set recourse;
    struct debtor *debtors; /* all_debtors: in order of id */
    size_t debtor_count, debtor_room;
    int buckets;
    int64_t base; /* open in base currency, of all items of the currency asked for */
    bool mixed;   /* more than one currency */
    struct currency currencies[CURRENCIES_MAX]; /* of the lines, as they came */
    int currency_count;
};

/* The plan of a report with these options; journal_known_on gives the entry, 0 when that is all. */
enum err openbook_plan_make(struct book *book, const struct aging_options *options,
                            enum account_control control, struct openbook_plan *out);
enum err openbook_read(struct openbook *open, struct book *book, const struct openbook_plan *plan);
void openbook_done(struct openbook *open);
/* Line indexes sorted by customer code, then currency. Lies in the arena. */
uint32_t *openbook_order(struct openbook *open);
/* Is it a debtor of the part, but for the family? */
bool part_has(const struct aging_part *part, const struct debtor *debtor);
/* Is the line of a customer of the part that was asked for? */
bool openbook_wanted(const struct openbook *open, uint32_t line);
int64_t openbook_disputed(const struct openbook *open, int64_t item_id, int64_t amount_open);
/* The line of a customer and currency, NULL = nothing open. */
const struct openline *openbook_line(const struct openbook *open, int64_t customer_id,
                                     const char *currency);
/* The kept items of a line, by due date, then id, in the arena. */
struct openitem *openbook_items(struct openbook *open, const struct openline *line,
                                struct arena *arena);
/* The customer at the top of its family; within the family of one, the customer right below that
 * one, or that one itself (family 0 = all). all_debtors only. */
const struct debtor *openbook_branch(const struct openbook *open, const struct debtor *debtor,
                                     int64_t family);
/* Codes as people and the store order them: case does not matter. */
int code_cmp(const char *a, const char *b);

#endif
