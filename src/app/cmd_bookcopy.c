/* Commands about the book as a file: copied, put back, brought to a new version, asked in SQL. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/troubles.h"
#include "base/rights.h"
#include "ledger/backup.h"
#include "ledger/inventory.h"
#include "ledger/question.h"

/* ---- book backup ---------------------------------------------------------------------------- */

static const struct arg backup_args[] = {
    {.name = "to",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the new file; it must not be there yet"},
    {0},
};

static bool copied(void *self, int done, int total)
{
    const struct troubles *troubles = self;
    const struct session *session = troubles->act->session;

    return session->progress && session->progress(session->self, "copying", done, total);
}

static enum err book_backup_run(struct act *act)
{
    const char *to = args_get(act->args, "to");
    struct troubles troubles = {.act = act, .title = "Backup"};
    const struct backup_watch watch = {troubles_say, copied, &troubles};
    struct inventory in;
    int found = 0;

    TRY(inventory_take(act->book, &in));
    act->says = arena_format(act->arena, "%s holds %lld entries and %lld documents, and proves", to,
                             (long long)in.entries, (long long)in.documents);
    if (act->session->dry_run)
        return ERR_OK;
    TRY(book_backup(act->book, to, &watch, &found));
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
              "and every figure in it is added up.",
    .args = backup_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ADMIN,
    .run = book_backup_run,
};

/* ---- book restore --------------------------------------------------------------------------- */

static const struct arg restore_args[] = {
    {.name = "from", .kind = ARG_FILE, .flags = ARG_REQUIRED, .help = "the backup"},
    {.name = "to",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED,
     .help = "the book; what is there is kept as FILE" BEFORE_RESTORE},
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
    const struct backup_watch watch = {NULL, restored, act->session};
    bool kept = false;

    if (act->session->dry_run)
        return fail(act->note, ERR_USAGE, "book restore has no dry run; restore to a new file to "
                                          "look at it");
    rights_own_begin(); /* whoever puts a book back may do so without us */
    const enum err e = book_restore(from, to, &watch, act->note, &kept);
    rights_own_end();
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
              "kept beside it, and refused while somebody works in it.",
    .args = restore_args,
    .flags = COMMAND_NO_BOOK,
    .role = ROLE_ADMIN,
    .run = book_restore_run,
};

/* ---- book migrate --------------------------------------------------------------------------- */

static enum err book_migrate_run(struct act *act)
{
    const char *path = act->session->book_path;
    int before, after;

    if (act->session->dry_run)
        return fail(act->note, ERR_USAGE, "book migrate has no dry run; try it on a backup");
    rights_own_begin();
    const enum err e = book_migrate(path, act->note, &before, &after);
    rights_own_end();
    TRY(e);
    act->says = before == after
                    ? arena_format(act->arena, "%s has version %d already", path, after)
                    : arena_format(act->arena,
                                   "%s has version %d now; as it was it is %s.version-%d", path,
                                   after, path, before);
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
     .help = "said aloud: the question cannot change the book"},
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
