/* stating: one statement of one customer in one currency: recorded, its page kept, or mailed.
 *
 * What `statement issue`, `statement send` and mail have in common.
 * Memory: the act's arena; the page its own. Fails with: what sent_add, statement_page and
 * sentpaper_add say. */
#ifndef APP_STATING_H
#define APP_STATING_H

#include "app/command.h"
#include "ledger/customer.h"
#include "ledger/sent.h"
#include "ledger/sentpaper.h"

struct stating {
    struct sent wanted; /* its currency is that of the balance */
    enum sentpaper_channel channel;
    const struct customer *mail_to; /* put into the outbox for; NULL = not */
};
/* paper_id may be NULL. */
enum err stating_issue(struct act *act, const struct stating *stating, struct sent *made,
                       int64_t *paper_id);

#endif
