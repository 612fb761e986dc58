/* recurringdue: the command that a template holds, made and filled for a turn of it, and all turns
 * that are due by a day with what they come to or why they cannot be made.
 *
 * Memory: the act's arena. Fails with: what the command itself says; in lists that is the reason
 * why a turn is skipped, and only what the store says ends it. */
#ifndef APP_RECURRINGDUE_H
#define APP_RECURRINGDUE_H

#include "app/command.h"
#include "ledger/recurring.h"

extern const struct arg_column recurringdue_parts[];
/* What a template takes of the arguments of an invoice. */
/* clang-format off */
#define RECURRING_PAPER_ARGS                                                                       \
    {.name = "line", .kind = ARG_ROWS, .flags = ARG_MANY, .columns = paper_line_columns,           \
     .help = "\"text=Support {month}; price=10.00; tax=VAT20\", once a line; or @FILE"},           \
    {.name = "amount", .kind = ARG_MONEY, .help = "one untaxed line instead of --line"},           \
    {.name = "text", .kind = ARG_TEXT, .help = "words of that line, or of the invoice"},           \
    {.name = "po", .kind = ARG_TEXT, .help = "the customer's order number"},                       \
    {.name = "reference", .kind = ARG_TEXT, .help = "the customer's reference"},                   \
    {.name = "currency", .kind = ARG_CURRENCY, .help = "the customer's when not said"},            \
    {.name = "terms", .kind = ARG_TERMS, .help = "the customer's on that day when not said"},      \
    {.name = "discount", .kind = ARG_TEXT, .help = "\"2% 10; 1% 20\"; by the terms, else"}
/* clang-format on */

/* The command of a template from the arguments given; what is not given is as in `old` (NULL =
 * none). `net` and `currency` of the whole of it, without tax. */
enum err recurringdue_command(struct act *act, const char *customer, const char *old,
                              const char **command, int64_t *net, struct currency *currency);

struct recurringdue {
    const struct recurring *recurring;
    struct recurring_turn turn;
    struct args *args;   /* invoice issue, filled; NULL when it is skipped */
    struct date date;    /* on the invoice: the due day, or the first open day after it */
    struct money total;  /* with tax */
    int64_t customer_id;
    const char *skipped; /* why it cannot be made, NULL = it can */
    /* once it is made: */
    int64_t document_id;
    const char *number, *says;
};
/* One turn; fails as its command would. */
enum err recurringdue_fill(struct act *act, const struct recurring *recurring,
                           const struct recurring_turn *turn, struct recurringdue *out);
/* The same; what stands against it is `skipped`, and only what the store says is a failure. */
enum err recurringdue_try(struct act *act, const struct recurring *recurring,
                          const struct recurring_turn *turn, struct recurringdue *out);
/* All that is due by a day, of --customer or --recurring when they are given; by the day on the
 * invoice, then by template. */
enum err recurringdue_list(struct act *act, struct date to, struct recurringdue **out, int *count);

#endif
