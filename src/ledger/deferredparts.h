/* deferredparts: the tax of one item that waits for the money, line by line, and what of it each
 * application moved; for deferredtax alone. */
#ifndef LEDGER_DEFERREDPARTS_H
#define LEDGER_DEFERREDPARTS_H

#include "ledger/deferredtax.h"
#include "ledger/payment.h"

enum { OWN, BASE, SIDES };

/* The tax of one item by the line of its paper; < 0 of a credit memo. */
struct waiting {
    struct tax_line line[TAX_PARTS_MAX];
    int place[TAX_PARTS_MAX]; /* of the line on its paper */
    int64_t whole[SIDES][TAX_PARTS_MAX], so_far[SIDES][TAX_PARTS_MAX];
    int count;
    bool memos; /* a credit memo is among what was applied so far */
};

struct applied {
    int64_t id, reverses_id, amount;
    int64_t memo_id; /* of a credit memo that a debit was settled with; 0 = of anything else */
    int64_t moved[SIDES][TAX_PARTS_MAX];
};

/* What a paper posted on the account, by its lines; then an item's share of it. */
enum err deferred_whole(struct book *book, int64_t document_id, struct arena *arena,
                        struct waiting *out);
enum err deferred_share(struct book *book, const struct item *item, struct arena *arena,
                        struct waiting *out);
/* Up to an application, it left out: what the ones before it moved. */
enum err deferred_so_far(struct book *book, const struct item *item, int64_t before,
                         struct arena *arena, struct waiting *waiting);
/* What one application moves; `closed` when it is the one that closes the item. */
enum err deferred_move(struct book *book, const struct waiting *waiting, const struct item *item,
                       bool closed, struct arena *arena, struct applied *row);

#endif
