/* r_gl: what goes to the general ledger outside, and how both books stand beside each other.
 *
 * Debits positive. Fails with: what the store says; CORRUPT for a batch that was changed. */
#ifndef REPORT_R_GL_H
#define REPORT_R_GL_H

#include "base/table.h"
#include "ledger/glbatch.h"
#include "ledger/gltie.h"

/* One row a posting; in summary one a month, kind of document, account and currency. */
enum err glbatch_table(struct book *book, const struct glbatch *batch, bool summary,
                       struct sink *sink);
enum err glbatches_table(struct book *book, struct sink *sink);
/* One row an account; *differs when any of them does. */
enum err gltie_table(struct book *book, struct date as_of, struct sink *sink, bool *differs);
/* What may explain a difference; *found counts the rows. */
enum err glexplain_table(struct book *book, const struct glquestion *question, struct sink *sink,
                         int *found);

#endif
