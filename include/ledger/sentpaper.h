/* sentpaper: what was sent, page for page, as it went out.
 *
 * A fact each: to whom, when, by which channel, and the page itself (base/pagetext.h) with its
 * SHA-256, so that it is drawn again as it was, whatever became of the customer and of our address
 * since. The proof holds the text against its digest.
 * Memory: the arena given; the page's own. Fails with: MISSING, CORRUPT (the bytes), LIMIT. */
#ifndef LEDGER_SENTPAPER_H
#define LEDGER_SENTPAPER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/page.h"
#include "ledger/tx.h"

enum sentpaper_kind {
    SENTPAPER_STATEMENT,
    SENTPAPER_DOCUMENT,
    SENTPAPER_LETTER,
    SENTPAPER_REPORT /* of no customer */
};
enum sentpaper_channel { SENTPAPER_PAPER, SENTPAPER_FILE, SENTPAPER_MAIL };
const char *sentpaper_kind_word(enum sentpaper_kind kind);
const char *sentpaper_channel_word(enum sentpaper_channel channel);

struct sentpaper {
    int64_t id, entry_id;
    int64_t customer_id;         /* 0 = of no customer */
    const char *customer, *name; /* read only: its code and name as they are now, or "" */
    enum sentpaper_kind kind;
    enum sentpaper_channel channel;
    struct date day;
    int64_t moment;     /* read only: of its entry */
    const char *number; /* of what was sent: "ST-1001" */
    const char *address;
    const char *sha256; /* read only */
    int64_t times;      /* read only: how often it was sent by then; 1 = for the first time */
};
/* `page` is settled by it: made at the entry's moment, with the firm's name at its foot. */
enum err sentpaper_add(struct tx *tx, const struct sentpaper *paper, struct page *page,
                       int64_t *id);
enum err sentpaper_get(struct book *book, int64_t id, struct arena *arena, struct sentpaper *out);
/* What a report that goes out now is called: the same one goes out again and again, so the entry
 * stands behind its name: "aging-57". */
const char *sentpaper_report(struct tx *tx, const char *name, struct arena *arena);
/* The last one of a number; 0 = it was never sent. */
enum err sentpaper_last(struct book *book, const char *number, int64_t *id);
/* The entry that wrote it last; 0 = none. */
enum err sentpaper_entry(struct book *book, const char *number, int64_t *entry_id);
/* `page` is one of page_init. */
enum err sentpaper_page(struct book *book, int64_t id, struct page *page);

struct sentpaper_query {
    int64_t customer_id;   /* 0 = all */
    int64_t entry_id;      /* 0 = of all */
    const char *number;    /* NULL = all */
    struct date from, to;  /* NONE = without an end */
};
/* The oldest first; text lives until the next. */
enum err sentpaper_each(struct book *book, const struct sentpaper_query *query,
                        enum err (*each)(void *self, const struct sentpaper *paper), void *self);

#endif
