/* What files bring in: customers, invoices, payments, and the history of an old system. */
#include "app/commands.h"
#include "app/import.h"
#include "ledger/creditgate.h"
#include "ledger/importfile.h"
#include "ledger/journal.h"

#include <stdlib.h>
#include <string.h>

static const char *const orders[] = {"dmy", "mdy", "ymd", NULL};

#define FILE_ARGS                                                                                  \
    {.name = "file",                                                                               \
     .kind = ARG_FILE,                                                                             \
     .flags = ARG_REQUIRED | ARG_BARE | ARG_STDIN,                                                 \
     .help = "the file, plain or gzip"},                                                           \
        {.name = "map",                                                                            \
         .kind = ARG_TEXT,                                                                         \
         .help = "what its columns mean: \"number=InvoiceNo; amount=Total; rate=1/FX\""},          \
        {.name = "profile", .kind = ARG_CODE, .help = "a mapping that was saved under this name"}, \
        {.name = "save-profile", .kind = ARG_CODE, .help = "save the mapping under this name"},    \
        {.name = "default",                                                                        \
         .kind = ARG_TEXT,                                                                         \
         .help = "what stands for an empty or missing field: \"customer=CASH\""},                  \
        {.name = "where",                                                                          \
         .kind = ARG_TEXT,                                                                         \
         .help = "keep only rows for which this holds: \"type=ACCREC & status!=DELETED\""},        \
        {.name = "dates",                                                                          \
         .kind = ARG_CHOICE,                                                                       \
         .choices = orders,                                                                        \
         .help = "order of day, month and year where the file leaves it open"},                    \
        {.name = "decimal", .kind = ARG_TEXT, .help = "the decimal mark of its amounts: . or ,"},  \
        {.name = "encoding", .kind = ARG_TEXT, .help = "its encoding when it is not UTF-8"},       \
        {.name = "currency",                                                                       \
         .kind = ARG_CURRENCY,                                                                     \
         .help = "of amounts without one; else the customer's or the book's"},                     \
    {                                                                                              \
        .name = "again", .kind = ARG_TEXT,                                                         \
        .help = "why a file that was imported before is imported once more"                        \
    }

#define SUFFIX_ARG                                                                                 \
    {                                                                                              \
        .name = "suffix", .kind = ARG_TEXT,                                                        \
        .help = "papers that are void here come in again, each under its number and this: -2"      \
    }

static const struct arg customer_args[] = {FILE_ARGS, {0}};
static const struct arg payment_args[] = {
    FILE_ARGS,
    SUFFIX_ARG,
    {.name = "create-customers", .kind = ARG_FLAG, .help = "make customers that are not there yet"},
    {0}};
static const struct arg history_args[] = {
    FILE_ARGS,
    SUFFIX_ARG,
    {.name = "create-customers",
     .kind = ARG_FLAG,
     .flags = ARG_SCRIPTS,
     .help = "always on: kept for scripts"},
    {0}};
static const struct arg invoice_args[] = {
    FILE_ARGS,
    SUFFIX_ARG,
    {.name = "create-customers",
     .kind = ARG_FLAG,
     .flags = ARG_SCRIPTS,
     .help = "always on: kept for scripts"},
    {.name = "opening",
     .kind = ARG_DATE,
     .help = "opening items of an old book as of this day: no revenue, contra opening balance"},
    {.name = "control",
     .kind = ARG_MONEY,
     .help = "what the opening items must come to, in the book's currency"},
    {0}};

static void import_done(struct import *import)
{
    filter_done(import->where);
    stage_close(import->raw);
    stage_close(import->records);
    reader_close(import->reader);
    free(import->groups);
    free(import->lines);
    arena_done(&import->arena);
    free(import);
}

static void unstage(struct act *act)
{
    if (act->state)
        import_done(act->state);
    act->state = NULL;
}

static const char *const kind_words[] = {
    [IMPORT_CUSTOMERS] = "customers",
    [IMPORT_INVOICES] = "invoices",
    [IMPORT_PAYMENTS] = "payments",
    [IMPORT_HISTORY] = "history",
};

static enum err judge_again(struct act *act, const struct import *import)
{
    int64_t entry_id = 0;

    TRY(importfile_find(act->book, &import->digest, &entry_id));
    if (entry_id == 0 || args_given(act->args, "again"))
        return ERR_OK;
    struct entry entry;
    char moment[MOMENT_TEXT];
    TRY(journal_get(act->book, entry_id, act->arena, &entry));
    return fail(act->note, ERR_CONFLICT,
                "%s was imported before, in entry %lld on %.10s: nothing was added; say why with "
                "--again \"...\" to import it once more",
                reader_name(import->reader), (long long)entry_id, moment_iso(entry.moment, moment));
}

static enum err stage(struct act *act, enum import_kind kind)
{
    struct import *import = mem_new(1, sizeof *import);
    const char *path = args_get(act->args, "file"), *slash = strrchr(path, '/');
    const struct reader_options options = {.encoding = args_get(act->args, "encoding")};
    const char *decimal = args_get(act->args, "decimal");

    act->state = import;
    import->act = act;
    import->kind = kind;
    import->name = arena_text(&import->arena, slash ? slash + 1 : path);
    if (decimal && strcmp(decimal, ".") != 0 && strcmp(decimal, ",") != 0)
        return fail(act->note, ERR_USAGE, "--decimal is . or , and not '%s'", decimal);
    TRY(reader_open(path, &options, act->note, &import->reader));
    TRY(import_map(import));
    TRY(judge_again(act, import));
    TRY(import_read(import));
    TRY(import_redone(import));
    return import_new(import);
}

static const char *counted(struct arena *arena, const char *so_far, int64_t n, const char *one,
                           const char *many)
{
    if (n == 0)
        return so_far;
    return arena_format(arena, "%s%s%lld %s", so_far, *so_far ? ", " : "", (long long)n,
                        n == 1 ? one : many);
}

/* "3 invoices (1399.90 EUR)": how many, and what they come to. */
static const char *summed(struct arena *arena, const char *so_far, int64_t n, const char *one,
                          const char *many, const struct say_sums *sums)
{
    const char *says = counted(arena, so_far, n, one, many);

    return n ? arena_format(arena, "%s (%s)", says, say_sums(arena, sums)) : says;
}

/* What of the file somebody should know of, beside what came in. */
/* "; INV-7 and 2 more are settled in the file and ..." */
static const char *differs(struct arena *arena, const char *says,
                           const struct import_stands *stands, const char *how)
{
    if (stands->papers == 0)
        return says;
    if (stands->papers == 1)
        return arena_format(arena, "%s; %s is %s", says, stands->first, how);
    return arena_format(arena, "%s; %s and %lld more are %s", says, stands->first,
                        (long long)stands->papers - 1, how);
}

static const char *told(struct act *act, const struct import *import, const char *says)
{
    struct arena *arena = act->arena;
    const struct import_ahead *ahead = &import->ahead;

    for (int i = 0; i < import->gone_count; i++)
        says = counted(arena, says, import->gone[i].rows,
                       arena_format(arena, "%s row left out", import->gone[i].status),
                       arena_format(arena, "%s rows left out", import->gone[i].status));
    if (import->stands.papers == 1)
        says = arena_format(arena, "%s, and %s of them stands in the book", says,
                            import->stands.first);
    if (import->stands.papers > 1)
        says = arena_format(arena, "%s, and %s and %lld more of them stand in the book", says,
                            import->stands.first, (long long)import->stands.papers - 1);
    if (import->voided)
        says = arena_format(arena, "%s, %lld void in the book and left so (--suffix -2 brings %s "
                                   "in again)",
                            says, (long long)import->voided, import->voided == 1 ? "it" : "them");
    says = differs(arena, says, &import->owed,
                   "settled in the file and open here: was the money entered?");
    says = differs(arena, says, &import->kept,
                   "settled in the file, which does not say how, and on account here: `credit "
                   "apply` or `refund pay` settles it");
    if (import->opens && act->session->dry_run)
        says = arena_format(arena, "%s; opens %s", says, import->opens);
    if (import->redone.papers)
        says = arena_format(arena, "%s; %s", says, import_redone_words(import));
    if (ahead->rows == 0)
        return says;
    says = arena_format(arena, "%s; %lld %s of days to come, line %lld of %s", says,
                        (long long)ahead->rows, ahead->rows == 1 ? "is" : "are",
                        (long long)ahead->line, say_day(arena, ahead->day));
    says = say_ahead(arena, says, ahead->day, book_today(act->book));
    return ahead->doubt ? arena_format(arena, "%s; look at the day: it is %s", says, ahead->doubt)
                        : says;
}

static enum err run(struct act *act)
{
    struct import *import = act->state;
    const char *says = "";
    int held = 0;

    import->act = act;
    tx_bulk(act->tx);
    if (import->kind == IMPORT_HISTORY || import->kind == IMPORT_INVOICES)
        TRY(tx_bulk_papers(act->tx, (int64_t)import->group_count));
    TRY(import_post(import, act->tx));
    /* what came in is delivered: it is never stopped, but told of */
    if (import->kind == IMPORT_HISTORY ||
        (import->kind == IMPORT_INVOICES && !args_given(act->args, "opening")))
        TRY(credit_tell_new(act->tx, &held));
    TRY(importfile_add(act->tx, &import->digest, import->name, kind_words[import->kind],
                       import->rows));
    if (args_given(act->args, "save-profile")) {
        struct profile profile = {.name = args_get(act->args, "save-profile"),
                                  .text = import_profile_text(import)};
        reader_header_hash(import->reader, &profile.header);
        TRY(profile_add(act->tx, &profile));
    }
    says = counted(act->arena, says, import->made_customers, "customer", "customers");
    says = summed(act->arena, says, import->made_invoices, "invoice", "invoices",
                  &import->invoices);
    says = summed(act->arena, says, import->made_credits, "credit memo", "credit memos",
                  &import->credits);
    says = summed(act->arena, says, import->made_payments, "payment", "payments",
                  &import->payments);
    if (!*says)
        says = "nothing new";
    says = counted(act->arena, says, import->skipped, "already there", "already there");
    if (import->kind == IMPORT_CUSTOMERS && import->skipped)
        says = arena_format(act->arena, "%s and left as %s", says,
                            import->skipped == 1 ? "it is" : "they are");
    says = counted(act->arena, says, import->left_out, "row left out", "rows left out");
    says = told(act, import, says);
    if (import->by_profile)
        says = arena_format(act->arena, "%s; its header is that of profile %s", says,
                            import->by_profile);
    act->says = arena_format(act->arena, "%s: %s", reader_name(import->reader), says);
    if (held)
        act->says = arena_format(act->arena, "%s; %d %s on hold now: `hold list`", act->says, held,
                                 held == 1 ? "customer is" : "customers are");
    return ERR_OK;
}

static enum err stage_customers(struct act *act)
{
    return stage(act, IMPORT_CUSTOMERS);
}

static enum err stage_invoices(struct act *act)
{
    return stage(act, IMPORT_INVOICES);
}

static enum err stage_payments(struct act *act)
{
    return stage(act, IMPORT_PAYMENTS);
}

static enum err stage_history(struct act *act)
{
    return stage(act, IMPORT_HISTORY);
}

#define MAPPING_DETAIL                                                                             \
    "The file has a header line. What its columns mean is said with --map, remembered from a "     \
    "saved "                                                                                       \
    "profile with the same header, or proposed; a proposal counts when you confirm it or give "    \
    "--yes. All rows are read and checked first; the first wrong one ends it with line and "       \
    "column, and nothing is imported. The same file twice adds nothing."

/* for papers */
#define STATUS_DETAIL                                                                              \
    "Rows whose status says draft, void or deleted are left out and counted; one that its status " \
    "or its open amount says is paid, and that would stand open here, is refused. "

const struct command cmd_import_customers = {
    .noun = "import",
    .verb = "customers",
    .summary = "bring in customers from a CSV file",
    .detail = MAPPING_DETAIL,
    .args = customer_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .stage = stage_customers,
    .run = run,
    .unstage = unstage,
};

const struct command cmd_import_invoices = {
    .noun = "import",
    .verb = "invoices",
    .summary = "bring in invoices and credit memos from a CSV file",
    .detail = "Rows with a price are lines and are gathered by number, adjacent or not; a document "
              "below zero becomes a credit memo. " STATUS_DETAIL
              "With --opening a column that says what is open is the amount.\n" MAPPING_DETAIL,
    .args = invoice_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .stage = stage_invoices,
    .run = run,
    .unstage = unstage,
};

const struct command cmd_import_payments = {
    .noun = "import",
    .verb = "payments",
    .summary = "bring in payments from a CSV file",
    .detail = "A row that names invoices is applied to them as far as the money goes; the rest "
              "stays unapplied. Equal rows in one file are real repeats and all come "
              "in.\n" MAPPING_DETAIL,
    .args = payment_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .stage = stage_payments,
    .run = run,
    .unstage = unstage,
};

const struct command cmd_import_history = {
    .noun = "import",
    .verb = "history",
    .summary = "bring in invoices with their settlement dates from an old system",
    .detail = "Each row makes the invoice and, where it was settled, the payment and its "
              "application on that day; a disputed one gets its case. " STATUS_DETAIL
              "\n" MAPPING_DETAIL,
    .args = history_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .stage = stage_history,
    .run = run,
    .unstage = unstage,
};
