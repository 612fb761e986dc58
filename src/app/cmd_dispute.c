/* Commands about disputes: what a customer questions, from a day, until it is settled. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/contact.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "report/disputepage.h"

#include <strings.h>

#define DISPUTABLE                                                                                 \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |                             \
     DOCUMENT_MASK(DOCUMENT_CHARGE) | DOCUMENT_MASK(DOCUMENT_DEDUCTION))

static const struct arg open_args[] = {
    {.name = "invoice",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the invoice, or CUSTOMER/NUMBER"},
    {.name = "reason",
     .kind = ARG_REASON,
     .otherwise = "OTHER",
     .help = "PRICE, QTY, SHORT, DAMAGE, FREIGHT ..; `dispute reason list` shows them"},
    {.name = "amount",
     .kind = ARG_MONEY,
     .help = "what is questioned; by default all that is open"},
    {.name = "text", .kind = ARG_TEXT, .help = "what the customer says"},
    {.name = "owner",
     .kind = ARG_CODE,
     .help = "who looks into it; by default as the reason says, else whoever opens it"},
    {.name = "due", .kind = ARG_DATE, .help = "to be decided by; by default as the reason says"},
    {.name = "instalment", .kind = ARG_INT, .help = "which one; by default all that are open"},
    {.name = "date", .kind = ARG_DATE, .help = "since when; by default today"},
    {.name = "contact",
     .kind = ARG_INT,
     .help = "the enquiry that becomes a dispute; it is answered by that"},
    {0},
};

static const char *open_why_not(const struct subject *subject)
{
    if (!subject->document || subject->open.minor > 0)
        return NULL;
    return "nothing is open on it that could be disputed";
}

/* The instalments that are meant: the one that was named, or all that are open. */
static enum err items_meant(struct act *act, const struct document *document, struct item **items,
                            int *count)
{
    const int64_t wanted = args_number(act->args, "instalment", 0);
    int kept = 0;

    TRY(items_of_document(act->book, document->id, act->arena, items, count));
    for (int i = 0; i < *count; i++)
        if (wanted ? (*items)[i].seq == wanted : (*items)[i].open > 0)
            (*items)[kept++] = (*items)[i];
    if (kept == 0 && wanted)
        return fail(act->note, ERR_MISSING,
                    "--instalment: %s has %d instalment%s; there is no "
                    "number %lld",
                    document->number, *count, *count == 1 ? "" : "s", (long long)wanted);
    if (kept == 0)
        return fail(act->note, ERR_CONFLICT, "nothing is open on %s that could be disputed",
                    document->number);
    *count = kept;
    return ERR_OK;
}

static enum err amount_take(struct act *act, const struct document *document, int count,
                            int64_t *out)
{
    struct money amount;
    bool given;

    TRY(args_money(act->args, "amount", document->currency, &amount, &given, act->note));
    *out = given ? amount.minor : 0;
    if (!given)
        return ERR_OK;
    if (!currency_is(amount.currency, document->currency))
        return fail(act->note, ERR_INPUT, "--amount: %s is in %s, not %s", document->number,
                    document->currency.code, amount.currency.code);
    if (amount.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: a disputed amount is above 0");
    if (count > 1)
        return fail(act->note, ERR_INPUT,
                    "%s has %d open instalments; say with --instalment which "
                    "one the amount is of",
                    document->number, count);
    return ERR_OK;
}

/* The enquiry that became a case is answered by it, and names it. */
static enum err contact_link(struct act *act, const struct document *document, int64_t id)
{
    struct contact contact;
    bool is = false;

    if (!args_given(act->args, "contact"))
        return ERR_OK;
    TRY(contact_get(act->book, args_number(act->args, "contact", 0), act->arena, &contact));
    TRY(customer_is(act->book, contact.customer_id, document->customer_id, &is));
    if (!is)
        return fail(act->note, ERR_CONFLICT, "--contact: %lld was with %s, and %s is a paper of %s",
                    (long long)contact.id, contact.customer, document->number, document->customer);
    const struct date day = args_date(act->args, "date", book_today(act->book));
    return contact_end(act->tx, contact.id, day.day < contact.day.day ? contact.day : day, id,
                       arena_format(act->arena, "dispute %lld", (long long)id));
}

static enum err dispute_open_run(struct act *act)
{
    struct document document;
    struct item *items;
    struct dispute made;
    int count;
    int64_t amount, id = 0;

    TRY(document_find(act->book, args_get(act->args, "invoice"), DISPUTABLE, act->arena,
                      &document));
    TRY(items_meant(act, &document, &items, &count));
    TRY(amount_take(act, &document, count, &amount));
    for (int i = 0; i < count; i++) {
        const struct dispute dispute = {.item_id = items[i].id,
                                        .amount = amount,
                                        .reason = args_get(act->args, "reason"),
                                        .owner = args_get(act->args, "owner"),
                                        .text = args_get(act->args, "text"),
                                        .due = args_date(act->args, "due", (struct date){0}),
                                        .opened =
                                            args_date(act->args, "date", book_today(act->book))};
        TRY(dispute_open(act->tx, &dispute, &id));
    }
    TRY(contact_link(act, &document, id));
    TRY(dispute_get(act->book, id, act->arena, &made));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = count > 1 ? arena_format(act->arena, "%d instalments of %s are in dispute", count,
                                         document.number)
                          : arena_format(act->arena, "%s is in dispute: case %lld", document.number,
                                         (long long)id);
    act->says = arena_format(act->arena, "%s of %s, due %s", act->says, made.owner,
                             say_day(act->arena, made.due));
    return ERR_OK;
}

const struct command cmd_dispute_open = {
    .noun = "dispute",
    .verb = "open",
    .summary = "note that a customer questions an invoice",
    .detail = "What is disputed stays owed and keeps its age; it stands beside the figures of "
              "aging and collection. Payments count against the undisputed part first.",
    .args = open_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .why_not = open_why_not,
    .run = dispute_open_run,
};

/* ---- the list ------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those that are not closed"},
    {.name = "overdue", .kind = ARG_FLAG, .help = "only open ones that are past their due day"},
    {.name = "owner", .kind = ARG_CODE, .help = "only of this owner"},
    LISTING_SPAN_ARGS("opened"),
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "Case", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "reason", .title = "Reason", .kind = CELL_CODE},
    {.name = "owner", .title = "Owner", .kind = CELL_CODE, .worth = 2},
    {.name = "opened", .title = "Opened", .kind = CELL_DATE, .worth = 3},
    {.name = "closed", .title = "Closed", .kind = CELL_DATE, .worth = 6},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 4},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .worth = 5},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "resolution", .title = "Resolution", .kind = CELL_TEXT, .worth = 7},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 8},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 1},
    {.name = "level", .title = "Up", .kind = CELL_INT, .worth = 9},
    {.name = "cause", .title = "Cause", .kind = CELL_CODE, .worth = 10},
};

static bool is_overdue(const struct dispute *d, struct date today)
{
    return !date_is(d->closed) && date_is(d->due) && d->due.day < today.day;
}

static bool is_meant(const struct act *act, const struct dispute *d)
{
    const char *owner = args_get(act->args, "owner");

    if (owner && strcasecmp(owner, d->owner) != 0)
        return false;
    if (!listing_spans(act, d->currency, d->opened))
        return false;
    return !args_flag(act->args, "overdue") || is_overdue(d, book_today(act->book));
}

static enum err disputes_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Disputes", NULL, columns, sizeof columns / sizeof columns[0]};
    struct dispute *disputes;
    int count;

    TRY(dispute_list(act->book, customer_id, args_flag(act->args, "open"), act->arena, &disputes,
                     &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct dispute *d = &disputes[i];
        if (!is_meant(act, d))
            continue;
        const struct cell cells[] = {cell_int(d->id),
                                     cell_code(d->customer),
                                     cell_code(d->number),
                                     cell_code(d->reason),
                                     cell_code(d->owner),
                                     cell_date(d->opened),
                                     cell_date(d->closed),
                                     cell_code(d->currency.code),
                                     cell_money(money_of(d->amount, d->currency)),
                                     date_is(d->closed)
                                         ? cell_none()
                                         : cell_money(money_of(d->amount, d->currency)),
                                     cell_text(d->resolution),
                                     cell_text(d->text),
                                     cell_code(dispute_status_word(d->status)),
                                     cell_date(d->due),
                                     d->level ? cell_int(d->level) : cell_none(),
                                     cell_code(d->cause)};
        const char mark = date_is(d->closed)                     ? ' '
                          : is_overdue(d, book_today(act->book)) ? '!'
                                                                 : '*';
        TRY(sink_row(sink, d->id, mark, cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err dispute_list_run(struct act *act)
{
    return listing_customer(act, disputes_pass);
}

const struct command cmd_dispute_list = {
    .noun = "dispute",
    .verb = "list",
    .summary = "list disputes, open and closed",
    .detail = "The total is of the open cases: open is the amount of a case until it is closed.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = dispute_list_run,
};

/* ---- one case ------------------------------------------------------------------------------- */

static const struct arg show_args[] = {
    {.name = "dispute",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the number of the case; `dispute list` shows them"},
    {0},
};

static enum err dispute_show_run(struct act *act)
{
    return disputepage_make(act->book, args_number(act->args, "dispute", 0), act->page);
}

const struct command cmd_dispute_show = {
    .noun = "dispute",
    .verb = "show",
    .summary = "one case with its history, contacts and attachments",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = dispute_show_run,
};
