/* doclist: lists of documents: one table for invoices and credit memos, one for payments.
 *
 * Knows: listing, ledger. Fails with: what the arguments and the store say. */
#ifndef APP_DOCLIST_H
#define APP_DOCLIST_H

#include "app/listing.h"

/* What these lists and the list of items select by, and what all lists understand. */
#define DOCLIST_ARGS                                                                               \
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},                   \
        {.name = "currency", .kind = ARG_CURRENCY, .help = "only in this currency"},               \
        {.name = "as-of", .kind = ARG_DATE, .help = "as it stood at the end of this day"},         \
        {.name = "open", .kind = ARG_FLAG, .help = "only what is open"},                           \
        {.name = "from", .kind = ARG_DATE, .help = "dated this day or later"},                     \
        {.name = "to", .kind = ARG_DATE, .help = "dated this day or earlier"}, LISTING_ARGS

/* Papers of the kinds in the mask; amounts of credit memos are negative when `mixed`. */
enum err doclist_papers(struct act *act, unsigned kinds, bool mixed, const char *title);
enum err doclist_payments(struct act *act);
/* The id of --customer, 0 when it is not given. */
enum err doclist_customer(struct act *act, int64_t *id);

#endif
