/* factform: what a kind of fact is called, and the question by which its rows are hashed.
 *
 * The questions read id, entry_id, then `numbers` numbers and the rest texts, as the writer hashes
 * them: entry_id first among the numbers. */
#ifndef LEDGER_FACTFORM_H
#define LEDGER_FACTFORM_H

#include "ledger/local.h"

#define FORM_NUMBERS 12
#define FORM_TEXTS 8
struct fact_form {
    const char *sql;
    int numbers, texts;
};
const char *fact_word(enum fact_kind kind);
/* From FACT_DISPUTE on: documents and applications have digests of their own. */
const struct fact_form *fact_form(enum fact_kind kind);

#endif
