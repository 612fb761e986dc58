/* journalwrite: postings as the journals of hledger, ledger and beancount.
 *
 * The table has one row a posting; its column names say what is what (journal_columns), and the
 * rows of one document share their row id and follow each other. Every file stands alone: its
 * accounts and currencies are declared at its end. A posting in another currency carries its
 * cost in the book's: so the journals' balances at cost are ours.
 * Holds: no text of a cell can begin a line, end a comment or close a string.
 * Fails with: UNAVAILABLE for a table or page that has no postings. */
#ifndef OUT_JOURNALWRITE_H
#define OUT_JOURNALWRITE_H

#include "base/arena.h"
#include "base/buf.h"
#include "out/writers.h"

enum journal_column {
    JOURNAL_BATCH,
    JOURNAL_DATE,
    JOURNAL_DOCUMENT,
    JOURNAL_KIND,
    JOURNAL_CUSTOMER,
    JOURNAL_REFERENCE,
    JOURNAL_ACCOUNT,
    JOURNAL_ACCOUNT_NAME,
    JOURNAL_ACCOUNT_KIND,
    JOURNAL_AMOUNT,
    JOURNAL_BASE,
    JOURNAL_COLUMNS
};

/* To be declared: an account (digits -1), or a currency with its decimals. */
struct journal_name {
    const char *text;
    int digits;
};

struct journalwrite {
    struct out *out;
    bool beancount;
    int at[JOURNAL_COLUMNS];   /* places of the columns */
    int64_t document;          /* row id of the one under way, 0 = none */
    struct arena arena, known; /* of a row; of the names */
    struct buf scratch, words;
    struct journal_name *names;
    int name_count, name_room;
};

void journalwrite_begin(void *self, struct out *out, const struct writer_options *options);
void journalwrite_begin_beancount(void *self, struct out *out,
                                  const struct writer_options *options);
enum err journalwrite_head(void *self, const struct table_head *head);
enum err journalwrite_row(void *self, const struct row *row);
enum err journalwrite_foot(void *self, const char *proof);
void journalwrite_end(void *self);
enum err journalwrite_page(struct out *out, const struct page *page,
                           const struct writer_options *options);

#endif
