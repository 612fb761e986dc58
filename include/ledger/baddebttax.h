/* baddebttax: the tax in bad debts: what of it may still be asked back, what was, and what went
 * back to the office when something was recovered (RULES.md Part A, tax on bad debt).
 *
 * Every figure is as it stood at the end of a day, by posted day. Tax that waited for the money is
 * in none of them: it went with the write-off.
 * Memory: the arena given. Fails with: LIMIT (more taxes on a paper than are counted). */
#ifndef LEDGER_BADDEBTTAX_H
#define LEDGER_BADDEBTTAX_H

#include "ledger/item.h"
#include "ledger/document.h"

/* The tax in `now` of what was written off, of which `done` is accounted for already, by code (its
 * line's tax and net), and its sum; so that parts of it come to its tax. It is of the tax that
 * credit memos had left by then (ledger/taxleft.h). */
enum err baddebt_taxes_in(struct book *book, int64_t writeoff_id, int64_t done, int64_t now,
                          struct arena *arena, struct tax_line **out, int *count, int64_t *total);

/* The nets and taxes of which a relief is, or one that was given back; both above zero. */
enum err baddebt_relieved(struct book *book, int64_t relief_id, struct arena *arena,
                          struct tax_line **out, int *count);

/* A write-off that stood on the day. */
struct baddebt_tax {
    int64_t baddebt_id, item_id, document_id;
    const char *writeoff; /* its number */
    int64_t amount;       /* written off */
    int64_t recovered;
    int64_t tax;          /* that may be asked back, and was not */
    int64_t asked, back;  /* asked back; of it given back to the office */
    int64_t base;         /* asked less given back, in the book's currency */
};
struct baddebt_tax_query {
    struct date as_of;
    int64_t customer_id;  /* 0 = all */
    const char *currency; /* NULL = all */
};
/* By id. */
enum err baddebt_taxes(struct book *book, const struct baddebt_tax_query *query,
                       struct arena *arena, struct baddebt_tax **out, int *count);
/* What relief, with what took it back, moved on the tax accounts by then, in the book's currency:
 * positive is less owed to the office. */
enum err baddebt_taxes_posted(struct book *book, const struct baddebt_tax_query *query,
                              int64_t *out);

/* From which day on the tax in an item may be asked back, and until when, by the book's settings;
 * months 0: by its setting too. */
void baddebt_window(struct book *book, struct date supply, struct date due, int months,
                    struct date *from, struct date *until);

#endif
