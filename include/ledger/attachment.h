/* attachment: a file beside the book, noted with its size and SHA-256, so that a missing or changed
 * one is found. The file itself is never in the book; who reads it is not known here.
 *
 * Memory: until the next row. Fails with: INPUT (no path, no digest). */
#ifndef LEDGER_ATTACHMENT_H
#define LEDGER_ATTACHMENT_H

#include "base/arena.h"
#include "ledger/tx.h"

struct attachment {
    int64_t id, customer_id, document_id, contact_id; /* document, contact 0 = none */
    int64_t size;
    const char *path, *sha256, *text;
    const char *customer, *number; /* read only; number of the document, "" = none */
};
enum err attachment_add(struct tx *tx, const struct attachment *attachment, int64_t *id);
/* In order of id; customer_id 0 = all. */
enum err attachments_each(struct book *book, int64_t customer_id,
                          enum err (*each)(void *self, const struct attachment *attachment),
                          void *self);

#endif
