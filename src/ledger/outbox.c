/* outbox: mails and their steps: facts, and the state that follows from them. */
#include "ledger/outbox.h"

#include "ledger/local.h"
#include "ledger/proofparts.h"

#include <string.h>

#define CUT_AFTER (600 * MOMENT_SECOND) /* who sends for longer was cut in the middle */
#define BACK_OFF (300 * MOMENT_SECOND)  /* after the first failure; twice as long after each */
#define BACK_OFF_MOST MOMENT_DAY
#define TRIES_MOST 10
#define ADDRESS_MOST 254 /* RFC 5321 4.5.3.1.3 */

const char *outbox_state_word(enum outbox_state state)
{
    static const char *const words[] = {"waiting", "sending", "sent",
                                        "refused", "unknown", "dropped"};

    return words[state];
}

/* ---- addresses ---- */

/* One mailbox: something, @, something; nothing that a server or a header would read otherwise. */
static bool is_mailbox(const char *text, size_t len)
{
    const char *at = memchr(text, '@', len);

    if (!at || at == text || at == text + len - 1 || len > ADDRESS_MOST)
        return false;
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] <= ' ' || (unsigned char)text[i] >= 0x7f ||
            strchr("<>()[]\\,;:\"", text[i]) || (text[i] == '@' && text + i != at))
            return false;
    return true;
}

enum err outbox_address_judge(const char *text, struct note *note)
{
    const char *at = text;

    do {
        at += strspn(at, " ");
        size_t len = strcspn(at, ",");
        const size_t whole = len;
        while (len > 0 && at[len - 1] == ' ')
            len--;
        if (!is_mailbox(at, len))
            return fail(note, ERR_INPUT,
                        "'%.*s' is no mail address; one is like billing@example.com, several are "
                        "parted by commas",
                        len > 60 ? 60 : (int)len, at);
        at += whole;
    } while (*at++ == ',');
    return ERR_OK;
}

/* ---- writing ---- */

enum err outbox_add(struct tx *tx, const struct outbox *mail, int64_t *id)
{
    const int64_t numbers[] = {tx->entry_id, mail->customer_id, mail->sent_id};
    const char *const texts[] = {mail->recipient, mail->subject, mail->body};

    TRY(outbox_address_judge(mail->recipient, tx_note(tx)));
    if (strpbrk(mail->subject, "\r\n"))
        return fail(tx_note(tx), ERR_INPUT, "the subject of a mail is one line");
    return fact_write(
        tx, FACT_OUTBOX,
        "INSERT INTO outbox (entry_id, customer_id, sent_id, recipient, subject, body)"
        " VALUES ($1, NULLIF($2, 0), $3, $4, $5, $6) RETURNING id",
        numbers, 3, texts, 3, id);
}

/* Which step may follow where a mail stands. */
static enum err step_judge(struct tx *tx, const struct outbox *mail, enum outbox_step_kind kind)
{
    const char *why = NULL;

    switch (kind) {
    case OUTBOX_SENDING:
        if (mail->state != OUTBOX_WAITS)
            why = "it does not wait to be sent";
        break;
    case OUTBOX_SENT:
    case OUTBOX_FAILED:
    case OUTBOX_REFUSED:
    case OUTBOX_UNKNOWN:
        if (mail->state != OUTBOX_IS_SENDING && mail->state != OUTBOX_IS_UNKNOWN)
            why = "it is not being sent";
        break;
    case OUTBOX_DROPPED:
        if (mail->state == OUTBOX_IS_SENT || mail->state == OUTBOX_IS_DROPPED)
            why = "it is settled";
        else if (mail->state == OUTBOX_IS_SENDING)
            why = "it is being sent";
        break;
    case OUTBOX_AGAIN:
        if (mail->state == OUTBOX_WAITS && mail->tries == 0)
            why = "it waits to be sent already";
        else if (mail->state == OUTBOX_IS_SENDING)
            why = "it is being sent";
    }
    return why ? fail(tx_note(tx), ERR_CONFLICT, "mail %lld (%s): %s", (long long)mail->id,
                      outbox_state_word(mail->state), why)
               : ERR_OK;
}

enum err outbox_step(struct tx *tx, int64_t id, enum outbox_step_kind kind, const char *sha256,
                     const char *text)
{
    struct outbox mail;
    struct arena arena = {0};
    int64_t row = 0;

    enum err e = outbox_get(tx_book(tx), id, &arena, &mail);
    if (e == ERR_OK)
        e = step_judge(tx, &mail, kind);
    arena_done(&arena);
    if (e != ERR_OK)
        return e;
    const int64_t numbers[] = {tx->entry_id, id, (int64_t)kind, tx->moment};
    const char *const texts[] = {sha256 ? sha256 : "", text ? text : ""};
    return fact_write(tx, FACT_OUTBOX_STEP,
                      "INSERT INTO outbox_step (entry_id, outbox_id, kind, moment, sha256, text)"
                      " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 4, texts, 2, &row);
}

/* ---- reading ---- */

#define MAILS                                                                                      \
    "SELECT o.id, o.entry_id, o.customer_id, o.sent_id, o.recipient, o.subject, o.body,"           \
    " COALESCE(c.code, ''), COALESCE(c.name, ''), p.number, e.moment, s.kind, s.moment,"           \
    " s.sha256, s.text,"                                                                           \
    " (SELECT COUNT(*) FROM outbox_step f WHERE f.outbox_id = o.id AND f.kind = 2 AND f.id >"      \
    " COALESCE((SELECT MAX(a.id) FROM outbox_step a WHERE a.outbox_id = o.id AND a.kind = 6), 0))" \
    " FROM outbox o LEFT JOIN customer c ON c.id = o.customer_id"                                  \
    " JOIN sent_paper p ON p.id = o.sent_id"                                                       \
    " JOIN entry e ON e.id = o.entry_id LEFT JOIN outbox_step s ON s.id ="                         \
    " (SELECT MAX(l.id) FROM outbox_step l WHERE l.outbox_id = o.id)"

static void state_derive(struct book *book, enum outbox_step_kind kind, struct outbox *out)
{
    int64_t wait = BACK_OFF;

    switch (kind) {
    case OUTBOX_SENDING:
        out->state = book_moment(book) - out->step_moment > CUT_AFTER ? OUTBOX_IS_UNKNOWN
                                                                      : OUTBOX_IS_SENDING;
        break;
    case OUTBOX_SENT: out->state = OUTBOX_IS_SENT; break;
    case OUTBOX_FAILED:
        for (int i = 1; i < out->tries && wait < BACK_OFF_MOST; i++)
            wait *= 2;
        out->state = out->tries >= TRIES_MOST ? OUTBOX_IS_REFUSED : OUTBOX_WAITS;
        out->next = out->step_moment + (wait < BACK_OFF_MOST ? wait : BACK_OFF_MOST);
        break;
    case OUTBOX_REFUSED: out->state = OUTBOX_IS_REFUSED; break;
    case OUTBOX_UNKNOWN: out->state = OUTBOX_IS_UNKNOWN; break;
    case OUTBOX_DROPPED: out->state = OUTBOX_IS_DROPPED; break;
    case OUTBOX_AGAIN: out->state = OUTBOX_WAITS; break;
    }
}

static void mail_read(struct book *book, struct stmt *q, struct outbox *out)
{
    *out = (struct outbox){.id = col_i64(q, 0),
                           .entry_id = col_i64(q, 1),
                           .customer_id = col_i64(q, 2),
                           .sent_id = col_i64(q, 3),
                           .recipient = col_text(q, 4),
                           .subject = col_text(q, 5),
                           .body = col_text(q, 6),
                           .customer = col_text(q, 7),
                           .name = col_text(q, 8),
                           .number = col_text(q, 9),
                           .moment = col_i64(q, 10),
                           .state = OUTBOX_WAITS,
                           .tries = (int)col_i64(q, 15),
                           .text = "",
                           .sha256 = ""};
    if (col_is_null(q, 11))
        return;
    out->step_moment = col_i64(q, 12);
    out->sha256 = col_text(q, 13);
    out->text = col_text(q, 14);
    state_derive(book, (enum outbox_step_kind)col_i64(q, 11), out);
}

enum err outbox_get(struct book *book, int64_t id, struct arena *arena, struct outbox *out)
{
    struct stmt *q = db_sql(book->db, MAILS " WHERE o.id = $1");
    const bool there = (bind_i64(q, 1, id), stmt_row(q));

    if (there) {
        mail_read(book, q, out);
        const char **const texts[] = {&out->recipient, &out->subject, &out->body, &out->customer,
                                      &out->name,      &out->number,  &out->text, &out->sha256};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            *texts[i] = arena_text(arena, *texts[i]);
    }
    TRY(stmt_end(q));
    return there ? ERR_OK
                 : fail(book->note, ERR_MISSING, "there is no mail %lld; `outbox list` shows them",
                        (long long)id);
}

enum err outbox_each(struct book *book, int64_t customer_id, bool waiting,
                     enum err (*each)(void *self, const struct outbox *mail), void *self)
{
    /* what is sent or dropped is left out in the store: there will be many of them */
    struct stmt *q =
        db_sql(book->db, MAILS " WHERE ($1 = 0 OR o.customer_id = $1)"
                               " AND ($2 = 0 OR s.kind IS NULL OR s.kind NOT IN (1, 5))"
                               " ORDER BY o.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, waiting);
    while (e == ERR_OK && stmt_row(q)) {
        struct outbox mail;
        mail_read(book, q, &mail);
        e = each(self, &mail);
    }
    return stmt_end_after(q, e);
}

/* ---- the proof ---- */

enum err proof_outbox(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(book->db, "SELECT outbox_id, kind FROM outbox_step"
                                      " ORDER BY outbox_id, id");
    int64_t at = 0, before = OUTBOX_AGAIN;

    while (stmt_row(q)) {
        const int64_t item = col_i64(q, 0), kind = col_i64(q, 1);
        if (item != at)
            before = OUTBOX_AGAIN;
        /* the server is asked only for what nobody sent, and answers only when it was asked */
        const bool asks = kind == OUTBOX_SENDING;
        const bool answers = kind >= OUTBOX_SENT && kind <= OUTBOX_UNKNOWN;
        if ((asks && before != OUTBOX_AGAIN && before != OUTBOX_FAILED) ||
            (answers && before != OUTBOX_SENDING && before != OUTBOX_UNKNOWN))
            trouble_say(trouble, "the steps of mail %lld do not follow each other",
                        (long long)item);
        at = item;
        before = kind;
    }
    return stmt_end(q);
}
