/* whose: who paid, when nobody says so (RULES.md R3 step 0).
 *
 * Asked in this order, and the first that answers counts: what the text quotes of ours (a paper, a
 * statement, the customer's own order number, an RF reference), the account that the money came
 * from, the customer's number, the payer's name. Two answers of one question end it. A name that
 * only looks like a customer's is a suggestion, never more.
 * Memory: the act's arena; names are read once and kept for a run. */
#ifndef APP_WHOSE_H
#define APP_WHOSE_H

#include "app/command.h"
#include "base/money.h"

struct whose_asked {
    const char *text, *payer, *account; /* NULL or "" = not known */
    struct money amount;
};
struct whose {
    int64_t customer_id; /* 0 = nobody knows */
    const char *code;
    bool automatic;    /* else it is only suggested */
    const char *words; /* "payer by the account DE89 ..."; why nobody is found */
};

/* The names of all customers, read when they are first asked for. */
struct whose_name {
    int64_t id;
    const char *code, *words; /* words folded, without legal forms */
};
struct whose_names {
    struct arena arena;
    struct whose_name *rows;
    size_t count, room;
    bool read;
};
void whose_names_done(struct whose_names *names);

/* `names` NULL: nobody is suggested. */
enum err whose_find(struct act *act, struct whose_names *names, const struct whose_asked *asked,
                    struct whose *out);

#endif
