#include "view/views.h"

#include <string.h>

#define VIEWS(X)                                                                                   \
    X(start)                                                                                       \
    X(find)                                                                                        \
    X(aging)                                                                                       \
    X(reports)                                                                                     \
    X(payment)                                                                                     \
    X(customers)                                                                                   \
    X(worklist)                                                                                    \
    X(customer)                                                                                    \
    X(dunning)                                                                                     \
    X(letters)                                                                                     \
    X(letterdraft)                                                                                 \
    X(letter)                                                                                      \
    X(dunningruns)                                                                                 \
    X(blocks)                                                                                      \
    X(levels)                                                                                      \
    X(templates)                                                                                   \
    X(papertemplate)                                                                               \
    X(match)                                                                                       \
    X(invoices)                                                                                    \
    X(recurring)                                                                                   \
    X(recurringdue)                                                                                \
    X(template)                                                                                    \
    X(credits)                                                                                     \
    X(payments)                                                                                    \
    X(autocash)                                                                                    \
    X(items)                                                                                       \
    X(disputes)                                                                                    \
    X(holds)                                                                                       \
    X(applications)                                                                                \
    X(allowances)                                                                                  \
    X(allowance)                                                                                   \
    X(allowancerates)                                                                              \
    X(specifics)                                                                                   \
    X(dispute)                                                                                     \
    X(placements)                                                                                  \
    X(insolvencies)                                                                                \
    X(baddebts)                                                                                    \
    X(confirmations)                                                                               \
    X(outbox)                                                                                      \
    X(sent)                                                                                        \
    X(sentpage)                                                                                    \
    X(balances)                                                                                    \
    X(batches)                                                                                     \
    X(batch)                                                                                       \
    X(deposits)                                                                                    \
    X(bank)                                                                                        \
    X(bankline)                                                                                    \
    X(banklines)                                                                                   \
    X(reconciliations)                                                                             \
    X(profiles)                                                                                    \
    X(bankrules)                                                                                   \
    X(undeposited)                                                                                 \
    X(document)                                                                                    \
    X(journal)                                                                                     \
    X(entry)                                                                                       \
    X(periods)                                                                                     \
    X(period)                                                                                      \
    X(approvals)                                                                                   \
    X(approval)                                                                                    \
    X(sessions)                                                                                    \
    X(users)                                                                                       \
    X(charges)                                                                                     \
    X(charged)                                                                                     \
    X(terms)                                                                                       \
    X(taxes)                                                                                       \
    X(jurisdictions)                                                                               \
    X(accounts)                                                                                    \
    X(rates)                                                                                       \
    X(views)                                                                                       \
    X(settings)                                                                                    \
    X(paper)                                                                                       \
    X(form)                                                                                        \
    X(answer)                                                                                      \
    X(told)

#define X(name) extern const struct view_class view_##name;
VIEWS(X)
#undef X

/* The first one is where the program begins. */
const struct view_class *const views_all[] = {
#define X(name) &view_##name,
    VIEWS(X)
#undef X
        NULL,
};

const struct view_class *view_class_find(const char *name)
{
    for (const struct view_class *const *class = views_all; *class; class ++)
        if (strcmp((*class)->name, name) == 0)
            return *class;
    return NULL;
}
