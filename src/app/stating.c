#include "app/stating.h"

#include "app/mailing.h"
#include "report/r_statement.h"

static enum err page_keep(struct act *act, const struct stating *stating, const struct sent *made,
                          struct page *page, int64_t *paper_id)
{
    const struct statement_options options = {.customer_id = made->customer_id,
                                              .kind = made->activity ? STATEMENT_ACTIVITY
                                                                     : STATEMENT_OPEN_ITEM,
                                              .from = made->from,
                                              .to = made->day,
                                              .currency = made->balance.currency.code,
                                              .number = made->number};
    const struct sentpaper paper = {.customer_id = made->customer_id,
                                    .kind = SENTPAPER_STATEMENT,
                                    .channel = stating->channel,
                                    .day = book_today(act->book),
                                    .number = made->number};
    const struct mailing as_usual = {NULL, NULL, NULL};
    int64_t mail_id;

    TRY(statement_page(act->book, &options, page));
    if (stating->mail_to)
        return mailing_put(act, stating->mail_to, &paper, page, &as_usual, &mail_id);
    return sentpaper_add(act->tx, &paper, page, paper_id);
}

enum err stating_issue(struct act *act, const struct stating *stating, struct sent *made,
                       int64_t *paper_id)
{
    struct page page;
    int64_t id;

    TRY(sent_add(act->tx, &stating->wanted, act->arena, made));
    page_init(&page, "", NULL);
    const enum err e = page_keep(act, stating, made, &page, paper_id ? paper_id : &id);
    page_done(&page);
    return e;
}
