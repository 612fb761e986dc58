/* mailpage: what is written in a mail that brings a paper, from the template of mails.
 *
 * Memory: the arena given. Fails with: INPUT (a template that is none). */
#ifndef REPORT_MAILPAGE_H
#define REPORT_MAILPAGE_H

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/customer.h"

struct mailpage {
    const struct customer *customer; /* to whom; NULL = to nobody of the book's */
    const char *paper;               /* "Invoice INV-1001" */
    const char *number;              /* of what is attached */
};
/* In the customer's language. Every line of the text ends. */
enum err mailpage_write(struct book *book, const struct mailpage *about, struct arena *arena,
                        const char **subject, const char **text);

#endif
