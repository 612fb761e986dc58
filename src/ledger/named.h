/* named: the words by which a customer is known, and whether a text names it.
 *
 * Strong words are its own wherever they stand: codes and names, those of before too, the tax
 * number, what payers are known by. Weak ones, which others may share, count only where something
 * of the customer was written: people, addresses, numbers of phones. Compared folded and as whole
 * words; words of less than three letters and short numbers name nobody.
 * Memory: until named_done. Fails with: what the store says. */
#ifndef LEDGER_NAMED_H
#define LEDGER_NAMED_H

#include "ledger/local.h"

struct named {
    struct arena arena, scratch;
    const char **words; /* folded, the strong ones first */
    size_t count, strong, room;
};
enum err named_read(struct book *book, int64_t customer_id, struct named *out);
bool named_in(struct named *named, const char *text, bool weak);
/* A code that says nothing stays: a number. */
bool code_is_neutral(const char *code);
void named_done(struct named *named);

#endif
