/* Money that waits finds its papers by itself: shown first, posted as one entry, taken back as one.
 */
#include "app/autopay.h"
#include "app/commands.h"
#include "app/doclist.h"
#include "app/takeback.h"
#include "app/whose.h"
#include "base/figures.h"
#include "base/text.h"
#include "ledger/item.h"
#include "ledger/journal.h"
#include "ledger/payment.h"
#include "ledger/waiting.h"

#include <stdlib.h>
#include <string.h>

#define PAYMENT DOCUMENT_MASK(DOCUMENT_PAYMENT)

static const struct arg_column payment_columns[] = {
    {"payment", ARG_DOCUMENT, ARG_REQUIRED, "a payment"},
    {NULL, ARG_TEXT, 0, NULL},
};

static const struct arg autocash_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only money of this customer"},
    {.name = "payment", .kind = ARG_DOCUMENT, .help = "only this one, even money on account"},
    {.name = "date", .kind = ARG_DATE, .help = "only what came on this day"},
    {.name = "from", .kind = ARG_DATE, .help = "only what came from this day on"},
    {.name = "to", .kind = ARG_DATE, .help = "only what came up to this day"},
    {.name = "only",
     .kind = ARG_ROWS,
     .columns = payment_columns,
     .rows_style = ROWS_LIST,
     .help = "of these, only what is found for \"P-1001; P-1002\""},
    {.name = "except",
     .kind = ARG_ROWS,
     .columns = payment_columns,
     .rows_style = ROWS_LIST,
     .help = "leave what is found for \"P-1003\""},
    {.name = "post", .kind = ARG_FLAG, .help = "post what is found; it is only shown, else"},
    {.name = "explain", .kind = ARG_FLAG, .help = "why the rules before it did not fit"},
    {.name = "undo", .kind = ARG_INT, .help = "take back all that this journal entry applied"},
    {0},
};

static const struct column columns[] = {
    {.name = "payment", .title = "Payment", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "rule", .title = "Rule", .kind = CELL_CODE},
    {.name = "step", .title = "No", .kind = CELL_INT, .worth = 4},
    {.name = "choices", .title = "Choices", .kind = CELL_INT, .worth = 1},
    {.name = "applied", .title = "Applied", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    /* in files, and with figures as people read them */
    {.name = "why", .title = "What and why", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "says",
     .title = "What and why",
     .kind = CELL_TEXT,
     .width = 30,
     .flags = COLUMN_SCREEN},
    {.name = "failed", .title = "Not fitting", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
    {.name = "misses",
     .title = "Rules that did not fit",
     .kind = CELL_TEXT,
     .width = 30,
     .flags = COLUMN_SCREEN},
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)
#define EXPLAINING 2 /* the last ones, of --explain */

/* One sum of money of the run, read before anything is written. */
struct money_row {
    int64_t item_id, payment_id;
    int64_t customer_id; /* 0 = nobody knows whose */
    const char *number, *customer, *reference;
    struct money open;
    struct date came, value;
    bool nobody;       /* it is unidentified still */
    bool known;        /* whose it is says an alias or a reference, not a guess */
    const char *whose; /* of unidentified money: who, and how that is known */
};

struct run {
    struct act *act; /* its arena holds the rows */
    struct money_row *rows;
    size_t count, room;
    struct whose_names names;
    struct autopay_memory *memory;
    int64_t posted, proposed, nothing, identified;
    int64_t whole; /* posted, with nothing left of them */
    int64_t by_rule[AUTOCASH_STEPS];
};

/* ---- what waits ----------------------------------------------------------------------------- */

static bool is_listed(struct act *act, const char *list, const char *number)
{
    for (int i = 0; i < args_count(act->args, list); i++)
        if (text_same(args_row(act->args, list, i)->values[0].text, number))
            return true;
    return false;
}

/* Money that is kept on account on purpose is left there, unless it is named. */
static bool is_wanted(struct act *act, const struct waiting *waiting)
{
    if (args_get(act->args, "payment"))
        return true;
    if (args_count(act->args, "only") && !is_listed(act, "only", waiting->number))
        return false;
    return waiting->keep == KEEP_UNAPPLIED && !is_listed(act, "except", waiting->number);
}

static enum err whose_read(struct run *run, const struct waiting *waiting, struct money_row *row)
{
    const struct whose_asked asked = {.text = waiting->reference,
                                      .payer = waiting->payer,
                                      .account = waiting->account,
                                      .amount = waiting->open};
    struct whose whose;

    TRY(whose_find(run->act, &run->names, &asked, &whose));
    row->nobody = true;
    row->customer_id = whose.customer_id;
    row->customer = whose.code;
    row->known = whose.automatic;
    row->whose = whose.words;
    return ERR_OK;
}

static enum err money_add(void *self, const struct waiting *waiting)
{
    struct run *run = self;
    struct arena *arena = run->act->arena;

    if (!is_wanted(run->act, waiting))
        return ERR_OK;
    if (run->count == run->room) {
        run->room = run->room ? run->room * 2 : 64;
        run->rows = mem_resize(run->rows, run->room, sizeof *run->rows);
    }
    struct money_row *row = &run->rows[run->count++];
    *row = (struct money_row){.item_id = waiting->item_id,
                              .payment_id = waiting->payment_id,
                              .customer_id = waiting->customer_id,
                              .number = arena_text(arena, waiting->number),
                              .customer = arena_text(arena, waiting->customer),
                              .reference = arena_text(arena, waiting->reference),
                              .open = waiting->open,
                              .came = waiting->came,
                              .value = waiting->value};
    return waiting->customer_id ? ERR_OK : whose_read(run, waiting, row);
}

/* A customer's money stands together, so that what it owes is read once. */
static int row_order(const void *a, const void *b)
{
    const struct money_row *one = a, *two = b;
    const int names = strcmp(one->customer, two->customer);

    if (names)
        return names;
    if (one->came.day != two->came.day)
        return one->came.day < two->came.day ? -1 : 1;
    return (one->item_id > two->item_id) - (one->item_id < two->item_id);
}

static enum err run_read(struct run *run)
{
    struct act *act = run->act;
    const struct args *args = act->args;
    const struct date date = args_date(args, "date", DATE_NONE);
    struct waiting_query query = {.from = args_date(args, "from", date),
                                  .to = args_date(args, "to", date)};
    struct document payment = {0};

    if (args_get(args, "payment")) {
        TRY(document_find(act->book, args_get(args, "payment"), PAYMENT, act->arena, &payment));
        query.payment_id = payment.id;
    }
    TRY(doclist_customer(act, &query.customer_id));
    TRY(waiting_each(act->book, &query, money_add, run));
    if (payment.id && run->count == 0)
        return fail(act->note, ERR_CONFLICT, "nothing of %s is left to apply", payment.number);
    if (run->count)
        qsort(run->rows, run->count, sizeof *run->rows, row_order);
    return ERR_OK;
}

/* ---- one sum -------------------------------------------------------------------------------- */

static const char *row_why(struct act *act, const struct money_row *row,
                           const struct autocash_proposal *found)
{
    if (!row->nobody)
        return autopay_marked(act, found);
    return row->customer_id
               ? arena_format(act->arena, "%s; %s", row->whose, autopay_marked(act, found))
               : row->whose;
}

static enum err row_show(struct act *act, const struct money_row *row, bool posts,
                         const struct autocash_proposal *found)
{
    static const struct notation grouped = {.decimal = '.', .group = ','};
    const struct notation *read = act->session->screens ? &act->session->notation : &grouped;
    const bool identifies = row->nobody && row->known;
    const char *why = row_why(act, row, found), *failed = autopay_explained(act, found);
    const struct cell cells[COLUMNS] = {
        cell_code(row->number),
        cell_code(row->customer),
        cell_date(row->came),
        cell_code(row->open.currency.code),
        cell_money(row->open),
        cell_code(found->step  ? autocash_word(found->step)
                  : identifies ? "payer"
                               : NULL),
        found->step ? cell_int(autocash_rule(found->step)) : cell_none(),
        found->step ? cell_int(found->answers) : cell_none(),
        posts ? cell_money(money_of(found->applied, row->open.currency)) : cell_none(),
        cell_text(figures_plain(why, act->arena)),
        cell_text(figures_show(why, read, act->arena)),
        cell_text(figures_plain(failed, act->arena)),
        cell_text(figures_show(failed, read, act->arena)),
    };

    return act->sink ? sink_row(act->sink, row->item_id, posts || identifies ? ' ' : '*', cells)
                     : ERR_OK;
}

/* Money whose owner is known now is the customer's from today on, as `payment identify` has it. */
static enum err identify(struct act *act, struct money_row *row)
{
    const struct date today = book_today(act->book);
    struct document_made made;
    struct item *items = NULL;
    int count = 0;

    if (act->preview)
        return ERR_OK;
    TRY(payment_identify(act->tx, row->payment_id, row->customer_id,
                         row->came.day > today.day ? row->came : today, &made));
    TRY(items_of_document(act->book, made.id, act->arena, &items, &count));
    row->item_id = items[count - 1].id;
    return ERR_OK;
}

static enum err money_run(struct run *run, struct act *act, struct money_row *row)
{
    struct autocash_proposal found = {.why = "", .arithmetic = ""};
    struct autopay money = {.customer_id = row->customer_id,
                            .amount = row->open,
                            .value = row->value,
                            .text = row->reference,
                            .credit_id = row->item_id};
    const bool mine = !row->nobody || row->known;

    if (row->customer_id) {
        TRY(autopay_left(act, run->memory, &money, &money.amount.minor));
        if (money.amount.minor == 0)
            return ERR_OK;
        row->open = money.amount;
        TRY(autopay_find(act, run->memory, &money, &found));
    }
    const bool posts = found.automatic && mine;
    TRY(row_show(act, row, posts, &found));
    run->posted += posts;
    run->whole += posts && found.left == 0;
    run->by_rule[found.step] += posts;
    run->proposed += found.step && !posts;
    run->nothing += found.step == AUTOCASH_NONE;
    if (row->nobody && row->known) {
        run->identified++;
        TRY(identify(act, row));
    }
    return posts ? autopay_post(act, run->memory, row->item_id, &found, &act->says) : ERR_OK;
}

/* Each sum is forgotten before the next: a run may have a hundred thousand. */
static enum err payments_run(struct run *run)
{
    struct act one = *run->act;
    struct arena arena = {0};
    enum err e = ERR_OK;

    one.arena = &arena;
    run->memory = autopay_memory_open();
    for (size_t i = 0; e == ERR_OK && i < run->count; i++) {
        e = money_run(run, &one, &run->rows[i]);
        arena_reset(&arena);
    }
    autopay_memory_close(run->memory);
    arena_done(&arena);
    return e;
}

static enum err autocash_stage(struct act *act)
{
    const struct args *args = act->args;

    if (args_given(args, "undo") &&
        (args_flag(args, "post") || args_get(args, "payment") || args_get(args, "customer") ||
         args_count(args, "only") || args_count(args, "except") || args_given(args, "date") ||
         args_given(args, "from") || args_given(args, "to")))
        return fail(act->note, ERR_USAGE, "--undo takes back a whole entry; give nothing with it");
    if (args_given(args, "date") && (args_given(args, "from") || args_given(args, "to")))
        return fail(act->note, ERR_USAGE, "--date is one day; give it, or --from and --to");
    act->preview = !args_flag(args, "post") && !args_given(args, "undo");
    if (act->preview && act->session->tx)
        return fail(act->note, ERR_USAGE,
                    "what is only shown cannot be part of a whole; give --post");
    if (args_given(args, "undo"))
        return takeback_entry_plan(act, args_number(args, "undo", 0), "payment autocash");
    return ERR_OK;
}

static const char *percent_of(struct arena *arena, int64_t part, size_t whole)
{
    const int64_t tenths = whole ? (part * 2000 + (int64_t)whole) / (2 * (int64_t)whole) : 0;

    return arena_format(arena, "%lld.%lld %%", (long long)tenths / 10, (long long)tenths % 10);
}

/* The auto-match rate (RULES.md B): sums that a rule applied, and receipts that it used up. */
static const char *run_rate(const struct run *run)
{
    struct arena *arena = run->act->arena;
    const char *words = NULL;

    if (run->posted == 0)
        return NULL;
    words = arena_format(arena,
                         "Matched by rule %lld of %zu, %s; whole %lld, %s:", (long long)run->posted,
                         run->count, percent_of(arena, run->posted, run->count),
                         (long long)run->whole, percent_of(arena, run->whole, run->count));
    for (int step = AUTOCASH_NONE + 1; step < AUTOCASH_STEPS; step++)
        if (run->by_rule[step])
            words =
                arena_format(arena, "%s %s %lld", words, autocash_word((enum autocash_step)step),
                             (long long)run->by_rule[step]);
    return words;
}

static const char *run_says(const struct run *run)
{
    const bool posted = !run->act->preview;
    struct arena *arena = run->act->arena;
    const char *would = posted ? "" : "would be ";
    const char *identified = run->identified ? arena_format(arena, "%lld %sidentified, ",
                                                            (long long)run->identified, would)
                                             : "";

    return arena_format(
        arena, "%s%lld %sapplied, %lld only proposed, %lld without a rule that fits%s", identified,
        (long long)run->posted, would, (long long)run->proposed, (long long)run->nothing,
        posted ? "" : "; nothing was posted: --post does it");
}

static enum err autocash_run(struct act *act)
{
    struct run run = {.act = act};
    struct sink *sink = act->sink;
    const struct table_head head = {
        act->preview ? "AutoCash, not posted" : "AutoCash", NULL, columns,
        args_flag(act->args, "explain") ? COLUMNS : COLUMNS - EXPLAINING};
    enum err e;

    if (args_given(act->args, "undo"))
        return takeback_entry(act, args_number(act->args, "undo", 0), "payment autocash",
                              "autocash taken back");
    TRY_OUT(run_read(&run));
    if (sink)
        TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(payments_run(&run));
    if (sink)
        TRY_OUT(sink->foot(sink->self, run_rate(&run)));
    act->says = run_says(&run);
    e = ERR_OK;
out:
    free(run.rows);
    whose_names_done(&run.names);
    return e;
}

const struct command cmd_payment_autocash = {
    .noun = "payment",
    .verb = "autocash",
    .summary = "apply money that waits to what it is for, by rules",
    .detail =
        "The rules are tried in the order of the setting autocash.steps: the numbers in the "
        "reference; one item of that amount, with or without its discount; the whole account; all "
        "that is past due; what is past due on the same terms; the only choice of up to 24 items "
        "that comes to it. The first that has exactly one answer is taken. Where there are two, it "
        "is only proposed. With autocash.oldest the oldest due is paid when no rule fits. A class "
        "of customers or one customer may have settings of its own. Unidentified money is "
        "identified when its text quotes one of our numbers, or an alias says whose it is. Without "
        "--post everything is shown and nothing is kept. What is posted is one journal entry, and "
        "--undo takes all of it back, on the days on which it was applied.",
    .args = autocash_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_CLERK,
    .stage = autocash_stage,
    .run = autocash_run,
};
