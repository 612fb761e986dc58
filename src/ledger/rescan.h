/* rescan: stored documents read again in order of id, their digests recomputed and compared.
 *
 * Each document is put together from seven scans that run side by side, in constant memory. A part
 * that does not fit is named once; the chain goes on with the digest that is stored. */
#ifndef LEDGER_RESCAN_H
#define LEDGER_RESCAN_H

#include "ledger/erasure.h"
#include "ledger/trouble.h"

enum rescan_table {
    RESCAN_RECEIPT,
    RESCAN_LINE,
    RESCAN_TAX,
    RESCAN_OFFER,
    RESCAN_ITEM,
    RESCAN_POSTING,
    RESCAN_TABLES
};

struct rescan {
    struct book *book;
    struct stmt *heads;
    struct {
        struct stmt *q;
        int64_t document_id; /* of the row it stands on */
        bool at_end;
    } tables[RESCAN_TABLES];
    struct arena arena; /* of one document */
    const struct erasures *erased; /* what was erased of documents */
    const struct erasures *plan;   /* what is to be: its digests are filled in; NULL = nothing */
    /* the document it stands on */
    bool at_end;
    int64_t id, entry_id;
    struct hash digest; /* as stored */
};

void rescan_open(struct rescan *scan, struct book *book, const struct erasures *erased,
                 const struct erasures *plan);
enum err rescan_next(struct rescan *scan, struct trouble *trouble); /* check and step */
enum err rescan_close(struct rescan *scan);

#endif
