/* Jurisdictions: when claims lapse and credits are dormant; one invoice's day; dormant credits. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/dormant.h"
#include "ledger/jurisdiction.h"

static const char *const counted[] = {"due", "year-end", NULL};
static const char *const yes_no[] = {"no", "yes", NULL};

static const struct arg set_args[] = {
    {.name = "code",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED,
     .help = "a country as DE, or a part of one as US-NY; as in the customers' records"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .choices = jurisdiction_kinds,
     .otherwise = "either",
     .help = "of which customers"},
    {.name = "name", .kind = ARG_TEXT, .help = "in words"},
    {.name = "years", .kind = ARG_INT, .help = "after which a claim lapses; 0: not known"},
    {.name = "from",
     .kind = ARG_CHOICE,
     .choices = counted,
     .otherwise = "due",
     .help = "counted from the due day, or from the end of its year"},
    {.name = "dormant-years", .kind = ARG_INT, .help = "0: as the setting dormant.years says"},
    {.name = "income",
     .kind = ARG_CHOICE,
     .choices = yes_no,
     .otherwise = "no",
     .help = "may dormant credits be taken to income?"},
    {.name = "source", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "the law that says so"},
    {0},
};

static enum err set_run(struct act *act)
{
    const char *name = args_get(act->args, "name"), *code = args_get(act->args, "code");
    const struct jurisdiction row = {
        .code = code,
        .name = name ? name : code,
        .source = args_get(act->args, "source"),
        .kind = (enum jurisdiction_kind)args_choice(act->args, "kind", JURISDICTION_EITHER),
        .years = (int)args_number(act->args, "years", 0),
        .counted = (enum limitation_counted)args_choice(act->args, "from", 0),
        .dormant_years = (int)args_number(act->args, "dormant-years", 0),
        .income = args_choice(act->args, "income", 0) == 1};

    TRY(jurisdiction_set(act->tx, &row));
    act->ref = code;
    act->says =
        row.years ? arena_format(act->arena, "%s: claims lapse %d year%s after %s", code, row.years,
                                 row.years == 1 ? "" : "s",
                                 row.counted ? "the end of the year in which they were due"
                                             : "their due day")
                  : arena_format(act->arena, "%s: no time is known after which claims lapse", code);
    return ERR_OK;
}

const struct command cmd_jurisdiction_set = {
    .noun = "jurisdiction",
    .verb = "set",
    .summary = "say when claims lapse and credits are dormant in a country or a part of it",
    .detail = "What a new book has are starting values, each with the law that it was taken from: "
              "laws change, contracts and acknowledgements prolong, and other claims have other "
              "times. Have them checked for the countries of your customers before a claim is "
              "given up or a credit is taken to income.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = set_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "kind", .title = "Customers", .kind = CELL_CODE},
    {.name = "years", .title = "Years", .kind = CELL_INT},
    {.name = "from", .title = "From", .kind = CELL_CODE},
    {.name = "dormant_years", .title = "Dormant", .kind = CELL_INT},
    {.name = "income", .title = "Income", .kind = CELL_CODE},
    {.name = "source", .title = "Source", .kind = CELL_TEXT, .worth = 1},
};

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Jurisdictions", NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    struct jurisdiction *rows;
    int count;

    TRY(jurisdiction_list(act->book, act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct cell cells[] = {
            cell_code(rows[i].code),
            cell_text(rows[i].name),
            cell_code(jurisdiction_kinds[rows[i].kind]),
            rows[i].years ? cell_int(rows[i].years) : cell_none(),
            rows[i].years ? cell_code(counted[rows[i].counted]) : cell_none(),
            rows[i].dormant_years ? cell_int(rows[i].dormant_years) : cell_none(),
            cell_code(yes_no[rows[i].income]),
            cell_text(rows[i].source),
        };
        TRY(sink_row(sink, rows[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_jurisdiction_list = {
    .noun = "jurisdiction",
    .verb = "list",
    .summary = "list when claims lapse and credits are dormant, with the law that says so",
    .detail = "The rows of a new book are starting values, not legal advice: have those of your "
              "customers' countries checked, and correct them with `jurisdiction set`.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- one invoice ---------------------------------------------------------------------------- */

static const struct arg limitation_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {.name = "until", .kind = ARG_DATE, .flags = ARG_REQUIRED, .help = "the last day to claim it"},
    {.name = "reason",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "acknowledged, sued for, another law"},
    {0},
};

static enum err limitation_run(struct act *act)
{
    const struct date until = args_date(act->args, "until", DATE_NONE);
    struct document paper;
    struct item *items;
    int count;

    TRY(pot_debit(act, NULL, args_get(act->args, "invoice"), &paper));
    TRY(items_of_document(act->book, paper.id, act->arena, &items, &count));
    for (int i = 0; i < count; i++)
        if (items[i].amount > 0)
            TRY(limitation_set(act->tx, items[i].id, until, args_get(act->args, "reason")));
    act->ref = paper.number;
    act->says = arena_format(act->arena, "%s lapses on %s: %s", paper.number,
                             say_day(act->arena, until), args_get(act->args, "reason"));
    return ERR_OK;
}

const struct command cmd_limitation_set = {
    .noun = "limitation",
    .verb = "set",
    .summary = "say on which day the claim of an invoice lapses, where it is not by the rule",
    .args = limitation_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = limitation_run,
};

/* ---- dormant credits ------------------------------------------------------------------------ */

static const struct arg take_args[] = {
    {.name = "document",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "a payment or credit memo that nobody asks for"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why it may be kept"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {0},
};

static enum err take_run(struct act *act)
{
    const unsigned kinds = DOCUMENT_MASK(DOCUMENT_PAYMENT) | DOCUMENT_MASK(DOCUMENT_CREDIT);
    struct document money;
    struct item *items;
    struct document_made made = {.number = ""};
    int count = 0, at = 0;

    TRY(document_find(act->book, args_get(act->args, "document"), kinds, act->arena, &money));
    TRY(items_of_document(act->book, money.id, act->arena, &items, &count));
    for (int i = 1; i < count; i++)
        if (items[i].open < items[at].open)
            at = i;
    if (count == 0 || items[at].open >= 0)
        return fail(act->note, ERR_CONFLICT, "nothing is left of %s", money.number);
    const struct date day = paper_day(act, "date", money.effective);
    const struct money amount = money_of(-items[at].open, items[at].currency);
    struct approving wish = {.concession = {.kind = GRANT_WRITEOFF,
                                            .customer_id = items[at].customer_id,
                                            .document_id = money.id,
                                            .amount = amount,
                                            .day = day,
                                            .reason = args_get(act->args, "reason")},
                             .another = true};
    TRY(approving_ask(act, &wish));
    if (wish.waits)
        return ERR_OK;
    TRY(dormant_take(act->tx, items[at].id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s of %s is taken to income on %s, by %s",
                             say_money(act->arena, amount), money.number, say_day(act->arena, day),
                             act->ref);
    return ERR_OK;
}

const struct command cmd_dormant_take = {
    .noun = "dormant",
    .verb = "take",
    .summary = "take a credit that nobody asks for to income, where that is lawful",
    .detail = "Refused unless the setting dormant.income and the customer's jurisdiction allow it. "
              "Elsewhere it goes back to the customer, or to the state: `refund pay`. `report "
              "dormant` lists what is old enough.",
    .args = take_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_MANAGER,
    .run = take_run,
};
