/* stray: what nobody comes to ask about and somebody should look at: cheques in hand whose day
 * has come, credits that name nothing, lines of the bank that are nobody's.
 *
 * As things stand at the end of a day. Texts live until the next. Fails with: what the store
 * says. */
#ifndef LEDGER_STRAY_H
#define LEDGER_STRAY_H

#include "base/arena.h"
#include "ledger/book.h"

enum stray_kind {
    STRAY_POSTDATED, /* a receipt that was dated ahead, is due now and not at the bank */
    STRAY_CREDIT,    /* an open credit memo without a reference and without its invoice */
    STRAY_BANKLINE   /* a line of the bank that is matched with nothing */
};
struct stray {
    enum stray_kind kind;
    int64_t document_id; /* or the line's id */
    const char *document, *customer, *actor, *text;
    struct currency currency;
    int64_t amount;
    struct date since;
};
/* Lines of the bank that are older than `days`. */
enum err stray_each(struct book *book, struct date as_of, int days,
                    enum err (*each)(void *self, const struct stray *stray), void *self);
/* Who made a document. */
enum err stray_maker(struct book *book, int64_t document_id, struct arena *arena, const char **out);

#endif
