/* r_signs: signs that money was taken and that it is hidden (RULES.md R17), by who posts money,
 * over ninety days: how often each comes, how often with the others, and at which papers.
 *
 * A sign is no proof. Fails with: what the store says. */
#ifndef REPORT_R_SIGNS_H
#define REPORT_R_SIGNS_H

#include "base/table.h"
#include "ledger/book.h"

/* A row a person and sign that came; `detail`: one an act. The foot names who to look at. */
enum err signs_table(struct book *book, struct date as_of, int days, bool detail,
                     struct sink *sink);

/* For those who watch: is this person pointed out? */
enum err signs_pointed(struct book *book, struct date as_of, int days, const char *actor,
                       bool *pointed, int *any);

#endif
