/* paydeskparts: what the files of the payment desk take from each other. */
#ifndef VIEW_PAYDESKPARTS_H
#define VIEW_PAYDESKPARTS_H

#include "tui/grid.h"
#include "view/paydesk.h"

/* paydesk.c */
const struct notation *paydesk_notation(const struct paydesk *desk);
struct notation paydesk_typing(const struct paydesk *desk); /* how amounts are typed here */
void paydesk_amount_clear(struct paydesk *desk);
void paydesk_amount_hint(struct paydesk *desk); /* beside the amount: what it pays */

/* paygrid.c */
extern const struct grid_column paydesk_columns[ITEM_COLUMNS];
struct grid *paydesk_grid(const struct paydesk *desk);
void paydesk_lines_read(struct paydesk *desk); /* of desk->payer, with nothing marked yet */
/* Pays, discount and what is left of every line, as they now are. */
void paydesk_lines_show(struct paydesk *desk);
/* The same, and the first line that is marked is seen. */
void paydesk_proposal_show(struct paydesk *desk);

/* payfound.c: marks that nobody made by hand; the lines are not shown yet */
void paydesk_choices_forget(struct paydesk *desk);
void paydesk_propose_first(struct paydesk *desk);
bool paydesk_propose_same(struct paydesk *desk); /* by the same rule again, if it finds something */
void paydesk_propose_reference(struct paydesk *desk);
/* The amount or the discounts are others: the same way again; marks by hand stay. Shown. */
void paydesk_spread_again(struct paydesk *desk);

/* paycheck.c: of the form, see tui/form.h */
enum err paydesk_check(void *self, struct form *form, int field, struct note *note);
void paydesk_nobody(struct paydesk *desk); /* the first field is empty: no lines, no figures */
enum err paydesk_check_cell(void *self, struct form *form, int field, int row, int column,
                            struct note *note);
void paydesk_row_changed(void *self, struct form *form, int field, int row);
/* `*` is what is open of the document, else of the customer. INPUT, and for 0.00 or less. */
enum err paydesk_amount_read(const struct paydesk *desk, const char *text, struct money *out,
                             struct note *note);
const char *paydesk_day_words(struct paydesk *desk, struct date day); /* "Sat, 1 day ago" */

#endif
