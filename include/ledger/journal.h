/* journal: one entry a command, chained by hashes over all the facts it wrote.
 *
 * entry.hash = SHA-256(previous hash, id, form, moment, actor, command_hash, op_id, ref, and one
 * digest a kind of fact: documents, applications, others; each over that kind's facts in id order),
 * in the binary form of base/hash.h (HOUSE.md 5, RULES.md R17b). Verification is a merge of full
 * scans.
 * Memory: the arena given; of journal_each, until the next entry. Fails with: MISSING (no such
 * entry), CONFLICT (an operation id that another command had), CORRUPT (a book without entries). */
#ifndef LEDGER_JOURNAL_H
#define LEDGER_JOURNAL_H

#include "base/arena.h"
#include "base/hash.h"
#include "ledger/tx.h"

struct entry {
    int64_t id, moment;
    const char *actor, *command, *ref, *says, *op_id;
    struct hash hash;
};
enum err journal_get(struct book *book, int64_t id, struct arena *arena, struct entry *out);
enum err journal_head(struct book *book, struct entry *out, struct arena *arena); /* the last one */
/* Newest first when `down`; from `after` (0 = the end), at most `limit` (0 = all). */
enum err journal_each(struct book *book, int64_t after, bool down, int64_t limit,
                      enum err (*each)(void *self, const struct entry *entry), void *self);
/* The stored result of an operation id; CONFLICT when it was used with another command (NULL: which
 * one does not matter). */
enum err journal_op_find(struct book *book, const char *op_id, const char *command,
                         struct arena *arena,
                         struct entry *out, bool *found);
/* The last entry recorded before the end of a local day: `--known-on`; -1 when there was none. */
enum err journal_known_on(struct book *book, struct date day, int64_t *entry_id);
/* A clock that was set back by more than an hour, on that local day by either clock: the last entry
 * that was made so; id 0 = none. */
struct set_back {
    int64_t id, moment, before; /* its moment, and that of the entry before it */
};
enum err journal_set_back(struct book *book, struct date day, struct set_back *out);
/* Recomputes the chain. Every trouble is one sentence that names entry, document and part; `anchor`
 * (may be NULL) must occur as the hash of an entry. *found counts the troubles. */
enum err journal_verify(struct book *book, const struct hash *anchor,
                        void (*say)(void *self, const char *sentence), void *self, int *found);

#endif
