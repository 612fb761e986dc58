/* dunningrun: what the arguments of `dunning preview` and `dunning run` mean, and a run's letters
 * written from its plan.
 *
 * Memory: dunplan_done of the plan. Fails with: INPUT, CONFLICT, what the plan says. */
#ifndef APP_DUNNINGRUN_H
#define APP_DUNNINGRUN_H

#include "app/command.h"
#include "app/dunningsend.h"
#include "ledger/dunletter.h"
#include "ledger/dunplan.h"

/* clang-format off */
extern const struct arg_column dunningrun_customers[];
#define DUNNINGRUN_ARGS                                                                            \
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only this customer"},                      \
    {.name = "only", .kind = ARG_ROWS, .columns = dunningrun_customers,                            \
     .rows_style = ROWS_LIST, .help = "only these customers: \"ACME; BOLT\""},                     \
    {.name = "collector", .kind = ARG_CODE, .help = "only the customers of this collector"},       \
    {.name = "except", .kind = ARG_ROWS, .columns = dunningrun_customers,                          \
     .rows_style = ROWS_LIST, .help = "leave these customers out: \"ACME; BOLT\""}
/* clang-format on */

/* The plan of the day of --date; dunplan_done also when it fails. */
enum err dunningrun_plan(struct act *act, struct dunplan *plan);
/* What of it would be letters. */
struct dunningrun_sums {
    int64_t letters, customers, held, items, left; /* left: rows that have no letter */
};
enum err dunningrun_sums(struct act *act, const struct dunplan *plan, bool hold,
                         struct dunningrun_sums *out);
/* Calls `each` with every letter that was written; what is not held goes out; *run_id 0: there was
 * none to write. */
enum err dunningrun_write(struct act *act, const struct dunplan *plan, bool hold,
                          struct dunningsend *how,
                          enum err (*each)(void *self, const struct dunaccount *account,
                                           const struct dunletter *letter),
                          void *self, int64_t *run_id);

/* The letters of the plan as they would go out, on the act's page; *count of them. */
enum err dunningrun_draft(struct act *act, const struct dunplan *plan, int *count);

#endif
