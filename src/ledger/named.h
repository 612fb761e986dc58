/* named: the words by which a customer is known, and whether a text names it.
 *
 * Codes, of now and before, are its own wherever they stand, written just so. Strong words are its
 * own where nothing of another customer was written: names, the tax number, what payers are known
 * by. Weak ones, which others may share, count only where something of this one was: people,
 * addresses, numbers of phones. All but codes are compared folded; whole words only; words of less
 * than three letters and short numbers name nobody.
 * Memory: until named_done. Fails with: what the store says. */
#ifndef LEDGER_NAMED_H
#define LEDGER_NAMED_H

#include "ledger/local.h"

struct named {
    struct arena arena, scratch;
    const char **words; /* codes, then strong ones, then weak ones */
    size_t count, codes, strong, room;
};
enum named_by { NAMED_BY_CODE, NAMED_BY_STRONG, NAMED_BY_ANY };
enum err named_read(struct book *book, int64_t customer_id, struct named *out);
bool named_in(struct named *named, const char *text, enum named_by by);
/* A code that says nothing stays: a number. */
bool code_is_neutral(const char *code);
void named_done(struct named *named);

#endif
