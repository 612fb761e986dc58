/* dunningsend: letters of dunning on their way out: each is kept among what was sent (`sent list`),
 * and goes into the outbox when it shall go by mail and its customer has an address.
 *
 * Memory: the act's arena. Fails with: what sentpaper_add and mailing_put say, CONFLICT. */
#ifndef APP_DUNNINGSEND_H
#define APP_DUNNINGSEND_H

#include "app/command.h"
#include "ledger/dunletter.h"
#include "ledger/sentpaper.h"

/* How letters go; how many of them went so is counted. */
struct dunningsend {
    bool mail; /* where there is an address */
    int64_t mailed, papers;
};
/* A letter with its body that is neither held nor taken back. */
enum err dunningsend_letter(struct act *act, const struct dunletter *letter,
                            struct dunningsend *how);
/* "3 by mail, in the outbox; 1 to be printed"; "" when none was to go by mail. */
const char *dunningsend_said(const struct dunningsend *how, struct arena *arena);
/* May it still go out? CONFLICT: it is held, or was taken back. */
enum err dunningsend_judge(struct act *act, const struct dunletter *letter);
/* As a sent paper, and its page: one of page_init. */
enum err dunningsend_page(struct act *act, const struct dunletter *letter, struct sentpaper *paper,
                          struct page *page);
/* Mails of a letter that was taken back wait in the outbox no more; adds how many to *count. */
enum err dunningsend_drop(struct act *act, const struct dunletter *letter, int *count);

#endif
