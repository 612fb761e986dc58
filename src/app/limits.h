/* limits: the credit that a customer has, from arguments: the limit, one for a time, one until
 * something was paid, and what is insured.
 *
 * Amounts are in the account's currency; `none` takes one away. Fails with: INPUT naming the
 * argument. */
#ifndef APP_LIMITS_H
#define APP_LIMITS_H

#include "app/command.h"
#include "ledger/customer.h"

/* clang-format off */
#define LIMIT_MORE_ARGS                                                                            \
    {.name = "temporary-limit", .kind = ARG_TEXT,                                                  \
     .help = "in place of the limit, until the day of --temporary-until; `none` removes it"},      \
    {.name = "temporary-until", .kind = ARG_DATE, .help = "its last day"},                         \
    {.name = "first-limit", .kind = ARG_TEXT,                                                      \
     .help = "no more than this until something was paid; `none` removes it"}
#define INSURED_ARGS                                                                               \
    {.name = "insured", .kind = ARG_TEXT,                                                          \
     .help = "what an insurer or guarantor would pay; `none` removes it"},                         \
    {.name = "insured-until", .kind = ARG_DATE, .help = "the last day of that; no end, else"}
/* clang-format on */

/* Those of limit, temporary-limit, first-limit and insured that the command has and were given. */
enum err limits_take(const struct act *act, struct customer *customer);
/* The most that a customer may be given at some time: NO_LIMIT when there is no end to it. */
int64_t limits_most(const struct customer *customer);
/* By how much that is raised; 0 = not. DENIED when a limit is removed by who is no manager, where
 * the book has users. */
enum err limits_raise(struct act *act, const struct customer *before, const struct customer *after,
                      int64_t *raise);

#endif
