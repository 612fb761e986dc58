#include "app/mailing.h"

#include "app/outgoing.h"
#include "app/sheets.h"
#include "base/spool.h"
#include "ledger/papertext.h"
#include "ledger/setting.h"
#include "out/mail.h"

#include <string.h>
#include <unistd.h>

/* ---- what is written ---- */

/* %s of the subject: title, firm; of the text: customer, title, firm. */
static const struct words {
    const char *language, *subject, *text;
} words[] = {
    {"en", "%s from %s",
     "To %s\n\nPlease find attached: %s.\nIf anything about it is unclear, just answer this "
     "mail.\n\nKind regards\n%s\n"},
    {"de", "%s von %s",
     "An %s\n\nIm Anhang finden Sie: %s.\nWenn etwas daran unklar ist, antworten Sie einfach auf "
     "diese Nachricht.\n\nMit freundlichen Grüßen\n%s\n"},
    {"fr", "%s de %s",
     "À %s\n\nVeuillez trouver ci-joint : %s.\nPour toute question, répondez simplement à ce "
     "message.\n\nCordialement\n%s\n"},
    {"es", "%s de %s",
     "Para %s\n\nAdjuntamos: %s.\nSi algo no está claro, responda a este mensaje.\n\n"
     "Saludos cordiales\n%s\n"},
};

static const struct words *words_of(const char *language)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(language, words[i].language, 2) == 0)
            return &words[i];
    return &words[0];
}

/* The sentences of a language around names: a format that comes from the table above only. */
static const char *words_fill(struct arena *arena, const char *format, const char *one,
                              const char *two, const char *three)
{
    const char *const values[] = {one, two, three};
    const char *text = "";

    for (int i = 0; *format; i++) {
        const char *hole = strstr(format, "%s");
        const size_t len = hole ? (size_t)(hole - format) : strlen(format);
        text = arena_format(arena, "%s%.*s%s", text, (int)len, format, hole ? values[i] : "");
        format += len + (hole ? 2 : 0);
    }
    return text;
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

enum err mailing_put(struct act *act, const struct customer *customer,
                     const struct sentpaper *paper, struct page *page,
                     const struct mailing *mailing, int64_t *mail_id)
{
    const char *firm = book_company(act->book);
    const char *title = page->title && *page->title ? page->title : paper->number;
    const struct words *in;
    const char *language;
    struct sentpaper sent = *paper;
    struct outbox mail = {.customer_id = customer->id,
                          .recipient = mailing->to ? mailing->to : customer->email};

    TRY(papertext_language(act->book, customer->language, act->arena, &language));
    in = words_of(language);
    if (!*mail.recipient)
        return fail(act->note, ERR_CONFLICT,
                    "%s has no mail address; `customer set --email` gives it one, --to names one",
                    customer->code);
    if (!strstr(title, paper->number))
        title = arena_format(act->arena, "%s %s", title, paper->number);
    sent.channel = SENTPAPER_MAIL;
    sent.address = mail.recipient;
    TRY(sentpaper_add(act->tx, &sent, page, &mail.sent_id));
    mail.subject =
        mailing->subject
            ? mailing->subject
            : one_line(act->arena, strstr(title, firm)
                                       ? title
                                       : words_fill(act->arena, in->subject, title, firm, ""));
    mail.body = mailing->text ? mailing->text
                              : words_fill(act->arena, in->text, customer->name, title, firm);
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
