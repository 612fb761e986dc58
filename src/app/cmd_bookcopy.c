/* Commands about the book as a file: copied, put back, brought to a new version, asked in SQL. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/troubles.h"
#include "base/hash.h"
#include "base/rights.h"
#include "ledger/backup.h"
#include "ledger/inventory.h"
#include "ledger/question.h"

/* ---- book backup ---------------------------------------------------------------------------- */

/* clang-format off */
#define KEY_ARG(words) {.name = "key", .kind = ARG_FILE, .help = words}
/* clang-format on */

static const struct arg backup_args[] = {
    {.name = "to",
     .kind = ARG_FILE,
     .flags = ARG_BARE,
     .help = "the new file; it must not be there yet"},
    {.name = "folder",
     .kind = ARG_FILE,
     .help = "instead: a folder of copies, named by their moment; the newest of each of 24 hours, "
             "30 days and 12 months are kept"},
    KEY_ARG("seal the copy with what stands in this file: a passphrase, or random bytes"),
    {0},
};

/* The key of --key; *out stays NULL without one. */
static enum err key_take(struct act *act, struct seal_secret *room, const struct seal_secret **out)
{
    const char *path = args_get(act->args, "key");

    *out = NULL;
    if (!path)
        return ERR_OK;
    TRY(seal_secret_read(path, act->note, room));
    *out = room;
    return ERR_OK;
}

static bool copied(void *self, int done, int total)
{
    const struct troubles *troubles = self;
    const struct session *session = troubles->act->session;

    return session->progress && session->progress(session->self, "copying", done, total);
}

static enum err book_backup_run(struct act *act)
{
    const char *to = args_get(act->args, "to"), *folder = args_get(act->args, "folder");
    struct troubles troubles = {.act = act, .title = "Backup"};
    struct backup_watch watch = {troubles_say, copied, &troubles, NULL};
    struct seal_secret secret;
    struct inventory in;
    int found = 0, removed = 0;

    if (!to == !folder)
        return fail(act->note, ERR_USAGE,
                    "say --to FILE for one copy, or --folder for one of many");
    TRY(inventory_take(act->book, &in));
    if (!folder || !act->session->dry_run) {
        TRY(key_take(act, &secret, &watch.secret));
        enum err e = ERR_OK;
        if (!act->session->dry_run)
            e = folder ? book_backup_rotated(act->book, folder, &watch, act->arena, &to, &removed,
                                             &found)
                       : book_backup(act->book, to, &watch, &found);
        if (watch.secret)
            seal_forget(&secret);
        TRY(e);
    }
    const bool dry = act->session->dry_run;
    act->says =
        arena_format(act->arena, "%s %s %lld entries and %lld documents%s", to ? to : folder,
                     dry ? "would hold" : "holds", (long long)in.entries, (long long)in.documents,
                     dry            ? ""
                     : watch.secret ? ", proves, and is sealed"
                                    : ", and proves");
    if (removed)
        act->says = arena_format(act->arena, "%s; %d old cop%s taken away", act->says, removed,
                                 removed == 1 ? "y was" : "ies were");
    if (dry)
        return ERR_OK;
    TRY(troubles_end(&troubles));
    act->found = found > 0;
    if (found)
        act->says = arena_format(act->arena, "%s is a true copy of a book with %d trouble%s",
                                 to, found, found == 1 ? "" : "s");
    return ERR_OK;
}

const struct command cmd_book_backup = {
    .noun = "book",
    .verb = "backup",
    .summary = "copy the whole book to a new file, and prove the copy",
    .detail = "Others may go on working meanwhile: the copy is of one moment. It is opened again "
              "and every figure in it is added up; a sealed one before it is sealed, and it is "
              "opened with its key once more. For a timer: --folder.",
    .args = backup_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ADMIN,
    .run = book_backup_run,
};

/* ---- backup verify -------------------------------------------------------------------------- */

static const struct arg verify_args[] = {
    {.name = "file", .kind = ARG_FILE, .flags = ARG_REQUIRED | ARG_BARE, .help = "the copy"},
    {.name = "from",
     .kind = ARG_CODE,
     .help = "a head written down earlier: it must still stand in the copy's journal"},
    KEY_ARG("of a sealed copy: the file with its key"),
    {0},
};

static enum err backup_verify_run(struct act *act)
{
    const char *file = args_get(act->args, "file"), *from = args_get(act->args, "from");
    struct troubles troubles = {.act = act, .title = "Backup"};
    struct backup_watch watch = {troubles_say, NULL, &troubles, NULL};
    struct backup_state state;
    struct seal_secret secret;
    struct hash anchor;
    char hex[HASH_TEXT];

    if (from && hash_parse(from, &anchor) != 0)
        return fail(act->note, ERR_INPUT, "--from: '%.70s' is not a head", from);
    TRY(key_take(act, &secret, &watch.secret));
    rights_own_begin();
    const enum err e = backup_prove(file, from ? &anchor : NULL, &watch, act->note, &state);
    rights_own_end();
    if (watch.secret)
        seal_forget(&secret);
    TRY(e);
    TRY(troubles_end(&troubles));
    act->found = state.found > 0;
    act->says = state.found
                    ? arena_format(act->arena, "%d trouble%s in %s: take an older copy",
                                   state.found, state.found == 1 ? "" : "s", file)
                    : arena_format(act->arena, "%s%s proves: %lld entries, head %s", file,
                                   state.sealed ? " opens, and" : "", (long long)state.entries,
                                   hash_hex(&state.head, hex));
    return ERR_OK;
}

const struct command cmd_backup_verify = {
    .noun = "backup",
    .verb = "verify",
    .summary = "prove a copy of a book where it lies",
    .detail = "Opens it, with its key when it is sealed, adds up every figure and follows the "
              "journal, as `book verify` does. The exit status is 1 when something is found.",
    .args = verify_args,
    .flags = COMMAND_NO_BOOK | COMMAND_TABLE,
    .role = ROLE_ADMIN,
    .run = backup_verify_run,
};

/* ---- book restore --------------------------------------------------------------------------- */

static const struct arg restore_args[] = {
    {.name = "from", .kind = ARG_FILE, .flags = ARG_REQUIRED, .help = "the backup"},
    {.name = "to",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED,
     .help = "the book; what is there is kept as FILE" BEFORE_RESTORE},
    KEY_ARG("of a sealed backup: the file with its key"),
    {0},
};

static bool restored(void *self, int done, int total)
{
    const struct session *session = self;

    return session->progress && session->progress(session->self, "copying", done, total);
}

static enum err book_restore_run(struct act *act)
{
    const char *from = args_get(act->args, "from"), *to = args_get(act->args, "to");
    struct backup_watch watch = {NULL, restored, act->session, NULL};
    struct seal_secret secret;
    bool kept = false;

    if (act->session->dry_run)
        return fail(act->note, ERR_USAGE, "book restore has no dry run; restore to a new file to "
                                          "look at it");
    TRY(key_take(act, &secret, &watch.secret));
    rights_own_begin(); /* whoever puts a book back may do so without us */
    const enum err e = book_restore(from, to, &watch, act->note, &kept);
    rights_own_end();
    if (watch.secret)
        seal_forget(&secret);
    TRY(e);
    act->says =
        arena_format(act->arena, "%s is the book of %s again, and proves%s%s%s", to, from,
                     kept ? "; what was there is " : "", kept ? to : "",
                     kept ? BEFORE_RESTORE : "");
    return ERR_OK;
}

const struct command cmd_book_restore = {
    .noun = "book",
    .verb = "restore",
    .summary = "make a book from a backup",
    .detail = "The backup is proved before and the new book after. A book that is there already is "
              "kept beside it, and refused while somebody has it open.",
    .args = restore_args,
    .flags = COMMAND_NO_BOOK,
    .role = ROLE_ADMIN,
    .run = book_restore_run,
};

/* ---- book migrate --------------------------------------------------------------------------- */

static enum err book_migrate_run(struct act *act)
{
    const char *path = act->session->book_path;
    struct book_migration done;

    if (act->session->dry_run)
        return fail(act->note, ERR_USAGE, "book migrate has no dry run; try it on a backup");
    rights_own_begin();
    const enum err e = book_migrate(path, act->arena, act->note, &done);
    rights_own_end();
    TRY(e);
    act->says =
        done.before == done.after
            ? arena_format(act->arena, "%s has version %d already", path, done.after)
            : arena_format(act->arena, "%s has version %d now; as it was it is %s", path,
                           done.after, done.copy);
    return ERR_OK;
}

const struct command cmd_book_migrate = {
    .noun = "book",
    .verb = "migrate",
    .summary = "bring an older book to this program's version",
    .detail = "A copy of the book as it was is made first.",
    .flags = COMMAND_NO_BOOK,
    .role = ROLE_ADMIN,
    .run = book_migrate_run,
};

/* ---- book sql ------------------------------------------------------------------------------- */

static const struct arg sql_args[] = {
    {.name = "readonly",
     .kind = ARG_FLAG,
     .flags = ARG_REQUIRED,
     .help = "to be said, so that everybody knows: the question only reads"},
    {.name = "query",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "one SELECT or WITH"},
    LISTING_ARGS,
    {0},
};

static enum err book_sql_run(struct act *act)
{
    struct listing listing;

    if (!args_flag(act->args, "readonly"))
        return fail(act->note, ERR_USAGE, "--readonly: SQL only reads; write --readonly");
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, question_ask(act->book, args_get(act->args, "query"), sink));
}

const struct command cmd_book_sql = {
    .noun = "book",
    .verb = "sql",
    .summary = "ask the book a question in SQL",
    .detail = "Over a connection that can only read. The views v_item and v_document show days "
              "and numbers readably; amounts are in minor units, days since 1970-01-01.",
    .args = sql_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_AUDITOR,
    .run = book_sql_run,
};
