#include "ledger/inventory.h"

#include "ledger/local.h"

enum err inventory_take(struct book *book, struct inventory *out)
{
    struct db *db = book->db;
    int64_t first = 0, last = 0;

    *out = (struct inventory){.first = DATE_NONE,
                              .last = DATE_NONE,
                              .schema = db_version(db),
                              .path = db_path(db)};
    TRY(db_get(db, &out->entries, 0, "SELECT COUNT(*) FROM entry", ""));
    TRY(db_get(db, &out->customers, 0, "SELECT COUNT(*) FROM customer", ""));
    TRY(db_get(db, &out->documents, 0, "SELECT COUNT(*) FROM document", ""));
    TRY(db_get(db, &out->items_open, 0, "SELECT COUNT(*) FROM item WHERE settled_on = $1", "i",
               (int64_t)DATE_NEVER.day));
    TRY(db_get(db, &first, INT32_MIN, "SELECT MIN(posted) FROM document", ""));
    TRY(db_get(db, &last, INT32_MIN, "SELECT MAX(posted) FROM document", ""));
    out->first.day = (int32_t)first;
    out->last.day = (int32_t)last;
    return ERR_OK;
}
