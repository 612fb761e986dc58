/* inventory: what a book holds: how many of each thing, and between which days.
 *
 * Fails with: what the store says. */
#ifndef LEDGER_INVENTORY_H
#define LEDGER_INVENTORY_H

#include "ledger/book.h"

struct inventory {
    int64_t entries, customers, documents, items_open;
    struct date first, last; /* posted days of documents; DATE_NONE without any */
    int schema;              /* the version of its schema */
    const char *path;        /* "" in memory; lives as long as the book */
};

enum err inventory_take(struct book *book, struct inventory *out);

#endif
