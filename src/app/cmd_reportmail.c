/* A report or saved list that goes out by mail: drawn as whoever sends it sees it, kept, and put
 * into the outbox. */
#include "app/commands.h"
#include "app/mailing.h"
#include "app/recall.h"

#include <string.h>

static const struct arg mail_args[] = {
    {.name = "report",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_LINE,
     .help = "a report with its arguments, or a saved list: \"aging --collector anna\""},
    {.name = "mail",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_PERSONAL,
     .help = "to whom; several addresses are parted by commas"},
    {.name = "subject", .kind = ARG_TEXT, .help = "instead of the usual one"},
    {.name = "text", .kind = ARG_TEXT, .help = "what is written instead of the usual words"},
    {0},
};

struct drawn {
    struct page page, tabled; /* a report's own page, or its table on one */
};

/* As on paper, whatever the answer of this command would be. */
static enum err report_draw(struct act *act, struct args *report, struct drawn *drawn)
{
    struct session *session = act->session;
    const char *format = session->format;
    struct table *table = page_table(&drawn->tabled);
    struct sink sink = table_sink(table);
    struct act inner = *act;

    inner.sink = &sink;
    inner.page = &drawn->page;
    session->format = "pdf";
    const enum err e = recall_run(&inner, report);
    session->format = format;
    drawn->tabled.title = table->head.title;
    drawn->tabled.subtitle = table->head.subtitle;
    return e;
}

static enum err page_mail(struct act *act, const char *name, struct page *page)
{
    const char *to = args_get(act->args, "mail");
    const struct mailing mailing = {
        .to = to, .subject = args_get(act->args, "subject"), .text = args_get(act->args, "text")};
    const struct sentpaper paper = {.kind = SENTPAPER_REPORT,
                                    .day = book_today(act->book),
                                    .number = sentpaper_report(act->tx, name, act->arena)};
    int64_t id = 0;

    page->sheet.notation = act->session->notation;
    TRY(mailing_put(act, NULL, &paper, page, &mailing, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "mail %lld with %s to %s waits in the outbox",
                             (long long)id, paper.number, to);
    return ERR_OK;
}

/* What is wrong with the report is said before anybody waits for the books. */
static enum err mail_stage(struct act *act)
{
    struct args report;
    const char *saved;
    struct note inner = {0};

    if (outbox_address_judge(args_get(act->args, "mail"), &inner) != ERR_OK)
        return fail(act->note, ERR_INPUT, "--mail: %s", inner.text);
    TRY(recall_called(act->session, args_get(act->args, "report"), act->arena, &report, &saved));
    return recall_check(act, &report);
}

static enum err mail_run(struct act *act)
{
    struct args report;
    struct drawn drawn;
    const char *saved;

    TRY(recall_called(act->session, args_get(act->args, "report"), act->arena, &report, &saved));
    page_init(&drawn.page, NULL, NULL);
    page_init(&drawn.tabled, NULL, NULL);
    enum err e = report_draw(act, &report, &drawn);
    if (e == ERR_OK)
        e = page_mail(act, saved ? saved : report.command->verb,
                      drawn.page.first ? &drawn.page : &drawn.tabled);
    page_done(&drawn.page);
    page_done(&drawn.tabled);
    return e;
}

const struct command cmd_report_mail = {
    .noun = "report",
    .verb = "mail",
    .summary = "put a report into the outbox, as a mail with its PDF",
    .detail =
        "The report's arguments stand behind its name and are checked as the report itself does; "
        "those that are called as this command's own (--mail, --subject, --text) go in quotes with "
        "it. The page is kept as it goes out: `sent show` draws it again. Nothing leaves before "
        "`outbox run`. Under the same operation id it is put there once: `arledger --op-id "
        "\"aging-$(date +%F)\" report mail aging --mail boss@example.com`.",
    .args = mail_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .stage = mail_stage,
    .run = mail_run,
};
