/* learning: by what a payer is known from now on: asked once, never silently (RULES.md A, payer
 * aliases).
 *
 * Who says --learn is not asked; where nobody can be asked, nothing is learned. A no is kept too.
 * Memory: the act's arena. */
#ifndef APP_LEARNING_H
#define APP_LEARNING_H

#include "app/command.h"
#include "ledger/alias.h"

struct learning {
    int64_t customer_id; /* 0 = nobody to be known */
    const char *code;
    const char *payer, *account; /* NULL or "" = not known */
    const char *source;          /* the payment */
};

/* In stage: asks, if there is anything new, and keeps the answer in act->state. */
enum err learning_ask(struct act *act, const struct learning *learning);
/* In run: what was answered, or what --learn says; adds a clause to act->says. */
enum err learning_keep(struct act *act, const struct learning *learning);

/* What two customers are known by tells nobody apart: adds a clause to act->says. */
enum err learning_warn(struct act *act, const struct alias *alias);

#define LEARN_ARG                                                                                  \
    {                                                                                              \
        .name = "learn", .kind = ARG_FLAG,                                                         \
        .help = "know the customer by this payer and account from now on"                          \
    }

#endif
