/* erase: a customer's personal data go out of the book when nobody has to keep them any more.
 *
 * What goes (GDPR Art. 17): names, addresses, numbers of phones, notes, texts on papers and
 * remittances, kept pages, mails, names of attached files, commands and words of the journal. In
 * their place stands ERASED. Figures, days and numbers of papers stay, and the journal proves
 * itself. The code stays when it is a number; else it becomes ERASED-n. Accounts that were merged
 * into it go with it. What the law says to keep is kept: retention.years from the end of the year
 * of the last paper, or line of the bank that names it, and nothing open. In a book with users one
 * person asks and another does it.
 * Only a book whose journal proves itself loses words: else what was changed past the program would
 * be proved from then on. It is final.
 * Limits: copies of the book that were made before, files beside it, and what notes at other
 * customers say of it are not touched. Whoever reads the book at that very moment keeps what was in
 * the store's file until the next checkpoint, at the latest until everybody has left. Of short
 * words see ledger/erasure.h.
 * Memory: the arena given. Fails with: CONFLICT (kept by law, erased, merged, a journal that does
 * not prove itself, own wish). */
#ifndef LEDGER_ERASE_H
#define LEDGER_ERASE_H

#include "base/arena.h"
#include "base/date.h"
#include "ledger/tx.h"

#define ERASED "(erased)"

struct erasing {
    int64_t customer_id;
    const char *code, *name, *becomes; /* the code afterwards */
    int64_t papers, facts, entries;    /* that lose words */
    int64_t people, aliases;           /* that go whole */
};
/* Whether it may be, and what would go; writes nothing. */
enum err erase_look(struct book *book, int64_t customer_id, struct arena *arena,
                    struct erasing *out);
/* Does it within an entry, whose own command it makes neutral. */
enum err erase_do(struct tx *tx, int64_t customer_id, struct arena *arena, struct erasing *out);
/* May who posts do it now? In a book without users anybody; else not without a standing wish of
 * somebody else. */
enum err erase_wished(struct tx *tx, int64_t customer_id, bool *wished);
/* Somebody asks for it, until the last day. CONFLICT when this user did so already. */
enum err erase_ask(struct tx *tx, int64_t customer_id, struct date *until);

/* Erasures that somebody asked for and that another person may do by the last day, oldest first;
 * of one customer, or of all (0). */
struct erase_wish {
    int64_t customer_id;
    const char *code, *maker;
    struct date until;
};
enum err erase_wishes(struct book *book, int64_t customer_id, struct arena *arena,
                      struct erase_wish **out, int *count);

#endif
