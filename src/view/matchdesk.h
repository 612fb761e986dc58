/* matchdesk: debits and credits of one customer as two panes of marks, and what pairs with what.
 *
 * The form is a model: it can be filled in without a screen; posting is v_match's. Its first field
 * is the grid of debits, its second that of credits. A mark takes all that is open, an amount a
 * part; rules/match.h pairs both sides.
 * Knows: ledger queries. Memory: embedded; matchdesk_done gives back. */
#ifndef VIEW_MATCHDESK_H
#define VIEW_MATCHDESK_H

#include "app/command.h"
#include "ledger/customer.h"
#include "ledger/item.h"
#include "rules/match.h"
#include "tui/form.h"

enum match_pane { MATCH_DEBITS, MATCH_CREDITS, MATCH_PANES };
enum match_column {
    MATCH_NUMBER,
    MATCH_DATE,
    MATCH_MORE, /* debits: issued; credits: the reference */
    MATCH_SORT, /* debits: days past due; credits: of which kind */
    MATCH_OPEN,
    MATCH_TAKES,
    MATCH_COLUMNS
};
enum match_way { MATCH_BY_HAND, MATCH_EXACT, MATCH_OLDEST, MATCH_NONE };

struct matchdesk {
    struct session *session;
    struct book *book;
    struct form *form;
    struct arena arena;   /* of the items */
    struct arena scratch; /* of the pairs */
    struct customer customer;
    struct currency currency;
    const char *others; /* further currencies in which both sides are open: "USD, GBP"; or "" */
    struct match match;
    struct item *items;       /* as match.items */
    const char **sources;     /* of credits: as what the command names them */
    int *places[MATCH_PANES]; /* row to item */
    struct grid_column columns[MATCH_PANES][MATCH_COLUMNS];
    enum match_way way;
};

void matchdesk_init(struct matchdesk *desk, struct session *session, struct form *form);
void matchdesk_done(struct matchdesk *desk);
/* Reads what is open at the customer; `currency` "" = the account's, or the first in which both
 * sides are. Marks are kept by item. CONFLICT when there is nothing to pair. */
enum err matchdesk_load(struct matchdesk *desk, const char *customer, const char *currency);
/* Marks that a draft put into the panes count where the row still is that item. */
void matchdesk_adopt(struct matchdesk *desk);
/* The next of: pairs that belong together, oldest first, none. */
void matchdesk_propose(struct matchdesk *desk);
void matchdesk_unmark(struct matchdesk *desk);
/* "marked 2 of 14   4,310.00" under a pane; "difference 120.00"; in the arena given. */
const char *matchdesk_sum(const struct matchdesk *desk, enum match_pane pane, struct arena *arena);
const char *matchdesk_difference(const struct matchdesk *desk, struct arena *arena);
/* "120.00 of INV-10442 from CM-31 (credit of this invoice)" */
const char *matchdesk_pair(const struct matchdesk *desk, int n, struct arena *arena);
/* The item under the cursor, whole. */
const char *matchdesk_focus(const struct matchdesk *desk, struct arena *arena);
/* The `customer match` command that posts the pairs. */
enum err matchdesk_args(const struct matchdesk *desk, struct arena *arena, struct args *out,
                        struct note *note);

#endif
