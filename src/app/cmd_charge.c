/* Late charges: what they would come to, why, and what was charged. */
#include "app/charging.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "report/chargepage.h"

#include <string.h>

/* ---- preview -------------------------------------------------------------------------------- */

static const char *const bases[] = {"posted", "effective", NULL};

static const struct arg preview_args[] = {
    {.name = "upto",
     .kind = ARG_DATE,
     .help = "interest for the days up to this one; by default today"},
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "collector", .kind = ARG_CODE, .help = "only customers of this collector"},
    {.name = "as-of",
     .kind = ARG_DATE,
     .help = "by what was in the books on this day; by default all that is in them"},
    {.name = "basis",
     .kind = ARG_CHOICE,
     .choices = bases,
     .otherwise = "posted",
     .help = "with --as-of: by the day of posting, or by the true day"},
    {.name = "all",
     .kind = ARG_FLAG,
     .help = "also what was charged already, and what comes to nothing"},
    LISTING_ARGS,
    {0},
};

struct preview {
    struct sink *sink;
    bool all;
    struct charging_sums sums;
};

static enum err preview_row(void *self, const struct accrual *row)
{
    struct preview *preview = self;

    if (!preview->all && (row->reason == ACCRUAL_CHARGED || row->reason == ACCRUAL_NOTHING))
        return ERR_OK;
    charging_count(&preview->sums, row);
    return charging_row(preview->sink, row, row->proposed ? '*' : ' ',
                        accrual_reason_words(row->reason));
}

static enum err preview_pass(struct act *act, struct sink *sink)
{
    struct accrual_query query = {
        .upto = args_date(act->args, "upto", book_today(act->book)),
        .as_of = args_date(act->args, "as-of", DATE_NONE),
        .effective = args_choice(act->args, "basis", 0) == 1,
        .collector = args_get(act->args, "collector"),
    };
    struct preview preview = {.sink = sink, .all = args_flag(act->args, "all")};

    TRY(charging_customer(act, &query.customer_id));
    TRY(charging_head(act, sink, "Late charges", query.upto));
    TRY(accrual_each(act->book, &query, preview_row, &preview));
    return sink->foot(sink->self, charging_said(act->arena, &preview.sums));
}

static enum err preview_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, preview_pass(act, sink));
}

const struct command cmd_charge_preview = {
    .noun = "charge",
    .verb = "preview",
    .summary = "what late charges would come to, item by item, and why some are left out",
    .detail = "Interest counts for each day after the due day on what was open then, by the day on "
              "which money came, not by the day on which it was entered. What was charged on an "
              "item before is taken off; where too much was charged a credit is proposed. The "
              "settings charge.scheme, charge.basis, charge.grace and others say what holds, for "
              "all, for a class, or for one customer; `charge rate add` enters the rates.",
    .args = preview_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = preview_run,
};

/* ---- review --------------------------------------------------------------------------------- */

static const struct arg review_args[] = {CHARGE_RUN_ARG, LISTING_ARGS, {0}};

static enum err review_row(void *self, const struct charge_draft *draft)
{
    struct preview *review = self;
    const char *why = "";

    if (draft->left_out)
        why = "left out";
    else if (draft->now->proposed != draft->drafted)
        why = "changed since: work the run out anew";
    struct accrual row = *draft->now;
    if (draft->left_out) /* not among what the sum says */
        row.proposed = 0;
    charging_count(&review->sums, &row);
    return charging_row(review->sink, &row, draft->left_out ? '-' : *why ? '!' : '*', why);
}

static enum err review_pass(struct act *act, struct sink *sink)
{
    struct preview review = {.sink = sink};
    struct charge_run run;
    int64_t id;

    TRY(charging_run(act, &id));
    TRY(charge_run_get(act->book, id, act->arena, &run));
    if (run.state != CHARGE_DRAFT)
        return fail(act->note, ERR_CONFLICT, "run %lld is %s; `charge list --run %lld` shows it",
                    (long long)id, charge_state_word(run.state), (long long)id);
    TRY(charging_head(act, sink,
                      arena_format(act->arena, "Draft of late charges, run %lld", (long long)id),
                      run.upto));
    TRY(charge_draft_each(act->book, id, review_row, &review));
    return sink->foot(sink->self, charging_said(act->arena, &review.sums));
}

static enum err review_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, review_pass(act, sink));
}

const struct command cmd_charge_review = {
    .noun = "charge",
    .verb = "review",
    .summary = "the lines of a draft of late charges, as the books stand now",
    .detail = "`charge leave` leaves a line out, `charge explain` shows how it comes about, "
              "`charge post` posts the rest.",
    .args = review_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = review_run,
};

/* ---- pages ---------------------------------------------------------------------------------- */

static const struct arg explain_args[] = {
    CHARGE_ITEM_ARGS,
    {.name = "upto", .kind = ARG_DATE, .help = "interest up to this day; by default today"},
    {0},
};

static enum err explain_run(struct act *act)
{
    struct document document;
    int64_t item_id;

    TRY(charging_item(act, &document, &item_id));
    return charge_explain_page(act->book, document.customer_id, item_id,
                               args_date(act->args, "upto", book_today(act->book)), act->page);
}

const struct command cmd_charge_explain = {
    .noun = "charge",
    .verb = "explain",
    .summary = "how the late charge on one item comes about, day by day",
    .args = explain_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = explain_run,
};

static const struct arg show_args[] = {
    {.name = "charge", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {0},
};

static enum err show_run(struct act *act)
{
    struct document document;

    TRY(document_find(act->book, args_get(act->args, "charge"),
                      DOCUMENT_MASK(DOCUMENT_CHARGE) | DOCUMENT_MASK(DOCUMENT_CREDIT), act->arena,
                      &document));
    return charge_page(act->book, &document, act->page);
}

const struct command cmd_charge_show = {
    .noun = "charge",
    .verb = "show",
    .summary = "a late charge with the arithmetic of every line",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};

/* ---- what was charged ----------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "run", .kind = ARG_INT, .help = "only of this run"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "charge", .title = "Charge", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 6},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 3},
    {.name = "upto", .title = "Up to", .kind = CELL_DATE, .worth = 2},
    {.name = "days", .title = "Days", .kind = CELL_INT, .worth = 1},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 5},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "undone", .title = "Reversed by", .kind = CELL_CODE, .worth = 4},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

static enum err list_row(void *self, const struct charge_line *line)
{
    struct sink *sink = self;
    const struct cell cells[COLUMNS] = {
        cell_code(line->charge),        cell_date(line->date),
        cell_code(line->customer),      cell_code(line->number),
        cell_int(line->instalment),     cell_code(accrual_kind_word(line->kind)),
        cell_date(line->upto),          cell_int(line->days),
        cell_code(line->currency.code), cell_money(money_of(line->amount, line->currency)),
        cell_code(line->undone),
    };

    return sink_row(sink, line->id, *line->undone ? '-' : ' ', cells);
}

static enum err list_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Late charges", "line by line", columns, COLUMNS};
    int64_t customer_id;

    TRY(charging_customer(act, &customer_id));
    TRY(sink->head(sink->self, &head));
    TRY(charge_lines(act->book, 0, args_number(act->args, "run", 0), customer_id, list_row, sink));
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, list_pass(act, sink));
}

const struct command cmd_charge_list = {
    .noun = "charge",
    .verb = "list",
    .summary = "list what was charged for late payment, line by line",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
