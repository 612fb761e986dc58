/* charging: what the commands on runs of late charges share: which run and which item is meant. */
#ifndef APP_CHARGING_H
#define APP_CHARGING_H

#include "app/command.h"
#include "app/say.h"
#include "ledger/charge.h"

/* clang-format off */
#define CHARGE_RUN_ARG                                                                             \
    {.name = "run", .kind = ARG_INT, .flags = ARG_BARE,                                            \
     .help = "which run; by default the one that waits. `charge runs` lists them"}
#define CHARGE_ITEM_ARGS                                                                           \
    {.name = "document", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED,                              \
     .help = "the invoice, debit memo or other paper that is paid late"},                          \
    {.name = "instalment", .kind = ARG_INT, .otherwise = "1", .help = "which part of it"}
/* clang-format on */

/* --run, else the one that waits. */
enum err charging_run(struct act *act, int64_t *id);
/* --document and --instalment. */
enum err charging_item(struct act *act, struct document *document, int64_t *item_id);
/* --customer; 0 when none is given. */
enum err charging_customer(struct act *act, int64_t *id);

/* One table for what would be charged, as a preview and as a draft. */
enum err charging_head(struct act *act, struct sink *sink, const char *title, struct date upto);
enum err charging_row(struct sink *sink, const struct accrual *row, char mark,
                      const char *left_out);

/* What rows that are charged come to, each counted in the order of accrual_each. */
struct charging_sums {
    struct say_sums sums;
    int charges, lines;
    int64_t customer_id; /* of the last charge */
    struct currency currency;
};
void charging_count(struct charging_sums *sums, const struct accrual *row);
/* "2 charges with 3 lines over 16.45 USD"; NULL when nothing is charged. */
const char *charging_said(struct arena *arena, const struct charging_sums *sums);

#endif
