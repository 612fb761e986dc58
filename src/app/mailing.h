/* mailing: pages of ours as mails: what is written to whom, and the message with its PDF.
 *
 * Memory: the arena, or the buf given. Fails with: CONFLICT (no address), MISSING (a paper that was
 * never sent), what mail_write and the PDF say. */
#ifndef APP_MAILING_H
#define APP_MAILING_H

#include "app/command.h"
#include "base/buf.h"
#include "ledger/customer.h"
#include "ledger/outbox.h"
#include "ledger/sentpaper.h"

/* What somebody who sends it says himself; NULL = as usual. */
struct mailing {
    const char *to, *subject, *text;
};
/* The page of a statement, paper or letter goes to its customer, a report (customer NULL) to whom
 * `mailing` says: kept, and put into the outbox. */
enum err mailing_put(struct act *act, const struct customer *customer,
                     const struct sentpaper *paper, struct page *page,
                     const struct mailing *mailing, int64_t *mail_id);
/* --email, where it is given and not empty: what no mail could go to is refused at once. */
enum err mailing_email_judge(const struct act *act);
/* The message as a server gets it: the same bytes each time. */
enum err mailing_message(struct session *session, const struct outbox *mail, struct buf *out);

#endif
