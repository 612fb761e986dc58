/* Reports that come by themselves: the line for cron, printed and never installed. */
#include "app/commands.h"
#include "app/recall.h"
#include "app/words.h"
#include "base/hash.h"
#include "ledger/outbox.h"
#include "ledger/password.h"
#include "out/writers.h"
#include "rules/cronwhen.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINE_MAX_BYTES ((size_t)1 << 16)

static const char *const formats[] = {"text", "csv", "json", "pdf", "xlsx", NULL};

static const struct arg schedule_args[] = {
    {.name = "report",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_LINE,
     .help = "a report with its arguments, or a saved list: \"aging --collector anna\""},
    {.name = "at",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "daily 07:00, mon 07:00, business days 07:00, monthly 1 07:00, monthly last 07:00"},
    {.name = "folder",
     .kind = ARG_FILE,
     .help = "where the files go, one a day; else cron mails the text"},
    {.name = "mail",
     .kind = ARG_TEXT,
     .flags = ARG_PERSONAL,
     .help = "to whom cron mails it, by default to you; a PDF goes by way of the outbox"},
    {.name = "as",
     .kind = ARG_CHOICE,
     .choices = formats,
     .help = "the kind of file: by default pdf in a folder, text without one"},
    {0},
};

/* ---- what stands in the line ----------------------------------------------------------------- */

/* cron knows no folder to start from and no PATH of ours. */
static enum err whole_path(struct act *act, const char *path, const char *what, const char **out)
{
    char *whole = realpath(path, NULL);

    if (!whole)
        return fail(act->note, ERR_INPUT, "%s %s is not there", what, path);
    *out = arena_text(act->arena, whole);
    free(whole);
    return ERR_OK;
}

static const char *program_path(struct arena *arena)
{
    char path[PATH_MAX];
    const ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);

    return len > 0 ? arena_bytes(arena, path, (size_t)len) : "arledger";
}

static enum err folder_take(struct act *act, const char **out)
{
    const char *folder = args_get(act->args, "folder");
    struct stat stat_of;

    *out = NULL;
    if (!folder)
        return ERR_OK;
    TRY(whole_path(act, folder, "--folder", out));
    if (stat(*out, &stat_of) != 0 || !S_ISDIR(stat_of.st_mode))
        return fail(act->note, ERR_INPUT, "--folder: %s is no folder", *out);
    return access(*out, W_OK) == 0
               ? ERR_OK
               : fail(act->note, ERR_INPUT, "--folder: you may not write into %s", *out);
}

/* cron takes one setting for all lines below it, and mails what a line prints. */
static enum err mail_take(struct act *act, const char *folder, const char **out)
{
    struct note inner = {0};

    *out = args_get(act->args, "mail");
    if (!*out)
        return ERR_OK;
    if (folder)
        return fail(act->note, ERR_USAGE,
                    "--mail and --folder: what goes into a folder is printed nowhere and so not "
                    "mailed; give one of them");
    if (outbox_address_judge(*out, &inner) != ERR_OK)
        return fail(act->note, ERR_INPUT, "--mail: %s", inner.text);
    return ERR_OK;
}

static enum err format_take(const struct act *act, const char *folder, const char *mail,
                            const char **out)
{
    const char *global = act->session->format;

    *out = args_get(act->args, "as");
    if (!*out)
        *out = strcmp(global, "text") != 0 ? global : folder ? "pdf" : "text";
    const struct writer *writer = writer_find(*out);
    if (!writer || writer->postings)
        return fail(act->note, ERR_USAGE, "--format %.20s is for `gl export`", *out);
    if (!folder && writer->binary && !(mail && strcmp(*out, "pdf") == 0))
        return fail(act->note, ERR_USAGE,
                    "a %s is nothing for cron's mail; --folder says where the files go%s", *out,
                    mail ? "" : ", and --mail to whom a pdf goes by way of the outbox");
    return ERR_OK;
}

/* Cron's figures and names look as they do here. */
static const char *locale_named(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (getenv(names[i]) && *getenv(names[i]))
            return getenv(names[i]);
    return "";
}

/* What follows a name of `view show`: all but the first word of what was asked for. */
static enum err rest_add(struct act *act, struct buf *line)
{
    char **words;
    int count;

    TRY(words_split(args_get(act->args, "report"), act->arena, &words, &count, act->note));
    for (int i = 1; i < count; i++) {
        buf_char(line, ' ');
        word_quote(line, words[i]);
    }
    return ERR_OK;
}

struct plan {
    struct cronwhen when;
    struct args report;
    const char *saved, *said; /* the saved list's name; else its line, with days that move */
    const char *folder, *mail, *format, *program, *book;
    bool shared; /* several people work from this account: the line says who asks */
    bool outbox; /* put there by `report mail`; else cron mails what is printed */
};

/* Once a day, however often cron runs the line; two lines about one report are two. */
static void outbox_add_line(struct act *act, const struct plan *plan, struct buf *line)
{
    const char *what = plan->saved ? args_get(act->args, "report") : plan->said;
    const char *name = plan->saved ? plan->saved : plan->report.command->verb;
    struct hasher hasher;
    struct hash hash;
    char hex[HASH_TEXT];

    hasher_init(&hasher);
    hasher_text(&hasher, what);
    hasher_text(&hasher, plan->mail);
    hasher_end(&hasher, &hash);
    buf_text(line, "-q --op-id ");
    word_quote(line, arena_format(act->arena, "%s-%.8s-", name, hash_hex(&hash, hex)));
    buf_text(line, "\"$(date +%F)\" report mail ");
    word_quote(line, what);
    buf_text(line, " --mail ");
    word_quote(line, plan->mail);
    buf_text(line, " >/dev/null");
}

/* For sh, in one line. */
static enum err shell_line(struct act *act, const struct plan *plan, struct buf *line)
{
    const char *locale = locale_named(), *test = cronwhen_test(&plan->when);

    if (*test)
        buf_format(line, "%s && ", test);
    if (*locale) {
        buf_text(line, "LC_ALL=");
        word_quote(line, locale);
        buf_char(line, ' ');
    }
    word_quote(line, plan->program);
    buf_text(line, " -b ");
    word_quote(line, plan->book);
    buf_text(line, " --no-input ");
    if (plan->shared) {
        buf_text(line, "--user ");
        word_quote(line, act->session->actor);
        buf_char(line, ' ');
    }
    if (plan->outbox) {
        outbox_add_line(act, plan, line);
        return line->full ? fail(act->note, ERR_LIMIT, "the line is too long") : ERR_OK;
    }
    if (plan->saved) {
        buf_text(line, "view show ");
        word_quote(line, plan->saved);
        TRY(rest_add(act, line));
    } else {
        buf_text(line, plan->said);
    }
    if (strcmp(plan->format, "text") != 0)
        buf_format(line, " --format %s", plan->format);
    if (plan->folder) {
        const char *name = plan->saved ? plan->saved : plan->report.command->verb;
        buf_text(line, " --force -o ");
        word_quote(line, arena_format(act->arena, "%s/%s-", plan->folder, name));
        buf_format(line, "\"$(date +%%F)\".%s", writer_find(plan->format)->ending);
    }
    return line->full ? fail(act->note, ERR_LIMIT, "the line is too long") : ERR_OK;
}

/* cron takes a bare % for the end of the line and what follows for its input, quoted or not. */
static const char *cron_line(struct act *act, const struct plan *plan, const char *shell)
{
    struct buf out;

    buf_init(&out, LINE_MAX_BYTES);
    if (plan->mail && !plan->outbox)
        buf_format(&out, "MAILTO=%s\n", plan->mail);
    buf_format(&out, "%s ", cronwhen_fields(&plan->when, act->arena));
    for (; *shell; shell++) {
        if (*shell == '%')
            buf_char(&out, '\\');
        buf_char(&out, *shell);
    }
    const char *line = arena_text(act->arena, out.data);
    buf_done(&out);
    return line;
}

static enum err when_take(const struct act *act, struct cronwhen *out)
{
    struct note inner = {0};

    if (cronwhen_parse(args_get(act->args, "at"), out, &inner) != ERR_OK)
        return fail(act->note, ERR_INPUT, "--at: %s", inner.text);
    return ERR_OK;
}

static enum err shared_look(struct act *act, bool *shared)
{
    const char *account = act->session->account ? act->session->account : act->session->actor;
    const char **users = NULL;
    int count = 0;

    TRY(account_users(act->book, account, act->arena, &users, &count));
    *shared = count > 0;
    return ERR_OK;
}

static const char *says_of(struct act *act, const struct plan *plan)
{
    struct arena *arena = act->arena;
    const char *way =
        plan->folder ? arena_format(arena, " into %s", plan->folder)
        : plan->outbox
            ? arena_format(arena, " into the outbox for %s; `outbox run` sends it", plan->mail)
        : plan->mail
            ? arena_format(arena, ", as a mail of cron's to %s, like all below it", plan->mail)
            : ", as a mail of cron's";

    const bool two = plan->mail && !plan->outbox;

    return arena_format(arena, "%s for `crontab -e` bring%s it %s%s; nothing is installed%s",
                        two ? "these lines" : "this line", two ? "" : "s",
                        cronwhen_said(&plan->when, arena), way,
                        plan->shared ? "; the account is shared, so add --password-file FILE" : "");
}

static enum err schedule_run(struct act *act)
{
    struct plan plan;
    struct buf shell;

    TRY(when_take(act, &plan.when));
    TRY(recall_called(act->session, args_get(act->args, "report"), act->arena, &plan.report,
                      &plan.saved));
    plan.said = args_said(&plan.report, act->arena);
    TRY(recall_check(act, &plan.report));
    TRY(folder_take(act, &plan.folder));
    TRY(mail_take(act, plan.folder, &plan.mail));
    TRY(format_take(act, plan.folder, plan.mail, &plan.format));
    plan.outbox = plan.mail && strcmp(plan.format, "pdf") == 0;
    TRY(shared_look(act, &plan.shared));
    TRY(whole_path(act, act->session->book_path, "the book", &plan.book));
    plan.program = program_path(act->arena);
    buf_init(&shell, LINE_MAX_BYTES);
    enum err e = shell_line(act, &plan, &shell);
    if (e == ERR_OK)
        act->ref = cron_line(act, &plan, shell.data);
    buf_done(&shell);
    if (e == ERR_OK)
        act->says = says_of(act, &plan);
    return e;
}

const struct command cmd_report_schedule = {
    .noun = "report",
    .verb = "schedule",
    .summary = "the line by which cron runs a report again and again",
    .detail =
        "It is printed and installed by nobody but you: `crontab -e`. The report's arguments "
        "stand behind its name and are checked as the report itself does; those that are called "
        "as this command's own (--at, --folder, --mail, --as) go in quotes with it. Days that "
        "move with today go on moving: `report schedule cash --from \"month-start -1\" --to "
        "\"month-end -1\" --at \"monthly 1 07:00\" --folder /srv/reports`. A saved list is run "
        "as it is saved on that day.",
    .args = schedule_args,
    .role = ROLE_ANY,
    .run = schedule_run,
};
