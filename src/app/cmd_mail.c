/* Mails: statements, papers and letters that go to a customer's address, by way of the outbox. */
#include "app/commands.h"
#include "app/dunningsend.h"
#include "app/mailing.h"
#include "app/say.h"
#include "ledger/document.h"
#include "ledger/sent.h"
#include "report/paperpage.h"

#define PAPERS                                                                                     \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |                             \
     DOCUMENT_MASK(DOCUMENT_CREDIT) | DOCUMENT_MASK(DOCUMENT_CHARGE))

static const struct arg send_args[] = {
    {.name = "document",
     .kind = ARG_DOCUMENT,
     .flags = ARG_MANY | ARG_BARE,
     .help = "an invoice, credit memo, debit memo or charge"},
    {.name = "statement",
     .kind = ARG_TEXT,
     .flags = ARG_MANY,
     .help = "a statement that was issued, ST-1001, or a report that was mailed, aging-57"},
    {.name = "letter",
     .kind = ARG_TEXT,
     .flags = ARG_MANY,
     .help = "a letter of dunning that went out: DL-1001"},
    {.name = "to",
     .kind = ARG_TEXT,
     .flags = ARG_PERSONAL,
     .help = "to this address instead of the customer's; several are parted by commas"},
    {.name = "subject", .kind = ARG_TEXT, .help = "instead of the usual one"},
    {.name = "text", .kind = ARG_TEXT, .help = "what is written instead of the usual words"},
    {0},
};

static enum err mail_put(struct act *act, int64_t customer_id, const struct sentpaper *paper,
                         struct page *page)
{
    const struct mailing mailing = {.to = args_get(act->args, "to"),
                                    .subject = args_get(act->args, "subject"),
                                    .text = args_get(act->args, "text")};
    struct customer customer;
    int64_t id = 0;

    if (customer_id)
        TRY(customer_get(act->book, customer_id, act->arena, &customer));
    else if (!mailing.to)
        return fail(act->note, ERR_USAGE, "%s is of no customer; --to says where it goes",
                    paper->number);
    TRY(mailing_put(act, customer_id ? &customer : NULL, paper, page, &mailing, &id));
    act->ref = act->ref ? act->ref : arena_format(act->arena, "%lld", (long long)id);
    act->says = say_join(act->arena, act->says,
                         arena_format(act->arena, "mail %lld with %s to %s waits in the outbox",
                                      (long long)id, paper->number,
                                      mailing.to ? mailing.to : customer.email));
    return ERR_OK;
}

/* A statement goes out as it was issued, not as it would be today. */
static enum err statement_put(struct act *act, const char *number)
{
    struct sentpaper kept;
    struct page page;
    int64_t id = 0;

    TRY(sentpaper_last(act->book, number, &id));
    if (id == 0)
        return fail(act->note, ERR_MISSING,
                    "there is no statement %.40s that was kept; `statement issue` makes one",
                    number);
    TRY(sentpaper_get(act->book, id, act->arena, &kept));
    page_init(&page, NULL, NULL);
    enum err e = sentpaper_page(act->book, id, &page);
    kept.day = book_today(act->book);
    if (e == ERR_OK)
        e = mail_put(act, kept.customer_id, &kept, &page);
    page_done(&page);
    return e;
}

static enum err document_put(struct act *act, const char *number)
{
    struct document paper;
    struct page page;

    TRY(document_find(act->book, number, PAPERS, act->arena, &paper));
    const struct sentpaper sent = {.customer_id = paper.customer_id,
                                   .kind = SENTPAPER_DOCUMENT,
                                   .day = book_today(act->book),
                                   .number = paper.number};
    page_init(&page, NULL, NULL);
    enum err e = paperpage_sheet(act->book, &paper, NULL, &page);
    if (e == ERR_OK)
        e = mail_put(act, paper.customer_id, &sent, &page);
    page_done(&page);
    return e;
}

static enum err letter_put(struct act *act, const char *number)
{
    struct dunletter letter;
    struct sentpaper paper;
    struct page page;

    TRY(dunletter_find(act->book, number, act->arena, &letter));
    TRY(dunningsend_judge(act, &letter));
    page_init(&page, NULL, NULL);
    enum err e = dunningsend_page(act, &letter, &paper, &page);
    if (e == ERR_OK)
        e = mail_put(act, letter.customer_id, &paper, &page);
    page_done(&page);
    return e;
}

static enum err send_run(struct act *act)
{
    const int documents = args_count(act->args, "document");
    const int statements = args_count(act->args, "statement");
    const int letters = args_count(act->args, "letter");

    if (documents + statements + letters == 0)
        return fail(act->note, ERR_USAGE,
                    "what goes out? --document, --statement or --letter names it");
    for (int i = 0; i < documents; i++)
        TRY(document_put(act, args_nth(act->args, "document", i)));
    for (int i = 0; i < statements; i++)
        TRY(statement_put(act, args_nth(act->args, "statement", i)));
    for (int i = 0; i < letters; i++)
        TRY(letter_put(act, args_nth(act->args, "letter", i)));
    return ERR_OK;
}

const struct command cmd_mail_send = {
    .noun = "mail",
    .verb = "send",
    .summary = "put statements, papers and letters into the outbox, as mails to their customers",
    .detail = "Each becomes a mail of its own with the page as a PDF, kept as it goes out. The "
              "words are in the customer's language. Nothing leaves before `outbox run`.",
    .args = send_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = send_run,
};
