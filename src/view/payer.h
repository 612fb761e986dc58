/* payer: who paid, from what is typed first at the payment desk: a document's number, an RF
 * reference, a customer's code, or a part of a name.
 *
 * A number goes before a code; where it is both, of two customers, neither is taken silently:
 * "10442/" is the customer. Our own series may be typed without its prefix: 1001 finds INV-1001.
 * "?" is money of which nobody knows yet whose it is.
 * Knows: ledger queries. Memory: the arena given. Fails with: MISSING, and CONFLICT when several
 * are meant; the words are in the note. */
#ifndef VIEW_PAYER_H
#define VIEW_PAYER_H

#include "ledger/item.h"
#include "view/finder.h"

#define PAYER_NOBODY "?" /* typed for money of which nobody knows whose it is */

struct payer {
    int64_t customer_id; /* 0 = nobody's yet */
    const char *code, *name, *town;
    struct currency currency; /* of the document, else of the account */
    struct currency account;  /* of the customer */
    bool foreign;             /* the currency is not the book's */
    int64_t document_id;      /* 0 = a customer was typed */
    const char *document;     /* its number */
    struct item *items;       /* open, by due date; of that currency, credits too */
    int count, elsewhere;     /* how many; how many more in other currencies */
    int64_t open, named_open; /* debits of all, and of the document */
    int oldest_days;          /* past due; 0 = nothing is */
    struct date named_until;  /* money in hand pays all of the document on it; NONE: none does */
    int64_t prepaid, in_hand; /* beside what is open, in that currency */
};

enum err payer_find(struct book *book, struct finder *finder, const char *text, struct arena *arena,
                    struct payer *out, struct note *note);
/* A customer's code as it must be typed: with its mark where it is a paper's number too. */
const char *payer_typed(struct book *book, const char *code, struct arena *arena);
/* "ACME HOLDINGS LTD  Boston  open 4,310.00  63 d" in so many cells: the figures stand whole, the
 * name gives way. */
const char *payer_words(const struct payer *payer, const struct notation *notation, int cells,
                        struct arena *arena);
#endif
