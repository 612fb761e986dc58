#include "app/mailing.h"

#include "app/outgoing.h"
#include "app/sheets.h"
#include "base/spool.h"
#include "ledger/setting.h"
#include "out/mail.h"
#include "report/mailpage.h"

#include <string.h>
#include <unistd.h>

enum err mailing_email_judge(const struct act *act)
{
    const char *email = args_get(act->args, "email");
    struct note why = {0};

    if (!email || !*email || outbox_address_judge(email, &why) == ERR_OK)
        return ERR_OK;
    return fail(act->note, ERR_INPUT, "--email: %s", why.text);
}

/* A line of a header: whatever else a name has in it becomes a blank. */
static const char *one_line(struct arena *arena, const char *text)
{
    char *line = arena_text(arena, text);

    for (char *p = line; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 0x7f)
            *p = ' ';
    return line;
}

/* "Invoice INV-1001"; a report is told by its day. */
static const char *paper_said(struct arena *arena, const struct sentpaper *paper,
                              const struct page *page)
{
    const char *title = page->title && *page->title ? page->title : paper->number;
    char day[DATE_TEXT];

    if (paper->kind == SENTPAPER_REPORT)
        return arena_format(arena, "%s (%s)", title, date_iso(paper->day, day));
    return strstr(title, paper->number) ? title
                                        : arena_format(arena, "%s %s", title, paper->number);
}

enum err mailing_put(struct act *act, const struct customer *customer,
                     const struct sentpaper *paper, struct page *page,
                     const struct mailing *mailing, int64_t *mail_id)
{
    const struct mailpage about = {customer, paper_said(act->arena, paper, page), paper->number};
    struct sentpaper sent = *paper;
    struct outbox mail = {.customer_id = paper->customer_id,
                          .recipient = mailing->to ? mailing->to : customer->email};

    if (!*mail.recipient)
        return fail(act->note, ERR_CONFLICT,
                    "%s has no mail address; `customer set --email` gives it one, --to names one",
                    customer->code);
    sent.channel = SENTPAPER_MAIL;
    sent.address = mail.recipient;
    TRY(sentpaper_add(act->tx, &sent, page, &mail.sent_id));
    TRY(mailpage_write(act->book, &about, act->arena, &mail.subject, &mail.body));
    mail.subject = one_line(act->arena, mailing->subject ? mailing->subject : mail.subject);
    mail.body = mailing->text ? mailing->text : mail.body;
    return outbox_add(act->tx, &mail, mail_id);
}

/* ---- the message ---- */

static enum err pdf_make(struct session *session, int64_t sent_id, struct buf *out)
{
    struct writer_options options;
    struct page page;
    struct out bytes;
    char chunk[16384];
    ssize_t n = 0;
    int fd;

    TRY(spool_open(session->note, &fd));
    page_init(&page, NULL, NULL);
    enum err e = sentpaper_page(session->book, sent_id, &page);
    if (e == ERR_OK) {
        sheets_options(session, 0, &options);
        e = out_open_fd(&bytes, fd, false, session->note);
    }
    if (e == ERR_OK) {
        e = writer_page(writer_find("pdf"), &bytes, &page, &options);
        if (e == ERR_OK)
            e = out_close(&bytes);
        else
            out_drop(&bytes);
    }
    if (e == ERR_OK && lseek(fd, 0, SEEK_SET) == 0)
        while ((n = read(fd, chunk, sizeof chunk)) > 0)
            buf_add(out, chunk, (size_t)n);
    page_done(&page);
    close(fd);
    return e != ERR_OK ? e
           : n < 0     ? fail(session->note, ERR_IO, "the PDF of a mail cannot be read")
                       : ERR_OK;
}

enum err mailing_message(struct session *session, const struct outbox *mail, struct buf *out)
{
    struct arena arena = {0};
    struct sentpaper paper;
    struct buf pdf;
    const char *from = NULL;
    enum err e;

    buf_init(&pdf, MAIL_MAX / 2);
    TRY_OUT(setting_text(session->book, "mail.from", &arena, &from));
    if (!*from)
        TRY_OUT(fail(session->note, ERR_CONFLICT,
                     "from whom? `book set --name mail.from --value billing@...` says it"));
    TRY_OUT(sentpaper_get(session->book, mail->sent_id, &arena, &paper));
    TRY_OUT(pdf_make(session, mail->sent_id, &pdf));
    const struct mail message = {
        .from_name = one_line(&arena, book_company(session->book)),
        .from = from,
        .to = mail->recipient,
        .subject = mail->subject,
        .text = mail->body,
        .moment = mail->moment,
        /* the server, and whoever gets it, can tell that a second one is the same */
        .id = arena_format(&arena, "%lld.%.24s", (long long)mail->id, paper.sha256),
        .file_name = outgoing_name(&paper, &arena),
        .file_type = "application/pdf",
        .file = pdf.data,
        .file_len = pdf.len};
    e = mail_write(&message, out, session->note);
out:
    buf_done(&pdf);
    arena_done(&arena);
    return e;
}
