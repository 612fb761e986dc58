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
/* A row whose entry was taken back whole is not there: *key becomes the one under which it comes in
 * again. */
enum err importrow_find(struct book *book, struct hash *key, bool *out);
enum err importrow_add(struct tx *tx, const struct hash *key);

enum profile_kind { PROFILE_IMPORT, PROFILE_BANK };
const char *profile_kind_word(enum profile_kind kind); /* "imports", "bank files" */
struct profile {
    enum profile_kind kind;
    const char *name;
    struct hash header; /* reader_header_hash of the files that it reads; bankmap_heads of a bank's,
                           all zero where they have none */
    const char *text;   /* the options it stands for, as importmap and bankprofile write them */
};
/* Replaces one of that name and kind. CONFLICT when the name is one of the other kind. */
enum err profile_add(struct tx *tx, const struct profile *profile);
/* MISSING when there is none. */
enum err profile_remove(struct tx *tx, const char *name);
/* By name, or by header when the name is NULL; *found tells. CONFLICT: of another kind. */
enum err profile_find(struct book *book, enum profile_kind kind, const char *name,
                      const struct hash *header, struct arena *arena, struct profile *out,
                      bool *found);
/* In order of name. */
enum err profile_each(struct book *book,
                      enum err (*each)(void *self, const struct profile *profile), void *self);

#endif
