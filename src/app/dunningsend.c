#include "app/dunningsend.h"

#include "app/mailing.h"
#include "app/say.h"
#include "base/pagetext.h"
#include "ledger/customer.h"
#include "ledger/outbox.h"

#include <string.h>

enum err dunningsend_page(struct act *act, const struct dunletter *letter, struct sentpaper *paper,
                          struct page *page)
{
    *paper = (struct sentpaper){.customer_id = letter->customer_id,
                                .kind = SENTPAPER_LETTER,
                                .channel = SENTPAPER_PAPER,
                                .day = book_today(act->book),
                                .number = letter->number};
    return pagetext_read(letter->body, page, act->note);
}

static enum err page_send(struct act *act, const struct dunletter *letter, struct dunningsend *how,
                          struct page *page)
{
    const struct mailing as_usual = {NULL, NULL, NULL};
    struct customer customer;
    struct sentpaper paper;
    int64_t id = 0;

    TRY(dunningsend_page(act, letter, &paper, page));
    TRY(customer_get(act->book, letter->customer_id, act->arena, &customer));
    if (how->mail && *customer.email) {
        how->mailed++;
        return mailing_put(act, &customer, &paper, page, &as_usual, &id);
    }
    how->papers++;
    return sentpaper_add(act->tx, &paper, page, &id);
}

enum err dunningsend_letter(struct act *act, const struct dunletter *letter,
                            struct dunningsend *how)
{
    struct page page;

    page_init(&page, NULL, NULL);
    const enum err e = page_send(act, letter, how, &page);
    page_done(&page);
    return e;
}

const char *dunningsend_said(const struct dunningsend *how, struct arena *arena)
{
    if (!how->mail)
        return "";
    return arena_format(arena, "%lld by mail, in the outbox%s", (long long)how->mailed,
                        how->papers ? arena_format(arena,
                                                   "; %lld to be printed, for want of an"
                                                   " address",
                                                   (long long)how->papers)
                                    : "");
}

enum err dunningsend_judge(struct act *act, const struct dunletter *letter)
{
    if (letter->state == DUNLETTER_HELD)
        return fail(act->note, ERR_CONFLICT,
                    "%s waits to be checked; `dunning confirm` lets it go out", letter->number);
    if (letter->state == DUNLETTER_UNDONE)
        return fail(act->note, ERR_CONFLICT, "%s was taken back on %s: %s", letter->number,
                    say_day(act->arena, letter->undone), letter->reason);
    return ERR_OK;
}

/* ---- those that did not leave yet ----------------------------------------------------------- */

struct waiting {
    struct arena *arena;
    const char *number;
    int64_t *ids;
    int count, room;
};

static enum err mail_take(void *self, const struct outbox *mail)
{
    struct waiting *waiting = self;

    if (mail->state != OUTBOX_WAITS || strcmp(mail->number, waiting->number) != 0)
        return ERR_OK;
    waiting->ids = arena_grow(waiting->arena, waiting->ids, waiting->count, &waiting->room,
                              sizeof *waiting->ids);
    waiting->ids[waiting->count++] = mail->id;
    return ERR_OK;
}

enum err dunningsend_drop(struct act *act, const struct dunletter *letter, int *count)
{
    struct waiting waiting = {.arena = act->arena, .number = letter->number};

    TRY(outbox_each(act->book, letter->customer_id, true, mail_take, &waiting));
    for (int i = 0; i < waiting.count; i++)
        TRY(outbox_step(act->tx, waiting.ids[i], OUTBOX_DROPPED, NULL,
                        "the letter was taken back"));
    *count += waiting.count;
    return ERR_OK;
}
