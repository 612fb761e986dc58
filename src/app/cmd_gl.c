/* The general ledger outside: what goes to it, and whether it has what we have. */
#include "app/columns.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/period.h"
#include "report/r_gl.h"

#include <string.h>

/* ---- tie ------------------------------------------------------------------------------------ */

static const struct arg tie_args[] = {
    {.name = "as-of", .kind = ARG_DATE, .help = "at the end of this day; by default today"},
    LISTING_ARGS,
    {0},
};

static enum err tie_run(struct act *act)
{
    const struct date as_of = args_date(act->args, "as-of", book_today(act->book));
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, gltie_table(act->book, as_of, sink, &act->found));
}

const struct command cmd_gl_tie = {
    .noun = "gl",
    .verb = "tie",
    .summary = "set the sub-ledger beside the control accounts, and both beside the ledger outside",
    .detail = "One row a control account, and one an account whose balance outside was brought in "
              "for that day with `gl import`. Exit status 1 when something differs.",
    .args = tie_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = tie_run,
};

/* ---- import --------------------------------------------------------------------------------- */

static const struct arg import_args[] = {
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE | ARG_STDIN,
     .help = "CSV with account and balance, or account, debit and credit"},
    {.name = "as-of",
     .kind = ARG_DATE,
     .flags = ARG_REQUIRED,
     .help = "the day at whose end these are the balances"},
    COLUMNS_ARGS,
    {0},
};

enum { BALANCE_ACCOUNT, BALANCE_BALANCE, BALANCE_DEBIT, BALANCE_CREDIT, BALANCE_COLUMNS };
static const struct file_column balance_columns[BALANCE_COLUMNS] = {
    [BALANCE_ACCOUNT] = {{"account", "code", "account code", "account no", "number"}, true},
    [BALANCE_BALANCE] = {{"balance", "closing balance", "amount"}, false},
    [BALANCE_DEBIT] = {{"debit", "dr"}, false},
    [BALANCE_CREDIT] = {{"credit", "cr"}, false},
};

struct balance {
    const char *account;
    int64_t minor;
};
struct balances {
    struct balance *rows;
    int count, room;
};

static enum err balance_read(struct act *act, const struct columns *columns,
                             struct balances *balances)
{
    const struct currency base = book_currency(act->book);
    int64_t debit = 0, credit = 0;

    TRY(columns_money(columns,
                      columns_has(columns, BALANCE_BALANCE) ? BALANCE_BALANCE : BALANCE_DEBIT, base,
                      &debit));
    if (!columns_has(columns, BALANCE_BALANCE))
        TRY(columns_money(columns, BALANCE_CREDIT, base, &credit));
    balances->rows = arena_grow(act->arena, balances->rows, balances->count, &balances->room,
                                sizeof *balances->rows);
    balances->rows[balances->count++] = (struct balance){
        arena_text(act->arena, columns_text(columns, BALANCE_ACCOUNT)), debit - credit};
    return ERR_OK;
}

/* Read and checked before the lane. */
static enum err import_stage(struct act *act)
{
    struct balances *balances = arena_new(act->arena, sizeof *balances);
    struct columns columns;
    enum err e;

    *balances = (struct balances){.count = 0};
    TRY_OUT(columns_open(&columns, act->args, "file", balance_columns, BALANCE_COLUMNS, act->note));
    if (!columns_has(&columns, BALANCE_BALANCE) && !columns_has(&columns, BALANCE_DEBIT)) {
        e = fail(act->note, ERR_INPUT, "%s: no column balance, and none debit",
                 reader_name(columns.reader));
        goto out;
    }
    for (;;) {
        TRY_OUT(columns_next(&columns));
        if (!columns.row)
            break;
        TRY_OUT(balance_read(act, &columns, balances));
    }
    act->state = balances;
out:
    columns_close(&columns);
    return e;
}

static enum err import_run(struct act *act)
{
    const struct balances *balances = act->state;
    const struct date day = args_date(act->args, "as-of", DATE_NONE);
    int noted = 0, unknown = 0;

    for (int i = 0; i < balances->count; i++) {
        int64_t id = 0;
        const enum err e = account_find(act->book, balances->rows[i].account, &id);
        if (e == ERR_MISSING) {
            unknown++; /* the other ledger has accounts that are no business of this one */
            continue;
        }
        TRY(e);
        TRY(glbalance_set(act->tx, id, day, balances->rows[i].minor));
        noted++;
    }
    if (noted == 0)
        return fail(act->note, ERR_INPUT,
                    "no account of the file is in the chart; `account list` shows it");
    note_clear(act->note);
    act->says = arena_format(act->arena, "%d balance%s of %s noted", noted, noted == 1 ? "" : "s",
                             say_day(act->arena, day));
    if (unknown)
        act->says = arena_format(act->arena, "%s; %d account%s not in the chart left out",
                                 act->says, unknown, unknown == 1 ? "" : "s");
    return ERR_OK;
}

const struct command cmd_gl_import = {
    .noun = "gl",
    .verb = "import",
    .summary = "bring in the balances of the general ledger outside, as of a day",
    .detail = "Debits are positive. Accounts that are not in the chart are counted and left out; "
              "what was brought in before for the same day and account is replaced. `gl tie` then "
              "shows both side by side, `gl explain` looks for what makes a difference.",
    .args = import_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .stage = import_stage,
    .run = import_run,
};

/* ---- explain -------------------------------------------------------------------------------- */

static const struct arg explain_args[] = {
    {.name = "account", .kind = ARG_ACCOUNT, .help = "which; accounts receivable when not said"},
    {.name = "as-of", .kind = ARG_DATE, .help = "the day of the difference; by default today"},
    {.name = "from",
     .kind = ARG_DATE,
     .help = "look at documents from this day on; after the last day on which both agreed, else"},
    {.name = "journal",
     .kind = ARG_FILE,
     .help = "CSV with document and amount: what the ledger outside has on the account"},
    COLUMNS_ARGS,
    LISTING_ARGS,
    {0},
};

enum { FOREIGN_DOCUMENT, FOREIGN_AMOUNT, FOREIGN_COLUMNS };
static const struct file_column foreign_columns[FOREIGN_COLUMNS] = {
    [FOREIGN_DOCUMENT] = {{"document", "number", "document number", "reference", "ref"}, true},
    [FOREIGN_AMOUNT] = {{"amount", "balance", "base", "value"}, true},
};

static enum err foreign_read(struct act *act, struct glquestion *question)
{
    struct columns columns;
    struct glforeign *rows = NULL;
    int room = 0;
    enum err e;

    TRY_OUT(
        columns_open(&columns, act->args, "journal", foreign_columns, FOREIGN_COLUMNS, act->note));
    for (;;) {
        int64_t amount = 0;
        TRY_OUT(columns_next(&columns));
        if (!columns.row)
            break;
        TRY_OUT(columns_money(&columns, FOREIGN_AMOUNT, book_currency(act->book), &amount));
        rows = arena_grow(act->arena, rows, question->foreign_count, &room, sizeof *rows);
        rows[question->foreign_count++] = (struct glforeign){
            arena_text(act->arena, columns_text(&columns, FOREIGN_DOCUMENT)), amount};
    }
    question->foreign = rows ? rows : arena_new(act->arena, sizeof *rows);
out:
    columns_close(&columns);
    return e;
}

static enum err explain_run(struct act *act)
{
    const char *code = args_get(act->args, "account");
    struct glquestion question = {.account_id = account_of(act->book, ACCOUNT_PART_RECEIVABLE),
                                  .from = args_date(act->args, "from", DATE_NONE),
                                  .as_of = args_date(act->args, "as-of", book_today(act->book))};
    struct listing listing;
    int found = 0;

    if (code)
        TRY(account_find(act->book, code, &question.account_id));
    if (args_given(act->args, "journal"))
        TRY(foreign_read(act, &question));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, glexplain_table(act->book, &question, sink, &found));
}

const struct command cmd_gl_explain = {
    .noun = "gl",
    .verb = "explain",
    .summary = "look for the documents that make a difference to the ledger outside",
    .detail = "With balances alone it names documents, or pairs of them, whose amount is the "
              "difference or half of it, what is in no batch yet, and what was posted here after "
              "the day. With --journal it compares document by document: missing there, missing "
              "here, another amount, the other side.",
    .args = explain_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = explain_run,
};

/* ---- export --------------------------------------------------------------------------------- */

static const struct arg export_args[] = {
    {.name = "month", .kind = ARG_CODE, .help = "all of this month, as 2026-10"},
    {.name = "from", .kind = ARG_DATE, .help = "posted this day or later"},
    {.name = "to", .kind = ARG_DATE, .help = "posted this day or earlier; by default today"},
    {.name = "batch", .kind = ARG_INT, .help = "the same as it went out in this batch"},
    {.name = "summary", .kind = ARG_FLAG, .help = "one sum a month, kind of document and account"},
    {0},
};

static enum err export_days(struct act *act, struct date *from, struct date *to)
{
    int month = 0;

    if (args_given(act->args, "month") == args_given(act->args, "from"))
        return fail(act->note, ERR_USAGE, "which postings? give --month, --from, or --batch");
    if (!args_given(act->args, "month")) {
        *from = args_date(act->args, "from", DATE_NONE);
        *to = args_date(act->args, "to", book_today(act->book));
        return ERR_OK;
    }
    TRY(period_parse(args_get(act->args, "month"), &month, act->note));
    *from = date_month_first(month);
    *to = date_month_last(month);
    return ERR_OK;
}

static enum err export_run(struct act *act)
{
    const int64_t number = args_number(act->args, "batch", 0);
    struct glbatch batch;
    struct date from, to;
    bool made = false;

    if (args_given(act->args, "batch") &&
        (args_given(act->args, "month") || args_given(act->args, "from")))
        return fail(act->note, ERR_USAGE, "--batch says all; leave --month and --from out");
    if (args_given(act->args, "batch")) {
        TRY(glbatch_get(act->book, number, act->arena, &batch));
    } else {
        TRY(export_days(act, &from, &to));
        TRY(glbatch_make(act->tx, from, to, act->arena, &batch, &made));
    }
    act->says = arena_format(act->arena, "batch %lld: %lld document%s, %s %s on each side%s",
                             (long long)batch.id, (long long)batch.documents,
                             batch.documents == 1 ? "" : "s",
                             say_minor(act->arena, batch.debits, book_currency(act->book)),
                             book_currency(act->book).code, made ? "" : "; as it went out before");
    return act->sink ? glbatch_table(act->book, &batch, args_flag(act->args, "summary"), act->sink)
                     : ERR_OK;
}

const struct command cmd_gl_export = {
    .noun = "gl",
    .verb = "export",
    .summary = "hand the postings of a period to the general ledger, in a numbered batch",
    .detail = "A batch takes what was posted in these days and is in none before it: a document "
              "goes out once. Asked again with nothing new, or with --batch, the same batch leaves "
              "again, the same to the last byte; its hash is in the journal and proves that. "
              "--format csv, json, hledger, ledger or beancount; the journals stand alone, with "
              "the accounts that they use, and their balances at cost are ours.",
    .args = export_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_POSTINGS,
    .role = ROLE_COORDINATOR,
    .run = export_run,
};

/* ---- batches -------------------------------------------------------------------------------- */

static const struct arg batches_args[] = {LISTING_ARGS, {0}};

static enum err batches_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, glbatches_table(act->book, sink));
}

const struct command cmd_gl_batches = {
    .noun = "gl",
    .verb = "batches",
    .summary = "list the batches that went to the general ledger",
    .args = batches_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = batches_run,
};
