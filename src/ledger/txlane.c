#include "ledger/txlane.h"

#include "db/db.h"

#define MILLISECONDS 1000

void txlane_set(struct book *book, const struct txlane *lane)
{
    struct db *db = book_db(book);

    db_lane_who(db, lane->actor, lane->command);
    db_lane_wait(db, lane->wait_seconds * MILLISECONDS);
    db_cancel_hook(db, lane->stop, lane->self);
}

enum err txlane_read_begin(struct book *book)
{
    return db_read_begin(book_db(book));
}

void txlane_read_end(struct book *book)
{
    db_read_end(book_db(book));
}
