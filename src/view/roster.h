/* roster: all customers as rows of a list, read by keyset pages as one scrolls through them.
 *
 * Three orders: by code and by name straight from the store, and by what is owed, from the open
 * items: currency by currency, as the shell sorts, those who owe nothing too. Only pages that
 * are looked at are read; the figures of a customer are read when its row is, its year only when
 * that is seen. Searching scans the names in memory (ledger/names.h); for an amount it must read
 * what each one owes.
 * Memory: mem_new'ed by the owner and zeroed; roster_done gives back. Fails with: what the store
 * says. */
#ifndef VIEW_ROSTER_H
#define VIEW_ROSTER_H

#include "ledger/customer.h"
#include "ledger/names.h"
#include "view/desk.h"

enum roster_order { ROSTER_CODE, ROSTER_NAME, ROSTER_BALANCE, ROSTER_OVERDUE, ROSTER_OLDEST };

#define ROSTER_COLUMNS 10
extern const struct column roster_columns[ROSTER_COLUMNS];

struct roster_owing {
    int64_t customer_id, balance, overdue; /* in the account's currency */
    int32_t oldest;
    const char *currency, *code; /* borrowed from the names while it is sorted */
};

struct roster {
    struct desk *desk;
    struct date today;
    enum roster_order order;
    bool down;
    const char *terms, *terms_folded; /* the book's default */
    size_t count;
    struct arena arena; /* of the page */
    struct customer *page;
    struct row *rows; /* cells NULL: not made yet */
    size_t first, rows_count;
    struct arena owing_arena;
    struct roster_owing *owing; /* orders by what is owed */
    bool turned;       /* another order than at the last load */
    struct arena life; /* of what lasts from load to load */
    struct names *names;
    const struct name **index; /* in the order of the list */
    size_t index_count;        /* 0 = nobody searched since the load */
    bool searches;             /* rows that are read now are not looked at */
};

enum err roster_owing_read(struct roster *roster); /* rosterowing.c: its `owing`, in its order */
enum err roster_open(struct roster *roster, struct desk *desk, enum roster_order order, bool down);
void roster_done(struct roster *roster);
struct listbox_source roster_source(struct roster *roster);

#endif
