/* bare: the same work without the program: prepared statements straight into the store.
 *
 * Every connection has the settings of a book (TRUST.md 4) and the cache as shipped. */
#ifndef BENCH_BARE_H
#define BENCH_BARE_H

#include "bench/firm.h"

#include <sqlite3.h>

struct sqlite3 *bare_open(const char *path, bool write);
/* Every row of a table, every column read. */
void bare_scan(struct sqlite3 *store, const char *table);
/* The rows that `import history` makes of the firm, into the book at `path`, which has just been
 * made: one transaction, triggers and unique indexes in place, the others made before its end;
 * figures bound as they will stand then. */
void bare_history(const struct firm *firm, const char *path);
/* The first rows of a customer list, straight from the index. */
void bare_page(struct sqlite3 *store, int rows);

#endif
