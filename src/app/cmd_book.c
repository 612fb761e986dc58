/* Commands about the book itself: made, looked at, set up, verified. */
#include "app/attached.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/sample.h"
#include "app/troubles.h"
#include "base/rights.h"
#include "ledger/customer.h"
#include "ledger/inventory.h"
#include "ledger/journal.h"
#include "ledger/master.h"
#include "ledger/proof.h"
#include "ledger/setting.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* ---- book new ------------------------------------------------------------------------------- */

static const struct arg new_args[] = {
    {.name = "company",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "the firm's name, as it stands on invoices"},
    {.name = "currency",
     .kind = ARG_CURRENCY,
     .flags = ARG_REQUIRED,
     .help = "the currency in which the firm keeps its books, for ever"},
    {.name = "demo", .kind = ARG_FLAG, .help = "fill it with a made-up firm, to look around in"},
    {.name = "sandbox",
     .kind = ARG_FLAG,
     .help = "a TEST book, for ever: --now, --actor and --locale work on it"},
    {0},
};

/* The folders above the book, for its owner only, as the data folder of a new user needs. */
static enum err folders_make(struct act *act, const char *path)
{
    char *folder = arena_text(act->arena, path);

    for (char *p = strchr(folder + 1, '/'); p; p = strchr(p + 1, '/')) {
        *p = 0;
        if (mkdir(folder, 0700) != 0 && errno != EEXIST)
            return fail(act->note, ERR_CREATE, "the folder %s cannot be made: %s", folder,
                        strerror(errno));
        *p = '/';
    }
    return ERR_OK;
}

/* The sample firm goes in as the commands of a session of its own would. */
static enum err demo_fill(struct act *act, struct book *book)
{
    struct session session = *act->session;

    session.book = book;
    session.note = book_note(book);
    book_today_set(book, session.today);
    const enum err e = sample_fill(&session);
    return e == ERR_OK ? e
                       : fail(act->note, e, "%s; %s is there without the made-up firm: remove it "
                                            "before another try",
                              book_note(book)->text, session.book_path);
}

static enum err book_new_run(struct act *act)
{
    struct session *session = act->session;
    struct book_plan plan = {.company = args_get(act->args, "company"),
                             .actor = session->actor,
                             .sandbox = args_flag(act->args, "sandbox"),
                             .moment = session->now};
    struct book *book = NULL;

    TRY(currency_find(args_get(act->args, "currency"), &plan.currency));
    if (!*plan.company)
        return fail(act->note, ERR_INPUT, "--company: a book needs the firm's name");
    if (args_flag(act->args, "demo") && strcmp(plan.currency.code, "EUR") != 0)
        return fail(act->note, ERR_INPUT, "--currency: the made-up firm keeps its books in EUR");
    act->says =
        arena_format(act->arena, "a new %sbook for %s in %s: %s", plan.sandbox ? "TEST " : "",
                     plan.company, plan.currency.code, session->book_path);
    if (session->dry_run)
        return ERR_OK;
    TRY(folders_make(act, session->book_path));
    rights_own_begin(); /* a shared folder gets a book from whoever may write there */
    enum err e = book_new(session->book_path, &plan, act->note, &book);
    if (e == ERR_OK && args_flag(act->args, "demo"))
        e = demo_fill(act, book);
    book_close(book);
    rights_own_end();
    return e;
}

const struct command cmd_book_new = {
    .noun = "book",
    .verb = "new",
    .summary = "make a new book",
    .detail = "Makes the file that -b names, with a chart of accounts, the terms NET30 and the "
              "number series of every kind of document. Settings and accounts can be changed "
              "afterwards; the currency cannot.",
    .args = new_args,
    .flags = COMMAND_NO_BOOK,
    .role = ROLE_ADMIN,
    .run = book_new_run,
};

/* ---- book info ------------------------------------------------------------------------------ */

static void number_pair(struct act *act, const char *label, int64_t number)
{
    page_pair(act->page, label, arena_format(act->arena, "%lld", (long long)number));
}

static const char *days_text(struct act *act, const struct inventory *in)
{
    char first[DATE_TEXT], last[DATE_TEXT];

    if (!date_is(in->first))
        return "no document yet";
    return arena_format(act->arena, "%s to %s", date_iso(in->first, first),
                        date_iso(in->last, last));
}

/* Sub-ledger and control account agree, or by how much they do not (R9 4). */
static enum err proof_text(struct act *act, const char **out)
{
    struct currency base = book_currency(act->book);
    char items[MONEY_TEXT], control[MONEY_TEXT];
    struct proof_line line;

    TRY(proof_control(act->book, book_today(act->book), &line));
    *out = arena_format(
        act->arena, "%s: open items %s %s, receivable account %s %s",
        line.subledger == line.control ? "in balance" : "OUT OF BALANCE",
        money_show(money_of(line.subledger, base), &act->session->notation, items), base.code,
        money_show(money_of(line.control, base), &act->session->notation, control), base.code);
    return ERR_OK;
}

static enum err book_info_run(struct act *act)
{
    char hex[HASH_TEXT], moment[MOMENT_TEXT];
    struct inventory in;
    struct entry head;
    const char *proof;

    TRY(inventory_take(act->book, &in));
    TRY(journal_head(act->book, &head, act->arena));
    TRY(proof_text(act, &proof));
    page_pair(act->page, "company", book_company(act->book));
    page_pair(act->page, "currency", book_currency(act->book).code);
    if (book_sandbox(act->book))
        page_pair(act->page, "kind", "TEST book (sandbox)");
    page_pair(act->page, "file", act->session->book_path);
    number_pair(act, "schema", in.schema);
    number_pair(act, "customers", in.customers);
    number_pair(act, "documents", in.documents);
    page_pair(act->page, "days", days_text(act, &in));
    number_pair(act, "open items", in.items_open);
    number_pair(act, "entries", in.entries);
    page_pair(act->page, "last entry", moment_iso(head.moment, moment));
    page_pair(act->page, "head", hash_hex(&head.hash, hex));
    page_pair(act->page, "proof", proof);
    return ERR_OK;
}

const struct command cmd_book_info = {
    .noun = "book",
    .verb = "info",
    .summary = "show what the book holds, and its proof",
    .detail = "The head is the hash of the last journal entry. Written down elsewhere, it proves "
              "later with `book verify --from HASH` that nothing before it was changed.",
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = book_info_run,
};

/* ---- book set, book settings ---------------------------------------------------------------- */

static const struct arg set_args[] = {
    {.name = "name",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED,
     .help = "the setting; `book settings` lists them"},
    {.name = "value",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_EMPTIES,
     .help = "its new value; empty takes away what a class or customer has of its own"},
    {.name = "class", .kind = ARG_CODE, .help = "only for customers of this class"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only for this customer"},
    {0},
};

static enum err set_own(struct act *act, const char *name, const char *value)
{
    const char *code = args_get(act->args, "customer");
    struct setting_owner owner = {.class = args_get(act->args, "class")};
    struct customer customer;

    if (code && owner.class)
        return fail(act->note, ERR_USAGE, "--class and --customer exclude each other; give one");
    if (code) {
        TRY(customer_find(act->book, code, act->arena, &customer));
        owner.customer_id = customer.id;
    }
    TRY(setting_own_set(act->tx, &owner, name, *value ? value : NULL));
    const char *whom = code ? customer.code : arena_format(act->arena, "class %s", owner.class);
    act->says = *value ? arena_format(act->arena, "%s is now %s for %s", name, value, whom)
                       : arena_format(act->arena, "%s has no %s of its own any more", whom, name);
    return ERR_OK;
}

static enum err set_all(struct act *act, const char *name, const char *value)
{
    struct payterm terms;

    if (strcmp(name, "terms.default") == 0)
        TRY(payterm_find(act->book, value, act->arena, &terms));
    TRY(setting_set(act->tx, name, value));
    act->says = arena_format(act->arena, "%s is now %s", name, *value ? value : "empty");
    return ERR_OK;
}

static enum err book_set_run(struct act *act)
{
    const char *name = args_get(act->args, "name"), *value = args_get(act->args, "value");
    const bool own = args_given(act->args, "class") || args_given(act->args, "customer");
    const enum err e = own ? set_own(act, name, value) : set_all(act, name, value);

    if (e == ERR_INPUT)
        return fail(act->note, e, "--value: %s", arena_text(act->arena, act->note->text));
    act->ref = name;
    return e;
}

const struct command cmd_book_set = {
    .noun = "book",
    .verb = "set",
    .summary = "change a setting of the book, or of some of its customers",
    .detail = "Settings of autocash, of tolerances and of part discounts may be others for a class "
              "of customers or for one customer. What holds is the customer's own, else its "
              "class's, else the book's.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_ADMIN,
    .run = book_set_run,
};

static const struct column settings_columns[] = {
    {.name = "name", .title = "Setting", .kind = CELL_CODE},
    {.name = "value", .title = "Value", .kind = CELL_CODE},
    {.name = "default", .title = "Default", .kind = CELL_CODE, .worth = 2},
    {.name = "meaning", .title = "Meaning", .kind = CELL_TEXT, .worth = 1},
    {.name = "holds", .title = "Only for", .kind = CELL_CODE, .worth = 3},
};

static const struct arg settings_args[] = {LISTING_ARGS, {0}};

struct settings_rows {
    const struct setting *row;
    struct arena *arena;
    struct sink *sink;
};

/* What a class or a customer has of its own stands below what holds for all. */
static enum err own_pass(void *self, const struct setting_own *own)
{
    const struct settings_rows *rows = self;
    const char *holds = arena_format(rows->arena, "%s %s", *own->class ? "class" : "customer",
                                     *own->class ? own->class : own->customer);
    const struct cell cells[] = {cell_code(rows->row->name), cell_code(own->value),
                                 cell_code(rows->row->otherwise), cell_text(rows->row->help),
                                 cell_code(holds)};

    return sink_row(rows->sink, 0, ' ', cells);
}

static enum err settings_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Settings", book_company(act->book), settings_columns, 5};
    struct settings_rows rows = {NULL, act->arena, sink};

    TRY(sink->head(sink->self, &head));
    for (const struct setting *row = settings; row->name; row++) {
        const char *value;
        TRY(setting_text(act->book, row->name, act->arena, &value));
        const struct cell cells[] = {cell_code(row->name), cell_code(value),
                                     cell_code(row->otherwise), cell_text(row->help),
                                     cell_none()};
        TRY(sink_row(sink, 0, ' ', cells));
        rows.row = row;
        TRY(setting_own_each(act->book, row->name, own_pass, &rows));
    }
    return sink->foot(sink->self, NULL);
}

static enum err book_settings_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, settings_pass(act, sink));
}

const struct command cmd_book_settings = {
    .noun = "book",
    .verb = "settings",
    .summary = "list the book's settings",
    .args = settings_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = book_settings_run,
};

/* ---- book verify ---------------------------------------------------------------------------- */

static const struct arg verify_args[] = {
    {.name = "from",
     .kind = ARG_CODE,
     .help = "a head written down earlier: it must still stand in the journal"},
    {0},
};

static enum err book_verify_run(struct act *act)
{
    const char *from = args_get(act->args, "from");
    struct troubles troubles = {.act = act, .title = "Verify"};
    char hex[HASH_TEXT];
    struct inventory in;
    struct entry head;
    struct hash anchor;
    int found = 0, files = 0, differ = 0;

    if (from && hash_parse(from, &anchor) != 0)
        return fail(act->note, ERR_INPUT,
                    "--from: '%.70s' is not a head; it is the 64 figures and letters that "
                    "`book info` shows",
                    from);
    TRY(proof_book(act->book, from ? &anchor : NULL, troubles_say, &troubles, &found));
    TRY(attached_verify(act->book, troubles_say, &troubles, &files));
    TRY(proof_asserted(act->book, troubles_say, &troubles, &differ));
    TRY(troubles_end(&troubles));
    TRY(inventory_take(act->book, &in));
    TRY(journal_head(act->book, &head, act->arena));
    act->found = found + files + differ > 0;
    act->says =
        found ? arena_format(act->arena,
                             "%d trouble%s: stop working in this book, and look at the last backup",
                             found, found == 1 ? "" : "s")
              : arena_format(act->arena, "verified: %lld entries, %lld documents, head %s",
                             (long long)in.entries, (long long)in.documents,
                             hash_hex(&head.hash, hex));
    if (!found && files)
        act->says = arena_format(act->arena, "%s; %d attachment%s not what was attached", act->says,
                                 files, files == 1 ? " is" : "s are");
    if (!found && differ)
        act->says = arena_format(act->arena, "%s; %d balance%s that a customer gave differ%s",
                                 act->says, differ, differ == 1 ? "" : "s",
                                 differ == 1 ? "s" : "");
    return ERR_OK;
}

const struct command cmd_book_verify = {
    .noun = "book",
    .verb = "verify",
    .summary = "prove that every figure adds up and nothing was changed",
    .detail = "Adds everything up again and follows the chain of hashes through the journal. Each "
              "trouble is one line; the exit status is 1 when there is one. An attached file that "
              "is missing or changed is a trouble of its own: the books are whole without it. So "
              "is a balance that a customer gave (`balance assert`) and that is not ours. Not "
              "proved is what is not posted yet: lines of batches, proposals of late charges.",
    .args = verify_args,
    .flags = COMMAND_TABLE | COMMAND_PROVES,
    .role = ROLE_ANY,
    .run = book_verify_run,
};
