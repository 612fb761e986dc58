/* standing: what is applied between one document and others, net of what was taken back.
 *
 * Memory: the arena given. Fails with: what the store says. */
#ifndef LEDGER_STANDING_H
#define LEDGER_STANDING_H

#include "ledger/application.h"

struct standing {
    const char *number; /* of the other document */
    enum document_kind kind;
    bool paid;        /* the other one is what was paid */
    int instalment;   /* of the debit */
    struct date date; /* of the last application */
    struct currency currency;
    int64_t amount, discount, writeoff;
};

/* In order of the first application; what came to nothing is left out. */
enum err standing_read(struct book *book, const struct document *document, struct arena *arena,
                       struct standing **out, int *count);
/* "98.00 of P-1, 5.00 of CM-2"; NULL when nothing is applied. */
enum err standing_words(struct book *book, const struct document *document, struct arena *arena,
                        const char **out);
/* The same as what comes open of the others when all of it is taken back: with the discounts and
 * small differences that go with it. "100.00 of INV-1 (with its discount of 2.00)" */
enum err standing_freed(struct book *book, const struct document *document, struct arena *arena,
                        const char **out);

#endif
