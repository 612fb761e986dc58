/* importfile: which files and rows were imported already, and how files of a known header are read.
 *
 * A file is known by the SHA-256 of its bytes; a row without a number of its own by the hash of its
 * contents and its place among equal rows (RULES.md R16), so that real repeats inside a file
 * survive and a second import adds nothing.
 * Fails with: what the store says. */
#ifndef LEDGER_IMPORTFILE_H
#define LEDGER_IMPORTFILE_H

#include "base/arena.h"
#include "base/hash.h"
#include "ledger/tx.h"

/* The journal entry that imported the file; 0 = none. */
enum err importfile_find(struct book *book, const struct hash *hash, int64_t *entry_id);
/* A second import of the same file, allowed by a reason, keeps the first row. */
enum err importfile_add(struct tx *tx, const struct hash *hash, const char *name, const char *kind,
                        int64_t rows);
enum err importrow_find(struct book *book, const struct hash *key, bool *out);
enum err importrow_add(struct tx *tx, const struct hash *key);

struct profile {
    const char *name;
    struct hash header; /* reader_header_hash of the files that it reads */
    const char *text;   /* the options it stands for, as cmd_import writes them */
};
enum err profile_add(struct tx *tx, const struct profile *profile); /* replaces one of that name */
/* By name, or by header when the name is NULL; *found tells. */
enum err profile_find(struct book *book, const char *name, const struct hash *header,
                      struct arena *arena, struct profile *out, bool *found);

#endif
