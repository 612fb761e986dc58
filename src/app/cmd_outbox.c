/* The outbox: mails that wait, went, or did not; handed to the server, dropped, sent again. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/mailing.h"
#include "app/maillogin.h"
#include "base/hash.h"
#include "ledger/setting.h"
#include "out/mail.h"
#include "out/out.h"
#include "out/smtp.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const struct column columns[] = {
    {.name = "mail", .title = "Mail", .kind = CELL_INT},
    {.name = "state", .title = "State", .kind = CELL_TEXT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "number", .title = "With", .kind = CELL_CODE},
    {.name = "to", .title = "To", .kind = CELL_CODE},
    {.name = "subject", .title = "Subject", .kind = CELL_TEXT, .worth = 4},
    {.name = "put", .title = "Put there", .kind = CELL_MOMENT, .worth = 5},
    {.name = "last", .title = "Last step", .kind = CELL_MOMENT, .worth = 3},
    {.name = "tries", .title = "Tries", .kind = CELL_INT, .worth = 6},
    {.name = "says", .title = "What was said", .kind = CELL_TEXT, .worth = 2},
    {.name = "sha256", .title = "SHA-256", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
};
#define COLUMNS ((int)(sizeof columns / sizeof *columns))

static enum err row_pass(void *self, const struct outbox *mail)
{
    const bool wrong = mail->state == OUTBOX_IS_UNKNOWN || mail->state == OUTBOX_IS_REFUSED;
    const struct cell cells[COLUMNS] = {
        cell_int(mail->id),
        cell_text(outbox_state_word(mail->state)),
        cell_code(mail->customer),
        cell_code(mail->number),
        cell_code(mail->recipient),
        cell_text(mail->subject),
        cell_number(CELL_MOMENT, mail->moment),
        mail->step_moment ? cell_number(CELL_MOMENT, mail->step_moment) : cell_none(),
        mail->tries ? cell_int(mail->tries) : cell_none(),
        cell_text(mail->text),
        cell_code(mail->sha256)};

    return sink_row(self, mail->id, wrong ? '!' : ' ', cells);
}

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only mails to this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only what is neither sent nor dropped"},
    LISTING_ARGS,
    {0},
};

static enum err rows_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Outbox", NULL, columns, COLUMNS};
    const char *code = args_get(act->args, "customer");
    struct customer customer = {0};

    if (code)
        TRY(customer_find(act->book, code, act->arena, &customer));
    TRY(sink->head(sink->self, &head));
    TRY(outbox_each(act->book, customer.id, args_flag(act->args, "open"), row_pass, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_outbox_list = {
    .noun = "outbox",
    .verb = "list",
    .summary = "list the mails, and where each one stands",
    .detail = "Waiting: for `outbox run`. Refused: for good, or tried too often. Unknown: it was "
              "cut in the middle, and nobody knows whether it arrived; it is not sent again unless "
              "`outbox again` says so.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- one mail ---- */

static const struct arg mail_args[] = {
    {.name = "mail",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "which, as `outbox list` numbers them"},
    {.name = "reason", .kind = ARG_TEXT, .help = "why"},
    {0},
};

static enum err one_step(struct act *act, enum outbox_step_kind kind, const char *done)
{
    const int64_t id = args_number(act->args, "mail", 0);

    TRY(outbox_step(act->tx, id, kind, NULL, args_get(act->args, "reason")));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "mail %lld %s", (long long)id, done);
    return ERR_OK;
}

static enum err drop_run(struct act *act)
{
    return one_step(act, OUTBOX_DROPPED, "is dropped and will not be sent");
}

const struct command cmd_outbox_drop = {
    .noun = "outbox",
    .verb = "drop",
    .summary = "do not send a mail that waits",
    .args = mail_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = drop_run,
};

static enum err again_run(struct act *act)
{
    return one_step(act, OUTBOX_AGAIN, "waits to be sent, whatever was before");
}

const struct command cmd_outbox_again = {
    .noun = "outbox",
    .verb = "again",
    .summary = "send a mail that was refused, is not known to have arrived, or went already",
    .args = mail_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = again_run,
};

/* The steps of a run, each an entry of its own: what the server was asked, what it said. */
static const char *const steps[] = {"sending", "sent", "failed", "refused", "unknown", NULL};

static const struct arg mark_args[] = {
    {.name = "mail", .kind = ARG_INT, .flags = ARG_REQUIRED, .help = "which"},
    {.name = "step", .kind = ARG_CHOICE, .choices = steps, .flags = ARG_REQUIRED, .help = "what"},
    {.name = "sha256", .kind = ARG_TEXT, .help = "of the message"},
    {.name = "text", .kind = ARG_TEXT, .help = "what the server said"},
    {0},
};

static enum err mark_run(struct act *act)
{
    return outbox_step(act->tx, args_number(act->args, "mail", 0),
                       (enum outbox_step_kind)args_choice(act->args, "step", 0),
                       args_get(act->args, "sha256"), args_get(act->args, "text"));
}

const struct command cmd_outbox_mark = {
    .noun = "outbox",
    .verb = "mark",
    .summary = "note what a mail server was asked, and what it said",
    .args = mark_args,
    .flags = COMMAND_WRITES | COMMAND_HIDDEN,
    .role = ROLE_CLERK,
    .run = mark_run,
};

/* ---- the run ---- */

static const struct arg run_args[] = {
    {.name = "into",
     .kind = ARG_FILE,
     .help = "write each message into this folder instead, and send nothing"},
    {.name = "login",
     .kind = ARG_FILE,
     .help = "the file with user =, password =, certificates =; by default "
             "~/.config/arledger/mail"},
    {.name = "limit", .kind = ARG_INT, .help = "at most so many mails"},
    {0},
};

struct run {
    struct act *act;
    int64_t *due; /* ids */
    size_t count, room;
    int64_t limit, sent, failed, written;
    struct maillogin login;
    struct smtp_server server;
    const char *from;
};

static enum err due_add(void *self, const struct outbox *mail)
{
    struct run *run = self;
    const int64_t now = book_moment(run->act->book);

    if (mail->state != OUTBOX_WAITS || mail->next > now ||
        (run->limit && (int64_t)run->count >= run->limit))
        return ERR_OK;
    if (run->count == run->room) {
        const size_t room = run->room ? 2 * run->room : 64;
        int64_t *due = arena_new(run->act->arena, room * sizeof *due);
        if (run->count)
            memcpy(due, run->due, run->count * sizeof *due);
        run->due = due;
        run->room = room;
    }
    run->due[run->count++] = mail->id;
    return ERR_OK;
}

static enum err server_read(struct act *act, struct run *run)
{
    const char *line = NULL;

    TRY(setting_text(act->book, "mail.server", act->arena, &run->server.host));
    TRY(setting_text(act->book, "mail.line", act->arena, &line));
    TRY(setting_text(act->book, "mail.from", act->arena, &run->from));
    if (!*run->server.host || !*run->from)
        return fail(act->note, ERR_CONFLICT,
                    "by which server and from whom? `book set` gives mail.server and mail.from");
    run->server.line = strcmp(line, "tls") == 0    ? SMTP_TLS
                       : strcmp(line, "none") == 0 ? SMTP_BARE
                                                   : SMTP_STARTTLS;
    TRY(maillogin_read(args_get(act->args, "login"), act->arena, &run->login, act->note));
    run->server.user = run->login.user;
    run->server.password = run->login.password;
    run->server.certificates = run->login.certificates;
    return ERR_OK;
}

static enum err run_run(struct act *act)
{
    struct run *run = arena_new(act->arena, sizeof *run);

    run->act = act;
    run->limit = args_number(act->args, "limit", 0);
    act->state = run;
    if (!args_given(act->args, "into"))
        TRY(server_read(act, run));
    TRY(outbox_each(act->book, 0, true, due_add, run));
    if (act->session->dry_run)
        act->says = arena_format(act->arena, "%zu mail%s would be sent", run->count,
                                 run->count == 1 ? "" : "s");
    return ERR_OK;
}

/* A step as an entry of its own, kept before anything else is done. */
static enum err step_note(struct run *run, int64_t id, enum outbox_step_kind kind,
                          const char *sha256, const char *text)
{
    struct session *session = run->act->session;
    const char *op_id = session->op_id;
    struct arena arena = {0};
    struct outcome outcome;
    struct args args;

    args_init(&args, &cmd_outbox_mark, &arena, &session->habit, &notation_plain);
    session->op_id = NULL;
    enum err e =
        args_set(&args, "mail", arena_format(&arena, "%lld", (long long)id), run->act->note);
    if (e == ERR_OK)
        e = args_set(&args, "step", steps[kind], run->act->note);
    if (e == ERR_OK && sha256)
        e = args_set(&args, "sha256", sha256, run->act->note);
    if (e == ERR_OK && text && *text)
        e = args_set(&args, "text", text, run->act->note);
    if (e == ERR_OK)
        e = command_run(session, &args, &arena, NULL, NULL, &outcome);
    session->op_id = op_id;
    arena_done(&arena);
    return e;
}

static void message_hash(const struct buf *message, char out[HASH_TEXT])
{
    struct hasher hasher;
    struct hash hash;

    hasher_init(&hasher);
    hasher_bytes(&hasher, message->data, message->len);
    hasher_end(&hasher, &hash);
    hash_hex(&hash, out);
}

/* Before the server is asked and after it answered there is an entry each: whatever is cut between
 * them leaves a mail that is known not to be known. */
static enum err mail_send(struct run *run, const struct outbox *mail, const struct buf *message)
{
    struct note *note = run->act->note;
    char sha256[HASH_TEXT];
    struct arena arena = {0};
    bool unknown = false;

    message_hash(message, sha256);
    TRY(step_note(run, mail->id, OUTBOX_SENDING, sha256, NULL));
    const enum err e = smtp_send(&run->server, run->from, mail->recipient, message->data,
                                 message->len, &unknown, note);
    const char *text = e == ERR_OK ? NULL : arena_text(&arena, note->text);
    const enum err noted = step_note(run, mail->id,
                                     e == ERR_OK      ? OUTBOX_SENT
                                     : unknown        ? OUTBOX_UNKNOWN
                                     : e == ERR_INPUT ? OUTBOX_REFUSED
                                                      : OUTBOX_FAILED,
                                     sha256, text);
    run->sent += e == ERR_OK;
    run->failed += e != ERR_OK;
    /* with a wrong login, or a line that cannot be trusted, the others would fare no better */
    const bool stops = e == ERR_DENIED || e == ERR_CANCELLED;
    const enum err end = noted != ERR_OK ? noted : stops ? fail(note, e, "%s", text) : ERR_OK;
    arena_done(&arena);
    return end;
}

/* The message as a file, for a look at it or for another program. */
static enum err mail_file(struct run *run, const struct outbox *mail, const struct buf *message)
{
    struct session *session = run->act->session;
    const char *folder = args_get(run->act->args, "into");
    struct arena arena = {0};
    struct out out;

    enum err e = mkdir(folder, 0700) == 0 || errno == EEXIST
                     ? ERR_OK
                     : fail(session->note, ERR_CREATE, "%s: the folder cannot be made: %s", folder,
                            strerror(errno));
    if (e == ERR_OK)
        e = out_open_path(&out, arena_format(&arena, "%s/%lld.eml", folder, (long long)mail->id),
                          session->force, session->note);
    if (e == ERR_OK) {
        out_bytes(&out, message->data, message->len);
        e = out_close(&out);
    }
    run->written += e == ERR_OK;
    arena_done(&arena);
    return e;
}

static enum err one_run(struct run *run, int64_t id)
{
    struct arena arena = {0};
    struct outbox mail;
    struct buf message;

    buf_init(&message, MAIL_MAX);
    enum err e = outbox_get(run->act->book, id, &arena, &mail);
    /* another run may have been here meanwhile */
    if (e == ERR_OK && mail.state == OUTBOX_WAITS) {
        e = mailing_message(run->act->session, &mail, &message);
        if (e == ERR_OK)
            e = args_given(run->act->args, "into") ? mail_file(run, &mail, &message)
                                                   : mail_send(run, &mail, &message);
    }
    buf_done(&message);
    arena_done(&arena);
    return e == ERR_CONFLICT && !args_given(run->act->args, "into") ? ERR_OK : e;
}

static enum err run_after(struct act *act)
{
    struct session *session = act->session;
    struct run *run = act->state;

    for (size_t i = 0; i < run->count; i++) {
        if (session->progress &&
            session->progress(session->self, "mail", (int64_t)i, (int64_t)run->count))
            return fail(act->note, ERR_CANCELLED, "stopped; %zu mails still wait", run->count - i);
        TRY(one_run(run, run->due[i]));
    }
    act->found = run->failed > 0;
    act->says = args_given(act->args, "into")
                    ? arena_format(act->arena, "%lld written, none sent", (long long)run->written)
                    : arena_format(act->arena, "%lld sent, %lld not", (long long)run->sent,
                                   (long long)run->failed);
    return ERR_OK;
}

const struct command cmd_outbox_run = {
    .noun = "outbox",
    .verb = "run",
    .summary = "hand the mails that wait to the mail server",
    .detail =
        "The server is the setting mail.server, over an encrypted line (mail.line). User and "
        "password are read from a file that only you can read. What fails is tried again by "
        "a later run: after five minutes, then twice as long each time. No mail is sent twice: "
        "one that was cut in the middle is shown as unknown. With --into the messages become "
        "files NUMBER.eml, and still wait.",
    .args = run_args,
    .role = ROLE_CLERK,
    .run = run_run,
    .after = run_after,
};
